//! `feed.xml`: changes of the content and the companies as an Atom feed (RFC 4287), one entry each.
//!
//! A change has its own day. Companies have none, so each entry has the day on which its chapter was
//! last edited. Ids are
//! `tag:` URIs (RFC 4151) made from the address of the first chapter's work: they do not depend on
//! where the site is served or on the chapter of a company.

use std::fmt::Write as _;

use crate::tags::{names_by_strength, uses};
use catalog::{
    Base, Catalog, Chapter, Company, ContentChange, Day, FEED, GoneCompany, Route, Years,
    company_json,
};

/// The whole feed.
pub(super) fn feed(catalog: &Catalog, base: Base) -> String {
    let chapters = &catalog.chapters;
    let id = tag_uri(catalog, "feed");
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.push_str("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
    element(&mut xml, "id", &id);
    let name = &catalog.identity.name;
    element(&mut xml, "title", &catalog.identity.title_of(name));
    element(
        &mut xml,
        "subtitle",
        &format!("Compiled from {}", listed(chapters.iter().map(Chapter::work))),
    );
    let written = chapters.iter().map(|chapter| &chapter.written);
    let changed = catalog.changes.iter().map(|change| &change.day);
    let gone = catalog.gone.iter().map(|gone| &gone.since);
    element(&mut xml, "updated", &updated(written.chain(changed).chain(gone).max()));
    element(&mut xml, "generator", "Casebook");
    element(&mut xml, "rights", &chapters.iter().map(rights).collect::<Vec<_>>().join("; "));
    let mut authors: Vec<&str> = chapters.iter().map(|chapter| &*chapter.author).collect();
    authors.dedup();
    for name in authors {
        author(&mut xml, name);
    }
    if base.has_origin() {
        link(&mut xml, "self", "application/atom+xml", &base.file(FEED), "This feed");
    }
    link(&mut xml, "alternate", "text/html", &base.page(&Route::Home), name);
    for change in &catalog.changes {
        entry_of_change(&mut xml, catalog, change, base);
    }
    for gone in &catalog.gone {
        entry_of_gone(&mut xml, catalog, gone, base);
    }
    for company in &catalog.companies {
        entry(&mut xml, catalog, company, base);
    }
    xml.push_str("</feed>\n");
    xml
}

fn entry_of_change(xml: &mut String, catalog: &Catalog, change: &ContentChange, base: Base) {
    xml.push_str("<entry>\n");
    // Two changes of one day differ in their words.
    let words: Vec<&str> = change.about.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let words = words.join("-").to_ascii_lowercase();
    element(xml, "id", &tag_uri(catalog, &format!("change/{}/{words}", change.day)));
    element(xml, "title", &change.about);
    element(xml, "updated", &updated(Some(&change.day)));
    link(xml, "alternate", "text/html", &base.page(&Route::About), "What changed");
    let added = change.added.iter().filter_map(|slug| catalog.company(slug.as_str()));
    let added = added.map(|company| base.company(&company.slug));
    let lines: Vec<String> = change.removed.iter().cloned().chain(added).collect();
    let _ = writeln!(xml, "<content type=\"text\">{}</content>", escape(&lines.join("\n")));
    xml.push_str("</entry>\n");
}

/// It keeps the id that the company's entry had.
fn entry_of_gone(xml: &mut String, catalog: &Catalog, gone: &GoneCompany, base: Base) {
    xml.push_str("<entry>\n");
    element(xml, "id", &tag_uri(catalog, &format!("company/{}", gone.slug)));
    element(xml, "title", &format!("{}: no longer here", gone.name));
    element(xml, "updated", &updated(Some(&gone.since)));
    link(xml, "alternate", "text/html", &base.company(&gone.slug), &gone.name);
    link(xml, "related", "text/html", &gone.kept, "Where its links are kept");
    let about = gone.about.as_deref().unwrap_or_default();
    let _ = writeln!(xml, "<content type=\"text\">{}</content>", escape(about));
    xml.push_str("</entry>\n");
}

fn entry(xml: &mut String, catalog: &Catalog, company: &Company, base: Base) {
    let chapter = catalog.chapter_of(company);
    xml.push_str("<entry>\n");
    element(xml, "id", &tag_uri(catalog, &format!("company/{}", company.slug)));
    element(xml, "title", &company.name);
    element(xml, "updated", &updated(chapter.map(|chapter| &chapter.written)));
    if let Some(chapter) = chapter.filter(|chapter| Some(*chapter) != catalog.chapters.first()) {
        author(xml, &chapter.author);
        element(xml, "rights", &rights(chapter));
    }
    link(xml, "alternate", "text/html", &base.company(&company.slug), &company.name);
    if let Some(line) = chapter.and_then(|chapter| chapter.line(company.line)) {
        link(xml, "via", "text/html", &line, "The section in the chapter");
    }
    let data = base.file(&company_json(&company.slug));
    link(xml, "related", "application/json", &data, "As JSON");
    for (technology, _) in uses(catalog, company) {
        let (slug, name) = (&technology.slug, escape(&technology.name));
        let _ = writeln!(xml, "<category term=\"{slug}\" label=\"{name}\"/>");
    }
    let content = escape(&content(catalog, company));
    let _ = writeln!(xml, "<content type=\"text\">{content}</content>");
    xml.push_str("</entry>\n");
}

/// The text of an entry: technologies by strength of evidence, the amount and the years of
/// material.
fn content(catalog: &Catalog, company: &Company) -> String {
    let (strong, weak) = names_by_strength(catalog, company, |grade| grade.label().to_lowercase());
    let mut lines = Vec::new();
    if !strong.is_empty() {
        lines.push(format!("Technologies: {}.", strong.join(", ")));
    }
    if !weak.is_empty() {
        lines.push(format!("On weak evidence: {}.", weak.join(", ")));
    }
    let (links, episodes) = (company.resources.len(), company.podcasts.len());
    lines.push(format!("Links: {links}. Podcast episodes: {episodes}."));
    if let Some(Years { first, last, .. }) = company.years() {
        lines.push(format!("Material from {first} to {last}."));
    }
    lines.join("\n")
}

/// The id of `what`: a `tag:` URI of the first chapter's work.
///
/// The year is that of the first ids. It must not change: feed readers recognise an entry by its
/// id.
fn tag_uri(catalog: &Catalog, what: &str) -> String {
    let homepage = catalog.chapters.first().and_then(|chapter| chapter.homepage.as_deref());
    let rest = homepage.and_then(|address| address.split_once("://")).map_or("", |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let separator = if path.is_empty() { "" } else { "/" };
    format!("tag:{host},2026:{path}{separator}casebook/{what}")
}

fn updated(day: Option<&Day>) -> String {
    format!("{}T00:00:00Z", day.cloned().unwrap_or_default())
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

fn rights(chapter: &Chapter) -> String {
    let mut text = format!("{} by {}, {}", chapter.work(), chapter.author, chapter.licence);
    if let Some(address) = chapter.permalink.as_ref().or(chapter.homepage.as_ref()) {
        let _ = write!(text, ", {address}");
    }
    text
}

fn author(xml: &mut String, name: &str) {
    let _ = writeln!(xml, "<author><name>{}</name></author>", escape(name));
}

fn element(xml: &mut String, name: &str, text: &str) {
    let _ = writeln!(xml, "<{name}>{}</{name}>", escape(text));
}

fn link(xml: &mut String, relation: &str, media_type: &str, address: &str, title: &str) {
    let (address, title) = (escape(address), escape(title));
    let _ = writeln!(
        xml,
        "<link rel=\"{relation}\" type=\"{media_type}\" href=\"{address}\" title=\"{title}\"/>"
    );
}

/// For text between tags and for attributes in double quotes. Characters that XML 1.0 cannot hold
/// in any form become the replacement character.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' => escaped.push(character),
            '\r' => escaped.push_str("&#13;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("<a href=\"x\">&</a>"), "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
        assert_eq!(escape("Zürich\n\t"), "Zürich\n\t");
        assert_eq!(escape("a\0b\u{b}c\u{ffff}"), "a\u{fffd}b\u{fffd}c\u{fffd}");
    }

    proptest! {
        #[test]
        fn escaped_text_holds_no_markup_and_is_read_back(text in "[a-c&<>\"'; \u{e9}]{0,12}") {
            let escaped = escape(&text);
            prop_assert!(!escaped.contains(['<', '>', '"']));
            let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
            let read = entities
                .iter()
                .fold(escaped, |text, (entity, character)| text.replace(entity, character));
            prop_assert_eq!(read, text);
        }
    }

    #[test]
    fn ids_are_made_from_the_work_s_address() {
        #[track_caller]
        fn check(homepage: &str, expected: &str) {
            let chapter = Chapter { homepage: Some(homepage.to_owned()), ..Chapter::default() };
            let catalog = Catalog { chapters: vec![chapter], ..Catalog::default() };
            assert_eq!(tag_uri(&catalog, "company/netflix"), expected);
        }
        check(
            "https://github.com/andkret/Cookbook",
            "tag:github.com,2026:andkret/Cookbook/casebook/company/netflix",
        );
        check("https://example.org/", "tag:example.org,2026:casebook/company/netflix");
        check("https://example.org/a/?b#c", "tag:example.org,2026:a/casebook/company/netflix");
    }
}
