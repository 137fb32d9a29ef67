//! `cargo xtask diff` on other editions of a chapter: the real binary on frozen content whose chapter is
//! a small one.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const OLD: &str = include_str!("fixtures/editions/old.md");
const NEW: &str = include_str!("fixtures/editions/new.md");

/// What `diff` says of an edition in place of [`OLD`].
fn diff(edition: &str) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let content: TempDir = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(root.join("crates/compiler/tests/fixtures/site")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, content.path().join(path.file_name().unwrap())).unwrap();
    }
    fs::write(content.path().join("case-studies.md"), OLD).unwrap();
    let file = content.path().join("edition.md");
    fs::write(&file, edition).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["diff", "--json", "--chapter", "case-studies.md", "--content"])
        .args([content.path(), &file])
        .current_dir(root)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut all: Value = serde_json::from_slice(&output.stdout).unwrap();
    all["changes"].take()
}

/// Companies of a list, by slug.
fn slugs(companies: &Value) -> Vec<&str> {
    companies.as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap()).collect()
}

/// What changes in a company: kind, old text, new text.
fn facts<'v>(changes: &'v Value, slug: &str) -> Vec<(&'v str, &'v str, &'v str)> {
    let companies = changes["changed"].as_array().unwrap().iter();
    let facts = companies.filter(|one| one["slug"] == slug);
    let facts = facts.flat_map(|one| one["facts"].as_array().unwrap());
    let text = |fact: &'v Value| fact["text"].as_str().unwrap_or("-");
    facts
        .map(|fact| (fact["kind"].as_str().unwrap(), text(&fact["before"]), text(&fact["after"])))
        .collect()
}

/// Asserts that an edition has the companies, episodes and links of [`OLD`].
#[track_caller]
fn check_alike(edition: &str) -> Value {
    assert_ne!(edition, OLD);
    let changes = diff(edition);
    let counts = serde_json::json!({ "companies": 3, "episodes": 1, "links": 5 });
    assert_eq!(changes["before"], counts);
    assert_eq!(changes["after"], counts);
    for list in ["added", "removed", "renamed"] {
        assert_eq!(changes[list].as_array().unwrap().len(), 0, "{list}: {changes}");
    }
    changes
}

#[track_caller]
fn check_same(edition: &str) {
    let changes = check_alike(edition);
    assert_eq!(changes["changed"].as_array().unwrap().len(), 0, "{changes}");
}

#[test]
fn another_way_of_writing_changes_nothing() {
    check_same(&OLD.replace('\n', "\r\n"));
    check_same(&format!("\u{feff}{OLD}"));
    check_same(&OLD.replace("# Case Studies", "# Company Stories"));
    check_same(&OLD.replace("# Case Studies\n", "Case Studies\n============\n"));
    check_same(&OLD.replace("### Data Science at", "### Data Science @"));
    check_same(&format!("---\ntitle: Case Studies\n---\n\n{OLD}"));
}

#[test]
fn headings_of_another_level_begin_the_same_companies() {
    check_alike(&OLD.replace("### Data Science at", "#### Data Science at"));
    check_alike(&OLD.replace("## How I", "# How I").replace("### Data", "## Data"));
}

#[test]
fn an_episode_of_three_columns_is_the_same_one() {
    check_same(&OLD.replace(
        EPISODE,
        "| Podcast Episode: #012 Counting Anvils |Video|Audio|\n|------------------|----|----|\n\
         |How Acme counts. | [Watch on YouTube](https://youtu.be/aaaaaaaaaaa) | \
         [Listen on Anchor](https://anchor.fm/acme/episodes/012-Counting-Anvils-e45ilg) |\n",
    ));
}

#[test]
fn an_episode_in_an_indented_pandoc_table_is_the_same_one_without_its_words() {
    let changes = check_alike(&OLD.replace(
        EPISODE,
        "  -- -----------------------------------------------\n\n     \
         [Click here to watch](https://youtu.be/aaaaaaaaaaa)\n     \
         [Click here to listen](https://anchor.fm/acme/episodes/012-Counting-Anvils-e45ilg)\n  \
         -- -----------------------------------------------\n",
    ));
    assert_eq!(facts(&changes, "acme"), [("text", "How Acme counts.", "-")]);
}

/// The episode in [`OLD`].
const EPISODE: &str = "\
| Podcast Episode: #012 Counting Anvils
|------------------|
| How Acme counts. |
| [Watch on YouTube](https://youtu.be/aaaaaaaaaaa) \\ [Listen on Anchor](https://anchor.fm/acme/episodes/012-Counting-Anvils-e45ilg) |
";

#[test]
fn companies_and_links_that_come_go_move_and_change_their_name_are_told() {
    let changes = diff(NEW);
    assert_eq!(slugs(&changes["added"]), ["umbrella"]);
    assert_eq!(slugs(&changes["removed"]), ["initech"]);
    let renamed = changes["renamed"].as_array().unwrap();
    assert_eq!(renamed.len(), 1, "{changes}");
    assert_eq!(renamed[0]["from"]["slug"], "globex");
    assert_eq!(renamed[0]["to"]["slug"], "globex-corporation");
    let link = |title: &str, page: &str| format!("{title} (website) https://{page}");
    let gone = link("Old Anvils", "acme.example/2017/old-anvils");
    let come = link("New Anvils", "acme.example/2019/new-anvils");
    let of_acme = facts(&changes, "acme");
    let links: Vec<_> = of_acme.iter().filter(|fact| fact.0 == "link").collect();
    // What moved to another company leaves this one.
    assert_eq!(links.len(), 3, "{of_acme:?}");
    assert!(links.contains(&&("link", gone.as_str(), "-")), "{of_acme:?}");
    assert!(links.contains(&&("link", "-", come.as_str())), "{of_acme:?}");
    assert!(links.iter().any(|fact| fact.1.contains("counting-anvils")), "{of_acme:?}");
    assert!(of_acme.iter().any(|fact| fact.0 == "technology" && fact.1 == "kafka (stated)"));
    let added = &changes["added"][0];
    assert_eq!((&added["links"], &added["line"]), (&2.into(), &23.into()));
}
