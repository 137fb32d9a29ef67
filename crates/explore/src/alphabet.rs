//! The companies from A to Z: plain pages, where there are more than one grid holds.

use std::collections::BTreeMap;

use catalog::Company;

use crate::index::Index;

/// A longer grid is drawn as the reader scrolls, and its companies have pages from A to Z.
/// At 1,000 companies a grid drawn at once has 34,531 elements, and a key press takes 285 ms.
pub const LONGEST_GRID: usize = 100;

/// What is no letter.
const DIGITS: &str = "0-9";

impl<'c> Index<'c> {
    /// The companies by the first letter of their slug, which has Latin letters for names in any
    /// script; by name within a letter. Empty where one grid holds all companies.
    ///
    /// ```
    /// use explore::{Index, LONGEST_GRID};
    ///
    /// let few = fixtures::a_catalog(&[], &[&[], &[]]);
    /// assert_eq!(Index::new(&few).alphabet(), []);
    /// let many = fixtures::a_catalog(&[], &vec![&[][..]; LONGEST_GRID + 1]);
    /// let alphabet = Index::new(&many).alphabet();
    /// assert_eq!((alphabet[0].0.as_str(), alphabet[0].1.len()), ("c", LONGEST_GRID + 1));
    /// ```
    #[must_use]
    pub fn alphabet(&self) -> Vec<(String, Vec<&'c Company>)> {
        let mut letters: BTreeMap<String, Vec<&Company>> = BTreeMap::new();
        if self.catalog.companies.len() > LONGEST_GRID {
            for company in self.companies_by_name() {
                let first = company.slug.as_str().chars().next();
                let letter = first.filter(|first| !first.is_ascii_digit());
                let letter = letter.map_or_else(|| DIGITS.to_owned(), String::from);
                letters.entry(letter).or_default().push(company);
            }
        }
        letters.into_iter().collect()
    }
}
