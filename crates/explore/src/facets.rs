//! How many companies each option of each facet would give.

use crate::bitset::BitSet;
use crate::filter::{Criterion, EvidenceFloor, Filter, Match};
use crate::index::{Graded, Index};
use crate::set::Set;
use catalog::Slug;
use catalog::{Kind, Role};

/// The options of each facet with the number of companies that the reader would get by choosing
/// them; for a chosen option of technology under [`Match::All`] the number there are now.
///
/// An option is listed when any company has it or when it is chosen, whatever else is chosen, so
/// that options keep their place.
///
/// Where values of a facet widen (all facets but technology under [`Match::All`]), the facet's own
/// selection is left aside: the number says how many companies have this value among those that
/// the other facets let through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// In the order of the vocabulary; a parent counts the companies of its children.
    pub technologies: Vec<(Slug, usize)>,
    /// In the order of the data's flow.
    pub roles: Vec<(Role, usize)>,
    /// In the order of [`Kind::ALL`].
    pub kinds: Vec<(Kind, usize)>,
    /// In the order of the vocabulary.
    pub industries: Vec<(Slug, usize)>,
    /// The companies that pass once only strong evidence counts.
    pub strong: usize,
    /// Every year from the first to the last that material is from.
    pub years: Vec<(u32, usize)>,
}

impl Index<'_> {
    /// The counts of every option.
    #[must_use]
    pub fn facets(&self, filter: &Filter) -> Facets {
        let search = self.search(&filter.query);
        let found = search.as_ref().map(|search| &search.found);
        let selection = Selection::new(self, filter, found);
        let strong_filter = Filter { evidence: EvidenceFloor::Strong, ..filter.clone() };
        Facets {
            technologies: selection.technology_counts(),
            roles: selection.role_counts(),
            kinds: selection.kind_counts(),
            industries: selection.industry_counts(),
            strong: Selection::new(self, &strong_filter, found).passing().count(),
            years: selection.year_counts(),
        }
    }
}

/// The companies that each part of a filter lets through.
pub(crate) struct Selection<'i, 'c> {
    index: &'i Index<'c>,
    match_mode: Match,
    evidence: EvidenceFloor,
    chosen_technologies: Vec<usize>,
    chosen_roles: &'i Set<Role>,
    chosen_kinds: &'i Set<Kind>,
    chosen_industries: Vec<usize>,
    /// One set for each part of the filter that narrows.
    parts: Vec<(Part, BitSet)>,
}

/// What narrows independently.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Query,
    Technology,
    Role,
    Kind,
    Industry,
    Evidence,
    Years,
}

impl<'i, 'c> Selection<'i, 'c> {
    /// `found` are the companies in which the search text was found, `None` without such a text.
    pub(crate) fn new(index: &'i Index<'c>, filter: &'i Filter, found: Option<&BitSet>) -> Self {
        let technologies = filter.technologies.iter();
        let industries = filter.industries.iter();
        let mut selection = Self {
            index,
            match_mode: filter.match_mode,
            evidence: filter.evidence,
            chosen_technologies: technologies
                .filter_map(|slug| index.technology_position(slug.as_str()))
                .collect(),
            chosen_roles: &filter.roles,
            chosen_kinds: &filter.kinds,
            chosen_industries: industries
                .filter_map(|slug| index.industry_position(slug))
                .collect(),
            parts: Vec::new(),
        };
        selection.parts = selection.parts(filter, found);
        selection
    }

    fn parts(&self, filter: &Filter, found: Option<&BitSet>) -> Vec<(Part, BitSet)> {
        let index = self.index;
        let technologies = self.chosen_technologies.iter();
        let technologies = technologies.map(|at| self.graded(&index.technologies[*at]));
        let technologies = match filter.match_mode {
            Match::All => intersection(technologies),
            Match::Any => union(technologies),
        };
        let roles = filter.roles.iter().map(|role| self.graded(&index.roles[*role as usize]));
        let kinds = filter.kinds.iter().map(|kind| &index.kinds[*kind as usize]);
        let industries = self.chosen_industries.iter().map(|at| &index.industries[*at]);
        let is_strong = filter.evidence == EvidenceFloor::Strong;
        let (from, to) = (filter.from.unwrap_or(0), filter.to.unwrap_or(u32::MAX));
        let mut in_years = BitSet::empty(index.catalog.companies.len());
        for (_, having) in index.years.iter().filter(|(year, _)| (from..=to).contains(year)) {
            in_years.union_with(having);
        }
        let parts = [
            (Part::Query, found.cloned()),
            (Part::Technology, technologies),
            (Part::Role, union(roles)),
            (Part::Kind, union(kinds)),
            (Part::Industry, union(industries)),
            (Part::Evidence, is_strong.then(|| index.strong.clone())),
            (Part::Years, filter.contains(&Criterion::Years).then_some(in_years)),
        ];
        parts.into_iter().filter_map(|(part, set)| Some((part, set?))).collect()
    }

    /// The companies that pass the whole filter.
    pub(crate) fn passing(&self) -> BitSet {
        self.passing_but(None)
    }

    fn passing_but(&self, aside: Option<Part>) -> BitSet {
        let parts = self.parts.iter().filter(|(part, _)| Some(*part) != aside);
        intersection(parts.map(|(_, set)| set))
            .unwrap_or_else(|| BitSet::full(self.index.catalog.companies.len()))
    }

    fn technology_counts(&self) -> Vec<(Slug, usize)> {
        let base = match self.match_mode {
            Match::All => self.passing(),
            Match::Any => self.passing_but(Some(Part::Technology)),
        };
        let technologies = self.index.catalog.technologies.iter().zip(&self.index.technologies);
        technologies
            .enumerate()
            .filter(|(at, (_, set))| !set.any.is_empty() || self.chosen_technologies.contains(at))
            .map(|(_, (t, set))| (t.slug.clone(), base.count_common(self.graded(set))))
            .collect()
    }

    fn role_counts(&self) -> Vec<(Role, usize)> {
        let base = self.passing_but(Some(Part::Role));
        let roles = Role::ALL.iter().zip(&self.index.roles);
        roles
            .filter(|(role, set)| !set.any.is_empty() || self.chosen_roles.contains(role))
            .map(|(role, set)| (*role, base.count_common(self.graded(set))))
            .collect()
    }

    fn kind_counts(&self) -> Vec<(Kind, usize)> {
        let base = self.passing_but(Some(Part::Kind));
        let kinds = Kind::ALL.iter().zip(&self.index.kinds);
        kinds
            .filter(|(kind, set)| !set.is_empty() || self.chosen_kinds.contains(kind))
            .map(|(kind, set)| (*kind, base.count_common(set)))
            .collect()
    }

    fn industry_counts(&self) -> Vec<(Slug, usize)> {
        let base = self.passing_but(Some(Part::Industry));
        let industries = self.index.catalog.industries.iter().zip(&self.index.industries);
        industries
            .enumerate()
            .filter(|(at, (_, set))| !set.is_empty() || self.chosen_industries.contains(at))
            .map(|(_, (industry, set))| (industry.slug.clone(), base.count_common(set)))
            .collect()
    }

    fn year_counts(&self) -> Vec<(u32, usize)> {
        let base = self.passing_but(Some(Part::Years));
        let years = self.index.years.iter();
        years.map(|(year, having)| (*year, base.count_common(having))).collect()
    }

    fn graded(&self, set: &'i Graded) -> &'i BitSet {
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
