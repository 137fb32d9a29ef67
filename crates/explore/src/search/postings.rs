//! The inverted index: every word of the catalogue with the companies and fields that have it.

use std::collections::HashMap;
use std::ops::Range;

use strsim::osa_distance;

use super::field::Field;
use super::field_texts::field_texts;
use super::found::Found;
use super::terms::{Term, WordMatch};
use crate::bitset::BitSet;
use crate::index::Index;
use crate::order::{most_first, sort_texts};
use crate::text::words::each_word;

/// Points of a company for a word of the search text: a row for how the word matches (exact, prefix,
/// typo), a column for the field (name, technology, title, text). A better field outweighs all
/// lesser ones together.
const POINTS: [[u32; 4]; 3] = [[64, 24, 10, 4], [48, 16, 7, 3], [32, 12, 5, 2]];

/// Every word with its postings. Words and postings each lie in one piece of memory, so that a scan
/// for typos reads memory in order.
#[derive(Debug)]
pub(crate) struct Postings {
    /// The words one after the other, sorted.
    text: String,
    /// The postings of each word, by company, each company once: its number times 16, plus one bit
    /// for each field that has the word.
    postings: Vec<u32>,
    /// The end of each word in `text` and in `postings`; the first entry is (0, 0).
    ends: Vec<(u32, u32)>,
    companies: usize,
}

const FIELD_BITS: u32 = 4;
const FIELD_MASK: u32 = (1 << FIELD_BITS) - 1;

impl Postings {
    pub(crate) fn new(index: &Index<'_>) -> Self {
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut postings: Vec<Vec<u32>> = Vec::new();
        for (number, company) in (0_u32..).zip(&index.catalog.companies) {
            for searched in field_texts(index, company) {
                let bit = 1 << field_rank(&searched.field);
                each_word(&searched.text, |word, _| {
                    let place = places.get(word).copied().unwrap_or_else(|| {
                        places.insert(word.to_owned(), postings.len());
                        postings.push(Vec::new());
                        postings.len() - 1
                    });
                    match postings[place].last_mut() {
                        Some(last) if *last >> FIELD_BITS == number => *last |= bit,
                        _ => postings[place].push(number << FIELD_BITS | bit),
                    }
                });
            }
        }
        let mut words: Vec<(String, usize)> = places.into_iter().collect();
        sort_texts(&mut words);
        let mut built = Self {
            text: String::new(),
            postings: Vec::new(),
            ends: vec![(0, 0)],
            companies: index.catalog.companies.len(),
        };
        for (text, place) in words {
            built.text.push_str(&text);
            built.postings.append(&mut postings[place]);
            let ends = (built.text.len() as u32, built.postings.len() as u32);
            built.ends.push(ends);
        }
        built
    }

    /// How many words there are.
    fn len(&self) -> usize {
        self.ends.len() - 1
    }

    fn word(&self, at: usize) -> &str {
        &self.text[self.ends[at].0 as usize..self.ends[at + 1].0 as usize]
    }

    fn postings(&self, at: usize) -> &[u32] {
        &self.postings[self.ends[at].1 as usize..self.ends[at + 1].1 as usize]
    }

    /// The words that begin with a text.
    fn beginning_with(&self, text: &str) -> Range<usize> {
        let (mut start, mut end) = (0, self.len());
        while start < end {
            let middle = start.midpoint(end);
            if self.word(middle) < text { start = middle + 1 } else { end = middle }
        }
        let count = (start..self.len()).take_while(|at| self.word(*at).starts_with(text)).count();
        start..start + count
    }

    /// The word with the least edit distance from `word`, at most `most`, among the words that
    /// `companies` have; of equals the one that most of them have.
    pub(crate) fn nearest(&self, word: &str, most: usize, companies: &BitSet) -> Option<&str> {
        let length = word.chars().count();
        let mut nearest = None;
        let mut least = (most, usize::MAX);
        for at in 0..self.len() {
            let other = self.word(at);
            if length.abs_diff(other.chars().count()) > least.0 {
                continue;
            }
            let edits = osa_distance(word, other);
            if edits > least.0 {
                continue;
            }
            let having = self.postings(at).iter().map(|posting| posting >> FIELD_BITS);
            let having = having.filter(|number| companies.contains(*number as usize)).count();
            let key = (edits, most_first(having));
            if having > 0 && key < least {
                least = key;
                nearest = Some(other);
            }
        }
        nearest
    }

    /// The companies that have every term; a typo is forgiven in a term that no word begins with.
    pub(crate) fn search(&self, mut terms: Vec<Term>) -> Found {
        let mut found = BitSet::full(self.companies);
        let mut scores = vec![0; self.companies];
        for term in &mut terms {
            let beginning = self.beginning_with(&term.word);
            term.forgives = beginning.is_empty() && term.may_forgive();
            let words = if term.forgives { 0..self.len() } else { beginning };
            self.add_matches(term, words, &mut found, &mut scores);
            if found.is_empty() {
                break;
            }
        }
        Found { terms, companies: found, scores }
    }

    fn add_matches(
        &self,
        term: &Term,
        words: Range<usize>,
        found: &mut BitSet,
        scores: &mut [u32],
    ) {
        // By company: one bit for each field and way of matching.
        let mut matched = vec![0_u16; self.companies];
        for at in words {
            let Some(how) = term.matches(self.word(at)) else { continue };
            for posting in self.postings(at) {
                let fields = (posting & FIELD_MASK) << (FIELD_BITS * how as u32);
                matched[(posting >> FIELD_BITS) as usize] |= fields as u16;
            }
        }
        let mut having = BitSet::empty(self.companies);
        for (number, bits) in matched.into_iter().enumerate().filter(|(_, bits)| *bits != 0) {
            having.insert(number);
            scores[number] += points(bits.into());
        }
        found.intersect_with(&having);
    }
}

/// The sum over the fields of the best match in each.
fn points(matched: u32) -> u32 {
    let ways = [WordMatch::Exact, WordMatch::Prefix, WordMatch::Typo].map(|way| way as usize);
    let best = |field: usize| {
        let way =
            ways.into_iter().find(|way| matched >> (way * FIELD_BITS as usize + field) & 1 == 1);
        way.map_or(0, |way| POINTS[way][field])
    };
    (0..FIELD_BITS as usize).map(best).sum()
}

/// The column of [`POINTS`].
fn field_rank(field: &Field) -> usize {
    match field {
        Field::Name => 0,
        Field::Technology(_) => 1,
        Field::Title(_) | Field::Podcast(_) => 2,
        Field::Industry | Field::Text => 3,
    }
}
