//! The pages as the app itself writes them, natively: `src/prerender.rs`.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Settings;
use crate::process;

/// All pages.
#[derive(Debug, Deserialize)]
pub(super) struct Edition {
    /// One for each route, and for each address that a page once had.
    pub(super) pages: Vec<Page>,
    /// For what is no route.
    pub(super) not_found: Content,
    /// A page without content, which the app fills.
    pub(super) shell: Content,
    /// The keys of the query string that change what a page shows.
    pub(super) query_keys: Vec<String>,
}

/// The page of a route.
#[derive(Debug, Deserialize)]
pub(super) struct Page {
    /// Below the base, without slashes around it.
    pub(super) path: String,
    /// Whether this is where the page lives, and not an address that it once had.
    pub(super) is_canonical: bool,
    /// HTML for `<head>`.
    pub(super) head: String,
    /// HTML for the app's place.
    pub(super) body: String,
}

/// What a document is filled with.
#[derive(Debug, Deserialize)]
pub(super) struct Content {
    /// HTML for `<head>`.
    pub(super) head: String,
    /// HTML for the app's place.
    pub(super) body: String,
}

impl Edition {
    /// Has the app write its pages.
    ///
    /// # Errors
    /// When it does not compile or prints something else.
    pub(super) fn write(settings: &Settings<'_>) -> Result<Self> {
        let mut command = process::cargo();
        command.args(["run", "--quiet", "--locked", "--package", "casebook"]);
        settings.content.embed(&mut command, &[]);
        command.args(["--", "--base", settings.public_url.as_str()]);
        if let Some(origin) = settings.origin {
            command.args(["--origin", origin.as_str()]);
        }
        serde_json::from_str(&process::output_of(&mut command)?)
            .context("src/prerender.rs and xtask/src/publish/edition.rs do not fit each other")
    }
}
