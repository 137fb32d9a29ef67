//! The words of a search text, and how a word of the catalogue matches one of them.

use super::typo::{FORGIVEN_LENGTH, is_one_typo_from};
use crate::text::words::each_word;

/// Words of a search text beyond this number are ignored: it bounds the work for a pasted text.
const MAX_TERMS: usize = 32;

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded.
    pub(crate) word: String,
    /// Whether a typo is forgiven: only if no word of the catalogue begins with this one. Otherwise
    /// a search for Storm would find every "store".
    pub(crate) forgives: bool,
}

/// How a word matches a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordMatch {
    /// The term is the word.
    Exact,
    /// The word begins with the term.
    Prefix,
    /// One of these, except for one typo.
    Typo,
}

impl Term {
    /// The words of a search text, each once. None forgives a typo yet.
    pub(crate) fn all(query: &str) -> Vec<Self> {
        let mut terms: Vec<Self> = Vec::new();
        each_word(query, |word, _| {
            if terms.len() < MAX_TERMS && terms.iter().all(|term| term.word != word) {
                terms.push(Self { word: word.to_owned(), forgives: false });
            }
        });
        terms
    }

    /// Whether the word is long enough for a typo to be recognised.
    pub(crate) fn may_forgive(&self) -> bool {
        self.word.chars().nth(FORGIVEN_LENGTH - 1).is_some()
    }

    /// How a folded word matches, if it does.
    pub(crate) fn matches(&self, word: &str) -> Option<WordMatch> {
        if word == self.word {
            Some(WordMatch::Exact)
        } else if word.starts_with(&self.word) {
            Some(WordMatch::Prefix)
        } else if self.forgives && is_one_typo_from(&self.word, word) {
            Some(WordMatch::Typo)
        } else {
            None
        }
    }
}
