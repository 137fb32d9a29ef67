//! A filter whose names the catalogue knows.

use std::ops::Deref;

use crate::filter::Filter;
use crate::index::Index;
use crate::sorted_set::SortedSet;

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
            if let Some(position) = self.technology_position(slug.as_str()) {
                let current = self.catalog.technologies[position].slug.clone();
                if checked.filter.technologies.insert(current) {
                    checked.technologies.push(position);
                }
            }
        }
        for slug in &filter.industries {
            if let Some(position) = self.industry_position(slug) {
                checked.filter.industries.insert(slug.clone());
                checked.industries.push(position);
            }
        }
        checked
    }
}
