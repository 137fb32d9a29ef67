//! What a reader asks for: the state behind the search box, the facets and the sort menu.

use crate::set::Set;
use catalog::Slug;
use catalog::named_values;
use catalog::{Kind, Role};

/// The longest search text that is kept, in characters. Longer text is cut.
pub const MAX_QUERY_LENGTH: usize = 200;

/// Everything a reader may narrow the companies by, and the order to see them in.
///
/// Values inside a facet other than technology widen ("slides or podcast"), facets narrow each
/// other ("and in travel"). The default lets every company through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The search text as typed, spaces included, so that the text box is not fought.
    pub query: String,
    /// Technologies; each one includes the technologies that are part of it.
    pub technologies: Set<Slug>,
    /// Whether a company needs all of [`technologies`](Self::technologies) or any of them.
    pub match_mode: Match,
    /// A company needs a technology with one of these roles.
    pub roles: Set<Role>,
    /// A company needs material of one of these kinds.
    pub kinds: Set<Kind>,
    /// A company needs to be in one of these industries.
    pub industries: Set<Slug>,
    /// Which technology tags count.
    pub evidence: EvidenceFloor,
    /// A company needs material from this year or later.
    pub from: Option<u32>,
    /// A company needs material from this year or earlier; with [`from`](Self::from) from within
    /// the two.
    pub to: Option<u32>,
    /// The order of the results.
    pub sort: Sort,
}

/// How several chosen technologies combine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// A company needs every one.
    #[default]
    All,
    /// A company needs at least one.
    Any,
}

/// Which technology tags count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceFloor {
    /// Every tag.
    #[default]
    Any,
    /// Tags whose best grade [is strong](catalog::Grade::is_strong). Restricts technologies and
    /// roles; with neither chosen it keeps the companies that have at least one such tag.
    Strong,
}

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// Best match of the search text first; by name when there is none.
    #[default]
    Relevance,
    /// By name, case and diacritics aside.
    Name,
    /// Most podcasts and resources first.
    Material,
    /// Companies with a podcast first.
    Podcast,
    /// The company with the latest dated material first, those without any last.
    Newest,
}

named_values!(Match {
    All => "all", "All";
    Any => "any", "Any";
});

named_values!(EvidenceFloor {
    Any => "any", "Any evidence";
    Strong => "strong", "Strong evidence only";
});

named_values!(Sort {
    Relevance => "relevance", "Best match";
    Name => "name", "Name";
    Material => "material", "Most material";
    Podcast => "podcast", "Podcast first";
    Newest => "newest", "Newest material";
});

/// One thing that a filter asks for: a chip above the results, an option of a facet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    /// The search text.
    Query,
    /// A technology.
    Technology(Slug),
    /// A role.
    Role(Role),
    /// A kind of material.
    Kind(Kind),
    /// An industry.
    Industry(Slug),
    /// Strong evidence only.
    Strong,
    /// Material from a span of years.
    Years,
}

impl Filter {
    /// Whether every company passes. Sort and match mode do not count, a blank search text is none.
    #[must_use]
    pub fn is_unfiltered(&self) -> bool {
        !self.has_query()
            && self.technologies.is_empty()
            && self.roles.is_empty()
            && self.kinds.is_empty()
            && self.industries.is_empty()
            && self.evidence == EvidenceFloor::Any
            && !self.has_years()
    }

    /// What the filter asks for, in the order of the query string.
    #[must_use]
    pub fn criteria(&self) -> Vec<Criterion> {
        let mut criteria = Vec::new();
        if self.has_query() {
            criteria.push(Criterion::Query);
        }
        criteria.extend(self.technologies.iter().cloned().map(Criterion::Technology));
        criteria.extend(self.roles.iter().copied().map(Criterion::Role));
        criteria.extend(self.kinds.iter().copied().map(Criterion::Kind));
        criteria.extend(self.industries.iter().cloned().map(Criterion::Industry));
        if self.evidence == EvidenceFloor::Strong {
            criteria.push(Criterion::Strong);
        }
        if self.has_years() {
            criteria.push(Criterion::Years);
        }
        criteria
    }

    /// Whether the filter asks for `criterion`.
    #[must_use]
    pub fn contains(&self, criterion: &Criterion) -> bool {
        match criterion {
            Criterion::Query => self.has_query(),
            Criterion::Technology(slug) => self.technologies.contains(slug),
            Criterion::Role(role) => self.roles.contains(role),
            Criterion::Kind(kind) => self.kinds.contains(kind),
            Criterion::Industry(slug) => self.industries.contains(slug),
            Criterion::Strong => self.evidence == EvidenceFloor::Strong,
            Criterion::Years => self.has_years(),
        }
    }

    /// The filter with `criterion` added, or removed where it was there. [`Criterion::Query`] and
    /// [`Criterion::Years`] can only be removed: they do not say what to look for.
    #[must_use]
    pub fn toggled(&self, criterion: Criterion) -> Self {
        if self.contains(&criterion) {
            return self.without(&criterion);
        }
        let mut filter = self.clone();
        match criterion {
            Criterion::Query | Criterion::Years => {}
            Criterion::Technology(slug) => {
                filter.technologies.insert(slug);
            }
            Criterion::Role(role) => {
                filter.roles.insert(role);
            }
            Criterion::Kind(kind) => {
                filter.kinds.insert(kind);
            }
            Criterion::Industry(slug) => {
                filter.industries.insert(slug);
            }
            Criterion::Strong => filter.evidence = EvidenceFloor::Strong,
        }
        filter
    }

    /// The filter without `criterion`.
    #[must_use]
    pub fn without(&self, criterion: &Criterion) -> Self {
        let mut filter = self.clone();
        match criterion {
            Criterion::Query => filter.query.clear(),
            Criterion::Technology(slug) => {
                filter.technologies.remove(slug);
            }
            Criterion::Role(role) => {
                filter.roles.remove(role);
            }
            Criterion::Kind(kind) => {
                filter.kinds.remove(kind);
            }
            Criterion::Industry(slug) => {
                filter.industries.remove(slug);
            }
            Criterion::Strong => filter.evidence = EvidenceFloor::Any,
            Criterion::Years => (filter.from, filter.to) = (None, None),
        }
        filter
    }

    /// The filter without any criterion: "Clear all". Keeps sort and match mode.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort, match_mode: self.match_mode, ..Self::default() }
    }

    fn has_query(&self) -> bool {
        !self.query.trim().is_empty()
    }

    fn has_years(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}
