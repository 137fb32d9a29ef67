//! How many companies have each technology, by role and family.

use catalog::{Role, Technology};

use crate::index::Index;
use crate::order::{most_first, ordered};
use crate::tally::Tally;
use crate::text::fold::fold;

/// A technology with how many companies have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TechnologyTally<'c> {
    /// The technology.
    pub technology: &'c Technology,
    /// The companies that have it or a part of it, as a filter by it counts them.
    pub companies: Tally,
    /// The number of its ancestors of the same role, up to the first of another role.
    pub depth: usize,
}

impl<'c> Index<'c> {
    /// Every technology of a role, also those that no company has: most companies first, then in the
    /// order of the catalogue, each followed by its parts of the same role, to any depth.
    ///
    /// ```
    /// use catalog::Role;
    /// use explore::Index;
    ///
    /// let mut catalog = fixtures::a_catalog(&["lake", "table", "warehouse"], &[&["table"]]);
    /// catalog.technologies[1].parent = Some("lake".parse()?);
    /// let index = Index::new(&catalog);
    /// let tallies: Vec<_> = index
    ///     .tallies(Role::Storage)
    ///     .iter()
    ///     .map(|tally| (tally.technology.name.as_str(), tally.depth, tally.companies.total()))
    ///     .collect();
    /// assert_eq!(tallies, [("lake", 0, 1), ("table", 1, 1), ("warehouse", 0, 0)]);
    /// # Ok::<(), catalog::SlugError>(())
    /// ```
    #[must_use]
    pub fn tallies(&self, role: Role) -> Vec<TechnologyTally<'c>> {
        let mut tallies = Vec::new();
        self.tally_parts(role, None, 0, &mut tallies);
        tallies
    }

    /// At most `limit` technologies that companies have: most companies first, then in the order of
    /// the catalogue.
    #[must_use]
    pub fn most_used(&self, limit: usize) -> Vec<TechnologyTally<'c>> {
        let companies = |at: usize| self.technologies[at].tally();
        let used = (0..self.technologies.len()).filter(|at| companies(*at).total() > 0);
        let order = ordered(used, |at| (most_first(companies(at).total()), 0)).into_iter();
        let tally = |at: usize| TechnologyTally {
            technology: &self.catalog.technologies[at],
            companies: companies(at),
            depth: 0,
        };
        order.take(limit).map(tally).collect()
    }

    /// The technologies that companies have with the text in one of their names, in the order of
    /// [`most_used`](Self::most_used). Case and accents do not matter, nor blanks around the text.
    ///
    /// ```
    /// use explore::Index;
    ///
    /// let catalog = fixtures::a_catalog(&["kafka", "spark"], &[&["spark", "kafka"]]);
    /// let index = Index::new(&catalog);
    /// let named: Vec<_> = index.named(" ÀFK ").iter().map(|tally| &tally.technology.name).collect();
    /// assert_eq!(named, ["kafka"]);
    /// ```
    #[must_use]
    pub fn named(&self, text: &str) -> Vec<TechnologyTally<'c>> {
        let text = fold(text.trim());
        let has = |name: &String| fold(name).contains(&text);
        let mut named = self.most_used(usize::MAX);
        named.retain(|TechnologyTally { technology, .. }| {
            has(&technology.name) || technology.aliases.iter().any(has)
        });
        named
    }

    /// The number of companies that have the most common technology.
    #[must_use]
    pub fn most_companies(&self) -> usize {
        self.technologies.iter().map(|set| set.any.count()).max().unwrap_or_default()
    }

    fn tally_parts(
        &self,
        role: Role,
        whole: Option<usize>,
        depth: usize,
        tallies: &mut Vec<TechnologyTally<'c>>,
    ) {
        let companies = |at: usize| self.technologies[at].tally();
        let technologies = &self.catalog.technologies;
        let parts = (0..technologies.len())
            .filter(|at| technologies[*at].role == role && self.whole_of_same_role(*at) == whole);
        for at in ordered(parts, |at| (most_first(companies(at).total()), 0)) {
            let technology = &technologies[at];
            tallies.push(TechnologyTally { technology, companies: companies(at), depth });
            self.tally_parts(role, Some(at), depth + 1, tallies);
        }
    }

    /// The parent, if it has the same role. In a ring of parents the first member has none.
    fn whole_of_same_role(&self, position: usize) -> Option<usize> {
        let role_of = |at: usize| self.catalog.technologies[at].role;
        let lineage = self.lineage(position);
        let parent = *lineage.get(1)?;
        let is_first_of_ring = self.lineage(parent).contains(&position)
            && lineage.iter().all(|member| *member >= position);
        (role_of(parent) == role_of(position) && !is_first_of_ring).then_some(parent)
    }
}
