//! The event at which a talk was given, read from the words of its address.

use std::ops::Range;

use crate::slug_words::is_year;
use crate::words::Lexicon;

/// The range of an event's words, and its name with place and year where given.
pub(crate) fn find(words: &[String], lexicon: &Lexicon) -> Option<(Range<usize>, String)> {
    (0..words.len()).find_map(|start| {
        let (count, name) = lexicon.events.longest_run(&words[start..])?;
        let mut event = name.to_owned();
        let mut end = start + count;
        while let Some(detail) = words.get(end).and_then(|word| place_or_year(word, lexicon)) {
            event.push(' ');
            event.push_str(&detail);
            end += 1;
        }
        Some((start..end, event))
    })
}

/// Removes the event from either end of `words` if the rest still makes a title.
pub(super) fn take(words: &mut Vec<String>, lexicon: &Lexicon) -> Option<String> {
    let (range, event) = find(words, lexicon)?;
    let at_end = range.end == words.len();
    let hangs = at_end && range.start > 0 && lexicon.lowercase.contains(&words[range.start - 1]);
    if (range.start == 0 || at_end) && range.len() < words.len() && !hangs {
        words.drain(range);
    }
    Some(event)
}

/// `berlin` is Berlin, `2017` is 2017, `sf18` is San Francisco 2018.
fn place_or_year(word: &str, lexicon: &Lexicon) -> Option<String> {
    let word = word.to_ascii_lowercase();
    if is_year(&word) {
        return Some(word);
    }
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let place = lexicon.places.get(letters)?;
    match &word[letters.len()..] {
        "" => Some(place.to_owned()),
        year if year.len() == 2 => Some(format!("{place} 20{year}")),
        year if is_year(year) => Some(format!("{place} {year}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(slug: &str, left: &str, event: &str) {
        let mut words: Vec<String> = slug.split('-').map(str::to_owned).collect();
        assert_eq!(take(&mut words, &Lexicon::frozen()).as_deref(), Some(event), "{slug}");
        assert_eq!(words.join("-"), left);
    }

    #[test]
    fn events_are_cut_where_the_rest_can_stand_alone() {
        check("flink-forward-berlin-2017-a-talk", "a-talk", "Flink Forward Berlin 2017");
        check("two-centers-cassandra-summit-2016", "two-centers", "Cassandra Summit 2016");
        check("kafka-summit-sf18", "kafka-summit-sf18", "Kafka Summit San Francisco 2018");
        check("news-from-spark-summit-2016", "news-from-spark-summit-2016", "Spark Summit 2016");
        check("big-data-day-la-2016-heron", "heron", "Big Data Day LA 2016");
        check("why-flink-forward-matters", "why-flink-forward-matters", "Flink Forward");
    }
}
