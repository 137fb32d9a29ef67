//! The domain of Casebook: what a company, a technology and a piece of evidence are, and how a
//! reader narrows them down.
//!
//! This crate is what the build script writes and what the app reads; the JSON between them is
//! the serde form of [`model`], read by [`json`]. It knows no browser, no Leptos and no Markdown, so that filtering,
//! counting, searching and the query string are tested natively.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod alternatives;
mod bitset;
pub mod compare;
pub mod diagram;
pub mod export;
pub mod facets;
pub mod filter;
pub mod index;
pub mod json;
pub mod matrix;
pub mod model;
mod named;
mod near;
mod order;
mod query_string;
pub mod relations;
pub mod route;
pub mod saved;
pub mod search;
pub mod seriation;
pub mod set;
pub mod slug;
pub mod tally;

pub use alternatives::{Alternative, Change};
pub use compare::{Compared, Comparison, KindRow, RoleRow, Shared, Use, Years};
pub use diagram::{Layer, Layout};
pub use facets::Facets;
pub use filter::{Criterion, EvidenceFloor, Filter, Match, Sort};
pub use index::Index;
pub use json::JsonError;
pub use matrix::Matrix;
pub use model::{
    Block, Catalog, Company, DateSource, Dated, Denial, Diagram, Evidence, EvidenceSource, Figure,
    Grade, Industry, Inline, Kind, LinkCheck, LinkStatus, Note, Podcast, Resource, Role, Source,
    Step, Tag, Technology, TitleSource,
};
pub use relations::{Age, Neighbour};
pub use route::Route;
pub use saved::{Saved, SavedError, Shelf};
pub use search::{Field, FieldMatch, Hit, OtherName, Suggestion, Target};
pub use seriation::seriation;
pub use set::Set;
pub use slug::{Slug, SlugError};
pub use tally::Tally;
