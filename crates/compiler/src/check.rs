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
    let by_slug: HashMap<&Slug, &Company> =
        companies.iter().map(|company| (&company.slug, company)).collect();
    let report = &mut reports.companies;
    for (slug, entry) in &metadata.companies.by_slug {
        match by_slug.get(slug) {
            Some(company) => check_verdicts(&metadata.technologies, entry, company, report),
            None => missing(slug, entry, companies, report),
        }
    }
    check_redirects(&metadata.companies, &by_slug, report);

    let redirected = |slug| metadata.companies.redirects.iter().any(|(old, ..)| old == slug);
    for (slug, span) in &metadata.shipped {
        if !by_slug.contains_key(slug) && !redirected(slug) {
            reports.shipped_slugs.error(Code::CompanyGone,
                span.clone(),
                format!("/company/{slug} shipped, but the chapter has no such company"),
                format!(
                    "add {slug} = \"its new slug\" below [redirects] in {}, or put the heading back",
                    reports.companies.file.path
                ),
            );
        }
    }
    let shipped: HashSet<&Slug> = metadata.shipped.iter().map(|(slug, _)| slug).collect();
    for (number, chapter) in (0..).zip(chapters) {
        let lines = Lines::new(&chapter.file.text);
        for company in companies.iter().filter(|company| company.chapter == number) {
            let heading = lines.span_of(company.line, &chapter.file.text);
            if !shipped.contains(&company.slug) {
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
    check_industries(metadata, companies, &mut reports.companies);
}

fn check_industries(metadata: &Metadata, companies: &[Company], report: &mut Reporter<'_>) {
    if metadata.companies.industries.is_empty() {
        return;
    }
    for company in companies.iter().filter(|company| company.industry.is_none()) {
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

fn missing(slug: &Slug, entry: &CompanyEntry, companies: &[Company], report: &mut Reporter<'_>) {
    let known = companies.iter().map(|company| company.slug.as_str());
    let cure = match nearest(slug.as_str(), known) {
        Some(near) => format!("write \"{near}\", or remove the entry"),
        None => "remove the entry, or add the company to the chapter".to_owned(),
    };
    report.error(
        Code::EntryWithoutCompany,
        entry.span.clone(),
        format!("the chapter has no company \"{slug}\""),
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
