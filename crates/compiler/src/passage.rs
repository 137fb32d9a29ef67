//! Words of the chapter that can speak for a technology.

use catalog::EvidenceSource;

/// A run of the chapter's words with the lines they stand on: a paragraph, a list item, a label
/// before a link, a podcast's title or blurb. The chapter parser makes them, tagging reads them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Plain text, soft line breaks as spaces, bare addresses left out.
    pub(crate) text: String,
    /// Where it stands.
    pub(crate) source: EvidenceSource,
    /// Byte offset in `text` at which each source line begins, with the 1-based line; ascending,
    /// the first offset is 0.
    pub(crate) lines: Vec<(usize, u32)>,
}

impl Passage {
    /// The line on which the byte at `offset` stands.
    pub(crate) fn line_at(&self, offset: usize) -> u32 {
        let after = self.lines.partition_point(|&(start, _)| start <= offset);
        self.lines.get(after.saturating_sub(1)).map_or(1, |&(_, line)| line)
    }
}
