//! Markdown as a tree with byte ranges.
//!
//! The dialect is GitHub's: CommonMark with tables, footnotes, task lists and `~~strikethrough~~`.
//! Front matter, comments and the tags of HTML are passed over. [`Document`] lists what that dialect
//! drops silently.

mod front_matter;
mod html;

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

/// How deep blocks and inlines may nest. No case study needs more, and the JSON of a deeper one
/// could not be read back within serde_json's limit of 128.
pub(crate) const MAX_DEPTH: usize = 16;

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

/// An element with its place and what it holds.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) element: Element,
    /// Byte range in the source.
    pub(crate) span: Range<usize>,
    pub(crate) children: Vec<Node>,
}

/// What a [`Node`] is. Blocks first, then inlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    Paragraph,
    /// With its level, 1 to 6.
    Heading(u8),
    Quote,
    /// With the language its fence names.
    CodeBlock(String),
    /// HTML that cannot be shown.
    HtmlBlock,
    /// The start and the end of a `<details>`, and its summary between them.
    DetailsStart,
    DetailsEnd,
    Summary,
    /// A footnote, with the name that references have.
    Footnote(String),
    /// With the first number of a numbered list.
    List(Option<u64>),
    Item,
    Table,
    /// The head of a table is its first row.
    Row,
    Cell,
    Rule,
    Emphasis,
    Strong,
    Strikethrough,
    /// `bare`: the source has only the address: `<https://…>`.
    Link {
        address: String,
        title: String,
        bare: bool,
    },
    Image {
        address: String,
        title: String,
    },
    Text(String),
    /// With the name of the footnote.
    FootnoteReference(String),
    Code(String),
    Html(String),
    SoftBreak,
    HardBreak,
}

impl Element {
    /// Whether it is inline.
    pub(crate) const fn is_inline(&self) -> bool {
        matches!(
            self,
            Self::Emphasis
                | Self::Strong
                | Self::Strikethrough
                | Self::Link { .. }
                | Self::Image { .. }
                | Self::Text(_)
                | Self::FootnoteReference(_)
                | Self::Code(_)
                | Self::Html(_)
                | Self::SoftBreak
                | Self::HardBreak
        )
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

/// The blocks of a text that starts at `offset` of the file and `depth` deep in its tree.
fn fragment(text: &str, offset: usize, depth: usize) -> Vec<Node> {
    let mut tree = Tree::new(text, offset, MAX_DEPTH.saturating_sub(depth));
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        tree.add(event, span);
    }
    tree.finish().0
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// Turns events into a tree, with an explicit stack: input decides how deep it nests.
struct Tree<'t> {
    text: &'t str,
    /// Where the text begins in the file.
    start: usize,
    max_depth: usize,
    roots: Vec<Node>,
    /// Open elements.
    open: Vec<Node>,
    /// How many open elements past `max_depth` have no node.
    flattened: usize,
    too_deep: Vec<Range<usize>>,
}

impl<'t> Tree<'t> {
    const fn new(text: &'t str, start: usize, max_depth: usize) -> Self {
        Self {
            text,
            start,
            max_depth,
            roots: Vec::new(),
            open: Vec::new(),
            flattened: 0,
            too_deep: Vec::new(),
        }
    }

    fn add(&mut self, event: Event<'_>, span: Range<usize>) {
        let source = self.text.get(span.clone()).unwrap_or_default();
        // `~20 nodes~` is about 20 nodes.
        let is_approximate = source.starts_with('~') && !source.starts_with("~~");
        let span = self.start + span.start..self.start + span.end;
        match event {
            Event::Start(_) if self.open.len() >= self.max_depth => {
                if self.flattened == 0 {
                    self.too_deep.push(span);
                }
                self.flattened += 1;
            }
            Event::Start(tag) => {
                self.open.push(Node { element: container(tag), span, children: Vec::new() });
            }
            Event::End(_) if self.flattened > 0 => self.flattened -= 1,
            Event::End(end) => {
                let Some(mut node) = self.open.pop() else { return };
                if node.element == Element::HtmlBlock {
                    node.children = self.join_lines(&node.children).into_iter().collect();
                }
                if end == TagEnd::Strikethrough && is_approximate {
                    let mark = |span| Node {
                        element: Element::Text("~".to_owned()),
                        span,
                        children: Vec::new(),
                    };
                    self.append(mark(node.span.start..node.span.start + 1));
                    node.children.into_iter().for_each(|child| self.append(child));
                    self.append(mark(node.span.end - 1..node.span.end));
                } else {
                    self.append(node);
                }
            }
            leaf => {
                if let Some(element) = self::leaf(leaf) {
                    self.append(Node { element, span, children: Vec::new() });
                }
            }
        }
    }

    fn append(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => self.roots.push(node),
        }
    }

    /// The lines of a block of HTML as one element, blanks around it left out.
    fn join_lines(&self, lines: &[Node]) -> Option<Node> {
        let said = |line: &Node| match &line.element {
            Element::Html(text) | Element::Text(text) => text.clone(),
            _ => String::new(),
        };
        let first = lines.iter().find(|line| !said(line).trim().is_empty())?;
        let last = lines.iter().rfind(|line| !said(line).trim().is_empty())?;
        let (before, after) = (said(first), said(last));
        let start = first.span.start + (before.len() - before.trim_start().len());
        let end = last.span.end - (after.len() - after.trim_end().len());
        let joined: String = lines.iter().map(said).collect();
        let joined = joined.trim();
        // The source itself has the right places, but inside of a quotation it has its signs too.
        let source = self.text.get(start - self.start..end - self.start).unwrap_or_default();
        let is_same = source.replace("\r\n", "\n") == joined.replace("\r\n", "\n");
        let text = if is_same { source } else { joined };
        let element = Element::Html(text.to_owned());
        Some(Node { element, span: start..end, children: Vec::new() })
    }

    fn finish(mut self) -> (Vec<Node>, Vec<Range<usize>>) {
        while let Some(node) = self.open.pop() {
            self.append(node);
        }
        (self.roots, self.too_deep)
    }
}

fn container(tag: Tag<'_>) -> Element {
    match tag {
        Tag::Heading { level, .. } => Element::Heading(level as u8),
        Tag::BlockQuote(_) => Element::Quote,
        Tag::CodeBlock(CodeBlockKind::Fenced(language)) => Element::CodeBlock(language.to_string()),
        Tag::CodeBlock(CodeBlockKind::Indented) => Element::CodeBlock(String::new()),
        Tag::HtmlBlock => Element::HtmlBlock,
        Tag::List(start) => Element::List(start),
        Tag::Item => Element::Item,
        Tag::FootnoteDefinition(name) => Element::Footnote(name.to_string()),
        Tag::Table(_) => Element::Table,
        Tag::TableHead | Tag::TableRow => Element::Row,
        Tag::TableCell => Element::Cell,
        Tag::Emphasis => Element::Emphasis,
        Tag::Strong => Element::Strong,
        Tag::Strikethrough => Element::Strikethrough,
        Tag::Link { link_type, dest_url, title, .. } => {
            let bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
            let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
            Element::Link { address: format!("{scheme}{dest_url}"), title: title.to_string(), bare }
        }
        Tag::Image { dest_url, title, .. } => {
            Element::Image { address: dest_url.to_string(), title: title.to_string() }
        }
        // The rest belongs to extensions that are off.
        _ => Element::Paragraph,
    }
}

fn leaf(event: Event<'_>) -> Option<Element> {
    Some(match event {
        Event::Text(text) => Element::Text(text.to_string()),
        Event::Code(text) => Element::Code(text.to_string()),
        Event::Html(text) | Event::InlineHtml(text) => Element::Html(text.to_string()),
        Event::FootnoteReference(name) => Element::FootnoteReference(name.to_string()),
        Event::SoftBreak => Element::SoftBreak,
        Event::HardBreak => Element::HardBreak,
        Event::Rule => Element::Rule,
        // The boxes of task lists; the rest belongs to extensions that are off.
        _ => return None,
    })
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
