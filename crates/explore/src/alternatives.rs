//! Other filters, for one that leaves few companies or none.

use catalog::Slug;

use crate::bitset::BitSet;
use crate::filter::{Criterion, Filter, Match};
use crate::index::Index;
use crate::order::{most_first, ordered};
use crate::question::Question;
use crate::selection::GradedSelection;
use crate::tally::Tally;

/// How many replacements are offered for one technology.
const REPLACEMENTS: usize = 2;

/// A similar filter that leaves more companies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The difference.
    pub change: Change,
    /// The filter.
    pub filter: Filter,
    /// How many companies it leaves.
    pub count: Tally,
}

/// How an [`Alternative`] differs from the question's filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Criteria are dropped.
    Without(Vec<Criterion>),
    /// One technology is replaced by another.
    Instead {
        /// The chosen one.
        of: Slug,
        /// Its replacement.
        use_: Slug,
    },
}

impl Index<'_> {
    /// How many companies each criterion of the filter leaves on its own.
    #[must_use]
    pub fn alone(&self, question: &Question<'_>) -> Vec<(Criterion, Tally)> {
        let filter = question.filter();
        let mut alone = Vec::new();
        for criterion in filter.criteria() {
            let only = filter.cleared().toggled(criterion.clone());
            alone.push((criterion, self.count_with(&only, question.found())));
        }
        alone
    }

    /// Similar filters that leave more companies, the most similar first:
    ///
    /// 1. the filter without one criterion, in the order of the filter;
    /// 2. the filter with one technology replaced: by its ancestor, then by technologies of the same
    ///    stage, then by those that leave most companies;
    /// 3. if dropping one criterion still leaves no company, the largest parts of the filter that
    ///    leave any.
    ///
    /// No filter is listed twice.
    ///
    /// ```
    /// use explore::{Change, Filter, Index, Question};
    ///
    /// let catalog = fixtures::a_catalog(&["kafka", "flink"], &[&["kafka"], &["kafka"], &["flink"]]);
    /// let index = Index::new(&catalog);
    /// let filter = index.check(&Filter::from_query_string("tech=flink&tech=kafka"));
    /// let alternatives = index.alternatives(&Question::without_text(&filter));
    /// assert_eq!(alternatives[0].filter.to_query_string(), "tech=kafka");
    /// assert_eq!(alternatives[0].count.total(), 2);
    /// ```
    #[must_use]
    pub fn alternatives(&self, question: &Question<'_>) -> Vec<Alternative> {
        let (filter, found) = (question.filter(), question.found());
        let now = self.count(question);
        let criteria = filter.criteria();
        let mut alternatives = Vec::new();
        if criteria.len() > 1 {
            for criterion in &criteria {
                let wider = filter.without(criterion);
                let count = self.count_with(&wider, found);
                if count.total() > now {
                    let change = Change::Without(vec![criterion.clone()]);
                    alternatives.push(Alternative { change, filter: wider, count });
                }
            }
        }
        let has_narrow_way_out = !alternatives.is_empty();
        for technology in &filter.technologies {
            self.add_replacements(filter, technology, found, now, &mut alternatives);
        }
        if !has_narrow_way_out && now == 0 {
            self.add_parts(filter, &criteria, found, &mut alternatives);
        }
        alternatives
    }

    /// How many companies pass a part of the question's filter, or that filter with a replacement.
    fn count_with(&self, filter: &Filter, found: Option<&BitSet>) -> Tally {
        let found = found.filter(|_| filter.has_query());
        GradedSelection::new(self, &self.check(filter), found).tally()
    }

    fn add_replacements(
        &self,
        filter: &Filter,
        technology: &Slug,
        found: Option<&BitSet>,
        now: usize,
        alternatives: &mut Vec<Alternative>,
    ) {
        let Some(position) = self.technology_position(technology.as_str()) else { return };
        // Under Match::Any a replacement changes little.
        if filter.match_mode == Match::Any && filter.technologies.len() > 1 {
            return;
        }
        let technologies = &self.catalog.technologies;
        let family = self.lineage(position);
        let stage = technologies[position].role.stage();
        let rest = filter.without(&Criterion::Technology(technology.clone()));
        // A company that has a part has the whole, so the whole narrows nothing beside its part.
        let mut implied = Vec::new();
        for kept in &rest.technologies {
            let position = self.technology_position(kept.as_str());
            implied.extend(position.map(|at| self.lineage(at)).unwrap_or_default());
        }
        let mut others = Vec::new();
        for (at, other) in technologies.iter().enumerate() {
            if at == position || implied.contains(&at) {
                continue;
            }
            let mut swapped = rest.clone();
            swapped.technologies.insert(other.slug.clone());
            let count = self.count_with(&swapped, found);
            if count.total() > now {
                others.push((at, swapped, count));
            }
        }
        let order = ordered(0..others.len(), |number| {
            let (at, _, count) = &others[number];
            let distance = if family.contains(at) {
                0
            } else if stage.is_some() && technologies[*at].role.stage() == stage {
                1
            } else {
                2
            };
            // Ties: the one that more companies of the catalogue have.
            let worth =
                count.total() * self.catalog.companies.len() + self.technologies[*at].any.count();
            (distance, most_first(worth))
        });
        let mut offered: Vec<(usize, usize)> = Vec::new();
        for number in order {
            let (at, filter, count) = others[number].clone();
            let whole = self.lineage(at);
            // A part that leaves as many companies as its whole adds nothing.
            if offered.iter().any(|(other, same)| whole.contains(other) && *same == count.total()) {
                continue;
            }
            if offered.len() == REPLACEMENTS {
                break;
            }
            offered.push((at, count.total()));
            let use_ = technologies[at].slug.clone();
            let change = Change::Instead { of: technology.clone(), use_ };
            if alternatives.iter().all(|other| other.filter != filter) {
                alternatives.push(Alternative { change, filter, count });
            }
        }
    }

    /// For each criterion, the largest part of the filter that starts with it and leaves a company.
    fn add_parts(
        &self,
        filter: &Filter,
        criteria: &[Criterion],
        found: Option<&BitSet>,
        alternatives: &mut Vec<Alternative>,
    ) {
        let mut parts: Vec<Filter> = Vec::new();
        for first in criteria {
            let mut part = filter.cleared().toggled(first.clone());
            if self.count_with(&part, found).total() == 0 {
                continue;
            }
            // Values of a facet widen: one that leaves no company now may fit after another one.
            let mut grows = true;
            while grows {
                grows = false;
                for criterion in criteria {
                    if part.contains(criterion) {
                        continue;
                    }
                    let more = part.toggled(criterion.clone());
                    if self.count_with(&more, found).total() > 0 {
                        part = more;
                        grows = true;
                    }
                }
            }
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let order =
            ordered(0..parts.len(), |number| (most_first(parts[number].criteria().len()), 0));
        for number in order {
            let filter = parts[number].clone();
            let dropped = criteria.iter().filter(|criterion| !filter.contains(criterion));
            let change = Change::Without(dropped.cloned().collect());
            let count = self.count_with(&filter, found);
            alternatives.push(Alternative { change, filter, count });
        }
    }
}
