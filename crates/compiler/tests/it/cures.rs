//! Follows the cure of each diagnostic, `fixtures/cures.txt`: the site has the diagnostic before,
//! and afterwards neither it nor any error.
//!
//! `=== CB001` begins an example, `<<< FILE` the file before and `>>> FILE` the file as the cure has
//! it. Files that an example does not name are those of [`FILES`]. A cure that no text can show has a
//! line `why …` instead.

use std::collections::{BTreeMap, BTreeSet};

use compiler::{Code, Compilation, Severity, SourceFile, compile, read_site};

use crate::support::messages;

/// A site of one company, without a diagnostic.
const FILES: &[(&str, &str)] = &[
    ("chapter.md", "### Data Science at Acme\n\nWords.\n"),
    (
        "site.toml",
        "[[chapter]]\npath = \"chapter.md\"\ntitle = \"T\"\nauthor = \"A\"\nlicence = \"L\"\n\
         written = \"2026-01-02\"\n",
    ),
    ("slugs.txt", "acme\n"),
];

const CURES: &str = include_str!("../fixtures/cures.txt");

type Texts<'a> = BTreeMap<&'a str, String>;

fn compiled(files: &Texts<'_>) -> Compilation {
    let input = read_site(|name| {
        let text = files.get(name).cloned().unwrap_or_default();
        Ok::<_, std::convert::Infallible>(SourceFile::new(name, text))
    });
    let Ok(input) = input;
    compile(&input)
}

/// The files of an example before and after its cure.
fn example(text: &str) -> (Texts<'_>, Texts<'_>) {
    let mut before: Texts<'_> = FILES.iter().map(|&(name, text)| (name, text.to_owned())).collect();
    let mut after = Texts::new();
    let mut open: Option<(&str, bool)> = None;
    for line in text.split_inclusive('\n') {
        if let Some(name) = line.strip_prefix("<<< ").map(str::trim) {
            before.insert(name, String::new());
            open = Some((name, false));
        } else if let Some(name) = line.strip_prefix(">>> ").map(str::trim) {
            after.insert(name, String::new());
            open = Some((name, true));
        } else if let Some((name, is_after)) = open {
            let files = if is_after { &mut after } else { &mut before };
            files.entry(name).or_default().push_str(line);
        }
    }
    for (name, text) in &before {
        after.entry(name).or_insert_with(|| text.clone());
    }
    (before, after)
}

#[test]
fn each_cure_works_when_it_is_followed() {
    assert_eq!(messages(&compiled(&example("").0).diagnostics), "");
    let mut wrong = Vec::new();
    let mut shown = BTreeSet::new();
    for text in CURES.split("=== ").skip(1) {
        let (code, text) = text.split_once('\n').unwrap_or((text, ""));
        shown.insert(code);
        if text.starts_with("why ") {
            continue;
        }
        let (before, after) = example(text);
        let found = compiled(&before).diagnostics;
        if !found.iter().any(|fault| fault.code.to_string() == code) {
            wrong.push(format!("{code} is not reported\n{text}{}", messages(&found)));
        }
        let mut left = compiled(&after).diagnostics;
        left.retain(|fault| fault.code.to_string() == code || fault.severity == Severity::Error);
        if !left.is_empty() {
            wrong.push(format!("{code} is not cured\n{text}{}", messages(&left)));
        }
    }
    let all: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
    assert_eq!(shown.into_iter().collect::<Vec<_>>(), all, "codes with an example");
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}
