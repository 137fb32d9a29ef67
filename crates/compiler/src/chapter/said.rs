//! What a paragraph or a cell says around its links.

use crate::links::Context;
use crate::passage::normalised;
use crate::words::WordList;

use crate::sentence::sentences;

/// The words and links of a paragraph or a cell, in order.
#[derive(Debug, Default)]
pub(super) struct Said {
    parts: Vec<SaidPart>,
}

#[derive(Debug)]
enum SaidPart {
    Words(String),
    /// A link with its own words, if it has any.
    Link(Option<String>, Option<u32>),
    Break,
}

impl Said {
    /// Whether there is no link.
    pub(super) fn has_no_link(&self) -> bool {
        !self.parts.iter().any(|part| matches!(part, SaidPart::Link(..)))
    }

    pub(super) fn add_words(&mut self, words: &str) {
        match self.parts.last_mut() {
            Some(SaidPart::Words(text)) => text.push_str(words),
            _ => self.parts.push(SaidPart::Words(words.to_owned())),
        }
    }

    pub(super) fn add_break(&mut self) {
        self.parts.push(SaidPart::Break);
    }

    /// Adds a link with its own words; a bare address has none.
    pub(super) fn add_link(&mut self, words: Option<&str>, resource: Option<u32>) {
        self.parts.push(SaidPart::Link(words.map(str::to_owned), resource));
    }

    /// All words, if there is no link among them.
    pub(super) fn without_links(&self) -> Option<String> {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                SaidPart::Words(words) => text.push_str(words),
                SaidPart::Break => text.push(' '),
                SaidPart::Link(..) => return None,
            }
        }
        Some(normalised(text.trim_end().trim_end_matches(':'))).filter(|text| !text.is_empty())
    }

    /// What surrounds each link, by its resource.
    pub(super) fn contexts(&self, abbreviations: &WordList) -> Vec<(u32, Context)> {
        let mut contexts = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let SaidPart::Link(own, Some(resource)) = part else { continue };
            let before = self.parts[..at].iter().rev();
            let before = before.filter_map(|part| match part {
                SaidPart::Words(words) => last_sentence(words, abbreviations),
                SaidPart::Link(words, _) => words.as_deref().map(normalised),
                SaidPart::Break => None,
            });
            let behind = match self.parts.get(at + 1) {
                Some(SaidPart::Words(words)) => Some(normalised(words)),
                _ => None,
            };
            contexts.push((
                *resource,
                Context {
                    has_own_words: own.is_some(),
                    before: before.filter(|text| text.contains(char::is_alphanumeric)).collect(),
                    behind: behind.filter(|text| text.contains(char::is_alphanumeric)),
                    ..Context::default()
                },
            ));
        }
        contexts
    }
}

/// The last sentence of a text without the signs that lead over to a link.
fn last_sentence(text: &str, abbreviations: &WordList) -> Option<String> {
    let last = sentences(text, abbreviations).pop()?;
    let is_edge = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '[' | ':' | '-' | '–' | '—' | ',' | ';' | '|' | '→' | '·' | '•' | '/'
            )
    };
    let closing = |c: char| is_edge(c) || matches!(c, ')' | ']' | '.');
    let text = normalised(text.get(last)?.trim_end_matches(is_edge).trim_start_matches(closing));
    (!text.is_empty()).then_some(text)
}
