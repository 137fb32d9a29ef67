//! Days of the calendar, without hours and time zones.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar from 1970 to 9999, in UTC; written as `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(super) struct Day {
    /// Since 1970-01-01.
    days: u32,
}

/// The last day with a year of four digits.
const LAST: u32 = 2_932_896;

impl Day {
    /// The day that the system's clock shows.
    ///
    /// # Errors
    /// When the clock is set before 1970 or after 9999.
    pub(super) fn today() -> Result<Self> {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).ok();
        let days = since.and_then(|since| u32::try_from(since.as_secs() / 86_400).ok());
        let day = days.filter(|&days| days <= LAST).map(|days| Self { days });
        day.context("the system's clock shows no year from 1970 to 9999: set it")
    }

    /// How many days after `earlier` this is: 0 also when it is before.
    pub(super) const fn days_after(self, earlier: Self) -> u32 {
        self.days.saturating_sub(earlier.days)
    }

    /// Year, month and day of the month. After Howard Hinnant's `civil_from_days`: years start in
    /// March, so that the leap day is a year's last.
    const fn parts(self) -> (u32, u32, u32) {
        let days = self.days + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let is_next_year = month_from_march >= 10;
        let month = if is_next_year { month_from_march - 9 } else { month_from_march + 3 };
        let year = era * 400 + year_of_era + if is_next_year { 1 } else { 0 };
        (year, month, day)
    }

    #[cfg(test)]
    pub(super) const fn from_days(days: u32) -> Self {
        Self { days }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

/// Why a text is no [`Day`].
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoDay;

impl fmt::Display for NoDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a day from 1970 on, as in 2026-11-23")
    }
}

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        // Days in order are texts in order, so that the day can be searched for: no second formula
        // that could disagree with the first.
        let (mut first, mut last) = (0, LAST);
        while first < last {
            let middle = first.midpoint(last);
            let shown = Self { days: middle }.to_string();
            if shown.as_str() < text {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        let day = Self { days: first };
        if day.to_string() == text { Ok(day) } else { Err(NoDay) }
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|error| format!("'{text}': {error}"))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_what_a_calendar_counts() {
        let is_leap = |year: u32| {
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
        };
        let mut days = 0;
        for year in 1970..2120 {
            let february = if is_leap(year) { 29 } else { 28 };
            let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            for (month, length) in (1..).zip(months) {
                for day in 1..=length {
                    let text = format!("{year}-{month:02}-{day:02}");
                    assert_eq!(Day { days }.to_string(), text);
                    assert_eq!(text.parse(), Ok(Day { days }));
                    days += 1;
                }
            }
        }
        assert_eq!(Day { days: LAST }.to_string(), "9999-12-31");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for bad in ["", "2026", "2026-11-31", "2026-02-29", "2026-1-1", "1969-12-31", "99999-01-01"]
        {
            assert_eq!(bad.parse::<Day>(), Err(NoDay), "{bad}");
        }
    }

    #[test]
    fn a_clock_set_back_counts_no_days() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(day("2026-03-02").days_after(day("2026-02-27")), 3);
        assert_eq!(day("2026-02-27").days_after(day("2026-03-02")), 0);
    }
}
