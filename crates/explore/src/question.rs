//! What an index is asked: a checked filter with its search text looked up.

use crate::bitset::BitSet;
use crate::checked::CheckedFilter;
use crate::index::Index;
use crate::search::{Found, TextSearch};
use crate::selection::Selection;

/// A [`CheckedFilter`] whose search text has been looked up, once for all answers: what
/// [`Index::results`], [`count`](Index::count), [`facets`](Index::facets) and
/// [`alternatives`](Index::alternatives) take.
#[derive(Clone)]
pub struct Question<'s> {
    filter: CheckedFilter,
    text: Option<(Found, &'s dyn TextSearch)>,
}

impl PartialEq for Question<'_> {
    /// The same filter over the same search finds the same.
    fn eq(&self, other: &Self) -> bool {
        self.filter == other.filter && self.text.is_some() == other.text.is_some()
    }
}

impl<'s> Question<'s> {
    /// Looks up the search text of the filter.
    #[must_use]
    pub fn new(filter: &CheckedFilter, search: &'s dyn TextSearch) -> Self {
        let text = search.find(&filter.query).map(|found| (found, search));
        Self { filter: filter.clone(), text }
    }

    /// The filter without its search text.
    #[must_use]
    pub fn without_text(filter: &CheckedFilter) -> Self {
        Self { filter: filter.with_query(""), text: None }
    }

    /// The filter, search text included.
    #[must_use]
    pub const fn filter(&self) -> &CheckedFilter {
        &self.filter
    }

    pub(crate) fn text(&self) -> Option<(&Found, &'s dyn TextSearch)> {
        self.text.as_ref().map(|(found, search)| (found, *search))
    }

    /// The companies that have the search text; `None` without one.
    pub(crate) fn found(&self) -> Option<&BitSet> {
        self.text.as_ref().map(|(found, _)| &found.companies)
    }

    pub(crate) fn selection<'i, 'c>(&self, index: &'i Index<'c>) -> Selection<'i, 'c> {
        Selection::new(index, &self.filter, self.found())
    }
}
