//! Questions about a catalogue: filter, facet counts, search, relations, comparison.
//!
//! Start with an [`Index`] of a [`catalog::Catalog`]. It checks a [`Filter`] against the catalogue
//! ([`Index::check`]) and answers a [`Question`]: results, counts, facets, alternatives. A search
//! text is looked up by a [`Search`], a value of its own, so that an app can load its code later.
//!
//! This crate depends only on `catalog`: no browser, no Leptos, no Markdown. Its files import
//! downward: the index on sets and folded text, the search and the selection on the index, every
//! kind of question on those.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod alphabet;
mod alternatives;
mod answers;
mod bitset;
mod checked;
mod compare;
mod correction;
mod diagram;
mod episodes;
mod facets;
mod filter;
mod highlights;
mod index;
mod material;
mod matrix;
mod near_names;
mod near_texts;
mod order;
mod passages;
mod query_string;
mod question;
mod relations;
mod results;
mod saved;
mod search;
mod selection;
mod sorted_set;
mod suggestions;
mod tally;
mod technology_tally;
mod text;

pub use alphabet::LONGEST_GRID;
pub use alternatives::{Alternative, Change};
pub use answers::Answer;
pub use checked::CheckedFilter;
pub use compare::{Compared, Comparison, Family, KindRow, Reach, Shared, Use};
pub use diagram::{Layer, Layout};
pub use episodes::Episode;
pub use facets::Facets;
pub use filter::{Criterion, EvidenceFloor, Filter, MAX_QUERY_LENGTH, Match, Sort, YearRange};
pub use highlights::{BestPiece, CardTag};
pub use index::Index;
pub use material::{
    CheckedMaterial, KeyedName, Material, MaterialCriterion, MaterialFilter, MaterialList, Medium,
    Publication,
};
pub use matrix::Matrix;
pub use near_texts::{NearText, TextChange};
pub use passages::{Heading, Mention, Passages};
pub use query_string::{UnknownValue, UnknownValues};
pub use question::Question;
pub use relations::Neighbour;
pub use results::{Hit, MATCHED_HITS};
pub use saved::{AddressOf, Saved, SavedError, SavedGroup, Shelf};
pub use search::{Field, FieldMatch, Found, Search, TextSearch, is_usual};
pub use sorted_set::SortedSet;
pub use suggestions::{OtherName, Suggestion, Target};
pub use tally::Tally;
pub use technology_tally::TechnologyTally;
