//! One company's section: blocks, links, podcasts and passages.

use std::collections::BTreeMap;
use std::slice::from_ref;

use catalog::{Block, EvidenceSource, Figure, Inline, Podcast};

use super::labelled::Labelled;
use super::pieces::{self, Line, Piece, Style, words_of};
use super::run::Run;
use super::target::{page, refuse};
use super::{code, podcast, table};
use crate::diagnostic::{Code, Reporter, saturating_u32};
use crate::lines::Lines;
use crate::links::{Context, Link, check_picture, resolve};
use crate::markdown::{Element, Node};
use crate::metadata::shapes::ChapterLayout;
use crate::passage::{Passage, Words, normalised};

/// A section, as far as it has been read.
pub(super) struct Section<'a, 'r, 'l> {
    layout: ChapterLayout<'l>,
    pub(super) report: &'r mut Reporter<'a>,
    pub(super) lines: &'l Lines,
    pub(super) links: Vec<Link>,
    pub(super) podcasts: Vec<Podcast>,
    pub(super) passages: Vec<Passage>,
    /// Which resource has an address, by its normal form.
    known: BTreeMap<String, u32>,
    /// Words of a broken link that begin the next paragraph.
    carried: Option<Run>,
    /// The paragraph directly above, if it has no link.
    above: Option<String>,
    /// What the lists that are being read are about, the outermost first.
    lists: Vec<String>,
}

impl<'a, 'r, 'l> Section<'a, 'r, 'l> {
    /// A section of which nothing has been read yet.
    pub(super) const fn new(
        layout: ChapterLayout<'l>,
        report: &'r mut Reporter<'a>,
        lines: &'l Lines,
    ) -> Self {
        Self {
            layout,
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
                inlines => {
                    table::check_paragraph(inlines, self.report);
                    self.paragraph(inlines, next, &mut blocks);
                }
            }
        }
        blocks
    }

    fn block(&mut self, node: &Node, next: Option<&Node>, blocks: &mut Vec<Block>) {
        let Node { element, span, children } = node;
        match element {
            Element::Paragraph => {
                table::check_paragraph(children, self.report);
                self.paragraph(children, next, blocks);
            }
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
            Element::CodeBlock(language) => {
                code::check(node, self.report);
                self.code_block(language, children, blocks);
            }
            Element::Footnote(name) => {
                let mut footnote = self.blocks(children);
                let mark = Inline::Text(format!("[{name}] "));
                match footnote.first_mut() {
                    Some(Block::Paragraph { content, .. }) => content.insert(0, mark),
                    _ => {
                        let line = self.lines.line_at(span.start);
                        footnote.insert(0, Block::Paragraph { content: vec![mark], line });
                    }
                }
                blocks.append(&mut footnote);
            }
            Element::Summary => {
                let line = pieces::read(children, self.report);
                self.prose(&line.pieces);
                let content = vec![Inline::Strong(self.inlines(line.pieces))];
                blocks.push(Block::Paragraph { content, line: self.lines.line_at(span.start) });
            }
            Element::DetailsStart | Element::DetailsEnd => {}
            Element::Table => self.table(node, blocks),
            Element::Rule => blocks.push(Block::Rule),
            // What is left holds text: cells of a table of companies, and HTML, which is reported
            // there.
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
        let rows = match podcast::cells(rows, self.layout.podcasts) {
            Ok(cells) => {
                self.podcast(cells, node);
                return;
            }
            Err(rows) => rows,
        };
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
        let mut content = Vec::new();
        for piece in pieces {
            self.labelled_inline(piece, &mut labelled, &mut content);
        }
        self.finish(labelled, place);
        content
    }

    /// An episode. Links of its table that are neither video nor audio are resources that stand with
    /// it.
    fn podcast(&mut self, cells: podcast::Cells, table: &Node) {
        let index = saturating_u32(self.podcasts.len());
        let reading =
            podcast::read(cells, table, index, self.layout.podcasts, self.lines, self.report);
        let mut podcast = reading.podcast;
        self.passages.extend(reading.passages);
        for link in reading.others {
            // An address without words is not named by the episode.
            let is_named = !matches!(link.as_slice(), [Piece::Link { bare: true, .. }]);
            let row = is_named.then(|| podcast.title.clone());
            let place = Context { row, ..Context::default() };
            for inline in self.cell(link, &place) {
                if let Inline::Link { resource, .. } = inline {
                    podcast.resources.push(resource);
                }
            }
        }
        self.podcasts.push(podcast);
    }

    /// A paragraph, split at its pictures. `next` is the block after it.
    fn paragraph(&mut self, nodes: &[Node], next: Option<&Node>, blocks: &mut Vec<Block>) {
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
            podcast::check_paragraph(&piece, self.layout.podcasts, self.report);
            if let Piece::Image { source, caption, attributes, span } = piece {
                push_paragraph(std::mem::take(&mut content), line, blocks);
                if let Err(fault) = check_picture(&source) {
                    self.report.error(
                        Code::PictureAddress,
                        span.clone(),
                        format!("the picture's address {source:?} cannot be shown: {fault}"),
                        "give a path such as /images/name.jpg or an https address",
                    );
                }
                if !caption.text.contains(char::is_alphanumeric) {
                    self.report.warn(
                        Code::PictureWithoutWords,
                        span.clone(),
                        "the picture has no words for readers who cannot see it",
                        format!("say what it shows: ![words]({source})"),
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
                        Code::LostAttributes,
                        span.clone(),
                        format!("the picture's attribute {other} is not shown on the site"),
                        "remove it; only label and width of a picture are kept",
                    );
                }
            } else {
                self.labelled_inline(piece, &mut labelled, &mut content);
            }
        }
        push_paragraph(content, line, blocks);
        self.above = labelled.said.without_links();
        self.finish(labelled, &Context::default());
    }

    /// One piece of a paragraph, where words before a bare address may be its label.
    fn labelled_inline(
        &mut self,
        piece: Piece,
        labelled: &mut Labelled,
        content: &mut Vec<Inline>,
    ) {
        match &piece {
            Piece::Link { bare: true, span, .. } => {
                let line = self.lines.line_at(span.start);
                let lexicon = self.layout.lexicon;
                let after = self.report.file.text.get(span.end..).unwrap_or_default();
                let label = match after.trim_start_matches([' ', '\t', '\\']).chars().next() {
                    None | Some('\n' | '\r') => labelled.take_label(lexicon, Some(line)),
                    Some(_) => labelled.take_label(lexicon, None),
                };
                let text = label.as_ref().map(|words| normalised(words.text()));
                let resource = self.link(piece, text, line, content);
                labelled.said.add_link(None, resource);
                if let (Some(label), Some(resource)) = (label, resource) {
                    self.passages.extend(label.into_passage(EvidenceSource::Label(resource)));
                }
            }
            Piece::Link { words, span, .. } => {
                let words = words_of(words, self.lines);
                let line = self.lines.line_at(span.start);
                let label = normalised(words.text());
                let resource = self.link(piece, Some(label), line, content);
                labelled.push_link(words, resource);
            }
            _ => {
                piece.add_to(&mut labelled.pending, self.lines);
                match piece {
                    Piece::Break(_) => labelled.said.add_break(),
                    _ => labelled.said.add_words(words_of(from_ref(&piece), self.lines).text()),
                }
                self.inline(piece, content);
            }
        }
    }

    /// Words beside links are prose with the links' words in it; links alone are labels. `place` is
    /// where in a table they are.
    fn finish(&mut self, labelled: Labelled, place: &Context) {
        let Labelled { mut prose, pending, links, said } = labelled;
        for (resource, mut context) in said.contexts(&self.layout.lexicon.abbreviations) {
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
        let mut content = Vec::new();
        for piece in pieces {
            self.inline(piece, &mut content);
        }
        content
    }

    fn inline(&mut self, piece: Piece, content: &mut Vec<Inline>) {
        match piece {
            Piece::Text(run) if run.text.is_empty() => {}
            Piece::Text(run) => content.push(Inline::Text(run.text)),
            Piece::Code(run) => content.push(Inline::Code(run.text)),
            Piece::Break(_) => content.push(Inline::Break),
            Piece::Styled(style, pieces) => {
                let styled = self.inlines(pieces);
                content.push(match style {
                    Style::Emphasis => Inline::Emphasis(styled),
                    Style::Strong => Inline::Strong(styled),
                    Style::Strikethrough => Inline::Strikethrough(styled),
                });
            }
            Piece::Link { bare, ref words, ref span, .. } => {
                let words = words_of(words, self.lines);
                let label = (!bare).then(|| normalised(words.text()));
                let line = self.lines.line_at(span.start);
                self.link(piece, label, line, content);
            }
            Piece::Image { caption, source, span, .. } => {
                self.report.warn(
                    Code::PictureNotShown,
                    span,
                    format!(
                        "the picture {source} is inside of a link, a heading, a table or stressed \
                         text, where it is not shown"
                    ),
                    "give it a paragraph of its own, or remove it",
                );
                content.push(Inline::Text(caption.text));
            }
        }
    }

    /// A link, with its resource; only its words when its address leads to no page.
    fn link(
        &mut self,
        piece: Piece,
        label: Option<String>,
        line: u32,
        content: &mut Vec<Inline>,
    ) -> Option<u32> {
        let Piece::Link { address, words, span, .. } = piece else { return None };
        let words = self.inlines(words);
        let (url, address) = match resolve(&address, self.layout.base) {
            Ok(resolved) => resolved,
            Err(fault) => {
                refuse(&address, &fault, span, self.report);
                content.extend(words);
                return None;
            }
        };
        let label = label.filter(|label| label.contains(char::is_alphanumeric));
        let index = saturating_u32(self.links.len());
        let resource = *self.known.entry(page(&url)).or_insert(index);
        if resource == index {
            let context = Context::default();
            self.links.push(Link { url, address, label, context, lines: vec![line] });
        } else if let Some(earlier) = self.links.get_mut(resource as usize) {
            let first = earlier.lines.first().copied().unwrap_or(line);
            let spelling = match earlier.url == url {
                true => String::new(),
                false => format!(", written as {}", earlier.address),
            };
            self.report.warn(
                Code::RepeatedLink,
                span,
                format!("the section links to {address} in line {first} already{spelling}"),
                "remove one of the two links",
            );
            earlier.label = earlier.label.take().or(label);
            if earlier.lines.last() != Some(&line) {
                earlier.lines.push(line);
            }
        }
        content.push(Inline::Link { resource, content: words });
        Some(resource)
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
