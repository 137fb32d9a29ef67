//! Technologies side by side: counts by role, the co-occurrence matrix and its order.

use std::collections::BTreeSet;

use catalog::{Catalog, Role, Slug};
use explore::{Filter, Index, Question};
use fixtures::{a_catalog, slug};
use proptest::prelude::*;

use crate::asking::count;

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_cell_counts_what_a_filter_by_both_counts(
        mut catalog in fixtures::catalog(70),
        order in proptest::collection::vec(fixtures::technology_slug(), 0..12),
        fewest in 0..4_usize,
    ) {
        catalog.matrix_order = order;
        let index = Index::new(&catalog);
        let matrix = index.matrix(fewest);
        let rows: Vec<&Slug> = (0..matrix.size()).map(|row| &matrix.technology(row).slug).collect();
        let known = catalog.matrix_order.iter().filter_map(|slug| catalog.technology(slug.as_str()));
        let expected: Vec<&Slug> =
            known.map(|t| &t.slug).filter(|slug| count(&index, &by(&[slug])) >= fewest).collect();
        prop_assert_eq!(&rows, &expected);
        let mut largest = 0;
        for (row, one) in rows.iter().enumerate() {
            for (column, other) in rows.iter().enumerate() {
                let count = count(&index, &by(&[one, other]));
                prop_assert_eq!(matrix.count(row, column), count);
                let both = index.check(&by(&[one, other]));
                let tally = index.tally(&Question::without_text(&both));
                prop_assert_eq!(matrix.tally(row, column), tally);
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
    fn every_technology_is_tallied_once_behind_its_whole(catalog in fixtures::catalog(40)) {
        let index = Index::new(&catalog);
        let mut seen = BTreeSet::new();
        let mut most = 0;
        for role in Role::ALL {
            let tallies = index.tallies(*role);
            for (at, tally) in tallies.iter().enumerate() {
                let slug = &tally.technology.slug;
                prop_assert!(seen.insert(slug), "{} stands twice", slug);
                prop_assert_eq!(tally.technology.role, *role);
                let filter = index.check(&by(&[slug]));
                prop_assert_eq!(tally.companies, index.tally(&Question::without_text(&filter)));
                most = most.max(tally.companies.total());
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
                    prop_assert!(sibling.companies.total() >= tally.companies.total());
                }
            }
        }
        prop_assert_eq!(seen.len(), catalog.technologies.len());
        prop_assert_eq!(index.most_companies(), most);
    }

}

#[test]
fn an_empty_catalogue_has_an_empty_matrix() {
    let catalog = Catalog::default();
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
    let tallies: Vec<_> = tallies
        .iter()
        .map(|t| (t.technology.slug.as_str(), t.depth, t.companies.total()))
        .collect();
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
