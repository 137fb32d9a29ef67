//! What fuzzing calls with any text. Each target panics when a promise of the code is broken.
//!
//! `fuzz/` runs them under libFuzzer; a test of this crate replays the texts in `fuzz/corpus/`.

#![allow(clippy::expect_used, reason = "a target panics when it finds a fault")]

use std::collections::HashSet;

use catalog::{Catalog, MatrixScope, Start};
use compiler::{Compilation, Files, Input, Scope, SourceFile, compile};
use explore::{Compared, Filter, Index, MaterialFilter, Question, Saved, Shelf};

/// Takes any text, and panics when it finds a fault.
pub type Target = fn(&str);

/// Every target, by the name of its folder in `fuzz/corpus/`.
pub const TARGETS: [(&str, Target); 4] =
    [("chapter", chapter), ("settings", settings), ("query", query), ("saved", saved)];

/// A chapter of company sections for [`settings`].
const CHAPTER: &str = "### Data Science at Acme\n\nWe run Kafka.\n\n<https://acme.com/2019/a-b>\n";

/// A chapter compiles to what the app can read, and every diagnostic has its place in it.
pub fn chapter(text: &str) {
    let scope = Scope::Draft("2026-01-02".parse().expect("a day"));
    let chapters = vec![SourceFile::new("chapter.md", text)];
    check_compilation(&Input { chapters, files: frozen_files(), scope });
}

/// A site compiles whatever one of the files beside its chapters holds.
pub fn settings(text: &str) {
    let with = |change: fn(&mut Files, SourceFile)| {
        let mut files = Files::default();
        change(&mut files, SourceFile::new("fuzzed", text));
        let chapters = vec![SourceFile::new("chapter.md", CHAPTER)];
        check_compilation(&Input { chapters, files, scope: Scope::Site });
    };
    with(|files, file| files.site = file);
    with(|files, file| files.technologies = file);
    with(|files, file| files.companies = file);
    with(|files, file| files.hosts = file);
    with(|files, file| files.words = file);
    with(|files, file| files.changes = file);
    with(|files, file| files.shipped_slugs = file);
    with(|files, file| files.link_status = file);
}

/// Whatever the query string, every page reads a filter from it that survives being written.
pub fn query(text: &str) {
    let catalog = fixtures::a_catalog(&["kafka", "spark"], &[&["kafka"], &["kafka", "spark"]]);
    let index = Index::new(&catalog);
    let (filter, _) = index.read(text);
    let written = filter.to_query_string();
    assert_eq!(index.read(&written).0.to_query_string(), written);
    let _ = index.results(&Question::without_text(&filter));
    let filter = Filter::from_query_string(text);
    assert_eq!(Filter::from_query_string(&filter.to_query_string()), filter);
    let material = MaterialFilter::from_query_string(text);
    assert_eq!(MaterialFilter::from_query_string(&material.to_query_string()), material);
    let compared = Compared::from_query_string(text, &catalog);
    assert_eq!(Compared::from_query_string(&compared.to_query_string(), &catalog), compared);
    let _ = (MatrixScope::from_query_string(text), Start::from_query_string(text));
}

/// A file of a saved list is refused, or read to what is the same when written and read again.
pub fn saved(text: &str) {
    if let Some(saved) = saved_in(text) {
        assert_eq!(saved_in(&saved.to_json()).as_ref(), Some(&saved));
        let mut merged = Saved::default();
        merged.merge(&saved);
        assert_eq!(merged, saved);
    }
}

/// The list in a JSON file, which the app has the browser parse.
fn saved_in(text: &str) -> Option<Saved> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    let mut texts_of = |shelf: Shelf| serde_json::from_value(value[shelf.as_str()].clone()).ok();
    Saved::from_fields(value["version"].as_f64(), &mut texts_of).ok()
}

/// The frozen files whose rules read chapters, without those that name companies.
fn frozen_files() -> Files {
    let file = SourceFile::new;
    Files {
        technologies: file(
            "technologies.toml",
            include_str!("../../compiler/tests/fixtures/site/technologies.toml"),
        ),
        hosts: file("hosts.toml", include_str!("../../compiler/tests/fixtures/site/hosts.toml")),
        words: file("words.toml", include_str!("../../compiler/tests/fixtures/site/words.toml")),
        ..Files::default()
    }
}

fn check_compilation(input: &Input) {
    let Compilation { catalog, diagnostics, .. } = compile(input);
    let bytes = catalog.to_bytes().expect("a catalogue has bytes");
    assert_eq!(Catalog::from_bytes(&bytes).expect("the app reads them"), catalog);
    let slugs: HashSet<_> = catalog.companies.iter().map(|company| &company.slug).collect();
    assert_eq!(slugs.len(), catalog.companies.len(), "an address of two companies");
    for diagnostic in &diagnostics {
        let text = input.text_of(&diagnostic.path).unwrap_or_default();
        assert!(text.get(diagnostic.span.clone()).is_some(), "{diagnostic}: no place");
        assert!(diagnostic.line >= 1 && diagnostic.column >= 1, "{diagnostic}");
        assert!(!diagnostic.to_string().contains(['\n', '\r']), "{diagnostic:?}");
    }
}
