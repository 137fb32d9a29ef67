//! Compares what the maintainers' files say with the companies that the chapter has.

use std::collections::{BTreeSet, HashMap, HashSet};

use catalog::{Company, Slug};
use toml::Spanned;

use crate::diagnostic::{Code, Reporter};
use crate::lines::Lines;
use crate::metadata::companies::{Companies, CompanyEntry, Ruling};
use crate::metadata::technologies::Technologies;
use crate::metadata::{Metadata, Reports};
use crate::nearest::nearest;

/// Reports entries without a company, bookmarks that would break, new slugs, and verdicts without
/// effect. `companies` have their tags.
pub(crate) fn check(
    metadata: &Metadata,
    companies: &[Company],
    chapters: &mut [Reporter<'_>],
    reports: &mut Reports<'_>,
) {
    // Without the list of chapters, or with half of one, all companies would seem to be gone.
    if reports.site.is_damaged() {
        return;
    }
    let by_slug: HashMap<&Slug, &Company> =
        companies.iter().map(|company| (&company.slug, company)).collect();
    let slips = report_gone(metadata, companies, &by_slug, chapters, reports);
    let report = &mut reports.companies;
    let entries_are_whole = !report.is_damaged() && !reports.technologies.is_damaged();
    for (slug, entry) in &metadata.companies.by_slug {
        match by_slug.get(slug) {
            Some(company) if entries_are_whole => {
                check_verdicts(&metadata.technologies, entry, company, report);
            }
            Some(_) => {}
            None if slips.gone.contains(slug) => {}
            None => missing(slug, entry, metadata, companies, report),
        }
    }
    check_redirects(&metadata.companies, &by_slug, report);
    check_retired(&metadata.companies, &by_slug, report);

    let shipped: HashSet<&Slug> = metadata.shipped.iter().map(|(slug, _)| slug).collect();
    for (number, chapter) in (0..).zip(chapters) {
        let lines = Lines::new(&chapter.file.text);
        for company in companies.iter().filter(|company| company.chapter == number) {
            let heading = lines.span_of(company.line, &chapter.file.text);
            if !shipped.contains(&company.slug) && !slips.new.contains(&company.slug) {
                chapter.warn(
                    Code::UnrecordedAddress,
                    heading.clone(),
                    format!("/company/{} is new and its address is not recorded yet", company.slug),
                    format!(
                        "add the line \"{}\" to {}",
                        company.slug, reports.shipped_slugs.file.path
                    ),
                );
            }
            if company.body.is_empty() && company.podcasts.is_empty() {
                chapter.warn(
                    Code::EmptySection,
                    heading,
                    format!("the section of \"{}\" is empty", company.name),
                    "write below the heading what is known, with its links, or remove it",
                );
            }
        }
    }
    if !reports.companies.is_damaged() {
        check_industries(metadata, companies, &slips, &mut reports.companies);
    }
}

/// Companies that are missed, and new ones that they may have become by a slip of the pen. What
/// would be said of either follows from the slip.
#[derive(Default)]
struct Slips<'a> {
    gone: BTreeSet<&'a Slug>,
    new: BTreeSet<&'a Slug>,
}

/// Reports companies that the site had and has no longer. The likely slip comes first in the cure,
/// what breaks bookmarks last.
fn report_gone<'a>(
    metadata: &'a Metadata,
    companies: &'a [Company],
    by_slug: &HashMap<&Slug, &Company>,
    chapters: &[Reporter<'_>],
    reports: &mut Reports<'_>,
) -> Slips<'a> {
    let Companies { redirects, retired, .. } = &metadata.companies;
    let mut slips = Slips::default();
    if reports.companies.is_damaged() {
        return slips;
    }
    let entries = &reports.companies.file.path;
    let is_known = |slug: &Slug| {
        by_slug.contains_key(slug)
            || redirects.iter().any(|(old, ..)| old == slug)
            || retired.iter().any(|(gone, _)| gone.slug == *slug)
    };
    let shipped: HashSet<&Slug> = metadata.shipped.iter().map(|(slug, _)| slug).collect();
    let new = || companies.iter().filter(|company| !shipped.contains(&company.slug));
    for (slug, span) in metadata.shipped.iter().filter(|(slug, _)| !is_known(slug)) {
        slips.gone.insert(slug);
        let near = nearest(slug.as_str(), new().map(|company| company.slug.as_str()));
        let near = near.and_then(|near| new().find(|company| company.slug.as_str() == near));
        let (slip, other) = match near {
            Some(company) => {
                slips.new.insert(&company.slug);
                let chapter = chapters.get(company.chapter as usize);
                let path = chapter.map_or("", |chapter| chapter.file.path.as_str());
                let place = format!("{path}:{}", company.line);
                (
                    format!("if the name \"{}\" at {place} is a slip, correct it", company.name),
                    company.slug.as_str(),
                )
            }
            None => {
                ("if its heading was changed by mistake, put it back".to_owned(), "its new slug")
            }
        };
        reports.shipped_slugs.error(
            Code::CompanyGone,
            span.clone(),
            format!("/company/{slug} shipped, but no chapter has such a company"),
            format!(
                "{slip}; if it was renamed, add {slug} = \"{other}\" below [redirects] in {entries}; if it \
                 is gone for good, add [gone.{slug}] there, with name, since and kept"
            ),
        );
    }
    slips
}

fn check_retired(
    companies: &Companies,
    by_slug: &HashMap<&Slug, &Company>,
    report: &mut Reporter<'_>,
) {
    for (gone, span) in &companies.retired {
        let slug = &gone.slug;
        let elsewhere = if by_slug.contains_key(slug) {
            "a chapter has that company"
        } else if companies.redirects.iter().any(|(old, ..)| old == slug) {
            "it is redirected"
        } else {
            continue;
        };
        report.error(
            Code::RetiredTwice,
            span.clone(),
            format!("\"{slug}\" is listed as gone, but {elsewhere}"),
            format!("remove [gone.{slug}]"),
        );
    }
}

fn check_industries(
    metadata: &Metadata,
    companies: &[Company],
    slips: &Slips<'_>,
    report: &mut Reporter<'_>,
) {
    if metadata.companies.industries.is_empty() {
        return;
    }
    let unsorted = companies.iter().filter(|company| company.industry.is_none());
    for company in unsorted.filter(|company| !slips.new.contains(&company.slug)) {
        let slug = &company.slug;
        let span = metadata.company(slug).map_or(0..0, |entry| entry.span.clone());
        report.warn(
            Code::NoIndustry,
            span,
            format!("\"{slug}\" has no industry, so no reader finds it by that"),
            format!("write industry = \"…\" below [company.{slug}], the id of an [[industry]]"),
        );
    }
}

fn missing(
    slug: &Slug,
    entry: &CompanyEntry,
    metadata: &Metadata,
    companies: &[Company],
    report: &mut Reporter<'_>,
) {
    let redirects = &metadata.companies.redirects;
    let renamed = redirects.iter().find(|(old, ..)| old == slug).map(|(_, new, _)| new.as_str());
    let known = companies.iter().map(|company| company.slug.as_str());
    let cure = match renamed.or_else(|| nearest(slug.as_str(), known)) {
        Some(near) => format!("write [company.{near}]; if the company is gone, remove the entry"),
        None => {
            "write the slug of a company in a chapter; if the company is gone, remove the entry"
                .to_owned()
        }
    };
    report.error(
        Code::EntryWithoutCompany,
        entry.span.clone(),
        format!("no chapter has a company \"{slug}\""),
        cure,
    );
}

fn check_redirects(
    companies: &Companies,
    by_slug: &HashMap<&Slug, &Company>,
    report: &mut Reporter<'_>,
) {
    for (old, new, span) in &companies.redirects {
        if by_slug.contains_key(old) {
            report.error(
                Code::RedirectOfCompany,
                span.clone(),
                format!("\"{old}\" is redirected, but the chapter has that company"),
                "remove the redirect",
            );
        } else if !by_slug.contains_key(new) {
            let known = by_slug.keys().map(|slug| slug.as_str());
            report.unknown(
                &Spanned::new(span.clone(), new.to_string()),
                "company",
                // Sorted, so that the same input gives the same message.
                known.collect::<BTreeSet<_>>(),
                "redirect it to the slug of a company in the chapter",
            );
        }
    }
}

/// A verdict that changes nothing is a slip, or has outlived the words it was made for.
fn check_verdicts(
    technologies: &Technologies,
    entry: &CompanyEntry,
    company: &Company,
    report: &mut Reporter<'_>,
) {
    for verdict in &entry.verdicts {
        let technology = &technologies.list[verdict.technology];
        let tag = company.tags.iter().find(|tag| tag.technology == technology.slug);
        let shows = tag.is_some_and(|tag| {
            tag.evidence.iter().any(|evidence| evidence.note.as_ref() == Some(&verdict.note))
        });
        let denied = company.denied.iter().find(|denial| denial.technology == technology.slug);
        let (what, shows, cure) = match verdict.ruling {
            Ruling::Confirm(_) => {
                ("confirm", shows, "remove it: there is no weak evidence to confirm")
            }
            Ruling::AddWords => ("add", shows, "write words that the company's section holds"),
            Ruling::Deny => {
                let shows = denied.is_some_and(|denial| denial.note == verdict.note);
                ("deny", shows, "remove it: no words of the section name it, or it is denied twice")
            }
            // A source always shows.
            Ruling::AddSource(_) => {
                if denied.is_some() {
                    report.error(
                        Code::DeniedAndAdded,
                        verdict.span.clone(),
                        format!(
                            "\"{}\" is both denied and added at \"{}\"",
                            technology.slug, company.slug
                        ),
                        "remove one of the two",
                    );
                }
                continue;
            }
        };
        if !shows {
            report.warn(
                Code::IdleVerdict,
                verdict.span.clone(),
                format!(
                    "{what} of \"{}\" at \"{}\" changes nothing",
                    technology.slug, company.slug
                ),
                cure,
            );
        }
    }
}
