//! Other search texts, for one that finds nothing: without some of its words, or with a filter in
//! place of words that name one.

use catalog::{Kind, Role};

use crate::bitset::BitSet;
use crate::checked::CheckedFilter;
use crate::filter::{Criterion, Filter};
use crate::order::{most_first, ordered};
use crate::search::{Search, Term, TermKind, WordMatch, terms_of, words};
use crate::selection::Selection;

/// Terms beyond this number are kept: a pasted text would be searched for too often.
const MOST_TERMS: usize = 8;

/// How many filters are offered in place of words.
const MOST_FILTERS: usize = 3;

/// Words of labels that name nothing.
const JOINING_WORDS: [&str; 3] = ["or", "and", "page"];

/// A filter with another search text that leaves companies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearText {
    /// The difference.
    pub change: TextChange,
    /// The filter.
    pub filter: Filter,
    /// How many companies it leaves.
    pub count: usize,
}

/// How the text of a [`NearText`] differs from what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextChange {
    /// Words are dropped, as typed.
    Without(Vec<String>),
    /// A filter takes the place of words that name it, or of the whole text if the other words find
    /// nothing with it.
    Filter(Criterion),
}

impl Search<'_, '_> {
    /// Filters that leave companies where this one, for its search text, leaves none: the filter with
    /// a role, a kind or an industry in place of words that name it; without one of the words; if that
    /// leaves none, the largest parts of the text that leave any.
    #[must_use]
    pub fn near_texts(&self, filter: &CheckedFilter) -> Vec<NearText> {
        let mut terms = terms_of(&filter.query);
        // What is typed without a space is dropped as a whole.
        terms.dedup_by(|one, other| one.span == other.span);
        if terms.len() > MOST_TERMS {
            return Vec::new();
        }
        let mut near = self.with_filters(filter, &terms);
        let all: Vec<usize> = (0..terms.len()).collect();
        let others = |dropped: usize| all.iter().copied().filter(move |at| *at != dropped);
        let mut parts: Vec<Vec<usize>> = Vec::new();
        if terms.len() > 1 {
            parts.extend(all.iter().map(|dropped| others(*dropped).collect()));
        }
        parts.retain(|part| self.count_of(filter, &terms, part) > 0);
        if parts.is_empty() {
            parts = self.largest_parts(filter, &terms);
        }
        for part in parts {
            let kept = text_of(&filter.query, &terms, &part);
            let dropped = all.iter().filter(|at| !part.contains(at));
            let dropped = dropped.map(|at| filter.query[terms[*at].span.clone()].to_owned());
            near.push(NearText {
                change: TextChange::Without(dropped.collect()),
                count: self.count_of(filter, &terms, &part),
                filter: Filter { query: kept, ..(**filter).clone() },
            });
        }
        near
    }

    /// How many companies pass the filter with only these terms of its text.
    fn count_of(&self, filter: &CheckedFilter, terms: &[Term], part: &[usize]) -> usize {
        self.companies_of(filter, &text_of(&filter.query, terms, part)).count()
    }

    fn companies_of(&self, filter: &Filter, text: &str) -> BitSet {
        let checked = self.index.check(filter);
        let found = self.postings().search(text).map(|found| found.companies);
        Selection::new(self.index, &checked, found.as_ref()).passing()
    }

    /// For each term, the largest part of the text that starts with it and leaves a company; the
    /// largest first.
    fn largest_parts(&self, filter: &CheckedFilter, terms: &[Term]) -> Vec<Vec<usize>> {
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for first in 0..terms.len() {
            let mut part = vec![first];
            if terms.len() == 1 || self.count_of(filter, terms, &part) == 0 {
                continue;
            }
            for next in (0..terms.len()).filter(|next| *next != first) {
                let mut more = part.clone();
                let place = more.partition_point(|at| *at < next);
                more.insert(place, next);
                if self.count_of(filter, terms, &more) > 0 {
                    part = more;
                }
            }
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let order = ordered(0..parts.len(), |at| (most_first(parts[at].len()), 0));
        order.into_iter().map(|at| parts[at].clone()).collect()
    }

    /// Roles, kinds and industries in place of the words that name them, best named first.
    fn with_filters(&self, filter: &CheckedFilter, terms: &[Term]) -> Vec<NearText> {
        let mut criteria: Vec<(Criterion, String)> = Vec::new();
        for role in Role::ALL {
            criteria.push((Criterion::Role(*role), role.label().to_owned()));
        }
        for kind in Kind::ALL {
            let names = format!("{} {}", kind.label(), kind.as_str());
            criteria.push((Criterion::Kind(*kind), names));
        }
        for industry in &self.index.catalog().industries {
            criteria.push((Criterion::Industry(industry.slug.clone()), industry.name.clone()));
        }
        let mut offered: Vec<(usize, NearText)> = Vec::new();
        for (criterion, names) in criteria {
            let names = words(&names);
            let (named, rest): (Vec<usize>, Vec<usize>) =
                (0..terms.len()).partition(|at| is_one_of(&terms[*at], &names));
            if named.is_empty() || filter.contains(&criterion) {
                continue;
            }
            let with_text = |query: String| {
                let near = Filter { query, ..filter.toggled(criterion.clone()) };
                let count = self.companies_of(&near, &near.query).count();
                (count > 0).then_some((near, count))
            };
            let near = with_text(text_of(&filter.query, terms, &rest));
            if let Some((near, count)) = near.or_else(|| with_text(String::new())) {
                let change = TextChange::Filter(criterion);
                offered.push((named.len(), NearText { change, filter: near, count }));
            }
        }
        let order = ordered(0..offered.len(), |at| (most_first(offered[at].0), 0));
        order.into_iter().take(MOST_FILTERS).map(|at| offered[at].1.clone()).collect()
    }
}

/// Whether a term is one of these words, in singular or plural.
fn is_one_of(term: &Term, words: &[String]) -> bool {
    let is = |word: &str| {
        let ways = term.forms.iter().filter_map(|form| form.follow(std::iter::once(word)));
        ways.into_iter().any(|(how, _)| how == WordMatch::Exact)
    };
    term.kind == TermKind::Plain
        && !term.is_excluded
        && words.iter().any(|word| !JOINING_WORDS.contains(&word.as_str()) && is(word))
}

/// Some terms of a text as they are typed.
fn text_of(text: &str, terms: &[Term], part: &[usize]) -> String {
    let typed = part.iter().map(|at| &text[terms[*at].span.clone()]);
    typed.collect::<Vec<_>>().join(" ")
}
