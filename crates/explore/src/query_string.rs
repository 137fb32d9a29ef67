//! The filter in an address: the only codec of the query string.
//!
//! ```text
//! q=streaming&tech=kafka&tech=spark&match=any&role=storage&kind=podcast&industry=travel&evidence=strong&from=2016&to=2018&sort=name
//! ```
//!
//! Keys are written in this order. A key with several values repeats, its values sorted. Defaults
//! are left out, so one filter has one address. What people type by hand is read as well: any case,
//! several values with commas, the label of a value instead of its name.

use std::ops::RangeInclusive;

use catalog::{Kind, Role};
use form_urlencoded::Serializer;

use crate::filter::{EvidenceFloor, Filter, MAX_QUERY_LENGTH, Match, Sort, YearRange};
use crate::text::fold::slug_form;

/// Years that are accepted.
const YEARS: RangeInclusive<u32> = 1970..=2100;

/// At most this many unknown values are kept: more would be garbage, not a mistake.
const MAX_UNKNOWN: usize = 8;

/// Keys that begin alike are taken for a misspelt key; others (`utm_source`) are not for this site.
const LETTERS_OF_A_KEY: usize = 4;

/// A value of the query string that no filter takes: a misspelt name, a year that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    /// One of [`Filter::KEYS`], or what was written in place of one, in lower case.
    pub key: String,
    /// As written.
    pub value: String,
}

/// Unknown values, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnknownValues(Vec<UnknownValue>);

impl UnknownValues {
    /// The values, in the order of the query string.
    pub fn iter(&self) -> std::slice::Iter<'_, UnknownValue> {
        self.0.iter()
    }

    /// Whether everything was understood.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn add(&mut self, key: &str, value: &str) {
        let unknown = UnknownValue { key: key.to_owned(), value: clean_query(value) };
        if self.0.len() < MAX_UNKNOWN && !self.0.contains(&unknown) {
            self.0.push(unknown);
        }
    }
}

impl Filter {
    /// Every key, in the order in which keys are written.
    pub const KEYS: [&str; 10] =
        ["q", "tech", "match", "role", "kind", "industry", "evidence", "from", "to", "sort"];

    /// The filter as a query string without `?`; empty for the default filter.
    ///
    /// ```
    /// use explore::Filter;
    ///
    /// let filter = Filter::from_query_string("?sort=name&tech=spark&tech=kafka&unknown=1");
    /// assert_eq!(filter.to_query_string(), "tech=kafka&tech=spark&sort=name");
    /// ```
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut pairs = Serializer::new(String::new());
        let query = clean_query(&self.query);
        if !query.is_empty() {
            pairs.append_pair("q", &query);
        }
        for slug in &self.technologies {
            pairs.append_pair("tech", slug.as_str());
        }
        if self.match_mode != Match::default() {
            pairs.append_pair("match", self.match_mode.as_str());
        }
        for role in &self.roles {
            pairs.append_pair("role", role.as_str());
        }
        for kind in &self.kinds {
            pairs.append_pair("kind", kind.as_str());
        }
        for slug in &self.industries {
            pairs.append_pair("industry", slug.as_str());
        }
        if self.evidence != EvidenceFloor::default() {
            pairs.append_pair("evidence", self.evidence.as_str());
        }
        for (key, year) in [("from", self.years.from), ("to", self.years.to)] {
            if let Some(year) = year {
                pairs.append_pair(key, &year.to_string());
            }
        }
        if self.sort != Sort::default() {
            pairs.append_pair("sort", self.sort.as_str());
        }
        pairs.finish()
    }

    /// Reads a query string, with or without a leading `?`. Never fails: unknown keys and values
    /// are ignored, and a key with a single value takes its last valid one. If `from` is later than
    /// `to`, the two are swapped.
    ///
    /// The search text is kept as typed, spaces included, except for characters that a text box
    /// cannot hold: line breaks and tabs become spaces, other control characters and broken
    /// encodings are dropped. It is cut after [`MAX_QUERY_LENGTH`] characters.
    #[must_use]
    pub fn from_query_string(query_string: &str) -> Self {
        Self::read(query_string).0
    }

    /// As [`from_query_string`](Self::from_query_string), with the values that were ignored.
    ///
    /// ```
    /// use explore::Filter;
    ///
    /// let (filter, unknown) = Filter::read("tech=Kafka,spark&role=chef");
    /// assert_eq!(filter.to_query_string(), "tech=kafka&tech=spark");
    /// assert_eq!(unknown.iter().next().map(|unknown| &*unknown.value), Some("chef"));
    /// ```
    #[must_use]
    pub fn read(query_string: &str) -> (Self, UnknownValues) {
        let query_string = query_string.strip_prefix('?').unwrap_or(query_string);
        let mut filter = Self::default();
        let mut unknown = UnknownValues::default();
        for (key, text) in form_urlencoded::parse(query_string.as_bytes()) {
            let key = key.to_ascii_lowercase();
            if key == "q" {
                filter.query = clean_query(&text);
                continue;
            }
            for value in text.split(',').map(str::trim).filter(|value| !value.is_empty()) {
                if !filter.take(&key, value) && is_like_a_key(&key) {
                    unknown.add(&key, value);
                }
            }
        }
        let YearRange { from, to } = filter.years;
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            filter.years = YearRange { from: to, to: from };
        }
        (filter, unknown)
    }

    /// Takes one value; `false` if it is not a value of this key.
    fn take(&mut self, key: &str, value: &str) -> bool {
        let name = slug_form(value);
        match key {
            "tech" => name.parse().map(|slug| _ = self.technologies.insert(slug)).is_ok(),
            "industry" => name.parse().map(|slug| _ = self.industries.insert(slug)).is_ok(),
            "role" => named(Role::ALL, Role::as_str, Role::label, &name)
                .map(|role| _ = self.roles.insert(role))
                .is_some(),
            "kind" => named(Kind::ALL, Kind::as_str, Kind::label, &name)
                .map(|kind| _ = self.kinds.insert(kind))
                .is_some(),
            "match" => replace(&mut self.match_mode, name.parse().ok()),
            "evidence" => replace(&mut self.evidence, name.parse().ok()),
            "sort" => replace(&mut self.sort, name.parse().ok()),
            "from" => replace(&mut self.years.from, year(value).map(Some)),
            "to" => replace(&mut self.years.to, year(value).map(Some)),
            _ => false,
        }
    }
}

/// The value with this name, or with a label that is written like it.
fn named<Value: Copy>(
    values: &[Value],
    name_of: fn(Value) -> &'static str,
    label_of: fn(Value) -> &'static str,
    name: &str,
) -> Option<Value> {
    let mut values = values.iter().copied();
    values.find(|value| name_of(*value) == name || slug_form(label_of(*value)) == name)
}

fn is_like_a_key(key: &str) -> bool {
    Filter::KEYS.iter().any(|known| {
        *known == key
            || key.get(..LETTERS_OF_A_KEY) == Some(&known[..LETTERS_OF_A_KEY.min(known.len())])
    })
}

fn year(text: &str) -> Option<u32> {
    text.parse().ok().filter(|year| YEARS.contains(year))
}

fn replace<Value>(place: &mut Value, value: Option<Value>) -> bool {
    let is_known = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_known
}

/// The search text without characters that would not survive the address.
fn clean_query(text: &str) -> String {
    text.chars()
        .map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c })
        .filter(|c| !c.is_control() && *c != char::REPLACEMENT_CHARACTER)
        .take(MAX_QUERY_LENGTH)
        .collect()
}

impl catalog::Query for Filter {
    fn query_string(&self) -> String {
        self.to_query_string()
    }
}
