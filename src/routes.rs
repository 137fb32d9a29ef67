//! Addresses as the open page needs them. [`catalog::Base`] builds them.

use catalog::Base;
use leptos::prelude::*;

/// The base that the page is served under.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
#[must_use]
pub fn use_base() -> Base {
    expect_context()
}

/// An address of the site with the origin it is open on, for use outside of the page.
#[must_use]
pub fn absolute(address: &str) -> String {
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{address}")
}
