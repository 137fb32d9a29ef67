//! Readable titles from the words in an address.
//!
//! Most of the chapter is bare addresses, so `scaling-spark-streaming-4a03141d135d` is all there
//! is to say about an article. [`read`] takes away what is no title (hashes, file extensions,
//! speakers, events), and writes the rest as a title: "Scaling Spark Streaming". Spellings are
//! data, in [`words`].

pub(crate) mod events;
mod speakers;
mod words;

use unicode_normalization::UnicodeNormalization;

use words::{NAMES, PHRASES, SMALL, TERMS, is_in, look_up, look_up_run};

/// What a segment of an address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The title, where the words make one.
    pub(crate) title: Option<String>,
    /// Whether the title says enough to stand alone: two words or more, or a known name.
    pub(crate) stands_alone: bool,
    /// Who gave the talk.
    pub(crate) speakers: Vec<String>,
    /// The event that the words name.
    pub(crate) event: Option<String>,
}

/// Reads one segment of a path, percent-encoded as it stands in the address.
/// `ends_with_speakers` says that the account's addresses end in `-with-first-last`.
pub(crate) fn read(segment: &str, ends_with_speakers: bool) -> Reading {
    let text: String = decode(segment).nfkc().collect();
    if text.contains(';') {
        return read_list(&text);
    }
    let mut words = words_of(&text);
    if words.is_empty() || words.iter().any(|word| is_opaque(word)) {
        return Reading::default();
    }
    let speakers = if ends_with_speakers { speakers::take_tail(&mut words) } else { Vec::new() };
    let event = events::take(&mut words);
    let mut title = write(&words);
    let mut stands_alone = words.len() > 1 || look_up(NAMES, &words.concat()).is_some();
    if let (Some(event), [_]) = (&event, words.as_slice()) {
        title = format!("{title} at {event}");
        stands_alone = true;
    }
    Reading { title: Some(title).filter(|title| !title.is_empty()), stands_alone, speakers, event }
}

/// The words of one segment of a path, percent-encoded as it stands in the address.
pub(crate) fn slug_words(segment: &str) -> Vec<String> {
    let text: String = decode(segment).nfkc().collect();
    words_of(&text)
}

fn words_of(text: &str) -> Vec<String> {
    let mut words = split(strip_extension(text));
    drop_hash(&mut words);
    words
}

/// `A;B;C` is a list of titles.
fn read_list(text: &str) -> Reading {
    let titles: Vec<String> =
        text.split(';').map(|item| write(&split(item))).filter(|item| !item.is_empty()).collect();
    Reading {
        stands_alone: titles.len() > 1,
        title: Some(titles.join(", ")).filter(|title| !title.is_empty()),
        ..Reading::default()
    }
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

/// Whether a word is an identifier rather than a word.
fn is_opaque(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    digits >= 5 || (word.len() >= 16 && digits > 1 && letters > 1) || word.contains('=')
}

/// Writes words as a title.
fn write(words: &[String]) -> String {
    let (words, year) = match words {
        [year, rest @ ..] if rest.len() > 1 && events::is_year(year) => (rest, Some(year)),
        _ => (words, None),
    };
    let (words, part) = match words {
        [rest @ .., part, number] if !rest.is_empty() && part == "part" => {
            match part_number(number) {
                Some(number) => (rest, Some(number)),
                None => (words, None),
            }
        }
        _ => (words, None),
    };
    let mut title = String::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if !title.is_empty() && starts_subtitle(&words[..at], &words[at..]) {
            title.push(':');
        }
        let starts = title.is_empty() || title.ends_with([':', '–']);
        if !title.is_empty() {
            title.push(' ');
        }
        if let Some((count, shown)) = look_up_run(PHRASES, &words[at..]) {
            title.push_str(shown);
            at += count;
        } else {
            title.push_str(&write_word(word, starts || at + 1 == words.len()));
            at += 1;
        }
    }
    if let Some(part) = part {
        title.push_str(&format!(" (Part {part})"));
    }
    if let Some(year) = year {
        title.push_str(&format!(" ({year})"));
    }
    title
}

/// Whether a title's second half begins here; addresses leave the colon out.
fn starts_subtitle(before: &[String], rest: &[String]) -> bool {
    let (Some(last), Some(next)) = (before.last(), rest.first()) else {
        return false;
    };
    // `…-to-apache-spark-spark-as-core-platform`: the same word ends one half and starts the next.
    let doubled = last == next;
    let hangs = is_in(SMALL, last)
        || matches!(
            last.as_str(),
            "–" | "about" | "is" | "know" | "learn" | "see" | "show" | "that"
        );
    let how = before.len() > 1 && !hangs && next == "how";
    let lessons = before.len() > 1 && !hangs && words::starts_with(rest, "lessons learned");
    doubled || how || lessons
}

/// One word in title case. `prominent` is a word at the start or the end.
fn write_word(word: &str, prominent: bool) -> String {
    let lower = word.to_lowercase();
    if !prominent && is_in(SMALL, &lower) {
        return lower;
    }
    if let Some(shown) = look_up(NAMES, &lower).or_else(|| look_up(TERMS, &lower)) {
        return shown.to_owned();
    }
    if let Some(name) = lower.strip_suffix('s').and_then(|name| look_up(NAMES, name)) {
        return format!("{name}'s");
    }
    let digits = lower.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() < lower.len() && matches!(digits, "tb" | "gb" | "pb" | "mb") {
        let number = &lower[..lower.len() - digits.len()];
        return format!("{number} {}", digits.to_uppercase());
    }
    if word.chars().any(char::is_uppercase) {
        return word.to_owned();
    }
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `ii` is II, `2` is 2.
fn part_number(word: &str) -> Option<String> {
    let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].contains(&word);
    let arabic = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    (roman || arabic).then(|| word.to_uppercase())
}

/// Decodes `%3B`. Bytes that are no UTF-8 become U+FFFD.
fn decode(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        let escaped = match after {
            [high, low, after @ ..] if *byte == b'%' => {
                hex(*high).zip(hex(*low)).map(|(high, low)| (high * 16 + low, after))
            }
            _ => None,
        };
        match escaped {
            Some((decoded, after)) => {
                bytes.push(decoded);
                rest = after;
            }
            None => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(segment: &str, title: &str) {
        assert_eq!(read(segment, false).title.as_deref(), Some(title), "{segment}");
    }

    #[test]
    fn words_become_a_title() {
        check(
            "scaling-spark-streaming-for-logging-event-ingestion-4a03141d135d",
            "Scaling Spark Streaming for Logging Event Ingestion",
        );
        check("what-to-look-for", "What to Look For");
        check("twitters-kafka-adoption-story.html", "Twitter's Kafka Adoption Story");
        check("massive-300tb-pipelines", "Massive 300 TB Pipelines");
        check("the-road-to-the-cloud-part-ii", "The Road to the Cloud (Part II)");
        check("part-2", "Part 2");
        check("2017_ESADE_Madrid_Big_Data.pdf", "ESADE Madrid Big Data (2017)");
        check("hardcore-data-science--in-practice", "Hardcore Data Science – In Practice");
        check("Amazon+DynamoDB%3BCassandra", "Amazon DynamoDB, Cassandra");
        check("caf%C3%A9-culture", "Café Culture");
        check("to-spark-spark-as-platform", "To Spark: Spark as Platform");
        check("our-story-how-it-works", "Our Story: How It Works");
        check("learn-about-how-it-works", "Learn About How It Works");
    }

    #[test]
    fn identifiers_are_no_title() {
        for segment in
            ["ssb_182893.pdf", "4a03141d135d", "UCxwul7aBm2LybbpKGbCOYNA", "", "--", "page=1"]
        {
            assert_eq!(read(segment, false).title, None, "{segment}");
        }
    }

    #[test]
    fn a_single_word_stands_alone_only_when_it_is_a_name() {
        assert!(read("aresdb", false).stands_alone);
        assert!(!read("design", false).stands_alone);
        assert_eq!(
            read("kubecon-europe-2018-cern-180507122303.pdf", false),
            Reading {
                title: Some("CERN at KubeCon Europe 2018".to_owned()),
                stands_alone: true,
                speakers: Vec::new(),
                event: Some("KubeCon Europe 2018".to_owned()),
            }
        );
    }

    #[test]
    fn a_tail_that_names_nobody_stays_in_the_title() {
        let reading = read("migrating-etl-with-no-downtime", true);
        assert_eq!(reading.title.as_deref(), Some("Migrating ETL with No Downtime"));
        assert_eq!(reading.speakers, [""; 0]);
    }
}
