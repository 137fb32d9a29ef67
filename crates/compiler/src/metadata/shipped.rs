//! Reads `slugs.txt`, the company slugs that people have bookmarked.

use std::collections::HashSet;
use std::ops::Range;

use catalog::Slug;
use toml::Spanned;

use crate::diagnostic::{Code, Reporter};
use crate::toml_file::read_slug;

/// The slugs in the file, one a line, each with its place; `#` starts a comment.
pub(super) fn parse(report: &mut Reporter<'_>) -> Vec<(Slug, Range<usize>)> {
    let mut slugs = Vec::new();
    let mut seen = HashSet::new();
    let mut start = 0;
    for line in report.file.text.split_inclusive('\n') {
        let words = line.split('#').next().unwrap_or_default();
        let text = words.trim();
        let from = start + (words.len() - words.trim_start().len());
        start += line.len();
        if text.is_empty() {
            continue;
        }
        let span = from..from + text.len();
        let Some(slug) = read_slug(&Spanned::new(span.clone(), text.to_owned()), "line", report)
        else {
            continue;
        };
        if seen.insert(slug.clone()) {
            slugs.push((slug, span));
        } else {
            report.warn(
                Code::ListedTwice,
                span,
                format!("\"{slug}\" is listed twice"),
                "remove one of the two",
            );
        }
    }
    slugs
}
