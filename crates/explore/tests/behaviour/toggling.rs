//! What the controls of a page do to a filter.

use crate::random;
use catalog::{Kind, Role};
use explore::{Criterion, EvidenceFloor, Filter, Match, Sort, YearRange};
use fixtures::slug;
use proptest::prelude::*;

proptest! {
    #[test]
    fn criteria_are_what_can_be_taken_away(filter in random::filter(random::texts(2))) {
        let criteria = filter.criteria();
        let mut rest = filter.clone();
        for criterion in &criteria {
            prop_assert!(filter.contains(criterion));
            let without = filter.without(criterion);
            prop_assert!(!without.contains(criterion));
            prop_assert_eq!(without.criteria().len(), criteria.len() - 1);
            rest = rest.without(criterion);
        }
        prop_assert!(rest.criteria().is_empty());
        // A blank text is no criterion and stays.
        prop_assert_eq!(Filter { query: String::new(), ..rest }, filter.cleared());
    }

    #[test]
    fn a_filter_is_made_of_its_criteria(filter in random::filter(random::texts(2))) {
        let criteria = filter.criteria().into_iter();
        let made = criteria.fold(filter.cleared(), |made, criterion| made.toggled(criterion));
        prop_assert_eq!(made, filter);
    }

    #[test]
    fn what_a_filter_does_not_have_cannot_be_taken_away(
        filter in random::filter(random::texts(2)), other in random::filter(random::texts(1)),
    ) {
        for criterion in other.criteria().into_iter().filter(|other| !filter.contains(other)) {
            prop_assert_eq!(filter.without(&criterion), filter.clone());
            prop_assert!(filter.toggled(criterion.clone()).contains(&criterion));
        }
    }

    #[test]
    fn a_choice_can_be_taken_back(filter in random::filter(random::texts(2))) {
        for criterion in random::criteria() {
            let toggled = filter.toggled(criterion.clone());
            prop_assert_ne!(toggled.contains(&criterion), filter.contains(&criterion));
            prop_assert_eq!(toggled.toggled(criterion), filter.clone());
        }
    }
}

#[test]
fn criteria_stand_in_the_order_of_the_query_string() {
    let filter = Filter {
        query: "x".to_owned(),
        technologies: [slug("spark"), slug("kafka")].into(),
        roles: [Role::Storage].into(),
        kinds: [Kind::Podcast].into(),
        industries: [slug("travel")].into(),
        evidence: EvidenceFloor::Strong,
        years: YearRange { from: Some(2016), to: None },
        ..Filter::default()
    };
    assert_eq!(
        filter.criteria(),
        [
            Criterion::Query("x".to_owned()),
            Criterion::Technology(slug("kafka")),
            Criterion::Technology(slug("spark")),
            Criterion::Role(Role::Storage),
            Criterion::Kind(Kind::Podcast),
            Criterion::Industry(slug("travel")),
            Criterion::Strong,
            Criterion::Years(YearRange { from: Some(2016), to: None }),
        ]
    );
}

#[test]
fn order_and_match_mode_filter_nothing_and_outlive_clear_all() {
    let filter = Filter { match_mode: Match::Any, sort: Sort::Name, ..Filter::default() };
    assert!(filter.criteria().is_empty());
    assert_eq!(filter.toggled(Criterion::Strong).cleared(), filter);
}

#[test]
fn a_blank_search_text_is_no_criterion() {
    let filter = Filter { query: "  ".to_owned(), ..Filter::default() };
    assert!(filter.criteria().is_empty());
    assert_eq!(filter.toggled(Criterion::Query("  ".to_owned())), filter);
}
