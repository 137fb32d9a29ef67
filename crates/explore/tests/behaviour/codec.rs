//! The query string: every filter round-trips, garbage does no harm.

use crate::random;
use catalog::{Kind, Role};
use explore::MAX_QUERY_LENGTH;
use explore::{EvidenceFloor, Filter, Match, Sort, YearRange};
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
    check("utm_source=x&tech=Kafka&tech=a--b&role=chef&kind=&evidence=weak&Q=x&=&&", "");
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
