//! Lines that were meant as the heading of a company and are none to Markdown: without a blank
//! behind the signs, indented into a list or a code block, behind a fence that does not end, in bold.

use std::ops::Range;

use super::pieces::shorten;
use crate::markdown::{Element, Node};
use crate::passage::normalised;
use crate::shape::Pattern;

/// A line that was meant as a heading.
#[derive(Debug)]
pub(super) struct Missed {
    /// The line, without its indentation and its end.
    pub(super) line: Range<usize>,
    /// Its words.
    pub(super) words: Range<usize>,
    pub(super) message: String,
    pub(super) cure: String,
    /// Whether a company begins here.
    pub(super) is_company: bool,
}

/// Finds such lines in a text with these blocks.
pub(super) fn find(text: &str, nodes: &[Node], patterns: &[Pattern]) -> Vec<Missed> {
    let headings: Vec<&Range<usize>> = nodes
        .iter()
        .filter(|node| matches!(node.element, Element::Heading(_)))
        .map(|node| &node.span)
        .collect();
    let mut missed = Vec::new();
    let (mut offset, mut closed_to) = (0, 0);
    let mut before_is_blank = true;
    for line in text.split_inclusive('\n') {
        let place = offset..offset + line.trim_end().len();
        closed_to = closed_to.max(closed_region(text, offset, line));
        let next = text.get(offset + line.len()..).unwrap_or_default();
        let alone =
            before_is_blank && next.lines().next().is_none_or(|next| next.trim().is_empty());
        before_is_blank = line.trim().is_empty();
        // Headings are in order, so that this looks at one of them.
        let first = headings.partition_point(|heading| heading.end <= place.start);
        let is_heading = headings.get(first).is_some_and(|heading| heading.start < place.end);
        if !is_heading && offset >= closed_to && !before_is_blank {
            missed.extend(read(text, place, alone, patterns));
        }
        offset += line.len();
    }
    missed
}

/// Where a comment or fenced code ends that begins in this line; the line's start without one, or
/// where it does not end.
fn closed_region(text: &str, offset: usize, line: &str) -> usize {
    let after = offset + line.len();
    let rest = text.get(after..).unwrap_or_default();
    if let Some(start) = line.find("<!--") {
        let comment = text.get(offset + start..).unwrap_or_default();
        return comment.find("-->").map_or(offset, |end| offset + start + end);
    }
    let mark = line.trim_start();
    for fence in ["```", "~~~"] {
        if mark.starts_with(fence) {
            let mut at = after;
            for line in rest.split_inclusive('\n') {
                at += line.len();
                let end = line.trim();
                if end.starts_with(fence) && end.trim_matches(['`', '~']).is_empty() {
                    return at;
                }
            }
        }
    }
    offset
}

/// Reads one line that is no heading to Markdown.
fn read(text: &str, place: Range<usize>, alone: bool, patterns: &[Pattern]) -> Option<Missed> {
    let level = patterns.first().map_or(3, |first| first.level);
    let line = text.get(place.clone())?;
    let content = line.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let marked = content.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+' | '.') || c.is_ascii_digit()
    });
    let bold = [("**", "**"), ("__", "__")].into_iter().find_map(|(start, end)| {
        content.trim_end_matches(['\\', ':']).strip_prefix(start)?.strip_suffix(end)
    });
    let hashes: usize = marked.chars().take_while(|&c| is_hash(c)).map(char::len_utf8).sum();
    let signs = marked.get(..hashes)?;
    let count = signs.chars().filter(|&c| c != '\\').count();
    let after = marked.get(hashes..)?;
    let words = match bold {
        Some(bold) => bold,
        None if count > 0 => after.trim_end_matches('#'),
        None => content,
    };
    let words = words.trim();
    let start = place.start + (words.as_ptr() as usize).checked_sub(line.as_ptr() as usize)?;
    let is_inside = marked.len() < content.len();
    let may_be_line = bold.is_some() || (alone && !is_inside);
    if count == 0 && !may_be_line {
        return None;
    }
    let spoken = normalised(words);
    let is_named =
        patterns.iter().any(|pattern| pattern.has_beginning() && pattern.find(&spoken).is_some());
    let indent = line.len() - content.len();
    let hashes = "#".repeat(usize::from(level));
    let starts_name = words.starts_with(|c: char| c.is_alphabetic());
    let glued = count > 0 && !after.starts_with([' ', '\t']) && !after.is_empty();
    let (reason, is_company) = if count == 0 {
        let is_line = bold.is_some() || spoken.split(' ').count() <= 8;
        let ends = spoken.ends_with(['.', '!', '?', ':', ',']);
        if !is_named || !is_line || ends {
            return None;
        }
        (format!("it does not start with {hashes}"), true)
    } else if count > 6 || !starts_name {
        return None;
    } else if signs.contains('\\') || signs.contains('＃') {
        ("its # is escaped or not a plain one".to_owned(), is_named)
    } else if glued {
        let meant = count == usize::from(level) && count > 1 && !is_inside;
        let is_tag = count == 1 && !is_named;
        if is_tag {
            return None;
        }
        let blank = after.chars().next().filter(|c| c.is_whitespace() || is_invisible(*c));
        let reason = match blank {
            Some(blank) => format!("the blank after {signs} is U+{:04X}", u32::from(blank)),
            None => format!("there is no blank after {signs}"),
        };
        (reason, is_named || meant)
    } else {
        let hidden = if is_inside {
            "it is inside of a list or a quotation"
        } else if content.len() < line.trim_start().len() {
            "an invisible character is before it"
        } else if indent >= 4 || line.starts_with('\t') {
            "it is indented like code"
        } else {
            "a block above it does not end: a fence of code, a comment or HTML"
        };
        let is_meant = is_named || (!is_inside && count == usize::from(level));
        if !is_meant {
            return None;
        }
        (hidden.to_owned(), true)
    };
    let cure = match (is_company, glued) {
        (true, true) => format!("put a blank after {hashes}: {hashes} {spoken}"),
        (true, false) => format!("write {hashes} {spoken} at the start of a line of its own"),
        (false, _) => format!("put a blank after {signs}: {signs} {spoken}"),
    };
    let read_as = if is_company { "; it is read as one" } else { "" };
    Some(Missed {
        line: place.start + indent..place.end,
        words: start..start + words.len(),
        message: format!("\"{}\" is not a heading: {reason}{read_as}", shorten(content)),
        cure,
        is_company,
    })
}

const fn is_hash(character: char) -> bool {
    matches!(character, '#' | '＃' | '\\')
}

/// Characters that have no width, which editors and copied text leave behind.
const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}')
}
