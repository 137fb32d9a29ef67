//! What stands beside the chapter: technologies, companies, shipped slugs, checks of links.
//!
//! Each file is read key by key ([`entry`]), so that a fault costs only the part it stands in and
//! all faults are reported at once, each with its place and its cure.

mod check;
mod companies;
mod corrections;
mod diagrams;
mod entry;
mod link_status;
mod nearest;
mod shipped;
mod technologies;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use catalog::{Chapter, Company, Industry, LinkCheck, Slug, Technology};

use crate::diagnostic::Diagnostic;
use crate::input::{Input, Scope};
use crate::resource::dated;
use crate::vocabulary::entry::Report;
pub(crate) use companies::{CompanyEntry, Ruling, Verdict};
pub(crate) use technologies::Technologies;

/// A slug that shipped and where `slugs.txt` says so.
type ShippedSlug = (Slug, Range<usize>);

/// All that the maintainers' files say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    technologies: Technologies,
    companies: companies::Companies,
    shipped: Vec<ShippedSlug>,
    /// The last check of each address.
    link_checks: BTreeMap<String, LinkCheck>,
}

impl Vocabulary {
    /// Reads the files. Total: what is faulty is reported and left out.
    pub(crate) fn parse(input: &Input, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let technologies = Technologies::parse(&input.files.technologies, diagnostics);
        let companies =
            companies::Companies::parse(&input.files.companies, &technologies, diagnostics);
        let shipped = shipped::parse(&input.files.shipped_slugs, diagnostics);
        let link_checks = link_status::parse(&input.files.link_status, diagnostics);
        Self { technologies, companies, shipped, link_checks }
    }

    /// The technologies, in the order of the file.
    pub(crate) fn technologies(&self) -> &[Technology] {
        &self.technologies.list
    }

    /// By what the technologies are found.
    pub(crate) fn finder(&self) -> &Technologies {
        &self.technologies
    }

    /// The lines of business, in the order of the file.
    pub(crate) fn industries(&self) -> &[Industry] {
        &self.companies.industries
    }

    /// Old company slugs, each with the one that took its place.
    pub(crate) fn redirects(&self) -> Vec<(Slug, Slug)> {
        let redirects = self.companies.redirects.iter();
        redirects.map(|(old, new, _)| (old.clone(), new.clone())).collect()
    }

    /// Where the companies come from.
    pub(crate) fn chapters(&self) -> Vec<Chapter> {
        vec![self.companies.source.clone()]
    }

    /// What the files say about a company.
    pub(crate) fn company(&self, slug: &str) -> Option<&CompanyEntry> {
        self.companies.by_slug.get(slug)
    }

    /// Says of a company what its section does not: line of business, name, years
    /// and checks of its links, corrections of them, drawings.
    pub(crate) fn complete(
        &self,
        company: &mut Company,
        input: &Input,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let latest = self.companies.last_year();
        for resource in &mut company.resources {
            resource.dated = latest.and_then(|latest| dated::find(resource, latest));
            resource.checked = self.link_checks.get(&resource.url).cloned();
        }
        let Some(entry) = self.company(company.slug.as_str()) else { return };
        company.industry.clone_from(&entry.industry);
        if let Some(name) = &entry.name {
            company.name.clone_from(name);
        }
        let mut unheard = Vec::new();
        let heard = match input.scope {
            Scope::Site => diagnostics,
            // The entries are about the site's own section, which another chapter may lack.
            Scope::Draft => &mut unheard,
        };
        let mut report = Report::new(&input.files.companies, heard);
        corrections::apply(company, &entry.corrections, &mut report);
        diagrams::attach(company, &entry.diagrams, &mut report);
    }

    /// Reports what does not fit the chapter's companies: entries for companies that it lacks,
    /// shipped slugs that vanished without a redirect, new slugs, verdicts without effect. To be
    /// called when the companies have their tags.
    pub(crate) fn check_companies(
        &self,
        companies: &[Company],
        input: &Input,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        check::check(self, companies, input, diagnostics);
    }
}
