//! Readers' questions, answered from a frozen copy of the book's chapter. The answers were read in
//! the chapter by hand.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::Path;

use catalog::Catalog;
use compiler::{SourceFile, compile, read_site};
use explore::{Change, Filter, Index, Question};

fn chapter() -> Catalog {
    let content =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/compiler/tests/fixtures/site");
    let read =
        |name: &str| fs::read_to_string(content.join(name)).map(|text| SourceFile::new(name, text));
    let compilation = compile(&read_site(read).unwrap());
    compilation.catalog
}

#[track_caller]
fn check(catalog: &Catalog, query: &str, expected: &[&str]) {
    let index = Index::new(catalog);
    let filter = index.check(&Filter::from_query_string(query));
    let hits = index.results(&Question::without_text(&filter));
    let names: Vec<_> = hits.iter().map(|hit| hit.company.name.as_str()).collect();
    assert_eq!(names, expected, "{query}");
}

#[test]
fn who_runs_kafka_with_what() {
    let catalog = chapter();
    check(&catalog, "tech=kafka&tech=spark", &["Booking.com", "Expedia", "Netflix"]);
    check(
        &catalog,
        "tech=kafka&role=stream-processing",
        &["Booking.com", "Expedia", "LinkedIn", "Netflix", "Pinterest", "Twitter"],
    );
    check(&catalog, "tech=kafka&tech=flink", &[]);
}

#[test]
fn kafka_with_flink_is_nobody_and_says_why() {
    let catalog = chapter();
    let index = Index::new(&catalog);
    let filter = index.check(&Filter::from_query_string("tech=kafka&tech=flink"));
    let question = Question::without_text(&filter);
    let alone: Vec<usize> =
        index.alone(&question).into_iter().map(|(_, count)| count.total()).collect();
    assert_eq!(alone, [3, 7], "Flink, Kafka");
    let offers = index.alternatives(&question);
    let offers: Vec<_> = offers
        .iter()
        .map(|offer| match &offer.change {
            Change::Without(_) => (offer.filter.to_query_string(), offer.count.total()),
            Change::Instead { of, use_ } => (format!("{use_} for {of}"), offer.count.total()),
        })
        .collect();
    let offers: Vec<_> = offers.iter().map(|(text, count)| (text.as_str(), *count)).collect();
    assert_eq!(
        offers,
        [
            ("tech=kafka", 7),
            ("tech=flink", 3),
            ("spark for flink", 3),
            ("hadoop for flink", 3),
            ("spark for kafka", 1),
            ("aws for kafka", 1),
        ]
    );
}
