//! The companies that pass a filter, in its order.

use catalog::{Company, Kind};

use crate::filter::Sort;
use crate::index::Index;
use crate::order::{most_first, ordered};
use crate::question::Question;
use crate::search::FieldMatch;
use crate::selection::GradedSelection;
use crate::tally::Tally;

/// How many results say where the search text was found. Finding the places takes longer than the
/// search, and readers see only the first cards.
pub const MATCHED_HITS: usize = 100;

/// A company that passes a filter, with the places where the search text was found.
#[derive(Clone, Debug)]
pub struct Hit<'c> {
    /// The company.
    pub company: &'c Company,
    /// Where the search text was found, best field first; empty without a search text.
    pub matches: Vec<FieldMatch>,
}

impl PartialEq for Hit<'_> {
    /// Compares companies by slug, which is unique in a catalogue.
    fn eq(&self, other: &Self) -> bool {
        self.company.slug == other.company.slug && self.matches == other.matches
    }
}

impl Eq for Hit<'_> {}

impl<'c> Index<'c> {
    /// The companies that pass, in the order of [`Filter::sort`](crate::Filter::sort); equals by
    /// name. Only the first [`MATCHED_HITS`] say where the search text was found.
    ///
    /// ```
    /// use explore::{Filter, Index, Question, Search};
    ///
    /// let catalog = fixtures::a_catalog(&["kafka", "spark"], &[&["kafka"], &["spark"]]);
    /// let index = Index::new(&catalog);
    /// let search = Search::new(&index);
    /// let filter = index.check(&Filter::from_query_string("q=spa"));
    /// let hits = index.results(&Question::new(&filter, &search));
    /// assert_eq!(hits[0].company.slug.as_str(), "company-1");
    /// assert_eq!(hits[0].matches[0].text, "spark");
    /// ```
    #[must_use]
    pub fn results(&self, question: &Question<'_>) -> Vec<Hit<'c>> {
        let text = question.text();
        let passing = question.selection(self).passing();
        let podcasts = &self.kinds[Kind::Podcast as usize];
        let first_key = |company: usize| match (question.filter().sort, text) {
            (Sort::Relevance, Some((found, _))) => most_first(found.scores[company] as usize),
            (Sort::Material, _) => most_first(self.material(company)),
            (Sort::Podcast, _) => usize::from(!podcasts.contains(company)),
            (Sort::Newest, _) => most_first(self.newest_year(company) as usize),
            (Sort::Name | Sort::Relevance, _) => 0,
        };
        let companies =
            ordered(passing.iter(), |company| (first_key(company), self.name_rank(company)));
        let companies = companies.into_iter().map(|number| &self.catalog.companies[number]);
        let hits = companies.enumerate().map(|(rank, company)| {
            let shown = text.filter(|_| rank < MATCHED_HITS);
            let matches =
                shown.map_or_else(Vec::new, |(found, search)| search.matches(company, found));
            Hit { company, matches }
        });
        hits.collect()
    }

    /// How many companies pass, and how many of them on strong evidence for the technologies and roles
    /// that the filter asks for.
    ///
    /// ```
    /// use catalog::Grade;
    /// use explore::{Filter, Index, Question, Tally};
    ///
    /// let mut catalog = fixtures::a_catalog(&["kafka"], &[&["kafka"], &["kafka"], &[]]);
    /// catalog.companies[0].tags[0].evidence[0].grade = Grade::Guess;
    /// let index = Index::new(&catalog);
    /// let tally = |query| {
    ///     let filter = index.check(&Filter::from_query_string(query));
    ///     index.tally(&Question::without_text(&filter))
    /// };
    /// assert_eq!(tally("tech=kafka"), Tally { strong: 1, weak: 1 });
    /// assert_eq!(tally(""), Tally { strong: 3, weak: 0 });
    /// ```
    #[must_use]
    pub fn tally(&self, question: &Question<'_>) -> Tally {
        GradedSelection::new(self, question.filter(), question.found()).tally()
    }

    /// How many companies pass, on any evidence.
    #[must_use]
    pub fn count(&self, question: &Question<'_>) -> usize {
        question.selection(self).passing().count()
    }

    /// 0 if none of the company's material is dated.
    fn newest_year(&self, company: usize) -> u32 {
        let mut years = self.years.iter().rev();
        years.find(|(_, having)| having.contains(company)).map_or(0, |(year, _)| *year)
    }

    fn material(&self, company: usize) -> usize {
        let company = &self.catalog.companies[company];
        company.resources.len() + company.podcasts.len()
    }
}
