//! Companies side by side: which ones an address names, and what they have of each role and kind.

use form_urlencoded::Serializer;

use crate::index::Index;
use crate::order::{most_first, ordered};
use crate::relations::Neighbour;
use catalog::Slug;
use catalog::{Catalog, Company, Kind, Role, Tag, Technology};

/// Of how many companies the neighbours are looked at for pairs that are worth comparing.
const PAIRING: usize = 16;

/// The companies that stand side by side: at most [`Compared::MOST`], each once, in the order in
/// which they were named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared(Vec<Slug>);

impl Compared {
    /// How many companies fit beside each other.
    pub const MOST: usize = 4;

    /// The key of the query string: `company=netflix&company=linkedin`.
    pub const KEY: &str = "company";

    /// Reads a query string, with or without a leading `?`. Never fails: other keys and companies
    /// that the catalogue does not have are passed over and take no place, an old slug becomes its
    /// current one, and of more than [`MOST`](Self::MOST) companies the first ones count.
    #[must_use]
    pub fn from_query_string(query_string: &str, catalog: &Catalog) -> Self {
        let query_string = query_string.strip_prefix('?').unwrap_or(query_string);
        let mut compared = Self::default();
        for (key, value) in form_urlencoded::parse(query_string.as_bytes()) {
            if key == Self::KEY
                && !compared.is_full()
                && let Some(company) = catalog.company(&value)
            {
                compared = compared.with(&company.slug);
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

    /// The companies, in order. One that the catalogue does not have is left out.
    #[must_use]
    pub fn companies<'c>(&self, catalog: &'c Catalog) -> Vec<&'c Company> {
        self.0.iter().filter_map(|slug| catalog.company(slug.as_str())).collect()
    }

    /// Whether the company is among them.
    #[must_use]
    pub fn contains(&self, company: &Slug) -> bool {
        self.0.contains(company)
    }

    /// Whether there is no place for another one.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() >= Self::MOST
    }

    /// With this company at the end, unless it is there already. Where there is no place the first
    /// one gives way: a reader who asks for a company sees it.
    #[must_use]
    pub fn with(&self, company: &Slug) -> Self {
        let mut compared = self.clone();
        if !self.contains(company) {
            if self.is_full() {
                compared.0.remove(0);
            }
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

/// What companies have of each role and kind. Cells stand in the order of the companies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<'c> {
    /// The roles that any of them has, in the order in which data flows; those that all stages
    /// rest on come last.
    pub roles: Vec<RoleRow<'c>>,
    /// The kinds of material that any of them has, podcasts first.
    pub kinds: Vec<KindRow>,
    /// When each company's material is from.
    pub years: Vec<Option<Years>>,
    /// The technologies that two or more of them have, those of most companies first, then in the
    /// order of the vocabulary. What a technology is a part of is left out where no more companies
    /// have the whole than have the part.
    pub shared: Vec<Shared<'c>>,
}

/// The technologies of one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRow<'c> {
    /// The role.
    pub role: Role,
    /// Each company's technologies of that role, in the company's order.
    pub cells: Vec<Vec<Use<'c>>>,
}

/// A technology of one company, and how many of the compared companies have it too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use<'c> {
    /// The company's tag.
    pub tag: &'c Tag,
    /// The tag's technology.
    pub technology: &'c Technology,
    /// How many of the companies have [`shared_as`](Self::shared_as), this one included: from 1.
    pub companies: usize,
    /// The technology itself, or what it is a part of where more companies have that: one that
    /// runs Spark Streaming and one that runs Spark share Spark.
    pub shared_as: &'c Technology,
}

/// How much there is of one kind of material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindRow {
    /// The kind.
    pub kind: Kind,
    /// The number of each company's pieces.
    pub counts: Vec<usize>,
}

/// The years that a company's dated resources span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The year of the oldest.
    pub first: u32,
    /// The year of the newest.
    pub last: u32,
    /// How many resources have a year.
    pub dated: usize,
}

/// A technology that several of the compared companies have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared<'c> {
    /// The technology.
    pub technology: &'c Technology,
    /// How many have it or a part of it.
    pub companies: usize,
    /// How many of these on strong evidence.
    pub strong: usize,
}

/// How many of the compared companies have a technology or a part of it.
#[derive(Clone, Copy, Default)]
struct Having {
    any: usize,
    strong: usize,
}

impl<'c> Index<'c> {
    /// Sets companies side by side. Who has a part of a technology has the technology.
    #[must_use]
    pub fn comparison(&self, companies: &[&'c Company]) -> Comparison<'c> {
        let having = self.having(companies);
        let stage = |at: usize| Role::ALL[at].stage().map_or(usize::MAX, usize::from);
        let mut roles = Vec::new();
        for at in ordered(0..Role::ALL.len(), |at| (stage(at), 0)) {
            let role = Role::ALL[at];
            let cells: Vec<_> = companies.iter().map(|c| self.uses(c, role, &having)).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                roles.push(RoleRow { role, cells });
            }
        }
        let mut kinds = Vec::new();
        for &kind in Kind::ALL {
            let counts: Vec<_> = companies.iter().map(|c| c.pieces(kind)).collect();
            if counts.iter().any(|count| *count > 0) {
                kinds.push(KindRow { kind, counts });
            }
        }
        Comparison {
            roles,
            kinds,
            years: companies.iter().map(|c| years(c)).collect(),
            shared: self.shared_by_several(&having),
        }
    }

    /// For each technology, in the order of the vocabulary, who has it.
    fn having(&self, companies: &[&Company]) -> Vec<Having> {
        let mut having = vec![Having::default(); self.technologies.len()];
        for company in companies {
            let mut has = vec![(false, false); having.len()];
            for tag in &company.tags {
                let Some(own) = self.technology_position(tag.technology.as_str()) else { continue };
                let is_strong = tag.grade().is_strong();
                for at in self.lineage(own) {
                    has[at].0 = true;
                    has[at].1 |= is_strong;
                }
            }
            for (having, (any, strong)) in having.iter_mut().zip(has) {
                having.any += usize::from(any);
                having.strong += usize::from(strong);
            }
        }
        having
    }

    fn uses(&self, company: &'c Company, role: Role, having: &[Having]) -> Vec<Use<'c>> {
        let technologies = &self.catalog.technologies;
        let mut uses = Vec::new();
        for tag in &company.tags {
            let Some(own) = self.technology_position(tag.technology.as_str()) else { continue };
            if technologies[own].role != role {
                continue;
            }
            let mut widest = own;
            for at in self.lineage(own) {
                if having[at].any > having[widest].any {
                    widest = at;
                }
            }
            uses.push(Use {
                tag,
                technology: &technologies[own],
                companies: having[widest].any,
                shared_as: &technologies[widest],
            });
        }
        uses
    }

    fn shared_by_several(&self, having: &[Having]) -> Vec<Shared<'c>> {
        let mut implied = vec![false; having.len()];
        for (part, own) in having.iter().enumerate() {
            for whole in self.lineage(part).into_iter().skip(1) {
                implied[whole] |= own.any > 1 && own.any == having[whole].any;
            }
        }
        let several = (0..having.len()).filter(|at| having[*at].any > 1 && !implied[*at]);
        let mut shared = Vec::new();
        for at in ordered(several, |at| (most_first(having[at].any), 0)) {
            let technology = &self.catalog.technologies[at];
            shared.push(Shared {
                technology,
                companies: having[at].any,
                strong: having[at].strong,
            });
        }
        shared
    }

    /// At most `limit` pairs of companies that are worth setting side by side: those that share
    /// most technologies, among the companies that have most and those that run much the same. No
    /// company is in two pairs.
    #[must_use]
    pub fn pairs(&self, limit: usize) -> Vec<(&'c Company, Neighbour<'c>)> {
        let companies = &self.catalog.companies;
        let most_tags = |at: usize| (most_first(companies[at].tags.len()), self.name_rank(at));
        let mut candidates = Vec::new();
        for at in ordered(0..companies.len(), most_tags).into_iter().take(PAIRING) {
            // So many that one of them is in no pair while there are less than `limit`.
            for neighbour in self.neighbours(&companies[at], 2 * limit) {
                candidates.push((&companies[at], neighbour));
            }
        }
        let mut paired: Vec<&Slug> = Vec::new();
        let mut pairs = Vec::new();
        let most_shared = |at: usize| (most_first(candidates[at].1.shared.len()), 0);
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

fn years(company: &Company) -> Option<Years> {
    let mut years: Option<Years> = None;
    for resource in &company.resources {
        let Some(dated) = resource.dated else { continue };
        let year = dated.year;
        let known = years.get_or_insert(Years { first: year, last: year, dated: 0 });
        known.first = known.first.min(year);
        known.last = known.last.max(year);
        known.dated += 1;
    }
    years
}
