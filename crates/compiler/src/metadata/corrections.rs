//! Reads `[[company.<slug>.resource]]`, corrections of what was read from addresses, and applies
//! them.

use catalog::{Company, DateSource, Dated, Kind, TitleSource};
use toml::Spanned;

use crate::diagnostic::{Code, Reporter};
use crate::hosts::{LINKED_KINDS, linked_kinds};
use crate::keys::{Key, Table, Value};
use crate::nearest::nearest;
use crate::resource::dated::EARLIEST;
use crate::toml_file::Entry;

/// Keys of `[[company.<slug>.resource]]`.
pub(super) const KEYS: Table = Table(&[
    Key::required("url", Value::Address, "The address as written in the chapter."),
    Key::optional("title", Value::Text, "Title of the page or document."),
    Key::optional("speakers", Value::Texts, "Names of the speakers: [\"First Last\", …]."),
    Key::optional("kind", Value::OneOf(linked_kinds), "Kind of resource."),
    Key::optional("venue", Value::Text, "The event or account that published it."),
    Key::optional("year", Value::Number, "Year of publication."),
]);

/// What the file says about one address.
#[derive(Clone, Debug)]
pub(super) struct Correction {
    /// The address, as the chapter has it.
    url: Spanned<String>,
    title: Option<String>,
    speakers: Option<Vec<String>>,
    kind: Option<Kind>,
    venue: Option<String>,
    year: Option<u32>,
}

/// Reads one entry. `latest` is the year in which the chapter was written.
pub(super) fn read(
    entry: &Entry<'_>,
    latest: Option<u32>,
    report: &mut Reporter<'_>,
) -> Option<Correction> {
    entry.check_keys(report);
    let url = entry.required("url", report);
    let speakers = entry.texts("speakers", report).into_iter().map(Spanned::into_inner).collect();
    Some(Correction {
        title: entry.filled("title", report).map(Spanned::into_inner),
        speakers: Some(speakers).filter(|speakers: &Vec<String>| !speakers.is_empty()),
        kind: entry.one_of("kind", LINKED_KINDS, Kind::as_str, report),
        venue: entry.filled("venue", report).map(Spanned::into_inner),
        year: read_year(entry, latest, report),
        url: url?,
    })
}

fn read_year(entry: &Entry<'_>, latest: Option<u32>, report: &mut Reporter<'_>) -> Option<u32> {
    let year = entry.number("year", report)?;
    // That the file does not say when the chapter was written is reported elsewhere.
    let latest = latest?;
    if !(EARLIEST..=latest).contains(year.get_ref()) {
        report.error(
            Code::YearOutOfRange,
            year.span(),
            format!("year of {} is {}", entry.what, year.get_ref()),
            format!("write a year from {EARLIEST} to {latest}, in which the chapter was written"),
        );
        return None;
    }
    Some(year.into_inner())
}

/// Corrects a company's resources.
pub(super) fn apply(company: &mut Company, corrections: &[Correction], report: &mut Reporter<'_>) {
    for (index, correction) in corrections.iter().enumerate() {
        let Correction { url, title, speakers, kind, venue, year } = correction;
        let earlier = corrections.iter().take(index);
        if earlier.map(|earlier| earlier.url.get_ref()).any(|earlier| earlier == url.get_ref()) {
            report.error(
                Code::TwoEntries,
                url.span(),
                format!("\"{}\" has two entries for {}", company.slug, url.get_ref()),
                "merge the two",
            );
            continue;
        }
        let mut resources = company.resources.iter_mut();
        let Some(resource) = resources.find(|resource| resource.url == *url.get_ref()) else {
            let known = company.resources.iter().map(|resource| resource.url.as_str());
            let cure = match nearest(url.get_ref(), known) {
                Some(near) => format!("write \"{near}\", or remove the entry"),
                None => "remove the entry, or write the address as the chapter does".to_owned(),
            };
            report.error(
                Code::EntryWithoutLink,
                url.span(),
                format!("the section of \"{}\" does not link to {}", company.slug, url.get_ref()),
                cure,
            );
            continue;
        };
        let before = resource.clone();
        if let Some(title) = title.as_ref().filter(|title| **title != resource.title) {
            resource.title.clone_from(title);
            resource.title_source = TitleSource::Maintainer;
        }
        if let Some(speakers) = speakers {
            resource.speakers.clone_from(speakers);
        }
        resource.kind = kind.unwrap_or(resource.kind);
        if venue.is_some() {
            resource.venue.clone_from(venue);
        }
        if let Some(year) = year.filter(|&year| resource.dated.is_none_or(|told| told.year != year))
        {
            resource.dated = Some(Dated { year, source: DateSource::Maintainer });
        }
        if *resource == before {
            report.warn(
                Code::IdleEntry,
                url.span(),
                format!("this entry for {} changes nothing", url.get_ref()),
                "remove it: the address already says so",
            );
        }
    }
}
