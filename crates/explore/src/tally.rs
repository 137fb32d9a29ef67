//! How many companies have each technology, role by role.

use crate::index::Index;
use crate::order::{most_first, ordered};
use catalog::{Role, Technology};

/// A technology with how many companies have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally<'c> {
    /// The technology.
    pub technology: &'c Technology,
    /// The companies that have it or a part of it, as a filter by it counts them.
    pub companies: usize,
    /// How many technologies of the same role it is a part of, one in the other: 0 for one that
    /// stands on its own or that is a part of something of another role.
    pub depth: usize,
}

impl<'c> Index<'c> {
    /// Every technology of a role, whether any company has it or not. Most companies first, then
    /// in the order of the vocabulary; each is followed by its parts of the same role.
    #[must_use]
    pub fn tallies(&self, role: Role) -> Vec<Tally<'c>> {
        let mut tallies = Vec::new();
        self.tally_parts(role, None, 0, &mut tallies);
        tallies
    }

    /// How many companies have the most common technology.
    #[must_use]
    pub fn most_companies(&self) -> usize {
        self.technologies.iter().map(|set| set.any.count()).max().unwrap_or_default()
    }

    fn tally_parts(
        &self,
        role: Role,
        whole: Option<usize>,
        depth: usize,
        tallies: &mut Vec<Tally<'c>>,
    ) {
        let companies = |at: usize| self.technologies[at].any.count();
        let technologies = &self.catalog.technologies;
        let parts = (0..technologies.len())
            .filter(|at| technologies[*at].role == role && self.whole_of_same_role(*at) == whole);
        for at in ordered(parts, |at| (most_first(companies(at)), 0)) {
            let technology = &technologies[at];
            tallies.push(Tally { technology, companies: companies(at), depth });
            self.tally_parts(role, Some(at), depth + 1, tallies);
        }
    }

    /// The technology of the same role that this one is directly a part of. Where parents form a
    /// ring, its first member counts as standing on its own.
    fn whole_of_same_role(&self, position: usize) -> Option<usize> {
        let role_of = |at: usize| self.catalog.technologies[at].role;
        let lineage = self.lineage(position);
        let parent = *lineage.get(1)?;
        let is_first_of_ring = self.lineage(parent).contains(&position)
            && lineage.iter().all(|member| *member >= position);
        (role_of(parent) == role_of(position) && !is_first_of_ring).then_some(parent)
    }
}
