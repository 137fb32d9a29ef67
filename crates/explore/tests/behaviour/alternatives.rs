//! What is offered in place of a filter, against asking about every filter near it.

use std::collections::BTreeSet;

use crate::asking::{Searching, count};
use crate::random;
use catalog::{Catalog, Company, Grade, Role, Slug, Technology};
use explore::{Alternative, Change, Criterion, Filter, Index, Match, Question};
use proptest::prelude::*;

/// What is left of a filter when only these criteria are kept, one removal after the other.
fn keeping(filter: &Filter, kept: &[Criterion]) -> Filter {
    let dropped = filter.criteria().into_iter().filter(|criterion| !kept.contains(criterion));
    dropped.fold(filter.clone(), |filter, criterion| filter.toggled(criterion))
}

/// Every subset, which is fine for the few criteria of a random filter.
fn subsets(criteria: &[Criterion]) -> Vec<Vec<Criterion>> {
    criteria.iter().fold(vec![Vec::new()], |subsets, criterion| {
        let with =
            subsets.iter().map(|subset| [&subset[..], std::slice::from_ref(criterion)].concat());
        subsets.iter().cloned().chain(with.collect::<Vec<_>>()).collect()
    })
}

fn is_part_of(catalog: &Catalog, part: &Slug, whole: &Slug) -> bool {
    let mut at = Some(part.clone());
    (0..10).any(|_| {
        let found = at.as_ref() == Some(whole);
        let technology = at.take().and_then(|slug| catalog.technology(slug.as_str()));
        let parent = technology.and_then(|t| t.parent.as_ref());
        at = parent.and_then(|p| catalog.technology(p.as_str())).map(|p| p.slug.clone());
        found
    })
}

/// Whether who has the rest of the filter has this technology anyway.
fn is_implied(catalog: &Catalog, filter: &Filter, dropped: &Slug, technology: &Slug) -> bool {
    let mut kept = filter.technologies.iter().filter(|kept| *kept != dropped);
    kept.any(|kept| is_part_of(catalog, kept, technology))
}

/// What makes one stand-in better than another, the best greatest.
fn worth(catalog: &Catalog, dropped: &Slug, stand_in: &Slug, leaves: usize) -> (u8, usize, usize) {
    let stage = |slug: &Slug| catalog.technology(slug.as_str()).and_then(|t| t.role.stage());
    let nearness = if is_part_of(catalog, dropped, stand_in) {
        2
    } else {
        u8::from(stage(stand_in).is_some() && stage(stand_in) == stage(dropped))
    };
    let filter = Filter { technologies: [stand_in.clone()].into(), ..Filter::default() };
    (nearness, leaves, count(&Index::new(catalog), &filter))
}

fn check_one(
    catalog: &Catalog,
    searching: &Searching<'_, '_>,
    asked: &Filter,
    offered: &Alternative,
) {
    assert_eq!(searching.count(&offered.filter), offered.count.total());
    assert!(offered.count.total() > searching.count(asked), "{offered:?}");
    match &offered.change {
        Change::Without(dropped) => {
            let kept: Vec<_> =
                asked.criteria().into_iter().filter(|c| !dropped.contains(c)).collect();
            assert_eq!(offered.filter, keeping(asked, &kept));
            assert!(!kept.is_empty());
        }
        Change::Instead { of, use_ } => {
            let mut swapped = asked.clone();
            swapped.technologies =
                asked.technologies.iter().filter(|t| *t != of).cloned().collect();
            swapped.technologies.insert(use_.clone());
            assert_eq!(offered.filter, swapped);
            assert!(asked.technologies.contains(of) && !asked.technologies.contains(use_));
            assert!(!is_implied(catalog, asked, of, use_));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_offer_leaves_more_and_none_that_is_near_is_missing(
        catalog in fixtures::catalog(30),
        filter in random::filter(random::texts(2)),
    ) {
        let index = Index::new(&catalog);
        let searching = Searching::new(&index);
        let filter = index.check(&filter);
        let now = searching.count(&filter);
        let offered = index.alternatives(&searching.question(&filter));
        for offer in &offered {
            check_one(&catalog, &searching, &filter, offer);
        }
        let filters: BTreeSet<_> = offered.iter().map(|o| o.filter.to_query_string()).collect();
        prop_assert_eq!(filters.len(), offered.len());

        let criteria = filter.criteria();
        let removals: Vec<_> = criteria.iter()
            .filter(|c| criteria.len() > 1 && searching.count(&filter.without(c)) > now)
            .map(|c| Change::Without(vec![c.clone()]))
            .collect();
        let first: Vec<_> = offered.iter().take(removals.len()).map(|o| o.change.clone()).collect();
        prop_assert_eq!(&first, &removals);

        // Nothing is left: each largest part that leaves somebody can be grown from its first
        // criterion on, and no part that is offered can be made larger.
        let non_empty: Vec<_> = subsets(&criteria).into_iter()
            .filter(|kept| !kept.is_empty() && searching.count(&keeping(&filter, kept)) > 0)
            .collect();
        let parts: Vec<_> = offered.iter().filter(|o| matches!(o.change, Change::Without(_))).collect();
        if now == 0 {
            prop_assert_eq!(parts.is_empty(), non_empty.is_empty());
            let most = non_empty.iter().map(Vec::len).max().unwrap_or(0);
            if removals.is_empty() {
                let sizes = || parts.iter().map(|part| part.filter.criteria().len());
                prop_assert!(sizes().all(|size| size <= most));
                prop_assert!(sizes().is_sorted_by(|one, next| one >= next), "{:?}", parts);
                // Whatever leaves somebody on its own is kept by some part.
                for criterion in &criteria {
                    let is_kept = parts.iter().any(|part| part.filter.contains(criterion));
                    let alone = searching.count(&keeping(&filter, std::slice::from_ref(criterion)));
                    prop_assert!(is_kept || alone == 0, "{:?} {:?}", criterion, parts);
                }
                for part in &parts {
                    let kept = part.filter.criteria();
                    let grows = |more: &Criterion| {
                        let larger = [&kept[..], std::slice::from_ref(more)].concat();
                        searching.count(&keeping(&filter, &larger)) > 0
                    };
                    let mut others = criteria.iter().filter(|c| !kept.contains(c));
                    prop_assert!(!others.any(grows), "{:?}", part);
                }
            }
        }
    }

    #[test]
    fn each_criterion_is_counted_alone(
        catalog in fixtures::catalog(30),
        filter in random::filter(random::texts(2)),
    ) {
        let index = Index::new(&catalog);
        let searching = Searching::new(&index);
        let filter = index.check(&filter);
        for (criterion, count) in index.alone(&searching.question(&filter)) {
            prop_assert_eq!(count.total(), searching.count(&keeping(&filter, &[criterion])));
        }
    }

    #[test]
    fn the_best_stand_ins_are_offered(
        catalog in fixtures::catalog(30),
        filter in random::filter(random::texts(1)),
    ) {
        let index = Index::new(&catalog);
        let searching = Searching::new(&index);
        let filter = index.check(&filter);
        let offered = index.alternatives(&searching.question(&filter)).into_iter().filter_map(|offer| {
            match offer.change {
                Change::Instead { of, use_ } => Some((of, use_, offer.filter, offer.count.total())),
                Change::Without(_) => None,
            }
        });
        let expected = if filter.match_mode == Match::Any && filter.technologies.len() > 1 {
            Vec::new()
        } else {
            best_stand_ins(&catalog, &searching, &filter)
        };
        prop_assert_eq!(offered.collect::<Vec<_>>(), expected);
    }
}

type StandIn = (Slug, Slug, Filter, usize);

/// The two best for each technology, but none whose whole leaves the same companies, and no filter
/// twice.
fn best_stand_ins(
    catalog: &Catalog,
    searching: &Searching<'_, '_>,
    filter: &Filter,
) -> Vec<StandIn> {
    let now = searching.count(filter);
    let mut best: Vec<StandIn> = Vec::new();
    for dropped in &filter.technologies {
        let rest = filter.toggled(Criterion::Technology(dropped.clone()));
        let mut ranked: Vec<StandIn> = Vec::new();
        for other in catalog.technologies.iter().map(|technology| &technology.slug) {
            let swapped = rest.toggled(Criterion::Technology(other.clone()));
            let count = searching.count(&swapped);
            let is_asked = filter.technologies.contains(other);
            if count > now && !is_asked && !is_implied(catalog, filter, dropped, other) {
                ranked.push((dropped.clone(), other.clone(), swapped, count));
            }
        }
        ranked.sort_by_key(|(_, other, _, count)| {
            std::cmp::Reverse(worth(catalog, dropped, other, *count))
        });
        let mut of_this: Vec<StandIn> = Vec::new();
        for stand_in in ranked {
            let says_more = of_this.iter().all(|(_, whole, _, same)| {
                *same != stand_in.3 || !is_part_of(catalog, &stand_in.1, whole)
            });
            if says_more && of_this.len() < 2 {
                of_this.push(stand_in);
            }
        }
        of_this.retain(|new| best.iter().all(|(_, _, filter, _)| *filter != new.2));
        best.append(&mut of_this);
    }
    best
}

/// Who has a part of Spark has Spark: Spark beside the part asks for nothing, and in place of the
/// part it asks for less.
#[test]
fn the_whole_stands_in_for_its_part_but_not_beside_it() {
    let technology = |slug: &str, role, parent: Option<&str>| Technology {
        parent: parent.map(fixtures::slug),
        ..fixtures::a_technology(slug, slug, role)
    };
    let company = |name: &str, technologies: &[&str]| Company {
        tags: technologies
            .iter()
            .map(|t| fixtures::a_tag(fixtures::slug(t), vec![Grade::Stated]))
            .collect(),
        ..fixtures::a_company(name, name)
    };
    let catalog = Catalog {
        technologies: vec![
            technology("spark", Role::BatchProcessing, None),
            technology("spark-sql", Role::OlapQuery, Some("spark")),
            technology("flink", Role::StreamProcessing, None),
            technology("druid", Role::OlapQuery, None),
        ],
        companies: vec![
            company("a", &["spark-sql"]),
            company("b", &["spark", "flink"]),
            company("c", &["druid", "flink"]),
            company("d", &["druid", "flink"]),
        ],
        ..Catalog::default()
    };
    let index = Index::new(&catalog);
    let filter = Filter::from_query_string("tech=flink&tech=spark-sql");
    let stand_ins: Vec<_> = index
        .alternatives(&Question::without_text(&index.check(&filter)))
        .into_iter()
        .filter_map(|offer| match offer.change {
            Change::Instead { of, use_ } => {
                Some((of.to_string(), use_.to_string(), offer.count.total()))
            }
            Change::Without(_) => None,
        })
        .collect();
    let expected = [("spark-sql", "spark", 1), ("spark-sql", "druid", 2)];
    assert_eq!(stand_ins, expected.map(|(of, use_, n)| (of.to_owned(), use_.to_owned(), n)));
}
