//! Looks up the terms of a search text, and scores the companies that have them.

use super::found::Found;
use super::postings::{FIELD_BITS, Postings};
use super::syntax;
use super::terms::{FormEnd, Term, TermForm, TermKind, WordMatch};
use super::usual_words::is_usual;
use crate::bitset::BitSet;

/// Points of a company for a term: a row for how words match it (exact, prefix, typo), a column for
/// the field (name, technology, title, text). A better field outweighs all lesser ones together.
const POINTS: [[u32; FIELDS]; 3] = [[64, 24, 10, 4], [48, 16, 7, 3], [32, 12, 5, 2]];

/// Points for two neighbouring terms that are neighbours in a text of this field.
const POINTS_OF_NEIGHBOURS: [u32; FIELDS] = [32, 12, 5, 2];

const FIELDS: usize = FIELD_BITS as usize;

/// The fewest letters of two words typed apart for which they are looked for as one.
const SHORTEST_JOINED: usize = 5;

/// By company: one bit for each field and way of matching.
type Matched = Vec<u16>;

/// The words of the catalogue by number, each with a bit for each term that it matches.
struct TermsOfWords(Vec<u32>);

impl Postings {
    /// The companies that have every term and none of the excluded ones; `None` without terms.
    pub(crate) fn search(&self, text: &str) -> Option<Found> {
        let mut terms = syntax::terms(text);
        if terms.is_empty() {
            return None;
        }
        self.add_written_as_one(&mut terms);
        self.split_where_unknown(&mut terms);
        let mut companies = BitSet::full(self.companies());
        let mut scores = vec![0; self.companies()];
        let mut terms_of_words = TermsOfWords(vec![0; self.len()]);
        for (number, term) in terms.iter_mut().enumerate() {
            let mut matched = self.matched(term, number, &mut terms_of_words);
            if is_nothing(&matched) && self.loosen(term) {
                matched = self.matched(term, number, &mut terms_of_words);
            }
            let mut having = BitSet::empty(self.companies());
            for (company, bits) in matched.iter().enumerate().filter(|(_, bits)| **bits != 0) {
                having.insert(company);
                if !term.is_excluded {
                    scores[company] += points((*bits).into());
                }
            }
            if term.is_excluded {
                companies.subtract(&having);
            } else {
                companies.intersect_with(&having);
            }
            if companies.is_empty() {
                break;
            }
        }
        if terms.len() > 1 && !companies.is_empty() {
            self.add_points_of_neighbours(&terms_of_words, &mut scores);
        }
        Some(Found { terms, companies, scores })
    }

    /// Two words typed apart are found where they are written as one: `you tube` in "YouTube".
    fn add_written_as_one(&self, terms: &mut [Term]) {
        for second in 1..terms.len() {
            let pair = [&terms[second - 1], &terms[second]];
            if pair.iter().any(|term| term.kind != TermKind::Plain || term.is_excluded) {
                continue;
            }
            let letters = [pair[0].letters(), pair[1].letters()].concat();
            if letters.chars().count() >= SHORTEST_JOINED
                && !self.beginning_with(&letters).is_empty()
            {
                let form = TermForm { letters, end: FormEnd::Beginning, may_join: false };
                terms[second - 1].forms.push(form.clone());
                terms[second].forms.push(form);
            }
        }
    }

    /// Joined words that no text has in this order are looked for one by one: `kafka-spark`.
    fn split_where_unknown(&self, terms: &mut Vec<Term>) {
        let mut split = Vec::new();
        for term in terms.drain(..) {
            let is_unknown = || {
                let mut ignored = TermsOfWords(vec![0; self.len()]);
                is_nothing(&self.matched(&term, 0, &mut ignored))
            };
            if term.kind == TermKind::Joined && !term.is_excluded && is_unknown() {
                split.extend(term.words.iter().map(|word| {
                    Term::new(vec![word.clone()], TermKind::Plain, false, term.span.clone())
                }));
            } else {
                split.push(term);
            }
        }
        split.truncate(syntax::MAX_TERMS);
        *terms = split;
    }

    /// Makes a term that is nowhere match more: words that it may be an unfinished joining of, or else
    /// words with one typo. `false` if nothing more can match.
    fn loosen(&self, term: &mut Term) -> bool {
        if term.is_excluded || term.kind != TermKind::Plain {
            return false;
        }
        let mut unfinished = term.clone();
        unfinished.forms[0].end = FormEnd::Anywhere;
        let mut ignored = TermsOfWords(vec![0; self.len()]);
        if !is_nothing(&self.matched(&unfinished, 0, &mut ignored)) {
            *term = unfinished;
            return true;
        }
        let forgives = term.may_forgive() && !is_usual(term.letters());
        if forgives {
            let letters = term.letters().to_owned();
            term.forms.push(TermForm { letters, end: FormEnd::Typo, may_join: false });
        }
        forgives
    }

    /// Where a term is.
    fn matched(&self, term: &Term, number: usize, terms_of_words: &mut TermsOfWords) -> Matched {
        let mut matched = vec![0; self.companies()];
        for form in &term.forms {
            for at in self.candidates(form) {
                let Some((how, _)) = form.follow(std::iter::once(self.word(at))) else { continue };
                terms_of_words.0[at] |= 1 << number;
                for (company, fields) in self.having(at) {
                    matched[company] |= (fields << (FIELD_BITS * how as u32)) as u16;
                }
            }
            if form.may_join && form.end != FormEnd::Typo {
                self.add_joined(form, &mut matched);
            }
        }
        matched
    }

    /// Adds the texts in which the letters run over several words.
    fn add_joined(&self, form: &TermForm, matched: &mut Matched) {
        let starts = self.starts_of(&form.letters);
        if starts.is_empty() {
            return;
        }
        self.each_text(|company, field, words| {
            for (at, word) in words.iter().enumerate() {
                if !starts.contains(*word as usize) {
                    continue;
                }
                let following = words[at..].iter().map(|word| self.word(*word as usize));
                if let Some((how, _)) = form.follow(following) {
                    matched[company] |= 1 << (FIELD_BITS * how as u32 + field as u32);
                }
            }
        });
    }

    fn add_points_of_neighbours(&self, terms_of_words: &TermsOfWords, scores: &mut [u32]) {
        // By company and field: a bit for each term that follows the term before it.
        let mut neighbours = vec![[0_u32; FIELDS]; self.companies()];
        self.each_text(|company, field, words| {
            let mut before = 0;
            for word in words {
                let now = terms_of_words.0[*word as usize];
                neighbours[company][field] |= (before << 1) & now;
                before = now;
            }
        });
        for (company, fields) in neighbours.into_iter().enumerate() {
            for (field, pairs) in fields.into_iter().enumerate() {
                scores[company] += pairs.count_ones() * POINTS_OF_NEIGHBOURS[field];
            }
        }
    }
}

fn is_nothing(matched: &Matched) -> bool {
    matched.iter().all(|bits| *bits == 0)
}

/// The sum over the fields of the best match in each.
fn points(matched: u32) -> u32 {
    let ways = [WordMatch::Exact, WordMatch::Prefix, WordMatch::Typo].map(|way| way as usize);
    let best = |field: usize| {
        let way = ways.into_iter().find(|way| matched >> (way * FIELDS + field) & 1 == 1);
        way.map_or(0, |way| POINTS[way][field])
    };
    (0..FIELDS).map(best).sum()
}
