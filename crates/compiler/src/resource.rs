//! From an address to what a reader sees of it: title, kind, speakers, venue, year.
//!
//! The words of a link are its title, unless they say only what it leads to ("slides"): then the
//! words before it are, or those of its row or list. Words before or behind a bare address are its
//! title too, unless `hosts.toml` knows the site and how its addresses hold the title of the page
//! itself; then they stay beside it as its label. An address is read where there are no words. Where
//! words and address agree, the title counts as stated by the chapter; where neither has a title, it
//! is the kind of page and its host.

pub(crate) mod dated;
mod naming;

use catalog::{Kind, Resource, TitleSource};
use url::Url;

use crate::hosts::{Ending, Hosts, SiteEntry, SiteTitle, TitlePart};
use crate::links::Link;
use crate::slug_words::split;
use crate::title::{self, Reading};
use crate::words::Lexicon;
use naming::{Naming, SaidKind};

/// What is known beside the chapter that helps to describe an address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'k> {
    pub(crate) hosts: &'k Hosts,
    pub(crate) words: &'k Lexicon,
}

impl Known<'_> {
    /// Describes what a link leads to.
    pub(crate) fn describe(self, link: Link) -> Resource {
        let Naming { label, title: named, beside, kind: said } = Naming::read(&link, self.words);
        let Link { url, address, lines, .. } = link;
        let host = url.host_str().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host);
        let segments: Vec<&str> =
            url.path().split('/').filter(|segment| !segment.is_empty()).collect();
        let site = self.hosts.site(host, &segments);
        let account = self.hosts.account(host, &segments);
        let ending = account.map(|account| account.ending).unwrap_or_default();
        let reading = self
            .telling_segment(&segments)
            .map(|segment| {
                let folder = segments.iter().rev().skip_while(|&&other| other != segment).nth(1);
                let is_numbered = folder.is_some_and(|folder| self.hosts.numbers(folder));
                title::read(without_number(segment, is_numbered), ending, self.words)
            })
            .unwrap_or_default();
        let kind = match (said, site) {
            (Some(SaidKind::Sure(kind)), _) => kind,
            (Some(SaidKind::Likely(kind)), None) => kind,
            (Some(SaidKind::Likely(kind)), Some(site)) if site.kind == Kind::Website => kind,
            (_, Some(site)) => site.kind,
            (None, None) => guess_kind(&segments),
        };
        let derived = self.derived_title(site, host, &segments, &reading);
        let holds_title = site.is_some_and(SiteEntry::is_known) && !is_place(kind);
        let (title, title_source) =
            match (named.or(beside.clone().filter(|_| !holds_title)), derived) {
                (Some(named), _) => (named, TitleSource::Stated),
                (None, Some(title)) => {
                    let is_said = label
                        .as_ref()
                        .is_some_and(|label| label.to_lowercase() == title.to_lowercase());
                    (title, if is_said { TitleSource::Stated } else { TitleSource::Derived })
                }
                // "Our blog" is name enough for a place.
                (None, None) => match beside.or(label.clone().filter(|_| is_place(kind))) {
                    Some(beside) => (beside, TitleSource::Stated),
                    None => (unnamed(site, kind, host), TitleSource::Host),
                },
            };
        let title = naming::unquoted(&title).to_owned();
        let venue = self
            .event_elsewhere(&url, host)
            .or(reading.event)
            .or_else(|| account.map(|account| account.publisher.clone()))
            .or_else(|| site.and_then(|site| site.publisher.clone()));
        Resource {
            url: address,
            host: host.to_owned(),
            title,
            title_source,
            label,
            kind,
            speakers: reading.speakers,
            venue,
            dated: None,
            checked: None,
            lines,
        }
    }

    /// The last segment that describes the page.
    fn telling_segment<'s>(self, segments: &[&'s str]) -> Option<&'s str> {
        segments.iter().rev().copied().find(|segment| {
            let stem = segment.split('.').next().unwrap_or_default();
            let digits = stem.strip_prefix("id").unwrap_or(stem);
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            !is_number && !self.hosts.is_silent(stem)
        })
    }

    fn derived_title(
        self,
        site: Option<&SiteEntry>,
        host: &str,
        segments: &[&str],
        reading: &Reading,
    ) -> Option<String> {
        let by_slug = SiteTitle::default();
        let (part, before, after) = match site.map_or(&by_slug, |site| &site.title) {
            SiteTitle::Around(part, before, after) => (*part, before.as_str(), after.as_str()),
            SiteTitle::Fixed(title) => return Some(title.clone()),
            SiteTitle::Unnamed(_) => return None,
        };
        let read = |segment| title::read(segment, Ending::Title, self.words).title;
        let title = match part {
            TitlePart::Slug => {
                let is_alone = before.is_empty() && after.is_empty();
                reading.title.clone().filter(|_| !is_alone || reading.stands_alone)
            }
            TitlePart::Host => host.split('.').next().and_then(read),
            TitlePart::Folder => segments.first().copied().and_then(read),
        };
        Some(format!("{before}{}{after}", title?))
    }

    /// The event that the address names outside of its slug: the host of a conference, or the page
    /// that slides were embedded in (`?ref=https://www.confluent.io/kafka-summit-sf18/…`).
    fn event_elsewhere(self, url: &Url, host: &str) -> Option<String> {
        let embedded = || {
            let (_, page) = url.query_pairs().find(|(name, _)| name == "ref")?;
            Some(page.into_owned())
        };
        let words = split(&self.hosts.event(host).or_else(embedded)?);
        title::events::find(&words, self.words).map(|(_, event)| event)
    }
}

/// Whether it is a place that holds many things rather than one thing with a title.
const fn is_place(kind: Kind) -> bool {
    matches!(kind, Kind::Collection | Kind::Event | Kind::Product | Kind::Profile | Kind::Website)
}

/// A page at an unknown site whose address ends in a sentence is most likely an article.
fn guess_kind(segments: &[&str]) -> Kind {
    let words = segments.last().map_or(0, |segment| split(segment).len());
    if words >= 3 { Kind::Article } else { Kind::Website }
}

/// A segment without the number that it begins with, where such a number is no part of the title.
fn without_number(segment: &str, is_numbered: bool) -> &str {
    let rest = segment.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.strip_prefix(['-', '_']).filter(|rest| !rest.is_empty());
    rest.filter(|_| is_numbered).unwrap_or(segment)
}

/// Describes a page that has no title.
fn unnamed(site: Option<&SiteEntry>, kind: Kind, host: &str) -> String {
    if let Some(SiteTitle::Unnamed(name)) = site.map(|site| &site.title) {
        return name.clone();
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
