//! Text with its places in the source.

use std::ops::Range;

use crate::lines::Lines;
use crate::passage::Words;

/// Text with the source position of each of its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    /// Byte offset in `text` and in the source, ascending.
    origins: Vec<(usize, usize)>,
}

impl Run {
    /// Adds text that begins at `offset` of the source.
    pub(super) fn push(&mut self, text: &str, offset: usize) {
        self.origins.push((self.text.len(), offset));
        self.text.push_str(text);
    }

    /// Adds another run at the end.
    pub(super) fn append(&mut self, other: &Self) {
        let length = self.text.len();
        self.origins.extend(other.origins.iter().map(|&(at, offset)| (length + at, offset)));
        self.text.push_str(&other.text);
    }

    /// The part in a byte range on character boundaries.
    pub(super) fn slice(&self, range: Range<usize>) -> Self {
        let mut part = Self::default();
        for (index, &(start, offset)) in self.origins.iter().enumerate() {
            let end = self.origins.get(index + 1).map_or(self.text.len(), |&(next, _)| next);
            let (from, to) = (start.max(range.start), end.min(range.end));
            if let Some(text) = self.text.get(from..to).filter(|text| !text.is_empty()) {
                part.push(text, offset + (from - start));
            }
        }
        part
    }

    /// Source offset of a byte of the text.
    pub(super) fn offset_at(&self, at: usize) -> usize {
        let after = self.origins.partition_point(|&(start, _)| start <= at);
        self.origins
            .get(after.saturating_sub(1))
            .map_or(0, |&(start, offset)| offset + (at - start))
    }

    /// Source range of a non-empty part of the text.
    pub(super) fn span_of(&self, range: &Range<usize>) -> Range<usize> {
        self.offset_at(range.start)..self.offset_at(range.end.saturating_sub(1)) + 1
    }

    /// Adds the text to `words`, each part with its line.
    pub(super) fn add_to(&self, words: &mut Words, lines: &Lines) {
        for (index, &(start, offset)) in self.origins.iter().enumerate() {
            let end = self.origins.get(index + 1).map_or(self.text.len(), |&(next, _)| next);
            words.push(self.text.get(start..end).unwrap_or_default(), lines.line_at(offset));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_places() {
        let mut run = Run::default();
        run.push("one", 10);
        run.push(" ", 13);
        run.push("two", 20);
        assert_eq!(run.span_of(&(1..3)), 11..13);
        let part = run.slice(2..6);
        assert_eq!(part.text, "e tw");
        assert_eq!(part.span_of(&(0..4)), 12..22);
        let mut both = part.clone();
        both.append(&part);
        assert_eq!(both.offset_at(4), 12);
    }
}
