//! How companies and technologies relate: which company uses what, what is used together, which
//! companies are alike.

use catalog::{Company, Resource, Role, Tag, Technology};

use crate::index::Index;
use crate::order::{most_first, ordered};
use crate::tally::Tally;

/// A company that shares technologies with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour<'c> {
    /// The other company.
    pub company: &'c Company,
    /// The technologies that both have on strong evidence, rarest first, without those of which a
    /// part is shared.
    pub shared: Vec<&'c Technology>,
    /// The others that both have, on weak signs at one of them, in the same order.
    pub maybe_shared: Vec<&'c Technology>,
}

impl Neighbour<'_> {
    /// How much there is in common: a technology counts twice if the evidence is strong at both.
    pub(crate) fn worth(&self) -> usize {
        2 * self.shared.len() + self.maybe_shared.len()
    }
}

/// The worth of a shared technology that only one company has.
const RARITY_SCALE: usize = 1 << 20;

impl<'c> Index<'c> {
    /// Each tag by which a company uses the technology or a part of it: companies by name, a
    /// company's tags in its order. Empty for an unknown technology.
    #[must_use]
    pub fn companies_of(&self, technology: &str) -> Vec<(&'c Company, &'c Tag)> {
        let mut tags = self.tags_of(technology);
        tags.retain(|(_, tag)| tag.grade().is_use());
        tags
    }

    /// Each tag that says that a company does not use the technology or a part of it: not yet, no
    /// longer or not at all. Companies that use it by another tag are left out.
    #[must_use]
    pub fn not_in_use_at(&self, technology: &str) -> Vec<(&'c Company, &'c Tag)> {
        let mut tags = self.tags_of(technology);
        let using: Vec<_> = self.uses_of(technology).into_iter().map(|(c, _)| &c.slug).collect();
        tags.retain(|(company, _)| !using.contains(&&company.slug));
        tags
    }

    /// Every tag of the technology or a part of it, of whatever grade.
    fn tags_of(&self, technology: &str) -> Vec<(&'c Company, &'c Tag)> {
        let Some(position) = self.technology_position(technology) else { return Vec::new() };
        let belongs = |tag: &Tag| {
            let own = self.technology_position(tag.technology.as_str());
            own.is_some_and(|own| self.lineage(own).contains(&position))
        };
        self.companies_by_name()
            .into_iter()
            .flat_map(|company| company.tags.iter().map(move |tag| (company, tag)))
            .filter(|(_, tag)| belongs(tag))
            .collect()
    }

    /// Each company that has the technology or a part of it, once, with its best tag for it;
    /// companies by name.
    #[must_use]
    pub fn uses_of(&self, technology: &str) -> Vec<(&'c Company, &'c Tag)> {
        let mut best: Vec<(&Company, &Tag)> = Vec::new();
        for (company, tag) in self.companies_of(technology) {
            match best.last_mut() {
                Some((last, kept)) if last.slug == company.slug => {
                    if tag.grade() < kept.grade() {
                        *kept = tag;
                    }
                }
                _ => best.push((company, tag)),
            }
        }
        best
    }

    /// At most `limit` companies that share technologies with `company`, most in common first.
    ///
    /// A shared technology counts more the fewer companies have it, and twice if the evidence is
    /// strong at both. Ties are sorted by name.
    #[must_use]
    pub fn neighbours(&self, company: &Company, limit: usize) -> Vec<Neighbour<'c>> {
        let companies = &self.catalog.companies;
        let Some(own) = companies.iter().position(|other| other.slug == company.slug) else {
            return Vec::new();
        };
        let having = |at: &usize| self.technologies[*at].any.contains(own);
        let technologies: Vec<usize> = (0..self.technologies.len()).filter(having).collect();
        let mut worth = vec![0; companies.len()];
        for at in &technologies {
            let set = &self.technologies[*at];
            let share = RARITY_SCALE / set.any.count();
            for other in set.any.iter() {
                let strong = set.strong.contains(own) && set.strong.contains(other);
                worth[other] += if strong { 2 * share } else { share };
            }
        }
        let others = (0..companies.len()).filter(|other| *other != own && worth[*other] > 0);
        ordered(others, |other| (most_first(worth[other]), self.name_rank(other)))
            .into_iter()
            .take(limit)
            .map(|other| {
                let shared = self.shared(&technologies, other);
                let is_strong = |at: &usize| {
                    let strong = &self.technologies[*at].strong;
                    strong.contains(own) && strong.contains(other)
                };
                let (shared, maybe): (Vec<_>, Vec<_>) = shared.into_iter().partition(is_strong);
                let named = |found: Vec<usize>| {
                    found.into_iter().map(|at| &self.catalog.technologies[at]).collect()
                };
                let (shared, maybe_shared) = (named(shared), named(maybe));
                Neighbour { company: &companies[other], shared, maybe_shared }
            })
            .collect()
    }

    /// Those of `technologies` that a company has too, rarest first, without the ancestors of a
    /// shared one.
    fn shared(&self, technologies: &[usize], company: usize) -> Vec<usize> {
        let has = |at: &usize| self.technologies[*at].any.contains(company);
        let all: Vec<usize> = technologies.iter().copied().filter(has).collect();
        let implied: Vec<usize> =
            all.iter().flat_map(|at| self.lineage(*at).into_iter().skip(1)).collect();
        let shared = all.into_iter().filter(|at| !implied.contains(at));
        ordered(shared, |at| (self.technologies[at].any.count(), 0))
    }

    /// The technologies that companies have together with this one, with the number of companies
    /// that have both: most first, then in the order of the catalogue. Without its ancestors and its
    /// parts.
    #[must_use]
    pub fn used_with(&self, technology: &str) -> Vec<(&'c Technology, Tally)> {
        let Some(position) = self.technology_position(technology) else { return Vec::new() };
        let lineage = self.lineage(position);
        let own = &self.technologies[position];
        let both = |at: usize| own.tally_with(&self.technologies[at]);
        let beside = (0..self.technologies.len()).filter(|at| {
            both(*at).total() > 0 && !lineage.contains(at) && !self.lineage(*at).contains(&position)
        });
        let beside = ordered(beside, |at| (most_first(both(at).total()), 0)).into_iter();
        beside.map(|at| (&self.catalog.technologies[at], both(at))).collect()
    }

    /// The other technologies of the same role that companies have, with the number of companies that
    /// have each: most first, then in the order of the catalogue. Without its ancestors and parts.
    #[must_use]
    pub fn same_role(&self, technology: &str) -> Vec<(&'c Technology, Tally)> {
        let Some(position) = self.technology_position(technology) else { return Vec::new() };
        let technologies = &self.catalog.technologies;
        let lineage = self.lineage(position);
        let others = (0..technologies.len()).filter(|at| {
            technologies[*at].role == technologies[position].role
                && !self.technologies[*at].any.is_empty()
                && !lineage.contains(at)
                && !self.lineage(*at).contains(&position)
        });
        let count = |at: usize| self.technologies[at].tally();
        let others = ordered(others, |at| (most_first(count(at).total()), 0)).into_iter();
        others.map(|at| (&technologies[at], count(at))).collect()
    }

    /// The resources whose words name the technology or a part of it, also those that say that it is
    /// not used, each once for a company: newest first, undated ones last, then companies by name and a company's resources in its
    /// order.
    #[must_use]
    pub fn resources_about(&self, technology: &str) -> Vec<(&'c Company, &'c Resource)> {
        let mut about = Vec::new();
        let tags = self.tags_of(technology);
        for tags in tags.chunk_by(|(one, _), (next, _)| one.slug == next.slug) {
            let company = tags[0].0;
            for (number, resource) in (0..).zip(&company.resources) {
                let mut evidence = tags.iter().flat_map(|(_, tag)| &tag.evidence);
                if evidence.any(|evidence| evidence.source.resource() == Some(number)) {
                    about.push((company, resource));
                }
            }
        }
        let year = |at: usize| about[at].1.dated.map_or(0, |dated| dated.year as usize);
        let order = ordered(0..about.len(), |at| (most_first(year(at)), 0));
        order.into_iter().map(|at| about[at]).collect()
    }

    /// A company's technologies by role, in the order of [`Role::ALL`]; inside a role in the
    /// company's order. Without roles of which it has none and without tags of unknown technologies.
    #[must_use]
    pub fn stack(&self, company: &'c Company) -> Vec<(Role, Vec<(&'c Tag, &'c Technology)>)> {
        let mut stack = Vec::new();
        for &role in Role::ALL {
            let mut uses = Vec::new();
            for tag in &company.tags {
                if let Some(position) = self.technology_position(tag.technology.as_str())
                    && self.catalog.technologies[position].role == role
                {
                    uses.push((tag, &self.catalog.technologies[position]));
                }
            }
            if !uses.is_empty() {
                stack.push((role, uses));
            }
        }
        stack
    }

    /// The direct parts of this technology, in the order of the catalogue.
    #[must_use]
    pub fn children(&self, technology: &str) -> Vec<&'c Technology> {
        let Some(position) = self.technology_position(technology) else { return Vec::new() };
        (0..self.technologies.len())
            .filter(|at| self.lineage(*at).get(1) == Some(&position))
            .map(|at| &self.catalog.technologies[at])
            .collect()
    }

    /// The ancestors of this technology, outermost first.
    #[must_use]
    pub fn ancestors(&self, technology: &str) -> Vec<&'c Technology> {
        let Some(position) = self.technology_position(technology) else { return Vec::new() };
        let lineage = self.lineage(position).into_iter().skip(1);
        let mut ancestors: Vec<&Technology> =
            lineage.map(|at| &self.catalog.technologies[at]).collect();
        ancestors.reverse();
        ancestors
    }
}
