//! Days of the calendar.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::named::UnknownName;

/// A day, as `2019-12-31`. Days are ordered by time.
///
/// Only the form is checked. The compiler checks the calendar, whose code would add to the first
/// load here.
///
/// ```
/// use catalog::Day;
///
/// let day: Day = "2019-12-31".parse()?;
/// assert_eq!(day.year(), 2019);
/// assert!("31.12.2019".parse::<Day>().is_err());
/// # Ok::<(), catalog::UnknownName>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Day(String);

impl Day {
    /// The day in ISO 8601 form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> u32 {
        self.0.bytes().take(4).fold(0, |year, digit| year * 10 + u32::from(digit - b'0'))
    }
}

impl Default for Day {
    /// The first day of 1970.
    fn default() -> Self {
        Self("1970-01-01".to_owned())
    }
}

impl FromStr for Day {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for Day {
    type Error = UnknownName;

    fn try_from(text: String) -> Result<Self, UnknownName> {
        let is_day = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if is_day { Ok(Self(text)) } else { Err(UnknownName) }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_year_month_and_day_make_a_day() {
        for text in ["", "2019", "2019-12-1", "2019/12/31", "20191231", "2019-12-31T", "ü019-12-3"]
        {
            assert_eq!(text.parse::<Day>(), Err(UnknownName), "{text}");
        }
        let days = ["2019-12-31", "2020-01-01"].map(|day| day.parse::<Day>().unwrap());
        assert!(days[0] < days[1] && Day::default() < days[0]);
    }
}
