//! Cuts quotes out of long texts.

use std::ops::Range;

use crate::diagnostic::saturating_u32;

/// A quote is cut to about this many bytes on each side of its mark.
const QUOTE_MARGIN: usize = 240;

/// The text as a quote with its mark; a very long one is cut around the mark.
pub(super) fn clip(text: &str, mark: Range<usize>) -> (String, (u32, u32)) {
    let start = text.floor_char_boundary(mark.start.saturating_sub(QUOTE_MARGIN));
    let end = text.floor_char_boundary((mark.end + QUOTE_MARGIN).min(text.len()));
    let mut quote = String::with_capacity(end - start + 6);
    if start > 0 {
        quote.push('…');
    }
    let moved = |at: usize| saturating_u32(at - start + if start > 0 { '…'.len_utf8() } else { 0 });
    quote.push_str(&text[start..end]);
    if end < text.len() {
        quote.push('…');
    }
    (quote, (moved(mark.start), moved(mark.end)))
}
