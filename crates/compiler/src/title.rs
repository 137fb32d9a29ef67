//! Readable titles from the words in an address.
//!
//! Most of the chapter is bare addresses, so `scaling-spark-streaming-4a03141d135d` is all there
//! is to say about an article. [`read`] takes away what is no title (hashes, file extensions,
//! speakers, events), and writes the rest as a title: "Scaling Spark Streaming". Spellings are
//! data: `words.toml`.

pub(crate) mod events;
mod speakers;

use crate::hosts::Ending;
use crate::slug_dates;
use crate::slug_words::{decoded, is_file, is_year, split, words_of};
use crate::words::Lexicon;

/// What a segment of an address tells about the page.
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

/// Reads one segment of a path, percent-encoded as the address has it.
pub(crate) fn read(segment: &str, ending: Ending, lexicon: &Lexicon) -> Reading {
    let text = decoded(segment);
    if text.contains(';') {
        return read_list(&text, lexicon);
    }
    let mut words = words_of(&text);
    let is_dated = slug_dates::take(&mut words, lexicon).is_some();
    let is_file = is_file(&text);
    if is_file {
        drop_leftovers(&mut words, lexicon);
    }
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    if words.iter().all(is_number) || words.iter().any(|word| is_opaque(word)) {
        return Reading::default();
    }
    let speakers = match ending {
        Ending::Speakers => speakers::take_tail(&mut words, lexicon),
        Ending::Title => Vec::new(),
    };
    let event = events::take(&mut words, lexicon);
    let mut title = write(&words, lexicon);
    let is_name = lexicon.names.get(&words.concat()).is_some();
    let is_long = words.concat().chars().filter(|c| c.is_alphabetic()).count() >= 4;
    let is_whole = is_dated || is_file || !speakers.is_empty();
    let mut stands_alone = words.len() > 1 || is_name || is_long && is_whole;
    if let (Some(event), [_]) = (&event, words.as_slice()) {
        title = format!("{title} at {event}");
        stands_alone = true;
    }
    Reading { title: Some(title).filter(|title| !title.is_empty()), stands_alone, speakers, event }
}

/// `A;B;C` is a list of titles.
fn read_list(text: &str, lexicon: &Lexicon) -> Reading {
    let items = text.split(';').map(|item| write(&split(item), lexicon));
    let titles: Vec<String> = items.filter(|item| !item.is_empty()).collect();
    Reading {
        stands_alone: titles.len() > 1,
        title: Some(titles.join(", ")).filter(|title| !title.is_empty()),
        ..Reading::default()
    }
}

/// Takes versions and words such as "final" off the end of a file's name.
fn drop_leftovers(words: &mut Vec<String>, lexicon: &Lexicon) {
    let is_version = |word: &String| {
        word.strip_prefix(['v', 'V', 'r'])
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    loop {
        let kept = match words.as_slice() {
            [.., last] if lexicon.leftovers.contains(last) || is_version(last) => words.len() - 1,
            // `v2.1`
            [.., version, minor] if is_version(version) && minor.parse::<u32>().is_ok() => {
                words.len() - 2
            }
            _ => return,
        };
        if kept == 0 {
            return;
        }
        words.truncate(kept);
    }
}

/// Whether a word is an identifier rather than a word.
fn is_opaque(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    // `AbCdEfGhIj`
    let changes = word.as_bytes().windows(2);
    let changes =
        changes.filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    let is_random = word.len() < 3 * (changes.count() + 1) && word.len() > 6;
    (word.len() >= 16 && digits > 1 && letters > 1) || word.contains('=') || is_random
}

/// Writes words as a title.
fn write(words: &[String], lexicon: &Lexicon) -> String {
    let (words, year) = match words {
        [year, rest @ ..] if rest.len() > 1 && is_year(year) => (rest, Some(year)),
        _ => (words, None),
    };
    let (words, part) = match words {
        [rest @ .., part, number] if !rest.is_empty() && lexicon.parts.contains(part) => {
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
        if !title.is_empty() && starts_subtitle(&words[..at], &words[at..], lexicon) {
            title.push(':');
        }
        let starts = title.is_empty() || title.ends_with([':', '–']);
        if !title.is_empty() {
            title.push(' ');
        }
        let run = [&lexicon.names, &lexicon.spellings]
            .into_iter()
            .filter_map(|spellings| spellings.longest_run(&words[at..]))
            .max_by_key(|&(count, _)| count);
        match run {
            Some((count, shown)) if count > 1 => {
                title.push_str(shown);
                at += count;
            }
            _ => {
                title.push_str(&write_word(word, starts || at + 1 == words.len(), lexicon));
                at += 1;
            }
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
fn starts_subtitle(before: &[String], rest: &[String], lexicon: &Lexicon) -> bool {
    let (Some(last), Some(next)) = (before.last(), rest.first()) else {
        return false;
    };
    // `…-to-apache-spark-spark-as-core-platform`: the same word ends one half and starts the next.
    let doubled = last == next;
    let hangs =
        last == "–" || lexicon.lowercase.contains(last) || lexicon.no_subtitle_after.contains(last);
    doubled || before.len() > 1 && !hangs && lexicon.subtitles.starts(rest)
}

/// One word in title case. `prominent` is a word at the start or the end.
fn write_word(word: &str, prominent: bool, lexicon: &Lexicon) -> String {
    let lower = word.to_lowercase();
    if !prominent && lexicon.lowercase.contains(&lower) {
        return lower;
    }
    if let Some(shown) = lexicon.names.get(&lower).or_else(|| lexicon.spellings.get(&lower)) {
        return shown.to_owned();
    }
    if let Some(name) = lower.strip_suffix('s').and_then(|name| lexicon.names.get(name)) {
        return format!("{name}'s");
    }
    let digits = lower.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() < lower.len() && lexicon.units.contains(digits) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(segment: &str, title: &str) {
        let reading = read(segment, Ending::Title, &Lexicon::frozen());
        assert_eq!(reading.title.as_deref(), Some(title), "{segment}");
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
        check("2021-09-27-splitting-the-database", "Splitting the Database");
        check("how-we-moved-12345-tables", "How We Moved 12345 Tables");
        check("Acme_Data_Platform_v2.1_FINAL.pptx", "Acme Data Platform");
        check("incident-of-10-28-2021", "Incident");
    }

    #[test]
    fn identifiers_are_no_title() {
        for segment in [
            "4a03141d135d",
            "182893",
            "UCxwul7aBm2LybbpKGbCOYNA",
            "AbCdEfGhIj",
            "",
            "--",
            "page=1",
            "2021-09-27",
        ] {
            assert_eq!(read(segment, Ending::Title, &Lexicon::frozen()).title, None, "{segment}");
        }
    }

    #[test]
    fn a_single_word_stands_alone_only_when_it_is_a_name() {
        assert!(read("aresdb", Ending::Title, &Lexicon::frozen()).stands_alone);
        for segment in ["design", "ssb_182893.pdf", "ssb.pdf"] {
            assert!(!read(segment, Ending::Title, &Lexicon::frozen()).stands_alone, "{segment}");
        }
        for segment in ["anvils.mp4", "incident-of-10-28-2021"] {
            assert!(read(segment, Ending::Title, &Lexicon::frozen()).stands_alone, "{segment}");
        }
        assert_eq!(
            read("kubecon-europe-2018-cern-180507122303.pdf", Ending::Title, &Lexicon::frozen()),
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
        let reading = read("migrating-etl-with-no-downtime", Ending::Speakers, &Lexicon::frozen());
        assert_eq!(reading.title.as_deref(), Some("Migrating ETL with No Downtime"));
        assert_eq!(reading.speakers, [""; 0]);
    }
}
