//! Splits segments of addresses into words: `scaling-spark_streaming-4a03141d135d.html` is three.

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

/// The words of one segment of a path, percent-encoded as the address has it, without file
/// extension and without the hash or time stamp that publishers append.
pub(crate) fn slug_words(segment: &str) -> Vec<String> {
    words_of(&decoded(segment))
}

/// A segment of a path with its percent escapes decoded and ligatures taken apart. Bytes that are
/// not UTF-8 become U+FFFD.
pub(crate) fn decoded(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().nfkc().collect()
}

/// [`slug_words`] of a segment that is [`decoded`] already.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    let mut words = split(strip_extension(text));
    drop_hash(&mut words);
    words
}

/// Splits at hyphens and the like. A double hyphen is a dash.
pub(crate) fn split(text: &str) -> Vec<String> {
    let text = text.replace("--", "-–-");
    let mut words = Vec::new();
    let separators = |c: char| c.is_whitespace() || matches!(c, '-' | '_' | '+' | '/' | ',' | '.');
    for word in text.split(separators).filter(|word| !word.is_empty()) {
        words.extend(split_camel_case(word).into_iter().map(str::to_owned));
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
    if cuts.len() < 2 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return vec![word];
    }
    cuts.push(word.len());
    let mut start = 0;
    cuts.into_iter().map(|cut| &word[std::mem::replace(&mut start, cut)..cut]).collect()
}

fn strip_extension(text: &str) -> &str {
    [".html", ".htm", ".pdf", ".php", ".aspx", ".md"]
        .iter()
        .find_map(|extension| text.strip_suffix(extension))
        .unwrap_or(text)
}

/// Takes the hash or time stamp off the end that publishers put there.
fn drop_hash(words: &mut Vec<String>) {
    let is_hash = words.last().is_some_and(|word| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let is_hex = word.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex && digits > 0 && word.len() >= 8
    });
    if is_hash {
        words.pop();
    }
}
