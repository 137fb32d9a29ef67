//! What changed in the content, from `changes.toml`.

use serde::{Deserialize, Serialize};

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
