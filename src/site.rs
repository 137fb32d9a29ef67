//! The embedded catalogue, decoded once and shared by all pages.

use std::sync::OnceLock;

use catalog::{BakedError, Catalog};
use explore::{Index, Material, Search};
use leptos::prelude::*;

/// The catalogue as the build script compiled it.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

/// The catalogue, its index and the search over it. They live as long as the document, so companies
/// and technologies are passed as `&'static`.
#[derive(Clone, Copy)]
pub struct Site(&'static SiteData);

struct SiteData {
    index: Index<'static>,
    search: OnceLock<Search<'static, 'static>>,
    material: OnceLock<Material<'static, 'static>>,
}

impl Site {
    /// Decodes the catalogue that the build script compiled.
    ///
    /// # Errors
    /// When the bytes are not a catalogue, which means that the build mixed two versions.
    pub fn embedded() -> Result<Self, BakedError> {
        embedded_catalog().map(Self::of)
    }

    /// A site that shows `catalog`.
    #[must_use]
    pub fn of(catalog: Catalog) -> Self {
        let catalog: &'static Catalog = Box::leak(Box::new(catalog));
        let data = SiteData {
            index: Index::new(catalog),
            search: OnceLock::new(),
            material: OnceLock::new(),
        };
        Self(Box::leak(Box::new(data)))
    }

    /// The index, which filters and counts.
    #[must_use]
    pub fn index(self) -> &'static Index<'static> {
        &self.0.index
    }

    /// The search, which also makes suggestions. Only functions of [`crate::lazy`] call this: the
    /// code of the search is not part of the first load.
    #[must_use]
    pub fn search(self) -> &'static Search<'static, 'static> {
        self.0.search.get_or_init(|| Search::new(&self.0.index))
    }

    /// The material of all companies. Only functions of [`crate::lazy`] call this, as for the search.
    #[must_use]
    pub fn material(self) -> &'static Material<'static, 'static> {
        self.0.material.get_or_init(|| Material::new(&self.0.index))
    }

    /// The data.
    #[must_use]
    pub fn catalog(self) -> &'static Catalog {
        self.0.index.catalog()
    }
}

/// Decodes the catalogue that the build script compiled.
///
/// # Errors
/// When the bytes are not a catalogue, which means that the build mixed two versions.
pub fn embedded_catalog() -> Result<Catalog, BakedError> {
    Catalog::from_bytes(EMBEDDED)
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
        assert_eq!(site.catalog().to_bytes().unwrap(), EMBEDDED);
    }
}
