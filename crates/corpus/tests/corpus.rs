//! What the figures of the benches rest on: the corpus is always the same, compiles, and is skewed.

#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::HashMap;
use std::fs;
use std::num::NonZeroUsize;
use std::sync::LazyLock;

use compiler::{Compilation, Files, Input, SourceFile, compile};
use corpus::corpus;

const COMPANIES: usize = 500;

/// The vocabulary of the frozen site.
fn vocabulary() -> Files {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../compiler/tests/fixtures/site/");
    let read = |name: &str| fs::read_to_string(format!("{folder}{name}"));
    Files::read(|name| read(name).map(|text| SourceFile::new(name, text))).unwrap()
}

fn made(companies: usize, seed: u64) -> Input {
    corpus(vocabulary(), companies.try_into().unwrap(), seed).unwrap()
}

/// Compiled once for all tests.
static COMPILED: LazyLock<Compilation> = LazyLock::new(|| compile(&made(COMPANIES, 1)));

fn texts(input: &Input) -> Vec<(&str, &str)> {
    let Files { site, companies, shipped_slugs, .. } = &input.files;
    let files = [site, companies, shipped_slugs].into_iter().chain(&input.chapters);
    files.map(|file| (file.path.as_str(), file.text.as_str())).collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_gives_others() {
    let (one, same, other) = (made(100, 7), made(100, 7), made(100, 8));
    assert_eq!(texts(&one), texts(&same));
    assert_ne!(texts(&one), texts(&other));
}

#[track_caller]
fn check_complete(compilation: &Compilation, companies: usize) {
    let shown: Vec<String> =
        compilation.diagnostics.iter().take(5).map(ToString::to_string).collect();
    assert_eq!(shown, Vec::<String>::new());
    let found = &compilation.catalog.companies;
    assert_eq!(found.len(), companies);
    assert!(found.iter().all(|company| !company.resources.is_empty()));
    assert!(found.iter().all(|company| company.industry.is_some()));
}

#[test]
fn every_company_is_found_in_every_shape_of_chapter_without_a_warning() {
    for companies in [1, 37] {
        check_complete(&compile(&made(companies, 1)), companies);
    }
    check_complete(&COMPILED, COMPANIES);
    assert_eq!(COMPILED.catalog.chapters.len(), 5);
}

#[test]
fn few_companies_have_most_links_and_texts() {
    let catalog = &COMPILED.catalog;
    let with = |holds: &dyn Fn(usize) -> bool| {
        let links = catalog.companies.iter().map(|company| company.resources.len());
        links.filter(|links| holds(*links)).count() * 100 / COMPANIES
    };
    assert!((60..85).contains(&with(&|links| links <= 2)));
    assert!((1..5).contains(&with(&|links| links > 15)));
    let long = catalog.companies.iter().filter(|company| company.body.len() > 14).count();
    assert!((1..6).contains(&(long * 100 / COMPANIES)), "{long}");
    assert!(catalog.companies.iter().any(|company| !company.podcasts.is_empty()));
}

#[test]
fn technologies_follow_zipf() {
    let catalog = &COMPILED.catalog;
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for tag in catalog.companies.iter().flat_map(|company| &company.tags) {
        *counts.entry(tag.technology.as_str()).or_default() += 1;
    }
    let mut counts: Vec<usize> = counts.into_values().collect();
    counts.sort_unstable_by(|one, other| other.cmp(one));
    // The first is in far more texts than the thirtieth, and most are in some.
    assert!(counts.len() > 40, "{}", counts.len());
    assert!(counts[0] > 6 * counts[29], "{counts:?}");
}

#[test]
fn names_are_in_many_scripts() {
    let catalog = &COMPILED.catalog;
    let among = |least: char, most: char| {
        let names = catalog.companies.iter().map(|company| &company.name);
        names.filter(|name| name.chars().any(|c| (least..=most).contains(&c))).count()
    };
    let scripts = [
        ('a', 'z'),
        ('à', 'ž'),
        ('α', 'ω'),
        ('а', 'я'),
        ('ا', 'ي'),
        ('ァ', 'ン'),
        ('一', '龥'),
        ('가', '힣'),
    ];
    for (least, most) in scripts {
        assert!(among(least, most) > 0, "{least}");
    }
}

#[test]
fn a_vocabulary_without_technologies_is_refused_with_a_cure() {
    let mut empty = vocabulary();
    empty.technologies.text.clear();
    let error = corpus(empty, NonZeroUsize::MIN, 1).unwrap_err().to_string();
    assert!(error.ends_with("`cargo xtask new technology NAME`"), "{error}");
}
