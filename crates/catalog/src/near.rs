//! What a reader may have meant by an address that leads nowhere.

use crate::index::Index;
use crate::model::{Company, Technology};
use crate::search::fold;

/// How much of a text is compared; no slug is longer.
const COMPARED: usize = 80;

impl<'c> Index<'c> {
    /// At most `limit` companies whose slug or name is like `text`, the most alike first.
    #[must_use]
    pub fn nearest_companies(&self, text: &str, limit: usize) -> Vec<&'c Company> {
        nearest(self.catalog.companies.iter(), text, limit, |company| {
            vec![company.slug.as_str(), &company.name]
        })
    }

    /// At most `limit` technologies whose slug, name, alias or former slug is like `text`, the most
    /// alike first.
    #[must_use]
    pub fn nearest_technologies(&self, text: &str, limit: usize) -> Vec<&'c Technology> {
        nearest(self.catalog.technologies.iter(), text, limit, |technology| {
            let aliases = technology.aliases.iter().map(String::as_str);
            let former = technology.formerly.iter().map(|slug| slug.as_str());
            [technology.slug.as_str(), &technology.name]
                .into_iter()
                .chain(aliases)
                .chain(former)
                .collect()
        })
    }
}

fn nearest<'c, T>(
    items: impl Iterator<Item = &'c T>,
    text: &str,
    limit: usize,
    names: impl Fn(&'c T) -> Vec<&'c str>,
) -> Vec<&'c T> {
    let wanted = letters(text);
    let mut near: Vec<(usize, &T)> = items
        .filter_map(|item| {
            let distances =
                names(item).into_iter().filter_map(|name| distance(&wanted, &letters(name)));
            Some((distances.min()?, item))
        })
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().take(limit).map(|(_, item)| item).collect()
}

fn letters(text: &str) -> Vec<char> {
    fold(text).chars().filter(|c| c.is_alphanumeric()).take(COMPARED).collect()
}

/// How far two words are apart, `None` when nobody would take one for the other.
fn distance(wanted: &[char], name: &[char]) -> Option<usize> {
    if wanted.is_empty() || name.is_empty() {
        return None;
    }
    (name.starts_with(wanted) || wanted.starts_with(name)).then_some(0)
}
