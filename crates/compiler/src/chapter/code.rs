//! Text that is indented so far that Markdown takes it for code.

use std::ops::Range;

use super::nodes::addresses;
use crate::diagnostic::{Code, Reporter};
use crate::markdown::{Element, Node};

/// Reports an indented block that holds addresses, which are no links in code.
pub(super) fn check(node: &Node, report: &mut Reporter<'_>) {
    let source = report.file.text.get(node.span.clone()).unwrap_or_default();
    let mark = source.trim_start();
    if mark.starts_with("```") || mark.starts_with("~~~") {
        return;
    }
    let found = addresses(&node.children);
    let Some((first, _)) = found.first() else { return };
    let more = match found.len() {
        1 => String::new(),
        count => format!(" and {} more", count - 1),
    };
    let start = node.span.start + (source.len() - mark.len());
    let first_line = mark.lines().next().unwrap_or_default().trim_end();
    report.warn(
        Code::IndentedLinks,
        start..start + first_line.len(),
        format!("this is indented like code, so {first}{more} is no link"),
        "remove the blanks or tabs at the start of its lines, or put ``` around it if it is code",
    );
}

/// Whether an element is a rule of a table in Pandoc's simple form: dashes with gaps. `- - -` is none.
fn is_ruler(node: &Node, text: &str) -> bool {
    let source = text.get(node.span.clone()).unwrap_or_default().trim();
    node.element == Element::Rule
        && source.contains("-- -")
        && source.chars().all(|c| matches!(c, '-' | ' '))
}

/// Reads tables in Pandoc's simple form, of lines between rulers: each of their lines becomes a row of
/// one cell. Indented lines need no ruler behind them.
pub(super) fn read_simple_tables(nodes: Vec<Node>, text: &str) -> Vec<Node> {
    let mut read = Vec::new();
    let mut nodes = nodes.into_iter().peekable();
    while let Some(node) = nodes.next() {
        if !is_ruler(&node, text) {
            read.push(node);
            continue;
        }
        let mut parts = vec![node];
        while let Some(part) = nodes.next_if(|next| is_part(next, text)) {
            parts.push(part);
        }
        // What follows the last ruler is no part of the table.
        let last = parts.iter().rposition(|part| is_ruler(part, text)).unwrap_or_default();
        let is_code = |part: &Node| matches!(part.element, Element::CodeBlock(_));
        let end = match last {
            0 if parts.get(1).is_some_and(is_code) => 2,
            last => last + 1,
        };
        let after = parts.split_off(end);
        let rows: Vec<Node> = parts
            .iter()
            .filter(|part| !is_ruler(part, text))
            .flat_map(|part| rows(part.span.clone(), text))
            .collect();
        match (rows.is_empty(), parts.first(), parts.last()) {
            (false, Some(first), Some(last)) => {
                let span = first.span.start..last.span.end;
                read.push(Node { element: Element::Table, span, children: rows });
            }
            _ => read.extend(parts),
        }
        read.extend(read_simple_tables(after, text));
    }
    read
}

fn is_part(node: &Node, text: &str) -> bool {
    matches!(node.element, Element::CodeBlock(_) | Element::Paragraph) || is_ruler(node, text)
}

fn rows(span: Range<usize>, text: &str) -> Vec<Node> {
    let mut rows = Vec::new();
    let mut offset = span.start;
    for line in text.get(span).unwrap_or_default().split_inclusive('\n') {
        let start = offset + (line.len() - line.trim_start().len());
        let span = start..start + line.trim().len();
        offset += line.len();
        let blocks = crate::markdown::parse_part(text, span.clone()).nodes;
        let children: Vec<Node> = blocks.into_iter().flat_map(|block| block.children).collect();
        if !children.is_empty() {
            let cell = Node { element: Element::Cell, span: span.clone(), children };
            rows.push(Node { element: Element::Row, span, children: vec![cell] });
        }
    }
    rows
}
