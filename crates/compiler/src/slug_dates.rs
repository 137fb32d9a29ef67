//! Dates among the words of an address: `2021-09-27-splitting-the-database`.

use std::ops::Range;

use crate::slug_words::is_year;
use crate::words::Lexicon;

/// Takes a date out of `words`, with the preposition that would be left hanging, and gives its year.
pub(crate) fn take(words: &mut Vec<String>, lexicon: &Lexicon) -> Option<u32> {
    let (mut range, year) = find(words, lexicon)?;
    let hangs = |word: &String| lexicon.before_dates.contains(word);
    if range.end == words.len() && range.start > 1 && hangs(&words[range.start - 1]) {
        range.start -= 1;
    }
    words.drain(range);
    Some(year)
}

fn find(words: &[String], lexicon: &Lexicon) -> Option<(Range<usize>, u32)> {
    let has_digit = |word: &String| word.bytes().any(|byte| byte.is_ascii_digit());
    // Most addresses have no date.
    if !words.iter().any(has_digit) {
        return None;
    }
    (0..words.len()).find_map(|start| {
        let before = start.checked_sub(1).map(|at| words[at].as_str());
        (1..=3).rev().find_map(|count| {
            let date = words.get(start..start + count)?;
            let date: Vec<&str> = date.iter().map(String::as_str).collect();
            let is_end = start == 0 || start + count == words.len();
            let year = read(&date, is_end, before, lexicon)?;
            Some((start..start + count, year))
        })
    })
}

/// The year of a date. `is_end` says whether it is at either end of the words.
fn read(date: &[&str], is_end: bool, before: Option<&str>, lexicon: &Lexicon) -> Option<u32> {
    let year = |word: &str| word.parse().ok().filter(|_| is_year(word));
    match *date {
        [one, two, three] => match () {
            () if is_year(one) && is_month_and_day(two, three) => year(one),
            () if is_year(three) && is_day_and_month(one, two) => year(three),
            () if is_year(three) && lexicon.months.contains(one) && is_day(two) => year(three),
            () if is_year(three) && lexicon.months.contains(two) && is_day(one) => year(three),
            // Three small numbers may be a version.
            () if before.is_some_and(|word| lexicon.before_dates.contains(word))
                && is_day_and_month(one, two)
                && three.len() == 2 =>
            {
                three.parse().ok().map(|short: u32| 2000 + short)
            }
            () => None,
        },
        [one, two] => match () {
            () if is_year(two) && lexicon.months.contains(one) => year(two),
            () if is_year(one) && lexicon.months.contains(two) => year(one),
            () if is_end && is_year(one) && two.len() == 2 && is_month(two) => year(one),
            () => None,
        },
        [digits] if digits.len() == 8 && digits.is_ascii() => {
            let (of_year, rest) = digits.split_at(4);
            let (month, day) = rest.split_at(2);
            year(of_year).filter(|_| is_month_and_day(month, day))
        }
        _ => None,
    }
}

fn number(word: &str) -> Option<u32> {
    let is_short = matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| is_short)
}

fn is_month(word: &str) -> bool {
    number(word).is_some_and(|number| (1..=12).contains(&number))
}

/// `27`, `2nd`.
fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_ordinal = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    is_ordinal && number(digits).is_some_and(|number| (1..=31).contains(&number))
}

fn is_month_and_day(month: &str, day: &str) -> bool {
    is_month(month) && number(day).is_some() && is_day(day)
}

fn is_day_and_month(one: &str, two: &str) -> bool {
    is_month_and_day(one, two) || is_month_and_day(two, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(slug: &str, rest: &str, year: Option<u32>) {
        let mut words: Vec<String> = slug.split('-').map(str::to_owned).collect();
        assert_eq!(take(&mut words, &Lexicon::frozen()), year, "{slug}");
        assert_eq!(words.join("-"), rest, "{slug}");
    }

    #[test]
    fn dates_are_taken_out() {
        check("2021-09-27-splitting-the-database", "splitting-the-database", Some(2021));
        check("incident-of-10-28-2021", "incident", Some(2021));
        check("incident-of-28-10-2021", "incident", Some(2021));
        check("outage-on-3-2-22", "outage", Some(2022));
        check("20210927-splitting-it", "splitting-it", Some(2021));
        check("outage-of-march-2nd-2021", "outage", Some(2021));
        check("2-märz-2021-ausfall", "ausfall", Some(2021));
        check("news-from-october-2019", "news", Some(2019));
        check("2021-09-splitting-it", "splitting-it", Some(2021));
        check("the-2019-06-01-outage-explained", "the-outage-explained", Some(2019));
    }

    #[test]
    fn other_numbers_stay() {
        for slug in [
            "upgrading-to-3-2-22",
            "from-2016-to-2018",
            "2016-13-45-things",
            "top-10-of-2019",
            "99999999-things",
            "1-2-3-go",
        ] {
            check(slug, slug, None);
        }
    }
}
