//! The filter in an address: the only codec of the query string.
//!
//! ```text
//! q=streaming&tech=kafka&tech=spark&match=any&role=storage&kind=podcast&industry=travel&evidence=strong&from=2016&to=2018&sort=name
//! ```
//!
//! Keys are written in this order. A key with several values repeats, its values sorted. Defaults
//! are left out, so one filter has one address.

use std::ops::RangeInclusive;

use catalog::{Kind, Role, UnknownName};
use form_urlencoded::Serializer;

use crate::filter::{EvidenceFloor, Filter, MAX_QUERY_LENGTH, Match, Sort, YearRange};

/// Years that are accepted; others are ignored.
const YEARS: RangeInclusive<u32> = 1970..=2100;

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
        let query_string = query_string.strip_prefix('?').unwrap_or(query_string);
        let mut filter = Self::default();
        for (key, value) in form_urlencoded::parse(query_string.as_bytes()) {
            match &*key {
                "q" => filter.query = clean_query(&value),
                "tech" => filter.technologies.extend(value.parse()),
                "match" => replace(&mut filter.match_mode, value.parse()),
                "role" => filter.roles.extend(value.parse::<Role>()),
                "kind" => filter.kinds.extend(value.parse::<Kind>()),
                "industry" => filter.industries.extend(value.parse()),
                "evidence" => replace(&mut filter.evidence, value.parse()),
                "from" => replace(&mut filter.years.from, year(&value).map(Some)),
                "to" => replace(&mut filter.years.to, year(&value).map(Some)),
                "sort" => replace(&mut filter.sort, value.parse()),
                _ => {}
            }
        }
        let YearRange { from, to } = filter.years;
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            filter.years = YearRange { from: to, to: from };
        }
        filter
    }
}

fn year(text: &str) -> Result<u32, UnknownName> {
    let year = text.parse().map_err(|_| UnknownName)?;
    if YEARS.contains(&year) { Ok(year) } else { Err(UnknownName) }
}

fn replace<T, E>(place: &mut T, parsed: Result<T, E>) {
    if let Ok(value) = parsed {
        *place = value;
    }
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
