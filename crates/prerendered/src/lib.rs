//! What the app hands to the publisher: every page of the site as HTML.
//!
//! `cargo run --package casebook` prints [`Prerendered`] as JSON; `cargo xtask build` reads it and
//! writes the documents around it. Both use these types, so they cannot disagree.

use serde::{Deserialize, Serialize};

/// The whole site.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prerendered {
    /// One for each route, and for each address that a company or technology once had.
    pub pages: Vec<Page>,
    /// For an address that is not a route.
    pub not_found: Html,
    /// Without content: the app fills it for a reader without a connection.
    pub shell: Html,
    /// The keys of the query string that change what a page shows.
    pub query_keys: Vec<String>,
}

/// A page with its path.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Below the base, without slashes around it.
    pub path: String,
    /// Whether this is the page's own path, not one that it once had.
    pub is_canonical: bool,
    /// What the document holds.
    pub html: Html,
}

/// What one page has of a document.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Html {
    /// For `<head>`.
    pub head: String,
    /// For `<div id="app">`.
    pub body: String,
}
