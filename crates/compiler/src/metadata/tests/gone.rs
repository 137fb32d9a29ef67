//! Companies that the site had: slips of the pen, renamed ones, those that are gone.

use super::*;
use crate::compile;

fn check(chapter: &str, companies: &str, expected: &[&str]) -> crate::Compilation {
    let mut input = input("", companies, "acme\nglobex\n");
    input.chapters = vec![SourceFile::new("chapter.md", chapter)];
    let compilation = compile(&input);
    let found: Vec<_> = compilation.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
    compilation
}

const ENTRY: &str = "[company.globex]\nname = \"GLOBEX\"\n";

#[test]
fn a_misspelt_name_is_the_only_message_and_its_cure_comes_first() {
    let slip = "### Data Science at Acme\n\nA.\n\n### Data Science at Glibex\n\nB.\n";
    check(
        slip,
        ENTRY,
        &[
            "slugs.txt:2:1: error[CB060]: /company/globex shipped, but no chapter has such a company; if the name \"Glibex\" at chapter.md:5 is a slip, correct it; if it was renamed, add globex = \"glibex\" below [redirects] in companies.toml; if it is gone for good, add [gone.globex] there, with name, since and kept",
        ],
    );
    check(&slip.replace("Glibex", "Globex"), ENTRY, &[]);
}

#[test]
fn a_heading_that_is_missing_is_put_back_before_anything_is_removed() {
    let without = "### Data Science at Acme\n\nA.\n";
    check(
        without,
        ENTRY,
        &[
            "slugs.txt:2:1: error[CB060]: /company/globex shipped, but no chapter has such a company; if its heading was changed by mistake, put it back; if it was renamed, add globex = \"its new slug\" below [redirects] in companies.toml; if it is gone for good, add [gone.globex] there, with name, since and kept",
        ],
    );
}

#[test]
fn a_company_that_is_gone_is_in_the_catalogue_as_such() {
    let gone = "[gone.globex]\nname = \"Globex\"\nsince = \"2026-01-02\"\nkept = \"https://a.org/old\"\nabout = \"Merged.\"\n";
    let catalog = check("### Data Science at Acme\n\nA.\n", gone, &[]).catalog;
    let [one] = catalog.gone.as_slice() else { panic!("{:?}", catalog.gone) };
    assert_eq!((one.slug.as_str(), one.name.as_str()), ("globex", "Globex"));
    assert_eq!(one.since.to_string(), "2026-01-02");
    assert_eq!((one.kept.as_str(), one.about.as_deref()), ("https://a.org/old", Some("Merged.")));
    let both = "### Data Science at Acme\n\nA.\n\n### Data Science at Globex\n\nB.\n";
    check(
        both,
        gone,
        &[
            "companies.toml:1:7: error[CB102]: \"globex\" is listed as gone, but a chapter has that company; remove [gone.globex]",
        ],
    );
    check(
        "### Data Science at Acme\n\nA.\n",
        "[gone.globex]\nname = \"Globex\"\nsince = \"2026-02-30\"\n",
        &[
            "companies.toml:1:7: error[CB086]: gone \"globex\" has no kept; add kept = \"…\"",
            "companies.toml:3:9: error[CB071]: since of gone \"globex\" is \"2026-02-30\", which is not a date; write it as year, month and day: \"2019-12-31\"",
            "slugs.txt:2:1: error[CB060]: /company/globex shipped, but no chapter has such a company; if its heading was changed by mistake, put it back; if it was renamed, add globex = \"its new slug\" below [redirects] in companies.toml; if it is gone for good, add [gone.globex] there, with name, since and kept",
        ],
    );
}

#[test]
fn the_entry_of_a_renamed_company_is_to_be_moved() {
    let renamed = format!("{ENTRY}[redirects]\nglobex = \"acme\"\n");
    check(
        "### Data Science at Acme\n\nA.\n",
        &renamed,
        &[
            "companies.toml:1:10: error[CB064]: no chapter has a company \"globex\"; write [company.acme]; if the company is gone, remove the entry",
        ],
    );
}

#[test]
fn a_company_that_was_added_once_may_be_gone() {
    let mut input = input(
        "",
        "[gone.globex]\nname = \"G\"\nsince = \"2026-01-02\"\nkept = \"https://a.org/old\"\n",
        "ex\nglobex\n",
    );
    let change = "[[change]]\nday = \"2025-01-02\"\nabout = \"A.\"\nadded = [\"globex\"]\n";
    input.files.changes = SourceFile::new("changes.toml", change);
    assert_eq!(compile(&input).diagnostics, []);
}
