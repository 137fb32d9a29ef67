//! A sentence-sized piece of a longer text.

/// The longest piece that is shown, in bytes, ellipses aside.
const MAX_LENGTH: usize = 180;
/// How much of a long sentence is shown before what was found, in bytes.
const LEAD: usize = 60;

/// The sentence around the first mark, or of a long sentence the part around it, with the marks
/// that are in it. Ranges are byte ranges, ascending and on character boundaries.
pub(crate) fn snippet(text: &str, marks: &[(usize, usize)]) -> (String, Vec<(usize, usize)>) {
    let Some(&first) = marks.first() else { return (text.to_owned(), Vec::new()) };
    let (sentence_start, sentence_end) = sentence(text, first);
    let (mut start, mut end) = (sentence_start, sentence_end);
    if end - start > MAX_LENGTH {
        if first.0 - start > LEAD {
            let from = text.ceil_char_boundary(first.0 - LEAD);
            start = from + text[from..first.0].find(' ').map_or(0, |space| space + 1);
        }
        if end - start > MAX_LENGTH {
            let to = text.floor_char_boundary(start + MAX_LENGTH).max(first.1);
            end = text[first.1..to].rfind(' ').map_or(to, |space| first.1 + space);
        }
    }
    let before = if start > sentence_start { "…" } else { "" };
    let after = if end < sentence_end { "…" } else { "" };
    let inside = marks.iter().filter(|(from, to)| *from >= start && *to <= end);
    let shift = |at: usize| at - start + before.len();
    let marks = inside.map(|(from, to)| (shift(*from), shift(*to))).collect();
    (format!("{before}{}{after}", &text[start..end]), marks)
}

/// The sentence that `mark` is in, without the space around it.
fn sentence(text: &str, mark: (usize, usize)) -> (usize, usize) {
    let following = text.char_indices().skip(1).map(|(at, c)| (at, c.is_whitespace()));
    let ends = || {
        let characters = text.chars().zip(following.clone());
        characters.filter(|(c, (_, is_end))| *is_end && matches!(c, '.' | '!' | '?' | '…'))
    };
    let start = ends().map(|(_, (at, _))| at).take_while(|at| *at <= mark.0).last().unwrap_or(0);
    let end = ends().map(|(_, (at, _))| at).find(|at| *at >= mark.1).unwrap_or(text.len());
    let trimmed = text[start..mark.0].trim_start().len();
    (mark.0 - trimmed, mark.1 + text[mark.1..end].trim_end().len())
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
        let (mut shown, marks) = snippet(&plain, &marks);
        for (start, end) in marks.into_iter().rev() {
            shown.insert(end, ']');
            shown.insert(start, '[');
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_sentence_of_the_first_mark_is_shown() {
        check("[Kafka] moves", "[Kafka] moves");
        check("One. Two [Kafka] two! Three [Kafka].", "Two [Kafka] two!");
        check("Version 2.0 of [Kafka]. No.", "Version 2.0 of [Kafka].");
        check("One. [Kafka] and [Spark]", "[Kafka] and [Spark]");
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
        let (shown, marks) = snippet(&"ö".repeat(400), &[(0, 400)]);
        assert_eq!((shown.len(), marks), (403, vec![(0, 400)]));
        let (shown, marks) = snippet(&"ö".repeat(400), &[(400, 402)]);
        assert!(shown.starts_with('…') && shown.ends_with('…'));
        assert_eq!(shown.get(marks[0].0..marks[0].1), Some("ö"));
    }
}
