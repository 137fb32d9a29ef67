//! Questions about a catalogue: filter, facet counts, search, relations, comparison.
//!
//! An [`Index`] of a [`catalog::Catalog`] answers them. This crate knows only `catalog`: no
//! browser, no Leptos, no Markdown.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod alternatives;
mod bitset;
mod compare;
mod diagram;
mod facets;
mod filter;
mod index;
mod matrix;
mod near;
mod order;
mod query_string;
mod relations;
mod saved;
mod search;
mod set;
mod tally;

pub use alternatives::{Alternative, Change};
pub use compare::{Compared, Comparison, KindRow, RoleRow, Shared, Use, Years};
pub use diagram::{Layer, Layout};
pub use facets::Facets;
pub use filter::{Criterion, EvidenceFloor, Filter, MAX_QUERY_LENGTH, Match, Sort};
pub use index::{Index, MATCHED_HITS};
pub use matrix::Matrix;
pub use relations::Neighbour;
pub use saved::{AddressOf, Group, Saved, SavedError, Shelf};
pub use search::{Field, FieldMatch, Hit, OtherName, Suggestion, Target};
pub use set::Set;
pub use tally::Tally;
