//! Which companies pass a filter, and which pass all but a part of it.

use crate::bitset::BitSet;
use crate::checked::CheckedFilter;
use crate::filter::{EvidenceFloor, Match};
use crate::index::{Graded, Index};

/// A filter evaluated: for each part of it that narrows, the companies that pass that part.
pub(crate) struct Selection<'i, 'c> {
    index: &'i Index<'c>,
    evidence: EvidenceFloor,
    parts: Vec<(Part, BitSet)>,
}

/// The parts of a filter, each of which narrows independently of the others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
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
        let mut selection = Self { index, evidence: filter.evidence, parts: Vec::new() };
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
        let parts = [
            (Part::Query, found.cloned()),
            (Part::Technology, technologies),
            (Part::Role, union(roles)),
            (Part::Kind, union(kinds)),
            (Part::Industry, union(industries)),
            (Part::Evidence, is_strong.then(|| index.strong.clone())),
            (Part::Years, (!filter.years.is_open()).then_some(in_years)),
        ];
        selection.parts = parts.into_iter().filter_map(|(part, set)| Some((part, set?))).collect();
        selection
    }

    /// The companies that pass the whole filter.
    pub(crate) fn passing(&self) -> BitSet {
        self.intersected(self.parts.iter())
    }

    /// The companies that pass the filter with one part of it left out.
    pub(crate) fn passing_without(&self, part: Part) -> BitSet {
        self.intersected(self.parts.iter().filter(|(other, _)| *other != part))
    }

    fn intersected<'s>(&self, parts: impl Iterator<Item = &'s (Part, BitSet)>) -> BitSet {
        intersection(parts.map(|(_, set)| set))
            .unwrap_or_else(|| BitSet::full(self.index.catalog.companies.len()))
    }

    /// The companies of a set that count with the filter's evidence.
    pub(crate) fn graded(&self, set: &'i Graded) -> &'i BitSet {
        match self.evidence {
            EvidenceFloor::Any => &set.any,
            EvidenceFloor::Strong => &set.strong,
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
