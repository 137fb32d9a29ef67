//! The chapter: Markdown in, companies out.
//!
//! A chapter begins a company at each heading, summary, list item, table row or bold beginning of a
//! paragraph that `site.toml`
//! names ([`crate::shape`]), or that looks like one ([`guess`]). [`missed`] finds headings that
//! Markdown does not see, [`split`] cuts the chapter, [`name`] reads a company's name, and
//! [`strays`] reports what belongs to no company. A section is read by [`section`]:
//!
//! - A podcast table is headed `Podcast Episode: #063 Title` ([`podcast`]).
//! - Every address in a section is a resource of the company. Words before a bare address that end
//!   in a colon, or that share its line, are its label; so are the words of `[words](address)`.
//! - Residue of Pandoc after or inside a picture becomes its label and width ([`crate::pandoc`]).
//! - A link whose target holds words is taken apart into the links that were meant ([`pieces`]).
//!   Words behind its last address begin the next paragraph.
//! - Addresses that could do harm, HTML that cannot be shown and control characters are errors.
//!   Addresses that only lead to no page stay as words, with a warning.

mod bold;
mod code;
mod footnotes;
mod guess;
mod headings;
mod item;
mod labelled;
mod lost;
mod missed;
mod name;
mod nodes;
mod parts;
mod pieces;
mod podcast;
mod run;
mod said;
mod section;
mod split;
mod strays;
mod table;
mod target;
#[cfg(test)]
mod tests;
mod video;

use std::collections::BTreeMap;
use std::ops::Range;

use catalog::{Company, Slug, SlugError};

use crate::diagnostic::{Code, Reporter};
use crate::heading_slug::slug_from_heading;
use crate::lines::Lines;
use crate::links::Link;
use crate::markdown::{self, Document, Element, Node};
use crate::metadata::shapes::ChapterLayout;
use crate::passage::{Passage, normalised};
use crate::shape::{Pattern, Shape};
use name::{CompanyName, Fit};
use parts::{CompanyStart, Parts};
use pieces::{shorten, words_of};
use section::Section;

/// A company with the words that tagging reads.
#[derive(Clone, Debug)]
pub(crate) struct ParsedCompany {
    /// Without what the other files add: industry, resources, tags.
    pub(crate) company: Company,
    /// The addresses in its section, in order; they become [`Company::resources`].
    pub(crate) links: Vec<Link>,
    pub(crate) passages: Vec<Passage>,
}

/// Which company has a slug: path of its chapter and line of its heading.
pub(crate) type Taken<'a> = BTreeMap<Slug, (&'a str, u32)>;

/// Reads a chapter. Total: what is faulty is reported, and kept as far as it can be. `taken` are the
/// companies of the chapters before it.
pub(crate) fn parse<'a>(
    layout: ChapterLayout<'_>,
    taken: &mut Taken<'a>,
    report: &mut Reporter<'a>,
) -> Vec<ParsedCompany> {
    let file = report.file;
    let text = &file.text;
    let lines = Lines::new(text);
    let document = markdown::parse(text);
    let shape = layout.shape.cloned().or_else(|| {
        let guess = guess::guess(text, &document.nodes, layout.guesses)?;
        if let Some((place, message, cure)) = guess.doubt {
            report.warn_first(Code::GuessedShape, place, message, cure);
        }
        Some(guess.shape)
    });
    let shape = shape.unwrap_or_else(|| Shape::Heading(vec![Pattern::bare(3)]));
    let document = match &shape {
        Shape::Heading(patterns) => with_missed_headings(document, patterns, report),
        _ => document,
    };
    lost::report(&document, report);
    let mut parts = split::split(document.nodes, &shape, &layout.guesses.skip, text);
    footnotes::attach(&mut parts);
    let Parts { companies: found, strays } = parts;
    strays::report(&strays, found.first().map_or(text.len(), |first| first.span.start), report);
    if found.is_empty() {
        report.error(Code::NoCompany,
            text.len()..text.len(),
            "the chapter has no company",
            "start one with a heading, ### Data Science at Acme, or say in its [[chapter]] in site.toml \
             where they begin: companies = { item = \"- {name}\" }",
        );
    }
    let patterns = match &shape {
        Shape::Heading(patterns)
        | Shape::Summary(patterns)
        | Shape::Item(patterns)
        | Shape::Bold(patterns) => patterns,
        Shape::Column(_) => &vec![Pattern::bare(1)],
    };
    let usual = found.iter().find_map(|found| {
        let words = nodes::text_of(&found.name);
        let mut named = patterns.iter().filter(|pattern| pattern.has_beginning());
        named.find(|pattern| pattern.find(&words).is_some())
    });
    let mut reader = Reader { layout, shape: &shape, patterns, usual, lines: &lines, taken };
    found.into_iter().filter_map(|found| reader.read(found, report)).collect()
}

/// The document with the headings that Markdown does not see as such: what follows each is parsed
/// by itself.
fn with_missed_headings(
    document: Document,
    patterns: &[Pattern],
    report: &mut Reporter<'_>,
) -> Document {
    let text = &report.file.text;
    let missed = missed::find(text, &document.nodes, patterns);
    for one in &missed {
        report.warn(Code::MissedHeading, one.line.clone(), one.message.as_str(), one.cure.as_str());
    }
    let mut cuts = missed.iter().filter(|one| one.is_company).peekable();
    let Some(first) = cuts.peek() else { return document };
    let level = patterns.first().map_or(3, |pattern| pattern.level);
    let mut whole = markdown::parse_until(text, first.line.start);
    while let Some(cut) = cuts.next() {
        let end = cuts.peek().map_or(text.len(), |next| next.line.start);
        let words = markdown::parse_part(text, cut.words.clone()).nodes;
        whole.nodes.push(Node {
            element: Element::Heading(level),
            span: cut.line.clone(),
            children: words.into_iter().flat_map(|paragraph| paragraph.children).collect(),
        });
        whole.append(markdown::parse_part(text, cut.line.end..end));
    }
    whole
}

/// Reads the companies of a chapter one by one.
struct Reader<'s, 't, 'a> {
    layout: ChapterLayout<'s>,
    shape: &'s Shape,
    patterns: &'s [Pattern],
    /// How the headings of companies begin here.
    usual: Option<&'s Pattern>,
    lines: &'s Lines,
    taken: &'t mut Taken<'a>,
}

impl<'a> Reader<'_, '_, 'a> {
    fn read(&mut self, found: CompanyStart, report: &mut Reporter<'a>) -> Option<ParsedCompany> {
        let CompanyStart { name, span, level, mut body, end } = found;
        let text = &report.file.text;
        // A heading that is a link leads to the company's own site.
        let mut site = name.clone();
        site.retain(strays::is_link);
        if !site.is_empty() {
            let element = Element::Cell;
            body.insert(0, Node { element, span: span.clone(), children: site });
        }
        strays::report_pictures(&name, report);
        if let Shape::Heading(_) = self.shape {
            self.check_levels(&body, report);
        }
        let read = self.name(&name, &span, level, report);
        let slug = self.slug(&read, &span, report);
        let mut section = Section::new(self.layout, report, self.lines);
        let body = section.blocks(&code::read_simple_tables(body, text));
        let Section { links, podcasts, passages, .. } = section;
        // Its content is checked all the same.
        let slug = slug?;
        let name = read.name;
        let line = self.lines.line_at(span.start);
        let text = report.file.text.get(..end).unwrap_or_default().trim_end();
        let last_line = self.lines.line_at(text.len().saturating_sub(1)).max(line);
        let company = Company {
            slug,
            name,
            chapter: 0,
            line,
            last_line,
            industry: None,
            podcasts,
            resources: Vec::new(),
            body,
            diagrams: Vec::new(),
            tags: Vec::new(),
            denied: Vec::new(),
        };
        Some(ParsedCompany { company, links, passages })
    }

    fn name(
        &self,
        nodes: &[Node],
        span: &Range<usize>,
        found: Option<u8>,
        report: &mut Reporter<'_>,
    ) -> CompanyName {
        let text = normalised(words_of(&pieces::read(nodes, report).pieces, self.lines).text());
        let text = match self.shape {
            Shape::Bold(_) => text.trim_end_matches(':').trim_end().to_owned(),
            _ => text,
        };
        let read = name::read(&text, self.patterns);
        let level = self.patterns.first().map_or(3, |first| first.level);
        let hashes = "#".repeat(usize::from(level));
        if found.is_some_and(|found| found != level) {
            report.warn(
                Code::OtherLevel,
                span.clone(),
                format!(
                    "the heading \"{}\" has another level than those of companies",
                    shorten(&text)
                ),
                format!("write {hashes} {text}"),
            );
        }
        match (&read.fit, self.shape, self.usual) {
            (Fit::Nearly(before), ..) => report.warn(Code::MisspeltHeading,
                span.clone(),
                format!("the heading \"{}\" is nearly one of a company", shorten(&text)),
                format!("write {hashes} {before} {}", read.name),
            ),
            (Fit::Other, Shape::Heading(_), Some(pattern)) => report.warn(Code::UnusualHeading,
                span.clone(),
                format!("the heading \"{}\" is read as a company's name", shorten(&text)),
                format!(
                    "write {hashes} {} and the name, or use {hashes}# for a heading inside a section",
                    pattern.before()
                ),
            ),
            _ => {}
        }
        read
    }

    /// Reports headings that would end the section if they were not kept in it: a line of dashes
    /// below a paragraph makes one.
    fn check_levels(&self, body: &[Node], report: &mut Reporter<'_>) {
        let level = self.patterns.first().map_or(3, |first| first.level);
        for node in body {
            if let Element::Heading(found) = node.element
                && found < level
            {
                report.error(
                    Code::HigherHeading,
                    node.span.clone(),
                    format!("a heading of level {found} is inside a company's section"),
                    format!(
                        "use {}# or more here, or put a blank line between text and dashes",
                        "#".repeat(usize::from(level))
                    ),
                );
            }
        }
    }

    /// The slug of a company, if it is free.
    fn slug(
        &mut self,
        read: &CompanyName,
        span: &Range<usize>,
        report: &mut Reporter<'a>,
    ) -> Option<Slug> {
        let name = &read.name;
        let slug = match self.given(read).map_or_else(|| slug_from_heading(name), Ok) {
            Ok(slug) => slug,
            Err(error) => {
                let cure = match error {
                    SlugError::TooLong => "shorten the name",
                    _ => "give it an address of letters a-z and digits: Name {#address}",
                };
                report.error(
                    Code::NoAddressOfName,
                    span.clone(),
                    format!(
                        "no address can be made of the company's name \"{}\": {error}",
                        shorten(name)
                    ),
                    cure,
                );
                return None;
            }
        };
        let line = self.lines.line_at(span.start);
        let path = report.file.path.as_str();
        if let Some((other, first)) = self.taken.get(&slug) {
            let first = match *other == path {
                true => format!("line {first}"),
                false => format!("{other}:{first}"),
            };
            report.error(Code::TakenAddress,
                span.clone(),
                format!(
                    "the company \"{name}\" has the address /company/{slug}, which {first} already has"
                ),
                "merge the two sections, or give them different names",
            );
            return None;
        }
        self.taken.insert(slug.clone(), (path, line));
        Some(slug)
    }

    /// The slug that a heading gives itself: `{#acme}`. The fragments of a book's own headings begin
    /// like the headings.
    fn given(&self, read: &CompanyName) -> Option<Slug> {
        let id = read.id.as_deref()?;
        let name = self.patterns.iter().find_map(|pattern| {
            let beginning = slug_from_heading(pattern.before()).ok()?;
            id.strip_prefix(beginning.as_str())?.strip_prefix('-')
        });
        name.unwrap_or(id).parse().ok()
    }
}
