//! The tokenizer: words of a text as the search compares them.

use std::ops::Range;

use crate::text::fold::{fold_char, is_of_a_word};

/// Calls `visit` with each word of the text, folded, and its byte range in the text.
///
/// A word is a run of letters and digits: `booking.com` is two. An apostrophe inside a word is
/// dropped. After a single letter, `+` and `#` belong to the word: `c++`, `f#`.
pub(crate) fn each_word(text: &str, mut visit: impl FnMut(&str, Range<usize>)) {
    visit_words(text, &mut visit);
}

/// Not generic: each type of visitor would add a copy of the folding to the wasm.
fn visit_words(text: &str, visit: &mut dyn FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut span = 0..0;
    let mut letters_end = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let mut is_silent = true;
        fold_char(c, |folded| {
            is_silent = false;
            if is_of_a_word(folded) {
                // `a+b` is two words, neither of them `a+`.
                if word.ends_with(['+', '#']) {
                    visit(&word[..1], span.start..letters_end);
                    word.clear();
                }
                if word.is_empty() {
                    span.start = at;
                }
                word.push(folded);
                span.end = end;
                letters_end = end;
            } else if is_suffix_of(&word, folded) {
                word.push(folded);
                span.end = end;
            } else if !word.is_empty() && !matches!(folded, '\'' | '’') {
                visit(&word, span.clone());
                word.clear();
            }
        });
        // A combining accent belongs to the letter before it.
        if is_silent && !word.is_empty() {
            span.end = end;
        }
    }
    if !word.is_empty() {
        visit(&word, span);
    }
}

fn is_suffix_of(word: &str, c: char) -> bool {
    matches!(c, '+' | '#')
        && word.starts_with(|first: char| first.is_ascii_alphabetic())
        && word[1..].chars().all(|other| other == c)
}

/// The end of the first `count` folded characters of `word`, a word as written in a text: a byte
/// position, the end of the word if it has fewer.
pub(crate) fn end_of_prefix(word: &str, count: usize) -> usize {
    let mut seen = 0;
    let mut prefix_end = 0;
    for (at, c) in word.char_indices() {
        let before = seen;
        let mut is_silent = true;
        fold_char(c, |folded| {
            is_silent = false;
            if is_of_a_word(folded) || matches!(folded, '+' | '#') {
                seen += 1;
            }
        });
        if before >= count && !is_silent {
            break;
        }
        prefix_end = at + c.len_utf8();
    }
    prefix_end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let mut words = Vec::new();
        each_word(text, |word, span| words.push((word.to_owned(), text[span].to_owned())));
        let words: Vec<_> = words.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("", &[]);
        check(" – !", &[]);
        check("Booking.com, S3", &[("booking", "Booking"), ("com", "com"), ("s3", "S3")]);
        check("ws3_bigdata", &[("ws3", "ws3"), ("bigdata", "bigdata")]);
    }

    #[test]
    fn names_of_languages_stay_whole() {
        check("C++ and F#.", &[("c++", "C++"), ("and", "and"), ("f#", "F#")]);
        check("a+b c#x", &[("a", "a"), ("b", "b"), ("c", "c"), ("x", "x")]);
        check("kafka+spark canal+", &[("kafka", "kafka"), ("spark", "spark"), ("canal", "canal")]);
        check("é+b", &[("e", "é"), ("b", "b")]);
    }

    #[test]
    fn an_apostrophe_does_not_split() {
        check("O'Reilly’s 'users'", &[("oreillys", "O'Reilly’s"), ("users", "users")]);
    }

    #[test]
    fn folding_keeps_the_place_in_the_text() {
        check("aNetﬂix ß", &[("anetflix", "aNetﬂix"), ("ss", "ß")]);
        check("Zu\u{308}rich!", &[("zurich", "Zu\u{308}rich")]);
        check("Cafe\u{301} x", &[("cafe", "Cafe\u{301}"), ("x", "x")]);
        check("İstanbul ŁÓDŹ", &[("istanbul", "İstanbul"), ("lodz", "ŁÓDŹ")]);
        check("data\u{ad}base", &[("database", "data\u{ad}base")]);
        check("x² ½", &[("x2", "x²"), ("½", "½")]);
    }

    #[test]
    fn a_prefix_ends_behind_what_it_needs() {
        assert_eq!(end_of_prefix("Netflix", 3), 3);
        assert_eq!(end_of_prefix("Netﬂix", 4), "Netﬂ".len());
        assert_eq!(end_of_prefix("u\u{308}ber", 1), 3);
        assert_eq!(end_of_prefix("O'Reilly", 2), 3);
        assert_eq!(end_of_prefix("S3", 9), 2);
        assert_eq!(end_of_prefix("C++", 2), 2);
    }
}
