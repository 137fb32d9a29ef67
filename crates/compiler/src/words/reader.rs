//! Reads `words.toml` key by key. A fault is reported and costs only its value.

use std::collections::HashSet;

use toml::Spanned;
use toml::de::DeTable;

use super::keys::FILE;
use super::lists::{Kinds, Phrases, WordList};
use crate::diagnostic::{Code, Reporter};
use crate::hosts::{LINKED_KINDS, linked_kinds};
use crate::slug_words::split;
use crate::token::tokens;
use crate::toml_file::Entry;
use crate::usage::{Rule, Rules, UsageWords};

/// The file, read key by key.
pub(super) struct LexiconReader<'t> {
    top: Entry<'t>,
}

impl<'t> LexiconReader<'t> {
    pub(super) fn new(document: &'t DeTable<'t>, report: &mut Reporter<'_>) -> Self {
        let top = Entry::file(document, &FILE);
        top.check_keys(report);
        Self { top }
    }

    /// Single words of addresses.
    pub(super) fn words(&self, key: &str, report: &mut Reporter<'_>) -> WordList {
        let list = self.list(key, split, report);
        WordList(
            list.into_iter()
                .filter_map(|(text, words)| single(key, &text, words, report))
                .collect(),
        )
    }

    /// Words whose full stop ends no sentence, with the stops inside: "e.g".
    pub(super) fn abbreviations(&self, report: &mut Reporter<'_>) -> WordList {
        let words_of = |text: &str| {
            let word: String = text.split([' ', '(']).collect();
            vec![word.trim_end_matches('.').to_owned()]
        };
        let list = self.list("abbreviations", words_of, report);
        WordList(list.into_iter().flat_map(|(_, words)| words).collect())
    }

    /// Runs of words of a text.
    pub(super) fn phrases(&self, key: &str, report: &mut Reporter<'_>) -> Phrases {
        let words_of = |text: &str| tokens(text).into_iter().map(|token| token.key).collect();
        Phrases::new(self.list(key, words_of, report).into_iter().map(|(_, words)| words))
    }

    /// Runs of words with the kinds that they name.
    pub(super) fn kinds(&self, key: &str, report: &mut Reporter<'_>) -> Kinds {
        let Some(table) = self.top.entry(key, report) else { return Kinds::default() };
        let mut kinds = Vec::new();
        for (run, kind) in table.pairs(report) {
            let words = |text: &str| tokens(text).into_iter().map(|token| token.key).collect();
            let Some(words) = matchable(&run, words, report) else { continue };
            match LINKED_KINDS.iter().find(|known| known.as_str() == kind.get_ref()) {
                Some(&kind) => kinds.push((words, kind)),
                None => report.unknown(
                    &kind,
                    "kind",
                    LINKED_KINDS.iter().map(|kind| kind.as_str()),
                    &format!("use one of: {}", linked_kinds().join(", ")),
                ),
            }
        }
        Kinds(kinds)
    }

    /// Words that rules share, by name.
    pub(super) fn usage_words(&self, report: &mut Reporter<'_>) -> UsageWords {
        let Some(table) = self.top.entry("usage_words", report) else {
            return UsageWords::default();
        };
        let groups = table.pairs(report).into_iter().map(|(name, words)| {
            let words = words.get_ref().split_whitespace().map(str::to_lowercase).collect();
            (name.into_inner(), words)
        });
        UsageWords { groups: groups.collect() }
    }

    /// Rules about the words around names.
    pub(super) fn rules(&self, key: &str, words: &UsageWords, report: &mut Reporter<'_>) -> Rules {
        let mut rules = Vec::new();
        for text in self.top.texts(key, report) {
            match Rule::parse(text.get_ref(), words) {
                Ok(rule) if rules.contains(&rule) => {
                    let message = format!("\"{}\" is listed twice in {key}", text.get_ref());
                    report.warn(Code::ListedTwice, text.span(), message, "remove one of the two");
                }
                Ok(rule) => rules.push(rule),
                Err(error) => report.error(
                    Code::NotARule,
                    text.span(),
                    format!("\"{}\" is no rule: {error}", text.get_ref()),
                    error.cure(),
                ),
            }
        }
        Rules::new(rules)
    }

    /// The texts under `key` with their words, each text once.
    fn list(
        &self,
        key: &str,
        words_of: impl Fn(&str) -> Vec<String>,
        report: &mut Reporter<'_>,
    ) -> Vec<(Spanned<String>, Vec<String>)> {
        let mut seen = HashSet::new();
        let mut list = Vec::new();
        for text in self.top.texts(key, report) {
            let Some(words) = matchable(&text, &words_of, report) else { continue };
            if seen.insert(text.get_ref().clone()) {
                list.push((text, words));
            } else {
                let message = format!("\"{}\" is listed twice in {key}", text.get_ref());
                report.warn(Code::ListedTwice, text.span(), message, "remove one of the two");
            }
        }
        list
    }

    /// The lines of the table under `key` that can match.
    pub(super) fn pairs(
        &self,
        key: &str,
        report: &mut Reporter<'_>,
    ) -> Vec<(Spanned<String>, String)> {
        let Some(table) = self.top.entry(key, report) else { return Vec::new() };
        let mut pairs = Vec::new();
        for (run, shown) in table.pairs(report) {
            if matchable(&run, split, report).is_none() {
                continue;
            }
            if shown.get_ref().is_empty() {
                let message = format!("\"{}\" in [{key}] has an empty spelling", run.get_ref());
                report.error(
                    Code::EmptyValue,
                    shown.span(),
                    message,
                    "write what readers see, or remove the line",
                );
                continue;
            }
            pairs.push((run, shown.into_inner()));
        }
        pairs
    }
}

/// The words of a text, if they can be found: they are compared in lower case, single blanks
/// between them.
fn matchable(
    text: &Spanned<String>,
    words_of: impl Fn(&str) -> Vec<String>,
    report: &mut Reporter<'_>,
) -> Option<Vec<String>> {
    let words: Vec<String> =
        words_of(text.get_ref()).iter().map(|word| word.to_lowercase()).collect();
    let found = words.join(" ");
    if !found.is_empty() && found == *text.get_ref() {
        return Some(words);
    }
    let cure = if found.is_empty() {
        "write a word, or remove it".to_owned()
    } else {
        format!("write \"{found}\"")
    };
    report.error(
        Code::NeverMatches,
        text.span(),
        format!("\"{}\" can never match: it is compared with words in lower case", text.get_ref()),
        cure,
    );
    None
}

/// The one word of a list of single words.
fn single(
    key: &str,
    text: &Spanned<String>,
    mut words: Vec<String>,
    report: &mut Reporter<'_>,
) -> Option<String> {
    let word = words.pop();
    if words.is_empty() {
        return word;
    }
    report.error(
        Code::NeverMatches,
        text.span(),
        format!("\"{}\" can never match: {key} holds single words", text.get_ref()),
        "list each word on its own",
    );
    None
}
