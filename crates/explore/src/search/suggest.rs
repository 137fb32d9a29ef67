//! What a reader may be about to type: companies, technologies and resources by their names.
//!
//! A name is suggested where each word of the text begins one of its words. Letters are compared as
//! in the search; no typo is forgiven, for what is suggested is what was typed so far.

use super::matches::marks;
use super::terms::Term;
use super::tokens::each_word;
use crate::index::Index;
use crate::order::{most_first, ordered};
use catalog::{Company, Resource, Technology};

/// Titles are many: they are suggested from this many letters on.
const LETTERS_FOR_TITLES: usize = 2;

/// Something to go to that goes by a name like the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion<'c> {
    /// Where it leads.
    pub target: Target<'c>,
    /// Byte ranges of [`Target::name`] to highlight: ascending, apart from each other, on character
    /// boundaries. Empty where only the other name is like the text.
    pub marks: Vec<(u32, u32)>,
    /// The name that is like the text, where it is not the shown one.
    pub other_name: Option<OtherName<'c>>,
}

/// An alias of a technology, or the chapter's own words for a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherName<'c> {
    /// The name.
    pub text: &'c str,
    /// Byte ranges of it to highlight, as in [`Suggestion::marks`]; never empty.
    pub marks: Vec<(u32, u32)>,
}

/// What a suggestion leads to.
#[derive(Clone, Copy, Debug)]
pub enum Target<'c> {
    /// A company.
    Company(&'c Company),
    /// A technology.
    Technology(&'c Technology),
    /// Something that the company's section links to.
    Resource(&'c Company, &'c Resource),
}

impl<'c> Target<'c> {
    /// The name that readers see.
    #[must_use]
    pub fn name(&self) -> &'c str {
        match self {
            Self::Company(company) => &company.name,
            Self::Technology(technology) => &technology.name,
            Self::Resource(_, resource) => &resource.title,
        }
    }
}

impl PartialEq for Target<'_> {
    /// Parts of one catalogue are the same where they stand at the same place.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Company(one), Self::Company(other)) => std::ptr::eq(*one, *other),
            (Self::Technology(one), Self::Technology(other)) => std::ptr::eq(*one, *other),
            (Self::Resource(_, one), Self::Resource(_, other)) => std::ptr::eq(*one, *other),
            _ => false,
        }
    }
}

impl Eq for Target<'_> {}

impl<'c> Index<'c> {
    /// At most `limit` companies, then at most `limit` technologies, then at most `limit` resources
    /// whose names are like the text.
    ///
    /// In each group the best come first: the whole name, names that begin with the text, names
    /// with a word that begins with it, names with its words in any order, and in that order again
    /// by another name. Equals go by name; technologies by how many companies use them. An alias that
    /// the name ends with is no other name: Kafka is Apache Kafka.
    #[must_use]
    pub fn suggest(&self, text: &str, limit: usize) -> Vec<Suggestion<'c>> {
        let (wanted, terms) = (words_of(text), Term::all(text));
        let names = self.names();
        let groups = if wanted.chars().filter(|c| *c != ' ').count() < LETTERS_FOR_TITLES {
            &names.groups[..2]
        } else {
            &names.groups
        };
        let mut suggestions = Vec::new();
        if terms.is_empty() {
            return suggestions;
        }
        for group in groups {
            let found = group.found(&wanted, &terms);
            let order = ordered(0..found.len(), |at| {
                let (likeness, at) = found[at];
                (likeness, group.entries[at].standing)
            });
            for at in order.into_iter().take(limit) {
                suggestions.push(self.suggestion(&group.entries[found[at].1], &terms));
            }
        }
        suggestions
    }

    fn suggestion(&self, entry: &Entry, terms: &[Term]) -> Suggestion<'c> {
        let target = self.target(entry.of);
        let other = entry.other_name.and_then(|number| match target {
            Target::Company(_) => None,
            Target::Technology(technology) => technology.aliases.get(number).map(String::as_str),
            Target::Resource(_, resource) => resource.label.as_deref(),
        });
        Suggestion {
            target,
            marks: marks_of(target.name(), terms),
            other_name: other.map(|text| OtherName { text, marks: marks_of(text, terms) }),
        }
    }

    fn target(&self, position: Position) -> Target<'c> {
        match position {
            Position::Company(at) => Target::Company(&self.catalog.companies[at]),
            Position::Technology(at) => Target::Technology(&self.catalog.technologies[at]),
            Position::Resource(at, resource) => {
                let company = &self.catalog.companies[at];
                Target::Resource(company, &company.resources[resource])
            }
        }
    }
}

/// Every name that is suggested by, folded once: companies, technologies, resources.
#[derive(Debug)]
pub(crate) struct Names {
    groups: [Group; 3],
}

/// The names of one group, one after the other, so that a scan reads memory in order. Those of one
/// target stand together, the shown one first.
#[derive(Debug, Default)]
struct Group {
    text: String,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// Where the name ends in [`Group::text`].
    end: usize,
    of: Position,
    /// Which of its other names this is; `None` for the shown one and for the end of it.
    other_name: Option<usize>,
    /// Its place among equals.
    standing: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Position {
    Company(usize),
    Technology(usize),
    Resource(usize, usize),
}

impl Names {
    pub(crate) fn new(index: &Index<'_>) -> Self {
        let [mut companies, mut technologies, mut resources] = <[Group; 3]>::default();
        for (at, technology) in index.catalog.technologies.iter().enumerate() {
            let of = Position::Technology(at);
            let standing = most_first(index.technologies[at].any.count());
            technologies.add(of, &technology.name, &technology.aliases, standing);
        }
        for (at, company) in index.catalog.companies.iter().enumerate() {
            let standing = index.name_rank(at);
            companies.add(Position::Company(at), &company.name, &[], standing);
            for (number, resource) in company.resources.iter().enumerate() {
                let of = Position::Resource(at, number);
                resources.add(of, &resource.title, resource.label.as_slice(), standing);
            }
        }
        Self { groups: [companies, technologies, resources] }
    }
}

impl Group {
    fn add(&mut self, of: Position, name: &str, others: &[String], standing: usize) {
        let name = words_of(name);
        self.text.push_str(&name);
        self.entries.push(Entry { end: self.text.len(), of, other_name: None, standing });
        for (number, other) in others.iter().enumerate() {
            let end_of_name = format!(" {}", words_of(other));
            self.text.push_str(&end_of_name[1..]);
            let other_name = (!name.ends_with(&end_of_name)).then_some(number);
            self.entries.push(Entry { end: self.text.len(), of, other_name, standing });
        }
    }

    /// How like the text the names are and which those are, the best of each target.
    fn found(&self, wanted: &str, terms: &[Term]) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut start = 0;
        for (at, entry) in self.entries.iter().enumerate() {
            let name = &self.text[start..entry.end];
            start = entry.end;
            let Some(mut likeness) = likeness(name, wanted, terms) else { continue };
            if entry.other_name.is_some() {
                likeness += LIKENESSES;
            }
            match found.last_mut() {
                Some(last) if self.entries[last.1].of == entry.of => {
                    if likeness < last.0 {
                        *last = (likeness, at);
                    }
                }
                _ => found.push((likeness, at)),
            }
        }
        found
    }
}

/// How many ways there are in which a name is like a text.
const LIKENESSES: usize = 4;

/// How like a text a name is, the most alike first. Both are words with one space between them.
fn likeness(name: &str, wanted: &str, terms: &[Term]) -> Option<usize> {
    if name == wanted {
        Some(0)
    } else if name.starts_with(wanted) {
        Some(1)
    } else if begins_a_word(name, wanted) {
        Some(2)
    } else if terms.iter().all(|term| begins_a_word(name, &term.word)) {
        Some(3)
    } else {
        None
    }
}

fn begins_a_word(name: &str, text: &str) -> bool {
    let mut rest = name;
    loop {
        if rest.starts_with(text) {
            return true;
        }
        match rest.find(' ') {
            Some(space) => rest = &rest[space + 1..],
            None => return false,
        }
    }
}

/// The words of a text, folded, with one space between them.
fn words_of(text: &str) -> String {
    let mut words = String::new();
    each_word(text, |word, _| {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    });
    words
}

fn marks_of(text: &str, terms: &[Term]) -> Vec<(u32, u32)> {
    let (marks, _) = marks(text, terms);
    marks.into_iter().map(|(start, end)| (start as u32, end as u32)).collect()
}
