//! Short forms of questions, for tests that ask many.

use explore::{Filter, Hit, Index, Question, Search};

/// The results of a filter without a search text.
pub(crate) fn results<'c>(index: &Index<'c>, filter: &Filter) -> Vec<Hit<'c>> {
    assert_eq!(filter.query, "", "this does not search");
    index.results(&Question::without_text(&index.check(filter)))
}

/// How many companies pass a filter without a search text.
pub(crate) fn count(index: &Index<'_>, filter: &Filter) -> usize {
    results(index, filter).len()
}

/// An index with the search over it, built once.
pub(crate) struct Searching<'i, 'c> {
    pub(crate) index: &'i Index<'c>,
    pub(crate) search: Search<'i, 'c>,
}

impl<'i, 'c> Searching<'i, 'c> {
    pub(crate) fn new(index: &'i Index<'c>) -> Self {
        Self { index, search: Search::new(index) }
    }

    pub(crate) fn question(&self, filter: &Filter) -> Question<'_> {
        Question::new(&self.index.check(filter), &self.search)
    }

    pub(crate) fn results(&self, filter: &Filter) -> Vec<Hit<'c>> {
        self.index.results(&self.question(filter))
    }

    pub(crate) fn count(&self, filter: &Filter) -> usize {
        self.index.count(&self.question(filter))
    }
}
