//! Warnings that stay.

use super::*;
use crate::compile;

const CHAPTER: &str = "### Data Science at Acme\n\nSee www.a.example/b and www.c.example/d.\n";

/// Diagnostics of `site.toml` and the chapter, and the reasons of what is acknowledged.
fn check(more: &str) -> (Vec<String>, Vec<String>) {
    let compilation = compile(&Input {
        chapters: vec![SourceFile::new("chapter.md", CHAPTER)],
        files: Files {
            site: SourceFile::new("site.toml", format!("{SITE}{more}")),
            shipped_slugs: SourceFile::new("slugs.txt", "acme\n"),
            ..Files::default()
        },
        scope: Scope::Site,
    });
    let shown = compilation.diagnostics.iter().map(ToString::to_string).collect();
    let reasons = compilation.acknowledged.iter().map(|one| one.reason.clone()).collect();
    (shown, reasons)
}

fn entry(code: &str, words: &str) -> String {
    format!("[[acknowledged]]\ncode = \"{code}\"\nwords = \"{words}\"\nreason = \"R.\"\n")
}

const OF_C: &str = "chapter.md:3:25: warning[CB013]: www.c.example/d is not a link: it does not start with https:// or http://; write <https://www.c.example/d>, or `www.c.example/d` if it is only mentioned";

#[test]
fn a_warning_that_is_acknowledged_is_counted_and_not_shown() {
    let (shown, reasons) = check("");
    assert_eq!((shown.len(), reasons.len()), (2, 0), "{shown:#?}");
    let (shown, reasons) = check(&entry("CB013", "www.a.example"));
    assert_eq!(shown, [OF_C]);
    assert_eq!(reasons, ["R."]);
}

#[test]
fn an_acknowledgement_without_its_warning_is_named() {
    let (shown, reasons) = check(&entry("CB013", "www.b.example"));
    assert_eq!((shown.len(), reasons.len()), (3, 0));
    assert_eq!(
        shown[2],
        "site.toml:9:9: warning[CB079]: no warning CB013 has the words \"www.b.example\" any more; remove it, or write words of the warning that is meant"
    );
    let (shown, _) = check(&entry("CB018", "www.a.example"));
    assert_eq!(shown.len(), 3);
    let (shown, _) = check(&entry("CB999", "www.a.example"));
    assert!(shown.iter().any(|one| one.contains("unknown code \"CB999\"")), "{shown:#?}");
}
