//! The tree of a Markdown text.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

/// How deep blocks and inlines may nest. No case study needs more, and the JSON of a deeper one
/// could not be read back within serde_json's limit of 128.
pub(crate) const MAX_DEPTH: usize = 16;

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

/// The blocks of a text that starts at `offset` of the file and `depth` deep in its tree.
pub(super) fn fragment(text: &str, offset: usize, depth: usize) -> Vec<Node> {
    let mut tree = Tree::new(text, offset, MAX_DEPTH.saturating_sub(depth));
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        tree.add(event, span);
    }
    tree.finish().0
}

pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// Turns events into a tree, with an explicit stack: input decides how deep it nests.
pub(super) struct Tree<'t> {
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
    pub(super) const fn new(text: &'t str, start: usize, max_depth: usize) -> Self {
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

    pub(super) fn add(&mut self, event: Event<'_>, span: Range<usize>) {
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

    pub(super) fn finish(mut self) -> (Vec<Node>, Vec<Range<usize>>) {
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
