//! Search in names, technologies, titles and texts.

use crate::bitset::BitSet;
use crate::index::Index;
use crate::model::Company;
use crate::slug::Slug;

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
    /// The chapter's prose, a blurb, an industry or a host.
    Text,
}

#[derive(Debug)]
pub(crate) struct Vocabulary {
    names: Vec<String>,
}

pub(crate) struct Search {
    found: BitSet,
}

impl Vocabulary {
    pub(crate) fn new(index: &Index<'_>) -> Self {
        Self { names: index.catalog.companies.iter().map(|company| fold(&company.name)).collect() }
    }

    pub(crate) fn search(&self, query: &str, size: usize) -> Option<Search> {
        let query = fold(query.trim());
        if query.is_empty() {
            return None;
        }
        let mut found = BitSet::empty(size);
        for (number, name) in self.names.iter().enumerate() {
            if name.contains(&query) {
                found.insert(number);
            }
        }
        Some(Search { found })
    }
}

impl Search {
    pub(crate) fn companies(&self) -> &BitSet {
        &self.found
    }

    pub(crate) fn score(&self, company: usize) -> u32 {
        u32::from(self.found.contains(company))
    }
}

pub(crate) fn fold(text: &str) -> String {
    text.to_lowercase()
}
