//! The inverted index: every word of the catalogue with the companies and fields that have it.

use std::collections::HashMap;
use std::ops::Range;

use super::Field;
use super::passages::passages;
use super::terms::{Meeting, Term};
use super::tokens::each_word;
use crate::bitset::BitSet;
use crate::index::Index;
use crate::near::distance;
use crate::order::{most_first, sort_texts};

/// What a company earns for a word of the search text, by how the word is met and in which field:
/// name, technology, title, text. A better field outweighs all lesser ones together.
const POINTS: [[u32; 4]; 3] = [[64, 24, 10, 4], [48, 16, 7, 3], [32, 12, 5, 2]];

/// Every word with where it stands. Texts and postings are each in one piece, so that a scan for
/// typos reads memory in order.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The words one after the other, sorted.
    text: String,
    /// What stands at a word, by company, each once: its number times 16, plus one bit for each
    /// field that has the word.
    postings: Vec<u32>,
    /// Where each word ends in `text` and in `postings`, behind a zeroth that ends at the start.
    ends: Vec<(u32, u32)>,
    companies: usize,
}

const FIELD_BITS: u32 = 4;
const FIELD_MASK: u32 = (1 << FIELD_BITS) - 1;

/// What a search found.
#[derive(Debug)]
pub(crate) struct Search {
    /// The words that were looked for.
    pub(crate) terms: Vec<Term>,
    /// The companies that have all of them.
    pub(crate) found: BitSet,
    /// By company; what it says about companies that were not found means nothing.
    pub(crate) scores: Vec<u32>,
}

impl Vocabulary {
    pub(crate) fn new(index: &Index<'_>) -> Self {
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut postings: Vec<Vec<u32>> = Vec::new();
        for (number, company) in (0_u32..).zip(&index.catalog.companies) {
            for passage in passages(index, company) {
                let bit = 1 << field_rank(&passage.field);
                each_word(&passage.text, |word, _| {
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
        let mut vocabulary = Self {
            text: String::new(),
            postings: Vec::new(),
            ends: vec![(0, 0)],
            companies: index.catalog.companies.len(),
        };
        for (text, place) in words {
            vocabulary.text.push_str(&text);
            vocabulary.postings.append(&mut postings[place]);
            let ends = (vocabulary.text.len() as u32, vocabulary.postings.len() as u32);
            vocabulary.ends.push(ends);
        }
        vocabulary
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

    /// The word nearest to `word` that a company in `room` has: the least edits away and at most
    /// `most`, then in most of those companies.
    pub(crate) fn nearest(&self, word: &str, most: usize, room: &BitSet) -> Option<&str> {
        let wanted: Vec<char> = word.chars().collect();
        let mut nearest = None;
        let mut least = (most, usize::MAX);
        for at in 0..self.len() {
            let other: Vec<char> = self.word(at).chars().collect();
            if wanted.len().abs_diff(other.len()) > least.0 {
                continue;
            }
            let edits = distance(&wanted, &other);
            if edits > least.0 {
                continue;
            }
            let companies = self.postings(at).iter().map(|posting| posting >> FIELD_BITS);
            let companies = companies.filter(|number| room.contains(*number as usize)).count();
            let key = (edits, most_first(companies));
            if companies > 0 && key < least {
                least = key;
                nearest = Some(self.word(at));
            }
        }
        nearest
    }

    /// Looks for companies that have every term, forgiving typos in terms that nothing begins with.
    pub(crate) fn search(&self, mut terms: Vec<Term>) -> Search {
        let mut found = BitSet::full(self.companies);
        let mut scores = vec![0; self.companies];
        for term in &mut terms {
            let beginning = self.beginning_with(&term.word);
            term.forgives = beginning.is_empty() && term.may_forgive();
            let words = if term.forgives { 0..self.len() } else { beginning };
            self.meet(term, words, &mut found, &mut scores);
            if found.is_empty() {
                break;
            }
        }
        Search { terms, found, scores }
    }

    fn meet(&self, term: &Term, words: Range<usize>, found: &mut BitSet, scores: &mut [u32]) {
        // By company: one bit for each field, once for each way of meeting.
        let mut met = vec![0_u16; self.companies];
        for at in words {
            let Some(meeting) = term.meets(self.word(at)) else { continue };
            for posting in self.postings(at) {
                let fields = (posting & FIELD_MASK) << (FIELD_BITS * meeting as u32);
                met[(posting >> FIELD_BITS) as usize] |= fields as u16;
            }
        }
        let mut having = BitSet::empty(self.companies);
        for (number, met) in met.into_iter().enumerate().filter(|(_, met)| *met != 0) {
            having.insert(number);
            scores[number] += points(met.into());
        }
        found.intersect_with(&having);
    }
}

/// The sum over the fields of the best meeting in each.
fn points(met: u32) -> u32 {
    let ways = [Meeting::Exact, Meeting::Prefix, Meeting::Typo].map(|way| way as usize);
    let best = |field: usize| {
        let way = ways.into_iter().find(|way| met >> (way * FIELD_BITS as usize + field) & 1 == 1);
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
