//! What may have been meant by a text that finds nothing.

use std::collections::BTreeSet;

use crate::asking::{Searching, results};
use crate::random;
use crate::searching::{edits, texts, words};
use crate::suggesting::a_catalog;
use catalog::{Catalog, Company, Kind, Podcast, Resource};
use explore::{Filter, Index, Search};
use proptest::prelude::*;
use proptest::sample::select;

/// Words that no text has, some of them near to one that is there, among words that are there.
fn misspelt() -> impl Strategy<Value = String> {
    const TYPED: &[&str] = &[
        "kavca", "Kfka", "sprak", "spork", "sparkkk", "zurhic", "zzz", "nteflx", "qqqqqq", "kafka",
        "the", "boooking", "strasze", "x", "indutsri", "xa", "d++",
    ];
    proptest::collection::vec(select(TYPED), 0..4).prop_map(|words| words.join("  "))
}

fn everything(catalog: &Catalog, company: &Company) -> Vec<String> {
    texts(catalog, company).iter().flat_map(|text| words(text)).collect()
}

/// The words of a company's names and titles.
fn named(catalog: &Catalog, company: &Company) -> Vec<String> {
    let without_texts = Company {
        body: vec![],
        industry: None,
        podcasts: company
            .podcasts
            .iter()
            .cloned()
            .map(|p| Podcast { blurb: String::new(), ..p })
            .collect(),
        resources: company
            .resources
            .iter()
            .cloned()
            .map(|r| Resource { host: String::new(), ..r })
            .collect(),
        ..company.clone()
    };
    everything(catalog, &without_texts)
}

fn are_near(typed: &str, word: &str, is_named: bool) -> bool {
    let letters: [Vec<char>; 2] = [typed, word].map(|word| word.chars().collect());
    let most = match letters[0].len() {
        _ if typed == "the" => return false,
        0..3 => return false,
        3..5 if !is_named || letters[0][0] != letters[1][0] => return false,
        3..5 => 1,
        _ => 2,
    };
    letters[0].len().abs_diff(letters[1].len()) <= most && edits(&letters[0], &letters[1]) <= most
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_meant_finds_more_than_what_was_typed(
        catalog in fixtures::catalog(12), filter in random::filter(misspelt()),
    ) {
        let index = Index::new(&catalog);
        let filter = index.check(&filter);
        let searching = Searching::new(&index);
        let finds = |query: &str| {
            searching.count(&Filter { query: query.to_owned(), ..(*filter).clone() })
        };
        let without_text = Filter { query: String::new(), ..(*filter).clone() };
        let there: Vec<Vec<String>> = results(&index, &without_text).iter()
            .map(|hit| everything(&catalog, hit.company))
            .collect();
        let named: BTreeSet<String> =
            catalog.companies.iter().flat_map(|company| named(&catalog, company)).collect();
        let unfiltered = |query: &str| {
            searching.count(&Filter { query: query.to_owned(), ..Filter::default() })
        };
        let typed = words(&filter.query);
        let (known, unknown): (Vec<&String>, Vec<&String>) =
            typed.iter().partition(|word| unfiltered(word) > 0);
        let meant = searching.search.did_you_mean(&filter);
        if let Some(meant) = &meant {
            prop_assert_eq!(finds(&filter.query), 0);
            prop_assert!(finds(meant) > 0, "{} for {}", meant, filter.query);
            let meant = words(meant);
            prop_assert_eq!(meant.len(), typed.len());
            for (meant, typed) in meant.iter().zip(&typed) {
                prop_assert!(
                    if known.contains(&typed) { meant == typed } else { are_near(typed, meant, true) },
                    "{} for {}", meant, typed
                );
            }
        }
        prop_assert!(meant.is_none() || !unknown.is_empty());
        // With one unknown word there is one choice: the naive way tries every word there is.
        if let [unknown] = unknown[..] {
            let is_possible = there.iter().flatten().any(|word| {
                are_near(unknown, word, named.contains(word))
                    && finds(&typed.join(" ").replace(unknown.as_str(), word)) > 0
            });
            prop_assert_eq!(meant.is_some(), is_possible, "{} for {}", unknown, filter.query);
        }
    }
}

#[track_caller]
fn check_meant(query: &str, expected: Option<&str>) {
    let catalog = a_catalog();
    let filter = Filter { query: query.to_owned(), ..Filter::default() };
    let index = Index::new(&catalog);
    let meant = Search::new(&index).did_you_mean(&index.check(&filter));
    assert_eq!(meant.as_deref(), expected, "{query}");
}

#[test]
fn a_word_that_is_nowhere_becomes_the_nearest_one() {
    check_meant("kavca", Some("Kafka"));
    check_meant(" (kavca) uber ", Some("(Kafka) uber"));
    check_meant("ubr", Some("Uber"));
    check_meant("untilted wyki kavca", Some("untilted wiki Kafka"));
}

#[test]
fn a_word_that_is_spelt_right_is_not_corrected() {
    // One letter from Uber, from Wiki and from Kayak.
    for word in ["user", "wife", "who", "café", "kayaks"] {
        check_meant(word, None);
    }
    check_meant("who uses kavca", None);
    // One letter from "the", which no name has.
    check_meant("thi", None);
}

#[test]
fn what_is_known_or_far_is_left_alone() {
    check_meant("", None);
    check_meant("kafka", None);
    // The search forgives this one itself.
    check_meant("kafak", None);
    check_meant("kayak uber", None);
    check_meant("qqqqq", None);
    check_meant("ub qx", None);
    // Kayak is near, but not together with Uber.
    check_meant("kajax uber", None);
}

#[test]
fn a_correction_has_to_find_a_company_that_passes_the_rest_of_the_filter() {
    let catalog = a_catalog();
    let filter =
        Filter { query: "kavca".to_owned(), kinds: [Kind::Podcast].into(), ..Filter::default() };
    let index = Index::new(&catalog);
    assert_eq!(Search::new(&index).did_you_mean(&index.check(&filter)), None);
}

/// Checks what is offered for a text that finds nothing, as the query string with its count.
#[track_caller]
fn check_near(query: &str, expected: &[(&str, usize)]) {
    let mut catalog = a_catalog();
    catalog.companies[2].podcasts = vec![fixtures::a_podcast("Rides".to_owned(), String::new())];
    let index = Index::new(&catalog);
    let searching = Searching::new(&index);
    let filter = index.check(&Filter { query: query.to_owned(), ..Filter::default() });
    let near = searching.search.near_texts(&filter);
    for offer in &near {
        assert_eq!(searching.count(&offer.filter), offer.count, "{offer:?}");
    }
    let near = near.iter().map(|near| (near.filter.to_query_string(), near.count));
    let expected = expected.iter().map(|(text, count)| ((*text).to_owned(), *count));
    assert_eq!(near.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{query}");
}

#[test]
fn each_word_is_dropped_where_that_finds_a_company() {
    check_near("kayak uber", &[("q=uber", 1), ("q=kayak", 1)]);
    check_near("kayak qqqqq", &[("q=kayak", 1)]);
    check_near("kayak -kayak", &[("q=-kayak", 2), ("q=kayak", 1)]);
    check_near("\"kayak rides\" uber", &[("q=uber", 1)]);
    check_near("kayak,zzz uber", &[("q=uber", 1)]);
    check_near("qqqqq", &[]);
    check_near("qqqqq wwwww", &[]);
}

#[test]
fn if_no_single_word_is_to_blame_the_largest_parts_are_offered() {
    check_near("kayak qqqqq wwwww uber rides", &[("q=uber+rides", 1), ("q=kayak", 1)]);
}

#[test]
fn a_role_or_a_kind_that_words_name_is_offered_as_a_filter() {
    check_near("kayak podcasts", &[("kind=podcast", 1), ("q=podcasts", 1), ("q=kayak", 1)]);
    check_near("rides -kayak talks qqqqq", &[("q=rides+-kayak", 1)]);
    check_near("qqqqq wwwww slides", &[("kind=slides", 1), ("q=slides", 1)]);
    check_near(
        "kayak stream processing",
        &[("role=stream-processing", 1), ("q=stream+processing", 1)],
    );
}
