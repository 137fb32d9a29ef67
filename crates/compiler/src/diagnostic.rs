//! What is wrong with the content, where, and what to do about it.

use std::fmt;
use std::ops::Range;

use crate::SourceFile;

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something would be lost, unsafe or ambiguous: the site is not built.
    Error,
    /// The compiler knows what was meant, but the source should say so.
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
/// `path:line:column: severity: message; cure`, with 1-based line and column (in characters), as
/// editors count them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
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

impl Diagnostic {
    /// A diagnostic for a byte range of `file`. A range past the end, or one that splits a
    /// character, is moved to the nearest place that exists.
    pub(crate) fn new(
        severity: Severity,
        file: SourceFile<'_>,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) -> Self {
        let start = file.text.floor_char_boundary(span.start);
        let end = file.text.floor_char_boundary(span.end).max(start);
        let (line, column) = line_and_column(file.text, start);
        Self {
            severity,
            path: file.path.to_owned(),
            line,
            column,
            span: start..end,
            message: on_one_line(message.into()),
            cure: on_one_line(cure.into()),
        }
    }
}

/// Quoted text may hold line breaks, in the source or as `&#10;`; a diagnostic is one line.
fn on_one_line(text: String) -> String {
    text.replace("\r\n", " ").replace(['\n', '\r'], " ")
}

/// Takes down what is wrong with one file.
#[derive(Debug)]
pub(crate) struct Reporter<'a, 'd> {
    /// The file that spans refer to.
    pub(crate) file: SourceFile<'a>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'a, 'd> Reporter<'a, 'd> {
    /// Diagnostics for `file` go to the end of `diagnostics`.
    pub(crate) const fn new(file: SourceFile<'a>, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        Self { file, diagnostics }
    }

    /// Reports an error.
    pub(crate) fn error(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        self.diagnostics.push(Diagnostic::new(Severity::Error, self.file, span, message, cure));
    }

    /// Reports a warning.
    pub(crate) fn warn(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        self.diagnostics.push(Diagnostic::new(Severity::Warning, self.file, span, message, cure));
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { severity, path, line, column, message, cure, .. } = self;
        write!(formatter, "{path}:{line}:{column}: {severity}: {message}; {cure}")
    }
}

/// 1-based line and column (in characters) of a byte offset that lies on a character boundary. A
/// byte order mark before the text has no column: editors do not show it.
pub(crate) fn line_and_column(text: &str, offset: usize) -> (u32, u32) {
    let before = &text[..offset];
    let before = before.strip_prefix('\u{feff}').unwrap_or(before);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (saturating_u32(line), saturating_u32(column))
}

/// A number as `u32`, or the largest there is: lines and columns past it do not matter.
pub(crate) fn saturating_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
