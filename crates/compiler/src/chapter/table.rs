//! Faults in tables that Markdown ignores silently.

use crate::diagnostic::{Code, Reporter};
use crate::links::find_addresses;
use crate::markdown::{Element, Node};

use super::nodes::text_of;
use super::pieces::shorten;

/// Which column of a table has this head; case does not matter.
pub(super) fn column(table: &Node, head: &str) -> Option<usize> {
    let heads = &table.children.first()?.children;
    heads.iter().position(|cell| text_of(&cell.children).to_lowercase() == head.to_lowercase())
}

/// Takes a row apart: the inlines of its cell in `column`, and each other cell that says
/// something. Words that are no link are labelled with the head of their column.
pub(super) fn row(cells: Vec<Node>, heads: &[Node], column: usize) -> (Vec<Node>, Vec<Node>) {
    let (mut name, mut body) = (Vec::new(), Vec::new());
    let mut titles: Option<Vec<Node>> = None;
    for (number, cell) in cells.into_iter().enumerate() {
        if number == column {
            name = cell.children;
            continue;
        }
        if cell.children.is_empty() {
            continue;
        }
        let span = cell.span.clone();
        let mut line = Vec::new();
        let has_words = cell
            .children
            .iter()
            .any(|node| matches!(node.element, Element::Link { bare: false, .. }));
        if !has_words && let Some(head) = heads.get(number).filter(|head| !head.children.is_empty())
        {
            line.extend(head.children.iter().cloned());
            let element = Element::Text(": ".to_owned());
            line.push(Node { element, span: head.span.end..head.span.end, children: Vec::new() });
        }
        let is_address = matches!(
            cell.children.as_slice(),
            [Node { element: Element::Link { bare: true, .. }, .. }]
        ) || is_bare(&cell.children);
        // Words before an address are its title.
        if is_address && let Some(title) = titles.take() {
            line = title;
            body.pop();
        }
        titles = None;
        if !is_address && !has_words && text_of(&cell.children).contains(' ') {
            let element = Element::Text(": ".to_owned());
            let end = cell.span.end..cell.span.end;
            let colon = Node { element, span: end, children: Vec::new() };
            titles = Some(cell.children.iter().cloned().chain([colon]).collect());
        }
        line.extend(cell.children);
        body.push(Node { element: Element::Cell, span, children: line });
    }
    (name, body)
}

/// Whether a cell is an address without markup.
fn is_bare(cell: &[Node]) -> bool {
    let text = text_of(cell);
    matches!(find_addresses(&text).as_slice(), [address] if *address == (0..text.len()))
}

/// Reports rows that have more cells than the head: Markdown drops the cells past it.
pub(super) fn check_cells(table: &Node, report: &mut Reporter<'_>) {
    let source = report.file.text.get(table.span.clone()).unwrap_or_default();
    let mut offset = table.span.start;
    let mut head = None;
    for line in source.split_inclusive('\n') {
        let cells = cells(line);
        let head = *head.get_or_insert(cells);
        if cells > head {
            let indent = line.len() - line.trim_start().len();
            report.error(
                Code::LostCells,
                offset + indent..offset + line.trim_end().len(),
                format!(
                    "the row has {cells} cells and the head of its table {head}: {} would be lost",
                    plural(cells - head, "cell")
                ),
                "give the head as many cells, or escape a bar that belongs to the text with \\|",
            );
        }
        offset += line.len();
    }
}

/// Reports lines of a paragraph that were meant as a table.
pub(super) fn check_paragraph(nodes: &[Node], report: &mut Reporter<'_>) {
    let (Some(first), Some(last)) = (nodes.first(), nodes.last()) else {
        return;
    };
    if nodes.iter().any(|node| matches!(node.element, Element::Html(_))) {
        return;
    }
    let text = &report.file.text;
    let start =
        text.get(..first.span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let source = text.get(start..last.span.end).unwrap_or_default();
    let lines: Vec<(usize, &str)> = source
        .split_inclusive('\n')
        .scan(start, |offset, line| {
            let at = *offset;
            *offset += line.len();
            Some((at, line))
        })
        .collect();
    let below = |index: usize| lines.get(index + 1).map_or("", |&(_, line)| line);
    let head = lines.iter().enumerate().find(|&(index, &(_, line))| {
        looks_like_row(line) || (cells(line) > 1 && is_delimiter(below(index)))
    });
    let Some((index, &(at, line))) = head else {
        return;
    };
    let indent = line.len() - line.trim_start().len();
    let cells = cells(line);
    let cure = match below(index) {
        below if is_delimiter(below) => format!(
            "give the delimiter row below it {} like the head, not {}",
            plural(cells, "cell"),
            self::cells(below),
        ),
        _ => format!("put a delimiter row below the head: |{}", "---|".repeat(cells.clamp(1, 8))),
    };
    report.error(
        Code::BrokenTable,
        at + indent..at + line.trim_end().len(),
        format!("this looks like a table but is not one: {}", shorten(line.trim())),
        format!("{cure}; a bar that belongs to the text is written \\|"),
    );
}

/// A row starts with a bar, possibly inside a quotation or a list. Rows may leave that bar out;
/// only the delimiter row below distinguishes such a head from text with a bar in it.
fn looks_like_row(line: &str) -> bool {
    line.trim_start_matches(|c: char| c.is_whitespace() || c == '>').starts_with('|')
}

fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    line.contains('-')
        && line.contains('|')
        && line.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ' | '\t' | '>'))
}

/// How many cells a row of a table has: bars that no backslash escapes separate them, those at
/// the ends do not count.
fn cells(line: &str) -> usize {
    let row = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>').trim_end();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut bars = 0;
    let mut ends_in_bar = false;
    let mut escaped = false;
    for letter in row.chars() {
        ends_in_bar = letter == '|' && !escaped;
        bars += usize::from(ends_in_bar);
        escaped = letter == '\\' && !escaped;
    }
    bars + usize::from(!ends_in_bar)
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("{count} {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_as_markdown_counts_them() {
        for (row, expected) in [
            ("| a | b |", 2),
            ("| a | b", 2),
            ("a | b", 2),
            ("|a|", 1),
            ("| a \\| b |", 1),
            ("> | a | b |", 2),
            ("| a | |", 2),
            ("|---|", 1),
        ] {
            assert_eq!(cells(row), expected, "{row}");
        }
    }
}
