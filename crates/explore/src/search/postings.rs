//! The inverted index: every word of the catalogue with the companies and fields that have it, and
//! the texts as rows of words.

use std::collections::HashMap;
use std::ops::Range;

use strsim::osa_distance;

use super::field::Field;
use super::field_texts::field_texts;
use super::terms::{FormEnd, TermForm};
use crate::bitset::BitSet;
use crate::index::Index;
use crate::order::sort_texts;
use crate::text::fold::FIRST_OF_A_RUN;
use crate::text::words::each_word;

/// Every word with its postings. Words, postings and texts each lie in one piece of memory, so that a
/// scan reads memory in order.
#[derive(Debug)]
pub(crate) struct Postings {
    /// The words one after the other, sorted.
    text: String,
    /// The postings of each word, by company, each company once: its number times 16, plus one bit
    /// for each field that has the word.
    postings: Vec<u32>,
    /// The end of each word in `text` and in `postings`; the first entry is (0, 0).
    ends: Vec<(u32, u32)>,
    /// The searched texts of all companies as numbers of words; before each text a number from
    /// [`FIRST_FIELD`] on says its field.
    texts: Vec<u32>,
    /// The end of each company's texts.
    texts_ends: Vec<u32>,
}

pub(crate) const FIELD_BITS: u32 = 4;
const FIELD_MASK: u32 = (1 << FIELD_BITS) - 1;
const FIRST_FIELD: u32 = u32::MAX - FIELD_BITS;
const TEXT_RANK: u32 = 3;

impl Postings {
    pub(crate) fn new(index: &Index<'_>) -> Self {
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut postings: Vec<Vec<u32>> = Vec::new();
        let mut texts = Vec::new();
        let mut texts_ends = Vec::new();
        for (number, company) in (0_u32..).zip(&index.catalog.companies) {
            for searched in field_texts(index, company) {
                let field = field_rank(&searched.field);
                texts.push(FIRST_FIELD + field);
                each_word(&searched.text, |word, _| {
                    let place = places.get(word).copied().unwrap_or_else(|| {
                        places.insert(word.to_owned(), postings.len());
                        postings.push(Vec::new());
                        postings.len() - 1
                    });
                    texts.push(place as u32);
                    match postings[place].last_mut() {
                        Some(last) if *last >> FIELD_BITS == number => *last |= 1 << field,
                        _ => postings[place].push(number << FIELD_BITS | 1 << field),
                    }
                });
            }
            texts_ends.push(texts.len() as u32);
        }
        let mut words: Vec<(String, usize)> = places.into_iter().collect();
        sort_texts(&mut words);
        let mut built = Self {
            text: String::new(),
            postings: Vec::new(),
            ends: vec![(0, 0)],
            texts,
            texts_ends,
        };
        let mut numbers = vec![0; words.len()];
        for (number, (text, place)) in words.into_iter().enumerate() {
            numbers[place] = number as u32;
            built.text.push_str(&text);
            built.postings.append(&mut postings[place]);
            let ends = (built.text.len() as u32, built.postings.len() as u32);
            built.ends.push(ends);
        }
        for word in built.texts.iter_mut().filter(|word| **word < FIRST_FIELD) {
            *word = numbers[*word as usize];
        }
        built
    }

    /// How many companies there are.
    pub(crate) fn companies(&self) -> usize {
        self.texts_ends.len()
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len() - 1
    }

    pub(crate) fn word(&self, at: usize) -> &str {
        &self.text[self.ends[at].0 as usize..self.ends[at + 1].0 as usize]
    }

    /// The companies that have a word, each with a bit for each field that has it.
    pub(crate) fn having(&self, at: usize) -> impl Iterator<Item = (usize, u32)> + '_ {
        let postings = &self.postings[self.ends[at].1 as usize..self.ends[at + 1].1 as usize];
        postings.iter().map(|posting| ((posting >> FIELD_BITS) as usize, posting & FIELD_MASK))
    }

    /// The first word that is not before this text.
    fn lower_bound(&self, text: &str) -> usize {
        let (mut start, mut end) = (0, self.len());
        while start < end {
            let middle = start.midpoint(end);
            if self.word(middle) < text { start = middle + 1 } else { end = middle }
        }
        start
    }

    /// The words that begin with a text.
    pub(crate) fn beginning_with(&self, text: &str) -> Range<usize> {
        let start = self.lower_bound(text);
        let count = (start..self.len()).take_while(|at| self.word(*at).starts_with(text)).count();
        start..start + count
    }

    /// The words among which are all that match a form by themselves.
    pub(crate) fn candidates(&self, form: &TermForm) -> Range<usize> {
        match form.end {
            FormEnd::Typo => 0..self.len(),
            FormEnd::Inside => self.lower_bound(FIRST_OF_A_RUN)..self.len(),
            FormEnd::Whole | FormEnd::Beginning | FormEnd::Anywhere => {
                self.beginning_with(&form.letters)
            }
        }
    }

    /// The words that are a part of the letters from their start on.
    pub(crate) fn starts_of(&self, letters: &str) -> BitSet {
        let mut starts = BitSet::empty(self.len());
        for (end, _) in letters.char_indices().skip(1) {
            let at = self.lower_bound(&letters[..end]);
            if at < self.len() && self.word(at) == &letters[..end] {
                starts.insert(at);
            }
        }
        starts
    }

    /// Calls `visit` with each text: its company, its field, the numbers of its words.
    pub(crate) fn each_text(&self, mut visit: impl FnMut(usize, usize, &[u32])) {
        let mut start = 0;
        for (company, end) in self.texts_ends.iter().enumerate() {
            let mut texts = &self.texts[start..*end as usize];
            start = *end as usize;
            while let Some((field, rest)) = texts.split_first() {
                let length = rest.iter().position(|word| *word >= FIRST_FIELD);
                let (words, behind) = rest.split_at(length.unwrap_or(rest.len()));
                visit(company, (field - FIRST_FIELD) as usize, words);
                texts = behind;
            }
        }
    }

    /// Whether a word is in a name or a title.
    pub(crate) fn is_in_a_name(&self, at: usize) -> bool {
        self.having(at).any(|(_, fields)| fields & !(1 << TEXT_RANK) != 0)
    }

    /// The words within `most` edits of `word`, each with its edits.
    pub(crate) fn near(&self, word: &str, most: usize) -> Vec<(usize, usize)> {
        let length = word.chars().count();
        let mut near = Vec::new();
        for at in 0..self.len() {
            let other = self.word(at);
            if length.abs_diff(other.chars().count()) > most {
                continue;
            }
            let edits = osa_distance(word, other);
            if edits <= most {
                near.push((edits, at));
            }
        }
        near
    }
}

/// The column of the points.
fn field_rank(field: &Field) -> u32 {
    match field {
        Field::Name => 0,
        Field::Technology(_) => 1,
        Field::Title(_) | Field::Podcast(_) => 2,
        Field::Industry | Field::Role(_) | Field::Kind(_) | Field::Text => TEXT_RANK,
    }
}
