//! How many companies each option of each facet would give.

use catalog::{Kind, Role, Slug};

use crate::filter::Match;
use crate::index::{Graded, Index};
use crate::question::Question;
use crate::selection::{Dimension, GradedSelection, Selection};
use crate::tally::Tally;

/// The options of each facet, each with the number of companies that choosing it would give; for a
/// chosen technology under [`Match::All`], the number of companies now.
///
/// An option is listed if any company of the catalogue has it or if it is chosen. It does not depend
/// on the rest of the filter, so options keep their place.
///
/// In a facet whose values widen (all but technology under [`Match::All`]) the facet's own choices
/// are left out of the count: it is the number of companies with this value among those that pass
/// the other facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// In the order of the catalogue; a parent counts the companies of its children.
    pub technologies: Vec<(Slug, Tally)>,
    /// In the order in which data flows.
    pub roles: Vec<(Role, Tally)>,
    /// In the order of [`Kind::ALL`].
    pub kinds: Vec<(Kind, Tally)>,
    /// In the order of the catalogue.
    pub industries: Vec<(Slug, Tally)>,
    /// The companies that pass if only strong evidence counts.
    pub strong: usize,
    /// Every year from that of the oldest material to that of the newest.
    pub years: Vec<(u32, usize)>,
}

impl Index<'_> {
    /// The counts of every option.
    ///
    /// ```
    /// use catalog::{Catalog, Role};
    /// use explore::{Filter, Index, Question, Tally};
    ///
    /// let catalog = fixtures::a_catalog(&["kafka", "spark"], &[&["kafka"], &["kafka", "spark"]]);
    /// let index = Index::new(&catalog);
    /// let filter = index.check(&Filter::from_query_string("tech=spark"));
    /// let facets = index.facets(&Question::without_text(&filter));
    /// let counts: Vec<usize> = facets.technologies.iter().map(|(_, tally)| tally.total()).collect();
    /// assert_eq!(counts, [1, 1]);
    /// assert_eq!(facets.roles, [(Role::Storage, Tally { strong: 1, weak: 0 })]);
    /// ```
    #[must_use]
    pub fn facets(&self, question: &Question<'_>) -> Facets {
        let filter = question.filter();
        let selection = GradedSelection::new(self, filter, question.found());
        let (any, strong) = (&selection.any, &selection.strong);
        let catalog = self.catalog;
        Facets {
            technologies: {
                let base = |selection: &Selection<'_, '_>| match filter.match_mode {
                    Match::All => selection.passing(),
                    Match::Any => selection.passing_without(Dimension::Technology),
                };
                let base = Graded { any: base(any), strong: base(strong) };
                let mut counts = Vec::new();
                for (technology, set) in catalog.technologies.iter().zip(&self.technologies) {
                    if !set.any.is_empty() || filter.technologies.contains(&technology.slug) {
                        counts.push((technology.slug.clone(), any.tally_of(set, &base)));
                    }
                }
                counts
            },
            roles: {
                let base = Graded {
                    any: any.passing_without(Dimension::Role),
                    strong: strong.passing_without(Dimension::Role),
                };
                let mut counts = Vec::new();
                for (&role, set) in Role::ALL.iter().zip(&self.roles) {
                    if !set.any.is_empty() || filter.roles.contains(&role) {
                        counts.push((role, any.tally_of(set, &base)));
                    }
                }
                counts
            },
            kinds: {
                let mut counts = Vec::new();
                for (&kind, set) in Kind::ALL.iter().zip(&self.kinds) {
                    if !set.is_empty() || filter.kinds.contains(&kind) {
                        counts.push((kind, selection.tally_with(Dimension::Kind, set)));
                    }
                }
                counts
            },
            industries: {
                let mut counts = Vec::new();
                for (industry, set) in catalog.industries.iter().zip(&self.industries) {
                    if !set.is_empty() || filter.industries.contains(&industry.slug) {
                        let tally = selection.tally_with(Dimension::Industry, set);
                        counts.push((industry.slug.clone(), tally));
                    }
                }
                counts
            },
            strong: strong.passing().count(),
            years: {
                let base = any.passing_without(Dimension::Years);
                let years = self.years.iter();
                years.map(|(year, having)| (*year, base.count_common(having))).collect()
            },
        }
    }
}
