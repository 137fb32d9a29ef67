//! The words of a search text, and how one of them meets a word of the catalogue.

use super::tokens::each_word;
use super::typo::{FORGIVEN_LENGTH, is_one_typo_from};

/// More words of a search text than this are not looked for: it bounds the work for a pasted text.
const MAX_TERMS: usize = 32;

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded.
    pub(crate) word: String,
    /// Whether a typo is forgiven. Only where nothing in the catalogue begins with the word as it
    /// stands; else a search for Storm would find every "store".
    pub(crate) forgives: bool,
}

/// How a term meets a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meeting {
    /// It is the word.
    Exact,
    /// It is the beginning of the word.
    Prefix,
    /// It is one of these but for one typo.
    Typo,
}

impl Term {
    /// The words of a search text, each once. No typo is forgiven yet.
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

    /// How the term meets a folded word, if it does.
    pub(crate) fn meets(&self, word: &str) -> Option<Meeting> {
        if word == self.word {
            Some(Meeting::Exact)
        } else if word.starts_with(&self.word) {
            Some(Meeting::Prefix)
        } else if self.forgives && is_one_typo_from(&self.word, word) {
            Some(Meeting::Typo)
        } else {
            None
        }
    }
}
