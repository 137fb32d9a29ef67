//! List items that hold a company each.

use crate::links::find_addresses;
use crate::markdown::{Element, Node};

/// Signs between a company's name and what is said of it.
const SEPARATORS: [&str; 9] = [" - ", " – ", " — ", " -- ", ": ", " | ", " (", ", ", "; "];

/// Cuts the content of an item into the inlines that name the company, and the rest.
pub(super) fn cut(mut nodes: Vec<Node>) -> (Vec<Node>, Vec<Node>) {
    // In a loose list the line is a paragraph.
    if nodes.first().is_some_and(|first| first.element == Element::Paragraph) {
        let Node { span, children, .. } = nodes.remove(0);
        let (name, rest) = cut_line(children);
        if !rest.is_empty() {
            nodes.insert(0, Node { element: Element::Paragraph, span, children: rest });
        }
        return (name, nodes);
    }
    let end = nodes.iter().position(|node| !node.element.is_inline()).unwrap_or(nodes.len());
    let blocks = nodes.split_off(end);
    let (name, mut rest) = cut_line(nodes);
    rest.extend(blocks);
    (name, rest)
}

fn cut_line(mut nodes: Vec<Node>) -> (Vec<Node>, Vec<Node>) {
    let is_before = |node: &Node| match &node.element {
        Element::Image { .. } => true,
        Element::Text(text) => text.trim().is_empty(),
        _ => false,
    };
    // Logos come first.
    let start = nodes.iter().position(|node| !is_before(node)).unwrap_or(nodes.len());
    let mut rest: Vec<Node> = nodes.drain(..start).collect();
    rest.retain(|node| matches!(node.element, Element::Image { .. }));
    if nodes.is_empty() {
        return (Vec::new(), rest);
    }
    let first = nodes.remove(0);
    let name = match &first.element {
        Element::Text(text) => {
            let cuts = SEPARATORS.iter().filter_map(|sign| text.find(sign));
            let address = find_addresses(text).first().map(|address| address.start);
            let ends_in_colon = text.trim_end().ends_with(':').then(|| text.trim_end().len() - 1);
            match cuts.chain(ends_in_colon).chain(address.filter(|at| *at > 0)).min() {
                Some(at) => {
                    let (name, said) = cut_text(&first, at);
                    nodes.insert(0, said);
                    name
                }
                None => first,
            }
        }
        _ => first,
    };
    let mut nodes = nodes.into_iter().peekable();
    if let Some(next) = nodes.next_if(|next| matches!(next.element, Element::Text(_))) {
        rest.extend(without_separator(next));
    }
    while nodes
        .next_if(|next| matches!(next.element, Element::SoftBreak | Element::HardBreak))
        .is_some()
    {}
    rest.extend(nodes);
    (vec![name], rest)
}

/// A text without the separator at its start; `None` when it was nothing else.
fn without_separator(node: Node) -> Option<Node> {
    let Element::Text(text) = &node.element else { return Some(node) };
    let said = text.trim_start();
    let stripped = said.trim_start_matches(['-', '–', '—', ':', '|', ',', ';']);
    // A sign that belongs to a word stays: "-5 degrees".
    let said = if stripped.starts_with(char::is_whitespace) || stripped.is_empty() {
        stripped.trim_start()
    } else {
        said
    };
    let at = text.len() - said.len();
    (!said.is_empty()).then(|| cut_text(&node, at).1)
}

/// A text in two, each with its place.
fn cut_text(node: &Node, at: usize) -> (Node, Node) {
    let Element::Text(text) = &node.element else { return (node.clone(), node.clone()) };
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    // Entities are longer in the source than in the text.
    let middle = (node.span.start + at).min(node.span.end);
    let part = |text: &str, span| Node {
        element: Element::Text(text.to_owned()),
        span,
        children: Vec::new(),
    };
    (part(before, node.span.start..middle), part(after, middle..node.span.end))
}
