//! The reader's list: companies, resources, and marks on what was read, heard or watched.
//!
//! Entries are a company's slug or an address, so that a list outlives the catalogue that it was
//! made with. Entries that a later catalogue does not know are kept too.

use std::fmt;

use catalog::{Catalog, Company, Podcast, Resource, Slug};

use crate::order::{ordered, sort_texts};

/// The version of the JSON form. A later version is refused, so that nothing of it is lost.
const VERSION: f64 = 1.0;

/// One of the lists that a reader keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Companies to come back to, by slug.
    Companies,
    /// Resources and episodes to come back to, by address.
    Resources,
    /// Resources and episodes that were read, heard or watched, by address.
    Done,
}

impl Shelf {
    /// Every shelf, in the order of the JSON form.
    pub const ALL: [Self; 3] = [Self::Companies, Self::Resources, Self::Done];

    /// The name in the JSON form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Companies => "companies",
            Self::Resources => "resources",
            Self::Done => "done",
        }
    }
}

/// The reader's list. Each shelf holds each entry once, in the order of saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    shelves: [Vec<String>; 3],
}

/// Why a text cannot be read as a saved list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavedError {
    /// It is not JSON, or not with the fields of a list.
    NotAList,
    /// A later version of the site wrote it.
    Newer,
}

impl fmt::Display for SavedError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotAList => "it is not a saved list",
            Self::Newer => "a newer version of this site wrote it; load the page again and retry",
        })
    }
}

impl std::error::Error for SavedError {}

/// Returns the address by which an episode is saved; `None` if it has none.
pub type AddressOf = fn(&Podcast) -> Option<String>;

/// The saved entries of one company: itself, its material, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedGroup<'c> {
    /// The company.
    pub company: &'c Company,
    /// Episodes that are saved or done, in the order of the chapter.
    pub podcasts: Vec<&'c Podcast>,
    /// Resources that are saved or done, in the order of the chapter.
    pub resources: Vec<&'c Resource>,
}

/// The reader's list, matched with a catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing<'c> {
    /// Saved companies in the order of saving, then the others by what was saved of them first.
    pub groups: Vec<SavedGroup<'c>>,
    /// Entries that the catalogue does not know, each with its shelf.
    pub unknown: Vec<(Shelf, String)>,
}

impl Saved {
    /// The entries of a shelf, in the order of saving.
    #[must_use]
    pub fn keys(&self, shelf: Shelf) -> &[String] {
        &self.shelves[shelf as usize]
    }

    /// Whether a shelf holds this slug or address.
    #[must_use]
    pub fn holds(&self, shelf: Shelf, key: &str) -> bool {
        place_of(key, self.keys(shelf)).is_some()
    }

    /// How many companies and resources are saved. Marks alone do not count.
    #[must_use]
    pub fn count(&self) -> usize {
        self.keys(Shelf::Companies).len() + self.keys(Shelf::Resources).len()
    }

    /// Whether all shelves are empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shelves.iter().all(Vec::is_empty)
    }

    /// Adds a slug or an address to a shelf, or removes it if it is there.
    pub fn toggle(&mut self, shelf: Shelf, key: &str) {
        let keys = &mut self.shelves[shelf as usize];
        match place_of(key, keys) {
            Some(place) => _ = keys.remove(place),
            None => keys.push(key.to_owned()),
        }
    }

    /// Appends the entries of another list. Returns the number of new ones.
    pub fn merge(&mut self, other: &Self) -> usize {
        let mut added = 0;
        for (keys, more) in self.shelves.iter_mut().zip(&other.shelves) {
            let before = keys.len();
            keys.extend_from_slice(more);
            keep_first(keys);
            added += keys.len() - before;
        }
        added
    }

    /// Replaces old company slugs by current ones.
    pub fn follow(&mut self, redirects: &[(Slug, Slug)]) {
        let companies = &mut self.shelves[Shelf::Companies as usize];
        for (old, new) in redirects {
            if let Some(place) = place_of(old.as_str(), companies) {
                companies[place] = new.to_string();
                keep_first(companies);
            }
        }
    }

    /// The list, company by company.
    #[must_use]
    pub fn listing<'c>(&self, catalog: &'c Catalog, address_of: AddressOf) -> Listing<'c> {
        let companies = self.keys(Shelf::Companies);
        let mut addresses = self.keys(Shelf::Resources).to_vec();
        let saved = addresses.len();
        addresses.extend_from_slice(self.keys(Shelf::Done));
        keep_first(&mut addresses);

        let mut is_shown = vec![false; addresses.len()];
        let mut groups = Vec::new();
        let mut places = Vec::new();
        for company in &catalog.companies {
            let mut place = usize::MAX;
            // An address of several companies is shown with the first of them.
            let mut take = |address: &str| match place_of(address, &addresses) {
                Some(number) if !is_shown[number] => {
                    is_shown[number] = true;
                    place = place.min(companies.len() + number);
                    true
                }
                _ => false,
            };
            let mut group = SavedGroup { company, podcasts: Vec::new(), resources: Vec::new() };
            for podcast in &company.podcasts {
                if address_of(podcast).is_some_and(|address| take(&address)) {
                    group.podcasts.push(podcast);
                }
            }
            for resource in &company.resources {
                if take(&resource.url) {
                    group.resources.push(resource);
                }
            }
            place = place_of(company.slug.as_str(), companies).unwrap_or(place);
            if place < usize::MAX {
                groups.push(group);
                places.push(place);
            }
        }

        let mut unknown = Vec::new();
        for company in companies {
            if catalog.company(company).is_none() {
                unknown.push((Shelf::Companies, company.clone()));
            }
        }
        for (number, address) in addresses.into_iter().enumerate() {
            if !is_shown[number] {
                let shelf = if number < saved { Shelf::Resources } else { Shelf::Done };
                unknown.push((shelf, address));
            }
        }
        let in_order = ordered(0..groups.len(), |number| (places[number], 0));
        let groups = in_order.into_iter().map(|number| groups[number].clone()).collect();
        Listing { groups, unknown }
    }

    /// Reads the fields of what [`Saved::to_json`] wrote: parsing JSON is left to the browser, whose
    /// parser costs the first load nothing. Repeated entries count once; unknown fields are ignored.
    ///
    /// `version` is that field, if it is a number. `texts_of` gives the texts of a shelf's field;
    /// `None` if it is not a list of texts.
    ///
    /// # Errors
    /// When a field is missing or of another type, or comes from a later version.
    pub fn from_fields(
        version: Option<f64>,
        texts_of: &mut dyn FnMut(Shelf) -> Option<Vec<String>>,
    ) -> Result<Self, SavedError> {
        match version {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(SavedError::Newer),
            _ => return Err(SavedError::NotAList),
        }
        let mut saved = Self::default();
        for shelf in Shelf::ALL {
            let keys = &mut saved.shelves[shelf as usize];
            *keys = texts_of(shelf).ok_or(SavedError::NotAList)?;
            keep_first(keys);
        }
        Ok(saved)
    }

    /// The list as JSON, one line for each shelf:
    /// `{"version":1,"companies":[…],"resources":[…],"done":[…]}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = "{\"version\":1".to_owned();
        for shelf in Shelf::ALL {
            json.push_str(",\n\"");
            json.push_str(shelf.as_str());
            json.push_str("\":[");
            for (number, key) in self.keys(shelf).iter().enumerate() {
                if number > 0 {
                    json.push(',');
                }
                push_quoted(&mut json, key);
            }
            json.push(']');
        }
        json.push_str("}\n");
        json
    }
}

fn place_of(key: &str, keys: &[String]) -> Option<usize> {
    keys.iter().position(|other| other == key)
}

/// Removes repetitions; the first of each stays, in order.
fn keep_first(keys: &mut Vec<String>) {
    let mut sorted: Vec<(String, usize)> =
        std::mem::take(keys).into_iter().enumerate().map(|(number, key)| (key, number)).collect();
    sort_texts(&mut sorted);
    sorted.dedup_by(|later, first| later.0 == first.0);
    let in_order = ordered(0..sorted.len(), |place| (sorted[place].1, 0));
    keys.extend(in_order.into_iter().map(|place| std::mem::take(&mut sorted[place].0)));
}

fn push_quoted(json: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    json.push('"');
    for character in text.chars() {
        let code = character as usize;
        if code < 0x20 {
            json.push_str("\\u00");
            json.push(char::from(DIGITS[code >> 4]));
            json.push(char::from(DIGITS[code & 15]));
        } else {
            if matches!(character, '"' | '\\') {
                json.push('\\');
            }
            json.push(character);
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_list_is_refused() {
        let all = |_| Some(vec!["netflix".to_owned()]);
        let two = |shelf| (shelf != Shelf::Done).then(Vec::new);
        for version in [None, Some(0.0), Some(0.5), Some(-1.0), Some(f64::NAN)] {
            assert_eq!(Saved::from_fields(version, &mut { all }), Err(SavedError::NotAList));
        }
        assert_eq!(Saved::from_fields(Some(1.0), &mut { two }), Err(SavedError::NotAList));
        assert_eq!(Saved::from_fields(Some(2.0), &mut |_| None), Err(SavedError::Newer));
        assert!(Saved::from_fields(Some(1.0), &mut { all }).is_ok());
    }

    #[test]
    fn the_json_has_a_shelf_a_line() {
        let mut saved = Saved::default();
        saved.toggle(Shelf::Companies, "netflix");
        saved.toggle(Shelf::Companies, "ing-fraud");
        saved.toggle(Shelf::Done, "https://example.org/\"\\\n");
        assert_eq!(
            saved.to_json(),
            "{\"version\":1,\n\"companies\":[\"netflix\",\"ing-fraud\"],\n\"resources\":[],\n\
             \"done\":[\"https://example.org/\\\"\\\\\\u000a\"]}\n"
        );
    }
}
