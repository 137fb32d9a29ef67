//! Finds names of technologies in words, the longest name first.

use std::collections::HashMap;
use std::ops::Range;

use catalog::Note;

use crate::token::{Token, tokens};

/// Index of a technology in `technologies.toml`.
pub(crate) type TechnologyIndex = usize;

/// What a phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// The technology.
    pub(crate) technology: TechnologyIndex,
    /// The phrase is an English word as well: running text must capitalise it.
    pub(crate) english: bool,
    /// Why the phrase means the technology here, for a phrase that does not do so everywhere.
    pub(crate) note: Option<Note>,
}

/// What a phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning<'m> {
    /// It names the technology.
    Name(&'m Name),
    /// It names an event or an account that hints at the technology.
    Venue(TechnologyIndex),
}

/// A phrase that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PhraseMatch<'m> {
    /// Byte range in the text.
    pub(crate) range: Range<usize>,
    /// How many words it has.
    pub(crate) words: usize,
    /// What it names.
    pub(crate) meaning: Meaning<'m>,
}

/// What a text is, which decides which phrases count in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// Names and venues; English words only with a capital.
    RunningText,
    /// Names and venues, in any case: slugs have no capitals.
    Slug,
    /// A host or an account: venues only.
    Account,
}

/// A trie of phrases over whole words. Its size does not slow a search down.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matcher {
    /// The first is the root; empty when nothing was inserted.
    nodes: Vec<TrieNode>,
}

#[derive(Clone, Debug, Default)]
struct TrieNode {
    children: HashMap<String, usize>,
    name: Option<Name>,
    venue: Option<TechnologyIndex>,
}

/// Why a phrase cannot be inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InsertError {
    /// It holds no letter and no digit.
    NoWords,
    /// It already names this technology.
    Taken(TechnologyIndex),
}

impl Matcher {
    /// Makes the words of `phrase` a name.
    ///
    /// # Errors
    /// When it holds no words, or is a name already.
    pub(crate) fn insert_name(&mut self, phrase: &str, name: Name) -> Result<(), InsertError> {
        let node = self.node(phrase)?;
        if let Some(known) = &node.name {
            return Err(InsertError::Taken(known.technology));
        }
        node.name = Some(name);
        Ok(())
    }

    /// Makes the words of `phrase` a venue that hints at a technology.
    ///
    /// # Errors
    /// When it holds no words, or is a venue already.
    pub(crate) fn insert_venue(
        &mut self,
        phrase: &str,
        technology: TechnologyIndex,
    ) -> Result<(), InsertError> {
        let node = self.node(phrase)?;
        if let Some(known) = node.venue {
            return Err(InsertError::Taken(known));
        }
        node.venue = Some(technology);
        Ok(())
    }

    fn node(&mut self, phrase: &str) -> Result<&mut TrieNode, InsertError> {
        let words = tokens(phrase);
        if words.is_empty() {
            return Err(InsertError::NoWords);
        }
        if self.nodes.is_empty() {
            self.nodes.push(TrieNode::default());
        }
        let mut at = 0;
        for word in words {
            let next = self.nodes.len();
            at = *self.nodes[at].children.entry(word.key).or_insert(next);
            if at == next {
                self.nodes.push(TrieNode::default());
            }
        }
        Ok(&mut self.nodes[at])
    }

    /// The longest phrase that starts with the first of `words`.
    fn longest<'m>(&'m self, words: &[Token], kind: TextKind) -> Option<PhraseMatch<'m>> {
        let first = words.first()?;
        let mut node = self.nodes.first()?;
        let mut longest = None;
        for (count, word) in (1..).zip(words) {
            if count > 1 && word.apart {
                break;
            }
            let Some(&child) = node.children.get(&word.key) else { break };
            node = &self.nodes[child];
            if let Some(meaning) = node.meaning(first, kind) {
                let range = first.range.start..word.range.end;
                longest = Some(PhraseMatch { range, words: count, meaning });
            }
        }
        longest
    }
}

impl TrieNode {
    /// What the phrase that ends here names, given its first word.
    fn meaning(&self, first: &Token, kind: TextKind) -> Option<Meaning<'_>> {
        let venue = self.venue.map(Meaning::Venue);
        let capital_missing = kind == TextKind::RunningText && !first.capital;
        match &self.name {
            Some(name) if kind != TextKind::Account && !(name.english && capital_missing) => {
                Some(Meaning::Name(name))
            }
            _ => venue,
        }
    }
}

/// The phrases in `words`, from left to right and without overlap. Where phrases overlap the one
/// with more words wins, of equally long ones the later: "Apache Spark Streaming" is Spark
/// Streaming, not Apache Spark. The same phrase of an earlier matcher wins.
pub(crate) fn find<'m>(
    matchers: &[&'m Matcher],
    words: &[Token],
    kind: TextKind,
) -> Vec<PhraseMatch<'m>> {
    let longest_at = |at: usize| {
        matchers
            .iter()
            .filter_map(|matcher| matcher.longest(&words[at..], kind))
            .reduce(|best, other| if other.words > best.words { other } else { best })
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(mut phrase) = longest_at(at) else {
            at += 1;
            continue;
        };
        let mut inside = at + 1;
        while inside < at + phrase.words {
            if let Some(later) = longest_at(inside).filter(|later| later.words >= phrase.words) {
                phrase = later;
                at = inside;
            }
            inside += 1;
        }
        at += phrase.words;
        found.push(phrase);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPARK: TechnologyIndex = 0;
    const STREAMING: TechnologyIndex = 1;
    const DATABRICKS: TechnologyIndex = 2;

    fn matcher() -> Matcher {
        let mut matcher = Matcher::default();
        let mut name = |phrase: &str, technology, english| {
            matcher.insert_name(phrase, Name { technology, english, note: None }).unwrap();
        };
        name("Spark", SPARK, true);
        name("Apache Spark", SPARK, false);
        name("Spark Streaming", STREAMING, false);
        name("Databricks", DATABRICKS, false);
        matcher.insert_venue("Spark Summit", SPARK).unwrap();
        matcher.insert_venue("databricks", SPARK).unwrap();
        matcher
    }

    #[track_caller]
    fn check(text: &str, kind: TextKind, expected: &[(&str, &str)]) {
        let matcher = matcher();
        let words = tokens(text);
        let found: Vec<_> = find(&[&matcher], &words, kind)
            .into_iter()
            .map(|found| {
                let meaning = match found.meaning {
                    Meaning::Name(name) => ["spark", "streaming", "databricks"][name.technology],
                    Meaning::Venue(_) => "venue",
                };
                (&text[found.range], meaning)
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_longest_phrase_wins() {
        check(
            "Apache Spark streaming, then Spark at the Spark Summit",
            TextKind::RunningText,
            &[("Spark streaming", "streaming"), ("Spark", "spark"), ("Spark Summit", "venue")],
        );
        check("Apache Spark", TextKind::RunningText, &[("Apache Spark", "spark")]);
    }

    #[test]
    fn an_english_word_needs_a_capital_in_running_text_only() {
        check("Spark, streaming", TextKind::RunningText, &[("Spark", "spark")]);
        check(
            "a spark, sparks joy, spark streaming",
            TextKind::RunningText,
            &[("spark streaming", "streaming")],
        );
        check("on-spark-sparks", TextKind::Slug, &[("spark", "spark")]);
    }

    #[test]
    fn a_name_that_is_also_a_venue_is_read_by_its_place() {
        check("databricks", TextKind::Slug, &[("databricks", "databricks")]);
        check("databricks spark", TextKind::Account, &[("databricks", "venue")]);
    }

    #[test]
    fn a_phrase_has_one_meaning() {
        let mut matcher = matcher();
        let name = Name { technology: STREAMING, english: false, note: None };
        assert_eq!(matcher.insert_name("SPARK", name.clone()), Err(InsertError::Taken(SPARK)));
        assert_eq!(matcher.insert_name("++", name), Err(InsertError::NoWords));
        assert_eq!(matcher.insert_venue("spark-summit", SPARK), Err(InsertError::Taken(SPARK)));
    }
}
