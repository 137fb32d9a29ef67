//! Another search text, for one that finds nothing.

use crate::checked::CheckedFilter;
use crate::filter::MAX_QUERY_LENGTH;
use crate::search::{FORGIVEN_LENGTH, Search, Term};
use crate::selection::Selection;
use crate::text::words::each_word;

/// Shorter words are near to too many others.
const SHORTEST_CORRECTED: usize = 3;

impl Search<'_, '_> {
    /// The search text with each word that the catalogue does not have replaced by the nearest word
    /// that it has, spelt as in a name if a name has it. The new text finds at least one company
    /// with the rest of the filter. `None` if every word is known or no near word finds a company.
    ///
    /// A replacement is one edit away, or two where the search itself forgives one.
    #[must_use]
    pub fn did_you_mean(&self, filter: &CheckedFilter) -> Option<String> {
        let postings = self.postings();
        let mut companies = Selection::new(self.index, filter, None).passing();
        let mut unknown: Vec<String> = Vec::new();
        for term in Term::all(&filter.query) {
            let word = term.word.clone();
            let found = postings.search(vec![term]).companies;
            if found.is_empty() {
                unknown.push(word);
            } else {
                companies.intersect_with(&found);
            }
        }
        let mut spellings: Vec<String> = Vec::new();
        for word in &unknown {
            let letters = word.chars().count();
            if letters < SHORTEST_CORRECTED {
                return None;
            }
            let edits = if letters < FORGIVEN_LENGTH { 1 } else { 2 };
            let meant = postings.nearest(word, edits, &companies)?;
            companies.intersect_with(&postings.search(Term::all(meant)).companies);
            spellings.push(self.spelling(meant));
        }
        let mut text = String::new();
        let mut end = 0;
        each_word(&filter.query, |word, span| {
            if let Some(at) = unknown.iter().position(|unknown| unknown == word) {
                text.push_str(&filter.query[end..span.start]);
                text.push_str(&spellings[at]);
                end = span.end;
            }
        });
        text.push_str(&filter.query[end..]);
        let is_corrected = !unknown.is_empty() && text.len() <= MAX_QUERY_LENGTH;
        is_corrected.then(|| text.trim().to_owned())
    }

    /// A folded word as it is spelt in the first name that has it.
    fn spelling(&self, word: &str) -> String {
        let mut spelling = None;
        let mut look = |text: &str| {
            each_word(text, |other, span| {
                if other == word && spelling.is_none() {
                    spelling = Some(text[span].to_owned());
                }
            });
        };
        for technology in &self.index.catalog.technologies {
            look(&technology.name);
            technology.aliases.iter().for_each(|alias| look(alias));
        }
        for company in &self.index.catalog.companies {
            look(&company.name);
        }
        spelling.unwrap_or_else(|| word.to_owned())
    }
}
