//! Splits texts and addresses into words. Signs that end or begin a name are part of it: C++, C#,
//! .NET.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A word: a run of letters and digits with the signs of its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Byte range in the text, on character boundaries.
    pub(crate) range: Range<usize>,
    /// The form that is compared: lower case, ligatures taken apart.
    pub(crate) key: String,
    /// Whether the text starts it with a capital letter.
    pub(crate) capital: bool,
    /// Whether it is a hashtag: `#spark`.
    pub(crate) hashtag: bool,
    /// Whether a comma or the like keeps it apart from the word before.
    pub(crate) apart: bool,
}

/// The words of a text in order. A possessive s ("Spark's") is no word of its own.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(|(at, c)| (at, c.is_alphanumeric()));
    for (at, is_word) in ends.chain([(text.len(), false)]) {
        match (start, is_word) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                let before = tokens.last().map_or(0, |token: &Token| token.range.end);
                let dot = dot_before(&text[before..from], tokens.is_empty());
                let range = from - dot..at + signs_behind(&text[from..at], &text[at..]);
                let word = &text[range.clone()];
                if !is_possessive(text, from, word, tokens.last()) {
                    let gap = &text[before..range.start];
                    tokens.push(token(word, range, gap));
                }
            }
            _ => {}
        }
    }
    tokens
}

/// Length of the signs behind a word that are part of its name: `C++`, `C#`, but not `Spark+AI`.
fn signs_behind(word: &str, rest: &str) -> usize {
    let signs = if rest.starts_with("++") { "++" } else { "#" };
    let fits = rest.starts_with(signs) && (signs == "++" || word.len() <= 2);
    let ends = !rest.strip_prefix(signs).unwrap_or_default().starts_with(char::is_alphabetic);
    if fits && ends { signs.len() } else { 0 }
}

/// Length of the dot before a word that is part of its name: `.NET`. `gap` is what comes before
/// the word, `first` says whether that is the beginning of the text.
fn dot_before(gap: &str, first: bool) -> usize {
    let before = gap.strip_suffix('.');
    let starts = before.is_some_and(|before| match before.chars().next_back() {
        Some(c) => c.is_whitespace() || matches!(c, '(' | '/' | '"'),
        None => first,
    });
    usize::from(starts)
}

/// Whether `word` is the s of "Spark's": directly behind an apostrophe behind the word before.
fn is_possessive(text: &str, from: usize, word: &str, before: Option<&Token>) -> bool {
    matches!(word, "s" | "S")
        && before.is_some_and(|token| matches!(&text[token.range.end..from], "'" | "’"))
}

fn token(word: &str, range: Range<usize>, gap: &str) -> Token {
    let key = if word.is_ascii() {
        word.to_ascii_lowercase()
    } else {
        word.nfkc().flat_map(char::to_lowercase).collect()
    };
    let colon = gap.contains(':') && gap.contains(char::is_whitespace);
    let apart = colon || gap.contains(['"', '“', '”', ',', ';', '|', '(', ')', '[', ']', '!', '?']);
    let capital = word.trim_start_matches('.').starts_with(char::is_uppercase);
    Token { range, key, capital, hashtag: gap.ends_with('#'), apart }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = tokens(text);
        assert_eq!(found.iter().map(|token| token.key.as_str()).collect::<Vec<_>>(), expected);
        for token in found {
            assert!(text.get(token.range).is_some_and(|word| !word.is_empty()));
        }
    }

    #[test]
    fn words_end_where_letters_and_digits_end() {
        check("ws3_bigdata", &["ws3", "bigdata"]);
        check("S3/Hadoop", &["s3", "hadoop"]);
        check("Spark+AI Summit", &["spark", "ai", "summit"]);
        check("spark-at-nasajplchris-mattmann", &["spark", "at", "nasajplchris", "mattmann"]);
        check("", &[]);
        check("-- !", &[]);
    }

    #[test]
    fn a_possessive_s_is_no_word() {
        check("Kafka's throughput, Netflix’s s", &["kafka", "throughput", "netflix", "s"]);
        check("'s it's", &["s", "it"]);
    }

    #[test]
    fn ligatures_and_case_do_not_matter() {
        check("Netﬂix ÜBER", &["netflix", "über"]);
    }

    #[test]
    fn a_comma_keeps_words_apart_and_a_slash_does_not() {
        let apart = |text| tokens(text).last().unwrap().apart;
        for text in ["Kafka, streams", "Kafka: streams", "Kafka (streams)", "A;B", "A | B"] {
            assert!(apart(text), "{text}");
        }
        for text in ["Kafka streams", "kafka-streams", "Pub/Sub", "Spark+AI", "re:Invent"] {
            assert!(!apart(text), "{text}");
        }
    }

    #[test]
    fn signs_of_names_are_kept() {
        check("C++, C# and C", &["c++", "c#", "and", "c"]);
        check("C++17 in .NET. Go.net", &["c++", "17", "in", ".net", "go", "net"]);
        check(
            "Spark+AI, A/B, C+ (F#) issue#1",
            &["spark", "ai", "a", "b", "c", "f#", "issue", "1"],
        );
        let hashtags: Vec<_> = tokens("#kafka C# #1").iter().map(|token| token.hashtag).collect();
        assert_eq!(hashtags, [true, false, true]);
    }

    #[test]
    fn capitals_are_remembered() {
        let capitals: Vec<_> = tokens("Spark a spark").iter().map(|token| token.capital).collect();
        assert_eq!(capitals, [true, false, false]);
    }
}
