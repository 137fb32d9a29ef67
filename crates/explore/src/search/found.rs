//! What a search finds, and the interface to it.

use catalog::Company;

use super::field::FieldMatch;
use super::terms::Term;
use crate::bitset::BitSet;

/// The companies that have every word of a search text.
#[derive(Clone, Debug)]
pub struct Found {
    /// The words that were looked for.
    pub(crate) terms: Vec<Term>,
    pub(crate) companies: BitSet,
    /// By company; meaningless for companies that were not found.
    pub(crate) scores: Vec<u32>,
}

/// Looks for texts. [`Search`](crate::Search) is the one implementation; as a trait object it keeps
/// its code out of a caller that has it loaded later.
pub trait TextSearch: Sync {
    /// The companies that have every word of the text; `None` if the text has no words.
    fn find(&self, text: &str) -> Option<Found>;

    /// Where in a company the words were found: at most three places, best field first.
    fn matches(&self, company: &Company, found: &Found) -> Vec<FieldMatch>;
}
