//! What the maintainers' files say beside the chapter.
//!
//! Each file is read key by key ([`crate::toml_file`]), so that a fault costs only the value that
//! holds it and all faults are reported at once, each with its place and its cure.

pub(crate) mod acknowledged;
pub(crate) mod changes;
pub(crate) mod companies;
mod corrections;
mod diagrams;
mod link_status;
pub(crate) mod shapes;
mod shipped;
pub(crate) mod site;
pub(crate) mod technologies;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use catalog::{Chapter, Company, LinkCheck, Resource, Slug};

use crate::diagnostic::Reporter;
use crate::hosts::Hosts;
use crate::input::{Files, Scope};
use crate::links::Link;
use crate::per_file::PerFile;
use crate::resource::Known;
use crate::words::Lexicon;
use changes::ListedChange;
use companies::{Companies, CompanyEntry};
use site::SiteFile;
use technologies::Technologies;

/// The content of the files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) site: SiteFile,
    pub(crate) technologies: Technologies,
    pub(crate) companies: Companies,
    pub(crate) hosts: Hosts,
    pub(crate) words: Lexicon,
    pub(crate) changes: Vec<ListedChange>,
    /// Slugs that shipped, each with its place in `slugs.txt`.
    pub(crate) shipped: Vec<(Slug, Range<usize>)>,
    /// The last check of each address.
    link_checks: BTreeMap<String, LinkCheck>,
}

/// One reporter for each content file.
pub(crate) type Reports<'a> = PerFile<Reporter<'a>>;

impl<'a> Reports<'a> {
    pub(crate) fn new(files: &'a Files) -> Self {
        files.each().map(Reporter::new)
    }
}

impl Metadata {
    /// Reads the files. Total: what is faulty is reported and left out.
    pub(crate) fn read(reports: &mut Reports<'_>) -> Self {
        let site = SiteFile::parse(&mut reports.site);
        let technologies = Technologies::parse(&mut reports.technologies);
        if reports.technologies.is_damaged() {
            reports.companies.lose("technology");
        }
        let companies = Companies::parse(&technologies, site.last_year(), &mut reports.companies);
        let mut words = Lexicon::parse(&mut reports.words);
        let names = technologies.list.iter().flat_map(|technology| {
            std::iter::once(&technology.name).chain(&technology.aliases).map(String::as_str)
        });
        words.add_names(names, &mut reports.words);
        let names = companies.by_slug.values().filter_map(|entry| entry.name.as_deref());
        words.add_names(names, &mut reports.words);
        Self {
            site,
            technologies,
            companies,
            hosts: Hosts::parse(&mut reports.hosts),
            words,
            changes: changes::parse(&mut reports.changes),
            shipped: shipped::parse(&mut reports.shipped_slugs),
            link_checks: link_status::parse(&mut reports.link_status),
        }
    }

    /// What helps to describe an address.
    pub(crate) const fn known(&self) -> Known<'_> {
        Known { hosts: &self.hosts, words: &self.words }
    }

    /// The entry of a company in `companies.toml`.
    pub(crate) fn company(&self, slug: &Slug) -> Option<&CompanyEntry> {
        self.companies.by_slug.get(slug)
    }

    /// Describes the links of a company: what they lead to, years, checks.
    pub(crate) fn describe(&self, links: Vec<Link>, chapter: &Chapter) -> Vec<Resource> {
        let known = self.known();
        let describe = |link| {
            let mut resource = known.describe(link);
            resource.dated = known.date(&resource, chapter.written.year());
            resource.checked = self.link_checks.get(&resource.url).cloned();
            resource
        };
        links.into_iter().map(describe).collect()
    }

    /// Adds to a company what its section does not say: industry, name, corrections of its links,
    /// diagrams.
    pub(crate) fn complete(&self, company: &mut Company, scope: &Scope, report: &mut Reporter<'_>) {
        let Some(entry) = self.company(&company.slug) else { return };
        company.industry.clone_from(&entry.industry);
        if let Some(name) = &entry.name {
            company.name.clone_from(name);
        }
        // The entries are about the site's own section, which another chapter may lack.
        let mut ignored = Reporter::new(report.file);
        let report = match scope {
            Scope::Site => report,
            Scope::Draft(_) => &mut ignored,
        };
        corrections::apply(company, &entry.corrections, report);
        diagrams::attach(company, &entry.diagrams, report);
    }
}
