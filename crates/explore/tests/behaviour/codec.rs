//! The query string: every filter round-trips, garbage does no harm.

use crate::random;
use catalog::{Kind, Role};
use explore::MAX_QUERY_LENGTH;
use explore::{EvidenceFloor, Filter, Index, Match, Sort, YearRange};
use proptest::prelude::*;

fn typed() -> impl Strategy<Value = String> {
    let kept = any::<char>().prop_filter("no text box holds it", |c| {
        !c.is_control() && *c != char::REPLACEMENT_CHARACTER
    });
    prop_oneof![
        proptest::collection::vec(kept, 0..MAX_QUERY_LENGTH).prop_map(String::from_iter),
        "[ a-z&=+%#?]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn every_filter_round_trips(filter in random::filter(typed())) {
        let text = filter.to_query_string();
        prop_assert!(text.is_ascii());
        prop_assert_eq!(Filter::from_query_string(&text), filter.clone());
        prop_assert_eq!(Filter::from_query_string(&format!("?{text}")), filter);
    }

    #[test]
    fn every_key_that_is_written_is_a_known_one(filter in random::filter(typed())) {
        for key in keys(&filter.to_query_string()) {
            prop_assert!(Filter::KEYS.contains(&key), "{key}");
        }
    }

    #[test]
    fn garbage_settles_at_once(text in prop_oneof![
        any::<String>(),
        "(q|tech|match|role|kind|industry|evidence|from|to|sort|x)?(=|&|%|\\+|%[0-9a-fA-F]{2}|any|storage|kafka|2016|\\x00){0,30}",
    ]) {
        let filter = Filter::from_query_string(&text);
        let written = filter.to_query_string();
        prop_assert_eq!(Filter::from_query_string(&written), filter.clone());
        prop_assert_eq!(Filter::from_query_string(&written).to_query_string(), written);
    }
}

#[track_caller]
fn check(text: &str, canonical: &str) {
    assert_eq!(Filter::from_query_string(text).to_query_string(), canonical);
}

/// The keys of a query string, in its order.
fn keys(text: &str) -> Vec<&str> {
    text.split('&').filter_map(|pair| Some(pair.split_once('=')?.0)).collect()
}

/// Nothing is at its default.
fn whole_filter() -> Filter {
    Filter {
        query: "streaming".to_owned(),
        technologies: ["spark", "kafka"].map(fixtures::slug).into(),
        match_mode: Match::Any,
        roles: [Role::Storage].into(),
        kinds: [Kind::Podcast].into(),
        industries: [fixtures::slug("travel")].into(),
        evidence: EvidenceFloor::Strong,
        years: YearRange { from: Some(2016), to: Some(2018) },
        sort: Sort::Name,
    }
}

#[test]
fn every_known_key_is_written_in_its_place() {
    let text = whole_filter().to_query_string();
    let mut written = keys(&text);
    written.dedup();
    assert_eq!(written, Filter::KEYS);
}

#[test]
fn the_whole_filter_is_written_in_canonical_order() {
    assert_eq!(
        whole_filter().to_query_string(),
        "q=streaming&tech=kafka&tech=spark&match=any&role=storage&kind=podcast&industry=travel\
         &evidence=strong&from=2016&to=2018&sort=name"
    );
}

#[test]
fn defaults_are_left_out() {
    check("match=all&evidence=any&sort=relevance&q=", "");
    check("?", "");
}

#[test]
fn order_and_repetition_do_not_matter() {
    check("sort=name&tech=spark&tech=kafka&tech=spark", "tech=kafka&tech=spark&sort=name");
}

#[test]
fn the_last_known_of_a_single_value_counts() {
    check("sort=name&sort=material&sort=sideways", "sort=material");
    check("q=a&q=b", "q=b");
    check("match=any&match=all", "");
}

#[test]
fn years_are_whole_and_stand_the_right_way_round() {
    check("from=2018&to=2016", "from=2016&to=2018");
    check("from=2016", "from=2016");
    check("from=20160101&to=soon", "");
    check("from=-1&to=1e3&from=99999999999", "");
}

#[test]
fn unknown_keys_and_values_are_dropped() {
    check("utm_source=x&tech=!&role=chef&kind=&evidence=weak&tool=x&=&&", "");
}

#[test]
fn what_is_typed_stays_as_typed() {
    assert_eq!(Filter::from_query_string("q=+spark++").query, " spark  ");
    assert_eq!(Filter::from_query_string("q=c%2B%2B%26").query, "c++&");
    check("q=Z%c3%bcrich", "q=Z%C3%BCrich");
}

#[test]
fn what_no_text_box_holds_is_dropped() {
    for (text, query) in [
        ("q=%", "%"),
        ("q=%E0%A4", ""),
        ("q=a%00b", "ab"),
        ("q=a%0D%0Ab", "a  b"),
        ("q=%ED%A0%80x", "x"),
        ("q=%FFx", "x"),
    ] {
        assert_eq!(Filter::from_query_string(text).query, query, "{text}");
    }
}

#[test]
fn a_long_search_text_is_cut_between_characters() {
    let filter = Filter::from_query_string(&format!("q={}", "ö".repeat(10_000)));
    assert_eq!(filter.query, "ö".repeat(MAX_QUERY_LENGTH));
}

#[test]
fn case_commas_and_labels_are_understood() {
    check("tech=Kafka,SPARK, flink", "tech=flink&tech=kafka&tech=spark");
    check("TECH=kafka%2Cspark&Q=x", "q=x&tech=kafka&tech=spark");
    check(
        "role=Storage,Stream+Processing,OLAP+%26+query",
        "role=stream-processing&role=storage&role=olap-query",
    );
    check("kind=PODCAST,Case+Study,Talk+or+video", "kind=podcast&kind=video&kind=case-study");
    check("industry=Streaming+%26+Media", "industry=streaming-media");
    check(
        "match=ANY&evidence=Strong&sort=Newest&from=+2016+",
        "match=any&evidence=strong&from=2016&sort=newest",
    );
    check("tech=Caf%C3%A9+X", "tech=cafe-x");
    check("q=a,b", "q=a%2Cb");
}

/// Checks what is not understood, as `key=value`.
#[track_caller]
fn check_unknown(text: &str, expected: &[&str]) {
    let (_, unknown) = Filter::read(text);
    let unknown: Vec<_> = unknown.iter().map(|u| format!("{}={}", u.key, u.value)).collect();
    assert_eq!(unknown, expected, "{text}");
}

#[test]
fn what_is_not_understood_is_named_once() {
    check_unknown(
        "role=chef&kind=Cake,podcast&sort=sideways",
        &["role=chef", "kind=Cake", "sort=sideways"],
    );
    check_unknown(
        "from=soon&to=1e3&match=some&evidence=weak",
        &["from=soon", "to=1e3", "match=some", "evidence=weak"],
    );
    check_unknown("role=chef,chef&role=chef", &["role=chef"]);
    check_unknown("technology=kafka&Roles=storage", &["technology=kafka", "roles=storage"]);
    check_unknown("tech=!&industry=%3F", &["tech=!", "industry=?"]);
    check_unknown("q=chef&tech=kafka&sort=name&role=,&=x", &[]);
    check_unknown("utm_source=x&fbclid=y&page=2", &[]);
}

#[test]
fn the_values_that_are_not_understood_are_few() {
    let text: Vec<_> = (0..1000).map(|number| format!("role=chef{number}")).collect();
    assert_eq!(Filter::read(&text.join("&")).1.iter().count(), 8);
}

#[test]
fn a_name_that_the_catalogue_has_is_understood_and_another_is_named() {
    let mut catalog = fixtures::a_catalog(&["kafka", "pubsub"], &[]);
    catalog.technologies[0].name = "Apache Kafka".to_owned();
    catalog.technologies[1].aliases = vec!["Cloud Pub/Sub".to_owned()];
    let index = Index::new(&catalog);
    for (text, known, expected) in [
        ("tech=Apache+Kafka", "tech=kafka", vec![]),
        ("tech=cloud+pub/sub,KAFKA", "tech=kafka&tech=pubsub", vec![]),
        ("tech=kafka,nope&industry=mining", "tech=kafka", vec!["tech=nope", "industry=mining"]),
        ("tech=nope&role=chef", "", vec!["role=chef", "tech=nope"]),
    ] {
        let (filter, unknown) = index.read(text);
        assert_eq!(filter.to_query_string(), known, "{text}");
        let unknown: Vec<_> = unknown.iter().map(|u| format!("{}={}", u.key, u.value)).collect();
        assert_eq!(unknown, expected, "{text}");
        assert!(index.read(&filter.to_query_string()).1.is_empty(), "{text}");
    }
}

#[test]
fn a_text_of_signs_is_no_criterion() {
    for text in ["!!!", " – ", "🦀", "\"\"", "-", "...", "。"] {
        let filter = Filter { query: text.to_owned(), ..Filter::default() };
        assert!(filter.has_only_signs() && filter.criteria().is_empty(), "{text}");
        assert!(filter.criteria().is_empty(), "{text}");
    }
    for text in ["", "  ", "c++", "!a", "百", "½", "-kafka"] {
        let filter = Filter { query: text.to_owned(), ..Filter::default() };
        assert!(!filter.has_only_signs(), "{text}");
        assert_eq!(filter.has_query(), !text.trim().is_empty(), "{text}");
    }
}
