//! The filter of `/material` and its codec: the keys of the grid, and `venue` and `speaker`.

use std::ops::Deref;

use form_urlencoded::Serializer;

use crate::checked::CheckedFilter;
use crate::filter::{Criterion, Filter, Sort};
use crate::sorted_set::SortedSet;
use crate::text::fold::slug_form;

/// What narrows the list of material.
///
/// ```
/// use explore::{MaterialCriterion, MaterialFilter};
///
/// let filter = MaterialFilter::from_query_string("kind=slides&speaker=Jun%20Rao&sort=newest");
/// assert_eq!(filter.to_query_string(), "kind=slides&speaker=jun-rao");
/// let without = filter.without(&MaterialCriterion::Speaker("jun-rao".to_owned()));
/// assert_eq!(without.to_query_string(), "kind=slides");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaterialFilter {
    /// What the grid has as well, asked of a piece of material: it names the technology, it is of the
    /// kind, it is from the year, its company is in the industry. Sorted by [`Sort::Name`] of the
    /// title, or newest first.
    pub shared: Filter,
    /// Venues, as keys (`explore::KeyedName`).
    pub venues: SortedSet<String>,
    /// Speakers, as keys (`explore::KeyedName`).
    pub speakers: SortedSet<String>,
}

/// One thing that the filter asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MaterialCriterion {
    /// What the grid asks for as well.
    Shared(Criterion),
    /// A venue.
    Venue(String),
    /// A speaker.
    Speaker(String),
}

impl MaterialFilter {
    /// The keys that the grid does not have, in the order in which they are written.
    pub const KEYS: [&str; 2] = ["venue", "speaker"];

    /// The filter as a query string without `?`; empty for the default filter.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut pairs = Serializer::new(self.shared.to_query_string());
        for venue in &self.venues {
            pairs.append_pair(Self::KEYS[0], venue);
        }
        for speaker in &self.speakers {
            pairs.append_pair(Self::KEYS[1], speaker);
        }
        pairs.finish()
    }

    /// Reads a query string, with or without a leading `?`. Never fails.
    #[must_use]
    pub fn from_query_string(query_string: &str) -> Self {
        let mut filter =
            Self { shared: Filter::from_query_string(query_string), ..Self::default() };
        filter.take_names(query_string);
        filter.settle_sort();
        filter
    }

    pub(super) fn take_names(&mut self, query_string: &str) {
        let query_string = query_string.strip_prefix('?').unwrap_or(query_string);
        for (key, text) in form_urlencoded::parse(query_string.as_bytes()) {
            let names = match key.to_ascii_lowercase().as_str() {
                "venue" => &mut self.venues,
                "speaker" => &mut self.speakers,
                _ => continue,
            };
            let keys = text.split(',').map(slug_form);
            names.extend(keys.filter(|key| !key.is_empty()));
        }
    }

    /// Newest first is the default here, and the other orders of the grid are none of a list of
    /// material.
    pub(super) fn settle_sort(&mut self) {
        if self.shared.sort != Sort::Name {
            self.shared.sort = Sort::default();
        }
    }

    /// What the filter asks for, in the order of the query string.
    #[must_use]
    pub fn criteria(&self) -> Vec<MaterialCriterion> {
        let mut criteria = Vec::new();
        for criterion in self.shared.criteria() {
            criteria.push(MaterialCriterion::Shared(criterion));
        }
        for venue in &self.venues {
            criteria.push(MaterialCriterion::Venue(venue.clone()));
        }
        for speaker in &self.speakers {
            criteria.push(MaterialCriterion::Speaker(speaker.clone()));
        }
        criteria
    }

    /// Whether the filter asks for `criterion`.
    #[must_use]
    pub fn contains(&self, criterion: &MaterialCriterion) -> bool {
        match criterion {
            MaterialCriterion::Shared(criterion) => self.shared.contains(criterion),
            MaterialCriterion::Venue(key) => self.venues.contains(key),
            MaterialCriterion::Speaker(key) => self.speakers.contains(key),
        }
    }

    /// The filter with `criterion` added, or removed if the filter has it.
    #[must_use]
    pub fn toggled(&self, criterion: MaterialCriterion) -> Self {
        if self.contains(&criterion) {
            return self.without(&criterion);
        }
        let mut filter = self.clone();
        match criterion {
            MaterialCriterion::Shared(criterion) => {
                filter.shared = self.shared.toggled(criterion);
            }
            MaterialCriterion::Venue(key) => _ = filter.venues.insert(key),
            MaterialCriterion::Speaker(key) => _ = filter.speakers.insert(key),
        }
        filter
    }

    /// The filter without `criterion`; the same filter if it does not have it.
    #[must_use]
    pub fn without(&self, criterion: &MaterialCriterion) -> Self {
        let mut filter = self.clone();
        match criterion {
            MaterialCriterion::Shared(criterion) => filter.shared = self.shared.without(criterion),
            MaterialCriterion::Venue(key) => _ = filter.venues.remove(key),
            MaterialCriterion::Speaker(key) => _ = filter.speakers.remove(key),
        }
        filter
    }

    /// The filter without any criterion; keeps the order.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { shared: self.shared.cleared(), ..Self::default() }
    }
}

impl catalog::Query for MaterialFilter {
    fn query_string(&self) -> String {
        self.to_query_string()
    }
}

/// A [`MaterialFilter`] whose names are all in the catalogue. Only [`crate::Material::read`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedMaterial {
    filter: MaterialFilter,
    checked: CheckedFilter,
}

impl Deref for CheckedMaterial {
    type Target = MaterialFilter;

    fn deref(&self) -> &MaterialFilter {
        &self.filter
    }
}

impl CheckedMaterial {
    /// The same filter with another search text.
    #[must_use]
    pub fn with_query(&self, text: &str) -> Self {
        let mut filter = self.clone();
        text.clone_into(&mut filter.filter.shared.query);
        filter
    }

    pub(super) const fn new(filter: MaterialFilter, checked: CheckedFilter) -> Self {
        Self { filter, checked }
    }

    pub(super) fn technology_positions(&self) -> &[usize] {
        self.checked.technology_positions()
    }

    pub(super) fn industry_positions(&self) -> &[usize] {
        self.checked.industry_positions()
    }
}
