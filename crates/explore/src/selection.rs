//! Which companies pass a filter, and which pass it with one dimension left out.

use crate::bitset::BitSet;
use crate::checked::CheckedFilter;
use crate::filter::{EvidenceFloor, Match};
use crate::index::{Graded, Index};
use crate::tally::Tally;

/// A filter evaluated: for each dimension that narrows, the companies that pass it.
pub(crate) struct Selection<'i, 'c> {
    index: &'i Index<'c>,
    evidence: EvidenceFloor,
    dimensions: Vec<(Dimension, BitSet)>,
}

/// What a filter narrows by. Each dimension narrows independently of the others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    Query,
    Technology,
    Role,
    Kind,
    Industry,
    Evidence,
    Years,
}

impl<'i, 'c> Selection<'i, 'c> {
    /// `found`: the companies that have the search text; `None` without one.
    pub(crate) fn new(
        index: &'i Index<'c>,
        filter: &CheckedFilter,
        found: Option<&BitSet>,
    ) -> Self {
        let mut selection = Self { index, evidence: filter.evidence, dimensions: Vec::new() };
        let technologies = filter.technology_positions().iter();
        let technologies = technologies.map(|at| selection.graded(&index.technologies[*at]));
        let technologies = match filter.match_mode {
            Match::All => intersection(technologies),
            Match::Any => union(technologies),
        };
        let roles = filter.roles.iter().map(|role| selection.graded(&index.roles[*role as usize]));
        let kinds = filter.kinds.iter().map(|kind| &index.kinds[*kind as usize]);
        let industries = filter.industry_positions().iter().map(|at| &index.industries[*at]);
        let is_strong = filter.evidence == EvidenceFloor::Strong;
        let mut in_years = BitSet::empty(index.catalog.companies.len());
        for (_, having) in index.years.iter().filter(|(year, _)| filter.years.contains(*year)) {
            in_years.union_with(having);
        }
        let sets = [
            (Dimension::Query, found.cloned()),
            (Dimension::Technology, technologies),
            (Dimension::Role, union(roles)),
            (Dimension::Kind, union(kinds)),
            (Dimension::Industry, union(industries)),
            (Dimension::Evidence, is_strong.then(|| index.strong.clone())),
            (Dimension::Years, (!filter.years.is_open()).then_some(in_years)),
        ];
        selection.dimensions =
            sets.into_iter().filter_map(|(dimension, set)| Some((dimension, set?))).collect();
        selection
    }

    /// The companies that pass the whole filter.
    pub(crate) fn passing(&self) -> BitSet {
        self.intersected(self.dimensions.iter())
    }

    /// The companies that pass the filter with one dimension left out.
    pub(crate) fn passing_without(&self, dimension: Dimension) -> BitSet {
        self.intersected(self.dimensions.iter().filter(|(other, _)| *other != dimension))
    }

    fn intersected<'s>(&self, dimensions: impl Iterator<Item = &'s (Dimension, BitSet)>) -> BitSet {
        intersection(dimensions.map(|(_, set)| set))
            .unwrap_or_else(|| BitSet::full(self.index.catalog.companies.len()))
    }

    /// Of the companies of `base`, those that have a technology or a role as the filter's evidence
    /// counts it.
    pub(crate) fn tally_of(&self, set: &'i Graded, base: &Graded) -> Tally {
        let total = base.any.count_common(self.graded(set));
        Tally::of(total, base.strong.count_common(&set.strong))
    }

    /// The companies of a set that count with the filter's evidence.
    pub(crate) fn graded(&self, set: &'i Graded) -> &'i BitSet {
        match self.evidence {
            EvidenceFloor::Any => &set.any,
            EvidenceFloor::Strong => &set.strong,
        }
    }
}

/// A filter evaluated on any evidence, and on strong evidence.
pub(crate) struct GradedSelection<'i, 'c> {
    pub(crate) any: Selection<'i, 'c>,
    pub(crate) strong: Selection<'i, 'c>,
    /// Whether evidence is needed for what the filter asks.
    needs_evidence: bool,
}

impl<'i, 'c> GradedSelection<'i, 'c> {
    pub(crate) fn new(
        index: &'i Index<'c>,
        filter: &CheckedFilter,
        found: Option<&BitSet>,
    ) -> Self {
        let strong = filter.with_evidence(EvidenceFloor::Strong);
        Self {
            any: Selection::new(index, filter, found),
            strong: Selection::new(index, &strong, found),
            needs_evidence: !filter.technology_positions().is_empty() || !filter.roles.is_empty(),
        }
    }

    /// The companies that pass the whole filter.
    pub(crate) fn tally(&self) -> Tally {
        self.tally_in(|selection| selection.passing().count())
    }

    /// The companies of `set`, of those that pass the filter without one dimension.
    pub(crate) fn tally_with(&self, without: Dimension, set: &BitSet) -> Tally {
        self.tally_in(|selection| selection.passing_without(without).count_common(set))
    }

    /// The companies that `count` finds in each selection.
    fn tally_in(&self, count: impl Fn(&Selection<'i, 'c>) -> usize) -> Tally {
        let total = count(&self.any);
        match self.needs_evidence {
            true => Tally::of(total, count(&self.strong)),
            false => Tally::certain(total),
        }
    }
}

fn intersection<'s>(mut sets: impl Iterator<Item = &'s BitSet>) -> Option<BitSet> {
    let mut result = sets.next()?.clone();
    sets.for_each(|set| result.intersect_with(set));
    Some(result)
}

fn union<'s>(mut sets: impl Iterator<Item = &'s BitSet>) -> Option<BitSet> {
    let mut result = sets.next()?.clone();
    sets.for_each(|set| result.union_with(set));
    Some(result)
}
