//! Words in the spellings that readers type: joined, hyphenated, plural, quoted, without spaces.

use catalog::{Catalog, Kind};
use explore::{Filter, Index};
use fixtures::{a_company, a_resource};

use crate::asking::Searching;

#[test]
fn one_idea_is_found_in_each_of_its_spellings() {
    let catalog = spelt(&["Real-Time Ads", "Realtime", "real time bidding", "Time is real"]);
    check_in(&catalog, "realtime", &["0", "1", "2"]);
    check_in(&catalog, "real-time", &["0", "1", "2"]);
    check_in(&catalog, "real time", &["0", "2", "1", "3"]);
    check_in(&catalog, "REAL/TIME", &["0", "1", "2"]);
    check_in(&catalog, "realti", &["1"]);
    let catalog = spelt(&["Google Cloud Pub/Sub", "E-mail at work", "Kafka and Spark", "BigQuery"]);
    check_in(&catalog, "pubsub", &["0"]);
    check_in(&catalog, "pub-sub", &["0"]);
    check_in(&catalog, "email", &["1"]);
    check_in(&catalog, "e mail", &["1"]);
    check_in(&catalog, "kafka-spark", &["2"]);
    check_in(&catalog, "big query", &["3"]);
    check_in(&catalog, "big-query", &["3"]);
    // Letters that only happen to be next to each other.
    check_in(&catalog, "dspa", &[]);
}

#[test]
fn singular_plural_and_possessive_meet() {
    let catalog = spelt(&["A pipeline", "Pipelines", "The company’s queries", "Companies", "News"]);
    check_in(&catalog, "pipelines", &["0", "1"]);
    check_in(&catalog, "pipeline", &["0", "1"]);
    check_in(&catalog, "pipeline's", &["0", "1"]);
    check_in(&catalog, "companies", &["2", "3"]);
    check_in(&catalog, "company", &["2", "3"]);
    check_in(&catalog, "companys", &["2"]);
    check_in(&catalog, "query", &["2"]);
    let catalog = spelt(&["A new index", "News", "indices", "datapipelines", "Two data pipelines"]);
    check_in(&catalog, "news", &["1"]);
    check_in(&catalog, "indexes", &["0"]);
    check_in(&catalog, "indices", &["0", "2"]);
    check_in(&catalog, "datapipeline", &["3", "4"]);
    check_in(&catalog, "data-pipeline", &["3", "4"]);
}

#[test]
fn quotes_keep_words_together_and_a_minus_excludes() {
    let catalog =
        spelt(&["Data lake on AWS", "A lake of data", "Data lakes", "Spark without Kafka"]);
    check_in(&catalog, "\"data lake\"", &["0"]);
    check_in(&catalog, "“data lake”", &["0"]);
    check_in(&catalog, "\"data lak", &["0", "2"]);
    check_in(&catalog, "data lake", &["0", "2", "1"]);
    check_in(&catalog, "data -aws", &["1", "2"]);
    check_in(&catalog, "lake −\"lake of\"", &["0", "2"]);
    check_in(&catalog, "data -lakes", &[]);
    check_in(&catalog, "-data", &["3"]);
    check_in(&catalog, "spark -kafka", &[]);
    check_in(&catalog, "data NOT aws", &["1", "2"]);
    check_in(&catalog, "aws OR spark", &["0", "3"]);
    check_in(&catalog, "data AND aws", &["0"]);
    check_in(&catalog, "data -nowhere", &["0", "1", "2"]);
    // A hyphen between spaces or inside a word excludes nothing.
    check_in(&catalog, "data - aws", &["0"]);
}

#[test]
fn a_part_of_a_run_without_spaces_is_found() {
    let catalog =
        spelt(&["百度数据平台", "データ基盤の構築", "카프카스트리밍", "Kafka平台", "ข้อมูลขนาดใหญ่"]);
    check_in(&catalog, "数据", &["0"]);
    check_in(&catalog, "平台", &["3", "0"]);
    check_in(&catalog, "数据平台", &["0"]);
    check_in(&catalog, "百度 平台", &["0"]);
    check_in(&catalog, "基盤", &["1"]);
    check_in(&catalog, "構築", &["1"]);
    check_in(&catalog, "스트리밍", &["2"]);
    check_in(&catalog, "kafka", &["3"]);
    check_in(&catalog, "ขนาด", &["4"]);
    check_in(&catalog, "平", &["3"]);
    check_in(&catalog, "据数", &[]);
}

#[test]
fn usual_words_are_not_taken_for_typos_of_others() {
    let catalog = spelt(&["Ranking at scale", "Case study", "Streaming"]);
    check_in(&catalog, "banking", &[]);
    check_in(&catalog, "rankign", &["0"]);
    check_in(&catalog, "streeming", &["2"]);
}

/// A company for each text, which is in its title.
fn spelt(titles: &[&str]) -> Catalog {
    let company = |(number, title): (usize, &&str)| {
        let mut company = a_company(&number.to_string(), "");
        company.resources = vec![a_resource((*title).to_owned(), None, Kind::Website)];
        company.resources[0].host = String::new();
        company
    };
    Catalog { companies: titles.iter().enumerate().map(company).collect(), ..Catalog::default() }
}

#[track_caller]
fn check_in(catalog: &Catalog, query: &str, expected: &[&str]) {
    let filter = Filter { query: query.to_owned(), ..Filter::default() };
    let results = Searching::new(&Index::new(catalog)).results(&filter);
    let slugs: Vec<&str> = results.iter().map(|hit| hit.company.slug.as_str()).collect();
    assert_eq!(slugs, expected, "{query}");
}
