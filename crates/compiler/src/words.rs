//! Reads `words.toml`: how words of addresses are written in titles, and the English words by
//! which names, dates and guesses are recognised.

mod keys;
mod lists;
mod reader;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use toml::Spanned;

use crate::diagnostic::{Code, Reporter};
use crate::slug_words::split;
use crate::text_form::lower;
use crate::toml_file;
use crate::usage::{Rules, UsageWords};
use lists::starts;
use reader::LexiconReader;

pub(crate) use keys::FILE;
pub(crate) use lists::{Kinds, Phrases, WordList};

/// The content of `words.toml`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    /// Words that stay lower-case inside a title.
    pub(crate) lowercase: WordList,
    /// A run of words that contains one is not taken for a person's name.
    pub(crate) not_people: WordList,
    /// First names.
    pub(crate) given_names: WordList,
    /// Words that stay lower-case inside a person's name: "van".
    pub(crate) name_particles: WordList,
    /// Months, whole and short.
    pub(crate) months: WordList,
    /// Words before a date that would be left hanging without it.
    pub(crate) before_dates: WordList,
    /// Words at the end of a file's name that say nothing.
    pub(crate) leftovers: WordList,
    /// Words before the names of speakers at the end of an address.
    pub(crate) before_speakers: WordList,
    /// Words between the names of two speakers.
    pub(crate) between_speakers: WordList,
    /// Words that start a subtitle: a colon is put before them.
    pub(crate) subtitles: Phrases,
    /// Words after which no subtitle starts.
    pub(crate) no_subtitle_after: WordList,
    /// Words before a part number at the end of a title: `part-2`.
    pub(crate) parts: WordList,
    /// Units that addresses join to a number: `300tb`.
    pub(crate) units: WordList,
    /// Words next to a year that is a subject or a version, not a publication date.
    pub(crate) undated: WordList,
    /// Phrases that mark a sentence as a guess.
    pub(crate) guesses: Phrases,
    /// What the words around a name say about its use.
    pub(crate) usage: Rules,
    /// Words that show that an English word is meant as a name.
    pub(crate) certain: Rules,
    /// Words that several rules share.
    pub(crate) usage_words: UsageWords,
    /// Abbreviations whose full stop does not end a sentence.
    pub(crate) abbreviations: WordList,
    /// Words for a link that say nothing of what it leads to.
    pub(crate) fillers: WordList,
    /// Words behind a kind that say what it is of.
    pub(crate) kind_of: WordList,
    /// Words for a link that say what it leads to.
    pub(crate) kinds: Kinds,
    /// Words that do so where the address does not say better.
    pub(crate) likely_kinds: Kinds,
    /// Names; a trailing s is read as a possessive: `ebays` is "eBay's".
    pub(crate) names: Spellings,
    /// The lines of `[names]`.
    listed_names: Vec<(Spanned<String>, String)>,
    /// Other words.
    pub(crate) spellings: Spellings,
    /// Events.
    pub(crate) events: Spellings,
    /// Places after an event.
    pub(crate) places: Spellings,
}

/// Runs of words, each with what readers see in their place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spellings {
    /// The other words of each run and what is shown for it, by its first word in lower case.
    by_first: HashMap<String, Vec<(Vec<String>, String)>>,
}

impl Spellings {
    /// What is shown for one word.
    pub(crate) fn get(&self, word: &str) -> Option<&str> {
        let runs = self.by_first.get(&*lower(word))?;
        runs.iter().find(|(rest, _)| rest.is_empty()).map(|(_, shown)| shown.as_str())
    }

    /// The longest run that `words` starts with: its number of words and what is shown.
    pub(crate) fn longest_run(&self, words: &[String]) -> Option<(usize, &str)> {
        let (first, words) = words.split_first()?;
        let runs = self.by_first.get(&*lower(first))?.iter();
        let fitting = runs.filter(|(rest, _)| starts(rest, words));
        let longest = fitting.max_by_key(|(rest, _)| rest.len());
        longest.map(|(rest, shown)| (rest.len() + 1, shown.as_str()))
    }

    fn insert(&mut self, words: &[String], shown: &str) {
        let mut words = words.iter().map(|word| word.to_lowercase());
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        let runs = self.by_first.entry(first).or_default();
        if runs.iter().all(|(known, _)| *known != rest) {
            runs.push((rest, shown.to_owned()));
        }
    }
}

impl Lexicon {
    /// Reads the file; every fault is reported and costs only the value that holds it.
    pub(crate) fn parse(report: &mut Reporter<'_>) -> Self {
        let document = toml_file::parse(report);
        let file = LexiconReader::new(&document, report);
        let listed_names = file.pairs("names", report);
        let usage_words = file.usage_words(report);
        Self {
            lowercase: file.words("lowercase", report),
            not_people: file.words("not_people", report),
            given_names: file.words("given_names", report),
            name_particles: file.words("name_particles", report),
            months: file.words("months", report),
            before_dates: file.words("before_dates", report),
            leftovers: file.words("leftovers", report),
            before_speakers: file.words("before_speakers", report),
            between_speakers: file.words("between_speakers", report),
            subtitles: file.phrases("subtitles", report),
            no_subtitle_after: file.words("no_subtitle_after", report),
            parts: file.words("parts", report),
            units: file.words("units", report),
            undated: file.words("undated", report),
            guesses: file.phrases("guesses", report),
            usage: file.rules("usage", &usage_words, report),
            certain: file.rules("certain", &usage_words, report),
            usage_words,
            abbreviations: file.abbreviations(report),
            fillers: file.words("fillers", report),
            kind_of: file.words("kind_of", report),
            kinds: file.kinds("kinds", report),
            likely_kinds: file.kinds("likely_kinds", report),
            names: spellings(&listed_names),
            spellings: spellings(&file.pairs("spellings", report)),
            events: spellings(&file.pairs("events", report)),
            places: spellings(&file.pairs("places", report)),
            listed_names,
        }
    }

    /// The frozen content's words, with names that tests use.
    #[cfg(test)]
    pub(crate) fn frozen() -> Self {
        let text = include_str!("../tests/fixtures/site/words.toml");
        let file = crate::input::SourceFile::new("words.toml", text);
        let mut words = Self::parse(&mut Reporter::new(&file));
        let names = [
            "AresDB",
            "Calcite",
            "Cassandra",
            "CERN",
            "DynamoDB",
            "Heron",
            "Kafka",
            "Samza",
            "Spark",
            "Twitter",
        ];
        words.add_names(names, &mut Reporter::new(&file));
        words
    }

    /// Adds names of companies or technologies, as several words and as one: `booking-com` and
    /// `bookingcom` are both "Booking.com". What `[names]` says otherwise stays; what it only
    /// repeats is reported.
    pub(crate) fn add_names<'n>(
        &mut self,
        names: impl IntoIterator<Item = &'n str>,
        report: &mut Reporter<'_>,
    ) {
        for name in names {
            // "ING (fraud detection)": the brackets explain the name.
            let name = name.split(" (").next().unwrap_or(name);
            let words: Vec<String> = split(name).iter().map(|word| word.to_lowercase()).collect();
            if words.is_empty() {
                continue;
            }
            for run in [words.as_slice(), &[words.concat()]] {
                self.names.insert(run, name);
                let text = run.join(" ");
                let repeated = |(listed, shown): &(Spanned<String>, String)| {
                    *listed.get_ref() == text && shown == name
                };
                if let Some(at) = self.listed_names.iter().position(repeated) {
                    let (listed, _) = self.listed_names.remove(at);
                    report.warn(
                        Code::ListedTwice,
                        listed.span(),
                        format!("\"{name}\" is the name of a company or a technology already"),
                        "remove the line",
                    );
                }
            }
        }
    }
}

fn spellings(pairs: &[(Spanned<String>, String)]) -> Spellings {
    let mut spellings = Spellings::default();
    for (run, shown) in pairs {
        let words: Vec<String> = run.get_ref().split(' ').map(str::to_owned).collect();
        spellings.insert(&words, shown);
    }
    spellings
}
