//! The schema of `link-status.json`. `cargo xtask links` writes the file, the compiler reads it.

use std::collections::BTreeMap;

use catalog::LinkStatus;
use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::day;

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkRecords {
    /// By address.
    pub links: BTreeMap<String, LinkRecord>,
}

/// What is known of one link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkRecord {
    /// What readers are told.
    #[serde(deserialize_with = "status")]
    pub status: LinkStatus,
    /// The day of the last answer.
    #[serde(deserialize_with = "date")]
    pub checked: Date,
    /// The last answer, for maintainers: a status code or a few words.
    pub answer: String,
    /// The days of the failures that count, since the last success.
    #[serde(deserialize_with = "dates")]
    pub failures: Vec<Date>,
}

fn status<'de, D: Deserializer<'de>>(deserializer: D) -> Result<LinkStatus, D::Error> {
    let name = String::deserialize(deserializer)?;
    name.parse().map_err(|_| {
        let all: Vec<_> = LinkStatus::ALL.iter().map(|status| status.as_str()).collect();
        Error::custom(format!("\"{name}\" is not one of: {}", all.join(", ")))
    })
}

fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    Ok(DateText::deserialize(deserializer)?.0)
}

fn dates<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Date>, D::Error> {
    Ok(Vec::<DateText>::deserialize(deserializer)?.into_iter().map(|day| day.0).collect())
}

/// Fails at the place of the text, not of the list that holds it.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct DateText(Date);

impl TryFrom<String> for DateText {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        day::parse(&text)
            .map(Self)
            .ok_or_else(|| format!("\"{text}\" is not a date such as 2019-12-31"))
    }
}
