//! What the parser hands to tagging; what readers see is tested from outside, in `tests/it`.

use std::collections::BTreeMap;

use catalog::EvidenceSource;

use super::parse;
use crate::diagnostic::Reporter;
use crate::input::SourceFile;
use crate::metadata::shapes::{ChapterLayout, Guesses, PodcastWords};
use crate::words::Lexicon;

/// Passages as `source [line line]: text`.
#[track_caller]
fn check(section: &str, expected: &[&str]) {
    let text = format!("### Data Science at Acme\n\n{section}\n");
    let file = SourceFile::new("chapter.md", text);
    let beginnings = vec!["Data Science at".to_owned()];
    let guesses = Guesses { beginnings, ..Guesses::default() };
    let podcasts =
        PodcastWords { heads: vec!["Podcast Episode".to_owned()], ..PodcastWords::default() };
    let lexicon = Lexicon::frozen();
    let layout = ChapterLayout {
        shape: None,
        lexicon: &lexicon,
        base: None,
        guesses: &guesses,
        podcasts: &podcasts,
    };
    let companies = parse(layout, &mut BTreeMap::new(), &mut Reporter::new(&file));
    let found: Vec<String> = companies[0]
        .passages
        .iter()
        .map(|passage| {
            let source = match passage.source {
                EvidenceSource::Label(index) => format!("label {index}"),
                EvidenceSource::Podcast(index) => format!("podcast {index}"),
                _ => "prose".to_owned(),
            };
            let lines: Vec<u32> = passage.lines.iter().map(|&(_, line)| line).collect();
            format!("{source} {lines:?}: {}", passage.text)
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn prose_keeps_its_lines() {
    check("one\ntwo **three**\n\n#### four", &["prose [3, 4]: one two three", "prose [6]: four"]);
}

#[test]
fn labels_are_told_from_prose() {
    check(
        "Good wiki. Druid Wiki:\n<https://a.example/>\n\nSlides:\n\n<https://b.example/>",
        &["label 0 [3]: Druid Wiki", "prose [3]: Good wiki.", "prose [6]: Slides:"],
    );
}

#[test]
fn the_words_of_a_link_are_prose_inside_a_sentence_and_a_label_alone() {
    check("We run [Kafka](https://a.example/).", &["prose [3]: We run Kafka."]);
    check("[Kafka\ntalk](https://a.example/)", &["label 0 [3, 4]: Kafka talk"]);
}

#[test]
fn podcasts_captions_and_lists_speak_too() {
    check(
        "| Podcast Episode: #001 Title\n|---|\n| one\n| two\n\n![Old\nPipeline[]{label=\"x\"}](/a.jpg)\n\n- Kafka",
        &[
            "podcast 0 [3]: Title",
            "podcast 0 [5, 6]: one two",
            "prose [8, 9]: Old Pipeline",
            "prose [11]: Kafka",
        ],
    );
}

#[test]
fn words_carried_into_the_next_paragraph_keep_their_line() {
    check(
        "Channel:\n[https://a.example/ talk at](https://a.example/ talk at)\n\nthe summit:\n<https://b.example/>",
        &["label 0 [3]: Channel", "label 1 [4, 6]: talk at the summit"],
    );
}

#[test]
fn addresses_without_words_say_nothing() {
    check("<https://kafka.example/>\n\n[](https://spark.example/)", &[]);
}
