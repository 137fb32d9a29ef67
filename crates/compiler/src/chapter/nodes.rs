//! Questions about a tree of Markdown.

use std::ops::Range;

use crate::links::find_addresses;
use crate::markdown::{Element, Node};
use crate::passage::normalised;

/// The words of nodes on one line, without markup.
pub(super) fn text_of(nodes: &[Node]) -> String {
    let mut text = String::new();
    add_text(nodes, &mut text);
    normalised(&text)
}

fn add_text(nodes: &[Node], text: &mut String) {
    for Node { element, children, .. } in nodes {
        match element {
            Element::Text(words) | Element::Code(words) => text.push_str(words),
            Element::SoftBreak | Element::HardBreak => text.push(' '),
            Element::Image { .. } => {}
            _ => add_text(children, text),
        }
    }
}

/// The web addresses in nodes with their places: those of links, and those in text.
pub(super) fn addresses(nodes: &[Node]) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    add_addresses(nodes, &mut found);
    found
}

fn add_addresses(nodes: &[Node], found: &mut Vec<(String, Range<usize>)>) {
    for Node { element, span, children } in nodes {
        match element {
            Element::Link { address, .. } => {
                if is_web(address) {
                    found.push((address.clone(), span.clone()));
                }
                // A badge names an address of its own, which shows nothing.
                continue;
            }
            Element::Text(text) | Element::CodeBlock(text) => {
                for place in find_addresses(text) {
                    let in_text = span.start + place.start..span.start + place.end;
                    found.push((text[place].to_owned(), in_text));
                }
            }
            _ => {}
        }
        add_addresses(children, found);
    }
}

/// Whether an address leads out of the chapter's own site.
pub(super) fn is_web(address: &str) -> bool {
    let start = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    start.starts_with("http://") || start.starts_with("https://")
}

/// Whether list items lead to places of the chapter and nowhere else: its contents.
pub(super) fn is_contents(nodes: &[Node]) -> bool {
    addresses(nodes).is_empty() && has_link(nodes) && !has_picture(nodes)
}

fn has_link(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match &node.element {
        Element::Link { address, .. } => address.contains('#'),
        _ => has_link(&node.children),
    })
}

fn has_picture(nodes: &[Node]) -> bool {
    nodes
        .iter()
        .any(|node| matches!(node.element, Element::Image { .. }) || has_picture(&node.children))
}
