//! The catalogue, made ready to be filtered and counted.

use std::sync::OnceLock;

use crate::bitset::BitSet;
use crate::facets::Selection;
use crate::filter::{Filter, Sort};
use crate::order::{most_first, ordered, sort_texts};
use crate::search::{Hit, Names, Searcher, Vocabulary, fold};
use crate::set::Set;
use catalog::Slug;
use catalog::{Catalog, Company, Kind, Role};

/// How many results say where the search text was found. Finding that out takes longer than the
/// search, and nobody looks at the ten-thousandth card.
pub const MATCHED_HITS: usize = 100;

/// A catalogue with one set of companies for each value that a filter may name.
///
/// Cheap to make; what only the search needs is made at the first search.
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
    /// Each company's place when sorted by name.
    name_ranks: Vec<usize>,
    searcher: OnceLock<Searcher>,
    vocabulary: OnceLock<Vocabulary>,
    names: OnceLock<Names>,
}

/// The companies that have something, on whatever evidence and on strong evidence.
#[derive(Clone, Debug)]
pub(crate) struct Graded {
    pub(crate) any: BitSet,
    pub(crate) strong: BitSet,
}

impl Graded {
    fn empty(size: usize) -> Self {
        Self { any: BitSet::empty(size), strong: BitSet::empty(size) }
    }

    fn insert(&mut self, company: usize, is_strong: bool) {
        self.any.insert(company);
        if is_strong {
            self.strong.insert(company);
        }
    }
}

impl<'c> Index<'c> {
    /// Reads the catalogue. Tags and parents that name no technology of it are left aside.
    #[must_use]
    pub fn new(catalog: &'c Catalog) -> Self {
        let index = Self::without_search(catalog);
        index.learn_to_search();
        index
    }

    /// Like [`new`](Self::new), but until [`learn_to_search`](Self::learn_to_search) a search text
    /// looks for nothing and hides nothing.
    #[must_use]
    pub fn without_search(catalog: &'c Catalog) -> Self {
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
            searcher: OnceLock::new(),
            vocabulary: OnceLock::new(),
            names: OnceLock::new(),
        };
        for (number, company) in catalog.companies.iter().enumerate() {
            index.enter(number, company);
        }
        index
    }

    fn enter(&mut self, number: usize, company: &Company) {
        for tag in &company.tags {
            let Some(position) = self.technology_position(tag.technology.as_str()) else {
                continue;
            };
            let is_strong = tag.grade().is_strong();
            for at in self.lineage(position) {
                self.technologies[at].insert(number, is_strong);
            }
            let role = self.catalog.technologies[position].role;
            self.roles[role as usize].insert(number, is_strong);
            if is_strong {
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

    /// Looks for search texts from now on. The code for that is reached from here alone, so that an
    /// app can load it later.
    pub fn learn_to_search(&self) {
        let _ = self.searcher.set(Searcher::new());
    }

    pub(crate) fn searcher(&self) -> Option<&Searcher> {
        self.searcher.get()
    }

    /// The catalogue that this is an index of.
    #[must_use]
    pub fn catalog(&self) -> &'c Catalog {
        self.catalog
    }

    /// The filter without technologies and industries that the catalogue does not have; a slug
    /// under which a technology shipped before becomes its current one.
    #[must_use]
    pub fn known(&self, filter: &Filter) -> Filter {
        let mut known =
            Filter { technologies: Set::new(), industries: Set::new(), ..filter.clone() };
        for slug in &filter.technologies {
            if let Some(position) = self.technology_position(slug.as_str()) {
                known.technologies.insert(self.catalog.technologies[position].slug.clone());
            }
        }
        for slug in &filter.industries {
            if self.industry_position(slug).is_some() {
                known.industries.insert(slug.clone());
            }
        }
        known
    }

    /// The companies that pass, in the order that the filter asks for. Like
    /// [`count`](Self::count) and [`facets`](Self::facets) it takes the filter as
    /// [`known`](Self::known) gives it.
    ///
    /// The first [`MATCHED_HITS`] say where the search text was found; for others ask
    /// [`matches`](Self::matches) once they are shown.
    #[must_use]
    pub fn results(&self, filter: &Filter) -> Vec<Hit<'c>> {
        let search = self.search(&filter.query);
        let found = search.as_ref().map(|search| &search.found);
        let passing = Selection::new(self, filter, found).passing();
        let podcasts = &self.kinds[Kind::Podcast as usize];
        let first_key = |company: usize| match (filter.sort, &search) {
            (Sort::Relevance, Some(search)) => most_first(search.scores[company] as usize),
            (Sort::Material, _) => most_first(self.material(company)),
            (Sort::Podcast, _) => usize::from(!podcasts.contains(company)),
            (Sort::Newest, _) => most_first(self.newest_year(company) as usize),
            (Sort::Name | Sort::Relevance, _) => 0,
        };
        let companies =
            ordered(passing.iter(), |company| (first_key(company), self.name_rank(company)));
        let companies = companies.into_iter().map(|number| &self.catalog.companies[number]);
        let hits = companies.enumerate().map(|(rank, company)| {
            let shown = search.as_ref().filter(|_| rank < MATCHED_HITS);
            let matches = shown.map_or_else(Vec::new, |search| self.places(company, search));
            Hit { company, matches }
        });
        hits.collect()
    }

    /// How many companies pass.
    #[must_use]
    pub fn count(&self, filter: &Filter) -> usize {
        let search = self.search(&filter.query);
        let found = search.as_ref().map(|search| &search.found);
        Selection::new(self, filter, found).passing().count()
    }

    /// Where in [`Catalog::technologies`] the technology with this current or former slug stands.
    pub(crate) fn technology_position(&self, slug: &str) -> Option<usize> {
        let positions = &self.technology_positions;
        let place = positions.binary_search_by(|(other, _)| other.as_str().cmp(slug)).ok()?;
        Some(positions[place].1)
    }

    /// Where in [`Catalog::industries`] the industry stands.
    pub(crate) fn industry_position(&self, slug: &Slug) -> Option<usize> {
        self.catalog.industries.iter().position(|industry| industry.slug == *slug)
    }

    /// A technology and what it is part of, from itself upward. Ends where parents form a ring.
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

    /// A company's place when all are sorted by name.
    pub(crate) fn name_rank(&self, company: usize) -> usize {
        self.name_ranks[company]
    }

    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.get_or_init(|| Vocabulary::new(self))
    }

    /// 0 where nothing is dated.
    fn newest_year(&self, company: usize) -> u32 {
        let years = self.years.iter().rev();
        years.into_iter().find(|(_, having)| having.contains(company)).map_or(0, |(year, _)| *year)
    }

    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self))
    }

    fn material(&self, company: usize) -> usize {
        let company = &self.catalog.companies[company];
        company.resources.len() + company.podcasts.len()
    }
}

/// An empty set for each year, so that years without material keep their place.
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
    // Current slugs first, so that one which is in use again means its current technology.
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
    // Namesakes go by slug; the control character sorts before whatever a longer name goes on with.
    let key = |company: &Company| format!("{}\0{}", fold(&company.name), company.slug);
    let mut order: Vec<(String, usize)> = companies.iter().map(key).zip(0..).collect();
    sort_texts(&mut order);
    let mut ranks = vec![0; companies.len()];
    for (rank, (_, number)) in order.into_iter().enumerate() {
        ranks[number] = rank;
    }
    ranks
}
