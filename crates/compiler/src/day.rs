//! Days in content files.

use catalog::Day;
use jiff::civil::Date;

/// The day that a text such as `2019-12-31` names.
pub(crate) fn parse(text: &str) -> Option<Date> {
    // Jiff accepts other forms as well.
    text.parse::<Date>().ok().filter(|day| day.to_string() == text)
}

/// The day as the catalogue has it; `None` before the year 0.
pub(crate) fn in_catalog(date: Date) -> Option<Day> {
    date.to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_in_one_form_are_read() {
        let day = parse("2020-02-29").and_then(in_catalog);
        assert_eq!(day.map(|day| day.to_string()), Some("2020-02-29".to_owned()));
        for text in ["2019-02-31", "2019-02-29", "2019-13-01", "20191231", "2019-12-31T12:00", ""] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
