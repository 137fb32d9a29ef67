//! Inline Markdown with its places in the source, and the repair of malformed links and Pandoc
//! residue.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::run::Run;
use crate::diagnostic::{Code, Reporter};
use crate::lines::Lines;
use crate::links::{find_addresses, find_hosts};
use crate::markdown::{Element, Node};
use crate::pandoc::{self, Attributes};
use crate::passage::Words;

/// How text is emphasised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Emphasis,
    Strong,
    Strikethrough,
}

/// A part of a line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(Run),
    Code(Run),
    /// A hard line break, with its place.
    Break(usize),
    Styled(Style, Vec<Piece>),
    Link {
        address: String,
        /// For a bare address, the address.
        words: Vec<Piece>,
        bare: bool,
        span: Range<usize>,
    },
    Image {
        source: String,
        caption: Run,
        attributes: Attributes,
        span: Range<usize>,
    },
}

impl Piece {
    /// Adds the words, bare addresses left out.
    pub(super) fn add_to(&self, words: &mut Words, lines: &Lines) {
        match self {
            Self::Text(run) | Self::Code(run) | Self::Image { caption: run, .. } => {
                run.add_to(words, lines);
            }
            Self::Break(offset) => words.push(" ", lines.line_at(*offset)),
            Self::Styled(_, pieces) | Self::Link { words: pieces, bare: false, .. } => {
                for piece in pieces {
                    piece.add_to(words, lines);
                }
            }
            Self::Link { .. } => {}
        }
    }
}

/// The words of pieces, bare addresses left out.
pub(super) fn words_of(pieces: &[Piece], lines: &Lines) -> Words {
    let mut words = Words::default();
    for piece in pieces {
        piece.add_to(&mut words, lines);
    }
    words
}

/// The pieces of a paragraph, a heading or a cell.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    /// Whether the last piece is the rest of a broken link's words, which name nothing in this
    /// paragraph: the start of the next one's label.
    pub(super) unfinished: bool,
}

/// Reads inline nodes and repairs them.
pub(super) fn read(nodes: &[Node], report: &mut Reporter<'_>) -> Line {
    let pieces = gather(nodes, report);
    let mut line = Line::default();
    for piece in pieces {
        line.unfinished = false;
        match piece {
            Piece::Text(run) => repair_text(run, &mut line, report),
            piece => line.pieces.push(piece),
        }
    }
    line
}

fn gather(nodes: &[Node], report: &mut Reporter<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for Node { element, span, children } in nodes {
        match element {
            Element::Text(text) => push_text(&mut pieces, text, span, report),
            Element::SoftBreak => text_end(&mut pieces).push(" ", span.start),
            Element::Html(text) => {
                report_html(text, span, report);
                push_text(&mut pieces, text, span, report);
            }
            Element::FootnoteReference(name) => {
                text_end(&mut pieces).push(&format!("[{name}]"), span.start);
            }
            Element::Code(text) => {
                let mut run = Run::default();
                run.push(text, span.start);
                pieces.push(Piece::Code(run));
            }
            Element::HardBreak => pieces.push(Piece::Break(span.start)),
            Element::Emphasis => pieces.push(styled(Style::Emphasis, children, report)),
            Element::Strong => pieces.push(styled(Style::Strong, children, report)),
            Element::Strikethrough => pieces.push(styled(Style::Strikethrough, children, report)),
            Element::Link { address, title, bare } => {
                let mut words = gather(children, report);
                push_title(&mut words, title, span);
                let address = &match bare {
                    true => unescaped(address, span, report),
                    false => address.clone(),
                };
                let is_address =
                    matches!(words.as_slice(), [Piece::Text(run)] if run.text == *address);
                let bare = *bare || is_address || words.is_empty();
                if words.is_empty() {
                    text_end(&mut words).push(address, span.start);
                }
                pieces.push(Piece::Link {
                    address: address.clone(),
                    words,
                    bare,
                    span: span.clone(),
                });
            }
            Element::Image { address, title } => {
                let mut words = gather(children, report);
                push_title(&mut words, title, span);
                let mut caption = Run::default();
                flatten(&words, &mut caption);
                let attributes = take_empty_spans(&mut caption, report, true);
                pieces.push(Piece::Image {
                    source: address.clone(),
                    caption,
                    attributes,
                    span: span.clone(),
                });
            }
            // The parser puts no blocks inside lines.
            _ => pieces.extend(gather(children, report)),
        }
    }
    pieces
}

fn report_html(text: &str, span: &Range<usize>, report: &mut Reporter<'_>) {
    if text.starts_with("<!--") {
        report.error(
            Code::OpenComment,
            span.start..span.start + "<!--".len(),
            "a comment begins here and does not end, so that all below it belongs to it",
            "write --> where it ends",
        );
        return;
    }
    report.error(
        Code::RawHtml,
        span.clone(),
        format!("raw HTML {:?}", shorten(text.trim_end())),
        "write it in Markdown, or escape the bracket with \\<",
    );
}

/// A bare address without backslashes, which browsers take for slashes. Markdown drops them in text
/// but not between angle brackets.
fn unescaped(address: &str, span: &Range<usize>, report: &mut Reporter<'_>) -> String {
    let mut meant = String::with_capacity(address.len());
    let mut letters = address.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\\' || !letters.peek().is_some_and(char::is_ascii_punctuation) {
            meant.push(letter);
        }
    }
    if meant != address {
        report.warn(
            Code::BackslashAddress,
            span.clone(),
            format!("the address {address} holds backslashes, which browsers read as slashes"),
            format!("write <{meant}>"),
        );
    }
    meant
}

fn styled(style: Style, children: &[Node], report: &mut Reporter<'_>) -> Piece {
    Piece::Styled(style, read(children, report).pieces)
}

/// The text at the end of `pieces`, made if need be: text that the parser cut into events has to
/// be whole again before residue can be recognised.
fn text_end(pieces: &mut Vec<Piece>) -> &mut Run {
    if !matches!(pieces.last(), Some(Piece::Text(_))) {
        pieces.push(Piece::Text(Run::default()));
    }
    match pieces.last_mut() {
        Some(Piece::Text(run)) => run,
        _ => unreachable!("the last piece was made a text above"),
    }
}

/// Adds text, ligatures taken apart: nobody searches for `Netﬂix`.
fn push_text(pieces: &mut Vec<Piece>, text: &str, span: &Range<usize>, report: &mut Reporter<'_>) {
    let run = text_end(pieces);
    let mut rest = 0;
    for (at, ligature) in text.char_indices().filter(|(_, c)| matches!(c, '\u{fb00}'..='\u{fb06}'))
    {
        let letters: String = std::iter::once(ligature).nfkc().collect();
        let place = span.start + at;
        run.push(&text[rest..at], span.start + rest);
        run.push(&letters, place);
        rest = at + ligature.len_utf8();
        report.warn(
            Code::Ligature,
            place..place + ligature.len_utf8(),
            format!("the ligature \"{ligature}\" keeps readers from finding the word"),
            format!("write \"{letters}\""),
        );
    }
    run.push(&text[rest..], span.start + rest);
}

/// The title of a link or a picture (`[words](address "title")`) would otherwise be lost.
fn push_title(words: &mut Vec<Piece>, title: &str, span: &Range<usize>) {
    if !title.is_empty() {
        text_end(words).push(&format!(" ({title})"), span.start);
    }
}

fn flatten(pieces: &[Piece], run: &mut Run) {
    for piece in pieces {
        match piece {
            Piece::Text(part) | Piece::Code(part) | Piece::Image { caption: part, .. } => {
                run.append(part);
            }
            Piece::Break(offset) => run.push(" ", *offset),
            Piece::Styled(_, pieces) | Piece::Link { words: pieces, .. } => flatten(pieces, run),
        }
    }
}

/// Repairs one run of text and adds the outcome to `line`.
fn repair_text(mut run: Run, line: &mut Line, report: &mut Reporter<'_>) {
    let behind_markup =
        matches!(line.pieces.last(), Some(Piece::Image { .. } | Piece::Link { bare: false, .. }));
    if behind_markup && let Some((attributes, length)) = pandoc::parse_attributes(&run.text) {
        let span = run.span_of(&(0..length));
        let mut lost = attributes;
        if let Some(Piece::Image { attributes: kept, .. }) = line.pieces.last_mut() {
            kept.merge(lost);
            lost = Attributes { others: std::mem::take(&mut kept.others), ..Attributes::default() };
        }
        if lost != Attributes::default() {
            report_residue(&run.text[..length], span, report);
        }
        run = run.slice(length..run.text.len());
    }
    take_empty_spans(&mut run, report, false);
    while let Some(broken) = find_broken_link(&run.text) {
        link_addresses(&run.slice(0..broken.whole.start), line, report);
        let written = &run.text[broken.whole.clone()];
        let meant: Vec<String> =
            broken.kept.iter().map(|range| with_angle_brackets(&run.text[range.clone()])).collect();
        report.warn(
            Code::BrokenLink,
            run.span_of(&broken.whole),
            format!("this is not a link: its target contains words: {written}"),
            format!("give each address its own link: {}", meant.join(" ")),
        );
        for (index, range) in broken.kept.iter().enumerate() {
            if index > 0 {
                line.pieces.push(Piece::Break(run.offset_at(range.start)));
            }
            line.unfinished = link_addresses(&run.slice(range.clone()), line, report);
        }
        run = run.slice(broken.whole.end..run.text.len());
    }
    if !run.text.trim().is_empty() || !line.unfinished {
        line.unfinished = false;
        link_addresses(&run, line, report);
    }
}

/// Makes links of the addresses in a text. Says whether text follows the last address.
fn link_addresses(run: &Run, line: &mut Line, report: &mut Reporter<'_>) -> bool {
    let mut rest = 0;
    for range in find_addresses(&run.text) {
        let address = run.text[range.clone()].to_owned();
        push_words(run.slice(rest..range.start), line, report);
        let words = vec![Piece::Text(run.slice(range.clone()))];
        let span = run.span_of(&range);
        line.pieces.push(Piece::Link { address, words, bare: true, span });
        rest = range.end;
    }
    push_words(run.slice(rest..run.text.len()), line, report);
    rest > 0 && !run.text[rest..].trim().is_empty()
}

/// Adds text without addresses.
fn push_words(run: Run, line: &mut Line, report: &mut Reporter<'_>) {
    for (at, host) in find_hosts(&run.text) {
        report.warn(
            Code::BareHost,
            run.span_of(&(at..at + host.len())),
            format!("{host} is not a link: it does not start with https:// or http://"),
            format!("write <https://{host}>, or `{host}` if it is only mentioned"),
        );
    }
    push_run(line, run);
}

fn push_run(line: &mut Line, run: Run) {
    if !run.text.is_empty() {
        line.pieces.push(Piece::Text(run));
    }
}

fn with_angle_brackets(text: &str) -> String {
    let mut meant = String::new();
    let mut rest = 0;
    for range in find_addresses(text) {
        meant.push_str(&text[rest..range.start]);
        meant.push_str(&format!("<{}>", &text[range.clone()]));
        rest = range.end;
    }
    meant + &text[rest..]
}

/// A link whose target is not one address but words with addresses among them, so that Markdown
/// takes it for text: `[https://a.example B: https://b.example](https://a.example B: …)`.
struct BrokenLink {
    whole: Range<usize>,
    /// What to keep: the words, and the target unless it repeats them.
    kept: Vec<Range<usize>>,
}

fn find_broken_link(text: &str) -> Option<BrokenLink> {
    text.match_indices("](").find_map(|(middle, _)| {
        let open = text[..middle].rfind('[')?;
        let words = open + 1..middle;
        let target_start = middle + 2;
        let same_end = target_start + words.len();
        let repeats = text[target_start..].starts_with(&text[words.clone()])
            && text[same_end..].starts_with(')');
        let target_end =
            if repeats { same_end } else { target_start + text[target_start..].find(')')? };
        let target = &text[target_start..target_end];
        if !target.contains(char::is_whitespace) || find_addresses(target).is_empty() {
            return None;
        }
        let kept = if repeats { vec![words] } else { vec![words, target_start..target_end] };
        Some(BrokenLink { whole: open..target_end + 1, kept })
    })
}

/// Cuts empty spans with attributes out of a text. Those in a picture's caption belong to the
/// picture; anywhere else their attributes are reported and dropped.
fn take_empty_spans(run: &mut Run, report: &mut Reporter<'_>, of_picture: bool) -> Attributes {
    let mut all = Attributes::default();
    while let Some((attributes, range)) = pandoc::find_empty_span(&run.text) {
        if of_picture {
            all.merge(attributes);
        } else {
            report_residue(&run.text[range.clone()], run.span_of(&range), report);
        }
        let mut rest = run.slice(0..range.start);
        rest.append(&run.slice(range.end..run.text.len()));
        *run = rest;
    }
    all
}

fn report_residue(residue: &str, span: Range<usize>, report: &mut Reporter<'_>) {
    report.warn(
        Code::LostAttributes,
        span,
        format!("the attributes {residue} are not shown on the site"),
        "remove them; only label and width of a picture are kept",
    );
}

/// The start of a text on one line, for messages.
pub(super) fn shorten(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(60).collect();
    if letters.next().is_some() { start + "…" } else { start }
}
