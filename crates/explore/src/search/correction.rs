//! What a reader may have meant by a text that finds nothing.

use super::terms::Term;
use super::tokens::each_word;
use super::typo::FORGIVEN_LENGTH;
use crate::facets::Selection;
use crate::filter::{Filter, MAX_QUERY_LENGTH};
use crate::index::Index;

/// Shorter words are near to too many others.
const SHORTEST_CORRECTED: usize = 3;

impl Index<'_> {
    /// The search text with each word that is nowhere in the catalogue replaced by the nearest one
    /// that is, spelt as in names where it stands in one. It finds at least one company with the
    /// rest of the filter. `None` where every word is known, or nothing near finds anything.
    ///
    /// A word may be one edit away, or two where the search itself forgives one.
    #[must_use]
    pub fn did_you_mean(&self, filter: &Filter) -> Option<String> {
        let vocabulary = self.vocabulary();
        let mut room = Selection::new(self, filter, None).passing();
        let mut unknown: Vec<String> = Vec::new();
        for term in Term::all(&filter.query) {
            let word = term.word.clone();
            let found = vocabulary.search(vec![term]).found;
            if found.is_empty() {
                unknown.push(word);
            } else {
                room.intersect_with(&found);
            }
        }
        let mut spellings: Vec<String> = Vec::new();
        for word in &unknown {
            let letters = word.chars().count();
            if letters < SHORTEST_CORRECTED {
                return None;
            }
            let edits = if letters < FORGIVEN_LENGTH { 1 } else { 2 };
            let meant = vocabulary.nearest(word, edits, &room)?;
            room.intersect_with(&vocabulary.search(Term::all(meant)).found);
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

    /// A folded word as the first name that has it writes it.
    fn spelling(&self, word: &str) -> String {
        let mut spelling = None;
        let mut look = |text: &str| {
            each_word(text, |other, span| {
                if other == word && spelling.is_none() {
                    spelling = Some(text[span].to_owned());
                }
            });
        };
        for technology in &self.catalog.technologies {
            look(&technology.name);
            technology.aliases.iter().for_each(|alias| look(alias));
        }
        for company in &self.catalog.companies {
            look(&company.name);
        }
        spelling.unwrap_or_else(|| word.to_owned())
    }
}
