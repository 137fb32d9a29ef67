//! Lists of words and runs of words.

use std::collections::{HashMap, HashSet};

use catalog::Kind;

use crate::text_form::lower;

/// Words in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordList(pub(super) HashSet<String>);

impl WordList {
    /// Whether the list holds a word, in any case.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.contains(&*lower(word))
    }
}

/// Runs of one or more words in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases {
    /// The other words of each run, by its first word.
    by_first: HashMap<String, Vec<Vec<String>>>,
}

impl Phrases {
    pub(super) fn new(runs: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut phrases = Self::default();
        for run in runs {
            let mut run = run.into_iter();
            if let Some(first) = run.next() {
                phrases.by_first.entry(first).or_default().push(run.collect());
            }
        }
        phrases
    }

    /// Whether `words` starts with one of the phrases, in any case.
    pub(crate) fn starts<W: AsRef<str>>(&self, words: &[W]) -> bool {
        let Some((first, rest)) = words.split_first() else { return false };
        let runs = self.by_first.get(&*lower(first.as_ref()));
        runs.is_some_and(|runs| runs.iter().any(|run| starts(run, rest)))
    }
}

/// Whether words start with a run in lower case, in any case.
pub(super) fn starts<W: AsRef<str>>(run: &[String], words: &[W]) -> bool {
    run.len() <= words.len()
        && run.iter().zip(words).all(|(wanted, word)| *wanted == *lower(word.as_ref()))
}

/// Runs of words, each with the kind of material that it names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kinds(pub(super) Vec<(Vec<String>, Kind)>);

impl Kinds {
    /// The longest run that `words`, in lower case, start with: its number of words and its kind.
    pub(crate) fn longest_run<W: AsRef<str>>(&self, words: &[W]) -> Option<(usize, Kind)> {
        let starts = |run: &[String]| {
            run.len() <= words.len()
                && run.iter().zip(words).all(|(one, word)| one == word.as_ref())
        };
        let fitting = self.0.iter().filter(|(run, _)| starts(run));
        fitting.map(|(run, kind)| (run.len(), *kind)).max_by_key(|&(count, _)| count)
    }
}
