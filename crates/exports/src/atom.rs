//! `feed.xml`: the companies as an Atom feed (RFC 4287), one entry a case study.
//!
//! The chapter carries no dates of its own, so everything is as old as the day until which it was
//! written. Ids are `tag:` URIs (RFC 4151) made from the address of the work: they stay the same
//! wherever the site is served.

use std::fmt::Write as _;

use crate::address;
use crate::tags::{names_by_strength, tags};
use catalog::Age;
use catalog::FEED;
use catalog::Route;
use catalog::SiteAddress;
use catalog::{Catalog, Company, Source};

/// The whole feed.
pub(super) fn feed(catalog: &Catalog, site: &SiteAddress) -> String {
    let source = &catalog.source;
    let id = tag_uri(source, "feed");
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.push_str("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
    element(&mut xml, "id", &id);
    element(&mut xml, "title", "Casebook: data-engineering case studies");
    element(&mut xml, "subtitle", &format!("Compiled from {}", source.title));
    element(&mut xml, "updated", &updated(source));
    element(&mut xml, "generator", "Casebook");
    let rights =
        format!("{} by {}, {}, {}", source.title, source.author, source.licence, source.permalink);
    element(&mut xml, "rights", &rights);
    let _ = writeln!(xml, "<author><name>{}</name></author>", escape(&source.author));
    if site.has_origin() {
        link(&mut xml, "self", "application/atom+xml", &site.address(FEED), "This feed");
    }
    link(&mut xml, "alternate", "text/html", &site.address(&Route::Home.path()), "Casebook");
    for company in &catalog.companies {
        entry(&mut xml, catalog, company, site);
    }
    xml.push_str("</feed>\n");
    xml
}

fn entry(xml: &mut String, catalog: &Catalog, company: &Company, site: &SiteAddress) {
    let source = &catalog.source;
    xml.push_str("<entry>\n");
    element(xml, "id", &tag_uri(source, &format!("company/{}", company.slug)));
    element(xml, "title", &company.name);
    element(xml, "updated", &updated(source));
    link(xml, "alternate", "text/html", &site.company(&company.slug), &company.name);
    let line = address::line(source, company.line);
    link(xml, "via", "text/html", &line, "The section in the chapter");
    let data = site.address(&address::company_data(&company.slug));
    link(xml, "related", "application/json", &data, "As JSON");
    for (technology, _) in tags(catalog, company) {
        let (slug, name) = (&technology.slug, escape(&technology.name));
        let _ = writeln!(xml, "<category term=\"{slug}\" label=\"{name}\"/>");
    }
    let content = escape(&content(catalog, company));
    let _ = writeln!(xml, "<content type=\"text\">{content}</content>");
    xml.push_str("</entry>\n");
}

/// What the entry says: technologies by strength, how much material there is, and from when.
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
    if let Some(Age { first, last, .. }) = company.age() {
        lines.push(format!("Material from {first} to {last}."));
    }
    lines.join("\n")
}

/// A name for `what` that is the work's own.
///
/// The year is the one from which on the names are given out. It must stay: readers' programs know
/// an entry by its id.
fn tag_uri(source: &Source, what: &str) -> String {
    let rest = source.homepage.split_once("://").map_or("", |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let separator = if path.is_empty() { "" } else { "/" };
    format!("tag:{host},2026:{path}{separator}casebook/{what}")
}

fn updated(source: &Source) -> String {
    format!("{}T00:00:00Z", source.written)
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
            let source = Source { homepage: homepage.to_owned(), ..Source::default() };
            assert_eq!(tag_uri(&source, "company/netflix"), expected);
        }
        check(
            "https://github.com/andkret/Cookbook",
            "tag:github.com,2026:andkret/Cookbook/casebook/company/netflix",
        );
        check("https://example.org/", "tag:example.org,2026:casebook/company/netflix");
        check("https://example.org/a/?b#c", "tag:example.org,2026:a/casebook/company/netflix");
    }
}
