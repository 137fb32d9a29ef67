//! Search in names, technologies, titles and texts.
//!
//! Every term of the search text has to be found, none that a minus excludes. A word is found if a
//! word of the catalogue begins with it or is its other number (`pipelines`, `pipeline`), and where a
//! text writes it apart or joined (`pubsub`, `pub-sub`, `pub sub`). If it is nowhere, one typo is
//! forgiven in words of five letters and more. In scripts without spaces a part of two characters is
//! enough. Quotes keep words together. Case, diacritics and ligatures are ignored (`text/fold.rs`
//! lists them). A search text without letters and digits finds nothing and hides nothing. The evidence
//! filter does not apply: all texts are searched.
//!
//! A company ranks by its best field (name, technology, title, text); a whole word counts more than
//! a beginning, a beginning more than a typo, neighbouring terms more than scattered ones.

mod field;
mod field_texts;
mod found;
mod lookup;
mod matches;
mod name_index;
mod plural;
mod postings;
mod snippet;
mod syntax;
mod terms;
mod typo;
mod usual_words;

use std::sync::OnceLock;

use catalog::Company;

use crate::index::Index;

pub use field::{Field, FieldMatch};
pub use found::{Found, TextSearch};
pub(crate) use matches::marks;
pub(crate) use name_index::{IndexedName, NameIndex, TargetPosition};
pub(crate) use postings::Postings;
pub(crate) use syntax::{terms as terms_of, words};
pub(crate) use terms::{Term, TermKind, WordMatch};
pub(crate) use typo::FORGIVEN_LENGTH;
pub use usual_words::is_usual;

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
        self.postings().search(text)
    }

    fn matches(&self, company: &Company, found: &Found) -> Vec<FieldMatch> {
        matches::matches(self.index, company, &found.terms)
    }
}
