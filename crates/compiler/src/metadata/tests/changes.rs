//! `changes.toml`.

use super::*;
use crate::compile;

const CHAPTER: &str = "### Data Science at Éx\n\n<https://a.example/talk>\n";

fn compiled(changes: &str) -> (Vec<catalog::ContentChange>, Vec<String>) {
    let mut input = input("", "", "ex");
    input.chapters[0].text = CHAPTER.to_owned();
    input.files.changes = SourceFile::new("changes.toml", changes);
    let compilation = compile(&input);
    let faults = compilation.diagnostics.iter().filter(|fault| fault.path == "changes.toml");
    let faults = faults.map(ToString::to_string).collect();
    (compilation.catalog.changes, faults)
}

#[track_caller]
fn check(changes: &str, expected: &[&str]) {
    assert_eq!(compiled(changes).1, expected);
}

#[test]
fn changes_are_newest_first() {
    let (changes, faults) = compiled(
        "[[change]]\nday = \"2025-01-02\"\nabout = \"A\"\nadded = [\"ex\"]\n\
         [[change]]\nday = \"2026-01-02\"\nabout = \"B\"\nedition = \"May 2020\"\n\
         removed = [\"https://a.example/talk\"]\n",
    );
    assert_eq!(faults, [""; 0]);
    let about: Vec<&str> = changes.iter().map(|change| change.about.as_str()).collect();
    assert_eq!(about, ["B", "A"]);
    let catalog = catalog::Catalog { changes, ..catalog::Catalog::default() };
    assert_eq!(catalog.edition_without("https://a.example/talk"), Some("May 2020"));
    assert_eq!(catalog.edition_without("https://a.example/"), None);
}

#[test]
fn a_change_needs_a_day_and_words() {
    check(
        "[[change]]\nday = \"2026-02-30\"\n",
        &[
            "changes.toml:1:1: error[CB086]: a change has no about; add about = \"…\"",
            "changes.toml:2:7: error[CB071]: day of a change is \"2026-02-30\", which is not a date; write it as year, month and day: \"2019-12-31\"",
        ],
    );
}

#[test]
fn what_the_content_does_not_have_is_reported() {
    check(
        "[[change]]\nday = \"2026-01-02\"\nabout = \"A\"\nadded = [\"acme\"]\nremoved = [\"https://a.example/\"]\n",
        &[
            "changes.toml:4:10: error[CB142]: no chapter has a company acme; write the slug of its page, or remove it here",
            "changes.toml:5:12: error[CB140]: removed links without the edition that no longer has them; add edition = \"October 2025\", with the edition's month and year",
            "changes.toml:5:12: warning[CB141]: no company links to https://a.example/; write the address as the chapter has it, or remove it here",
        ],
    );
}
