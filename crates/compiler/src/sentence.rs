//! Splits a passage into sentences, so that evidence quotes one sentence and a guess weakens only its own.

use std::ops::Range;

use crate::words::WordList;

/// The byte ranges of a text's sentences, without the white space around them. Together they
/// cover all that is not white space.
///
/// A sentence ends at `.`, `!`, `?` or `…` before white space and something other than a lower-case
/// letter, so that "1.3 Petabytes", "Booking.com" and "e.g. Kafka" stay whole.
pub(crate) fn sentences(text: &str, abbreviations: &WordList) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !matches!(character, '.' | '!' | '?' | '…') {
            continue;
        }
        let end = at + character.len_utf8();
        let next_is_space = characters.peek().is_none_or(|&(_, next)| next.is_whitespace());
        if next_is_space && ends_sentence(&text[start..at], character, &text[end..], abbreviations)
        {
            push_trimmed(text, start..end, &mut sentences);
            start = end;
        }
    }
    push_trimmed(text, start..text.len(), &mut sentences);
    sentences
}

fn ends_sentence(before: &str, stop: char, after: &str, abbreviations: &WordList) -> bool {
    let next = after.trim_start().chars().next();
    if next.is_some_and(char::is_lowercase) {
        return false;
    }
    if stop != '.' {
        return true;
    }
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    // "J. R. Smith", "z. B."
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_alphabetic);
    !is_initial && !abbreviations.contains(word)
}

fn push_trimmed(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let raw = &text[range.clone()];
    let start = range.start + (raw.len() - raw.trim_start().len());
    let end = start + raw.trim().len();
    if start < end {
        sentences.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text, &Lexicon::frozen().abbreviations)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_at_stops() {
        check(
            "Kafka it is. It acts as a buffer!  Why? ",
            &["Kafka it is.", "It acts as a buffer!", "Why?"],
        );
        check("Druid:", &["Druid:"]);
        check("  ", &[]);
    }

    #[test]
    fn stops_inside_numbers_names_and_abbreviations_end_nothing() {
        check(
            "Some 1.3 Petabytes at Booking.com. Wow",
            &["Some 1.3 Petabytes at Booking.com.", "Wow"],
        );
        check(
            "Engines, e.g. Flink (cf. Storm), etc. and so on.",
            &["Engines, e.g. Flink (cf. Storm), etc. and so on."],
        );
        check("By J. R. Smith.", &["By J. R. Smith."]);
        check("Motoren, z. B. Flink.", &["Motoren, z. B. Flink."]);
    }
}
