//! Lists of words and runs of words.

use std::collections::HashSet;

use catalog::Kind;

/// Words in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordList(pub(super) HashSet<String>);

impl WordList {
    /// Whether the list holds a word, in any case.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.contains(&word.to_lowercase())
    }
}

/// Runs of one or more words in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases(pub(super) Vec<Vec<String>>);

impl Phrases {
    /// Whether `words` starts with one of the phrases, in any case.
    pub(crate) fn starts<W: AsRef<str>>(&self, words: &[W]) -> bool {
        self.0.iter().any(|phrase| {
            phrase.len() <= words.len()
                && phrase
                    .iter()
                    .zip(words)
                    .all(|(wanted, word)| *wanted == word.as_ref().to_lowercase())
        })
    }
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
