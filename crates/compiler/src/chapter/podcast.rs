//! Podcast tables.
//!
//! ```text
//! | Podcast Episode: #063 Data Engineering At Airbnb Case Study
//! |------------------|
//! |How Airbnb is doing data engineering?
//! | [Watch on YouTube](https://youtu.be/iokqkMfyIfo) \ [Listen on Anchor](https://anchor.fm/…)|
//! ```
//!
//! The head is number and title; a row without links is blurb, a row with links holds the video, which
//! lies at YouTube, and the audio, whose words or host say that it can be heard. Any other link of the
//! table is one of the company's. Words such as "Watch on" and "Listen on", which `site.toml` lists, are
//! dropped, because the site labels these links itself; any other words are kept with the blurb. The
//! bar at the end of a row may be missing. Further columns ("Video", "Audio") hold links too.

use std::ops::Range;

use catalog::{EvidenceSource, Podcast};
use url::Url;

use super::pieces::{Line, Piece, words_of};
use crate::diagnostic::Reporter;
use crate::lines::Lines;
use crate::links::parse_address;
use crate::markdown::Node;
use crate::metadata::shapes::PodcastWords;
use crate::passage::{Passage, Words, normalised};
use crate::slug_words::slug_words;

/// The cells of an episode's table.
pub(super) struct Cells {
    /// The head, if it says what it is.
    head: Vec<Piece>,
    rest: Vec<Vec<Piece>>,
}

/// An episode with the words that tagging reads.
pub(super) struct ReadEpisode {
    pub(super) podcast: Podcast,
    pub(super) passages: Vec<Passage>,
    /// Links of the table that are neither the video nor the audio.
    pub(super) others: Vec<Piece>,
}

/// The cells of a table that is an episode's, or the rows of any other.
pub(super) fn cells(
    mut rows: Vec<Vec<Line>>,
    said: &PodcastWords,
) -> Result<Cells, Vec<Vec<Line>>> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_headed = rows
        .first()
        .and_then(|head| head.first())
        .is_some_and(|cell| after_head(text_of(&cell.pieces).trim_start(), said).is_some());
    let invites = |piece: &Piece| match piece {
        Piece::Link { words, address, .. } => {
            let is_video = parse_address(address).is_ok_and(|url| youtube_id(&url).is_some());
            let words = text_of(words);
            is_video && said.watch.iter().any(|start| starts(&words, start))
        }
        _ => false,
    };
    // Without a head an episode has a column of its own, and begins with a link that invites to
    // watch.
    let mut first_row = rows.iter().take(1).flatten().flat_map(|cell| &cell.pieces);
    let is_episode = is_headed || (columns == 1 && first_row.any(invites));
    if !is_episode {
        return Err(rows);
    }
    let head = if is_headed { rows.remove(0) } else { Vec::new() };
    let mut head = head.into_iter().map(|cell| cell.pieces);
    let title = head.next().unwrap_or_default();
    // The heads of columns with links say what these are: "Video", "Audio".
    let is_link = |piece: &Piece| matches!(piece, Piece::Link { .. });
    let labels = head.enumerate().filter(|(column, _)| {
        let cells = rows.iter().filter_map(|row| row.get(column + 1));
        !cells.flat_map(|cell| &cell.pieces).any(is_link)
    });
    let labels: Vec<Vec<Piece>> = labels.map(|(_, pieces)| pieces).collect();
    let cells = rows.into_iter().flatten().map(|cell| cell.pieces);
    Ok(Cells { head: title, rest: labels.into_iter().chain(cells).collect() })
}

/// Reads an episode. `index` is its place among the company's.
pub(super) fn read(
    cells: Cells,
    table: &Node,
    index: u32,
    said: &PodcastWords,
    lines: &Lines,
    report: &mut Reporter<'_>,
) -> ReadEpisode {
    let Cells { head, rest } = cells;
    let place = table.span.start..table.span.start + 1;
    let mut links = Links { youtube: None, audio: None, others: Vec::new(), said, report };
    let heading = words_of(&head, lines);
    let after = after_head(heading.text().trim_start(), said).unwrap_or_default();
    let after = after.strip_prefix(':').unwrap_or(after).trim_start();
    let (episode, title) = split_number(after);
    let title_words = heading.slice(heading.text().len() - title.len()..heading.text().len());
    let mut title = normalised(title);
    links.take(&head, &mut Words::default(), lines);

    let mut blurb = Words::default();
    for cell in rest {
        let mut words = Words::default();
        let found = links.take(&cell, &mut words, lines);
        let says_something = words.text().contains(char::is_alphanumeric);
        if says_something || (!found && !words.text().trim().is_empty()) {
            if !blurb.text().is_empty() {
                blurb.push(" ", words.first_line().unwrap_or(1));
            }
            blurb.append(&words);
        }
    }
    let Links { youtube, audio, others, report, .. } = links;
    let mut episode = episode;
    if title.is_empty() {
        let named = audio.as_deref().and_then(title_in);
        report.warn(
            place.clone(),
            match &named {
                Some((_, title)) => {
                    format!("the podcast has no title; its audio's address says \"{title}\"")
                }
                None => "the podcast has no title".to_owned(),
            },
            "write the head of its table as | Podcast Episode: #001 Title |",
        );
        let (number, found) = named.unwrap_or((None, "Podcast episode".to_owned()));
        (episode, title) = (episode.or(number), found);
    }
    if youtube.is_none() && audio.is_none() {
        report.warn(
            place,
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
    ReadEpisode { podcast, passages, others }
}

fn text_of(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(run) | Piece::Code(run) => text.push_str(&run.text),
            Piece::Styled(_, pieces) | Piece::Link { words: pieces, .. } => {
                text.push_str(&text_of(pieces));
            }
            Piece::Break(_) | Piece::Image { .. } => text.push(' '),
        }
    }
    text
}

/// What follows the words that head an episode's table.
fn after_head<'t>(text: &'t str, said: &PodcastWords) -> Option<&'t str> {
    let head = said.heads.iter().find(|head| starts(text, head))?;
    text.get(head.len()..)
}

/// Whether a text begins with these words, in any case.
fn starts(text: &str, words: &str) -> bool {
    let begin = text.get(..words.len());
    let rest = text.get(words.len()..);
    begin.is_some_and(|begin| begin.to_lowercase() == words.to_lowercase())
        && !rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// Number and title of an episode in the address of its audio.
fn title_in(address: &str) -> Option<(Option<u32>, String)> {
    let url = Url::parse(address).ok()?;
    let segment = url.path_segments()?.rfind(|segment| !segment.is_empty())?;
    let mut words = slug_words(segment);
    let number = words.first().and_then(|word| word.parse().ok());
    if number.is_some() {
        words.remove(0);
    }
    (words.len() > 1).then(|| (number, words.join(" ")))
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

/// The episode's links.
struct Links<'s, 'r, 'a> {
    youtube: Option<String>,
    audio: Option<String>,
    others: Vec<Piece>,
    said: &'s PodcastWords,
    report: &'r mut Reporter<'a>,
}

impl Links<'_, '_, '_> {
    /// Takes the links out of a cell and adds its other words to `words`. Says whether there was
    /// a link.
    fn take(&mut self, pieces: &[Piece], words: &mut Words, lines: &Lines) -> bool {
        let mut found = false;
        for piece in pieces {
            match piece {
                Piece::Link { address, words: said, bare, span } => {
                    found = true;
                    let said = words_of(said, lines);
                    let is_taken = self.add(address, said.text(), span);
                    if !is_taken {
                        self.others.push(piece.clone());
                    } else if !bare && !is_invitation(said.text(), self.said) {
                        words.append(&said);
                    }
                }
                Piece::Styled(_, pieces) => found |= self.take(pieces, words, lines),
                Piece::Image { caption, span, .. } => {
                    self.report.warn(
                        span.clone(),
                        "a picture is inside a podcast's table, where it is not shown",
                        "give it a paragraph of its own, or remove it",
                    );
                    Piece::Text(caption.clone()).add_to(words, lines);
                }
                piece => piece.add_to(words, lines),
            }
        }
        found
    }

    /// Takes an address as the episode's video or audio, if it is the first of its kind.
    fn add(&mut self, address: &str, said: &str, span: &Range<usize>) -> bool {
        let Ok(url) = parse_address(address) else { return false };
        let (slot, link) = match youtube_id(&url) {
            Some(Ok(id)) => (&mut self.youtube, id),
            Some(Err(())) => {
                self.report.warn(
                    span.clone(),
                    format!("{address} does not name a video"),
                    "write https://youtu.be/ and the eleven characters of the video",
                );
                return false;
            }
            None if is_audio(&url, said, self.said) => (&mut self.audio, address.to_owned()),
            None => return false,
        };
        if slot.is_some() {
            return false;
        }
        let spare = url.query_pairs().any(|(key, _)| key != "v") || url.fragment().is_some();
        if spare && link.len() < address.len() {
            self.report.warn(
                span.clone(),
                format!("only the video of {address} is kept, not what follows it"),
                format!("write https://youtu.be/{link}"),
            );
        }
        *slot = Some(link);
        true
    }
}

/// The video that an address at YouTube names, `Err` when it names none, or `None` when the
/// address lies elsewhere.
fn youtube_id(url: &Url) -> Option<Result<String, ()>> {
    let host = url.host_str().unwrap_or_default();
    let host =
        ["www.", "m.", "music."].iter().find_map(|start| host.strip_prefix(start)).unwrap_or(host);
    let mut segments = url.path_segments().into_iter().flatten();
    let id = match (host, segments.next().unwrap_or_default()) {
        ("youtu.be", id) => Some(id.to_owned()),
        (
            "youtube.com" | "youtube-nocookie.com",
            "live" | "shorts" | "embed" | "v" | "e" | "watch",
        ) if url.query_pairs().all(|(key, _)| key != "v") => segments.next().map(str::to_owned),
        ("youtube.com" | "youtube-nocookie.com", _) => {
            url.query_pairs().find(|(key, _)| key == "v").map(|(_, id)| id.into_owned())
        }
        _ => return None,
    };
    let is_id = |id: &String| {
        id.len() == 11 && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    Some(id.filter(is_id).ok_or(()))
}

/// Whether an address can be heard: its words or its host say so.
fn is_audio(url: &Url, said: &str, known: &PodcastWords) -> bool {
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    known.listen.iter().any(|start| starts(said.trim_start(), start))
        || known.hosts.iter().any(|known| known == host)
}

/// Whether a link's words repeat the site's own label: "Watch on YouTube", "Click here to listen".
fn is_invitation(text: &str, said: &PodcastWords) -> bool {
    let text = normalised(text);
    said.watch.iter().chain(&said.listen).any(|start| {
        starts(&text, start)
            && text.get(start.len()..).is_some_and(|rest| {
                let mut rest = rest.split_whitespace();
                let first = rest.next();
                first.is_none()
                    || (first.is_some_and(|word| word == "on" || start.ends_with(" on"))
                        && rest.count() <= 2)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_video_s_address_names_it() {
        for address in [
            "https://youtu.be/abcdefghijk",
            "https://youtu.be/abcdefghijk?si=x",
            "https://www.youtube.com/watch?v=abcdefghijk&t=1",
            "https://m.youtube.com/watch?v=abcdefghijk",
            "https://music.youtube.com/watch?v=abcdefghijk",
            "https://youtube.com/live/abcdefghijk",
            "https://www.youtube.com/shorts/abcdefghijk",
            "https://www.youtube.com/embed/abcdefghijk?start=3",
            "https://www.youtube-nocookie.com/embed/abcdefghijk",
            "https://www.youtube.com/v/abcdefghijk",
            "https://www.youtube.com/watch/abcdefghijk",
            "https://www.youtube.com/attribution_link?v=abcdefghijk",
        ] {
            let found = youtube_id(&Url::parse(address).unwrap());
            assert_eq!(found, Some(Ok("abcdefghijk".to_owned())), "{address}");
        }
        for address in ["https://www.youtube.com/channel/UC", "https://youtu.be/short"] {
            assert_eq!(youtube_id(&Url::parse(address).unwrap()), Some(Err(())), "{address}");
        }
        assert_eq!(youtube_id(&Url::parse("https://notyoutube.com/watch?v=a").unwrap()), None);
    }
}
