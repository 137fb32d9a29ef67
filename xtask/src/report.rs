//! `cargo xtask report`: what a maintainer can improve in the content.

mod page;
mod section;
mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use self::section::ReportSection;
use crate::check::{self, Format};
use crate::content::Folder;
use anyhow::{Context, Result};
use catalog::{Catalog, Company, LinkStatus};
use compiler::{Code, Compilation, compile};

/// Kinds of diagnostics that say that an address is not what it was meant to be.
const MALFORMED: [Code; 9] = [
    Code::IndentedLinks,
    Code::UndefinedReference,
    Code::BackslashAddress,
    Code::BrokenLink,
    Code::BareHost,
    Code::AddressWithoutPage,
    Code::UnsafeAddress,
    Code::NoVideo,
    Code::VideoWithMore,
];

/// Compiles the site and prints the report, or writes it to `html` as a page.
///
/// # Errors
/// When the content cannot be read, or the report cannot be written.
pub(crate) fn report(folder: &Folder, format: Format, html: Option<&Path>) -> Result<()> {
    let input = folder.input()?;
    let files = &input.files;
    let known = [&files.technologies, &files.companies, &files.hosts, &files.words];
    let known: Vec<&str> = known.iter().map(|file| file.text.as_str()).collect();
    let compilation = compile(&input);
    let sections = sections(&compilation, &known);
    if let Some(file) = html {
        let name = compilation.catalog.identity.name.as_str();
        return fs::write(file, page::html(name, &sections))
            .with_context(|| format!("cannot write {}", file.display()));
    }
    check::print(&match format {
        Format::Json => format!("{}\n", serde_json::to_string(&sections)?),
        Format::Summary => text(&sections),
    })
}

fn sections(compilation: &Compilation, known: &[&str]) -> Vec<ReportSection> {
    let catalog = &compilation.catalog;
    let of_kinds = |kinds: &[Code]| -> Vec<String> {
        let found = compilation.diagnostics.iter().filter(|fault| kinds.contains(&fault.code));
        found
            .map(|fault| {
                format!("{}:{}: {} [{}]", fault.path, fault.line, fault.message, fault.code)
            })
            .collect()
    };
    let mut duplicates = of_kinds(&[Code::RepeatedLink, Code::ListedTwice]);
    duplicates.extend(shared_pages(catalog));
    duplicates.extend(same_titles(catalog));
    vec![
        ReportSection {
            title: "Companies without a technology",
            advice: "add the technology or an alias to technologies.toml, or a [[company.….add]] with its \
                     source to companies.toml",
            items: untagged(catalog),
        },
        ReportSection {
            title: "Technologies on weak signs alone",
            advice: "read the words, then write a [[company.….confirm]] or a [[company.….deny]]",
            items: weak(catalog),
        },
        ReportSection {
            title: "Words in titles that no vocabulary knows",
            advice: "cargo xtask new technology NAME if it is one, or list it in words.toml",
            items: words::unknown(catalog, known),
        },
        ReportSection {
            title: "Duplicates",
            advice: "remove one of the two; a page that several companies share may be right",
            items: duplicates,
        },
        ReportSection {
            title: "Malformed links",
            advice: "cargo xtask check shows each with its cure",
            items: of_kinds(&MALFORMED),
        },
        ReportSection {
            title: "Dead links",
            advice: "put another address in their place; readers are offered the archived copy",
            items: dead(catalog),
        },
        ReportSection {
            title: "Links of unknown year",
            advice: "write the year in a [[company.….resource]] in companies.toml",
            items: undated(catalog),
        },
    ]
}

fn text(sections: &[ReportSection]) -> String {
    let mut text = String::new();
    for ReportSection { title, advice, items } in sections {
        let _ = writeln!(text, "{title}: {}", items.len());
        for item in items {
            let _ = writeln!(text, "  {item}");
        }
        if !items.is_empty() {
            let _ = writeln!(text, "  → {advice}");
        }
        text.push('\n');
    }
    text
}

fn untagged(catalog: &Catalog) -> Vec<String> {
    let companies = catalog.companies.iter().filter(|company| company.tags.is_empty());
    companies
        .map(|company| {
            format!("{}, line {}: {} links", company.slug, company.line, company.resources.len())
        })
        .collect()
}

fn weak(catalog: &Catalog) -> Vec<String> {
    let tags = |company: &Company| -> Vec<String> {
        let weak = company.tags.iter().filter(|tag| !tag.grade().is_strong());
        weak.map(|tag| {
            let first = tag.evidence.first();
            let quote = first.map_or("", |evidence| evidence.quote.as_str());
            let line = first.map_or(company.line, |evidence| evidence.line);
            let grade = tag.grade().as_str();
            format!("{}, line {line}: {} ({grade}): “{quote}”", company.slug, tag.technology)
        })
        .collect()
    };
    catalog.companies.iter().flat_map(tags).collect()
}

/// Pages that several companies link to.
fn shared_pages(catalog: &Catalog) -> Vec<String> {
    let mut companies: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for company in &catalog.companies {
        for link in &company.resources {
            companies.entry(&link.url).or_default().push(company.slug.as_str());
        }
    }
    let shared = companies.into_iter().filter(|(_, companies)| companies.len() > 1);
    shared.map(|(url, companies)| format!("{url}: {}", companies.join(", "))).collect()
}

/// Links of a company with the same title.
fn same_titles(catalog: &Catalog) -> Vec<String> {
    let mut found = Vec::new();
    for company in &catalog.companies {
        let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for link in &company.resources {
            let line = link.lines.first().copied().unwrap_or(company.line).to_string();
            lines.entry(link.title.to_lowercase()).or_default().push(line);
        }
        for (title, lines) in lines.into_iter().filter(|(_, lines)| lines.len() > 1) {
            found.push(format!("{}, lines {}: “{title}”", company.slug, lines.join(", ")));
        }
    }
    found
}

fn dead(catalog: &Catalog) -> Vec<String> {
    let links = |company: &Company| -> Vec<String> {
        let checked =
            company.resources.iter().filter_map(|link| Some((link, link.checked.as_ref()?)));
        let dead = checked.filter(|(_, check)| check.status == LinkStatus::Dead);
        dead.map(|(link, check)| {
            let line = link.lines.first().copied().unwrap_or(company.line);
            format!("{}, line {line}: {} (since {})", company.slug, link.url, check.on.as_str())
        })
        .collect()
    };
    catalog.companies.iter().flat_map(links).collect()
}

fn undated(catalog: &Catalog) -> Vec<String> {
    let companies = catalog.companies.iter().filter_map(|company| {
        let undated = company.resources.iter().filter(|link| link.dated.is_none());
        let lines: Vec<String> =
            undated.filter_map(|link| Some(link.lines.first()?.to_string())).collect();
        let all = company.resources.len();
        let line = if lines.len() == 1 { "line" } else { "lines" };
        (!lines.is_empty()).then(|| {
            format!("{}: {} of {all}, {line} {}", company.slug, lines.len(), lines.join(", "))
        })
    });
    companies.collect()
}

#[cfg(test)]
mod tests {
    use compiler::{Files, Input, Scope, SourceFile};

    use super::*;

    fn report_of(chapter: &str) -> Vec<ReportSection> {
        let frozen = crate::project::path("crates/compiler/tests/fixtures/site");
        let files = Folder::from(frozen).files().unwrap();
        let input = Input {
            chapters: vec![SourceFile::new("a.md", chapter)],
            files: Files { link_status: SourceFile::default(), ..files },
            scope: Scope::Draft("2026-01-02".parse().unwrap()),
        };
        let files = &input.files;
        sections(&compile(&input), &[&files.technologies.text, &files.words.text])
    }

    #[track_caller]
    fn check(chapter: &str, title: &str, expected: &[&str]) {
        let sections = report_of(chapter);
        let section = sections.iter().find(|section| section.title == title).unwrap();
        assert_eq!(section.items, expected);
    }

    #[test]
    fn a_company_without_a_technology_is_listed() {
        check(
            "### Acme\n\n<https://a.example/counting-anvils>\n\n### Globex\n\nWe run Kafka.\n",
            "Companies without a technology",
            &["acme, line 1: 1 links"],
        );
    }

    #[test]
    fn weak_signs_are_listed_with_their_words() {
        check(
            "### Acme\n\nWe left Cassandra. We run Kafka.\n",
            "Technologies on weak signs alone",
            &["acme, line 3: cassandra (past): “We left Cassandra.”"],
        );
    }

    #[test]
    fn pages_of_several_companies_and_repeated_links_are_duplicates() {
        check(
            "### Acme\n\n<https://a.example/x-y>\n\n<https://a.example/x-y/>\n\n### Globex\n\n\
             <https://a.example/x-y>\n",
            "Duplicates",
            &[
                "a.md:5: the section links to https://a.example/x-y/ in line 3 already, written as \
                 https://a.example/x-y [CB018]",
                "https://a.example/x-y: acme, globex",
            ],
        );
    }

    #[test]
    fn links_that_are_none_are_malformed() {
        check(
            "### Acme\n\nSee www.a.example.\n",
            "Malformed links",
            &[
                "a.md:3: www.a.example is not a link: it does not start with https:// or http:// [CB013]",
            ],
        );
    }

    #[test]
    fn years_that_nobody_knows_are_counted() {
        check(
            "### Acme\n\n<https://a.example/2018/05/04/counting-anvils>\n\n<https://a.example/more-anvils>\n",
            "Links of unknown year",
            &["acme: 1 of 2, line 5"],
        );
    }
}
