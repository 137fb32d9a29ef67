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
    /// Which spelling of the phrase means the technology in running text.
    pub(crate) spelling: Spelling,
    /// Why the phrase means the technology here, for a phrase that does not do so everywhere.
    pub(crate) note: Option<Note>,
}

/// Which spelling of a phrase means the technology in running text. Slugs have no capitals, there
/// any spelling does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// Any.
    Any,
    /// It is an English word as well: only a capital or a hashtag, or what stands around it, shows
    /// that the technology is meant.
    English,
    /// Words of a name without the blanks between them: a capital or a hashtag.
    Joined,
}

/// Why a phrase may not mean the technology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// An English word without a capital.
    LowerCase,
    /// An English word whose capital may be due to the sentence that it begins.
    FirstWord,
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
    /// The place of its first word.
    pub(crate) at: usize,
    /// How many words it has.
    pub(crate) words: usize,
    /// Why it may mean something else.
    pub(crate) doubt: Option<Doubt>,
    /// What it names.
    pub(crate) meaning: Meaning<'m>,
}

/// What a text is, which decides which phrases count in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// Names and venues; English words are doubtful without a capital, and at the beginning.
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

    /// Makes the words of `phrase`, written as one, a name of its technology too, unless they are
    /// a name already: `ApacheKafka`.
    pub(crate) fn insert_joined(&mut self, phrase: &str, technology: TechnologyIndex) {
        let words = tokens(phrase);
        if words.len() > 1 {
            let joined: String = words.iter().map(|word| word.key.as_str()).collect();
            let name = Name { technology, spelling: Spelling::Joined, note: None };
            let known = self.insert_name(&joined, name);
            debug_assert!(known != Err(InsertError::NoWords));
        }
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

    /// The longest phrase that starts with word number `at`.
    fn longest<'m>(
        &'m self,
        words: &[Token],
        at: usize,
        kind: TextKind,
    ) -> Option<PhraseMatch<'m>> {
        let first = words.get(at)?;
        let mut node = self.nodes.first()?;
        let mut longest = None;
        for (count, word) in (1..).zip(&words[at..]) {
            if count > 1 && word.apart {
                break;
            }
            let Some(&child) = node.children.get(&word.key) else { break };
            node = &self.nodes[child];
            if let Some(meaning) = node.meaning(first, kind) {
                let range = first.range.start..word.range.end;
                let doubt = meaning.doubt(first, at).filter(|_| kind == TextKind::RunningText);
                longest = Some(PhraseMatch { range, at, words: count, meaning, doubt });
            }
        }
        longest
    }
}

impl TrieNode {
    /// What the phrase that ends here names, given its first word.
    fn meaning(&self, first: &Token, kind: TextKind) -> Option<Meaning<'_>> {
        let venue = self.venue.map(Meaning::Venue);
        let is_plain = kind == TextKind::RunningText && !first.capital && !first.hashtag;
        match &self.name {
            Some(name) if kind != TextKind::Account => match name.spelling {
                Spelling::Joined if is_plain => venue,
                Spelling::English if is_plain => venue.or(Some(Meaning::Name(name))),
                _ => Some(Meaning::Name(name)),
            },
            _ => venue,
        }
    }
}

impl Meaning<'_> {
    /// Why running text that begins a phrase with word number `at` may mean something else.
    fn doubt(self, first: &Token, at: usize) -> Option<Doubt> {
        let Self::Name(Name { spelling: Spelling::English, .. }) = self else { return None };
        match (first.hashtag, first.capital, at) {
            (true, ..) => None,
            (_, false, _) => Some(Doubt::LowerCase),
            (_, _, 0) => Some(Doubt::FirstWord),
            _ => None,
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
            .filter_map(|matcher| matcher.longest(words, at, kind))
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
        let mut name = |phrase: &str, technology, spelling| {
            matcher.insert_name(phrase, Name { technology, spelling, note: None }).unwrap();
        };
        name("Spark", SPARK, Spelling::English);
        name("Apache Spark", SPARK, Spelling::Any);
        name("Spark Streaming", STREAMING, Spelling::Any);
        name("Databricks", DATABRICKS, Spelling::Any);
        matcher.insert_joined("Spark Streaming", STREAMING);
        matcher.insert_joined("Databricks", SPARK);
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
            .filter(|found| found.doubt != Some(Doubt::LowerCase))
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
    fn words_of_a_name_may_be_joined() {
        check("SparkStreaming", TextKind::RunningText, &[("SparkStreaming", "streaming")]);
        check("#sparkstreaming", TextKind::RunningText, &[("sparkstreaming", "streaming")]);
        check("sparkStreaming()", TextKind::RunningText, &[]);
        check("sparkstreaming", TextKind::Slug, &[("sparkstreaming", "streaming")]);
    }

    #[test]
    fn doubts_are_named() {
        let matcher = matcher();
        let doubts = |text: &str| {
            let words = tokens(text);
            let found = find(&[&matcher], &words, TextKind::RunningText);
            found.iter().map(|found| found.doubt).collect::<Vec<_>>()
        };
        assert_eq!(doubts("Spark and Spark"), [Some(Doubt::FirstWord), None]);
        assert_eq!(doubts("a spark, #spark"), [Some(Doubt::LowerCase), None]);
        assert_eq!(doubts("Apache Spark"), [None]);
    }

    #[test]
    fn a_name_that_is_also_a_venue_is_read_by_its_place() {
        check("databricks", TextKind::Slug, &[("databricks", "databricks")]);
        check("databricks spark", TextKind::Account, &[("databricks", "venue")]);
    }

    #[test]
    fn a_phrase_has_one_meaning() {
        let mut matcher = matcher();
        let name = Name { technology: STREAMING, spelling: Spelling::Any, note: None };
        assert_eq!(matcher.insert_name("SPARK", name.clone()), Err(InsertError::Taken(SPARK)));
        assert_eq!(matcher.insert_name("++", name), Err(InsertError::NoWords));
        assert_eq!(matcher.insert_venue("spark-summit", SPARK), Err(InsertError::Taken(SPARK)));
    }
}
