//! Podcast tables.
//!
//! ```text
//! | Podcast Episode: #063 Data Engineering At Airbnb Case Study
//! |------------------|
//! |How Airbnb is doing data engineering?
//! | [Watch on YouTube](https://youtu.be/iokqkMfyIfo) \ [Listen on Anchor](https://anchor.fm/…)|
//! ```
//!
//! One column; the head is number and title; a row without links is blurb, a row with links holds
//! the video, which lies at YouTube, and the audio, whose words begin with "Listen"; any other link
//! is an error. "Watch on …" and "Listen on …" are dropped, because the site labels these links itself; any
//! other words are kept with the blurb. The bar at the end of a row may be missing.

use std::ops::Range;

use catalog::{EvidenceSource, Podcast};
use url::Url;

use super::pieces::{Line, Piece, words_of};
use crate::diagnostic::Reporter;
use crate::lines::Lines;
use crate::links::parse_address;
use crate::markdown::Node;
use crate::passage::{Passage, Words, normalised};

const HEAD: &str = "Podcast Episode";

/// Whether a table is headed as a podcast's. Such a table has one column.
pub(super) fn is_headed(rows: &[Vec<Line>]) -> bool {
    let first = rows.first().and_then(|head| head.first()).and_then(|cell| cell.pieces.first());
    let Some(Piece::Text(run)) = first else { return false };
    let rest = run.text.trim_start().strip_prefix(HEAD);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Reads a table of one column that [`is_headed`] as a podcast's, with the passages that its words are. `index` is the
/// episode's place among the company's.
pub(super) fn read(
    rows: Vec<Vec<Line>>,
    table: &Node,
    index: u32,
    lines: &Lines,
    report: &mut Reporter<'_>,
) -> (Podcast, Vec<Passage>) {
    let mut rows = rows.into_iter().flatten();
    let head = rows.next().map(|cell| cell.pieces).unwrap_or_default();
    let mut links = Links { youtube: None, audio: None, report };
    let heading = words_of(&head, lines);
    let after_head = heading.text().find(HEAD).map_or(0, |at| at + HEAD.len());
    let rest = heading.text()[after_head..].trim_start();
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim_start();
    let (episode, title) = split_number(rest);
    let title_words = heading.slice(heading.text().len() - title.len()..heading.text().len());
    let title = normalised(title);
    if title.is_empty() {
        links.report.error(
            table.span.start..table.span.start + 1,
            "the podcast has no title",
            "write the head of its table as | Podcast Episode: #001 Title |",
        );
    }
    links.take(&head, &mut Words::default(), lines);

    let mut blurb = Words::default();
    for cell in rows {
        let mut words = Words::default();
        let found = links.take(&cell.pieces, &mut words, lines);
        let says_something = words.text().contains(char::is_alphanumeric);
        if says_something || (!found && !words.text().trim().is_empty()) {
            if !blurb.text().is_empty() {
                blurb.push(" ", words.first_line().unwrap_or(1));
            }
            blurb.append(&words);
        }
    }
    let Links { youtube, audio, report } = links;
    if youtube.is_none() && audio.is_none() {
        report.warn(
            table.span.start..table.span.start + 1,
            "the podcast can be neither watched nor heard",
            "add a row with [Watch on YouTube](https://youtu.be/…)",
        );
    }
    let podcast = Podcast {
        episode,
        title,
        blurb: normalised(blurb.text()),
        youtube,
        audio,
        line: lines.line_at(table.span.start),
    };
    let source = EvidenceSource::Podcast(index);
    let passages =
        [title_words, blurb].into_iter().filter_map(|words| words.into_passage(source)).collect();
    (podcast, passages)
}

/// `#063 Title`, `#12: Title` and `13 - Title` are number and title; `13 anvils` is a title.
fn split_number(text: &str) -> (Option<u32>, &str) {
    let numbered = text.strip_prefix('#').unwrap_or(text);
    let digits = numbered.len() - numbered.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = numbered[digits..].trim_start();
    let title = rest.strip_prefix([':', '-', '–', '—', '.', '|']);
    match numbered[..digits].parse() {
        Ok(number) if title.is_some() || text.starts_with('#') => {
            (Some(number), title.unwrap_or(rest).trim_start())
        }
        _ => (None, text),
    }
}

/// The episode's video and audio.
struct Links<'r, 'a> {
    youtube: Option<String>,
    audio: Option<String>,
    report: &'r mut Reporter<'a>,
}

impl Links<'_, '_> {
    /// Takes the links out of a cell and adds its other words to `words`. Says whether there was
    /// a link.
    fn take(&mut self, pieces: &[Piece], words: &mut Words, lines: &Lines) -> bool {
        let mut found = false;
        for piece in pieces {
            match piece {
                Piece::Link { address, words: said, bare, span } => {
                    found = true;
                    let said = words_of(said, lines);
                    self.add(address, said.text(), span);
                    if !bare && !is_invitation(said.text()) {
                        words.append(&said);
                    }
                }
                Piece::Styled(_, pieces) => found |= self.take(pieces, words, lines),
                Piece::Image { caption, span, .. } => {
                    self.report.error(
                        span.clone(),
                        "a picture is inside a podcast's table",
                        "give it a paragraph of its own",
                    );
                    Piece::Text(caption.clone()).add_to(words, lines);
                }
                piece => piece.add_to(words, lines),
            }
        }
        found
    }

    fn add(&mut self, address: &str, said: &str, span: &Range<usize>) {
        let url = match parse_address(address) {
            Ok(url) => url,
            Err(fault) => {
                self.report.error(
                    span.clone(),
                    format!("the address {address:?} is not a link: {fault}"),
                    "write a complete address such as https://example.com/page",
                );
                return;
            }
        };
        let slot = match youtube_id(&url) {
            Some(Ok(id)) => (&mut self.youtube, id),
            Some(Err(())) => {
                self.report.error(
                    span.clone(),
                    format!("{address} does not name a video"),
                    "write https://youtu.be/ and the eleven characters of the video",
                );
                return;
            }
            None if invites_to_listen(said) => (&mut self.audio, address.to_owned()),
            None => {
                self.report.error(
                    span.clone(),
                    format!("{address} is neither the podcast's video nor its audio"),
                    "put it below the table, or write [Listen on …] if the episode can be heard there",
                );
                return;
            }
        };
        let (slot, link) = slot;
        let spare = url.query_pairs().any(|(key, _)| key != "v") || url.fragment().is_some();
        if slot.is_none() && spare && link.len() < address.len() {
            self.report.warn(
                span.clone(),
                format!("only the video of {address} is kept, not what follows it"),
                format!("write https://youtu.be/{link}"),
            );
        }
        if slot.is_none() {
            *slot = Some(link);
        } else {
            self.report.error(
                span.clone(),
                format!("the podcast has a second link of its kind, {address}"),
                "put it below the table",
            );
        }
    }
}

/// The video that an address at YouTube names, `Err` when it names none, or `None` when the
/// address lies elsewhere.
fn youtube_id(url: &Url) -> Option<Result<String, ()>> {
    let host = url.host_str().unwrap_or_default();
    let id = match host {
        "youtu.be" => url.path().strip_prefix('/').map(str::to_owned),
        "youtube.com" | "www.youtube.com" | "m.youtube.com" => {
            url.query_pairs().find(|(key, _)| key == "v").map(|(_, id)| id.into_owned())
        }
        _ => return None,
    };
    let is_id = |id: &String| {
        id.len() == 11 && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    Some(id.filter(is_id).ok_or(()))
}

/// Whether the words of a link say that its address can be heard: "Listen on Anchor".
fn invites_to_listen(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("listen"))
}

/// Whether a link's words repeat the site's own label: "Watch on YouTube", "Listen on Anchor".
fn is_invitation(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    matches!(words.as_slice(), ["Watch" | "Listen", "on", _])
}
