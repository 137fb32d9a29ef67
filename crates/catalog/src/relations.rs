//! How companies and technologies relate: who uses what, what with what, who is like whom.

use crate::index::Index;
use crate::model::{Company, Tag, Technology};
use crate::order::{most_first, ordered};

/// A company that shares technologies with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour<'c> {
    /// The other company.
    pub company: &'c Company,
    /// What they share, rarest first; a technology is left out where a part of it is shared.
    pub shared: Vec<&'c Technology>,
}

/// The worth of a shared technology that only one company has.
const RARITY_SCALE: usize = 1 << 20;

impl<'c> Index<'c> {
    /// Each tag that gives a company the technology or a part of it, companies by name, a
    /// company's tags in its own order. Empty for an unknown technology.
    #[must_use]
    pub fn companies_of(&self, technology: &str) -> Vec<(&'c Company, &'c Tag)> {
        let Some(position) = self.technology_position(technology) else { return Vec::new() };
        let having = self.technologies[position].any.iter();
        let numbers = ordered(having, |number| (self.name_rank(number), 0));
        let belongs = |tag: &Tag| {
            let own = self.technology_position(tag.technology.as_str());
            own.is_some_and(|own| self.lineage(own).contains(&position))
        };
        let companies = numbers.into_iter().map(|number| &self.catalog.companies[number]);
        companies
            .flat_map(|company| company.tags.iter().map(move |tag| (company, tag)))
            .filter(|(_, tag)| belongs(tag))
            .collect()
    }

    /// At most `limit` companies that share technologies with `company`, most in common first.
    ///
    /// A shared technology is worth the more the fewer companies have it, and twice as much where
    /// the evidence is strong at both. Ties go by name.
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
            .map(|other| Neighbour {
                company: &companies[other],
                shared: self.shared(&technologies, other),
            })
            .collect()
    }

    /// Those of `technologies` that a company has too, rarest first, without what a shared one is
    /// a part of.
    fn shared(&self, technologies: &[usize], company: usize) -> Vec<&'c Technology> {
        let has = |at: &usize| self.technologies[*at].any.contains(company);
        let all: Vec<usize> = technologies.iter().copied().filter(has).collect();
        let implied: Vec<usize> =
            all.iter().flat_map(|at| self.lineage(*at).into_iter().skip(1)).collect();
        let shared = all.into_iter().filter(|at| !implied.contains(at));
        let shared = ordered(shared, |at| (self.technologies[at].any.count(), 0));
        shared.into_iter().map(|at| &self.catalog.technologies[at]).collect()
    }

    /// The technologies that companies have beside this one, with how many companies have both,
    /// most first, then in the order of the vocabulary. Leaves out what it is a part of and its
    /// own parts.
    #[must_use]
    pub fn used_with(&self, technology: &str) -> Vec<(&'c Technology, usize)> {
        let Some(position) = self.technology_position(technology) else { return Vec::new() };
        let lineage = self.lineage(position);
        let own = &self.technologies[position].any;
        let both = |at: usize| own.count_common(&self.technologies[at].any);
        let beside = (0..self.technologies.len()).filter(|at| {
            both(*at) > 0 && !lineage.contains(at) && !self.lineage(*at).contains(&position)
        });
        let beside = ordered(beside, |at| (most_first(both(at)), 0)).into_iter();
        beside.map(|at| (&self.catalog.technologies[at], both(at))).collect()
    }

    /// The technologies that are directly a part of this one, in the order of the vocabulary.
    #[must_use]
    pub fn children(&self, technology: &str) -> Vec<&'c Technology> {
        let Some(position) = self.technology_position(technology) else { return Vec::new() };
        (0..self.technologies.len())
            .filter(|at| self.lineage(*at).get(1) == Some(&position))
            .map(|at| &self.catalog.technologies[at])
            .collect()
    }

    /// What this technology is a part of, outermost first. Empty when it stands on its own.
    #[must_use]
    pub fn family(&self, technology: &str) -> Vec<&'c Technology> {
        let Some(position) = self.technology_position(technology) else { return Vec::new() };
        let lineage = self.lineage(position).into_iter().skip(1);
        let mut family: Vec<&Technology> =
            lineage.map(|at| &self.catalog.technologies[at]).collect();
        family.reverse();
        family
    }
}
