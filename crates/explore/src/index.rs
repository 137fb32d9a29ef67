//! The catalogue as sets of companies, one for each value that a filter may name.

use catalog::{Catalog, Company, Grade, Kind, Role, Slug};

use crate::bitset::BitSet;
use crate::order::sort_texts;
use crate::tally::Tally;
use crate::text::fold::fold;

/// A catalogue with one set of companies for each value that a filter may name.
///
/// Its questions are methods in the files that build on it: [`check`](Self::check),
/// [`results`](Self::results), [`facets`](Self::facets), [`tallies`](Self::tallies) and so on.
#[derive(Debug)]
pub struct Index<'c> {
    pub(crate) catalog: &'c Catalog,
    /// Current and former slugs, sorted, with positions in [`Catalog::technologies`].
    technology_positions: Vec<(String, usize)>,
    /// In the order of [`Catalog::technologies`].
    pub(crate) technologies: Vec<Graded>,
    /// In the order of [`Role::ALL`].
    pub(crate) roles: Vec<Graded>,
    /// In the order of [`Kind::ALL`].
    pub(crate) kinds: Vec<BitSet>,
    /// In the order of [`Catalog::industries`].
    pub(crate) industries: Vec<BitSet>,
    /// Companies with at least one strong tag of a known technology.
    pub(crate) strong: BitSet,
    /// For each year, from the first one of the catalogue to the last, the companies that have
    /// material of that year.
    pub(crate) years: Vec<(u32, BitSet)>,
    /// Each company's position among all companies sorted by name.
    name_ranks: Vec<usize>,
}

/// The companies that have a technology or a role: on any evidence of use, and on strong evidence.
#[derive(Clone, Debug)]
pub(crate) struct Graded {
    pub(crate) any: BitSet,
    pub(crate) strong: BitSet,
}

impl Graded {
    fn empty(size: usize) -> Self {
        Self { any: BitSet::empty(size), strong: BitSet::empty(size) }
    }

    pub(crate) fn tally(&self) -> Tally {
        Tally::of(self.any.count(), self.strong.count())
    }

    /// Of the companies that have both.
    pub(crate) fn tally_with(&self, other: &Self) -> Tally {
        Tally::of(self.any.count_common(&other.any), self.strong.count_common(&other.strong))
    }

    fn insert(&mut self, company: usize, grade: Grade) {
        self.any.insert(company);
        if grade.is_strong() {
            self.strong.insert(company);
        }
    }
}

impl<'c> Index<'c> {
    /// Reads the catalogue. Tags that [say no use](catalog::Grade::is_use), and tags and parents that name no technology of it are ignored.
    #[must_use]
    pub fn new(catalog: &'c Catalog) -> Self {
        let size = catalog.companies.len();
        let mut index = Self {
            catalog,
            technology_positions: technology_positions(catalog),
            technologies: vec![Graded::empty(size); catalog.technologies.len()],
            roles: vec![Graded::empty(size); Role::ALL.len()],
            kinds: vec![BitSet::empty(size); Kind::ALL.len()],
            industries: vec![BitSet::empty(size); catalog.industries.len()],
            strong: BitSet::empty(size),
            years: years(catalog),
            name_ranks: name_ranks(&catalog.companies),
        };
        for (number, company) in catalog.companies.iter().enumerate() {
            index.enter(number, company);
        }
        index
    }

    fn enter(&mut self, number: usize, company: &Company) {
        for tag in company.uses() {
            let Some(position) = self.technology_position(tag.technology.as_str()) else {
                continue;
            };
            let grade = tag.grade();
            for at in self.lineage(position) {
                self.technologies[at].insert(number, grade);
            }
            let role = self.catalog.technologies[position].role;
            self.roles[role as usize].insert(number, grade);
            if grade.is_strong() {
                self.strong.insert(number);
            }
        }
        for resource in &company.resources {
            self.kinds[resource.kind as usize].insert(number);
            if let Some(dated) = resource.dated
                && let Some((_, having)) = self.years.iter_mut().find(|(y, _)| *y == dated.year)
            {
                having.insert(number);
            }
        }
        if !company.podcasts.is_empty() {
            self.kinds[Kind::Podcast as usize].insert(number);
        }
        if let Some(at) = company.industry.as_ref().and_then(|slug| self.industry_position(slug)) {
            self.industries[at].insert(number);
        }
    }

    /// The catalogue that this is an index of.
    #[must_use]
    pub fn catalog(&self) -> &'c Catalog {
        self.catalog
    }

    /// Every company, by name.
    #[must_use]
    pub fn companies_by_name(&self) -> Vec<&'c Company> {
        let mut companies: Vec<&Company> = self.catalog.companies.iter().collect();
        for (company, &rank) in self.catalog.companies.iter().zip(&self.name_ranks) {
            companies[rank] = company;
        }
        companies
    }

    /// Position in [`Catalog::technologies`] of the technology with this current or former slug.
    pub(crate) fn technology_position(&self, slug: &str) -> Option<usize> {
        let positions = &self.technology_positions;
        let place = positions.binary_search_by(|(other, _)| other.as_str().cmp(slug)).ok()?;
        Some(positions[place].1)
    }

    /// Position in [`Catalog::industries`].
    pub(crate) fn industry_position(&self, slug: &Slug) -> Option<usize> {
        self.catalog.industries.iter().position(|industry| industry.slug == *slug)
    }

    /// A technology and its ancestors, itself first. Ends where parents form a ring.
    pub(crate) fn lineage(&self, position: usize) -> Vec<usize> {
        let mut lineage = vec![position];
        let mut at = position;
        while let Some(parent) = self.parent(at).filter(|parent| !lineage.contains(parent)) {
            lineage.push(parent);
            at = parent;
        }
        lineage
    }

    fn parent(&self, position: usize) -> Option<usize> {
        let parent = self.catalog.technologies[position].parent.as_ref()?;
        self.technology_position(parent.as_str())
    }

    /// A company's position among all companies sorted by name.
    pub(crate) fn name_rank(&self, company: usize) -> usize {
        self.name_ranks[company]
    }
}

/// An empty set for each year from the first to the last, years without material included.
fn years(catalog: &Catalog) -> Vec<(u32, BitSet)> {
    let (mut first, mut last) = (u32::MAX, 0);
    for resource in catalog.companies.iter().flat_map(|company| &company.resources) {
        if let Some(dated) = resource.dated {
            first = first.min(dated.year);
            last = last.max(dated.year);
        }
    }
    (first..=last).map(|year| (year, BitSet::empty(catalog.companies.len()))).collect()
}

fn technology_positions(catalog: &Catalog) -> Vec<(String, usize)> {
    let technologies = || catalog.technologies.iter().enumerate();
    let mut positions: Vec<(String, usize)> = Vec::new();
    // Current slugs first: a former slug that is in use again means its current technology.
    for (position, technology) in technologies() {
        positions.push((technology.slug.to_string(), position));
    }
    for (position, technology) in technologies() {
        for slug in &technology.formerly {
            if positions.iter().all(|(other, _)| other != slug.as_str()) {
                positions.push((slug.to_string(), position));
            }
        }
    }
    sort_texts(&mut positions);
    positions
}

fn name_ranks(companies: &[Company]) -> Vec<usize> {
    // Companies of one name are sorted by slug. The control character sorts before any character
    // with which a longer name continues.
    let key = |company: &Company| format!("{}\0{}", fold(&company.name), company.slug);
    let mut order: Vec<(String, usize)> = companies.iter().map(key).zip(0..).collect();
    sort_texts(&mut order);
    let mut ranks = vec![0; companies.len()];
    for (rank, (_, number)) in order.into_iter().enumerate() {
        ranks[number] = rank;
    }
    ranks
}
