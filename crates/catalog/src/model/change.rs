//! What changed in the content, from `changes.toml`.

use serde::{Deserialize, Serialize};

use super::Catalog;
use crate::day::Day;
use crate::slug::Slug;

/// A change of the content that readers are told of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentChange {
    /// The day on which the site recorded it.
    pub day: Day,
    /// What changed, as a sentence for readers.
    pub about: String,
    /// The edition of the book that made the change, such as "October 2025".
    pub edition: Option<String>,
    /// Addresses of links that this edition no longer has. The site's own chapter is an older edition
    /// and keeps them.
    pub removed: Vec<String>,
    /// Companies that were added.
    pub added: Vec<Slug>,
}

impl Catalog {
    /// The edition that no longer has a link; `None` while every known edition has it.
    #[must_use]
    pub fn edition_without(&self, url: &str) -> Option<&str> {
        let leaves_out = |change: &&ContentChange| change.removed.iter().any(|other| other == url);
        // The first of several editions without it; changes are newest first.
        self.changes.iter().rev().find(leaves_out)?.edition.as_deref()
    }
}
