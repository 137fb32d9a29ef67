//! What a search text asks for, and how words of the catalogue match it.

use std::ops::Range;

use super::plural::other_numbers;
use super::typo::{FORGIVEN_LENGTH, is_one_typo_from};
use crate::text::fold::is_of_a_run;

/// Words that are written as one are found in a text that writes them apart if they have this many
/// letters: `into` is not "in to".
const SHORTEST_JOINED: usize = 5;

/// Something that is looked for: a word, several joined words, a quoted phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Its place in the search text, quotes and minus included.
    pub(crate) span: Range<usize>,
    /// Its words, folded.
    pub(crate) words: Vec<String>,
    pub(crate) kind: TermKind,
    /// Companies that have it are left out.
    pub(crate) is_excluded: bool,
    /// What counts as this term, the typed form first.
    pub(crate) forms: Vec<TermForm>,
}

/// How a term is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TermKind {
    /// One word.
    Plain,
    /// Several words joined by signs: `real-time`, `pub/sub`.
    Joined,
    /// A phrase in quotes.
    Quoted,
    /// A phrase whose closing quote is not typed yet.
    Unclosed,
    /// Several terms of which one is enough.
    Either,
}

/// Letters that are looked for. They may run over several words of a text: `realtime` is "real-time",
/// "real time" and "realtime".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TermForm {
    /// Folded, without spaces.
    pub(crate) letters: String,
    pub(crate) end: FormEnd,
    /// Whether the letters may run over several words.
    pub(crate) may_join: bool,
}

/// Where a form may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormEnd {
    /// At the end of a word.
    Whole,
    /// At the end of a word, or inside a word that it begins.
    Beginning,
    /// Inside a word, also when it has run over words before it.
    Anywhere,
    /// Inside a run of a script that writes no spaces; it may begin inside as well.
    Inside,
    /// As [`Whole`](Self::Whole), one typo aside.
    Typo,
}

/// How words match a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordMatch {
    /// They are the form or its other number.
    Exact,
    /// They begin with the form or have it inside.
    Prefix,
    /// They are the form or begin with it, except for one typo.
    Typo,
}

impl Term {
    pub(crate) fn new(
        words: Vec<String>,
        kind: TermKind,
        is_excluded: bool,
        span: Range<usize>,
    ) -> Self {
        let letters = words.concat();
        let is_run = letters.starts_with(is_of_a_run);
        let end = match kind {
            TermKind::Unclosed => FormEnd::Anywhere,
            TermKind::Quoted | TermKind::Either => FormEnd::Whole,
            _ if is_run && letters.chars().nth(1).is_some() => FormEnd::Inside,
            _ if is_excluded => FormEnd::Whole,
            TermKind::Joined => FormEnd::Anywhere,
            TermKind::Plain => FormEnd::Beginning,
        };
        let may_join = words.len() > 1 || letters.chars().nth(SHORTEST_JOINED - 1).is_some();
        let mut forms = vec![TermForm { letters, end, may_join }];
        if matches!(kind, TermKind::Plain | TermKind::Joined) {
            for letters in other_numbers(&forms[0].letters) {
                forms.push(TermForm { letters, end: FormEnd::Whole, may_join });
            }
        }
        Self { span, words, kind, is_excluded, forms }
    }

    /// The typed letters.
    pub(crate) fn letters(&self) -> &str {
        &self.forms[0].letters
    }

    /// Whether it is long enough for a typo to be recognised.
    pub(crate) fn may_forgive(&self) -> bool {
        let letters = self.letters();
        self.kind == TermKind::Plain
            && !self.is_excluded
            && letters.chars().nth(FORGIVEN_LENGTH - 1).is_some()
            && !letters.starts_with(is_of_a_run)
    }
}

impl TermForm {
    /// How the first of the words match, and how many of them.
    pub(crate) fn follow<'w>(
        &self,
        words: impl Iterator<Item = &'w str>,
    ) -> Option<(WordMatch, usize)> {
        let mut rest = self.letters.as_str();
        for (before, word) in words.enumerate() {
            let is_first = before == 0;
            if rest == word || (self.end != FormEnd::Whole && is_plural_of(word, rest)) {
                return Some((WordMatch::Exact, before + 1));
            }
            let goes_on = match self.end {
                FormEnd::Beginning => is_first && word.starts_with(rest),
                FormEnd::Anywhere => word.starts_with(rest),
                FormEnd::Inside => is_first && word.contains(rest),
                FormEnd::Whole | FormEnd::Typo => false,
            };
            if goes_on {
                return Some((WordMatch::Prefix, before + 1));
            }
            if self.end == FormEnd::Typo {
                return is_one_typo_from(rest, word).then_some((WordMatch::Typo, 1));
            }
            match rest.strip_prefix(word) {
                Some(behind) if self.may_join => rest = behind,
                _ => return None,
            }
        }
        None
    }
}

fn is_plural_of(word: &str, singular: &str) -> bool {
    let is_hissed = singular.ends_with(['s', 'x', 'z', 'h', 'o']);
    singular.len() > 1
        && matches!((word.strip_prefix(singular), is_hissed), (Some("s"), _) | (Some("es"), true))
}
