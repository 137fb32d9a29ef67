//! Technologies side by side: counts by role, the co-occurrence matrix and its order.

use std::collections::BTreeSet;

use crate::random::{self, a_company, a_tag, a_technology, slug};
use catalog::{Catalog, Company, Filter, Grade, Index, Role, Slug, seriation};
use proptest::prelude::*;

/// The filter by these technologies.
fn by(technologies: &[&Slug]) -> Filter {
    Filter { technologies: technologies.iter().copied().cloned().collect(), ..Filter::default() }
}

/// What a technology is part of, itself left out, told by slugs alone.
fn wholes<'c>(catalog: &'c Catalog, slug: &str) -> BTreeSet<&'c Slug> {
    let mut wholes = BTreeSet::new();
    let mut at = catalog.technology(slug);
    while let Some(parent) = at.and_then(|technology| technology.parent.as_ref()) {
        at = catalog.technology(parent.as_str());
        if at.is_some_and(|technology| !wholes.insert(&technology.slug)) {
            break;
        }
    }
    wholes
}

/// Companies that have these technologies each; every technology stands on its own.
fn a_catalog(technologies: &[&str], companies: &[&[&str]]) -> Catalog {
    let company = |(number, names): (usize, &&[&str])| Company {
        tags: names.iter().map(|name| a_tag(slug(name), vec![Grade::Stated])).collect(),
        ..a_company(&format!("company-{number}"), "Company")
    };
    let technology = |name: &&str| a_technology(name, name, Role::Storage);
    Catalog {
        technologies: technologies.iter().map(technology).collect(),
        companies: companies.iter().enumerate().map(company).collect(),
        ..Catalog::default()
    }
}

fn texts(order: &[Slug]) -> Vec<&str> {
    order.iter().map(Slug::as_str).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_cell_counts_what_a_filter_by_both_counts(
        mut catalog in random::catalog(70),
        order in proptest::collection::vec(random::technology_slug(), 0..12),
        fewest in 0..4_usize,
    ) {
        catalog.matrix_order = order;
        let index = Index::new(&catalog);
        let matrix = index.matrix(fewest);
        let rows: Vec<&Slug> = (0..matrix.size()).map(|row| &matrix.technology(row).slug).collect();
        let known = catalog.matrix_order.iter().filter_map(|slug| catalog.technology(slug.as_str()));
        let expected: Vec<&Slug> =
            known.map(|t| &t.slug).filter(|slug| index.count(&by(&[slug])) >= fewest).collect();
        prop_assert_eq!(&rows, &expected);
        let mut largest = 0;
        for (row, one) in rows.iter().enumerate() {
            for (column, other) in rows.iter().enumerate() {
                let count = index.count(&by(&[one, other]));
                prop_assert_eq!(matrix.count(row, column), count);
                prop_assert_eq!(matrix.count(column, row), count);
                let is_family = one != other
                    && (wholes(&catalog, one.as_str()).contains(other)
                        || wholes(&catalog, other.as_str()).contains(one));
                if row != column && one != other {
                    prop_assert_eq!(matrix.is_family(row, column), is_family);
                    largest = if is_family { largest } else { largest.max(count) };
                }
            }
        }
        // A slug that stands twice meets itself.
        if rows.iter().collect::<BTreeSet<_>>().len() == rows.len() {
            prop_assert_eq!(matrix.largest(), largest);
        }
    }

    #[test]
    fn every_technology_is_tallied_once_behind_its_whole(catalog in random::catalog(40)) {
        let index = Index::new(&catalog);
        let mut seen = BTreeSet::new();
        let mut most = 0;
        for role in Role::ALL {
            let tallies = index.tallies(*role);
            for (at, tally) in tallies.iter().enumerate() {
                let slug = &tally.technology.slug;
                prop_assert!(seen.insert(slug), "{} stands twice", slug);
                prop_assert_eq!(tally.technology.role, *role);
                prop_assert_eq!(tally.companies, index.count(&by(&[slug])));
                most = most.max(tally.companies);
                let before = tallies[..at].iter().rev();
                let whole = before.clone().find(|before| before.depth < tally.depth);
                let parent = tally.technology.parent.as_ref();
                let parent = parent.and_then(|parent| catalog.technology(parent.as_str()));
                match whole {
                    Some(whole) => prop_assert_eq!(Some(whole.technology), parent),
                    None => {
                        let may_stand_alone = parent.is_none_or(|parent| {
                            parent.role != *role || wholes(&catalog, parent.slug.as_str()).contains(slug)
                        });
                        prop_assert!(may_stand_alone, "{} is lost", slug);
                    }
                }
                let mut siblings = before.take_while(|before| before.depth >= tally.depth);
                if let Some(sibling) = siblings.find(|before| before.depth == tally.depth) {
                    prop_assert!(sibling.companies >= tally.companies);
                }
            }
        }
        prop_assert_eq!(seen.len(), catalog.technologies.len());
        prop_assert_eq!(index.most_companies(), most);
    }

    #[test]
    fn the_order_holds_what_companies_have_and_is_no_worse_than_the_vocabulary(
        catalog in random::catalog(12),
    ) {
        let index = Index::new(&catalog);
        let order = seriation(&catalog);
        let vocabulary: Vec<Slug> = catalog
            .technologies
            .iter()
            .map(|technology| technology.slug.clone())
            .filter(|slug| index.count(&by(&[slug])) > 0)
            .collect();
        let (mut sorted, mut expected) = (order.clone(), vocabulary.clone());
        sorted.sort();
        expected.sort();
        prop_assert_eq!(sorted, expected);
        prop_assert!(spread(&index, &order) <= spread(&index, &vocabulary));
        prop_assert_eq!(seriation(&catalog), order);
    }
}

/// Likeness times distance, summed over all pairs, likeness as the filter's counts tell it.
fn spread(index: &Index<'_>, order: &[Slug]) -> usize {
    let mut spread = 0;
    for (distance, one, other) in order.iter().enumerate().flat_map(|(at, one)| {
        order[at..].iter().enumerate().map(move |(distance, other)| (distance, one, other))
    }) {
        let both = index.count(&by(&[one, other]));
        let either = index.count(&by(&[one])) + index.count(&by(&[other])) - both;
        spread += distance * (both * (1 << 20) / either);
    }
    spread
}

#[test]
fn what_nothing_connects_stands_in_blocks() {
    let catalog = a_catalog(
        &["a1", "b1", "lone", "c1", "b2", "a2", "unused", "c2", "b3", "a3", "c3", "c4"],
        &[
            &["a1", "a2"],
            &["a2", "a3"],
            &["b1", "b2", "b3"],
            &["lone"],
            &["c1", "c2", "c3", "c4"],
            &["c1"],
        ],
    );
    let order = seriation(&catalog);
    let blocks: Vec<_> = texts(&order).iter().map(|slug| slug.as_bytes()[0] as char).collect();
    assert_eq!(blocks.iter().collect::<String>(), "ccccaaabbbl");
    // Inside a block, what shares companies stands together.
    assert_eq!(texts(&order)[5], "a2");
}

#[test]
fn clusters_of_a_long_chain_follow_one_another() {
    // Company n has technologies n and n + 1; the vocabulary has them shuffled.
    let names: Vec<String> = (0..24).map(|number| format!("t{number:02}")).collect();
    let shuffled: Vec<&str> = (0..24).map(|number| names[number * 7 % 24].as_str()).collect();
    let pairs: Vec<Vec<&str>> =
        names.windows(2).map(|pair| pair.iter().map(String::as_str).collect()).collect();
    let companies: Vec<&[&str]> = pairs.iter().map(Vec::as_slice).collect();
    let order = seriation(&a_catalog(&shuffled, &companies));
    let expected: Vec<&str> = names.iter().map(String::as_str).collect();
    let backwards: Vec<&str> = expected.iter().rev().copied().collect();
    assert!(texts(&order) == expected || texts(&order) == backwards, "{order:?}");
}

#[test]
fn an_empty_catalogue_has_an_empty_matrix() {
    let catalog = Catalog::default();
    assert_eq!(seriation(&catalog), []);
    let index = Index::new(&catalog);
    assert_eq!((index.matrix(0).size(), index.matrix(0).largest()), (0, 0));
    assert_eq!(index.most_companies(), 0);
}

#[test]
fn parts_follow_their_whole_and_most_companies_come_first() {
    let mut catalog = a_catalog(
        &["lake", "part", "warehouse", "unused", "smaller-part", "part-of-a-part"],
        &[&["warehouse"], &["part"], &["part-of-a-part"], &["lake"]],
    );
    for (part, whole) in [(1, "lake"), (4, "lake"), (5, "part")] {
        catalog.technologies[part].parent = Some(slug(whole));
    }
    let index = Index::new(&catalog);
    let tallies = index.tallies(Role::Storage);
    let tallies: Vec<_> =
        tallies.iter().map(|t| (t.technology.slug.as_str(), t.depth, t.companies)).collect();
    assert_eq!(
        tallies,
        [
            ("lake", 0, 3),
            ("part", 1, 2),
            ("part-of-a-part", 2, 1),
            ("smaller-part", 1, 0),
            ("warehouse", 0, 1),
            ("unused", 0, 0),
        ]
    );
    assert_eq!(index.tallies(Role::Transport), []);
}
