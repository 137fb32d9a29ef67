//! The filter: the state of the search box, the facets and the sort menu.

use catalog::{Kind, Role, Slug, named_values};

use crate::sorted_set::SortedSet;
use crate::text::fold::has_words;

/// The longest search text that is kept, in characters. Longer text is cut.
pub const MAX_QUERY_LENGTH: usize = 200;

/// Everything that narrows the list of companies, and its order.
///
/// Several values of one facet widen it ("slides or podcast"), except for technologies; facets
/// narrow each other ("and in travel"). The default lets every company through.
///
/// ```
/// use explore::{Criterion, Filter};
///
/// let filter = Filter::from_query_string("tech=kafka&from=2016");
/// let kafka = Criterion::Technology("kafka".parse()?);
/// assert!(filter.contains(&kafka));
/// assert_eq!(filter.toggled(kafka).to_query_string(), "from=2016");
/// # Ok::<(), catalog::SlugError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The search text as typed, spaces included: the text box shows it as it is.
    pub query: String,
    /// Technologies; each one includes the technologies that are part of it.
    pub technologies: SortedSet<Slug>,
    /// Whether a company needs all of [`technologies`](Self::technologies) or any of them.
    pub match_mode: Match,
    /// A company needs a technology with one of these roles.
    pub roles: SortedSet<Role>,
    /// A company needs material of one of these kinds.
    pub kinds: SortedSet<Kind>,
    /// A company needs to be in one of these industries.
    pub industries: SortedSet<Slug>,
    /// Which technology tags count.
    pub evidence: EvidenceFloor,
    /// A company needs material from one of these years.
    pub years: YearRange,
    /// The order of the results.
    pub sort: Sort,
}

/// Years from a first to a last one, both included; open where one is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearRange {
    /// The first year.
    pub from: Option<u32>,
    /// The last year.
    pub to: Option<u32>,
}

impl YearRange {
    /// Whether both ends are open.
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether the year is in the range.
    #[must_use]
    pub fn contains(self, year: u32) -> bool {
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }
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
    /// By name, ignoring case and diacritics.
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
    /// A search text, as typed.
    Query(String),
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
    /// Material from a range of years.
    Years(YearRange),
}

impl Filter {
    /// Companies that use all of these technologies.
    #[must_use]
    pub fn using<const N: usize>(technologies: [&Slug; N]) -> Self {
        Self { technologies: technologies.map(Clone::clone).into(), ..Self::default() }
    }

    /// What the filter asks for, in the order of the query string. Empty if every company passes:
    /// sort and match mode do not count; a search text without letters and digits is none.
    #[must_use]
    pub fn criteria(&self) -> Vec<Criterion> {
        let mut criteria = Vec::new();
        if self.has_query() {
            criteria.push(Criterion::Query(self.query.clone()));
        }
        criteria.extend(self.technologies.iter().cloned().map(Criterion::Technology));
        criteria.extend(self.roles.iter().copied().map(Criterion::Role));
        criteria.extend(self.kinds.iter().copied().map(Criterion::Kind));
        criteria.extend(self.industries.iter().cloned().map(Criterion::Industry));
        if self.evidence == EvidenceFloor::Strong {
            criteria.push(Criterion::Strong);
        }
        if !self.years.is_open() {
            criteria.push(Criterion::Years(self.years));
        }
        criteria
    }

    /// Whether the filter asks for `criterion`.
    #[must_use]
    pub fn contains(&self, criterion: &Criterion) -> bool {
        match criterion {
            Criterion::Query(text) => self.has_query() && self.query == *text,
            Criterion::Technology(slug) => self.technologies.contains(slug),
            Criterion::Role(role) => self.roles.contains(role),
            Criterion::Kind(kind) => self.kinds.contains(kind),
            Criterion::Industry(slug) => self.industries.contains(slug),
            Criterion::Strong => self.evidence == EvidenceFloor::Strong,
            Criterion::Years(years) => !years.is_open() && self.years == *years,
        }
    }

    /// The filter with `criterion` added, or removed if the filter has it. A search text and a
    /// range of years take the place of another one.
    #[must_use]
    pub fn toggled(&self, criterion: Criterion) -> Self {
        if self.contains(&criterion) {
            return self.without(&criterion);
        }
        let mut filter = self.clone();
        match criterion {
            Criterion::Query(text) => filter.query = text,
            Criterion::Technology(slug) => _ = filter.technologies.insert(slug),
            Criterion::Role(role) => _ = filter.roles.insert(role),
            Criterion::Kind(kind) => _ = filter.kinds.insert(kind),
            Criterion::Industry(slug) => _ = filter.industries.insert(slug),
            Criterion::Strong => filter.evidence = EvidenceFloor::Strong,
            Criterion::Years(years) => filter.years = years,
        }
        filter
    }

    /// The filter without `criterion`; the same filter if it does not have it.
    #[must_use]
    pub fn without(&self, criterion: &Criterion) -> Self {
        let mut filter = self.clone();
        if !self.contains(criterion) {
            return filter;
        }
        match criterion {
            Criterion::Query(_) => filter.query.clear(),
            Criterion::Technology(slug) => _ = filter.technologies.remove(slug),
            Criterion::Role(role) => _ = filter.roles.remove(role),
            Criterion::Kind(kind) => _ = filter.kinds.remove(kind),
            Criterion::Industry(slug) => _ = filter.industries.remove(slug),
            Criterion::Strong => filter.evidence = EvidenceFloor::Any,
            Criterion::Years(_) => filter.years = YearRange::default(),
        }
        filter
    }

    /// The filter without any criterion: "Clear all". Keeps sort and match mode.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort, match_mode: self.match_mode, ..Self::default() }
    }

    /// Whether there is something to search for: a letter or a digit.
    #[must_use]
    pub fn has_query(&self) -> bool {
        has_words(&self.query)
    }

    /// Whether there is a search text that has nothing to search for, such as `!!!`.
    #[must_use]
    pub fn has_only_signs(&self) -> bool {
        !self.query.trim().is_empty() && !self.has_query()
    }
}
