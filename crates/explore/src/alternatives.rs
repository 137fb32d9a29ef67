//! What to ask instead, when a filter leaves nothing or little.

use crate::bitset::BitSet;
use crate::facets::Selection;
use crate::filter::{Criterion, Filter, Match};
use crate::index::Index;
use crate::order::{most_first, ordered};
use catalog::Slug;

/// How many stand-ins are offered for one technology.
const STAND_INS: usize = 2;

/// A filter near the one that was asked for, which leaves more companies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// What is different.
    pub change: Change,
    /// What to ask instead.
    pub filter: Filter,
    /// How many companies that leaves.
    pub count: usize,
}

/// How an [`Alternative`] differs from what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Criteria are dropped.
    Without(Vec<Criterion>),
    /// One technology stands in for another.
    Instead {
        /// The one that was asked for.
        of: Slug,
        /// The one in its place.
        use_: Slug,
    },
}

impl Index<'_> {
    /// How many companies each criterion of the filter leaves on its own.
    #[must_use]
    pub fn alone(&self, filter: &Filter) -> Vec<(Criterion, usize)> {
        let mut alone = Vec::new();
        for criterion in filter.criteria() {
            let count = self.count(&with(&filter.cleared(), &criterion, filter));
            alone.push((criterion, count));
        }
        alone
    }

    /// Filters near this one that leave more companies than it does, the nearest first: without
    /// one criterion, in the order of the filter; with another technology in place of one, first
    /// what it is a part of, then those that do the same work, then those that leave most; and
    /// where dropping one criterion leaves nobody, the largest parts of the filter that leave
    /// somebody.
    ///
    /// No filter comes twice.
    #[must_use]
    pub fn alternatives(&self, filter: &Filter) -> Vec<Alternative> {
        let search = self.search(&filter.query);
        let found = search.as_ref().map(|search| &search.found);
        let count = |filter: &Filter| self.count_among(filter, found);
        let now = count(filter);
        let criteria = filter.criteria();
        let mut alternatives = Vec::new();
        if criteria.len() > 1 {
            for criterion in &criteria {
                let wider = filter.without(criterion);
                let count = count(&wider);
                if count > now {
                    let change = Change::Without(vec![criterion.clone()]);
                    alternatives.push(Alternative { change, filter: wider, count });
                }
            }
        }
        let has_narrow_way_out = !alternatives.is_empty();
        for technology in &filter.technologies {
            self.add_stand_ins(filter, technology, found, now, &mut alternatives);
        }
        if !has_narrow_way_out && now == 0 {
            self.add_parts(filter, &criteria, found, &mut alternatives);
        }
        alternatives
    }

    fn count_among(&self, filter: &Filter, found: Option<&BitSet>) -> usize {
        let found = found.filter(|_| filter.contains(&Criterion::Query));
        Selection::new(self, filter, found).passing().count()
    }

    fn add_stand_ins(
        &self,
        filter: &Filter,
        technology: &Slug,
        found: Option<&BitSet>,
        now: usize,
        alternatives: &mut Vec<Alternative>,
    ) {
        let Some(position) = self.technology_position(technology.as_str()) else { return };
        // Where any of several will do, one more or less changes little.
        if filter.match_mode == Match::Any && filter.technologies.len() > 1 {
            return;
        }
        let technologies = &self.catalog.technologies;
        let family = self.lineage(position);
        let stage = technologies[position].role.stage();
        let rest = filter.without(&Criterion::Technology(technology.clone()));
        // Who has a part has the whole: beside its part the whole asks for nothing.
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
            let count = self.count_among(&swapped, found);
            if count > now {
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
            // Of equals the one that more companies have at all.
            let worth = count * self.catalog.companies.len() + self.technologies[*at].any.count();
            (distance, most_first(worth))
        });
        let mut offered: Vec<(usize, usize)> = Vec::new();
        for number in order {
            let (at, filter, count) = others[number].clone();
            let whole = self.lineage(at);
            // A part that leaves the same companies as the whole says nothing more.
            if offered.iter().any(|(other, same)| whole.contains(other) && *same == count) {
                continue;
            }
            if offered.len() == STAND_INS {
                break;
            }
            offered.push((at, count));
            let use_ = technologies[at].slug.clone();
            let change = Change::Instead { of: technology.clone(), use_ };
            if alternatives.iter().all(|other| other.filter != filter) {
                alternatives.push(Alternative { change, filter, count });
            }
        }
    }

    /// From each criterion on, as many of the others as leave somebody, in the order of the filter.
    fn add_parts(
        &self,
        filter: &Filter,
        criteria: &[Criterion],
        found: Option<&BitSet>,
        alternatives: &mut Vec<Alternative>,
    ) {
        let mut parts: Vec<Filter> = Vec::new();
        for first in criteria {
            let mut part = with(&filter.cleared(), first, filter);
            if self.count_among(&part, found) == 0 {
                continue;
            }
            // Values of a facet widen: one that leaves nobody now may do no harm beside another.
            let mut grows = true;
            while grows {
                grows = false;
                for criterion in criteria {
                    if part.contains(criterion) {
                        continue;
                    }
                    let more = with(&part, criterion, filter);
                    if self.count_among(&more, found) > 0 {
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
            let count = self.count_among(&filter, found);
            alternatives.push(Alternative { change, filter, count });
        }
    }
}

/// The filter with one more criterion, which it does not have, of those that were asked for.
fn with(filter: &Filter, criterion: &Criterion, asked: &Filter) -> Filter {
    let mut more = filter.toggled(criterion.clone());
    match criterion {
        Criterion::Query => more.query.clone_from(&asked.query),
        Criterion::Years => (more.from, more.to) = (asked.from, asked.to),
        _ => {}
    }
    more
}
