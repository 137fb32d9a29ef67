//! The names by which something is suggested.

use super::syntax::words;
use super::terms::Term;
use crate::index::Index;
use crate::order::{most_first, ordered};

/// Titles are many: they are suggested from this many letters on.
const LETTERS_FOR_TITLES: usize = 2;

/// Every name, folded: of companies, of technologies, of resources.
#[derive(Debug)]
pub(crate) struct NameIndex {
    groups: [NameGroup; 3],
}

/// The names of one group in one piece of memory, so that a scan reads it in order. The names of one
/// target are adjacent, the shown one first.
#[derive(Debug, Default)]
struct NameGroup {
    text: String,
    entries: Vec<IndexedName>,
}

/// One name of a target.
#[derive(Debug)]
pub(crate) struct IndexedName {
    /// The end of the name in [`NameGroup::text`].
    end: usize,
    pub(crate) of: TargetPosition,
    /// Index of the alias or label; `None` for the shown name and for an alias with which it ends.
    pub(crate) other_name: Option<usize>,
    /// Sort key among names that are equally like the text.
    rank: usize,
}

/// Positions in the catalogue; a resource has those of its company and in that company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TargetPosition {
    Company(usize),
    Technology(usize),
    Resource(usize, usize),
}

impl NameIndex {
    pub(crate) fn new(index: &Index<'_>) -> Self {
        let [mut companies, mut technologies, mut resources] = <[NameGroup; 3]>::default();
        for (at, technology) in index.catalog.technologies.iter().enumerate() {
            let of = TargetPosition::Technology(at);
            let rank = most_first(index.technologies[at].any.count());
            technologies.add(of, &technology.name, &technology.aliases, rank);
        }
        for (at, company) in index.catalog.companies.iter().enumerate() {
            let rank = index.name_rank(at);
            companies.add(TargetPosition::Company(at), &company.name, &[], rank);
            for (number, resource) in company.resources.iter().enumerate() {
                let of = TargetPosition::Resource(at, number);
                resources.add(of, &resource.title, resource.label.as_slice(), rank);
            }
        }
        Self { groups: [companies, technologies, resources] }
    }

    /// The names like a text with these terms, group by group, at most `limit` of each, the best
    /// first.
    pub(crate) fn like(&self, text: &str, terms: &[Term], limit: usize) -> Vec<&IndexedName> {
        let wanted = words_of(text);
        let groups = if wanted.chars().filter(|c| *c != ' ').count() < LETTERS_FOR_TITLES {
            &self.groups[..2]
        } else {
            &self.groups
        };
        let mut names = Vec::new();
        if terms.is_empty() {
            return names;
        }
        for group in groups {
            let found = group.found(&wanted, terms);
            let order = ordered(0..found.len(), |at| {
                let (likeness, at) = found[at];
                (likeness, group.entries[at].rank)
            });
            names.extend(order.into_iter().take(limit).map(|at| &group.entries[found[at].1]));
        }
        names
    }
}

impl NameGroup {
    fn add(&mut self, of: TargetPosition, name: &str, others: &[String], rank: usize) {
        let name = words_of(name);
        self.text.push_str(&name);
        self.entries.push(IndexedName { end: self.text.len(), of, other_name: None, rank });
        for (number, other) in others.iter().enumerate() {
            let end_of_name = format!(" {}", words_of(other));
            self.text.push_str(&end_of_name[1..]);
            let other_name = (!name.ends_with(&end_of_name)).then_some(number);
            self.entries.push(IndexedName { end: self.text.len(), of, other_name, rank });
        }
    }

    /// The likeness and the index of the best name of each target.
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

/// The number of results of [`likeness`].
const LIKENESSES: usize = 4;

/// How well a name fits a text, 0 best. Both are folded words with one space between them.
fn likeness(name: &str, wanted: &str, terms: &[Term]) -> Option<usize> {
    if name == wanted {
        Some(0)
    } else if name.starts_with(wanted) {
        Some(1)
    } else if begins_a_word(name, wanted) {
        Some(2)
    } else if terms.iter().all(|term| has(name, term) != term.is_excluded) {
        Some(3)
    } else {
        None
    }
}

/// Whether a name of folded words has a term.
fn has(name: &str, term: &Term) -> bool {
    let mut rest = name;
    loop {
        if term.forms.iter().any(|form| form.follow(rest.split(' ')).is_some()) {
            return true;
        }
        match rest.find(' ') {
            Some(space) => rest = &rest[space + 1..],
            None => return false,
        }
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
    words(text).join(" ")
}
