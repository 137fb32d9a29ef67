//! HTML among Markdown: what it holds becomes Markdown's own elements, its tags go. What cannot be
//! shown stays [`Element::Html`], which is reported.

use std::ops::Range;

use super::tree::{Element, MAX_DEPTH, Node, fragment};
use crate::html::{HtmlToken, HtmlTokenKind, Treatment, tokens, treatment};

/// Reads the HTML in a tree whose nodes are `depth` deep.
pub(super) fn read(nodes: Vec<Node>, depth: usize) -> Vec<Node> {
    let mut read = Vec::new();
    for mut node in nodes {
        if node.element == Element::HtmlBlock {
            let mut reader = BlockReader { depth, ..BlockReader::default() };
            for html in &node.children {
                if let Element::Html(text) = &html.element {
                    reader.read(text, html.span.start);
                }
            }
            read.extend(reader.finish());
            continue;
        }
        node.children = self::read(node.children, depth + 1);
        read.push(node);
    }
    if read.iter().any(|node| matches!(node.element, Element::Html(_))) {
        read = inlines(read, depth);
    }
    read
}

/// An open tag with what it holds so far.
struct Frame {
    name: String,
    element: Option<Element>,
    start: usize,
    children: Vec<Node>,
}

/// Reads the HTML among inlines.
fn inlines(nodes: Vec<Node>, depth: usize) -> Vec<Node> {
    let mut frames =
        vec![Frame { name: String::new(), element: None, start: 0, children: Vec::new() }];
    for node in nodes {
        let Element::Html(text) = &node.element else {
            push(&mut frames, node);
            continue;
        };
        let found = tokens(text);
        let [HtmlToken { kind, .. }] = found.as_slice() else {
            push(&mut frames, node);
            continue;
        };
        match kind {
            HtmlTokenKind::Comment => {}
            HtmlTokenKind::Start { name, .. } if treatment(name) != Treatment::Refused => {
                start(kind, name, &node.span, depth, &mut frames);
            }
            HtmlTokenKind::End { name } if treatment(name) != Treatment::Refused => {
                let open = frames.iter().skip(1).rposition(|frame| frame.name == *name);
                while let Some(open) = open
                    && frames.len() > open + 1
                {
                    close(&mut frames, node.span.end);
                }
                if treatment(name) == Treatment::Block {
                    push_blank(&mut frames, &node.span);
                }
            }
            _ => push(&mut frames, node),
        }
    }
    while frames.len() > 1 {
        let end = frames.last().and_then(|frame| frame.children.last()).map(|node| node.span.end);
        let end = end.or(frames.last().map(|frame| frame.start)).unwrap_or_default();
        close(&mut frames, end);
    }
    frames.pop().map(|frame| frame.children).unwrap_or_default()
}

fn start(
    kind: &HtmlTokenKind,
    name: &str,
    span: &Range<usize>,
    depth: usize,
    frames: &mut Vec<Frame>,
) {
    let leaf = |element| Node { element, span: span.clone(), children: Vec::new() };
    let element = match name {
        "br" => return push(frames, leaf(Element::HardBreak)),
        "img" => return push(frames, image(kind, span)),
        "a" => kind.attribute("href").filter(|address| !address.is_empty()).map(|address| {
            Element::Link { address: address.to_owned(), title: String::new(), bare: false }
        }),
        "b" | "strong" => Some(Element::Strong),
        "i" | "em" | "cite" | "var" | "dfn" => Some(Element::Emphasis),
        "s" | "del" | "strike" => Some(Element::Strikethrough),
        "code" | "samp" | "tt" => Some(Element::Code(String::new())),
        _ => None,
    };
    if treatment(name) == Treatment::Block {
        push_blank(frames, span);
    }
    // A link is kept at any depth: its address would be lost.
    let is_link = matches!(element, Some(Element::Link { .. }));
    let fits = is_link || depth + frames.len() < MAX_DEPTH;
    if element.is_some() && fits && frames.len() < MAX_DEPTH {
        let (name, start) = (name.to_owned(), span.start);
        frames.push(Frame { name, element, start, children: Vec::new() });
    }
}

/// Closes the innermost frame.
fn close(frames: &mut Vec<Frame>, end: usize) {
    let Some(Frame { element, start, children, .. }) = frames.pop() else { return };
    let words = || {
        children.iter().map(|node| match &node.element {
            Element::Text(text) => Some(text.as_str()),
            _ => None,
        })
    };
    let node = |element, children| Node { element, span: start..end, children };
    match element {
        Some(Element::Code(_)) => match words().collect::<Option<String>>() {
            Some(code) => push(frames, node(Element::Code(code), Vec::new())),
            None => children.into_iter().for_each(|child| push(frames, child)),
        },
        Some(element) => push(frames, node(element, children)),
        None => children.into_iter().for_each(|child| push(frames, child)),
    }
}

fn push(frames: &mut [Frame], node: Node) {
    if let Some(frame) = frames.last_mut() {
        frame.children.push(node);
    }
}

/// Blocks that are taken away would join the words on both sides.
fn push_blank(frames: &mut [Frame], span: &Range<usize>) {
    let element = Element::Text(" ".to_owned());
    push(frames, Node { element, span: span.clone(), children: Vec::new() });
}

fn image(kind: &HtmlTokenKind, span: &Range<usize>) -> Node {
    let text = |name| kind.attribute(name).unwrap_or_default().to_owned();
    let element = Element::Image { address: text("src"), title: String::new() };
    let alt =
        Node { element: Element::Text(text("alt")), span: span.clone(), children: Vec::new() };
    Node { element, span: span.clone(), children: vec![alt] }
}

/// Reads a block of HTML.
#[derive(Default)]
struct BlockReader {
    depth: usize,
    blocks: Vec<Node>,
    /// Inlines of the block that is open.
    line: Vec<Node>,
    /// Rows of the table that is open.
    table: Option<Vec<Vec<Node>>>,
    /// Where the table starts.
    table_start: usize,
}

impl BlockReader {
    fn read(&mut self, text: &str, offset: usize) {
        let tokens = tokens(text);
        let mut tokens = tokens.iter();
        while let Some(HtmlToken { kind, span }) = tokens.next() {
            let place = offset + span.start..offset + span.end;
            match kind {
                HtmlTokenKind::Text => {
                    self.text(text.get(span.clone()).unwrap_or_default(), place.start)
                }
                HtmlTokenKind::Comment => {}
                HtmlTokenKind::OpenComment => self.refuse(text.get(span.clone()), place),
                HtmlTokenKind::Start { name, .. } | HtmlTokenKind::End { name } => {
                    match treatment(name) {
                        Treatment::Inline => self.line.push(Node {
                            element: Element::Html(
                                text.get(span.clone()).unwrap_or_default().to_owned(),
                            ),
                            span: place,
                            children: Vec::new(),
                        }),
                        Treatment::Block => self.block(kind, name, &place),
                        Treatment::Refused => {
                            // With what it holds: the source of a script is no text.
                            let is_end = |token: &&HtmlToken| matches!(&token.kind, HtmlTokenKind::End { name: end } if end == name);
                            let end = tokens.clone().find(is_end).map(|token| token.span.end);
                            let holds = matches!(kind, HtmlTokenKind::Start { .. });
                            let end = end.filter(|_| holds).unwrap_or(span.end);
                            while tokens.clone().next().is_some_and(|next| next.span.start < end) {
                                tokens.next();
                            }
                            self.refuse(text.get(span.start..end), place.start..offset + end);
                        }
                    }
                }
            }
        }
    }

    /// Text between tags is Markdown again: what is meant by `* [words](address)` is plain.
    fn text(&mut self, text: &str, offset: usize) {
        let trimmed = text.trim_start();
        if trimmed.is_empty() {
            self.blank(offset..offset + text.len());
            return;
        }
        if trimmed.len() < text.len() {
            self.blank(offset..offset + (text.len() - trimmed.len()));
        }
        let offset = offset + (text.len() - trimmed.len());
        let mut blocks = fragment(trimmed, offset, self.depth + 1);
        if let [Node { element: Element::Paragraph, children, .. }] = blocks.as_mut_slice() {
            self.line.append(children);
            if trimmed.ends_with(char::is_whitespace) {
                let end = offset + trimmed.len();
                self.blank(end..end);
            }
        } else {
            self.flush(Element::Paragraph);
            self.blocks.append(&mut blocks);
        }
    }

    fn blank(&mut self, span: Range<usize>) {
        if !self.line.is_empty() {
            let element = Element::Text(" ".to_owned());
            self.line.push(Node { element, span, children: Vec::new() });
        }
    }

    fn block(&mut self, kind: &HtmlTokenKind, name: &str, place: &Range<usize>) {
        let starts = matches!(kind, HtmlTokenKind::Start { .. });
        let mark = |element| Node { element, span: place.clone(), children: Vec::new() };
        match name {
            "td" | "th" => self.cell(),
            "tr" => {
                self.cell();
                if starts && let Some(rows) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            "table" if starts => {
                self.flush(Element::Paragraph);
                self.table = Some(Vec::new());
                self.table_start = place.start;
            }
            "table" => self.end_table(place.end),
            "summary" if !starts => self.flush(Element::Summary),
            "details" => {
                self.flush(Element::Paragraph);
                self.blocks.push(mark(if starts {
                    Element::DetailsStart
                } else {
                    Element::DetailsEnd
                }));
            }
            "hr" => {
                self.flush(Element::Paragraph);
                self.blocks.push(mark(Element::Rule));
            }
            _ if self.table.is_some() => self.blank(place.clone()),
            _ => match name.strip_prefix('h').and_then(|level| level.parse().ok()) {
                Some(level) if !starts => self.flush(Element::Heading(level)),
                _ => self.flush(Element::Paragraph),
            },
        }
    }

    /// Ends a cell of the open table.
    fn cell(&mut self) {
        if self.table.is_none() {
            self.flush(Element::Paragraph);
            return;
        }
        let line = self.take_line();
        let Some(rows) = &mut self.table else { return };
        if let (Some(first), Some(last)) = (line.first(), line.last()) {
            let span = first.span.start..last.span.end;
            if rows.is_empty() {
                rows.push(Vec::new());
            }
            if let Some(row) = rows.last_mut() {
                row.push(Node { element: Element::Cell, span, children: line });
            }
        }
    }

    fn end_table(&mut self, end: usize) {
        self.cell();
        let rows = self.table.take().unwrap_or_default();
        let rows: Vec<Node> = rows
            .into_iter()
            .filter_map(|cells| {
                let span = cells.first()?.span.start..cells.last()?.span.end;
                Some(Node { element: Element::Row, span, children: cells })
            })
            .collect();
        if !rows.is_empty() {
            let span = self.table_start..end;
            self.blocks.push(Node { element: Element::Table, span, children: rows });
        }
    }

    fn refuse(&mut self, text: Option<&str>, span: Range<usize>) {
        self.flush(Element::Paragraph);
        let element = Element::Html(text.unwrap_or_default().trim().to_owned());
        let html = Node { element, span: span.clone(), children: Vec::new() };
        self.blocks.push(Node { element: Element::HtmlBlock, span, children: vec![html] });
    }

    /// The open line, without the blanks around it.
    fn take_line(&mut self) -> Vec<Node> {
        let is_blank =
            |node: &Node| matches!(&node.element, Element::Text(text) if text.trim().is_empty());
        let mut line = inlines(std::mem::take(&mut self.line), self.depth + 1);
        let start = line.iter().position(|node| !is_blank(node)).unwrap_or(line.len());
        line.drain(..start);
        while line.last().is_some_and(is_blank) {
            line.pop();
        }
        line
    }

    fn flush(&mut self, element: Element) {
        let children = self.take_line();
        if let (Some(first), Some(last)) = (children.first(), children.last()) {
            let span = first.span.start..last.span.end;
            self.blocks.push(Node { element, span, children });
        }
    }

    fn finish(mut self) -> Vec<Node> {
        let end = self.line.last().map_or(self.table_start, |node| node.span.end);
        if self.table.is_some() {
            self.end_table(end);
        }
        self.flush(Element::Paragraph);
        self.blocks
    }
}
