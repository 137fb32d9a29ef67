//! Another search text, for one that finds nothing.

use crate::bitset::BitSet;
use crate::checked::CheckedFilter;
use crate::filter::MAX_QUERY_LENGTH;
use crate::order::{most_first, ordered};
use crate::search::{FORGIVEN_LENGTH, Postings, Search, TermKind, is_usual, terms_of};
use crate::selection::Selection;
use crate::text::words::each_word;

/// Shorter words are near to too many others.
const SHORTEST_CORRECTED: usize = 3;

impl Search<'_, '_> {
    /// The search text with each word that the catalogue does not have replaced by the nearest word
    /// that it has, spelt as in a name if a name has it. The new text finds at least one company
    /// with the rest of the filter. `None` if every word is known or no near word finds a company.
    ///
    /// A replacement is one edit away, or two where the search itself forgives one. A usual English
    /// word is spelt right and not replaced; a word of three or four letters is only replaced by one
    /// of a name or a title that begins with the same letter.
    #[must_use]
    pub fn did_you_mean(&self, filter: &CheckedFilter) -> Option<String> {
        let postings = self.postings();
        let mut companies = Selection::new(self.index, filter, None).passing();
        let mut unknown: Vec<String> = Vec::new();
        for term in terms_of(&filter.query) {
            let found = postings.search(&filter.query[term.span.clone()])?.companies;
            if !found.is_empty() {
                companies.intersect_with(&found);
            } else if term.kind == TermKind::Plain && !term.is_excluded {
                unknown.push(term.letters().to_owned());
            } else {
                return None;
            }
        }
        let mut spellings: Vec<String> = Vec::new();
        for word in &unknown {
            let meant = nearest(postings, word, &companies)?;
            companies.intersect_with(&postings.search(meant)?.companies);
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

/// The word with the fewest edits from `word` among those that `companies` have; of equals the one
/// that most of them have.
fn nearest<'p>(postings: &'p Postings, word: &str, companies: &BitSet) -> Option<&'p str> {
    let letters = word.chars().count();
    if letters < SHORTEST_CORRECTED || is_usual(word) {
        return None;
    }
    let is_short = letters < FORGIVEN_LENGTH;
    let mut near = postings.near(word, if is_short { 1 } else { 2 });
    if is_short {
        near.retain(|(_, at)| {
            postings.word(*at).chars().next() == word.chars().next() && postings.is_in_a_name(*at)
        });
    }
    let having =
        |at: usize| postings.having(at).filter(|(company, _)| companies.contains(*company)).count();
    near.retain(|(_, at)| having(*at) > 0);
    let order = ordered(0..near.len(), |place| {
        let (edits, at) = near[place];
        (edits, most_first(having(at)))
    });
    order.first().map(|place| postings.word(near[*place].1))
}
