//! Reads `words.toml`: how words of addresses are written in titles, and the English words by
//! which names, dates and guesses are recognised.

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use catalog::Kind;
use toml::Spanned;
use toml::de::DeTable;

use crate::diagnostic::Reporter;
use crate::hosts::{LINKED_KINDS, linked_kinds};
use crate::keys::{Key, Table, Value};
use crate::slug_words::split;
use crate::token::tokens;
use crate::toml_file::{self, Entry};
use crate::usage::{Rule, UsageWords};

/// Keys of the file.
pub(crate) const FILE: Table = Table(&[
    Key::optional("lowercase", Value::Texts, "Words that stay lower-case inside a title."),
    Key::optional(
        "subtitles",
        Value::Texts,
        "Words that start a subtitle: a colon is put before them.",
    ),
    Key::optional("no_subtitle_after", Value::Texts, "Words after which no subtitle starts."),
    Key::optional(
        "parts",
        Value::Texts,
        "Words before a part number at the end of a title: part-2 becomes \"(Part 2)\".",
    ),
    Key::optional(
        "units",
        Value::Texts,
        "Units that addresses join to a number: 300tb becomes \"300 TB\".",
    ),
    Key::optional(
        "before_speakers",
        Value::Texts,
        "Words before the names of speakers at the end of an address.",
    ),
    Key::optional("between_speakers", Value::Texts, "Words between the names of two speakers."),
    Key::optional(
        "not_people",
        Value::Texts,
        "Common words of titles. A run of words that contains one is not taken for a person's name.",
    ),
    Key::optional(
        "undated",
        Value::Texts,
        "Words next to a year that is a subject or a version, not a publication date.",
    ),
    Key::optional("guesses", Value::Texts, "Phrases that mark a sentence as a guess."),
    Key::optional(
        "abbreviations",
        Value::Texts,
        "Abbreviations whose full stop does not end a sentence.",
    ),
    Key::optional(
        "usage",
        Value::Texts,
        "Rules for what the words around a name say about its use: \"no longer use {past}\".",
    ),
    Key::optional(
        "certain",
        Value::Texts,
        "Rules for the words that show that an English word is meant as a name.",
    ),
    Key::optional(
        "usage_words",
        Value::TextTable,
        "Words that rules share, by the name under which they write them: <use>.",
    ),
    Key::optional(
        "given_names",
        Value::Texts,
        "First names. A run of words is a person's name only if it begins with one.",
    ),
    Key::optional(
        "name_particles",
        Value::Texts,
        "Words that stay lower-case inside a person's name.",
    ),
    Key::optional("months", Value::Texts, "Months, whole and short."),
    Key::optional(
        "before_dates",
        Value::Texts,
        "Words before a date that would be left hanging without it.",
    ),
    Key::optional(
        "leftovers",
        Value::Texts,
        "Words at the end of a file's name that say nothing: final, draft, copy.",
    ),
    Key::optional(
        "fillers",
        Value::Texts,
        "Words for a link that say nothing of what it leads to: here, the, on.",
    ),
    Key::optional(
        "kind_of",
        Value::Texts,
        "Words behind a kind that say what it is of: slides of our talk.",
    ),
    Key::optional(
        "kinds",
        Value::TextTable,
        "Words for a link that say what it leads to, each with the kind.",
    ),
    Key::optional(
        "likely_kinds",
        Value::TextTable,
        "The same, for words that count where the address does not say better.",
    ),
    Key::optional(
        "names",
        Value::TextTable,
        "Names that are neither a company's nor in technologies.toml, with their spelling in titles.",
    ),
    Key::optional(
        "spellings",
        Value::TextTable,
        "Other words and phrases with their spelling in titles; the longest match wins.",
    ),
    Key::optional("events", Value::TextTable, "Events, with their spelling in titles."),
    Key::optional(
        "places",
        Value::TextTable,
        "Places of events as addresses write them after the event, also with a year: sf18.",
    ),
]);

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
    pub(crate) usage: Vec<Rule>,
    /// Words that show that an English word is meant as a name.
    pub(crate) certain: Vec<Rule>,
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

/// Words in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordList(HashSet<String>);

impl WordList {
    /// Whether the list holds a word, in any case.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.contains(&word.to_lowercase())
    }
}

/// Runs of one or more words in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases(Vec<Vec<String>>);

impl Phrases {
    /// Whether `words` starts with one of the phrases, in any case.
    pub(crate) fn starts<W: AsRef<str>>(&self, words: &[W]) -> bool {
        self.0.iter().any(|phrase| {
            phrase.len() <= words.len()
                && phrase
                    .iter()
                    .zip(words)
                    .all(|(wanted, word)| *wanted == word.as_ref().to_lowercase())
        })
    }
}

/// Runs of words, each with what readers see in their place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spellings {
    /// By the words in lower case, joined by blanks.
    shown: HashMap<String, String>,
    /// Words of the longest run.
    longest: usize,
}

impl Spellings {
    /// What is shown for one word.
    pub(crate) fn get(&self, word: &str) -> Option<&str> {
        self.shown.get(&word.to_lowercase()).map(String::as_str)
    }

    /// The longest run that `words` starts with: its number of words and what is shown.
    pub(crate) fn longest_run(&self, words: &[String]) -> Option<(usize, &str)> {
        (1..=self.longest.min(words.len())).rev().find_map(|count| {
            let shown = self.shown.get(&joined(&words[..count]))?;
            Some((count, shown.as_str()))
        })
    }

    fn insert(&mut self, words: &[String], shown: &str) {
        self.longest = self.longest.max(words.len());
        self.shown.entry(joined(words)).or_insert_with(|| shown.to_owned());
    }
}

/// Runs of words, each with the kind of material that it names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kinds(Vec<(Vec<String>, Kind)>);

impl Kinds {
    /// The longest run that `words`, in lower case, start with: its number of words and its kind.
    pub(crate) fn longest_run<W: AsRef<str>>(&self, words: &[W]) -> Option<(usize, Kind)> {
        let starts = |run: &[String]| {
            run.len() <= words.len()
                && run.iter().zip(words).all(|(one, word)| one == word.as_ref())
        };
        let fitting = self.0.iter().filter(|(run, _)| starts(run));
        fitting.map(|(run, kind)| (run.len(), *kind)).max_by_key(|&(count, _)| count)
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
                let repeated = |(listed, shown): &(Spanned<String>, String)| {
                    *listed.get_ref() == joined(run) && shown == name
                };
                if let Some(at) = self.listed_names.iter().position(repeated) {
                    let (listed, _) = self.listed_names.remove(at);
                    report.warn(
                        listed.span(),
                        format!("\"{name}\" is the name of a company or a technology already"),
                        "remove the line",
                    );
                }
            }
        }
    }
}

/// Reads the file into a [`Lexicon`].
struct LexiconReader<'t> {
    top: Entry<'t>,
}

impl<'t> LexiconReader<'t> {
    fn new(document: &'t DeTable<'t>, report: &mut Reporter<'_>) -> Self {
        let top = Entry::file(document, &FILE);
        top.check_keys(report);
        Self { top }
    }

    /// Single words of addresses.
    fn words(&self, key: &str, report: &mut Reporter<'_>) -> WordList {
        let list = self.list(key, split, report);
        WordList(
            list.into_iter()
                .filter_map(|(text, words)| single(key, &text, words, report))
                .collect(),
        )
    }

    /// Words whose full stop ends no sentence, with the stops inside: "e.g".
    fn abbreviations(&self, report: &mut Reporter<'_>) -> WordList {
        let words_of = |text: &str| {
            let word: String = text.split([' ', '(']).collect();
            vec![word.trim_end_matches('.').to_owned()]
        };
        let list = self.list("abbreviations", words_of, report);
        WordList(list.into_iter().flat_map(|(_, words)| words).collect())
    }

    /// Runs of words of a text.
    fn phrases(&self, key: &str, report: &mut Reporter<'_>) -> Phrases {
        let words_of = |text: &str| tokens(text).into_iter().map(|token| token.key).collect();
        Phrases(self.list(key, words_of, report).into_iter().map(|(_, words)| words).collect())
    }

    /// Runs of words with the kinds that they name.
    fn kinds(&self, key: &str, report: &mut Reporter<'_>) -> Kinds {
        let Some(table) = self.top.entry(key, report) else { return Kinds::default() };
        let mut kinds = Vec::new();
        for (run, kind) in table.pairs(report) {
            let words = |text: &str| tokens(text).into_iter().map(|token| token.key).collect();
            let Some(words) = matchable(&run, words, report) else { continue };
            match LINKED_KINDS.iter().find(|known| known.as_str() == kind.get_ref()) {
                Some(&kind) => kinds.push((words, kind)),
                None => report.unknown(
                    &kind,
                    "kind",
                    LINKED_KINDS.iter().map(|kind| kind.as_str()),
                    &format!("use one of: {}", linked_kinds().join(", ")),
                ),
            }
        }
        Kinds(kinds)
    }

    /// Words that rules share, by name.
    fn usage_words(&self, report: &mut Reporter<'_>) -> UsageWords {
        let Some(table) = self.top.entry("usage_words", report) else {
            return UsageWords::default();
        };
        let groups = table.pairs(report).into_iter().map(|(name, words)| {
            let words = words.get_ref().split_whitespace().map(str::to_lowercase).collect();
            (name.into_inner(), words)
        });
        UsageWords { groups: groups.collect() }
    }

    /// Rules about the words around names.
    fn rules(&self, key: &str, words: &UsageWords, report: &mut Reporter<'_>) -> Vec<Rule> {
        let mut rules = Vec::new();
        for text in self.top.texts(key, report) {
            match Rule::parse(text.get_ref(), words) {
                Ok(rule) if rules.contains(&rule) => {
                    let message = format!("\"{}\" is listed twice in {key}", text.get_ref());
                    report.warn(text.span(), message, "remove one of the two");
                }
                Ok(rule) => rules.push(rule),
                Err(error) => report.error(
                    text.span(),
                    format!("\"{}\" is no rule: {error}", text.get_ref()),
                    error.cure(),
                ),
            }
        }
        rules
    }

    /// The texts under `key` with their words, each text once.
    fn list(
        &self,
        key: &str,
        words_of: impl Fn(&str) -> Vec<String>,
        report: &mut Reporter<'_>,
    ) -> Vec<(Spanned<String>, Vec<String>)> {
        let mut seen = HashSet::new();
        let mut list = Vec::new();
        for text in self.top.texts(key, report) {
            let Some(words) = matchable(&text, &words_of, report) else { continue };
            if seen.insert(text.get_ref().clone()) {
                list.push((text, words));
            } else {
                let message = format!("\"{}\" is listed twice in {key}", text.get_ref());
                report.warn(text.span(), message, "remove one of the two");
            }
        }
        list
    }

    /// The lines of the table under `key` that can match.
    fn pairs(&self, key: &str, report: &mut Reporter<'_>) -> Vec<(Spanned<String>, String)> {
        let Some(table) = self.top.entry(key, report) else { return Vec::new() };
        let mut pairs = Vec::new();
        for (run, shown) in table.pairs(report) {
            if matchable(&run, split, report).is_none() {
                continue;
            }
            if shown.get_ref().is_empty() {
                let message = format!("\"{}\" in [{key}] has an empty spelling", run.get_ref());
                report.error(shown.span(), message, "write what readers see, or remove the line");
                continue;
            }
            pairs.push((run, shown.into_inner()));
        }
        pairs
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

/// The words of a text, if they can be found: they are compared in lower case, single blanks
/// between them.
fn matchable(
    text: &Spanned<String>,
    words_of: impl Fn(&str) -> Vec<String>,
    report: &mut Reporter<'_>,
) -> Option<Vec<String>> {
    let words: Vec<String> =
        words_of(text.get_ref()).iter().map(|word| word.to_lowercase()).collect();
    let found = words.join(" ");
    if !found.is_empty() && found == *text.get_ref() {
        return Some(words);
    }
    let cure = if found.is_empty() {
        "write a word, or remove it".to_owned()
    } else {
        format!("write \"{found}\"")
    };
    report.error(
        text.span(),
        format!("\"{}\" can never match: it is compared with words in lower case", text.get_ref()),
        cure,
    );
    None
}

/// The one word of a list of single words.
fn single(
    key: &str,
    text: &Spanned<String>,
    mut words: Vec<String>,
    report: &mut Reporter<'_>,
) -> Option<String> {
    let word = words.pop();
    if words.is_empty() {
        return word;
    }
    report.error(
        text.span(),
        format!("\"{}\" can never match: {key} holds single words", text.get_ref()),
        "list each word on its own",
    );
    None
}

fn joined(words: &[String]) -> String {
    words.iter().map(|word| word.to_lowercase()).collect::<Vec<_>>().join(" ")
}
