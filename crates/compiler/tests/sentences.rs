//! Precision and recall of tags on sentences that were judged before the rules were written:
//! `fixtures/sentences/`. A tag is right where technology and grade are.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use compiler::{Files, Input, Scope, SourceFile, compile, read_site};

/// A sentence, and the tags that a careful reader gives it.
struct Judged {
    sentence: String,
    tags: BTreeSet<String>,
}

fn judged(name: &str) -> Vec<Judged> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sentences").join(name);
    let text = fs::read_to_string(path).unwrap();
    let lines =
        text.lines().filter(|line| !line.is_empty() && *line != "#" && !line.starts_with("# "));
    lines
        .map(|line| {
            let (sentence, tags) = line.split_once(" =>").unwrap();
            let tags = tags.split(',').map(str::trim).filter(|tag| !tag.is_empty());
            Judged { sentence: sentence.to_owned(), tags: tags.map(str::to_owned).collect() }
        })
        .collect()
}

/// The tags of each sentence, compiled with the frozen vocabulary and word lists.
fn tags_of(sentences: &[Judged]) -> Vec<BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/site");
    let read = |name: &str| -> io::Result<SourceFile> {
        Ok(SourceFile::new(name, fs::read_to_string(folder.join(name))?))
    };
    let files: Files = read_site(read).unwrap().files;
    let mut chapter = String::new();
    for (number, judged) in sentences.iter().enumerate() {
        let sentence = judged.sentence.replace('#', "\\#");
        chapter.push_str(&format!("### Data Science at Q{number}\n\n{sentence}\n\n"));
    }
    let chapters = vec![SourceFile::new("chapter.md", chapter)];
    let catalog =
        compile(&Input { chapters, files, scope: Scope::Draft("2026-01-02".parse().unwrap()) })
            .catalog;
    assert_eq!(catalog.companies.len(), sentences.len());
    let companies = catalog.companies.iter();
    companies
        .map(|company| {
            let tags = company.tags.iter();
            tags.map(|tag| format!("{} {}", tag.technology, tag.grade().as_str())).collect()
        })
        .collect()
}

/// Precision and recall, with what is wrong.
fn measure(name: &str) -> (f64, f64, String) {
    let sentences = judged(name);
    let (mut right, mut found, mut expected) = (0_u32, 0_u32, 0_u32);
    let mut wrong = String::new();
    for (judged, tags) in sentences.iter().zip(tags_of(&sentences)) {
        right += u32::try_from(tags.intersection(&judged.tags).count()).unwrap();
        found += u32::try_from(tags.len()).unwrap();
        expected += u32::try_from(judged.tags.len()).unwrap();
        if tags != judged.tags {
            wrong.push_str(&format!("{}\n  {:?}\n  {tags:?}\n", judged.sentence, judged.tags));
        }
    }
    let (precision, recall) =
        (f64::from(right) / f64::from(found), f64::from(right) / f64::from(expected));
    let count = sentences.len();
    let figures =
        format!("{name}: {count} sentences, precision {precision:.3}, recall {recall:.3}");
    (precision, recall, format!("{figures}\n{wrong}"))
}

#[test]
fn tags_of_the_tuned_sentences_are_right() {
    let (precision, recall, report) = measure("tuned.txt");
    println!("{report}");
    assert!(precision >= 0.97 && recall >= 0.97, "{report}");
}

#[test]
fn tags_of_the_sentences_kept_apart_are_right() {
    let (precision, recall, report) = measure("held-out.txt");
    println!("{report}");
    assert!(precision >= 0.97 && recall >= 0.97, "{report}");
}

/// Sentences that were found to be misread later, each with the rule that reads them right.
#[test]
fn tags_of_sentences_added_with_a_rule_are_right() {
    let (_, _, report) = measure("added.txt");
    assert_eq!(report.lines().count(), 1, "{report}");
}
