//! Reads `changes.toml`: what changed in the content, for readers.

use catalog::{Company, ContentChange, Slug};
use toml::Spanned;

use crate::diagnostic::{Code, Reporter};
use crate::keys::{Key, Table, Value};
use crate::metadata::companies::Companies;
use crate::toml_file::{self, Entry, read_address, read_slug};

/// Keys of the file.
pub(crate) const FILE: Table =
    Table(&[Key::optional("change", Value::Tables(&CHANGE), "A change, in any order.")]);

const CHANGE: Table = Table(&[
    Key::required("day", Value::Day, "The day on which it was recorded here (YYYY-MM-DD)."),
    Key::required("about", Value::Text, "What changed, as a sentence for readers."),
    Key::optional(
        "edition",
        Value::Text,
        "The edition of the book that made the change, such as \"October 2025\". Required with removed.",
    ),
    Key::optional(
        "removed",
        Value::Texts,
        "Addresses of links that this edition no longer has. Their rows say so.",
    ),
    Key::optional("added", Value::Texts, "Slugs of companies that were added."),
]);

/// A change with the places of what the content has to have.
#[derive(Clone, Debug)]
pub(crate) struct ListedChange {
    change: ContentChange,
    removed: Vec<Spanned<String>>,
    added: Vec<(Slug, Spanned<String>)>,
}

/// Reads the file; every fault is reported and costs only the value that holds it.
pub(super) fn parse(report: &mut Reporter<'_>) -> Vec<ListedChange> {
    let document = toml_file::parse(report);
    let top = Entry::file(&document, &FILE);
    top.check_keys(report);
    let entries = top.entries("change", "a change", report);
    entries.into_iter().filter_map(|entry| read(&entry, report)).collect()
}

fn read(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<ListedChange> {
    entry.check_keys(report);
    let day = entry.day("day", report);
    let about = entry.required("about", report).map(Spanned::into_inner);
    let edition = entry.filled("edition", report).map(Spanned::into_inner);
    let removed: Vec<Spanned<String>> = entry
        .texts("removed", report)
        .into_iter()
        .filter_map(|text| {
            let span = text.span();
            let address = read_address(text, "an address under removed", report)?;
            Some(Spanned::new(span, address))
        })
        .collect();
    if let Some(first) = removed.first()
        && edition.is_none()
    {
        report.error(
            Code::RemovedWithoutEdition,
            first.span(),
            "removed links without the edition that no longer has them",
            "add edition = \"October 2025\", with the edition's month and year",
        );
    }
    let added: Vec<(Slug, Spanned<String>)> = entry
        .texts("added", report)
        .into_iter()
        .filter_map(|text| Some((read_slug(&text, "a company under added", report)?, text)))
        .collect();
    let change = ContentChange {
        day: day?,
        about: about?,
        edition,
        removed: removed.iter().map(|address| address.get_ref().clone()).collect(),
        added: added.iter().map(|(slug, _)| slug.clone()).collect(),
    };
    Some(ListedChange { change, removed, added })
}

/// The changes, newest first. Links and companies that the content does not have are reported.
pub(crate) fn of_site(
    listed: &[ListedChange],
    companies: &[Company],
    entries: &Companies,
    report: &mut Reporter<'_>,
) -> Vec<ContentChange> {
    // A company that was added once may have been renamed since, or be gone.
    let is_known = |slug: &Slug| {
        companies.iter().any(|company| company.slug == *slug)
            || entries.redirects.iter().any(|(old, ..)| old == slug)
            || entries.retired.iter().any(|(gone, _)| gone.slug == *slug)
    };
    for ListedChange { removed, added, .. } in listed {
        for address in removed {
            let mut links = companies.iter().flat_map(|company| &company.resources);
            if !links.any(|link| link.url == *address.get_ref()) {
                report.warn(
                    Code::ChangeWithoutLink,
                    address.span(),
                    format!("no company links to {}", address.get_ref()),
                    "write the address as the chapter has it, or remove it here",
                );
            }
        }
        for (slug, text) in added {
            if !is_known(slug) {
                report.error(
                    Code::ChangeWithoutCompany,
                    text.span(),
                    format!("no chapter has a company {slug}"),
                    "write the slug of its page, or remove it here",
                );
            }
        }
    }
    let mut changes: Vec<ContentChange> =
        listed.iter().map(|listed| listed.change.clone()).collect();
    changes.sort_by(|one, other| other.day.cmp(&one.day));
    changes
}
