//! Text that is indented so far that Markdown takes it for code.

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

/// Whether an element is a rule of a table in Pandoc's simple form: dashes with gaps.
fn is_ruler(node: &Node, text: &str) -> bool {
    let source = text.get(node.span.clone()).unwrap_or_default().trim();
    node.element == Element::Rule
        && source.contains("- -")
        && source.chars().all(|c| matches!(c, '-' | ' '))
}

/// Reads tables in Pandoc's simple form whose lines are indented, between two rulers: each of their
/// lines becomes a row of one cell.
pub(super) fn read_simple_tables(nodes: Vec<Node>, text: &str) -> Vec<Node> {
    let mut read: Vec<Node> = Vec::new();
    for node in nodes {
        let is_end = is_ruler(&node, text);
        let is_table = is_end
            && matches!(
                read.as_slice(),
                [.., ruler, Node { element: Element::CodeBlock(_), .. }] if is_ruler(ruler, text)
            );
        if is_table && let (Some(code), Some(ruler)) = (read.pop(), read.pop()) {
            let span = ruler.span.start..node.span.end;
            read.push(Node { element: Element::Table, span, children: rows(&code, text) });
        } else {
            read.push(node);
        }
    }
    read
}

fn rows(code: &Node, text: &str) -> Vec<Node> {
    let mut rows = Vec::new();
    let mut offset = code.span.start;
    for line in text.get(code.span.clone()).unwrap_or_default().split_inclusive('\n') {
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
