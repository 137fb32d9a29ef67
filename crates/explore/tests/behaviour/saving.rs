//! The reader's own list: nothing is lost on the way to JSON and back, through merges, or to a
//! catalogue that knows less.

use std::collections::BTreeSet;

use catalog::{Audio, Catalog, Podcast};
use explore::{AddressOf, Saved, Shelf};
use proptest::collection::vec;
use proptest::prelude::*;

/// Few texts, so that lists share some; what a catalogue knows, what it does not, and what JSON
/// has to escape.
const KEYS: &[&str] = &[
    "company-0",
    "company-1",
    "company-2",
    "old-company",
    "gone",
    "https://example.org/0",
    "https://example.org/1",
    "https://example.org/2",
    "https://example.org/podcast",
    "https://example.org/gone",
    "\"\\\u{0}\u{1f}\u{7f}\u{2028}",
    "",
];

const ADDRESS_OF: AddressOf =
    |podcast: &Podcast| podcast.audio.first().map(|audio| audio.url.clone());

fn key() -> impl Strategy<Value = String> {
    prop_oneof![9 => proptest::sample::select(KEYS).prop_map(str::to_owned), 1 => any::<String>()]
}

/// A list with the toggles that made it.
fn toggles() -> impl Strategy<Value = Vec<(Shelf, String)>> {
    vec((proptest::sample::select(&Shelf::ALL[..]), key()), 0..24)
}

fn after(toggles: &[(Shelf, String)]) -> Saved {
    let mut saved = Saved::default();
    for (shelf, key) in toggles {
        saved.toggle(*shelf, key);
    }
    saved
}

fn saved() -> impl Strategy<Value = Saved> {
    toggles().prop_map(|toggles| after(&toggles))
}

fn as_sets(saved: &Saved) -> [BTreeSet<String>; 3] {
    Shelf::ALL.map(|shelf| saved.keys(shelf).iter().cloned().collect())
}

fn merged(mut one: Saved, other: &Saved) -> Saved {
    one.merge(other);
    one
}

/// A catalogue whose resources and podcasts have few addresses, some of them in two companies.
fn catalog() -> impl Strategy<Value = Catalog> {
    (fixtures::catalog(4), vec(0..4_usize, 16)).prop_map(|(mut catalog, numbers)| {
        let mut numbers = numbers.into_iter().cycle();
        for company in &mut catalog.companies {
            for resource in &mut company.resources {
                resource.url =
                    format!("https://example.org/{}", numbers.next().unwrap_or_default());
            }
            for podcast in &mut company.podcasts {
                podcast.audio = vec![Audio {
                    url: "https://example.org/podcast".to_owned(),
                    label: "Listen".to_owned(),
                }];
            }
        }
        catalog
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn toggling_an_even_number_of_times_changes_nothing(toggles in toggles()) {
        let saved = after(&toggles);
        for shelf in Shelf::ALL {
            for key in KEYS {
                let times = toggles.iter().filter(|toggle| **toggle == (shelf, (*key).to_owned()));
                prop_assert_eq!(saved.holds(shelf, key), times.count() % 2 == 1);
            }
        }
    }

    #[test]
    fn json_round_trips(saved in saved()) {
        let value: serde_json::Value = serde_json::from_str(&saved.to_json()).unwrap();
        let mut texts_of = |shelf: Shelf| serde_json::from_value(value[shelf.as_str()].clone()).ok();
        let version = value["version"].as_f64();
        prop_assert_eq!(Saved::from_fields(version, &mut texts_of).unwrap(), saved);
    }

    #[test]
    fn a_merge_is_a_union_that_keeps_the_order(one in saved(), other in saved()) {
        let both = merged(one.clone(), &other);
        for shelf in Shelf::ALL {
            let mut expected = one.keys(shelf).to_vec();
            expected.extend(other.keys(shelf).iter().filter(|key| !one.holds(shelf, key)).cloned());
            prop_assert_eq!(both.keys(shelf), &expected[..]);
        }
        let added = one.clone().merge(&other);
        let total = |saved: &Saved| as_sets(saved).iter().map(BTreeSet::len).sum::<usize>();
        prop_assert_eq!(added, total(&both) - total(&one));
        prop_assert_eq!(as_sets(&both), as_sets(&merged(other.clone(), &one)));
        prop_assert_eq!(merged(both.clone(), &other), both.clone());
        prop_assert_eq!(both.clone().merge(&both), 0);
    }

    #[test]
    fn everything_kept_is_listed_once(saved in saved(), catalog in catalog()) {
        let listing = saved.listing(&catalog, ADDRESS_OF);
        let mut companies: Vec<String> = Vec::new();
        let mut addresses: Vec<String> = Vec::new();
        for (shelf, key) in &listing.unknown {
            prop_assert!(saved.holds(*shelf, key));
            match shelf {
                Shelf::Companies => {
                    prop_assert!(catalog.company(key).is_none());
                    companies.push(key.clone());
                }
                _ => {
                    let of = |company: &catalog::Company| {
                        company.resources.iter().any(|resource| resource.url == *key)
                            || company.podcasts.iter().any(|podcast| ADDRESS_OF(podcast).as_ref() == Some(key))
                    };
                    prop_assert!(!catalog.companies.iter().any(of));
                    addresses.push(key.clone());
                }
            }
        }
        for group in &listing.groups {
            let slug = group.company.slug.as_str();
            let is_saved = saved.holds(Shelf::Companies, slug);
            prop_assert!(is_saved || !group.podcasts.is_empty() || !group.resources.is_empty());
            if is_saved {
                companies.push(slug.to_owned());
            }
            addresses.extend(group.podcasts.iter().filter_map(|podcast| ADDRESS_OF(podcast)));
            addresses.extend(group.resources.iter().map(|resource| resource.url.clone()));
        }
        companies.sort();
        addresses.sort();
        let [expected_companies, mut expected_addresses, done] = as_sets(&saved);
        expected_addresses.extend(done);
        prop_assert_eq!(companies, Vec::from_iter(expected_companies));
        prop_assert_eq!(addresses, Vec::from_iter(expected_addresses));
    }

    #[test]
    fn saved_companies_come_first_and_in_the_order_of_saving(saved in saved(), catalog in catalog()) {
        let listing = saved.listing(&catalog, ADDRESS_OF);
        let known = saved.keys(Shelf::Companies).iter().filter(|key| catalog.company(key).is_some());
        let expected: Vec<&str> = known.map(String::as_str).collect();
        let listed: Vec<&str> =
            listing.groups.iter().map(|group| group.company.slug.as_str()).collect();
        prop_assert!(listed.starts_with(&expected), "{listed:?} {expected:?}");
    }

    #[test]
    fn a_company_that_moved_is_kept_by_its_new_slug(saved in saved()) {
        let redirects = [(fixtures::slug("old-company"), fixtures::slug("company-1"))];
        let mut moved = saved.clone();
        moved.follow(&redirects);
        let [mut companies, resources, done] = as_sets(&saved);
        if companies.remove("old-company") {
            companies.insert("company-1".to_owned());
        }
        prop_assert_eq!(as_sets(&moved), [companies, resources, done]);
    }
}
