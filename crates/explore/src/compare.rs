//! Comparison of companies: which ones an address names, and what they have of each role and kind.

use catalog::{Catalog, Company, Kind, Role, Slug, Tag, Technology, Years};
use form_urlencoded::Serializer;

use crate::index::Index;
use crate::order::{most_first, ordered};
use crate::relations::Neighbour;
use crate::tally::Tally;
use crate::text::fold::slug_form;

/// The number of companies whose neighbours are candidates for [`Index::pairs`].
const PAIRING: usize = 16;

/// The companies to compare: at most [`Compared::MOST`], each once, in the order of the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared(Vec<Slug>);

impl Compared {
    /// How many companies fit next to each other.
    pub const MOST: usize = 4;

    /// The key of the query string: `company=netflix&company=linkedin`.
    pub const KEY: &str = "company";

    /// Reads a query string, with or without a leading `?`. Never fails: other keys and unknown
    /// companies are ignored, case does not matter, several may be joined by commas, an old slug
    /// becomes the current one, and of more than [`MOST`](Self::MOST) companies the first ones are
    /// taken.
    #[must_use]
    pub fn from_query_string(query_string: &str, catalog: &Catalog) -> Self {
        let query_string = query_string.strip_prefix('?').unwrap_or(query_string);
        let mut compared = Self::default();
        for (key, value) in form_urlencoded::parse(query_string.as_bytes()) {
            if !key.eq_ignore_ascii_case(Self::KEY) {
                continue;
            }
            for name in value.split(',') {
                if !compared.is_full()
                    && let Some(company) = catalog.company(&slug_form(name))
                {
                    compared = compared.with(&company.slug);
                }
            }
        }
        compared
    }

    /// The companies as a query string without `?`; empty for none.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut pairs = Serializer::new(String::new());
        for slug in &self.0 {
            pairs.append_pair(Self::KEY, slug.as_str());
        }
        pairs.finish()
    }

    /// The companies, in order, without those that the catalogue does not have.
    #[must_use]
    pub fn companies<'c>(&self, catalog: &'c Catalog) -> Vec<&'c Company> {
        self.0.iter().filter_map(|slug| catalog.company(slug.as_str())).collect()
    }

    /// Whether the company is among them.
    #[must_use]
    pub fn contains(&self, company: &Slug) -> bool {
        self.0.contains(company)
    }

    /// Whether there are [`MOST`](Self::MOST) of them.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() >= Self::MOST
    }

    /// The number of companies.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// With this company at the end, unless it is there already or the list is
    /// [full](Self::is_full).
    #[must_use]
    pub fn with(&self, company: &Slug) -> Self {
        let mut compared = self.clone();
        if !self.contains(company) && !self.is_full() {
            compared.0.push(company.clone());
        }
        compared
    }

    /// Without this company.
    #[must_use]
    pub fn without(&self, company: &Slug) -> Self {
        Self(self.0.iter().filter(|slug| *slug != company).cloned().collect())
    }
}

impl catalog::Query for Compared {
    fn query_string(&self) -> String {
        self.to_query_string()
    }
}

/// What companies have of each family of technologies and kind of material. Cells are in the order of
/// the companies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<'c> {
    /// The families that any of them has: by [`Family::reach`], then in the order of [`Role::ALL`], then in
    /// that of the catalogue.
    pub families: Vec<Family<'c>>,
    /// The kinds of material that any of them has, podcasts first.
    pub kinds: Vec<KindRow>,
    /// The years of each company's dated material.
    pub years: Vec<Option<Years>>,
    /// The technologies that two or more of them have: most companies first, then in the order of the
    /// catalogue. Of a technology and its parts only the one that most of them have, of equals the part.
    pub shared: Vec<Shared<'c>>,
}

/// A technology and its parts, as far as the companies have them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family<'c> {
    /// What everything in the cells is, or is a part of: Spark where one company has Spark and another
    /// one Spark Streaming, Spark Streaming where both have that.
    pub technology: &'c Technology,
    /// How many of the companies have something of the family.
    pub companies: Tally,
    /// Each company's technologies of the family, in the company's order.
    pub cells: Vec<Vec<Use<'c>>>,
}

/// How many of the compared companies have a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// All of them, on strong evidence.
    All,
    /// All of them, at least one on weak signs.
    MaybeAll,
    /// Two or more, not all.
    Several,
    /// One of several.
    One,
}

impl Family<'_> {
    /// How many of the companies have it.
    #[must_use]
    pub fn reach(&self) -> Reach {
        let of = self.cells.len();
        match self.companies.total() {
            _ if self.companies.strong == of => Reach::All,
            total if total == of => Reach::MaybeAll,
            1 => Reach::One,
            _ => Reach::Several,
        }
    }
}

/// A technology of one company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use<'c> {
    /// The company's tag.
    pub tag: &'c Tag,
    /// The tag's technology.
    pub technology: &'c Technology,
}

/// How much there is of one kind of material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindRow {
    /// The kind.
    pub kind: Kind,
    /// The number of each company's pieces.
    pub counts: Vec<usize>,
}

/// A technology that several of the compared companies have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared<'c> {
    /// The technology.
    pub technology: &'c Technology,
    /// How many have it or a part of it.
    pub companies: Tally,
}

impl<'c> Index<'c> {
    /// Compares companies. A company that has a part of a technology has the technology.
    #[must_use]
    pub fn comparison(&self, companies: &[&'c Company]) -> Comparison<'c> {
        let having = self.having(companies);
        let mut kinds = Vec::new();
        for &kind in Kind::ALL {
            let counts: Vec<_> = companies.iter().map(|c| c.pieces(kind)).collect();
            if counts.iter().any(|count| *count > 0) {
                kinds.push(KindRow { kind, counts });
            }
        }
        Comparison {
            families: self.families(companies, &having),
            kinds,
            years: companies.iter().map(|c| c.years()).collect(),
            shared: self.shared_by_several(&having),
        }
    }

    /// For each technology of the catalogue, how many of the companies have it.
    fn having(&self, companies: &[&Company]) -> Vec<Tally> {
        let mut having = vec![Tally::default(); self.technologies.len()];
        for company in companies {
            let mut has = vec![(false, false); having.len()];
            for tag in company.uses() {
                let Some(own) = self.technology_position(tag.technology.as_str()) else { continue };
                let is_strong = tag.grade().is_strong();
                for at in self.lineage(own) {
                    has[at].0 = true;
                    has[at].1 |= is_strong;
                }
            }
            for (having, (any, strong)) in having.iter_mut().zip(has) {
                having.strong += usize::from(strong);
                having.weak += usize::from(any && !strong);
            }
        }
        having
    }

    fn families(&self, companies: &[&'c Company], having: &[Tally]) -> Vec<Family<'c>> {
        let technologies = &self.catalog.technologies;
        // For each family its outermost technology, and the lineages of what companies have of it.
        let mut found: Vec<(usize, Vec<usize>, Vec<Vec<Use<'c>>>)> = Vec::new();
        for (column, company) in companies.iter().enumerate() {
            for tag in company.uses() {
                let Some(own) = self.technology_position(tag.technology.as_str()) else { continue };
                let lineage = self.lineage(own);
                let root = lineage.last().copied().unwrap_or(own);
                let at = found.iter().position(|(known, ..)| *known == root).unwrap_or_else(|| {
                    found.push((root, lineage.clone(), vec![Vec::new(); companies.len()]));
                    found.len() - 1
                });
                let (_, common, cells) = &mut found[at];
                common.retain(|shared| lineage.contains(shared));
                cells[column].push(Use { tag, technology: &technologies[own] });
            }
        }
        let mut families = Vec::new();
        for (root, common, cells) in found {
            // Parents that form a ring have no outermost technology; any of them will do.
            let at = common.first().copied().unwrap_or(root);
            let family = Family { technology: &technologies[at], companies: having[at], cells };
            families.push((at, family));
        }
        let place = |number: usize| {
            let (at, family) = &families[number];
            let role = family.technology.role as usize;
            (family.reach() as usize * Role::ALL.len() + role, *at)
        };
        let order = ordered(0..families.len(), place);
        order.into_iter().map(|number| families[number].1.clone()).collect()
    }

    fn shared_by_several(&self, having: &[Tally]) -> Vec<Shared<'c>> {
        let mut implied = vec![false; having.len()];
        for (part, own) in having.iter().enumerate() {
            for whole in self.lineage(part).into_iter().skip(1) {
                implied[whole] |= own.total() > 1 && own == &having[whole];
            }
        }
        let is_shared = |at: usize| having[at].total() > 1 && !implied[at];
        let is_named =
            |at: &usize| is_shared(*at) && !self.lineage(*at).into_iter().skip(1).any(is_shared);
        let mut shared = Vec::new();
        for at in
            ordered((0..having.len()).filter(is_named), |at| (most_first(having[at].total()), 0))
        {
            let technology = &self.catalog.technologies[at];
            shared.push(Shared { technology, companies: having[at] });
        }
        shared
    }

    /// At most `limit` pairs of companies that are worth comparing: those that share most
    /// technologies, among the companies with most tags and their neighbours. No company is in two
    /// pairs.
    #[must_use]
    pub fn pairs(&self, limit: usize) -> Vec<(&'c Company, Neighbour<'c>)> {
        let companies = &self.catalog.companies;
        let most_tags = |at: usize| (most_first(companies[at].uses().count()), self.name_rank(at));
        let mut candidates = Vec::new();
        for at in ordered(0..companies.len(), most_tags).into_iter().take(PAIRING) {
            // At least one of so many is in no pair while there are fewer than `limit` pairs.
            for neighbour in self.neighbours(&companies[at], 2 * limit) {
                candidates.push((&companies[at], neighbour));
            }
        }
        let mut paired: Vec<&Slug> = Vec::new();
        let mut pairs = Vec::new();
        let most_shared = |at: usize| (most_first(candidates[at].1.worth()), 0);
        for at in ordered(0..candidates.len(), most_shared) {
            let (company, neighbour) = &candidates[at];
            let both = [&company.slug, &neighbour.company.slug];
            if pairs.len() < limit && !both.iter().any(|slug| paired.contains(slug)) {
                paired.extend(both);
                pairs.push((*company, neighbour.clone()));
            }
        }
        pairs
    }
}
