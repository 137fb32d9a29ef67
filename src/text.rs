//! Numbers, lists and names in sentences.

use catalog::{Role, Technology};

/// A noun in the forms that go with numbers.
#[derive(Clone, Copy)]
pub struct Noun {
    /// After 1.
    pub one: &'static str,
    /// After any other number.
    pub many: &'static str,
}

impl Noun {
    /// The form after a number.
    #[must_use]
    pub const fn after(self, number: usize) -> &'static str {
        if number == 1 { self.one } else { self.many }
    }
}

/// A number with its noun: `1 company`, `7 companies`.
#[must_use]
pub fn count(number: usize, noun: Noun) -> String {
    format!("{number} {}", noun.after(number))
}

/// Several things as one phrase: "Kafka, Spark and Flink".
#[must_use]
pub fn list(things: &[String]) -> String {
    match things.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => things.concat(),
    }
}

/// The name of a technology without a leading "Apache".
#[must_use]
pub fn short_name(technology: &Technology) -> &str {
    technology.name.strip_prefix("Apache ").unwrap_or(&technology.name)
}

/// A role in the middle of a sentence: `storage`, `OLAP & query`.
#[must_use]
pub fn role_noun(role: Role) -> String {
    match role {
        Role::OlapQuery => role.label().to_owned(),
        _ => role.label().to_ascii_lowercase(),
    }
}

/// The initials of the first two words of a name.
#[must_use]
pub fn monogram(name: &str) -> String {
    name.split(|c: char| c.is_ascii_punctuation() || c.is_whitespace())
        .filter_map(|word| word.chars().next())
        .take(2)
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

/// The host of an `http` or `https` address, without `www.`.
#[must_use]
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Splits a text at marked byte ranges: pieces in order, each with whether it is marked. Ranges
/// that are out of order, overlap or split a character are ignored.
#[must_use]
pub fn marked<'t>(text: &'t str, marks: &[(u32, u32)]) -> Vec<(&'t str, bool)> {
    let mut pieces = Vec::with_capacity(marks.len() * 2 + 1);
    let mut end_of_last = 0;
    for &(start, end) in marks {
        let (start, end) = (start as usize, end as usize);
        let (Some(before), Some(match_)) = (text.get(end_of_last..start), text.get(start..end))
        else {
            continue;
        };
        pieces.push((before, false));
        pieces.push((match_, true));
        end_of_last = end;
    }
    pieces.push((&text[end_of_last..], false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// How many bytes before a mark are shown at most.
const BEFORE_MARK: usize = 40;

/// A text from a few words before its mark, so that the first lines have it, and the mark there.
#[must_use]
pub fn from_mark(text: &str, mark: (u32, u32)) -> (String, (u32, u32)) {
    let whole = (text.to_owned(), mark);
    let Some(before) = text.get(..mark.0 as usize) else { return whole };
    let is_near = |(at, _): &(usize, &str)| before.len() - at <= BEFORE_MARK;
    let Some((at, _)) = before.match_indices(' ').find(is_near) else { return whole };
    if before.len() <= BEFORE_MARK {
        return whole;
    }
    let short = format!("…{}", &text[at..]);
    let moved = |place: u32| u32::try_from(place as usize + '…'.len_utf8() - at).unwrap_or(place);
    (short, (moved(mark.0), moved(mark.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_takes_the_singular() {
        let company = Noun { one: "company", many: "companies" };
        assert_eq!(count(0, company), "0 companies");
        assert_eq!(count(1, company), "1 company");
        assert_eq!(count(2, company), "2 companies");
    }

    #[test]
    fn lists_end_in_and() {
        let list = |things: &[&str]| {
            super::list(&things.iter().map(|t| t.to_string()).collect::<Vec<_>>())
        };
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["Kafka"]), "Kafka");
        assert_eq!(list(&["Kafka", "Spark", "Flink"]), "Kafka, Spark and Flink");
    }

    #[test]
    fn monograms_take_up_to_two_letters() {
        assert_eq!(monogram("Netflix"), "N");
        assert_eq!(monogram("Siemens MindSphere"), "SM");
        assert_eq!(monogram("Booking.com"), "BC");
        assert_eq!(monogram("ING (fraud detection)"), "IF");
        assert_eq!(monogram("Über uns"), "ÜU");
        assert_eq!(monogram("..."), "");
    }

    #[test]
    fn hosts_are_what_stands_before_the_path() {
        assert_eq!(host("https://www.example.org/a?b#c"), "example.org");
        assert_eq!(host("http://labs.example.org?to=https://other.org/"), "labs.example.org");
        assert_eq!(host("https://example.org#www."), "example.org");
    }

    #[test]
    fn a_text_begins_a_few_words_before_its_mark() {
        let text =
            "Messages from the Beacon and Zürich’s services are put into Apache Kafka topics.";
        let start = text.find("Apache").unwrap();
        let mark = (u32::try_from(start).unwrap(), u32::try_from(start + 12).unwrap());
        let (short, (from, to)) = from_mark(text, mark);
        assert_eq!(short, "… and Zürich’s services are put into Apache Kafka topics.");
        assert_eq!(&short[from as usize..to as usize], "Apache Kafka");
        assert_eq!(from_mark("We run Kafka.", (7, 12)), ("We run Kafka.".to_owned(), (7, 12)));
        assert_eq!(from_mark("Ü", (1, 9)), ("Ü".to_owned(), (1, 9)));
    }

    #[test]
    fn marks_cut_a_text_in_order() {
        assert_eq!(
            marked("Kafka at Zürich", &[(0, 5), (9, 16)]),
            [("Kafka", true), (" at ", false), ("Zürich", true)]
        );
        assert_eq!(marked("plain", &[]), [("plain", false)]);
    }

    #[test]
    fn marks_that_do_not_fit_lose_no_text() {
        for marks in [&[(3, 2)][..], &[(0, 99)], &[(9, 11), (10, 12)], &[(5, 8), (0, 2)]] {
            let whole: String =
                marked("Kafka at Zürich", marks).iter().map(|(piece, _)| *piece).collect();
            assert_eq!(whole, "Kafka at Zürich", "{marks:?}");
        }
    }
}
