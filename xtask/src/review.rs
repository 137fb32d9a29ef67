//! `review.txt`: the facts that the compiler derives from the content, one per line.
//!
//! It is reviewed as a diff: a change of the content or the compiler shows in the facts that
//! change. `cargo xtask check --accept` writes it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;

use anyhow::{Context, Result};
use catalog::{Catalog, Company};

use crate::content::Folder;
use crate::project;

/// The file's name in the content folder.
const NAME: &str = "review.txt";

const HEADER: &str = "\
# What the compiler makes of this folder, one fact per line. Read changes of it as a diff.
# Written by `cargo xtask check --accept`; edits by hand are overwritten.
";

/// How many changed lines a message lists.
const LISTED: usize = 40;

/// The facts as the file holds them, in the order of the chapters.
pub(crate) fn facts(catalog: &Catalog) -> String {
    let mut text = HEADER.to_owned();
    for company in &catalog.companies {
        for fact in facts_of(catalog, company) {
            // Quotes may hold line breaks; a fact is one line.
            let fact = fact.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(text, "{}: {fact}", company.slug);
        }
    }
    text
}

fn facts_of(catalog: &Catalog, company: &Company) -> Vec<String> {
    let industry = company.industry.as_ref().map_or("none", |industry| industry.as_str());
    let chapter = catalog.chapter_of(company).map_or("none", |chapter| &chapter.title);
    let mut facts =
        vec![format!("company: {}, industry {industry}, chapter “{chapter}”", company.name)];
    for podcast in &company.podcasts {
        let number = podcast.episode.map(|number| format!(" {number}")).unwrap_or_default();
        facts.push(format!("episode{number}: {}", podcast.title));
    }
    for resource in &company.resources {
        facts.push(format!(
            "link: {}: {}: {}",
            resource.kind.as_str(),
            resource.title,
            resource.url
        ));
    }
    for tag in &company.tags {
        let quote = tag.evidence.first().map_or("", |evidence| &evidence.quote);
        facts.push(format!("tag: {}: {}: “{quote}”", tag.technology, tag.grade().as_str()));
    }
    for denial in &company.denied {
        facts.push(format!("denied: {}: {}", denial.technology, denial.note.text));
    }
    facts
}

/// Writes the facts into the folder.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn accept(folder: &Folder, catalog: &Catalog) -> Result<()> {
    project::rewrite(&folder.file(NAME), &facts(catalog))
}

/// Compares the facts with the accepted ones. Returns what changed and what to do.
///
/// # Errors
/// When the file exists but cannot be read.
pub(crate) fn compare(folder: &Folder, catalog: &Catalog) -> Result<Option<String>> {
    let shown = folder.shown(NAME);
    let accepted = match fs::read_to_string(folder.file(NAME)) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(Some(format!("{shown} is missing: `cargo xtask check --accept` writes it")));
        }
        Err(error) => return Err(error).with_context(|| format!("cannot read {shown}")),
    };
    Ok(changes(&accepted, &facts(catalog)).map(|changes| {
        format!(
            "{shown} does not match the content:\n{changes}If this is what you mean, run `cargo \
             xtask check --accept` and commit {shown}."
        )
    }))
}

/// The lines that only one of two texts has, grouped by company; `None` when the texts are equal.
fn changes(accepted: &str, current: &str) -> Option<String> {
    if accepted == current {
        return None;
    }
    let (gone, new) = (missing_from(current, accepted), missing_from(accepted, current));
    if gone.is_empty() && new.is_empty() {
        return Some("  the order of the lines changed\n".to_owned());
    }
    // In the order in which companies are named first.
    let mut companies: Vec<(&str, Vec<String>)> = Vec::new();
    for (sign, lines) in [('-', &gone), ('+', &new)] {
        for line in lines {
            let (company, fact) = line.split_once(": ").unwrap_or(("", line));
            let change = format!("    {sign} {fact}\n");
            match companies.iter_mut().find(|(name, _)| *name == company) {
                Some((_, changes)) => changes.push(change),
                None => companies.push((company, vec![change])),
            }
        }
    }
    let mut text = format!("  {} new, {} gone\n", new.len(), gone.len());
    let mut left = LISTED;
    for (company, changes) in &companies {
        if left == 0 {
            break;
        }
        let _ = writeln!(text, "  {company}");
        text.extend(changes.iter().take(left).map(String::as_str));
        left = left.saturating_sub(changes.len());
    }
    let hidden = (new.len() + gone.len()).saturating_sub(LISTED);
    if hidden > 0 {
        let _ = writeln!(text, "  and {hidden} more");
    }
    Some(text)
}

/// The lines of `text` that are not in `other`; a repeated line counts each time.
fn missing_from<'a>(other: &str, text: &'a str) -> Vec<&'a str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for line in other.lines() {
        *counts.entry(line).or_default() += 1;
    }
    let mut missing = Vec::new();
    for line in text.lines() {
        match counts.get_mut(line) {
            Some(count) if *count > 0 => *count -= 1,
            _ => missing.push(line),
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accepted: &str, current: &str, expected: Option<&str>) {
        assert_eq!(changes(accepted, current).as_deref(), expected);
    }

    #[test]
    fn equal_texts_have_no_changes() {
        check("a: 1\n", "a: 1\n", None);
    }

    #[test]
    fn changes_are_grouped_by_company() {
        check(
            "a: link: x\nb: company: B\nb: tag: kafka\n",
            "a: link: y\na: link: x\nb: company: B\nc: company: C\n",
            Some(
                "  2 new, 1 gone\n  b\n    - tag: kafka\n  a\n    + link: y\n  c\n    + company: C\n",
            ),
        );
    }

    #[test]
    fn a_repeated_line_counts_each_time() {
        check("a: x\na: x\n", "a: x\n", Some("  0 new, 1 gone\n  a\n    - x\n"));
    }

    #[test]
    fn another_order_is_a_change() {
        check("a: 1\nb: 1\n", "b: 1\na: 1\n", Some("  the order of the lines changed\n"));
    }

    #[test]
    fn a_long_list_is_cut() {
        let lines: String = (0..50).map(|number| format!("a: {number}\n")).collect();
        let text = changes("", &lines).unwrap();
        assert!(text.ends_with("    + 39\n  and 10 more\n"), "{text}");
    }
}
