//! Sentence-sized pieces of longer texts.

/// The longest snippet, in bytes without ellipses.
const MAX_LENGTH: usize = 180;
/// Length of the text before the first mark of a long sentence, in bytes.
const LEAD: usize = 60;

/// The sentences of a text, without the space around them.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let followers = rest.char_indices().skip(1);
        let mut ends = rest.chars().zip(followers).filter(|(c, (_, follower))| {
            matches!(c, '.' | '!' | '?' | '…') && follower.is_whitespace()
        });
        let end = ends.next().map_or(rest.len(), |(_, (at, _))| at);
        let (sentence, behind) = rest.split_at(end);
        rest = behind.trim_start();
        Some(sentence)
    })
}

/// The sentence, or the part of a long one around its first mark, with the marks inside it. Marks are
/// byte ranges, ascending and on character boundaries.
pub(crate) fn shortened(text: &str, marks: &[(usize, usize)]) -> (String, Vec<(usize, usize)>) {
    let first = marks.first().copied().unwrap_or_default();
    let (mut start, mut end) = (0, text.len());
    if end > MAX_LENGTH && first.0 > LEAD {
        let from = text.ceil_char_boundary(first.0 - LEAD);
        start = from + text[from..first.0].find(' ').map_or(0, |space| space + 1);
    }
    if end - start > MAX_LENGTH {
        let to = text.floor_char_boundary(start + MAX_LENGTH).max(first.1);
        end = text[first.1..to].rfind(' ').map_or(to, |space| first.1 + space);
    }
    let before = if start > 0 { "…" } else { "" };
    let after = if end < text.len() { "…" } else { "" };
    let inside = marks.iter().filter(|(from, to)| *from >= start && *to <= end);
    let shift = |at: usize| at - start + before.len();
    let marks = inside.map(|(from, to)| (shift(*from), shift(*to))).collect();
    (format!("{before}{}{after}", &text[start..end]), marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks the words between `[` and `]` and shows what becomes of them.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut plain = String::new();
        let mut marks = Vec::new();
        for piece in text.split_inclusive(['[', ']']) {
            plain.push_str(piece.trim_end_matches(['[', ']']));
            match piece.chars().last() {
                Some('[') => marks.push((plain.len(), plain.len())),
                Some(']') => marks.last_mut().unwrap().1 = plain.len(),
                _ => {}
            }
        }
        let (mut shown, marks) = shortened(&plain, &marks);
        for (start, end) in marks.into_iter().rev() {
            shown.insert(end, ']');
            shown.insert(start, '[');
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn sentences_end_before_space() {
        let check = |text, expected: &[&str]| {
            assert_eq!(sentences(text).collect::<Vec<_>>(), expected);
        };
        check("", &[]);
        check(" One ", &["One"]);
        check(
            "One. Two two!  Version 2.0 of three?",
            &["One.", "Two two!", "Version 2.0 of three?"],
        );
        check(". … .", &[".", "…", "."]);
    }

    #[test]
    fn a_short_sentence_stays_whole() {
        check("[Kafka] and [Spark]", "[Kafka] and [Spark]");
        check("It [moves]", "It [moves]");
    }

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        let words = "wörter ".repeat(40);
        check(&format!("{words}[Kafka] {words}[Spark]"), &{
            let lead = "wörter ".repeat(7);
            let tail = " wörter".repeat(14);
            format!("…{lead}[Kafka]{tail}…")
        });
    }

    #[test]
    fn a_text_without_spaces_is_cut_between_characters() {
        let (shown, marks) = shortened(&"ö".repeat(400), &[(0, 400)]);
        assert_eq!((shown.len(), marks), (403, vec![(0, 400)]));
        let (shown, marks) = shortened(&"ö".repeat(400), &[(400, 402)]);
        assert!(shown.starts_with('…') && shown.ends_with('…'));
        assert_eq!(shown.get(marks[0].0..marks[0].1), Some("ö"));
    }
}
