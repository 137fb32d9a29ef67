//! One test a fault, each with its whole message: place, fault, cure.

mod acknowledged;
mod changes;
mod chapter;
mod companies;
mod corrections;
mod damaged;
mod diagrams;
mod gone;
mod link_status;
mod site;
mod technologies;

use catalog::{Company, Day};
use proptest::prelude::*;

use super::*;
use crate::diagnostic::Diagnostic;
use crate::heading_slug::slug_from_heading;
use crate::input::{Files, Input, Scope, SourceFile};

const SITE: &str = r#"[[chapter]]
path = "chapter.md"
title = "T"
author = "A"
licence = "L"
written = "2019-12-31"
"#;

fn input(technologies: &str, companies: &str, slugs: &str) -> Input {
    Input {
        chapters: vec![SourceFile::new(
            "chapter.md",
            "# Cases\n\n### Data Science at Éx\n\nText.\n",
        )],
        files: Files {
            site: SourceFile::new("site.toml", SITE),
            technologies: SourceFile::new("technologies.toml", technologies),
            companies: SourceFile::new("companies.toml", companies),
            shipped_slugs: SourceFile::new("slugs.txt", slugs),
            link_status: SourceFile::new("link-status.json", ""),
            ..Files::default()
        },
        scope: Scope::Site,
    }
}

/// The files with their diagnostics, in the order of files and places.
fn read(files: &Files) -> (Metadata, Vec<String>) {
    let mut reports = Reports::new(files);
    let metadata = Metadata::read(&mut reports);
    (metadata, messages(reports))
}

fn messages(reports: Reports<'_>) -> Vec<String> {
    reports
        .into_iter()
        .flat_map(Reporter::finish)
        .map(|fault: Diagnostic| fault.to_string())
        .collect()
}

/// A company with these links, completed by the files, and the diagnostics.
fn complete(company: &mut Company, addresses: &[&str], input: &Input) -> Vec<String> {
    let mut reports = Reports::new(&input.files);
    let metadata = Metadata::read(&mut reports);
    let chapter = Chapter { written: "2019-12-31".parse().unwrap(), ..Chapter::default() };
    let links = addresses.iter().map(|address| link(address)).collect();
    company.resources.extend(metadata.describe(links, &chapter));
    metadata.complete(company, &input.scope, &mut reports.companies);
    messages(reports)
}

/// A link with nothing but its address.
fn link(address: &str) -> crate::links::Link {
    let url = url::Url::parse(address).unwrap();
    let context = crate::links::Context::default();
    crate::links::Link { url, address: address.to_owned(), label: None, context, lines: vec![4] }
}

/// One valid technology, with more lines.
fn technology(id: &str, more: &str) -> String {
    format!(
        "[[technology]]\nid = \"{id}\"\nname = \"{id}\"\nrole = \"storage\"\nsummary = \"S.\"\nhomepage = \"https://a.org\"\n{more}\n"
    )
}

fn company(slug: &str) -> Company {
    Company {
        slug: slug_from_heading(slug).unwrap(),
        line: 3,
        last_line: 3,
        ..fixtures::a_company("a", slug)
    }
}

#[test]
fn deep_nesting_is_refused() {
    let (_, messages) = read(&input(&format!("a = {}", "[".repeat(100_000)), "", "").files);
    assert!(!messages.is_empty());
}

/// Text that looks like the files: their words and signs in any order.
fn toml_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[[technology]]\n".to_owned()),
        Just("[[industry]]\n".to_owned()),
        Just("[company.x]\n".to_owned()),
        Just("[[company.x.add]]\n".to_owned()),
        Just("[[company.ex.diagram]]\n".to_owned()),
        Just("[[company.ex.resource]]\nurl = \"a\"\n".to_owned()),
        "(title = \"é\"|speakers = \\[\"a\", 1\\]|kind = \"(slides|é)\"|year = (2016|-1|0xffff|\"a\"))\n",
        "(figure|caption|description) = \"(a|/é.jpg)\"\n",
        "(steps = \\[\\{ id = \"(a|b)\", name = \"é\" \\}, 1\\]|flows = \\[\\[\"a\", \"(a|b)\"\\], \\[\\], 2\\])\n",
        Just("[redirects]\n".to_owned()),
        "(id|name|role|parent|aliases|venues|sites|technology|words|grade) = (\"(a|b|storage|é|a.b)\"|\\[\"a\", \"é/\"\\]|1|\\{ a = 1 \\})\n",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(
        technologies in toml_like(),
        companies in toml_like(),
        slugs in any::<String>(),
    ) {
        let input = input(&technologies, &companies, &slugs);
        let mut company = company("ex");
        complete(&mut company, &[], &input);
        let _ = crate::compile(&input);
    }
}
