//! Paragraphs that begin with a company's name in bold: `**Acme**: how we count anvils`.

use super::item;
use super::nodes::{addresses, text_of};
use super::parts::{CompanyStart, Parts};
use crate::markdown::{Element, Node};
use crate::shape::Pattern;

/// Longer words in bold are a sentence.
const LONGEST_NAME: usize = 8;

/// Cuts the blocks of a text of this length at the paragraphs that begin with a name.
pub(super) fn split(nodes: Vec<Node>, patterns: &[Pattern], length: usize) -> Parts {
    let mut parts = Parts::default();
    let mut is_open = false;
    for node in nodes {
        let is_named = name(&node)
            .is_some_and(|name| patterns.iter().any(|pattern| pattern.find(&name).is_some()));
        let is_heading = matches!(node.element, Element::Heading(_));
        if (is_named || is_heading)
            && let Some(last) = parts.companies.last_mut().filter(|_| is_open)
        {
            last.end = node.span.start;
        }
        is_open &= !is_heading;
        if is_named {
            is_open = true;
            let (name, body) = item::cut(vec![node]);
            let start = name.first().map_or(0, |first| first.span.start);
            let end = name.last().map_or(start, |last| last.span.end);
            let span = start..end;
            parts.companies.push(CompanyStart { name, span, level: None, body, end: length });
            continue;
        }
        match parts.companies.last_mut().filter(|_| is_open) {
            Some(company) => company.body.push(node),
            None => parts.strays.push(node),
        }
    }
    parts
}

/// The words in bold that a paragraph begins with, if they can be a name.
fn name(node: &Node) -> Option<String> {
    let first = node.children.first().filter(|_| node.element == Element::Paragraph)?;
    let words = text_of(std::slice::from_ref(first));
    let words = words.trim_end_matches(':').trim_end();
    let fits = first.element == Element::Strong
        && words.contains(char::is_alphanumeric)
        && words.split(' ').count() <= LONGEST_NAME
        && !words.ends_with(['.', '!', '?', ',']);
    fits.then(|| words.to_owned())
}

/// The names, each with its paragraph, if most addresses are in or below such paragraphs; none that
/// is said twice ("Slides") is a name.
pub(super) fn names(nodes: &[Node]) -> Option<Vec<(String, &Node)>> {
    let all: Vec<(String, &Node)> =
        nodes.iter().filter_map(|node| Some((name(node)?, node))).collect();
    let is_once = |name: &str| all.iter().filter(|(other, _)| other == name).count() == 1;
    let mut held = 0;
    let mut is_open = false;
    for node in nodes {
        is_open = match name(node) {
            Some(name) => is_once(&name),
            None => is_open && !matches!(node.element, Element::Heading(_)),
        };
        if is_open {
            held += addresses(std::slice::from_ref(node)).len();
        }
    }
    let is_most = held * 5 >= addresses(nodes).len().max(1) * 4;
    (all.len() > 1 && is_most && all.iter().all(|(name, _)| is_once(name))).then_some(all)
}
