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
//! lies at YouTube, and the audio, whose words or host say that it can be heard, at any number of
//! hosts. Any other link of the table, such as the slides, is a resource of the company that stands
//! with the episode. The words of a link are its label, or the host's name where they only say "Watch
//! on" or "Listen on", which `site.toml` lists. The bar at the end of a row may be missing. Further
//! columns ("Video", "Audio") hold links too.

use catalog::{Audio, EvidenceSource, Podcast};
use url::Url;

use super::pieces::{Line, Piece, words_of};
use super::video::youtube_id;
use crate::diagnostic::{Code, Reporter};
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
    rest: Vec<Cell>,
}

/// A cell below the head.
#[derive(Default)]
struct Cell {
    /// The head of its column, where no cell of that column has a link.
    column: Vec<Piece>,
    pieces: Vec<Piece>,
}

/// An episode with the words that tagging reads.
pub(super) struct ReadEpisode {
    pub(super) podcast: Podcast,
    pub(super) passages: Vec<Passage>,
    /// Links of the table that are neither the video nor the audio, each with the words before it
    /// that are its label.
    pub(super) others: Vec<Vec<Piece>>,
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
    let mut columns: Vec<Vec<Piece>> = head.collect();
    for (number, column) in columns.iter_mut().enumerate() {
        let cells = || rows.iter().filter_map(|row| row.get(number + 1));
        // The heads of columns with links say what these are: "Video", "Audio".
        let has_link = cells().flat_map(|cell| &cell.pieces).any(is_link);
        if has_link && is_invitation(&text_of(column), said) {
            column.clear();
        }
    }
    let mut rest = Vec::new();
    for row in rows {
        for (number, cell) in row.into_iter().enumerate() {
            let head = number.checked_sub(1).and_then(|number| columns.get_mut(number));
            let says_something = text_of(&cell.pieces).contains(char::is_alphanumeric);
            let column = head.filter(|_| says_something).map(std::mem::take).unwrap_or_default();
            rest.push(Cell { column, pieces: cell.pieces });
        }
    }
    // Of empty columns.
    rest.extend(columns.into_iter().map(|pieces| Cell { column: Vec::new(), pieces }));
    Ok(Cells { head: title, rest })
}

fn is_link(piece: &Piece) -> bool {
    matches!(piece, Piece::Link { .. })
}

/// Reports a link that invites to watch or listen outside of a table: the episode that it belongs to is
/// not found.
pub(super) fn check_paragraph(piece: &Piece, said: &PodcastWords, report: &mut Reporter<'_>) {
    let Piece::Link { address, words, bare: false, span } = piece else { return };
    let words = normalised(&text_of(words));
    let invites = words.contains(' ') && is_invitation(&words, said);
    let is_recording = parse_address(address).is_ok_and(|url| {
        youtube_id(&url).is_some_and(|id| id.is_ok()) || is_audio(&url, &words, said)
    });
    if invites && is_recording {
        report.warn(
            Code::EpisodeOutsideTable,
            span.clone(),
            format!("[{words}] is a link like any other, because it is in no table of an episode"),
            "write the episode as a table: | Podcast Episode: #001 Title |, |---|, and a row with its links",
        );
    }
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
    let mut links = Links::new(said, report);
    let heading = words_of(&head, lines);
    let after = after_head(heading.text().trim_start(), said).unwrap_or_default();
    let after = after.strip_prefix(':').unwrap_or(after).trim_start();
    let (episode, title) = split_number(after);
    let title_words = heading.slice(heading.text().len() - title.len()..heading.text().len());
    let mut title = normalised(title);
    // The title has the words of the head.
    links.take(&head, &mut Words::default(), lines);

    let mut blurb = Words::default();
    for Cell { column, pieces } in rest {
        let mut words = Words::default();
        let found = links.take(&pieces, &mut words, lines);
        let column = words_of(&column, lines);
        let is_labelled = says(column.text());
        if is_labelled {
            let mut labelled = column.trimmed();
            labelled.push(": ", labelled.first_line().unwrap_or(1));
            labelled.append(&words);
            words = labelled;
        }
        let says_something = words.text().contains(char::is_alphanumeric);
        if says_something || (!found && !words.text().trim().is_empty()) {
            if !blurb.text().is_empty() {
                let is_open = is_labelled && blurb.text().ends_with(char::is_alphanumeric);
                blurb.push(if is_open { ". " } else { " " }, words.first_line().unwrap_or(1));
            }
            blurb.append(&words);
        }
    }
    let Links { youtube, youtube_label, audio, others, report, .. } = links;
    let mut episode = episode;
    if title.is_empty() {
        let named = audio.first().and_then(|audio| title_in(&audio.url));
        report.warn(
            Code::UntitledEpisode,
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
    if youtube.is_none() && audio.is_empty() {
        report.warn(
            Code::SilentEpisode,
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
        youtube_label,
        audio,
        resources: Vec::new(),
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
    let number: Option<u32> = words.first().and_then(|word| word.parse().ok());
    if number.is_some() {
        words.remove(0);
    }
    // What the host puts at the end: "e45ilg".
    if words.len() > 2 && words.last().is_some_and(|word| is_mixed(word)) {
        words.pop();
    }
    // "A Look Into The Siemens Mindsphere IoT Platform – 059"
    if let [.., dash, last] = words.as_slice()
        && dash == "–"
        && number.is_some()
        && last.parse().ok() == number
    {
        words.truncate(words.len() - 2);
    }
    (words.len() > 1).then(|| (number, words.join(" ")))
}

/// Whether a word is of small letters and digits, as the names of episodes at hosts are.
fn is_mixed(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.bytes().filter(u8::is_ascii_lowercase).count();
    digits > 1 && letters > 1 && word.len() >= 5 && digits + letters == word.len()
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
    youtube_label: Option<String>,
    audio: Vec<Audio>,
    others: Vec<Vec<Piece>>,
    said: &'s PodcastWords,
    report: &'r mut Reporter<'a>,
}

impl<'s, 'r, 'a> Links<'s, 'r, 'a> {
    const fn new(said: &'s PodcastWords, report: &'r mut Reporter<'a>) -> Self {
        Self {
            youtube: None,
            youtube_label: None,
            audio: Vec::new(),
            others: Vec::new(),
            said,
            report,
        }
    }

    /// Takes the links out of a cell, each with its label, and adds the other words to `words`. Says
    /// whether there was a link.
    fn take(&mut self, pieces: &[Piece], words: &mut Words, lines: &Lines) -> bool {
        let mut found = false;
        let mut pieces = pieces.iter().peekable();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Link { words: said, bare, .. } => {
                    found = true;
                    let said = words_of(said, lines);
                    self.add(piece, None, if *bare { "" } else { said.text() });
                }
                Piece::Text(run) => match pieces.next_if(|next| is_bare(next)) {
                    Some(link) if is_label(&run.text) => {
                        found = true;
                        self.add(link, Some(piece), label_in(&run.text));
                    }
                    Some(link) => {
                        found = true;
                        piece.add_to(words, lines);
                        self.add(link, None, "");
                    }
                    None => piece.add_to(words, lines),
                },
                Piece::Styled(_, pieces) => found |= self.take(pieces, words, lines),
                Piece::Image { caption, span, .. } => {
                    self.report.warn(
                        Code::PictureNotShown,
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

    /// Takes a link as the episode's video, as one of its recordings, or as any other. `label` is the
    /// text before it, `said` the words that name it.
    fn add(&mut self, link: &Piece, label: Option<&Piece>, said: &str) {
        let Piece::Link { address, span, .. } = link else { return };
        let url = parse_address(address);
        let video = url.as_ref().ok().and_then(youtube_id);
        match (url, video) {
            (Ok(url), Some(Ok(id))) if self.youtube.is_none() => {
                let spare =
                    url.query_pairs().any(|(key, _)| key != "v") || url.fragment().is_some();
                if spare && id.len() < address.len() {
                    self.report.warn(
                        Code::VideoWithMore,
                        span.clone(),
                        format!("only the video of {address} is kept, not what follows it"),
                        format!("write https://youtu.be/{id}"),
                    );
                }
                self.youtube = Some(id);
                let label = normalised(said);
                self.youtube_label =
                    Some(label).filter(|label| says(label) && !is_invitation(label, self.said));
            }
            (Ok(url), None) if is_audio(&url, said, self.said) => {
                let label = audio_label(&url, &normalised(said), self.said);
                let is_new = self.audio.iter().all(|audio| audio.url != *address);
                if is_new {
                    self.audio.push(Audio { url: address.clone(), label });
                }
            }
            (_, video) => {
                if video == Some(Err(())) {
                    self.report.warn(
                        Code::NoVideo,
                        span.clone(),
                        format!("{address} does not name a video"),
                        "write https://youtu.be/ and the eleven characters of the video",
                    );
                }
                self.others.push(label.into_iter().chain([link]).cloned().collect());
            }
        }
    }
}

fn is_bare(piece: &Piece) -> bool {
    matches!(piece, Piece::Link { bare: true, .. })
}

/// Whether the text before an address is its label and nothing else: "; audio: ".
fn is_label(text: &str) -> bool {
    text.trim_end().ends_with(':') && !label_in(text).contains(['.', '!', '?', ';'])
}

fn label_in(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end().trim_end_matches(':')
}

fn says(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether an address can be heard: its words or its host say so.
fn is_audio(url: &Url, said: &str, known: &PodcastWords) -> bool {
    let host = host(url);
    known.listen.iter().any(|start| starts(said.trim_start(), start))
        || known.hosts.iter().any(|(known, _)| known == host)
}

fn host(url: &Url) -> &str {
    let host = url.host_str().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// What a link to a recording is called: by the author's words, unless they only say that it can be
/// heard. Then by the host, which may have another name today than in the chapter.
fn audio_label(url: &Url, said: &str, known: &PodcastWords) -> String {
    let host = host(url);
    let name = known.hosts.iter().find(|(known, _)| known == host).map(|(_, name)| name.as_str());
    let is_name = |said: &str| name.is_some_and(|name| name.to_lowercase() == said.to_lowercase());
    match (name, invited(said, known)) {
        (Some(name), _) if is_name(said) => format!("Listen on {name}"),
        (_, None) if says(said) => said.to_owned(),
        (Some(name), _) => format!("Listen on {name}"),
        (None, Some(place)) if !place.is_empty() => format!("Listen on {place}"),
        (None, _) => format!("Listen on {host}"),
    }
}

/// Where the words of a link invite to watch or listen, "Anchor" of "Listen on Anchor"; empty where
/// they name no place. `None` where they say something else.
fn invited<'t>(text: &'t str, said: &PodcastWords) -> Option<&'t str> {
    said.watch.iter().chain(&said.listen).find_map(|start| {
        let rest = text.get(start.len()..).filter(|_| starts(text, start))?.trim();
        let place = match rest.split_once(' ') {
            Some(("on" | "at", place)) => place.trim(),
            _ if start.ends_with(" on") => rest,
            _ if rest.is_empty() => rest,
            _ => return None,
        };
        (place.split_whitespace().count() <= 2).then_some(place)
    })
}

/// Whether a link's words repeat the site's own label: "Watch on YouTube", "Click here to listen".
fn is_invitation(text: &str, said: &PodcastWords) -> bool {
    invited(&normalised(text), said).is_some()
}
