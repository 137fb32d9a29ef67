//! Search in names, technologies, titles and texts.
//!
//! Every word of the search text has to be found. A word is found if a word of the catalogue begins
//! with it; if no word does, one typo is forgiven in words of five letters and more. Case,
//! diacritics and ligatures are ignored (`text/fold.rs` lists them). A search text without letters
//! and digits finds nothing and hides nothing. The evidence filter does not apply: all texts are
//! searched.
//!
//! A company ranks by its best field (name, technology, title, text); a whole word counts more than
//! a beginning, a beginning more than a typo.

mod field;
mod field_texts;
mod found;
mod matches;
mod name_index;
mod postings;
mod snippet;
mod terms;
mod typo;

use std::sync::OnceLock;

use catalog::Company;

use crate::index::Index;

pub use field::{Field, FieldMatch};
pub use found::{Found, TextSearch};
pub(crate) use matches::marks;
pub(crate) use name_index::{IndexedName, NameIndex, TargetPosition};
pub(crate) use postings::Postings;
pub(crate) use terms::Term;
pub(crate) use typo::FORGIVEN_LENGTH;

/// Looks for texts in a catalogue. Cheap to make: the postings are built by the first search, the
/// names by the first suggestion.
#[derive(Debug)]
pub struct Search<'i, 'c> {
    pub(crate) index: &'i Index<'c>,
    postings: OnceLock<Postings>,
    names: OnceLock<NameIndex>,
}

impl<'i, 'c> Search<'i, 'c> {
    /// A search over the catalogue of `index`.
    #[must_use]
    pub const fn new(index: &'i Index<'c>) -> Self {
        Self { index, postings: OnceLock::new(), names: OnceLock::new() }
    }

    pub(crate) fn postings(&self) -> &Postings {
        self.postings.get_or_init(|| Postings::new(self.index))
    }

    pub(crate) fn names(&self) -> &NameIndex {
        self.names.get_or_init(|| NameIndex::new(self.index))
    }
}

impl TextSearch for Search<'_, '_> {
    fn find(&self, text: &str) -> Option<Found> {
        let terms = Term::all(text);
        (!terms.is_empty()).then(|| self.postings().search(terms))
    }

    fn matches(&self, company: &Company, found: &Found) -> Vec<FieldMatch> {
        matches::matches(self.index, company, &found.terms)
    }
}
