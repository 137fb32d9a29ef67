//! The tokenizer: words of a text as the search compares them.

use std::ops::Range;

use crate::text::fold::{fold_char, is_of_a_run, is_of_a_word};

/// Calls `visit` with each word of the text, folded, and its byte range in the text.
///
/// A word is a run of letters and digits: `booking.com` is two. An apostrophe inside a word is
/// dropped, and so is the `s` of a possessive: `Netflix’s` is `netflix`. After a single letter, `+`
/// and `#` belong to the word: `c++`, `f#`. A run of a script without spaces is a word of its own:
/// `百度Kafka` is two.
pub(crate) fn each_word(text: &str, mut visit: impl FnMut(&str, Range<usize>)) {
    visit_words(text, &mut visit);
}

/// The word that is being read.
#[derive(Default)]
struct WordReader {
    word: String,
    span: Range<usize>,
    /// The end of the last letter in the text.
    letters_end: usize,
    /// The lengths of the word and of its range at the last apostrophe inside it.
    apostrophe: Option<(usize, usize)>,
}

impl WordReader {
    /// Ends the word, if there is one.
    fn end(&mut self, visit: &mut dyn FnMut(&str, Range<usize>)) {
        if let Some((length, end)) = self.apostrophe.take()
            && self.word.get(length..) == Some("s")
        {
            self.word.truncate(length);
            self.span.end = end;
        }
        if !self.word.is_empty() {
            visit(&self.word, self.span.clone());
            self.word.clear();
        }
    }
}

/// Not generic: each type of visitor would add a copy of the folding to the wasm.
fn visit_words(text: &str, visit: &mut dyn FnMut(&str, Range<usize>)) {
    let mut now = WordReader::default();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let mut is_silent = true;
        fold_char(c, |folded| {
            is_silent = false;
            if is_of_a_word(folded) {
                // `a+b` is two words, neither of them `a+`.
                if now.word.ends_with(['+', '#']) {
                    if now.apostrophe.is_none() {
                        now.word.truncate(1);
                        now.span.end = now.letters_end;
                    }
                    now.end(visit);
                } else if now.word.ends_with(|last| is_of_a_run(last) != is_of_a_run(folded)) {
                    now.end(visit);
                }
                if now.word.is_empty() {
                    now.span.start = at;
                }
                now.word.push(folded);
                now.span.end = end;
                now.letters_end = end;
            } else if is_suffix_of(&now.word, folded) {
                now.word.push(folded);
                now.span.end = end;
            } else if !matches!(folded, '\'' | '’') {
                now.end(visit);
            } else if !now.word.is_empty() {
                now.apostrophe = Some((now.word.len(), now.span.end));
            }
        });
        // A combining accent belongs to the letter before it.
        if is_silent && !now.word.is_empty() {
            now.span.end = end;
        }
    }
    now.end(visit);
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
        check("O'Reilly rock’n’roll", &[("oreilly", "O'Reilly"), ("rocknroll", "rock’n’roll")]);
    }

    #[test]
    fn a_possessive_is_the_name() {
        check("O'Reilly’s 'users'", &[("oreilly", "O'Reilly"), ("users", "users")]);
        check("Netflix's data", &[("netflix", "Netflix"), ("data", "data")]);
        check("users' NETFLIX’S", &[("users", "users"), ("netflix", "NETFLIX")]);
        check("c++'s a##'b", &[("c++", "c++"), ("s", "s"), ("a##", "a##"), ("b", "b")]);
        check("'s is", &[("s", "s"), ("is", "is")]);
    }

    #[test]
    fn runs_of_other_scripts_are_words_of_their_own() {
        check("百度Kafka平台", &[("百度", "百度"), ("kafka", "Kafka"), ("平台", "平台")]);
        check(
            "データ・基盤 2018年",
            &[("データ", "データ"), ("基盤", "基盤"), ("2018", "2018"), ("年", "年")],
        );
        check("Ёлка Łódź", &[("елка", "Ёлка"), ("lodz", "Łódź")]);
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
