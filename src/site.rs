//! The embedded catalogue, decoded once and shared by everything that shows it.

use catalog::{Catalog, JsonError};
use explore::Index;
use leptos::prelude::*;

/// The catalogue's JSON as the build script compiled it.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.json"));

/// The catalogue and its index. It lives as long as the page, so companies and technologies are
/// passed around as `&'static`.
#[derive(Clone, Copy)]
pub struct Site(&'static Index<'static>);

impl Site {
    /// Decodes the catalogue that the build script compiled.
    ///
    /// # Errors
    /// When the JSON is not a catalogue, which means that the build mixed two versions.
    pub fn embedded() -> Result<Self, JsonError> {
        embedded_catalog().map(Self::without_search)
    }

    /// A site that shows `catalog`.
    #[must_use]
    pub fn of(catalog: Catalog) -> Self {
        let site = Self::without_search(catalog);
        site.index().learn_to_search();
        site
    }

    /// A site that shows `catalog`, whose index learns to search when there are words to look for.
    #[must_use]
    pub fn without_search(catalog: Catalog) -> Self {
        let catalog: &'static Catalog = Box::leak(Box::new(catalog));
        Self(Box::leak(Box::new(Index::without_search(catalog))))
    }

    /// What filters, counts and searches.
    #[must_use]
    pub fn index(self) -> &'static Index<'static> {
        self.0
    }

    /// The data.
    #[must_use]
    pub fn catalog(self) -> &'static Catalog {
        self.0.catalog()
    }
}

/// Decodes the catalogue that the build script compiled.
///
/// # Errors
/// When the JSON is not a catalogue, which means that the build mixed two versions.
pub fn embedded_catalog() -> Result<Catalog, JsonError> {
    Catalog::from_json(EMBEDDED)
}

/// The site that the page shows.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
#[must_use]
pub fn use_site() -> Site {
    expect_context()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_embedded_catalogue_is_lost_in_reading() {
        let site = Site::embedded().unwrap();
        assert_eq!(site.catalog().companies.len(), 37);
        assert_eq!(serde_json::to_string(site.catalog()).unwrap(), EMBEDDED);
    }
}
