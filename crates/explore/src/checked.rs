//! A filter whose names the catalogue knows.

use std::ops::Deref;

use catalog::Slug;

use crate::filter::{EvidenceFloor, Filter};
use crate::index::Index;
use crate::query_string::UnknownValues;
use crate::sorted_set::SortedSet;
use crate::text::fold::slug_form;

/// A [`Filter`] whose technologies and industries are all in the catalogue, each under its current
/// slug. Only [`Index::check`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedFilter {
    filter: Filter,
    /// In [`catalog::Catalog::technologies`].
    technologies: Vec<usize>,
    /// In [`catalog::Catalog::industries`].
    industries: Vec<usize>,
}

impl Deref for CheckedFilter {
    type Target = Filter;

    fn deref(&self) -> &Filter {
        &self.filter
    }
}

impl catalog::Query for CheckedFilter {
    fn query_string(&self) -> String {
        self.filter.to_query_string()
    }
}

impl CheckedFilter {
    /// The same filter with another search text.
    #[must_use]
    pub fn with_query(&self, text: &str) -> Self {
        let mut filter = self.clone();
        text.clone_into(&mut filter.filter.query);
        filter
    }

    /// The same filter with other evidence asked for.
    pub(crate) fn with_evidence(&self, evidence: EvidenceFloor) -> Self {
        let mut filter = self.clone();
        filter.filter.evidence = evidence;
        filter
    }

    pub(crate) fn technology_positions(&self) -> &[usize] {
        &self.technologies
    }

    pub(crate) fn industry_positions(&self) -> &[usize] {
        &self.industries
    }
}

impl Index<'_> {
    /// Checks a filter against the catalogue. Technologies and industries that it does not have are
    /// dropped; the former slug of a technology becomes its current one.
    ///
    /// ```
    /// use explore::{Filter, Index};
    ///
    /// let catalog = fixtures::a_catalog(&["kafka"], &[]);
    /// let filter = Filter::from_query_string("tech=kafka&tech=nothing&industry=mining");
    /// assert_eq!(Index::new(&catalog).check(&filter).to_query_string(), "tech=kafka");
    /// ```
    #[must_use]
    pub fn check(&self, filter: &Filter) -> CheckedFilter {
        self.check_names(filter, &mut UnknownValues::default())
    }

    /// Reads and checks a query string, and keeps the values that neither the filter nor the
    /// catalogue knows. A technology or an industry may also be written by its name or an alias.
    ///
    /// ```
    /// use explore::Index;
    ///
    /// let catalog = fixtures::a_catalog(&["kafka"], &[]);
    /// let (filter, unknown) = Index::new(&catalog).read("tech=KAFKA,nothing");
    /// assert_eq!(filter.to_query_string(), "tech=kafka");
    /// assert_eq!(unknown.iter().next().map(|unknown| &*unknown.value), Some("nothing"));
    /// ```
    #[must_use]
    pub fn read(&self, query_string: &str) -> (CheckedFilter, UnknownValues) {
        let (filter, mut unknown) = Filter::read(query_string);
        let checked = self.check_names(&filter, &mut unknown);
        (checked, unknown)
    }

    fn check_names(&self, filter: &Filter, unknown: &mut UnknownValues) -> CheckedFilter {
        let mut checked = CheckedFilter {
            filter: Filter {
                technologies: SortedSet::new(),
                industries: SortedSet::new(),
                ..filter.clone()
            },
            technologies: Vec::new(),
            industries: Vec::new(),
        };
        for slug in &filter.technologies {
            let Some(position) = self.technology_called(slug) else {
                unknown.add("tech", slug.as_str());
                continue;
            };
            let current = self.catalog.technologies[position].slug.clone();
            if checked.filter.technologies.insert(current) {
                checked.technologies.push(position);
            }
        }
        for slug in &filter.industries {
            let industries = &self.catalog.industries;
            let position = self
                .industry_position(slug)
                .or_else(|| industries.iter().position(|other| is_form(&other.name, slug)));
            let Some(position) = position else {
                unknown.add("industry", slug.as_str());
                continue;
            };
            if checked.filter.industries.insert(industries[position].slug.clone()) {
                checked.industries.push(position);
            }
        }
        checked
    }

    /// Position of the technology with this slug, or with a name that is written like it.
    fn technology_called(&self, slug: &Slug) -> Option<usize> {
        self.technology_position(slug.as_str()).or_else(|| {
            self.catalog.technologies.iter().position(|technology| {
                is_form(&technology.name, slug)
                    || technology.aliases.iter().any(|alias| is_form(alias, slug))
            })
        })
    }
}

fn is_form(name: &str, slug: &Slug) -> bool {
    slug_form(name) == slug.as_str()
}
