//! Adding a company as README says, and later changes by a maintainer: the real binary on a copy of
//! the frozen content, following its messages to the letter.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// An accepted copy of the frozen content.
struct Content(TempDir);

impl Content {
    fn new() -> Self {
        let copy = Self(tempfile::tempdir().unwrap());
        for entry in fs::read_dir(root().join("crates/compiler/tests/fixtures/site")).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, copy.file(path.file_name().unwrap().to_str().unwrap())).unwrap();
        }
        copy.run_well(&["check", "--accept"]);
        copy
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn edit(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.file(name)).unwrap();
        assert!(text.contains(from), "{name} lacks {from}");
        fs::write(self.file(name), text.replacen(from, to, 1)).unwrap();
    }

    fn append(&self, name: &str, more: &str) {
        let text = fs::read_to_string(self.file(name)).unwrap();
        fs::write(self.file(name), text + more).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .arg("--content")
            .arg(self.0.path())
            .current_dir(root())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn run_well(&self, arguments: &[&str]) -> Output {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
        output
    }

    /// The messages of `check`, which must succeed.
    #[track_caller]
    fn check(&self) -> String {
        stderr(&self.run_well(&["check"])).to_owned()
    }

    /// Accepts the content; afterwards `check` does not mention the review.
    #[track_caller]
    fn accept(&self) {
        self.run_well(&["check", "--accept"]);
        let messages = self.check();
        assert!(!messages.contains("review.txt"), "{messages}");
    }

    fn catalog(&self) -> Value {
        serde_json::from_slice(&self.run_well(&["check", "--json"]).stdout).unwrap()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn stderr(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

fn company<'a>(catalog: &'a Value, slug: &str) -> Option<&'a Value> {
    catalog["companies"].as_array().unwrap().iter().find(|company| company["slug"] == slug)
}

#[test]
fn a_company_is_added_as_the_readme_says() {
    let content = Content::new();
    content.run_well(&["new", "company", "Example"]);
    let messages = content.check();
    assert!(messages.contains("the section of \"Example\" is empty"), "{messages}");
    assert!(messages.contains("\"example\" has no industry"), "{messages}");
    assert!(messages.contains("    + company: Example"), "{messages}");

    content
        .append("companies.md", "\n[How Example runs Kafka](https://example.com/2024/05/kafka)\n");
    content.edit("companies.toml", "# industry = \"\"", "industry = \"travel\"");
    let messages = content.check();
    assert!(!messages.to_lowercase().contains("\"example\""), "{messages}");
    assert!(messages.contains("    + tag: kafka: "), "{messages}");
    content.accept();

    let catalog = content.catalog();
    let example = company(&catalog, "example").unwrap();
    assert_eq!(example["resources"][0]["dated"]["year"], 2024);
    assert_eq!(example["chapter"], 1);
    let [book, own] = &catalog["chapters"].as_array().unwrap()[..] else { panic!("{catalog}") };
    assert!(book["permalink"].is_string());
    assert!(own["permalink"].is_null());
    assert_eq!(own["title"], "Companies added here");

    // A second company goes into the same chapter; none is added twice.
    content.run_well(&["new", "company", "Another Example"]);
    assert_eq!(content.catalog()["chapters"].as_array().unwrap().len(), 2);
    let again = content.run(&["new", "company", "example"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).contains("there is already a company at /company/example: Example"));
}

#[test]
fn a_technology_is_added() {
    let content = Content::new();
    content.run_well(&["new", "technology", "Example Store", "--role", "storage"]);
    let messages = content.check();
    assert!(messages.contains("technology \"example-store\" is not described yet"), "{messages}");
    content.edit("technologies.toml", "TODO: one sentence that says what it is.", "A store.");
    let messages = content.check();
    assert!(!messages.contains("example-store"), "{messages}");
    let again = content.run(&["new", "technology", "example store"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).contains("/technology/example-store already"), "{}", stderr(&again));
}

#[test]
fn a_company_goes_with_a_redirect() {
    let content = Content::new();
    content.run_well(&["new", "company", "Example"]);
    content.append("companies.md", "\nText.\n");
    content.accept();

    content.edit("companies.md", "### Data Science at Example\n\nText.\n", "");
    content.append("companies.md", "### Data Science at Other\n\nText.\n");
    let output = content.run(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    let messages = stderr(&output);
    assert!(messages.contains("add example = \"its new slug\" below [redirects]"), "{messages}");
    assert!(messages.contains("/company/example shipped"), "{messages}");

    content.edit("companies.toml", "[company.example]", "[company.other]");
    content.edit("companies.toml", "[redirects]", "[redirects]\nexample = \"other\"");
    content.append("slugs.txt", "other\n");
    let messages = content.check();
    assert!(messages.contains("    - company: Example"), "{messages}");
    assert!(messages.contains("    + company: Other"), "{messages}");
    content.accept();
    let catalog = content.catalog();
    assert!(company(&catalog, "example").is_none());
    assert!(company(&catalog, "other").is_some());
}

#[test]
fn a_company_is_renamed_without_a_new_address() {
    let content = Content::new();
    content.run_well(&["new", "company", "Example"]);
    content.append("companies.md", "\nText.\n");
    content.edit("companies.toml", "[company.example]", "[company.example]\nname = \"Exemplary\"");
    content.accept();
    assert_eq!(company(&content.catalog(), "example").unwrap()["name"], "Exemplary");
}

#[test]
fn an_edit_of_the_book_s_chapter_is_said_to_cost_its_line_links() {
    let content = Content::new();
    content.append("case-studies.md", "\n### Data Science at Example\n\nText.\n");
    let messages = content.check();
    assert!(messages.contains("is not the pinned file"), "{messages}");
    assert!(content.catalog()["chapters"][0]["permalink"].is_null());
}
