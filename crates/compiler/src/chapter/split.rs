//! Cuts a chapter into the sections of its companies.

use std::collections::HashMap;

use super::nodes::{addresses, is_contents, text_of};
use super::parts::{CompanyStart, Parts};
use crate::markdown::{Element, Node};
use crate::shape::{Pattern, Shape};

/// Cuts the blocks of a text of this length. `skipped` are headings, in lower case, that begin no
/// company.
pub(super) fn split(nodes: Vec<Node>, shape: &Shape, skipped: &[String], text: &str) -> Parts {
    let mut parts = match shape {
        Shape::Heading(patterns) => by_heading(nodes, patterns, skipped, text),
        Shape::Summary(_) => by_summary(nodes, text.len()),
        Shape::Item(patterns) => by_item(nodes, patterns.first().map_or(1, |first| first.level)),
        Shape::Column(head) => by_row(nodes, head),
        Shape::Bold(patterns) => super::bold::split(nodes, patterns, text.len()),
    };
    // A list of contents under a heading like a company's.
    let (contents, companies) =
        parts.companies.into_iter().partition(|found| is_contents(&found.body));
    parts.companies = companies;
    let contents: Vec<CompanyStart> = contents;
    parts.strays.extend(contents.into_iter().flat_map(|found| found.body));
    parts
}

fn by_heading(nodes: Vec<Node>, patterns: &[Pattern], skipped: &[String], text: &str) -> Parts {
    let level = patterns.first().map_or(3, |first| first.level);
    let mut parts = Parts::default();
    let mut is_open = false;
    let mut nodes = nodes.into_iter().peekable();
    while let Some(node) = nodes.next() {
        if let Element::Heading(found) = node.element {
            let words = text_of(&node.children);
            let is_named = || {
                patterns
                    .iter()
                    .any(|pattern| pattern.has_beginning() && pattern.find(&words).is_some())
            };
            let is_company = found == level || is_named();
            let is_skipped = skipped.contains(&words.to_lowercase());
            // Dashes below a paragraph make a heading too, often by mistake.
            let is_marked =
                text.get(node.span.start..).is_some_and(|rest| rest.starts_with(['#', '<']));
            let is_followed = nodes.peek().is_some_and(
                |next| matches!(next.element, Element::Heading(next) if next <= level),
            );
            let is_group = is_marked || (is_followed && is_title(&node.children, &words));
            let ends = is_company || (found < level && (is_group || !is_open));
            if ends && let Some(last) = parts.companies.last_mut().filter(|_| is_open) {
                last.end = node.span.start;
            }
            if is_company && !is_skipped {
                is_open = true;
                parts.companies.push(CompanyStart {
                    name: node.children,
                    span: node.span,
                    level: Some(found),
                    body: Vec::new(),
                    end: text.len(),
                });
                continue;
            }
            is_open &= !ends;
        }
        match parts.companies.last_mut().filter(|_| is_open) {
            Some(company) => company.body.push(node),
            None => parts.strays.push(node),
        }
    }
    parts
}

/// Whether words can be the title of a group rather than the end of a text.
fn is_title(nodes: &[Node], words: &str) -> bool {
    words.split(' ').count() <= 6
        && !words.ends_with(['.', ',', ';', ':', '!', '?'])
        && addresses(nodes).is_empty()
}

fn by_summary(nodes: Vec<Node>, length: usize) -> Parts {
    let mut parts = Parts::default();
    let mut depth = 0_usize;
    let mut is_open = false;
    for node in nodes {
        match node.element {
            Element::DetailsStart => {
                depth += 1;
                if depth == 1 {
                    continue;
                }
            }
            Element::DetailsEnd => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    if let Some(last) = parts.companies.last_mut().filter(|_| is_open) {
                        last.end = node.span.start;
                    }
                    is_open = false;
                    continue;
                }
            }
            Element::Summary if depth == 1 => {
                is_open = true;
                parts.companies.push(CompanyStart {
                    name: node.children,
                    span: node.span,
                    level: None,
                    body: Vec::new(),
                    end: length,
                });
                continue;
            }
            _ => {}
        }
        match parts.companies.last_mut().filter(|_| is_open) {
            Some(company) => company.body.push(node),
            None => parts.strays.push(node),
        }
    }
    parts
}

fn by_item(nodes: Vec<Node>, depth: u8) -> Parts {
    let mut parts = Parts::default();
    for node in nodes {
        match node.element {
            Element::List(_) if !is_contents(&node.children) => items(node, depth, &mut parts),
            _ => parts.strays.push(node),
        }
    }
    parts
}

/// The companies in a list whose items are `depth` lists deep.
fn items(list: Node, depth: u8, parts: &mut Parts) {
    for item in list.children {
        let span = item.span.clone();
        if depth > 1 {
            for node in item.children {
                match node.element {
                    Element::List(_) => items(node, depth - 1, parts),
                    // The name of a group.
                    _ if addresses(std::slice::from_ref(&node)).is_empty() => {}
                    _ => parts.strays.push(node),
                }
            }
            continue;
        }
        let (name, body) = super::item::cut(item.children);
        match text_of(&name).contains(char::is_alphanumeric) {
            true => {
                let start = name.first().map_or(span.start, |first| first.span.start);
                let end = name.last().map_or(span.end, |last| last.span.end);
                let place = start..end;
                parts.companies.push(CompanyStart {
                    name,
                    span: place,
                    level: None,
                    body,
                    end: span.end,
                });
            }
            false => parts.strays.extend(name.into_iter().chain(body)),
        }
    }
}

fn by_row(nodes: Vec<Node>, head: &str) -> Parts {
    let mut parts = Parts::default();
    let mut by_words: HashMap<String, usize> = HashMap::new();
    for node in nodes {
        let column =
            (node.element == Element::Table).then(|| super::table::column(&node, head)).flatten();
        let Some(column) = column else {
            parts.strays.push(node);
            continue;
        };
        let mut rows = node.children.into_iter();
        let heads: Vec<Node> = rows.next().map(|row| row.children).unwrap_or_default();
        let mut current: Option<usize> = None;
        for row in rows {
            let (name, body) = super::table::row(row.children, &heads, column);
            let words = text_of(&name);
            // A row without a name goes on with the company above it.
            let at = if words.is_empty() { current } else { by_words.get(&words).copied() };
            match at.and_then(|at| parts.companies.get_mut(at)) {
                Some(company) => {
                    company.body.extend(body);
                    company.end = company.end.max(row.span.end);
                }
                None if words.is_empty() => parts.strays.extend(body),
                None => {
                    let start = name.first().map_or(row.span.start, |first| first.span.start);
                    let end = name.last().map_or(row.span.end, |last| last.span.end);
                    let (place, last) = (start..end, row.span.end);
                    by_words.insert(words, parts.companies.len());
                    parts.companies.push(CompanyStart {
                        name,
                        span: place,
                        level: None,
                        body,
                        end: last,
                    });
                }
            }
            current = at.or(parts.companies.len().checked_sub(1));
        }
    }
    parts
}
