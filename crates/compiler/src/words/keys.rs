//! The keys of `words.toml`.

use crate::keys::{Key, Table, Value};

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
