//! Where a syntax error comes from, and how much of the file it makes unreadable.

use std::ops::Range;

/// A bracket or quote that nothing closes, and what would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Open(pub(super) &'static str, pub(super) &'static str);

const SQUARE: Open = Open("[", "]");
const CURLY: Open = Open("{", "}");

/// The table that holds an offset, from its header to the next one: what is read of it is not what
/// the maintainer wrote.
pub(super) fn table(text: &str, offset: usize) -> Range<usize> {
    let offset = text.floor_char_boundary(offset);
    let line_start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let mut table = 0..text.len();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_header(line) {
            if start > line_start {
                table.end = start.saturating_sub(1);
                break;
            }
            table.start = start;
        }
        start += line.len();
    }
    // The line itself may be a header that is damaged.
    if text[line_start..].starts_with('[') {
        table.start = line_start;
    }
    table
}

/// Whether a line is `[name]` or `[[name]]`, and no item of a list.
fn is_header(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim_end();
    let name = |start, end| line.strip_prefix(start)?.strip_suffix(end);
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.\" ".contains(c))
    };
    name("[[", "]]").or_else(|| name("[", "]")).is_some_and(is_name)
}

/// Where an error that was found at a place comes from: the parser notices a bracket that is not
/// closed at the end of its value, lines below.
pub(super) fn cause(text: &str, at: Range<usize>) -> (Range<usize>, Option<Open>) {
    let table = table(text, at.start);
    let mut open: Vec<(usize, Open)> = Vec::new();
    let mut quote: Option<(usize, &str)> = None;
    let mut rest = table.start;
    let end = text.floor_char_boundary(at.end.max(at.start).min(table.end));
    while rest < end {
        let tail = &text[rest..];
        let Some(letter) = tail.chars().next() else { break };
        let mut length = letter.len_utf8();
        if let Some((start, mark)) = quote {
            if tail.starts_with(mark) {
                (quote, length) = (None, mark.len());
            } else if letter == '\\' && mark.starts_with('"') {
                length += tail[length..].chars().next().map_or(0, char::len_utf8);
            } else if letter == '\n' && mark.len() == 1 {
                // The parser's own message names a quote that its line does not close.
                return (start..start + tail_of_line(text, start), None);
            }
        } else if let Some(mark) =
            ["\"\"\"", "'''", "\"", "'"].into_iter().find(|mark| tail.starts_with(mark))
        {
            (quote, length) = (Some((rest, mark)), mark.len());
        } else {
            match letter {
                '#' => length = tail.find('\n').unwrap_or(tail.len()),
                '[' => open.push((rest, SQUARE)),
                '{' => open.push((rest, CURLY)),
                ']' | '}' => drop(open.pop()),
                _ => {}
            }
        }
        rest += length;
    }
    match open.first() {
        // A bracket on the line of the error is where the parser's own message is right.
        Some(&(start, bracket)) if text[start..at.start.max(start)].contains('\n') => {
            (start..start + 1, Some(bracket))
        }
        _ => (at, None),
    }
}

fn tail_of_line(text: &str, start: usize) -> usize {
    text[start..].lines().next().unwrap_or_default().trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_reaches_from_header_to_header() {
        let text = "[a]\nx = 1\n[[b.c]]\ny = [\n  [\"d\", \"e\"],\n]\nz = 1\n[f]\n";
        let y = text.find('y').unwrap_or_default();
        assert_eq!(&text[table(text, y)], "[[b.c]]\ny = [\n  [\"d\", \"e\"],\n]\nz = 1");
        assert_eq!(&text[table(text, 1)], "[a]\nx = 1");
    }

    #[test]
    fn a_bracket_that_is_not_closed_is_found_where_it_opens() {
        let text = "[a]\nx = [\"b]\", # ]\n  \"c\"\ny = 1\n";
        let at = text.find("y").unwrap_or_default();
        let bracket = text.find("[\"b").unwrap_or_default();
        assert_eq!(cause(text, at..at + 1), (bracket..bracket + 1, Some(SQUARE)));
        let text = "[a]\nx = 1\ny = = 2\n";
        let at = text.rfind('=').unwrap_or_default();
        assert_eq!(cause(text, at..at + 1), (at..at + 1, None));
    }
}
