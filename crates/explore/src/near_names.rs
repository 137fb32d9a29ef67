//! The names nearest to a misspelt one, for an address that leads nowhere.

use catalog::{Company, MAX_SLUG_LENGTH, Slug, Technology};
use strsim::osa_distance;

use crate::index::Index;
use crate::order::ordered;
use crate::text::fold::{fold, is_of_a_word};

impl<'c> Index<'c> {
    /// At most `limit` companies whose slug or name is near to `text`, the nearest first.
    #[must_use]
    pub fn nearest_companies(&self, text: &str, limit: usize) -> Vec<&'c Company> {
        let companies = &self.catalog.companies;
        let names = companies.iter().map(|company| vec![company.slug.as_str(), &company.name]);
        nearest(names, text, limit).into_iter().map(|at| &companies[at]).collect()
    }

    /// At most `limit` technologies whose slug, name, alias or former slug is near to `text`, the
    /// nearest first.
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

/// Indices of the nearest items, nearest first. An item is as near as its nearest name; ties keep
/// input order.
fn nearest<'c>(items: impl Iterator<Item = Vec<&'c str>>, text: &str, limit: usize) -> Vec<usize> {
    let wanted = letters(text);
    let differences: Vec<Option<(usize, usize)>> = items
        .map(|names| names.into_iter().filter_map(|n| difference(&wanted, &letters(n))).min())
        .collect();
    let near = (0..differences.len()).filter(|at| differences[*at].is_some());
    let mut nearest = ordered(near, |at| differences[at].unwrap_or_default());
    nearest.truncate(limit);
    nearest
}

/// The part of a name that is compared: its letters and digits, folded, as many as a slug may have.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|&c| is_of_a_word(c)).take(MAX_SLUG_LENGTH).collect()
}

/// The edit distance of two names and the difference of their lengths. If one begins with the other,
/// that counts as one edit. `None` if the names are not near.
fn difference(wanted: &str, name: &str) -> Option<(usize, usize)> {
    let lengths = [wanted, name].map(|text| text.chars().count());
    let (shorter, longer) = (lengths[0].min(lengths[1]), lengths[0].max(lengths[1]));
    let by_length = longer - shorter;
    let most = longer.div_ceil(4);
    if shorter >= 2 && (wanted.starts_with(name) || name.starts_with(wanted)) {
        return Some((by_length.min(1), by_length));
    }
    let edits = if by_length > most { return None } else { osa_distance(wanted, name) };
    (edits <= most && edits < shorter).then_some((edits, by_length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &str, name: &str, expected: Option<usize>) {
        let found = difference(&letters(wanted), &letters(name));
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
