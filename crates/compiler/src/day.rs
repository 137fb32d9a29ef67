//! Days in content files.

use jiff::civil::Date;

/// The day that a text such as `2019-12-31` names.
pub(crate) fn parse(text: &str) -> Option<Date> {
    // Jiff accepts other forms as well.
    text.parse::<Date>().ok().filter(|day| day.to_string() == text)
}
