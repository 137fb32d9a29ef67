//! Markdown as a tree with byte ranges.
//!
//! The dialect is GitHub's: CommonMark with tables, footnotes, task lists and `~~strikethrough~~`.
//! Front matter, comments and the tags of HTML are passed over. [`Document`] lists what that dialect
//! drops silently.

mod front_matter;
mod html;
mod tree;

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, LinkType, Parser};

use tree::{Tree, options};

pub(crate) use tree::{Element, MAX_DEPTH, Node};

/// What some editors put before a text saved as UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A parsed text.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// The blocks, in order.
    pub(crate) nodes: Vec<Node>,
    /// References such as `[text][name]` whose definition is missing; the tree has them as text.
    pub(crate) unresolved: Vec<Range<usize>>,
    /// Definitions such as `[name]: https://…` whose address no link has.
    pub(crate) unused_definitions: Vec<Range<usize>>,
    /// Lines that hold text but are part of neither a block nor a definition: definitions of a
    /// name that is defined already.
    pub(crate) ignored: Vec<Range<usize>>,
    /// Elements that nest deeper than [`MAX_DEPTH`]; the tree has their content without them.
    pub(crate) too_deep: Vec<Range<usize>>,
}

impl Document {
    /// Adds what follows in the same text.
    pub(crate) fn append(&mut self, mut next: Self) {
        self.nodes.append(&mut next.nodes);
        self.unresolved.append(&mut next.unresolved);
        self.unused_definitions.append(&mut next.unused_definitions);
        self.ignored.append(&mut next.ignored);
        self.too_deep.append(&mut next.too_deep);
    }
}

/// Parses a text. Every text is Markdown, so this never fails. A byte order mark before it is no
/// part of it; ranges count its bytes all the same.
pub(crate) fn parse(text: &str) -> Document {
    let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let after_mark = text.get(mark..).unwrap_or_default();
    parse_part(text, mark + front_matter::length(after_mark)..text.len())
}

/// Parses a text up to `end` as if it ended there.
pub(crate) fn parse_until(text: &str, end: usize) -> Document {
    parse(text.get(..end).unwrap_or_default())
}

/// Parses a part of a text by itself; ranges are those of the whole text.
pub(crate) fn parse_part(text: &str, part: Range<usize>) -> Document {
    let start = part.start;
    let text = text.get(part).unwrap_or_default();
    let in_file = |span: Range<usize>| start + span.start..start + span.end;
    let unresolved = RefCell::new(Vec::new());
    let note_unresolved = |link: BrokenLink<'_>| {
        // A lone `[word]` is more often just that than a reference without its definition.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            unresolved.borrow_mut().push(in_file(link.span));
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(note_unresolved));
    let mut definitions: Vec<(Range<usize>, String)> = parser
        .reference_definitions()
        .iter()
        .map(|(_, definition)| (in_file(definition.span.clone()), definition.dest.to_string()))
        .collect();
    definitions.sort_by_key(|(span, _)| span.start);

    let mut document = Document::default();
    let mut tree = Tree::new(text, start, MAX_DEPTH);
    for (event, span) in parser.into_offset_iter() {
        tree.add(event, span);
    }
    let (nodes, too_deep) = tree.finish();
    document.ignored = ignored_lines(text, start, &nodes, &definitions);
    document.nodes = html::read(nodes, 0);
    document.too_deep = too_deep;
    document.unused_definitions = definitions
        .iter()
        .filter(|(_, address)| !tree_links_to(&document.nodes, address))
        .map(|(span, _)| span.clone())
        .collect();
    document.unresolved = unresolved.into_inner();
    document.unresolved.sort_by_key(|span| (span.start, span.end));
    document.unresolved.dedup();
    document
}

fn tree_links_to(nodes: &[Node], wanted: &str) -> bool {
    nodes.iter().any(|node| {
        matches!(&node.element, Element::Link { address, .. } | Element::Image { address, .. } if address == wanted)
            || tree_links_to(&node.children, wanted)
    })
}

/// `start` is where `text` begins in the file.
fn ignored_lines(
    text: &str,
    start: usize,
    nodes: &[Node],
    definitions: &[(Range<usize>, String)],
) -> Vec<Range<usize>> {
    let mut covered: Vec<Range<usize>> = nodes.iter().map(|node| node.span.clone()).collect();
    covered.extend(definitions.iter().map(|(span, _)| span.clone()));
    covered.sort_by_key(|span| span.start);
    // Ranges overlap where a definition is inside a quotation; the furthest end so far is
    // what counts.
    let mut covered = covered.into_iter().peekable();
    let (mut covered_to, mut offset) = (0, start);
    let mut ignored = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = offset + line.len();
        while let Some(span) = covered.next_if(|span| span.start < end) {
            covered_to = covered_to.max(span.end);
        }
        if covered_to <= offset && !line.trim().is_empty() {
            let indent = line.len() - line.trim_start().len();
            ignored.push(offset + indent..offset + line.trim_end().len());
        }
        offset = end;
    }
    ignored
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices<'a>(text: &'a str, spans: &[Range<usize>]) -> Vec<&'a str> {
        spans.iter().map(|span| &text[span.clone()]).collect()
    }

    #[test]
    fn what_the_dialect_drops_is_listed() {
        let text = "[a][nowhere] [b]\n\n[one]: https://one.example\n[one]: https://two.example\n";
        let document = parse(text);
        assert_eq!(slices(text, &document.unresolved), ["[a][nowhere]"]);
        assert_eq!(slices(text, &document.unused_definitions), ["[one]: https://one.example"]);
        assert_eq!(slices(text, &document.ignored), ["[one]: https://two.example"]);
    }

    #[test]
    fn a_used_definition_is_not_listed() {
        let document = parse("[a][one]\n\n[one]: https://one.example\n");
        assert!(document.unused_definitions.is_empty());
        assert!(document.ignored.is_empty());
    }

    #[test]
    fn nesting_ends_at_the_limit_and_keeps_the_words() {
        let document = parse(&format!("{}deep", ">".repeat(5_000)));
        assert_eq!(document.too_deep.len(), 1);
        let mut node = &document.nodes[0];
        let mut depth = 1;
        while let Some(child) = node.children.first() {
            node = child;
            depth += 1;
        }
        assert_eq!(depth, MAX_DEPTH + 1);
        assert_eq!(node.element, Element::Text("deep".to_owned()));
    }

    #[test]
    fn html_that_cannot_be_shown_is_one_element_with_what_it_holds() {
        let text = "a\n\n  <script>\r\n  x\r\n\r\n</script>\r\n\nb\n";
        let document = parse(text);
        let [_, block, _] = document.nodes.as_slice() else {
            panic!("{document:?}");
        };
        let [html] = block.children.as_slice() else {
            panic!("{block:?}");
        };
        assert_eq!(
            slices(text, std::slice::from_ref(&html.span)),
            ["<script>\r\n  x\r\n\r\n</script>"]
        );
    }
}
