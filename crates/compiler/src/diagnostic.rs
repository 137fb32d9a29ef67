//! What is wrong with the content, where, and what to do about it.

mod code;

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use toml::Spanned;

use crate::input::SourceFile;
use crate::nearest::nearest;

pub use code::Code;

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something would be lost, unsafe or ambiguous: the site is not built.
    Error,
    /// The meaning is clear, but the source should be corrected.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One fault at one place. Its text form is
/// `path:line:column: severity[code]: message; cure`, with 1-based line and column (in characters), as
/// editors count them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Its kind.
    pub code: Code,
    /// The file.
    pub path: String,
    /// 1-based line of the start of `span`.
    pub line: u32,
    /// 1-based column of the start of `span`, in characters.
    pub column: u32,
    /// Byte range in the file's text, on character boundaries.
    pub span: Range<usize>,
    /// What is wrong, without a final full stop.
    pub message: String,
    /// What to do about it, in the imperative.
    pub cure: String,
}

/// Quoted text may hold line breaks, in the source or as `&#10;`; a diagnostic is one line.
fn on_one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\n', '\r'], " ")
}

/// Collects the diagnostics of one file.
#[derive(Debug)]
pub(crate) struct Reporter<'a> {
    /// The file that spans refer to.
    pub(crate) file: &'a SourceFile,
    diagnostics: Vec<Diagnostic>,
    /// What explains the others, listed before them.
    leading: Vec<Diagnostic>,
    /// Lines with syntax errors: what is read from them is not what the maintainer wrote, so
    /// nothing else is reported there.
    damaged: BTreeSet<u32>,
    /// Kinds of names that are not all known, because the file that declares them is damaged.
    lost: Vec<&'static str>,
}

impl<'a> Reporter<'a> {
    /// A reporter without diagnostics.
    pub(crate) const fn new(file: &'a SourceFile) -> Self {
        Self {
            file,
            diagnostics: Vec::new(),
            leading: Vec::new(),
            damaged: BTreeSet::new(),
            lost: Vec::new(),
        }
    }

    /// Reports an error.
    pub(crate) fn error(
        &mut self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        self.push(Severity::Error, code, span, message.into(), cure.into());
    }

    /// Reports a warning.
    pub(crate) fn warn(
        &mut self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        self.push(Severity::Warning, code, span, message.into(), cure.into());
    }

    /// Reports a warning that explains others: it is listed first, wherever its place is.
    pub(crate) fn warn_first(
        &mut self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        let first = self.diagnostic(Severity::Warning, code, span, message.into(), cure.into());
        self.leading.push(first);
    }

    /// Reports an error that explains others: it is listed first, wherever its place is.
    pub(crate) fn error_first(
        &mut self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        let first = self.diagnostic(Severity::Error, code, span, message.into(), cure.into());
        self.leading.push(first);
    }

    /// Whether part of the file could not be read: what it declares is then not all known.
    pub(crate) fn is_damaged(&self) -> bool {
        !self.damaged.is_empty()
    }

    /// Ignores unknown names of a kind: the file that declares them is damaged.
    pub(crate) fn lose(&mut self, kind: &'static str) {
        self.lost.push(kind);
    }

    /// Reports a name that refers to nothing. `kind` is what it should refer to, `otherwise` the
    /// cure where no known name is similar.
    pub(crate) fn unknown<'n>(
        &mut self,
        name: &Spanned<String>,
        kind: &str,
        known: impl IntoIterator<Item = &'n str>,
        otherwise: &str,
    ) {
        if self.lost.contains(&kind) {
            return;
        }
        let cure = match nearest(name.get_ref(), known) {
            Some(near) => format!("write \"{near}\", or {otherwise}"),
            None => otherwise.to_owned(),
        };
        self.error(
            Code::UnknownName,
            name.span(),
            format!("unknown {kind} \"{}\"", name.get_ref()),
            cure,
        );
    }

    /// Reports a syntax error, and nothing else in `damaged`, the part of the file that it makes
    /// unreadable: all that would be said of it follows from the error. Of errors on consecutive
    /// lines only the first is reported.
    pub(crate) fn syntax_error(
        &mut self,
        code: Code,
        span: Range<usize>,
        damaged: Range<usize>,
        message: String,
        cure: String,
    ) {
        let fault = self.diagnostic(Severity::Error, code, span, message, cure);
        let line = fault.line;
        let follows =
            self.damaged.contains(&line) || self.damaged.contains(&line.saturating_sub(1));
        self.damaged.insert(line);
        if !follows {
            let lines = self.line_at(damaged.start)..=self.line_at(damaged.end);
            self.damaged.extend(lines);
            self.diagnostics.push(fault);
        }
    }

    /// The 1-based line that holds a byte offset.
    pub(crate) fn line_at(&self, offset: usize) -> u32 {
        line_and_column(&self.file.text, self.file.text.floor_char_boundary(offset)).0
    }

    /// The diagnostics in the order of their places, those that explain others first.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
        self.leading.append(&mut self.diagnostics);
        self.leading
    }

    fn push(
        &mut self,
        severity: Severity,
        code: Code,
        span: Range<usize>,
        message: String,
        cure: String,
    ) {
        let diagnostic = self.diagnostic(severity, code, span, message, cure);
        if !self.damaged.contains(&diagnostic.line) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// A range past the end, or one that splits a character, is moved to the nearest valid one.
    fn diagnostic(
        &self,
        severity: Severity,
        code: Code,
        span: Range<usize>,
        message: String,
        cure: String,
    ) -> Diagnostic {
        let text = &self.file.text;
        let start = text.floor_char_boundary(span.start);
        let end = text.floor_char_boundary(span.end).max(start);
        // Most faults come in order, so lines are counted on from the last one. Not from the very
        // start, where a byte order mark would be counted.
        let before =
            self.diagnostics.last().filter(|known| (1..=start).contains(&known.span.start));
        let (line, column) = match before {
            Some(known) => count_on(&text[known.span.start..start], (known.line, known.column)),
            None => line_and_column(text, start),
        };
        Diagnostic {
            severity,
            code,
            path: self.file.path.clone(),
            line,
            column,
            span: start..end,
            message: on_one_line(&message),
            cure: on_one_line(&cure),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { severity, code, path, line, column, message, cure, .. } = self;
        write!(formatter, "{path}:{line}:{column}: {severity}[{code}]: {message}; {cure}")
    }
}

/// 1-based line and column (in characters) of a byte offset that lies on a character boundary. A
/// byte order mark before the text has no column: editors do not show it.
fn line_and_column(text: &str, offset: usize) -> (u32, u32) {
    let before = &text[..offset];
    count_on(before.strip_prefix('\u{feff}').unwrap_or(before), (1, 1))
}

/// Line and column behind `text`, which begins at a line and a column.
fn count_on(text: &str, (line, column): (u32, u32)) -> (u32, u32) {
    let breaks = text.bytes().filter(|&byte| byte == b'\n').count();
    let last = text.rsplit('\n').next().unwrap_or_default();
    let first_column = if breaks == 0 { column } else { 1 };
    let counted = |from: u32, more: usize| from.saturating_add(saturating_u32(more));
    (counted(line, breaks), counted(first_column, last.chars().count()))
}

/// A number as `u32`, or the largest there is: lines and columns past it do not matter.
pub(crate) fn saturating_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Against counting from the start of the text, for faults in any order.
        #[test]
        fn places_are_counted_from_any_fault_before(
            text in "\u{feff}?[a\u{e9}\n\r]{0,40}",
            starts in proptest::collection::vec(0..60_usize, 1..8),
        ) {
            let file = SourceFile::new("a.md", text.as_str());
            let mut report = Reporter::new(&file);
            for start in starts {
                report.error(Code::NoCompany, start..start, "m", "c");
            }
            for fault in report.finish() {
                let before = text[..fault.span.start].replacen('\u{feff}', "", 1);
                let lines: Vec<&str> = before.split('\n').collect();
                let column = lines.last().map_or(0, |line| line.chars().count()) + 1;
                prop_assert_eq!(fault.line, saturating_u32(lines.len()));
                prop_assert_eq!(fault.column, saturating_u32(column));
            }
        }
    }
}
