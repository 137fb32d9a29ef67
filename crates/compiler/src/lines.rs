//! From byte offsets to line numbers.

use std::ops::Range;

use crate::diagnostic::saturating_u32;

/// The line starts of a text.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    /// Byte offsets of line starts, ascending; the first is 0.
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of `text`.
    pub(crate) fn new(text: &str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(offset, _)| offset + 1);
        Self { starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// 1-based line that contains the byte at `offset`.
    pub(crate) fn line_at(&self, offset: usize) -> u32 {
        saturating_u32(self.starts.partition_point(|&start| start <= offset))
    }

    /// Byte range of a 1-based line of `text`, without the blanks at its end.
    pub(crate) fn span_of(&self, line: u32, text: &str) -> Range<usize> {
        let index = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
        let start = self.starts.get(index).copied().unwrap_or(text.len());
        let end = self.starts.get(index + 1).copied().unwrap_or(text.len());
        start..start + text.get(start..end).unwrap_or_default().trim_end().len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_with_its_line_break() {
        let lines = Lines::new("ab\n\ncd");
        assert_eq!([0, 2, 3, 4, 5, 99].map(|offset| lines.line_at(offset)), [1, 1, 2, 3, 3, 3]);
    }
}
