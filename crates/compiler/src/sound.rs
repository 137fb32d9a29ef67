//! Makes files readable whose text is not what the maintainer wrote: stored in another encoding, or
//! with both sides of a merge.
//!
//! What a merge left is blanked byte for byte, so that the file is read with the side that comes
//! first, no place moves, and nothing is reported that only follows from it.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Code, Reporter};
use crate::input::{Encoding, Input, SourceFile};

/// The input as it is read.
pub(crate) fn readable(input: &Input) -> Cow<'_, Input> {
    let mut files = input.files.each().into_iter().chain(&input.chapters);
    if files.all(|file| conflicts(&file.text).is_empty()) {
        return Cow::Borrowed(input);
    }
    let mut input = input.clone();
    input.files = input.files.map(without_conflicts);
    input.chapters = input.chapters.into_iter().map(without_conflicts).collect();
    Cow::Owned(input)
}

/// Reports what is wrong with a file, as it was given, before anything else in it.
pub(crate) fn report(file: &SourceFile, report: &mut Reporter<'_>) {
    let first_line = |text: &str| text.lines().next().unwrap_or_default().trim_end().len();
    match file.encoding {
        Encoding::Utf8 => {}
        Encoding::Utf16 => report.error_first(
            Code::NotUtf8,
            0..first_line(&file.text),
            "the file is stored as UTF-16",
            "save it as UTF-8: `iconv -f utf-16 -t utf-8 OLD > NEW`",
        ),
        Encoding::Unknown(offset) => report.error_first(
            Code::NotUtf8,
            offset..offset + char::REPLACEMENT_CHARACTER.len_utf8(),
            "the file is not UTF-8 from this letter on",
            "save it as UTF-8: `iconv -f windows-1252 -t utf-8 OLD > NEW`, if it comes from Windows",
        ),
    }
    for Conflict { whole, sides, .. } in conflicts(&file.text) {
        let (message, cure) = match sides {
            Sides::Both => (
                "a merge left both of its sides here",
                "keep one side, and remove the other with the lines <<<<<<<, ======= and >>>>>>>",
            ),
            Sides::Unclear => ("a merge left this line here", "remove the line"),
        };
        report.error_first(Code::MergeMarkers, whole, message, cure);
    }
}

/// What a merge left of two sides.
struct Conflict {
    /// From its first line to its last.
    whole: Range<usize>,
    sides: Sides,
    /// The lines that are not read.
    blanked: Vec<Range<usize>>,
}

enum Sides {
    Both,
    /// A line of it is missing, so that its sides are not known.
    Unclear,
}

/// Finds what merges left, in order.
fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found = Vec::new();
    // Where the conflict began, and where its second side did.
    let mut open: Option<Range<usize>> = None;
    let mut second: Option<usize> = None;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let place = offset..offset + line.trim_end().len();
        offset += line.len();
        let is = |mark: &str| {
            line.strip_prefix(mark)
                .is_some_and(|rest| rest.starts_with([' ', '\r', '\n']) || rest.is_empty())
        };
        if is("<<<<<<<") {
            found.extend(open.replace(place).map(unclear));
            second = None;
        } else if open.is_some() && second.is_none() && (is("|||||||") || is("=======")) {
            second = Some(place.start);
        } else if is(">>>>>>>") {
            match (open.take(), second.take()) {
                (Some(first), Some(second)) => found.push(Conflict {
                    whole: first.start..place.end,
                    sides: Sides::Both,
                    blanked: vec![first, second..place.end],
                }),
                (Some(first), None) => found.extend([unclear(first), unclear(place)]),
                (None, _) => found.push(unclear(place)),
            }
        }
    }
    found.extend(open.map(unclear));
    found
}

fn unclear(line: Range<usize>) -> Conflict {
    Conflict { whole: line.clone(), sides: Sides::Unclear, blanked: vec![line] }
}

fn without_conflicts(file: SourceFile) -> SourceFile {
    let found = conflicts(&file.text);
    let blanked = |at: usize| {
        found.iter().any(|conflict| conflict.blanked.iter().any(|range| range.contains(&at)))
    };
    if found.is_empty() {
        return file;
    }
    let mut text = String::with_capacity(file.text.len());
    for (at, letter) in file.text.char_indices() {
        match letter {
            '\n' | '\r' => text.push(letter),
            _ if blanked(at) => text.extend(std::iter::repeat_n(' ', letter.len_utf8())),
            _ => text.push(letter),
        }
    }
    SourceFile { text, ..file }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, count: usize, read: &str) {
        assert_eq!(conflicts(text).len(), count, "{text}");
        let read_as = without_conflicts(SourceFile::new("a", text)).text;
        assert_eq!(read_as.len(), text.len());
        let lines: Vec<&str> = read_as.lines().filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(lines.join("|"), read);
    }

    #[test]
    fn the_first_side_of_a_merge_is_read() {
        check("a\n<<<<<<< HEAD\nb\n=======\nç\n>>>>>>> x\nd\n", 1, "a|b|d");
        check("<<<<<<< HEAD\nb\n||||||| base\no\n=======\nc\n>>>>>>> x\n", 1, "b");
        check("<<<<<<< a\r\nb\r\n=======\r\nc\r\n>>>>>>> b\r\n", 1, "b");
        check("a\n<<<<<<< HEAD\nb\n", 1, "a|b");
        check("a\n>>>>>>> x\nb\n", 1, "a|b");
        check("Title\n=======\n\n<<<<<<<words\n", 0, "Title|=======|<<<<<<<words");
    }
}
