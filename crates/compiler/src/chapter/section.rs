//! One company's section: blocks, links, podcasts and passages.

use std::collections::BTreeMap;
use std::slice::from_ref;

use catalog::{Block, EvidenceSource, Figure, Inline, Podcast};

use super::pieces::{self, Line, Piece, Style, words_of};
use super::run::Run;
use super::said::Said;
use super::{podcast, table};
use crate::diagnostic::{Reporter, saturating_u32};
use crate::lines::Lines;
use crate::links::{Context, Link, check_picture, parse_address};
use crate::markdown::{Element, Node};
use crate::passage::{Passage, Words, normalised};
use crate::sentence::sentences;
use crate::words::Lexicon;

/// A section, as far as it has been read.
pub(super) struct Section<'a, 'r, 'l> {
    pub(super) report: &'r mut Reporter<'a>,
    pub(super) lines: &'l Lines,
    pub(super) links: Vec<Link>,
    pub(super) podcasts: Vec<Podcast>,
    pub(super) passages: Vec<Passage>,
    /// Which resource has an address, by its normal form.
    known: BTreeMap<String, u32>,
    /// Words of a broken link that begin the next paragraph.
    carried: Option<Run>,
    lexicon: &'l Lexicon,
    /// The paragraph directly above, if it has no link.
    above: Option<String>,
    /// What the lists that are being read are about, the outermost first.
    lists: Vec<String>,
}

impl<'a, 'r, 'l> Section<'a, 'r, 'l> {
    /// A section of which nothing has been read yet.
    pub(super) const fn new(
        lexicon: &'l Lexicon,
        report: &'r mut Reporter<'a>,
        lines: &'l Lines,
    ) -> Self {
        Self {
            lexicon,
            above: None,
            lists: Vec::new(),
            report,
            lines,
            links: Vec::new(),
            podcasts: Vec::new(),
            passages: Vec::new(),
            known: BTreeMap::new(),
            carried: None,
        }
    }

    /// Reads blocks. Inlines among them, as in tight list items, are paragraphs.
    pub(super) fn blocks(&mut self, nodes: &[Node]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut groups = nodes
            .chunk_by(|one, next| one.element.is_inline() && next.element.is_inline())
            .peekable();
        while let Some(group) = groups.next() {
            let next = groups.peek().and_then(|group| group.first());
            match group {
                [node] if !node.element.is_inline() => self.block(node, next, &mut blocks),
                inlines => self.paragraph(inlines, next, &mut blocks),
            }
        }
        blocks
    }

    fn block(&mut self, node: &Node, next: Option<&Node>, blocks: &mut Vec<Block>) {
        let Node { element, span, children } = node;
        match element {
            Element::Paragraph => self.paragraph(children, next, blocks),
            Element::Heading(level) => {
                let line = pieces::read(children, self.report);
                self.prose(&line.pieces);
                let content = self.inlines(line.pieces);
                blocks.push(Block::Heading {
                    level: *level,
                    content,
                    line: self.lines.line_at(span.start),
                });
            }
            Element::Quote => {
                let quoted = self.blocks(children);
                blocks.push(Block::Quote(quoted));
            }
            Element::List(start) => {
                let about = self.above.take();
                let outer = self.lists.len();
                self.lists.extend(about);
                let items = children.iter().map(|item| self.blocks(&item.children)).collect();
                self.lists.truncate(outer);
                blocks.push(Block::List { start: *start, items });
            }
            Element::CodeBlock(language) => self.code_block(language, children, blocks),
            Element::Table => self.table(node, blocks),
            Element::Rule => blocks.push(Block::Rule),
            // What is left holds text: HTML, which is reported there.
            _ => self.paragraph(children, next, blocks),
        }
    }

    fn code_block(&mut self, language: &str, children: &[Node], blocks: &mut Vec<Block>) {
        let mut words = Words::default();
        for child in children {
            if let Element::Text(text) = &child.element {
                let first = self.lines.line_at(child.span.start);
                for (line, part) in (first..).zip(text.split_inclusive('\n')) {
                    words.push(part, line);
                }
            }
        }
        blocks.push(Block::Code { language: language.to_owned(), text: words.text().to_owned() });
        self.passages.extend(words.into_passage(EvidenceSource::Prose));
    }

    fn table(&mut self, node: &Node, blocks: &mut Vec<Block>) {
        table::check_cells(node, self.report);
        let rows: Vec<Vec<Line>> = node
            .children
            .iter()
            .map(|row| {
                let cells = row.children.iter();
                cells.map(|cell| pieces::read(&cell.children, self.report)).collect()
            })
            .collect();
        if podcast::is_headed(&rows) && rows.first().is_some_and(|head| head.len() > 1) {
            self.report.warn(
                node.span.start..node.span.start + 1,
                "a podcast's table has one column, so this is shown as any other table",
                "give head and delimiter row one cell",
            );
        } else if podcast::is_headed(&rows) {
            let episode = saturating_u32(self.podcasts.len());
            let (podcast, passages) = podcast::read(rows, node, episode, self.lines, self.report);
            self.podcasts.push(podcast);
            self.passages.extend(passages);
            return;
        }
        let text = |cell: &Line| normalised(words_of(&cell.pieces, self.lines).text());
        let heads: Vec<String> = rows.first().into_iter().flatten().map(text).collect();
        let firsts: Vec<Option<String>> = rows.iter().map(|row| row.first().map(text)).collect();
        let mut table = Vec::new();
        for (number, (row, first)) in rows.into_iter().zip(firsts).enumerate() {
            let mut cells = Vec::new();
            for (column, cell) in row.into_iter().enumerate() {
                let place = Context {
                    row: first.clone().filter(|_| column > 0),
                    column: heads.get(column).cloned().filter(|_| number > 0),
                    ..Context::default()
                };
                cells.push(self.cell(cell.pieces, &place));
            }
            table.push(cells);
        }
        blocks.push(Block::Table(table));
    }

    /// A cell, given the first one of its row and the head of its column.
    fn cell(&mut self, pieces: Vec<Piece>, place: &Context) -> Vec<Inline> {
        let mut labelled = Labelled::default();
        let inlines = pieces.into_iter();
        let content =
            inlines.filter_map(|piece| self.labelled_inline(piece, &mut labelled)).collect();
        self.finish(labelled, place);
        content
    }

    /// A paragraph, split at its pictures. `next` is the block after it.
    fn paragraph(&mut self, nodes: &[Node], next: Option<&Node>, blocks: &mut Vec<Block>) {
        table::check_paragraph(nodes, self.report);
        let Line { mut pieces, unfinished } = pieces::read(nodes, self.report);
        if let Some(mut carried) = self.carried.take() {
            if let Some(Piece::Text(first)) = pieces.first_mut() {
                carried.push(" ", nodes.first().map_or(0, |node| node.span.start));
                carried.append(first);
                *first = carried;
            } else {
                pieces.insert(0, Piece::Text(carried));
            }
        }
        let next_is_paragraph = next.is_some_and(|next| next.element == Element::Paragraph);
        if unfinished
            && next_is_paragraph
            && let Some(Piece::Text(rest)) = pieces.last()
        {
            self.carried =
                Some(rest.slice(rest.text.len() - rest.text.trim_start().len()..rest.text.len()));
            pieces.pop();
        }
        let line = nodes.first().map_or(1, |node| self.lines.line_at(node.span.start));
        let mut labelled = Labelled::default();
        let mut content = Vec::new();
        for piece in pieces {
            if let Piece::Image { source, caption, attributes, span } = piece {
                push_paragraph(std::mem::take(&mut content), line, blocks);
                if let Err(fault) = check_picture(&source) {
                    self.report.error(
                        span.clone(),
                        format!("the picture's address {source:?} cannot be shown: {fault}"),
                        "give a path such as /images/name.jpg or an https address",
                    );
                }
                self.prose(from_ref(&Piece::Text(caption.clone())));
                blocks.push(Block::Figure(Figure {
                    src: source,
                    caption: normalised(&caption.text),
                    label: attributes.label,
                    width: attributes.width,
                    diagram: None,
                    line: self.lines.line_at(span.start),
                }));
                for other in attributes.others {
                    self.report.warn(
                        span.clone(),
                        format!("the picture's attribute {other} is not shown on the site"),
                        "remove it; only label and width of a picture are kept",
                    );
                }
            } else {
                let inline = self.labelled_inline(piece, &mut labelled);
                content.extend(inline);
            }
        }
        push_paragraph(content, line, blocks);
        self.above = labelled.said.without_links();
        self.finish(labelled, &Context::default());
    }

    /// One piece of a paragraph, where words before a bare address may be its label.
    fn labelled_inline(&mut self, piece: Piece, labelled: &mut Labelled) -> Option<Inline> {
        match &piece {
            Piece::Link { bare: true, span, .. } => {
                let label = labelled.take_label(self.lexicon);
                let line = self.lines.line_at(span.start);
                let text = label.as_ref().map(|words| normalised(words.text()));
                let (inline, resource) = self.link(piece, text, line);
                labelled.said.add_link(None, resource);
                if let (Some(label), Some(resource)) = (label, resource) {
                    self.passages.extend(label.into_passage(EvidenceSource::Label(resource)));
                }
                Some(inline)
            }
            Piece::Link { words, span, .. } => {
                let words = words_of(words, self.lines);
                let line = self.lines.line_at(span.start);
                let (inline, resource) = self.link(piece, Some(normalised(words.text())), line);
                labelled.push_link(words, resource);
                Some(inline)
            }
            _ => {
                piece.add_to(&mut labelled.pending, self.lines);
                match piece {
                    Piece::Break(_) => labelled.said.add_break(),
                    _ => labelled.said.add_words(words_of(from_ref(&piece), self.lines).text()),
                }
                self.inline(piece)
            }
        }
    }

    /// Words beside links are prose with the links' words in it; links alone are labels. `place` is
    /// where in a table they are.
    fn finish(&mut self, labelled: Labelled, place: &Context) {
        let Labelled { mut prose, pending, links, said } = labelled;
        for (resource, mut context) in said.contexts(&self.lexicon.abbreviations) {
            context.before.extend(self.lists.iter().rev().cloned());
            context.row.clone_from(&place.row);
            context.column.clone_from(&place.column);
            if let Some(link) = self.links.get_mut(resource as usize)
                && link.context == Context::default()
            {
                link.context = context;
            }
        }
        prose.append(&pending);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let of_links: usize = links.iter().map(|(words, _)| letters(words.text())).sum();
        if letters(prose.text()) > of_links {
            self.passages.extend(prose.into_passage(EvidenceSource::Prose));
        } else {
            for (words, resource) in links {
                let source = resource.map_or(EvidenceSource::Prose, EvidenceSource::Label);
                self.passages.extend(words.into_passage(source));
            }
        }
    }

    /// Notes the words of a heading, a cell or a caption as a passage.
    fn prose(&mut self, pieces: &[Piece]) {
        self.passages.extend(words_of(pieces, self.lines).into_passage(EvidenceSource::Prose));
    }

    /// Pieces outside of paragraphs, where only a link's own words are its label.
    fn inlines(&mut self, pieces: Vec<Piece>) -> Vec<Inline> {
        pieces.into_iter().filter_map(|piece| self.inline(piece)).collect()
    }

    fn inline(&mut self, piece: Piece) -> Option<Inline> {
        Some(match piece {
            Piece::Text(run) if run.text.is_empty() => return None,
            Piece::Text(run) => Inline::Text(run.text),
            Piece::Code(run) => Inline::Code(run.text),
            Piece::Break(_) => Inline::Break,
            Piece::Styled(style, pieces) => {
                let content = self.inlines(pieces);
                match style {
                    Style::Emphasis => Inline::Emphasis(content),
                    Style::Strong => Inline::Strong(content),
                    Style::Strikethrough => Inline::Strikethrough(content),
                }
            }
            Piece::Link { bare, ref words, ref span, .. } => {
                let words = words_of(words, self.lines);
                let label = (!bare).then(|| normalised(words.text()));
                let line = self.lines.line_at(span.start);
                self.link(piece, label, line).0
            }
            Piece::Image { caption, span, .. } => {
                self.report.error(
                    span,
                    "a picture is inside a link, a heading, a table or stressed text",
                    "give it a paragraph of its own",
                );
                Inline::Text(caption.text)
            }
        })
    }

    /// A link with its resource; only its words when its address is refused.
    fn link(&mut self, piece: Piece, label: Option<String>, line: u32) -> (Inline, Option<u32>) {
        let Piece::Link { address, words, span, .. } = piece else {
            return (Inline::Text(String::new()), None);
        };
        let content = self.inlines(words);
        let url = match parse_address(&address) {
            Ok(url) => url,
            Err(fault) => {
                self.report.error(
                    span,
                    format!("the address {address:?} is not a link: {fault}"),
                    "write a complete address such as https://example.com/page",
                );
                // Keeps the words without a link.
                return (Inline::Emphasis(content), None);
            }
        };
        let label = label.filter(|label| label.contains(char::is_alphanumeric));
        let index = saturating_u32(self.links.len());
        let resource = *self.known.entry(url.as_str().to_owned()).or_insert(index);
        if resource == index {
            let context = Context::default();
            self.links.push(Link { url, address, label, context, lines: vec![line] });
        } else if let Some(earlier) = self.links.get_mut(resource as usize) {
            let first = earlier.lines.first().copied().unwrap_or(line);
            self.report.warn(
                span,
                format!("the section links to {address} in line {first} already"),
                "remove one of the two links",
            );
            earlier.label = earlier.label.take().or(label);
            if earlier.lines.last() != Some(&line) {
                earlier.lines.push(line);
            }
        }
        (Inline::Link { resource, content }, Some(resource))
    }
}

/// The words of a paragraph on their way into passages.
#[derive(Default)]
struct Labelled {
    /// Words that are no label.
    prose: Words,
    /// Words since the last bare address: a label, if they end in a colon before the next one.
    pending: Words,
    /// The words of links, each with its resource.
    links: Vec<(Words, Option<u32>)>,
    /// All of it, in order.
    said: Said,
}

impl Labelled {
    fn push_link(&mut self, words: Words, resource: Option<u32>) {
        self.pending.append(&words);
        self.said.add_link(Some(words.text()), resource);
        self.links.push((words, resource));
    }

    /// Takes the label of the bare address that follows: the text between the last sentence and a
    /// colon.
    fn take_label(&mut self, lexicon: &Lexicon) -> Option<Words> {
        let pending = std::mem::take(&mut self.pending);
        let text = pending.text();
        let end = text.trim_end().len();
        let Some(before_colon) = text.get(..end).and_then(|text| text.strip_suffix(':')) else {
            self.prose.append(&pending);
            return None;
        };
        let start =
            sentences(before_colon, &lexicon.abbreviations).pop().map_or(0, |last| last.start);
        // What only separates it from the address before: ", video:".
        let leads_over = |c: char| c.is_whitespace() || ",;-–—•*·|/&)]".contains(c);
        let sentence = &before_colon[start..];
        let mut label = sentence.trim_start_matches(leads_over);
        if let Some((word, rest)) = label.split_once(' ')
            && before_colon[..start].trim().is_empty()
            && !self.said.has_no_link()
            && lexicon.usage_words.joins(&word.to_lowercase())
        {
            label = rest.trim_start();
        }
        let start = before_colon.len() - label.len();
        self.prose.append(&pending.slice(0..start));
        Some(pending.slice(start..before_colon.len()))
    }
}

fn push_paragraph(mut content: Vec<Inline>, line: u32, blocks: &mut Vec<Block>) {
    // Blanks around a picture that was in the paragraph.
    if let Some(Inline::Text(text)) = content.first_mut() {
        text.drain(..text.len() - text.trim_start().len());
    }
    if let Some(Inline::Text(text)) = content.last_mut() {
        text.truncate(text.trim_end().len());
    }
    content.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    if !content.is_empty() {
        blocks.push(Block::Paragraph { content, line });
    }
}
