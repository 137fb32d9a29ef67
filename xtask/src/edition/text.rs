//! The differences in plain English.

use std::fmt::Write as _;

use super::changes::{Changes, CompanyFact, Count, Fact, FactChange, FactKind};

/// What a person reads.
pub(super) fn text(changes: &Changes, chapter: &str, edition: &str) -> String {
    let mut text = format!(
        "{edition} in place of {chapter}\n  before: {}\n  after:  {}\n",
        counts(&changes.before),
        counts(&changes.after)
    );
    if changes.is_empty() {
        text.push_str("\nBoth say the same.\n");
        return text;
    }
    list(&mut text, "Companies added", &changes.added);
    if !changes.added.is_empty() {
        text.push_str(
            "  Add their addresses to slugs.txt and their industries to companies.toml.\n",
        );
    }
    list(&mut text, "Companies removed", &changes.removed);
    if !changes.removed.is_empty() {
        text.push_str(
            "  Their addresses shipped: redirect each below [redirects] in companies.toml, or keep its\n  \
             section in a chapter of your own.\n",
        );
    }
    if !changes.renamed.is_empty() {
        text.push_str("\nCompanies renamed\n");
    }
    for renamed in &changes.renamed {
        let (from, to) = (&renamed.from, &renamed.to);
        let _ = writeln!(
            text,
            "  {} (line {}) is {} (line {}): add {} = \"{}\" below [redirects]",
            from.name, from.line, to.name, to.line, from.slug, to.slug
        );
    }
    for company in &changes.changed {
        let _ = writeln!(text, "\n{} (/company/{})", company.name, company.slug);
        for change in &company.facts {
            text.push_str(&fact(change));
        }
    }
    text.push_str("\ndocs/new-edition.md says how to put it in place.\n");
    text
}

fn counts(count: &Count) -> String {
    let Count { companies, episodes, links } = count;
    format!("{companies} companies, {episodes} episodes, {links} links")
}

fn list(text: &mut String, title: &str, companies: &[CompanyFact]) {
    if companies.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{title}");
    for CompanyFact { slug, name, line, episodes, links } in companies {
        let _ = writeln!(
            text,
            "  {name} (/company/{slug}), line {line}: {episodes} episodes, {links} links"
        );
    }
}

fn fact(change: &FactChange) -> String {
    let what = match change.kind {
        FactKind::Name => "name",
        FactKind::Episode => "episode",
        FactKind::Link => "link",
        FactKind::Technology => "technology",
        FactKind::Text => "text",
    };
    let old = |fact: &Fact| format!("old line {}: {}", fact.line, fact.text);
    let new = |fact: &Fact| format!("new line {}: {}", fact.line, fact.text);
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => {
            format!("  {what} changed\n    {}\n    {}\n", old(before), new(after))
        }
        (Some(before), None) => format!("  {what} removed, {}\n", old(before)),
        (None, Some(after)) => format!("  {what} added, {}\n", new(after)),
        (None, None) => String::new(),
    }
}
