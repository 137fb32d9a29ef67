//! Splits segments of addresses into words: `scaling-spark_streaming-4a03141d135d.html` is three.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::text_form::compatible;

/// The words of one segment of a path, percent-encoded as the address has it, without file
/// extension and without the hash or time stamp that publishers append.
pub(crate) fn slug_words(segment: &str) -> Vec<String> {
    words_of(&decoded(segment))
}

/// A segment of a path with its percent escapes decoded and ligatures taken apart. Bytes that are
/// not UTF-8 become U+FFFD.
pub(crate) fn decoded(segment: &str) -> String {
    compatible(&percent_decode_str(segment).decode_utf8_lossy()).into_owned()
}

/// [`slug_words`] of a segment that is [`decoded`] already.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    let mut words = split(strip_uuid(strip_extension(text)));
    if words.len() > 1 && words.last().is_some_and(|word| is_hash(word) || is_number_of_row(word)) {
        words.pop();
    }
    if words.len() > 1 && is_number_of_row(&words[0]) {
        words.remove(0);
    }
    if words.len() == 1 && is_hash(&words[0]) {
        words.clear();
    }
    words
}

/// Whether a segment is the name of a file to download or to play.
pub(crate) fn is_file(text: &str) -> bool {
    extension(text).is_some_and(|extension| FILES.contains(&extension.as_str()))
}

/// In place of `++` while words are split: a character that no text has.
const PLUSES: &str = "\u{fdd0}";

/// Splits at hyphens and the like. A double hyphen is a dash.
pub(crate) fn split(text: &str) -> Vec<String> {
    // The signs of C++ separate nothing.
    let text = match text.contains("--") || text.contains("++") {
        true => Cow::Owned(text.replace("--", "-–-").replace("++", PLUSES)),
        false => Cow::Borrowed(text),
    };
    let mut words = Vec::new();
    let separators = |c: char| c.is_whitespace() || matches!(c, '-' | '_' | '+' | '/' | ',' | '.');
    for word in text.split(separators).filter(|word| !word.is_empty()) {
        words.extend(split_camel_case(word).into_iter().map(|word| {
            if word.contains(PLUSES) { word.replace(PLUSES, "++") } else { word.to_owned() }
        }));
    }
    let is_dash = |word: &String| word == "–";
    let dashes = words.iter().take_while(|word| is_dash(word)).count();
    words.drain(..dashes);
    while words.last().is_some_and(is_dash) {
        words.pop();
    }
    words
}

/// Whether a word is a year that a talk can be from.
pub(crate) fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

/// `OnSightCloudArchitecture` is four words; `DynamoDB`, with a single change of case, is one, and
/// so is an identifier with digits in it.
fn split_camel_case(word: &str) -> Vec<&str> {
    let mut cuts = Vec::new();
    let mut before = None;
    for (at, letter) in word.char_indices() {
        if letter.is_uppercase() && before.is_some_and(char::is_lowercase) {
            cuts.push(at);
        }
        before = Some(letter);
    }
    // Pieces of two letters are no words: `AbCdEfGhIj`.
    let is_random = word.len() < 3 * (cuts.len() + 1);
    if cuts.len() < 2 || is_random || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return vec![word];
    }
    cuts.push(word.len());
    let mut start = 0;
    cuts.into_iter().map(|cut| &word[std::mem::replace(&mut start, cut)..cut]).collect()
}

/// Endings of pages.
const PAGES: [&str; 9] = ["html", "htm", "xhtml", "shtml", "php", "aspx", "asp", "jsp", "md"];

/// Endings of files.
const FILES: [&str; 24] = [
    "pdf", "ps", "epub", "ppt", "pptx", "pps", "ppsx", "key", "odp", "doc", "docx", "odt", "rtf",
    "txt", "ipynb", "mp4", "m4v", "mov", "webm", "avi", "mkv", "mp3", "m4a", "zip",
];

/// The ending of a page or a file, in lower case.
fn extension(text: &str) -> Option<String> {
    let (_, ending) = text.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    (PAGES.contains(&ending.as_str()) || FILES.contains(&ending.as_str())).then_some(ending)
}

fn strip_extension(text: &str) -> &str {
    extension(text).map_or(text, |extension| &text[..text.len() - extension.len() - 1])
}

/// Takes a UUID off the end: `…-550e8400-e29b-41d4-a716-446655440000`.
fn strip_uuid(text: &str) -> &str {
    let Some(start) = text.len().checked_sub(36).filter(|&at| text.is_char_boundary(at)) else {
        return text;
    };
    let groups: Vec<&str> = text[start..].split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_hex = groups.concat().bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hex && lengths == [8, 4, 4, 4, 12] {
        text[..start].trim_end_matches(['-', '_'])
    } else {
        text
    }
}

/// Whether a word is a hash or a time stamp that publishers put at the end: `4a03141d135d`, `3k2a`.
fn is_hash(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let is_hex = word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let kinds: Vec<bool> = word.bytes().map(|byte| byte.is_ascii_digit()).collect();
    let changes = kinds.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let is_plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_mixed = is_plain && word.len() >= 4 && changes >= 3;
    let is_date = digits == 8 && word.len() == 8 && word.get(..4).is_some_and(is_year);
    (is_hex && digits > 0 && word.len() >= 8 && !is_date) || is_mixed
}

/// Whether a word is the number of an entry in some database, and no date such as 20210927.
fn is_number_of_row(word: &str) -> bool {
    let is_dated = word.len() == 8 && word.get(..4).is_some_and(is_year);
    word.len() >= 5 && word.bytes().all(|byte| byte.is_ascii_digit()) && !is_dated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_publishers_append_is_no_word() {
        for (segment, words) in [
            ("our-data-lake-550e8400-e29b-41d4-a716-446655440000", "our data lake"),
            ("how-we-count-anvils-3k2a", "how we count anvils"),
            ("Data-at-Acme-e45il2", "Data at Acme"),
            ("counting-anvils-98765", "counting anvils"),
            ("98765-counting-anvils.html", "counting anvils"),
            ("how-we-moved-12345-tables", "how we moved 12345 tables"),
            ("scaling-to-300tb", "scaling to 300tb"),
            ("our-i18n", "our i18n"),
            ("scaling-c++-services", "scaling c++ services"),
            ("Amazon+DynamoDB", "Amazon DynamoDB"),
            ("running-on-k8s", "running on k8s"),
            ("Acme_Data.pptx", "Acme Data"),
            ("AbCdEfGhIj", "AbCdEfGhIj"),
            ("OnSightCloudArchitecture", "On Sight Cloud Architecture"),
            ("4a03141d135d", ""),
        ] {
            assert_eq!(slug_words(segment).join(" "), words, "{segment}");
        }
    }
}
