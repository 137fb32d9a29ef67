//! Edits of content files as text.

use catalog::{Role, Slug};
use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

/// The chapters of `site.toml`; none if it cannot be parsed.
fn chapters(site: &str) -> Vec<DeTable<'_>> {
    let Ok(document) = DeTable::parse(site) else { return Vec::new() };
    let Some(value) = document.into_inner().remove("chapter") else { return Vec::new() };
    let DeValue::Array(chapters) = value.into_inner() else { return Vec::new() };
    let tables = chapters.into_iter().filter_map(|chapter| match chapter.into_inner() {
        DeValue::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

fn path<'a>(chapter: &'a DeTable<'_>) -> Option<&'a str> {
    chapter.get("path")?.get_ref().as_str()
}

/// Path of the first chapter that is not pinned to a file elsewhere.
pub(super) fn own_chapter(site: &str) -> Option<String> {
    let chapters = chapters(site);
    let own = chapters.iter().find(|chapter| !chapter.contains_key("sha256"))?;
    path(own).map(str::to_owned)
}

/// `site.toml` with another day on which a chapter was last edited.
pub(super) fn written_on(site: &str, chapter: &str, day: Date) -> String {
    let chapters = chapters(site);
    let span = chapters
        .iter()
        .find(|listed| path(listed) == Some(chapter))
        .and_then(|listed| listed.get("written"))
        .map(toml::Spanned::span);
    let mut text = site.to_owned();
    if let Some(span) = span {
        text.replace_range(span, &format!("\"{day}\""));
    }
    text
}

/// `companies.toml` with an entry before the first one whose slug comes later.
pub(super) fn insert_company(text: &str, slug: &Slug, entry: &str) -> String {
    let is_later = |line: &str| {
        let other = line.strip_prefix("[company.").and_then(|rest| rest.split(']').next());
        other.is_some_and(|other| other > slug.as_str())
    };
    insert_block(text, start_of(text, is_later), entry)
}

/// `slugs.txt` with a line before the first one that comes later.
pub(super) fn insert_line(text: &str, line: &str) -> String {
    if text.lines().any(|other| other == line) {
        return text.to_owned();
    }
    let is_later = |other: &str| !other.starts_with('#') && !other.is_empty() && other > line;
    let at = start_of(text, is_later).unwrap_or(text.len());
    let (before, after) = text.split_at(at);
    let end = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    format!("{before}{end}{line}\n{after}")
}

/// `technologies.toml` with an entry after the last one of its role.
pub(super) fn insert_technology(text: &str, role: Role, entry: &str) -> String {
    let role = format!("role = \"{}\"", role.as_str());
    let Some(last) = text.rfind(&format!("\n{role}\n")) else {
        return insert_block(text, None, entry);
    };
    // Entries are separated by empty lines.
    let end = text[last..].find("\n\n").map(|length| last + length + 2);
    insert_block(text, end, entry)
}

/// The text with a block inserted before a position, or at its end, between empty lines.
fn insert_block(text: &str, at: Option<usize>, block: &str) -> String {
    match at {
        Some(at) => format!("{}{block}\n{}", &text[..at], &text[at..]),
        None => format!("{}\n\n{block}", text.trim_end()),
    }
}

/// Byte offset of the first matching line.
fn start_of(text: &str, is_meant: impl Fn(&str) -> bool) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_meant(line.trim_end()) {
            return Some(start);
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str = "# Notes\n[[chapter]]\npath = \"a.md\"\nsha256 = \"1\"\nwritten = \"2019-12-31\"\n\n[[chapter]]\npath = \"b.md\" # ours\nwritten = \"2020-01-01\"\n";

    #[test]
    fn the_own_chapter_is_the_one_without_a_pin() {
        assert_eq!(own_chapter(SITE).as_deref(), Some("b.md"));
        assert_eq!(own_chapter(SITE.split("\n\n").next().unwrap()), None);
    }

    #[test]
    fn a_day_is_changed_in_its_place() {
        let expected = SITE.replace("2020-01-01", "2026-11-28");
        assert_eq!(written_on(SITE, "b.md", "2026-11-28".parse().unwrap()), expected);
    }

    #[test]
    fn companies_stay_in_the_order_of_their_slugs() {
        let text = "# c\n\n[company.a]\nx = 1\n\n[[company.a.add]]\ny = 1\n\n[company.c]\nx = 2\n";
        let insert = |slug: &str| {
            insert_company(text, &slug.parse().unwrap(), &format!("[company.{slug}]\n"))
        };
        assert_eq!(insert("b"), text.replace("[company.c]", "[company.b]\n\n[company.c]"));
        assert_eq!(insert("d"), format!("{text}\n[company.d]\n"));
    }

    #[test]
    fn slugs_stay_in_order_and_are_listed_once() {
        assert_eq!(insert_line("# all\na\nc\n", "b"), "# all\na\nb\nc\n");
        assert_eq!(insert_line("# all\na", "b"), "# all\na\nb\n");
        assert_eq!(insert_line("# all\na\n", "a"), "# all\na\n");
    }

    #[test]
    fn a_technology_joins_its_role() {
        let block =
            |id: &str, role: &str| format!("[[technology]]\nid = \"{id}\"\nrole = \"{role}\"\n");
        let (a, b, new) = (block("a", "storage"), block("b", "serving"), block("n", "storage"));
        let text = format!("# Storage\n\n{a}\n# Serving\n\n{b}");
        let expected = format!("# Storage\n\n{a}\n{new}\n# Serving\n\n{b}");
        assert_eq!(insert_technology(&text, Role::Storage, &new), expected);
        let new = block("n", "serving");
        assert_eq!(insert_technology(&text, Role::Serving, &new), format!("{text}\n{new}"));
    }
}
