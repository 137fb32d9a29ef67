//! From byte offsets to line numbers.

use crate::diagnostic::saturating_u32;

/// Where each line of a text begins.
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

    /// 1-based line on which the byte at `offset` stands.
    pub(crate) fn line_at(&self, offset: usize) -> u32 {
        saturating_u32(self.starts.partition_point(|&start| start <= offset))
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
