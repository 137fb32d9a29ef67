//! Reads the entries of `hosts.toml`. A fault is reported and costs only its entry.

use std::collections::HashSet;

use catalog::Kind;
use toml::Spanned;

use super::facts::{Account, Conference, Ending, LINKED_KINDS, SiteEntry, SiteTitle, TitlePart};
use super::pattern::{read_host, read_path};
use crate::diagnostic::{Code, Reporter};
use crate::toml_file::Entry;

pub(super) fn read_segments(
    key: &str,
    top: &Entry<'_>,
    report: &mut Reporter<'_>,
) -> HashSet<String> {
    let mut segments = HashSet::new();
    for segment in top.texts(key, report) {
        let text = segment.get_ref();
        let stem = text.to_ascii_lowercase();
        let stem = stem.split(['/', '.']).next().unwrap_or_default();
        if stem != text {
            let cure = format!("write \"{stem}\"");
            report.error(Code::NeverMatches,
                segment.span(),
                format!("\"{text}\" can never match: it is compared with one segment, in lower case and without file extension"),
                cure,
            );
        } else if !segments.insert(text.clone()) {
            let message = format!("\"{text}\" is listed twice in {key}");
            report.warn(Code::ListedTwice, segment.span(), message, "remove one of the two");
        }
    }
    segments
}

pub(super) fn read_site(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<SiteEntry> {
    entry.check_keys(report);
    let host = read_host(entry, "host", report);
    let path = read_path(entry, report);
    let kind = entry.required_one_of("kind", LINKED_KINDS, Kind::as_str, report);
    let title = read_title(entry, report);
    let publisher = entry.filled("publisher", report).map(Spanned::into_inner);
    Some(SiteEntry { host: host?, path: path?, kind: kind?, title: title?, publisher })
}

fn read_title(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<SiteTitle> {
    if let (true, Some(unnamed)) = (entry.has("no_title"), entry.filled("no_title", report)) {
        if entry.has("title") {
            report.error(
                Code::TwoTitles,
                unnamed.span(),
                format!("{} has title and no_title", entry.what),
                "remove one of the two",
            );
            return None;
        }
        return Some(SiteTitle::Unnamed(unnamed.into_inner()));
    }
    if !entry.has("title") {
        return Some(SiteTitle::default());
    }
    let title = entry.filled("title", report)?;
    let text = title.get_ref();
    let found = TitlePart::ALL.iter().find_map(|&(written, part)| {
        text.split_once(written)
            .map(|(before, after)| SiteTitle::Around(part, before.to_owned(), after.to_owned()))
    });
    let rest = match &found {
        Some(SiteTitle::Around(_, before, after)) => format!("{before}{after}"),
        _ => text.clone(),
    };
    if rest.contains(['{', '}']) {
        report.error(
            Code::UnknownPlaceholder,
            title.span(),
            format!("title \"{text}\" contains an unknown placeholder"),
            "write {slug}, {host} or {folder}, once",
        );
        return None;
    }
    Some(found.unwrap_or_else(|| SiteTitle::Fixed(text.clone())))
}

pub(super) fn read_account(
    entry: &Entry<'_>,
    report: &mut Reporter<'_>,
) -> Option<(Spanned<String>, Account)> {
    entry.check_keys(report);
    let site = read_host(entry, "site", report);
    let name = entry.required("name", report);
    let publisher = entry.required("publisher", report);
    let ending = entry.one_of("slug_ends", Ending::ALL, Ending::as_str, report).unwrap_or_default();
    let name = name?;
    if name.get_ref().contains(['/', '?', '#', ' ']) {
        report.error(
            Code::NeverMatches,
            name.span(),
            format!("name \"{}\" can never match: it is compared with one segment", name.get_ref()),
            "write one segment of the path",
        );
        return None;
    }
    let account = Account {
        site: site?,
        name: name.get_ref().clone(),
        publisher: publisher?.into_inner(),
        ending,
    };
    Some((name, account))
}

pub(super) fn read_conference(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<Conference> {
    entry.check_keys(report);
    let host = read_host(entry, "host", report);
    let event = entry.required("event", report);
    let (host, event) = (host?, event?);
    let Some(domain) = host.strip_prefix('*').filter(|domain| !domain.is_empty()) else {
        report.error(
            Code::NoPlaceAndYear,
            entry.span.clone(),
            format!("host of {} is \"{host}\", without place and year", entry.what),
            "write it like \"*.example.com\"",
        );
        return None;
    };
    Some(Conference { domain: domain.to_owned(), event: event.into_inner() })
}
