//! Compares what the maintainers' files say with the companies that the chapter has.

use std::collections::{BTreeSet, HashMap, HashSet};

use catalog::{Company, Slug};

use crate::diagnostic::Diagnostic;
use crate::input::{Input, Scope};
use crate::vocabulary::companies::{Companies, CompanyEntry, Ruling};
use crate::vocabulary::entry::Report;
use crate::vocabulary::nearest::nearest;
use crate::vocabulary::{ShippedSlug, Vocabulary};

/// Reports entries without a company, bookmarks that would break, and verdicts without effect.
/// Only the site's own chapter is held to them.
pub(super) fn check(
    vocabulary: &Vocabulary,
    companies: &[Company],
    input: &Input,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if input.scope == Scope::Draft {
        return;
    }
    let by_slug: HashMap<&Slug, &Company> =
        companies.iter().map(|company| (&company.slug, company)).collect();
    let mut report = Report::new(&input.files.companies, diagnostics);
    for (slug, entry) in &vocabulary.companies.by_slug {
        match by_slug.get(slug) {
            Some(company) => check_verdicts(vocabulary, entry, company, &mut report),
            None => missing(slug, entry, companies, &mut report),
        }
    }
    check_redirects(&vocabulary.companies, &by_slug, &mut report);

    let redirected = |slug| vocabulary.companies.redirects.iter().any(|(old, ..)| old == slug);
    let mut report = Report::new(&input.files.shipped_slugs, diagnostics);
    for (slug, span) in &vocabulary.shipped {
        if !by_slug.contains_key(slug) && !redirected(slug) {
            report.error(
                span.clone(),
                format!("/company/{slug} shipped, but the chapter has no such company"),
                format!(
                    "add {slug} = \"its new slug\" below [redirects] in {}, or put the heading back",
                    input.files.companies.path
                ),
            );
        }
    }
    check_new(&vocabulary.shipped, companies, input, diagnostics);
}

fn missing(slug: &Slug, entry: &CompanyEntry, companies: &[Company], report: &mut Report<'_, '_>) {
    let known = companies.iter().map(|company| company.slug.as_str());
    let cure = match nearest(slug.as_str(), known) {
        Some(near) => format!("write \"{near}\", or remove the entry"),
        None => "remove the entry, or add the company to the chapter".to_owned(),
    };
    report.error(entry.span.clone(), format!("the chapter has no company \"{slug}\""), cure);
}

fn check_redirects(
    companies: &Companies,
    by_slug: &HashMap<&Slug, &Company>,
    report: &mut Report<'_, '_>,
) {
    for (old, new, span) in &companies.redirects {
        if by_slug.contains_key(old) {
            report.error(
                span.clone(),
                format!("\"{old}\" is redirected, but the chapter has that company"),
                "remove the redirect",
            );
        } else if !by_slug.contains_key(new) {
            let known = by_slug.keys().map(|slug| slug.as_str());
            report.unknown(
                span.clone(),
                "company",
                new.as_str(),
                // Sorted, so that the same input gives the same message.
                known.collect::<BTreeSet<_>>(),
                "lead it to the slug of a company in the chapter",
            );
        }
    }
}

/// A verdict that changes nothing is a slip, or has outlived the words it was made for.
fn check_verdicts(
    vocabulary: &Vocabulary,
    entry: &CompanyEntry,
    company: &Company,
    report: &mut Report<'_, '_>,
) {
    for verdict in &entry.verdicts {
        let technology = &vocabulary.technologies()[verdict.technology];
        let tag = company.tags.iter().find(|tag| tag.technology == technology.slug);
        let shows = tag.is_some_and(|tag| {
            tag.evidence.iter().any(|evidence| evidence.note.as_ref() == Some(&verdict.note))
        });
        let denied = company.denied.iter().find(|denial| denial.technology == technology.slug);
        let (what, shows, cure) = match verdict.ruling {
            Ruling::Confirm(_) => ("confirm", shows, "remove it: no weak evidence speaks for it"),
            Ruling::AddWords => ("add", shows, "write words that the company's section holds"),
            Ruling::Deny => {
                let shows = denied.is_some_and(|denial| denial.note == verdict.note);
                ("deny", shows, "remove it: no words of the section name it, or it is denied twice")
            }
            // A source always shows.
            Ruling::AddSource(_) => {
                if denied.is_some() {
                    report.error(
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
            report.warning(
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

fn check_new(
    shipped: &[ShippedSlug],
    companies: &[Company],
    input: &Input,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let shipped: HashSet<&Slug> = shipped.iter().map(|(slug, _)| slug).collect();
    let mut start = 0;
    let lines: Vec<_> = input
        .chapter
        .text
        .split_inclusive('\n')
        .map(|line| {
            let span = start..start + line.trim_end().len();
            start += line.len();
            span
        })
        .collect();
    let mut report = Report::new(&input.chapter, diagnostics);
    for company in companies.iter().filter(|company| !shipped.contains(&company.slug)) {
        let index = usize::try_from(company.line).unwrap_or(usize::MAX).saturating_sub(1);
        report.warning(
            lines.get(index).cloned().unwrap_or(0..0),
            format!("/company/{} is new, and nothing keeps its address yet", company.slug),
            format!("add the line \"{}\" to {}", company.slug, input.files.shipped_slugs.path),
        );
    }
}
