//! A sentence as rules of [`crate::usage`] see it: words, punctuation and lists of names.

use crate::matcher::{Doubt, Meaning, Name, PhraseMatch, Spelling};
use crate::token::Token;
use crate::usage::{Item, Usage, usages};
use crate::words::Lexicon;

/// A sentence, and what rules say about the lists of names in it.
#[derive(Debug, Default)]
pub(super) struct Clauses {
    items: Vec<Item>,
    /// The list of each phrase; `None` for a venue, which is a run of words.
    list_of: Vec<Option<usize>>,
    /// How many lists there are.
    lists: usize,
    /// Whether the sentence is all that a label, a cell or a paragraph says.
    is_whole: bool,
    /// What the words around each list say about its use.
    usages: Vec<Option<Usage>>,
    /// For each list, whether the words around it show that names are meant.
    certain: Vec<bool>,
}

/// How much of a text a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// All of it.
    Whole,
    /// One sentence of several.
    Part,
}

/// What stands between two names of one list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Glue {
    /// A comma alone.
    Comma,
    /// "and", "or" and the like.
    Word,
    /// Both.
    CommaAndWord,
    /// A sign: `Kafka/Spark`.
    Sign,
}

impl Clauses {
    /// Takes a sentence of a passage apart, given its words and the phrases in it.
    pub(super) fn new(
        text: &str,
        words: &[Token],
        phrases: &[PhraseMatch<'_>],
        lexicon: &Lexicon,
        extent: Extent,
    ) -> Self {
        let names: Vec<usize> = (0..phrases.len())
            .filter(|&index| matches!(phrases[index].meaning, Meaning::Name(_)))
            .collect();
        let between = |word: &str| lexicon.usage_words.joins(word);
        let is_whole = extent == Extent::Whole;
        let mut clauses = Self { list_of: vec![None; phrases.len()], is_whole, ..Self::default() };
        if names.is_empty() {
            return clauses;
        }
        // Neighbours that may be in one list, and how they are joined.
        let joins: Vec<Option<Glue>> = names
            .windows(2)
            .map(|pair| glue(text, words, &phrases[pair[0]], &phrases[pair[1]], between))
            .collect();
        let mut start = 0;
        while start < names.len() {
            let mut end = start;
            while end + 1 < names.len() && joins[end].is_some() {
                end += 1;
            }
            clauses.add_lists(&names[start..=end], &joins[start..end]);
            start = end + 1;
        }
        clauses.add_items(text, words, phrases);
        let asks = text.trim_end().ends_with('?');
        let read = |rules| usages(rules, &lexicon.usage_words, &clauses.items, clauses.lists, asks);
        clauses.usages = read(&lexicon.usage);
        clauses.certain = read(&lexicon.certain).iter().map(Option::is_some).collect();
        clauses
    }

    /// What the words around a phrase say about the use of what it names.
    pub(super) fn usage(&self, phrase: usize) -> Option<Usage> {
        self.usages.get(self.list_of.get(phrase).copied()??).copied()?
    }

    /// Whether a phrase means the technology beyond doubt.
    pub(super) fn is_certain(&self, phrase: usize, phrases: &[PhraseMatch<'_>]) -> bool {
        let Some(list) = self.list_of.get(phrase).copied().flatten() else { return true };
        let listed = || (0..phrases.len()).filter(|&at| self.list_of[at] == Some(list));
        let doubt = listed().find_map(|at| phrases[at].doubt);
        let own = phrases.get(phrase).and_then(|phrase| phrase.doubt);
        match doubt {
            // The other words of a list that begins a sentence are no surer than the first.
            Some(Doubt::FirstWord) => {}
            _ if own.is_none() => return true,
            _ => {}
        }
        let is_word = |at: usize| {
            matches!(phrases[at].meaning, Meaning::Name(Name { spelling: Spelling::English, .. }))
        };
        if !is_word(phrase) {
            return true;
        }
        let is_alone = self.is_whole && self.items.len() == 1;
        listed().any(|at| !is_word(at))
            || is_alone && doubt == Some(Doubt::FirstWord)
            || own == Some(Doubt::LowerCase) && listed().count() > 1
            || self.certain.get(list).copied().unwrap_or_default()
    }

    /// Two names with a comma between them may end one clause and begin the next, so that only
    /// longer enumerations are lists; so may "A, and B".
    fn add_lists(&mut self, names: &[usize], joins: &[Option<Glue>]) {
        let is_pair_of_clauses = matches!(joins, [Some(Glue::Comma | Glue::CommaAndWord)]);
        for (place, &name) in names.iter().enumerate() {
            if place == 0 || is_pair_of_clauses {
                self.lists += 1;
            }
            self.list_of[name] = Some(self.lists - 1);
        }
    }

    fn add_items(&mut self, text: &str, words: &[Token], phrases: &[PhraseMatch<'_>]) {
        let mut at = 0;
        let mut end_before = 0;
        let mut last_list = None;
        while at < words.len() {
            let phrase = phrases.iter().position(|phrase| phrase.at == at);
            let list = phrase.and_then(|index| self.list_of[index]);
            let gap = &text[end_before..words[at].range.start];
            let (count, item) = match (phrase, list) {
                (Some(index), Some(list)) => (phrases[index].words, Item::Names(list)),
                _ => (1, Item::Word(words[at].key.clone())),
            };
            if list.is_some() && list == last_list {
                // The list goes on: what joins its names is no part of the sentence.
                while !matches!(self.items.last(), Some(Item::Names(_)) | None) {
                    self.items.pop();
                }
            } else {
                self.push(gap, item);
            }
            last_list = list.or(last_list);
            end_before = words[at + count - 1].range.end;
            at += count;
        }
    }

    fn push(&mut self, gap: &str, item: Item) {
        let is_apostrophe = matches!(gap, "'" | "’");
        if let (true, Some(Item::Word(before)), Item::Word(word)) =
            (is_apostrophe, self.items.last_mut(), &item)
        {
            // "don't" is one word.
            before.push('\'');
            before.push_str(word);
            return;
        }
        let dash = gap.contains(['–', '—']) || gap.contains(" - ");
        let colon = gap.contains(": ") || gap.contains(";");
        let stop =
            dash || colon || gap.contains(['(', ')', '[', ']', '|', '!', '?', '…', '"', '“', '”']);
        if !self.items.is_empty() {
            if stop {
                self.items.push(Item::Stop);
            } else if gap.contains(',') {
                self.items.push(Item::Comma);
            }
        }
        self.items.push(item);
    }
}

/// How two phrases are joined to a list, if they are.
fn glue(
    text: &str,
    words: &[Token],
    one: &PhraseMatch<'_>,
    next: &PhraseMatch<'_>,
    between: impl Fn(&str) -> bool,
) -> Option<Glue> {
    let inside = words.get(one.at + one.words..next.at)?;
    let gap = &text[one.range.end..next.range.start];
    let joined = inside.len() <= 3 && inside.iter().all(|word| between(&word.key));
    let signs_fit = gap.chars().all(|c| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(c, ',' | '/' | '&' | '+' | '#' | '·' | '•' | '-')
    }) && !gap.contains(" - ");
    if !joined || !signs_fit {
        return None;
    }
    let word = !inside.is_empty() || gap.contains('&');
    match (gap.contains(','), word) {
        (true, true) => Some(Glue::CommaAndWord),
        (true, false) => Some(Glue::Comma),
        (false, true) => Some(Glue::Word),
        (false, false) => gap.contains(['/', '+', '·', '•', '#']).then_some(Glue::Sign),
    }
}
