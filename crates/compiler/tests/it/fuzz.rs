//! Whatever the text, compiling it ends without a panic, and twice the same way.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::{CHAPTER, compile_chapter};

/// Pieces of Markdown that the compiler treats in a way of its own.
const SPLINTERS: &[&str] = &[
    "\n",
    "\n\n",
    "### ",
    "### Data Science at ",
    "######",
    "|",
    "|--|\n",
    "| Podcast Episode: #0",
    "[",
    "](",
    ")",
    "[]{",
    "{#a",
    "width=\"",
    "}",
    "![",
    "<https://",
    "https://a.b/",
    "\\",
    "\\\n",
    "`",
    "```\n",
    "> ",
    "- ",
    "1. ",
    "<b>",
    "<!--",
    "&#x0;",
    "&#10;",
    "ﬂ",
    "é",
    "\u{202e}",
    "\u{feff}",
    "\t",
    "\r\n",
    "\u{0}",
    "\u{1b}",
    "&#1;",
    "**",
    "~~",
    "_",
    ": ",
    "[a]: https://c.d\n",
    "javascript:",
    "---\n",
    "===\n",
    "%",
    "--",
];

fn assert_total(text: &str) {
    let once = compile_chapter(text);
    let again = compile_chapter(text);
    assert_eq!(once.diagnostics, again.diagnostics);
    let json = serde_json::to_string(&once.catalog).unwrap();
    assert_eq!(json, serde_json::to_string(&again.catalog).unwrap());
    // What the compiler writes, the app can read.
    let bytes = once.catalog.to_bytes().unwrap();
    assert_eq!(catalog::Catalog::from_bytes(&bytes).unwrap(), once.catalog);
    for diagnostic in &once.diagnostics {
        assert!(text.get(diagnostic.span.clone()).is_some());
        assert!(diagnostic.line >= 1 && diagnostic.column >= 1);
        let shown = diagnostic.to_string();
        assert!(!shown.contains(['\n', '\r']), "{shown:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_compiles(text in any::<String>()) {
        assert_total(&text);
    }

    #[test]
    fn any_splinters_compile(splinters in vec(select(SPLINTERS), 0..60)) {
        assert_total(&splinters.concat());
    }

    #[test]
    fn mutated_slices_of_the_chapter_compile(
        start in any::<Index>(),
        length in 1..2500_usize,
        wounds in vec((any::<Index>(), select(SPLINTERS), 0..3_usize), 1..12),
    ) {
        let letters: Vec<char> = CHAPTER.chars().collect();
        let start = start.index(letters.len());
        let mut letters = letters[start..(start + length).min(letters.len())].to_vec();
        for (place, splinter, removed) in wounds {
            let at = place.index(letters.len() + 1);
            let end = (at + removed).min(letters.len());
            letters.splice(at..end, splinter.chars());
        }
        assert_total(&letters.into_iter().collect::<String>());
    }
}

#[test]
fn deep_and_long_texts_compile() {
    let address = format!("### Data Science at A\n\n<https://a.b/{}>", "c/".repeat(20_000));
    for text in [
        ">".repeat(20_000),
        "- ".repeat(5_000),
        "*a ".repeat(5_000),
        "[".repeat(20_000),
        format!("### A\n\n{}x", "> - ".repeat(500)),
        "### A\n".repeat(500),
        address,
    ] {
        assert_total(&text);
    }
}
