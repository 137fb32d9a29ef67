//! Search in names, technologies, titles and texts.
//!
//! Every word of the search text has to be found. A word is found where a word of the catalogue
//! begins with it; where none does, one typo is forgiven in words of five letters and more. Case,
//! diacritics and ligatures do not count (the private module `fold` says which). A search text
//! without letters and digits looks for nothing and hides nothing. Evidence does not count either:
//! what stands in a text is found.
//!
//! The best field of a company counts most (name, technology, title, text), a whole word more than
//! a beginning, a beginning more than a typo.

mod correction;
mod fold;
mod matches;
mod passages;
mod snippet;
mod suggest;
mod terms;
mod tokens;
mod typo;
mod vocabulary;

use crate::index::Index;
use catalog::Company;
use catalog::Slug;

pub(crate) use fold::{fold, is_of_a_word};
pub(crate) use suggest::Names;
pub use suggest::{OtherName, Suggestion, Target};
use terms::Term;

pub(crate) use vocabulary::{Search, Vocabulary};

/// A company that passes a filter, with where the search text was found.
#[derive(Clone, Debug)]
pub struct Hit<'c> {
    /// The company.
    pub company: &'c Company,
    /// Where the search text was found, best field first; empty without a search text.
    pub matches: Vec<FieldMatch>,
}

impl PartialEq for Hit<'_> {
    /// Companies are compared by slug: within a catalogue it stands for the company.
    fn eq(&self, other: &Self) -> bool {
        self.company.slug == other.company.slug && self.matches == other.matches
    }
}

impl Eq for Hit<'_> {}

/// A text in which a part of the search text was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldMatch {
    /// What the text is.
    pub field: Field,
    /// The name, the title or the sentence, as the catalogue has it.
    pub text: String,
    /// Byte ranges of `text` to highlight: ascending, apart from each other, on character
    /// boundaries.
    pub marks: Vec<(u32, u32)>,
}

/// What a matched text is, best first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The company's name.
    Name,
    /// The name or another name of a technology of the company, or of what it is a part of.
    Technology(Slug),
    /// Title or label of the resource with this index in [`Company::resources`].
    Title(u32),
    /// Title of the episode with this index in [`Company::podcasts`].
    Podcast(u32),
    /// The name of the company's industry.
    Industry,
    /// The chapter's prose, a blurb, a venue, a speaker or a host.
    Text,
}

impl Index<'_> {
    /// Where in a company a search text is found: at most three places, best field first. Empty
    /// where the text has no words or the company has none of them.
    #[must_use]
    pub fn matches(&self, company: &Company, query: &str) -> Vec<FieldMatch> {
        self.search(query).map_or_else(Vec::new, |search| self.places(company, &search))
    }

    /// Where in a company that was found a search found its words.
    pub(crate) fn places(&self, company: &Company, search: &Search) -> Vec<FieldMatch> {
        let searcher = self.searcher();
        searcher.map_or_else(Vec::new, |searcher| (searcher.matches)(self, company, &search.terms))
    }

    /// Looks for a text; `None` when there is nothing to look for.
    pub(crate) fn search(&self, query: &str) -> Option<Search> {
        (self.searcher()?.search)(self, query)
    }
}

/// How to look for a text.
#[derive(Debug)]
pub(crate) struct Searcher {
    search: fn(&Index<'_>, &str) -> Option<Search>,
    matches: fn(&Index<'_>, &Company, &[Term]) -> Vec<FieldMatch>,
}

impl Searcher {
    pub(crate) fn new() -> Self {
        Self { search, matches: matches::matches }
    }
}

fn search(index: &Index<'_>, query: &str) -> Option<Search> {
    let terms = Term::all(query);
    (!terms.is_empty()).then(|| index.vocabulary().search(terms))
}
