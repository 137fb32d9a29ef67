//! A company's name in the words that begin its section.

use crate::nearest::nearest;
use crate::pandoc::trailing_attributes;
use crate::shape::Pattern;

/// What the words say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct CompanyName {
    pub(super) name: String,
    /// The `#id` behind the words: `Acme {#acme-inc}`.
    pub(super) id: Option<String>,
    /// How the name was found.
    pub(super) fit: Fit,
}

/// How the words fit the patterns.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Fit {
    /// They are as a pattern says.
    #[default]
    Pattern,
    /// They begin nearly as this pattern says.
    Nearly(String),
    /// They are like no pattern.
    Other,
}

/// Reads the name in `words`, which are on one line.
pub(super) fn read(words: &str, patterns: &[Pattern]) -> CompanyName {
    let (words, attributes) = trailing_attributes(words);
    let id = attributes.and_then(|attributes| attributes.label);
    let plain = without_number(trimmed(words));
    for text in [words, plain] {
        if let Some(place) = patterns.iter().find_map(|pattern| pattern.find(text)) {
            return CompanyName { name: cleaned(&text[place]), id, fit: Fit::Pattern };
        }
        // "Data Science at" and nothing else.
        if patterns.iter().any(|pattern| {
            pattern.has_beginning() && pattern.before().to_lowercase() == text.to_lowercase()
        }) {
            return CompanyName { name: String::new(), id, fit: Fit::Pattern };
        }
    }
    for pattern in patterns.iter().filter(|pattern| pattern.has_beginning()) {
        let count = pattern.before().split(' ').count();
        let Some((at, _)) = plain.match_indices(' ').nth(count - 1) else { continue };
        let (beginning, name) = plain.split_at(at);
        let near = nearest(&beginning.to_lowercase(), [pattern.before().to_lowercase().as_str()])
            .is_some();
        let slips =
            strsim::osa_distance(&beginning.to_lowercase(), &pattern.before().to_lowercase());
        if near && slips <= 2 {
            let fit = Fit::Nearly(pattern.before().to_owned());
            return CompanyName { name: cleaned(name), id, fit };
        }
    }
    CompanyName { name: cleaned(plain), id, fit: Fit::Other }
}

/// A name without what stands around it: numbers of headings and of entries, signs, pictures.
fn cleaned(name: &str) -> String {
    let mut name = trimmed(without_number(trimmed(name)));
    // "Globex (3)", "Globex [12 posts]".
    if let Some(inner) = name.strip_suffix([')', ']'])
        && let Some(open) = inner.rfind(['(', '['])
    {
        let mut count = inner[open + 1..].split_whitespace();
        let is_number = |word: &str| word.len() < 4 && word.bytes().all(|b| b.is_ascii_digit());
        let words = count.clone().count();
        if count.next().is_some_and(is_number) && words <= 2 {
            name = trimmed(&name[..open]);
        }
    }
    name.to_owned()
}

/// Without blanks, colons behind it, and signs that are no part of a word, such as pictures.
fn trimmed(text: &str) -> &str {
    let is_sign = |c: char| c.is_whitespace() || (c > '\u{2000}' && !c.is_alphanumeric());
    text.trim_start_matches(is_sign).trim_end_matches(|c| is_sign(c) || c == ':' || c == '¶')
}

/// Without the number of a heading: "3. Initech", "2.1 Initech", "(4) Initech", "b) Initech".
fn without_number(text: &str) -> &str {
    let Some((first, rest)) = text.split_once(' ') else { return text };
    let inner = first.trim_start_matches(['(', '[', '#']);
    let number = inner.trim_end_matches(['.', ')', ']', ':']);
    let is_marked = number.len() < first.len() || number.contains('.');
    let is_number = !number.is_empty()
        && number
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let is_letter = number.len() == 1
        && first.ends_with(')')
        && number.bytes().all(|letter| letter.is_ascii_alphabetic());
    let has_name = rest.contains(char::is_alphanumeric);
    if is_marked && (is_number || is_letter) && has_name { rest.trim_start() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, name: &str) {
        let patterns = ["Data Science at", "Case Study:", "Data Science @"]
            .map(|before| Pattern::beginning(3, before));
        assert_eq!(read(words, &patterns).name, name, "{words}");
    }

    #[test]
    fn what_stands_around_a_name_is_no_part_of_it() {
        check("Data Science at Acme", "Acme");
        check("3. Data Science at Acme (12)", "Acme");
        check("Data Science at 3. Acme", "Acme");
        check("Data Science @Acme:", "Acme");
        check("Case Study: Globex", "Globex");
        check("2.1 Globex [3 posts]", "Globex");
        check("(4) Globex", "Globex");
        check("#5 Globex", "Globex");
        check("b) Globex", "Globex");
        check("🚀 Globex", "Globex");
        check("Data Sciense at Globex", "Globex");
        check("Data Science at", "");
    }

    #[test]
    fn names_with_numbers_and_signs_stay_whole() {
        for name in [
            "3M",
            "7-Eleven",
            "99 Taxis",
            "1-800 Contacts",
            "Booking.com",
            ".NET Foundation",
            "Acme (2019)",
            "Yahoo!",
            "A.P. Moller",
            "Boston (Scientific)",
        ] {
            check(name, name);
            check(&format!("Data Science at {name}"), name);
        }
    }

    #[test]
    fn an_id_is_told_from_the_name() {
        let read = |words| read(words, &[Pattern::bare(3)]);
        let found = read("小米 {#xiaomi .wide}");
        assert_eq!((found.name.as_str(), found.id.as_deref()), ("小米", Some("xiaomi")));
        let found = read("Acme {: #acme-inc}");
        assert_eq!((found.name.as_str(), found.id.as_deref()), ("Acme", Some("acme-inc")));
        assert_eq!(read("Curly {brace}").name, "Curly {brace}");
    }
}
