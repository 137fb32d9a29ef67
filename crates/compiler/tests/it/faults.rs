//! One small chapter for each fault, `fixtures/bad/*.md`, with its messages whole in the `.txt`
//! beside it. `UPDATE_EXPECT=1` writes them anew, to be read before they are committed.

use std::fs;

use crate::support::{compile_chapter, fixtures, messages};

#[test]
fn each_fault_is_reported_with_its_place_and_cure() {
    let mut differing = Vec::new();
    for (path, text) in fixtures("bad") {
        let compilation = compile_chapter(&text);
        let found = messages(&compilation.diagnostics);
        assert!(!found.is_empty(), "{} has no fault", path.display());
        let expected_path = path.with_extension("txt");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected_path, &found).unwrap();
        }
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if found != expected {
            differing.push(format!("{}\n{found}", path.display()));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn one_fault_does_not_hide_another() {
    let together: String =
        fixtures("bad").into_iter().map(|(_, text)| format!("{text}\n\n")).collect();
    let found = messages(&compile_chapter(&together).diagnostics);
    for needle in
        ["raw HTML", "\"javascript:\"", "would be lost", "does not name a video", "already"]
    {
        assert!(found.contains(needle), "{needle} is missing from\n{found}");
    }
}

/// In no fixture, because editors take the mark away unseen.
#[test]
fn a_byte_order_mark_changes_nothing_but_offsets() {
    const MARK: &str = "\u{feff}";
    let right = "### Data Science at Acme\n\nWords.\n";
    let marked = compile_chapter(&format!("{MARK}{right}"));
    assert_eq!(messages(&marked.diagnostics), "");
    assert_eq!(marked.catalog, compile_chapter(right).catalog);
    for (path, text) in fixtures("bad") {
        let plain = compile_chapter(&text);
        let marked = compile_chapter(&format!("{MARK}{text}"));
        let path = path.display();
        assert_eq!(messages(&marked.diagnostics), messages(&plain.diagnostics), "{path}");
        for (marked, plain) in marked.diagnostics.iter().zip(&plain.diagnostics) {
            assert_eq!(marked.span.start, plain.span.start + MARK.len(), "{path}: {plain}");
        }
    }
}

/// In no fixture, because Git takes a file with NUL for a binary.
#[test]
fn nul_is_reported() {
    let compilation = compile_chapter("### Data Science at Acme\n\nA\0\0B\tC\r\n");
    assert_eq!(
        messages(&compilation.diagnostics),
        "chapter.md:3:2: error[CB007]: the text contains 2 invisible control characters, the first of \
         them U+0000; remove them\n"
    );
}
