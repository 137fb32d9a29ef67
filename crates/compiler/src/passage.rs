//! Text of the chapter that is searched for technologies.

use catalog::EvidenceSource;

use crate::text_form::compatible;

/// Text in the form in which readers see it: compatibility characters taken apart (`ﬁ` is two
/// letters), blanks collapsed.
pub(crate) fn normalised(text: &str) -> String {
    let text = compatible(text);
    let mut shown = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(word);
    }
    shown
}

/// A run of the chapter's words with their lines: a paragraph, a list item, a label
/// before a link, a podcast's title or blurb. The chapter parser makes them, tagging reads them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Plain text, soft line breaks as spaces, bare addresses left out.
    pub(crate) text: String,
    /// Where it was found.
    pub(crate) source: EvidenceSource,
    /// Byte offset in `text` at which each source line begins, with the 1-based line; ascending,
    /// the first offset is 0.
    pub(crate) lines: Vec<(usize, u32)>,
}

impl Passage {
    /// The line that contains the byte at `offset`.
    pub(crate) fn line_at(&self, offset: usize) -> u32 {
        let after = self.lines.partition_point(|&(start, _)| start <= offset);
        self.lines.get(after.saturating_sub(1)).map_or(1, |&(_, line)| line)
    }
}

/// Words on their way into a [`Passage`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    text: String,
    lines: Vec<(usize, u32)>,
}

impl Words {
    /// Adds text of one line.
    pub(crate) fn push(&mut self, text: &str, line: u32) {
        if !text.is_empty() && self.lines.last().is_none_or(|&(_, last)| last != line) {
            self.lines.push((self.text.len(), line));
        }
        self.text.push_str(text);
    }

    /// Adds other words at the end.
    pub(crate) fn append(&mut self, other: &Self) {
        for (index, &(start, line)) in other.lines.iter().enumerate() {
            let end = other.lines.get(index + 1).map_or(other.text.len(), |&(next, _)| next);
            self.push(other.text.get(start..end).unwrap_or_default(), line);
        }
    }

    /// The text so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The line of the first word.
    pub(crate) fn first_line(&self) -> Option<u32> {
        self.lines.first().map(|&(_, line)| line)
    }

    /// Whether all of the words are on this line.
    pub(crate) fn is_on_line(&self, line: u32) -> bool {
        !self.lines.is_empty() && self.lines.iter().all(|&(_, found)| found == line)
    }

    /// The part in a byte range on character boundaries.
    pub(crate) fn slice(&self, range: std::ops::Range<usize>) -> Self {
        let mut part = Self::default();
        for (index, &(start, line)) in self.lines.iter().enumerate() {
            let end = self.lines.get(index + 1).map_or(self.text.len(), |&(next, _)| next);
            let (from, to) = (start.max(range.start), end.min(range.end));
            if from < to {
                part.push(self.text.get(from..to).unwrap_or_default(), line);
            }
        }
        part
    }

    /// The same without blanks at its ends.
    pub(crate) fn trimmed(&self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len();
        self.slice(start..end.max(start))
    }

    /// The words as a passage, or `None` when nothing in them can be read as a word.
    pub(crate) fn into_passage(self, source: EvidenceSource) -> Option<Passage> {
        let Self { text, lines } = self.trimmed();
        text.contains(char::is_alphanumeric).then_some(Passage { text, source, lines })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(parts: &[(&str, u32)]) -> Words {
        let mut words = Words::default();
        for &(text, line) in parts {
            words.push(text, line);
        }
        words
    }

    #[test]
    fn trimming_and_slicing_keep_the_lines() {
        let words = words(&[("  a", 1), (" ", 1), ("bc", 2), (" ", 2), ("d ", 3)]);
        let passage = words.clone().into_passage(EvidenceSource::Prose).unwrap();
        assert_eq!(passage.text, "a bc d");
        assert_eq!(passage.lines, [(0, 1), (2, 2), (5, 3)]);
        assert_eq!([0, 1, 2, 4, 5].map(|at| passage.line_at(at)), [1, 1, 2, 2, 3]);
        assert_eq!(words.slice(5..7), self::words(&[("c", 2), (" ", 2)]));
    }

    #[test]
    fn words_without_a_letter_or_digit_are_no_passage() {
        assert_eq!(words(&[(" - :", 1)]).into_passage(EvidenceSource::Prose), None);
    }
}
