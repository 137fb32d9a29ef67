//! The chapter: Markdown in, companies out.
//!
//! ```text
//! chapter  = preamble company+
//! preamble = ( heading of level 1 or 2, of words | list of links to "#data-science-at-" name )*
//! company  = "### Data Science at " name, block*
//! block    = podcast table | any other Markdown block, headings of level 4 to 6 among them
//! ```
//!
//! - A podcast table has one column, headed `Podcast Episode: #063 Title` ([`podcast`]).
//! - Every address in a section is a resource of the company. Words before a bare address that
//!   end in a colon, in the same paragraph, are its label; so are the words of `[words](address)`.
//!   A paragraph that only ends in a colon ("**Slides:**") stays a paragraph: it is
//!   unknown which links it refers to.
//! - Residue of Pandoc after or inside a picture becomes its label and width ([`crate::pandoc`]).
//! - A link whose target holds words is taken apart into the links that were meant
//!   ([`pieces`]). Words behind its last address begin the next paragraph.
//! - Raw HTML, addresses other than http and https, control characters, and text that would be
//!   lost are errors.

mod pieces;
mod podcast;
mod run;
mod said;
mod section;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use catalog::{Company, Slug, SlugError};

use crate::diagnostic::Reporter;
use crate::heading_slug::slug_from_heading;
use crate::lines::Lines;
use crate::links::Link;
use crate::markdown::{self, Document, Element, Node};
use crate::passage::{Passage, normalised};
use crate::words::Lexicon;
use pieces::{Piece, shorten, words_of};
use section::Section;

/// Beginnings of companies' headings; case does not matter.
const HEADING_STARTS: [&str; 2] = ["data science at ", "data science @"];

/// Beginning of the fragments in the contents list; case does not matter.
const FRAGMENT_START: &str = "data-science-at-";

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
    lexicon: &Lexicon,
    taken: &mut Taken<'a>,
    report: &mut Reporter<'a>,
) -> Vec<ParsedCompany> {
    let file = report.file;
    let document = markdown::parse(&file.text);
    let lines = Lines::new(&file.text);
    report_lost(&document, report);
    report_control_characters(&document, report);

    let is_company = |node: &Node| node.element == Element::Heading(3);
    let first = document.nodes.iter().position(is_company).unwrap_or(document.nodes.len());
    let (preamble, rest) = document.nodes.split_at(first);
    check_preamble(preamble, report);
    if rest.is_empty() {
        report.error(
            file.text.len()..file.text.len(),
            "the chapter has no company",
            "start one with a heading: ### Data Science at Acme",
        );
    }
    let mut companies = Vec::new();
    let sections = rest.chunk_by(|_, next| !is_company(next));
    let mut sections = sections.peekable();
    while let Some(section) = sections.next() {
        let [heading, body @ ..] = section else {
            continue;
        };
        let end = sections.peek().and_then(|next| next.first()).map(|next| next.span.start);
        let end = end.unwrap_or(file.text.len());
        let last = file.text.get(..end).unwrap_or_default().trim_end().len();
        let last_line =
            lines.line_at(last.saturating_sub(1)).max(lines.line_at(heading.span.start));
        let Some((slug, name)) = read_heading(heading, taken, &lines, report) else {
            // Its content is checked all the same.
            Section::new(lexicon, report, &lines).blocks(body);
            continue;
        };
        check_levels(body, report);
        let mut section = Section::new(lexicon, report, &lines);
        let body = section.blocks(body);
        let Section { links, podcasts, passages, .. } = section;
        let line = lines.line_at(heading.span.start);
        companies.push(ParsedCompany {
            company: Company {
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
            },
            links,
            passages,
        });
    }
    companies
}

/// Slug and name from a company's heading. `None` when there is no slug to put it under.
fn read_heading<'a>(
    heading: &Node,
    taken: &mut Taken<'a>,
    lines: &Lines,
    report: &mut Reporter<'a>,
) -> Option<(Slug, String)> {
    let span = heading.span.start..heading.span.end;
    let pieces = pieces::read(&heading.children, report).pieces;
    if has_link_or_picture(&pieces) {
        report.error(
            span.clone(),
            "the heading of a company holds a link or a picture, which would be lost",
            "put it below the heading",
        );
    }
    let text = normalised(words_of(&pieces, lines).text());
    let start = HEADING_STARTS.iter().find(|start| {
        text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    });
    let name = start.map_or(text.as_str(), |start| text[start.len()..].trim()).to_owned();
    if start.is_none() && !matches!(text.to_lowercase().as_str(), "data science at" | "") {
        report.warn(
            span.clone(),
            format!("the heading \"{}\" is read as a company's name", shorten(&text)),
            "write ### Data Science at and the name, or use #### for a heading inside a section",
        );
    }
    let name = if start.is_none() && text.eq_ignore_ascii_case("data science at") {
        String::new()
    } else {
        name
    };
    let slug = match slug_from_heading(&name) {
        Ok(slug) => slug,
        Err(error) => {
            let cure = match error {
                SlugError::TooLong => "shorten the name",
                _ => {
                    "write the name with letters a-z or digits, its page's address is made of them"
                }
            };
            report.error(
                span,
                format!(
                    "no address can be made of the company's name \"{}\": {error}",
                    shorten(&name)
                ),
                cure,
            );
            return None;
        }
    };
    let line = lines.line_at(heading.span.start);
    let path = report.file.path.as_str();
    if let Some((other, first)) = taken.get(&slug) {
        let first = match *other == path {
            true => format!("line {first}"),
            false => format!("{other}:{first}"),
        };
        report.error(
            span,
            format!(
                "the company \"{name}\" has the address /company/{slug}, which {first} already has"
            ),
            "merge the two sections, or give them different names",
        );
        return None;
    }
    taken.insert(slug.clone(), (path, line));
    Some((slug, name))
}

fn has_link_or_picture(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Link { .. } | Piece::Image { .. } => true,
        Piece::Styled(_, pieces) => has_link_or_picture(pieces),
        Piece::Text(_) | Piece::Code(_) | Piece::Break(_) => false,
    })
}

/// Reports what Markdown drops silently.
fn report_lost(document: &Document, report: &mut Reporter<'_>) {
    let text = &report.file.text;
    let slice = |span: &Range<usize>| shorten(text.get(span.clone()).unwrap_or_default().trim());
    for span in &document.unresolved {
        report.error(
            span.clone(),
            format!("the reference {} has no definition, so it is not a link", slice(span)),
            "give the address itself: [words](https://…)",
        );
    }
    for span in &document.unused_definitions {
        report.error(
            span.clone(),
            format!("no link uses the definition {}, so its address would be lost", slice(span)),
            "use it, or write the address as a link",
        );
    }
    for span in &document.ignored {
        report.error(
            span.clone(),
            format!("the line {} would be lost: its name is defined above already", slice(span)),
            "give the definition another name",
        );
    }
    for span in &document.too_deep {
        report.error(
            span.clone(),
            format!("this is nested deeper than {} levels", markdown::MAX_DEPTH),
            "nest it less deeply",
        );
    }
}

/// Reports invisible characters, literal or written as `&#1;`.
fn report_control_characters(document: &Document, report: &mut Reporter<'_>) {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, character) in report.file.text.char_indices().filter(|&(_, c)| is_control(c)) {
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(at..end),
        }
    }
    for run in runs {
        let held = report.file.text.get(run.clone()).unwrap_or_default();
        report_control_run(held, run, report);
    }
    report_control_entities(&document.nodes, report);
}

fn report_control_entities(nodes: &[Node], report: &mut Reporter<'_>) {
    for Node { element, span, children } in nodes {
        let said = match element {
            Element::Text(said) | Element::CodeBlock(said) => said.as_str(),
            Element::Link { title, .. } | Element::Image { title, .. } => title.as_str(),
            _ => "",
        };
        let source = report.file.text.get(span.clone()).unwrap_or_default();
        if said.chars().any(|c| is_control(c) && !source.contains(c)) {
            report_control_run(said, span.clone(), report);
        }
        report_control_entities(children, report);
    }
}

fn report_control_run(text: &str, span: Range<usize>, report: &mut Reporter<'_>) {
    let mut held = text.chars().filter(|&c| is_control(c));
    let first = held.next().map_or(0, u32::from);
    let (message, cure) = match held.count() {
        0 => (format!("an invisible control character, U+{first:04X}"), "remove it"),
        more => (
            format!("{} invisible control characters, the first of them U+{first:04X}", more + 1),
            "remove them",
        ),
    };
    report.error(span, format!("the text contains {message}"), cure);
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r')
}

/// Reports blocks before the first company that are neither a heading nor the contents list.
fn check_preamble(nodes: &[Node], report: &mut Reporter<'_>) {
    for node in nodes {
        let belongs = match &node.element {
            Element::Heading(level) if *level <= 2 => {
                let pieces = pieces::read(&node.children, report).pieces;
                report_links_and_pictures(&pieces, report);
                true
            }
            Element::List(_) => is_contents(&node.children),
            Element::Rule => true,
            _ => false,
        };
        if !belongs {
            report_before_company("this", node.span.clone(), report);
        }
    }
}

fn report_links_and_pictures(pieces: &[Piece], report: &mut Reporter<'_>) {
    for piece in pieces {
        match piece {
            Piece::Link { span, .. } => report_before_company("this link", span.clone(), report),
            Piece::Image { span, .. } => {
                report_before_company("this picture", span.clone(), report);
            }
            Piece::Styled(_, pieces) => report_links_and_pictures(pieces, report),
            Piece::Text(_) | Piece::Code(_) | Piece::Break(_) => {}
        }
    }
}

fn report_before_company(what: &str, span: Range<usize>, report: &mut Reporter<'_>) {
    report.error(
        span,
        format!("{what} comes before the first company and would be lost"),
        "move it below a heading such as ### Data Science at Acme",
    );
}

/// Whether list items are words that lead to companies of the chapter and nothing else.
fn is_contents(items: &[Node]) -> bool {
    items.iter().all(|node| match &node.element {
        Element::Item | Element::Paragraph | Element::List(_) => is_contents(&node.children),
        Element::Link { address, title, .. } => {
            title.is_empty() && leads_to_company(address) && is_words(&node.children)
        }
        Element::SoftBreak => true,
        _ => false,
    })
}

/// Whether an address is the fragment of a company's heading, here or in a file beside this one.
fn leads_to_company(address: &str) -> bool {
    address.split_once('#').is_some_and(|(file, fragment)| {
        let start = fragment.get(..FRAGMENT_START.len());
        !file.contains(':')
            && !file.starts_with("//")
            && start.is_some_and(|start| start.eq_ignore_ascii_case(FRAGMENT_START))
    })
}

fn is_words(nodes: &[Node]) -> bool {
    nodes.iter().all(|node| match &node.element {
        Element::Image { .. } | Element::Html(_) => false,
        _ => is_words(&node.children),
    })
}

/// Reports headings that would end the section if they were not kept in it. A line of dashes
/// below a paragraph makes such a heading, mostly by mistake.
fn check_levels(body: &[Node], report: &mut Reporter<'_>) {
    for node in body {
        if let Element::Heading(level @ (1 | 2)) = node.element {
            report.error(
                node.span.clone(),
                format!("a heading of level {level} is inside a company's section"),
                "use #### to ###### here, or put a blank line between text and dashes",
            );
        }
    }
}
