//! Diagnostics for the terminal: place, source line, caret and cure.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use compiler::{Diagnostic, Severity};

/// The byte order mark, with which some editors start a UTF-8 file.
const MARK: char = '\u{feff}';

/// Source lines longer than this, in bytes, are not shown: the caret would be off the screen, and
/// each takes the renderer 10 ms.
const LONGEST_LINE: usize = 10_000;

/// Renders one diagnostic. Only the lines that it spans are handed to the renderer, so that many
/// diagnostics in a long file stay quick.
pub(crate) fn render(diagnostic: &Diagnostic, source: &str, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let code = diagnostic.code.to_string();
    let title = level.primary_title(&*diagnostic.message).id(&code);
    let span = &diagnostic.span;
    let start = source[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
    // A byte order mark has no column, here as in `Diagnostic`.
    let mark = if source[start..span.start].starts_with(MARK) { MARK.len_utf8() } else { 0 };
    let start = start + mark;
    let end = source[span.end..].find('\n').map_or(source.len(), |newline| span.end + newline);
    if end - start > LONGEST_LINE {
        return diagnostic.to_string();
    }
    let group = title
        .element(
            Snippet::source(&source[start..end])
                .path(&*diagnostic.path)
                .line_start(usize::try_from(diagnostic.line).unwrap_or(1))
                .annotation(AnnotationKind::Primary.span(span.start - start..span.end - start)),
        )
        .element(Level::HELP.message(&*diagnostic.cure));
    renderer.render(&[group])
}

#[cfg(test)]
mod tests {
    use compiler::Code;

    use super::*;

    fn diagnostic(source: &str, marked: &str) -> Diagnostic {
        let start = source.find(marked).unwrap();
        let before = &source[..start];
        Diagnostic {
            severity: Severity::Error,
            code: Code::UnsafeAddress,
            path: "content/case-studies.md".into(),
            line: u32::try_from(before.matches('\n').count() + 1).unwrap(),
            column: u32::try_from(before.rsplit('\n').next().unwrap().chars().count() + 1).unwrap(),
            span: start..start + marked.len(),
            message: "this link is unsafe".into(),
            cure: "link to an http or https address".into(),
        }
    }

    #[test]
    fn a_diagnostic_shows_place_line_caret_and_cure() {
        let source = "### Zürich\n\nSee Zürich: <ftp://x> and more\n\nlast\n";
        let shown = render(&diagnostic(source, "<ftp://x>"), source, &Renderer::plain());
        let expected = "\
error[CB020]: this link is unsafe
 --> content/case-studies.md:3:13
  |
3 | See Zürich: <ftp://x> and more
  |             ^^^^^^^^^
  |
  = help: link to an http or https address";
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_very_long_line_is_not_shown() {
        let source = format!("{}<ftp://x>", "x ".repeat(LONGEST_LINE));
        let fault = diagnostic(&source, "<ftp://x>");
        assert_eq!(render(&fault, &source, &Renderer::plain()), fault.to_string());
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        let plain = "See <ftp://x>";
        let marked = format!("{MARK}{plain}");
        let shown = |source| render(&diagnostic(source, "<ftp://x>"), source, &Renderer::plain());
        assert_eq!(shown(&marked), shown(plain));
        assert!(shown(&marked).contains(":1:5"), "{}", shown(&marked));
    }

    #[test]
    fn a_span_at_the_very_end_is_shown() {
        let source = "a\nb";
        let mut at_end = diagnostic(source, "b");
        at_end.span = 3..3;
        at_end.column = 2;
        assert!(render(&at_end, source, &Renderer::plain()).contains(":2:2"));
    }

    #[test]
    fn a_span_over_several_lines_is_shown() {
        let source = "one\ntwo\nthree\n";
        let shown = render(&diagnostic(source, "two\nthree"), source, &Renderer::plain());
        assert!(shown.contains("2 |") && shown.contains("3 |"), "{shown}");
    }
}
