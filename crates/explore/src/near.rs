//! What a reader may have meant by an address that leads nowhere.

use crate::index::Index;
use crate::order::ordered;
use crate::search::{fold, is_of_a_word};
use catalog::Slug;
use catalog::{Company, Technology};

/// How much of a text is compared; no slug is longer.
const COMPARED: usize = 80;

impl<'c> Index<'c> {
    /// At most `limit` companies whose slug or name is like `text`, the most alike first.
    #[must_use]
    pub fn nearest_companies(&self, text: &str, limit: usize) -> Vec<&'c Company> {
        let companies = &self.catalog.companies;
        let names = companies.iter().map(|company| vec![company.slug.as_str(), &company.name]);
        nearest(names, text, limit).into_iter().map(|at| &companies[at]).collect()
    }

    /// At most `limit` technologies whose slug, name, alias or former slug is like `text`, the most
    /// alike first.
    #[must_use]
    pub fn nearest_technologies(&self, text: &str, limit: usize) -> Vec<&'c Technology> {
        let technologies = &self.catalog.technologies;
        let names = technologies.iter().map(|technology| {
            let mut names = vec![technology.slug.as_str(), &technology.name];
            names.extend(technology.aliases.iter().map(String::as_str));
            names.extend(technology.formerly.iter().map(Slug::as_str));
            names
        });
        nearest(names, text, limit).into_iter().map(|at| &technologies[at]).collect()
    }
}

/// Where the most alike of items stand that go by several names each; of equals the first.
fn nearest<'c>(items: impl Iterator<Item = Vec<&'c str>>, text: &str, limit: usize) -> Vec<usize> {
    let wanted = letters(text);
    let unlikenesses: Vec<Option<(usize, usize)>> = items
        .map(|names| names.into_iter().filter_map(|n| unlikeness(&wanted, &letters(n))).min())
        .collect();
    let alike = (0..unlikenesses.len()).filter(|at| unlikenesses[*at].is_some());
    let mut nearest = ordered(alike, |at| unlikenesses[at].unwrap_or_default());
    nearest.truncate(limit);
    nearest
}

/// What is compared of a name: its letters and digits, folded.
fn letters(text: &str) -> Vec<char> {
    fold(text).chars().filter(|&c| is_of_a_word(c)).take(COMPARED).collect()
}

/// How far two names are apart: the edits between them and the difference in length. Where one
/// begins with the other, that counts as one edit. `None` when nobody would take one for the other.
fn unlikeness(wanted: &[char], name: &[char]) -> Option<(usize, usize)> {
    let (shorter, longer) = if wanted.len() < name.len() { (wanted, name) } else { (name, wanted) };
    let difference = longer.len() - shorter.len();
    let most = longer.len().div_ceil(4);
    if shorter.len() >= 2 && longer.starts_with(shorter) {
        return Some((difference.min(1), difference));
    }
    let edits = if difference > most { return None } else { distance(shorter, longer) };
    (edits <= most && edits < shorter.len()).then_some((edits, difference))
}

/// The least number of letters to add, drop or replace, or of neighbours to swap, that makes one
/// word of the other.
pub(crate) fn distance(a: &[char], b: &[char]) -> usize {
    let mut before = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1; b.len() + 1];
        for j in 0..b.len() {
            let replaced = above[j] + usize::from(a[i] != b[j]);
            row[j + 1] = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &str, name: &str, expected: Option<usize>) {
        let found = unlikeness(&letters(wanted), &letters(name));
        assert_eq!(found.map(|(edits, _)| edits), expected, "{wanted} for {name}");
    }

    #[test]
    fn names_are_near_by_their_edits() {
        check("netflix", "Netflix", Some(0));
        check("booking.com", "booking-com", Some(0));
        check("netlfix", "netflix", Some(1));
        check("spotfy", "spotify", Some(1));
        check("zalnado-se", "zalando", Some(3));
        check("zürich", "zurich", Some(0));
    }

    #[test]
    fn a_beginning_is_near() {
        check("booking", "booking-com", Some(1));
        check("kafka-streams-2", "kafka", Some(1));
        check("n", "netflix", None);
    }

    #[test]
    fn what_is_far_is_not_offered() {
        check("", "uber", None);
        check("", "", None);
        check("uber", "ebay", None);
        check("a", "b", None);
        check("百度", "uber", None);
    }
}
