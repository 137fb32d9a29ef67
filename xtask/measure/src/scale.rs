//! How long the questions of a reader take.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use explore::{Filter, Index, Question, Search};

use crate::clock::timed;
use crate::content;

/// Filters whose results and counts are measured; the first is the whole catalogue.
const FILTERS: &[(&str, &str)] = &[
    ("all", ""),
    ("one technology", "tech=kafka"),
    ("any of two", "tech=kafka&tech=spark&match=any"),
    ("strong, a role, years", "role=storage&evidence=strong&from=2016&to=2020"),
];

/// Search texts.
const TEXTS: &[(&str, &str)] = &[
    ("exact", "kafka"),
    ("prefix", "kaf"),
    ("one letter", "k"),
    ("typo", "kafak"),
    ("two words", "counting orders"),
    ("nonsense", "xyzzyx"),
];

/// Questions in words.
const QUESTIONS: &[&str] = &["who uses kafka with spark", "newest kafka talk"];

/// Every question is asked so often.
const RUNS: usize = 21;

/// Prints a row for each question, with a median and a 95th percentile for each size.
///
/// # Errors
/// When the vocabulary cannot be read.
pub(crate) fn measure(folder: &Path, sizes: &[usize]) -> Result<()> {
    println!("| question | companies | p50, µs | p95, µs |");
    println!("|---|---:|---:|---:|");
    for &companies in sizes {
        let catalog = compiler::compile(&content(folder, companies)?).catalog;
        let row = |name: &str, runs: usize, ask: &mut dyn FnMut()| {
            let times: Vec<Duration> = (0..runs).map(|_| timed(&mut *ask).1.processor).collect();
            let (median, high) = quantiles(times);
            println!("| {name} | {companies} | {} | {} |", median.as_micros(), high.as_micros());
        };
        row("index", 5, &mut || drop(Index::new(&catalog)));
        let index = Index::new(&catalog);
        for (name, query) in FILTERS {
            let filter = index.check(&Filter::from_query_string(query));
            let question = Question::without_text(&filter);
            row(&format!("results: {name}"), RUNS, &mut || drop(index.results(&question)));
            row(&format!("counts: {name}"), RUNS, &mut || drop(index.facets(&question)));
        }
        row("search: index of words", 3, &mut || {
            drop(Search::new(&index).answer("who uses"));
            let filter = index.check(&Filter::from_query_string("q=k"));
            drop(Question::new(&filter, &Search::new(&index)));
        });
        let search = Search::new(&index);
        for (name, text) in TEXTS {
            let filter = index.check(&Filter { query: (*text).to_owned(), ..Filter::default() });
            // The first search makes the index of words.
            drop(Question::new(&filter, &search));
            row(&format!("search: {name}"), RUNS, &mut || drop(Question::new(&filter, &search)));
            let question = Question::new(&filter, &search);
            row(&format!("search and results: {name}"), RUNS, &mut || {
                drop(index.results(&question));
            });
        }
        for text in ["ka", "counting orders"] {
            drop(search.suggest(text, 4));
            row(&format!("suggestions: {text}"), RUNS, &mut || drop(search.suggest(text, 4)));
        }
        for text in QUESTIONS {
            row(&format!("answer: {text}"), RUNS, &mut || drop(search.answer(text)));
        }
    }
    Ok(())
}

fn quantiles(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |percent: usize| times[((times.len() - 1) * percent).div_ceil(100)];
    (at(50), at(95))
}
