//! From an address to what a reader sees of it: title, kind, speakers, venue, year.
//!
//! A *piece* (an article, slides, a talk) is named by its own title, read from its address; the
//! chapter's words for it stay beside it as its label. A *place* (a blog, a profile, a product's
//! page) is named by the chapter's words, which say better than an address what it is to the
//! company. Where the better source is silent, the other one speaks; where both say the same, the
//! chapter states the title; where both are silent, the title says what kind of thing lies at which
//! host.

pub(crate) mod dated;
mod sites;

use catalog::{Kind, Resource, TitleSource};
use url::Url;

use crate::title::{self, Reading};
use sites::{ACCOUNTS, Naming, RULES, Rule, SILENT_SEGMENTS};

/// Describes an address. `label` is what the chapter calls it, `line` where it says so.
pub(crate) fn describe(address: &str, url: &Url, label: Option<String>, line: u32) -> Resource {
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let segments: Vec<&str> = url.path().split('/').filter(|segment| !segment.is_empty()).collect();
    let rule = RULES.iter().find(|rule| rule.matches(host, &segments));
    let account = ACCOUNTS.iter().find(|&&(site, account, ..)| {
        site == host && segments.iter().take(2).any(|segment| segment.eq_ignore_ascii_case(account))
    });
    let reading = read_slug(&segments, account.is_some_and(|&(.., speakers)| speakers));
    let kind = rule.map_or_else(|| guess_kind(&segments), |rule| rule.kind);
    let derived = derived_title(rule, host, &segments, &reading);
    let (title, title_source) = match (derived, &label) {
        (_, Some(label)) if is_place(kind) => (label.clone(), TitleSource::Stated),
        (Some(title), Some(label)) if label.to_lowercase() == title.to_lowercase() => {
            (title, TitleSource::Stated)
        }
        (Some(title), _) => (title, TitleSource::Derived),
        (None, Some(label)) => (label.clone(), TitleSource::Stated),
        (None, None) => (unnamed(rule, kind, host), TitleSource::Host),
    };
    let publisher = rule.map(|rule| rule.publisher).filter(|publisher| !publisher.is_empty());
    let venue = event_elsewhere(url, host)
        .or(reading.event)
        .or_else(|| account.map(|&(_, _, publisher, _)| publisher.to_owned()))
        .or_else(|| publisher.map(str::to_owned));
    Resource {
        url: address.to_owned(),
        host: host.to_owned(),
        title,
        title_source,
        label,
        kind,
        speakers: reading.speakers,
        venue,
        dated: None,
        checked: None,
        lines: vec![line],
    }
}

/// Whether it is a place where more things lie rather than one thing with a title.
const fn is_place(kind: Kind) -> bool {
    matches!(kind, Kind::Collection | Kind::Event | Kind::Product | Kind::Profile | Kind::Website)
}

/// A page at an unknown site whose address ends in a sentence is most likely an article.
fn guess_kind(segments: &[&str]) -> Kind {
    let words = segments.last().map_or(0, |segment| title::split(segment).len());
    if words >= 3 { Kind::Article } else { Kind::Website }
}

/// Reads the last segment that says something.
fn read_slug(segments: &[&str], ends_with_speakers: bool) -> Reading {
    let telling = telling_segment(segments);
    telling.map(|segment| title::read(segment, ends_with_speakers)).unwrap_or_default()
}

/// The last segment that says something.
fn telling_segment<'s>(segments: &[&'s str]) -> Option<&'s str> {
    segments.iter().rev().copied().find(|segment| {
        let stem = segment.split('.').next().unwrap_or_default();
        let is_number = stem.bytes().all(|byte| byte.is_ascii_digit());
        !is_number && !SILENT_SEGMENTS.contains(&stem.to_ascii_lowercase().as_str())
    })
}

fn derived_title(
    rule: Option<&Rule>,
    host: &str,
    segments: &[&str],
    reading: &Reading,
) -> Option<String> {
    let read = |words: &str| title::read(words, false).title;
    let around = |before: &str, title: String, after: &str| format!("{before}{title}{after}");
    match rule.map_or(Naming::Slug, |rule| rule.title) {
        Naming::Slug => reading.title.clone().filter(|_| reading.stands_alone),
        Naming::Around(before, after) => {
            reading.title.clone().map(|title| around(before, title, after))
        }
        Naming::Host(before, after) => {
            let name = host.split('.').next().and_then(read)?;
            Some(around(before, name, after))
        }
        Naming::First(before, after) => {
            let name = segments.first().copied().and_then(read)?;
            Some(around(before, name, after))
        }
        Naming::Fixed(name) => Some(name.to_owned()),
        Naming::Unnamed(_) => None,
    }
}

/// What stands in for a title.
fn unnamed(rule: Option<&Rule>, kind: Kind, host: &str) -> String {
    if let Some(Naming::Unnamed(name)) = rule.map(|rule| rule.title) {
        return name.to_owned();
    }
    let noun = match kind {
        Kind::Slides => "Slides",
        Kind::Video => "Talk or video",
        Kind::Article => "Article",
        Kind::Paper => "PDF",
        Kind::Docs => "Documentation",
        Kind::Collection => "Blog",
        Kind::Dataset => "Data set",
        Kind::Profile => "Profile",
        Kind::Event => "Event",
        Kind::CaseStudy => "Case study",
        Kind::Podcast | Kind::Product | Kind::Encyclopedia | Kind::Website => "Page",
    };
    format!("{noun} at {host}")
}

/// The event that the address names outside of its slug: the host of a conference, or the page
/// that slides were embedded in (`?ref=https://www.confluent.io/kafka-summit-sf18/…`).
fn event_elsewhere(url: &Url, host: &str) -> Option<String> {
    let conference =
        host.strip_suffix(".flink-forward.org").map(|label| format!("flink-forward-{label}"));
    let embedded = || {
        let (_, page) = url.query_pairs().find(|(name, _)| name == "ref")?;
        Some(page.into_owned())
    };
    let words = title::split(&conference.or_else(embedded)?);
    title::events::find(&words).map(|(_, event)| event)
}
