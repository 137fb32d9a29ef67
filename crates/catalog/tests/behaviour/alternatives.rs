//! What is offered in place of a filter, against asking about every filter near it.

use std::collections::BTreeSet;

use crate::random;
use catalog::{Alternative, Catalog, Change, Criterion, Filter, Index, Match, Slug};
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

fn is_kin(catalog: &Catalog, one: &Slug, other: &Slug) -> bool {
    let has_ancestor = |from: &Slug, ancestor: &Slug| {
        let mut at = Some(from.clone());
        (0..10).any(|_| {
            let found = at.as_ref() == Some(ancestor);
            let technology = at.take().and_then(|slug| catalog.technology(slug.as_str()));
            let parent = technology.and_then(|t| t.parent.as_ref());
            at = parent.and_then(|p| catalog.technology(p.as_str())).map(|p| p.slug.clone());
            found
        })
    };
    has_ancestor(one, other) || has_ancestor(other, one)
}

fn check_one(catalog: &Catalog, index: &Index<'_>, asked: &Filter, offered: &Alternative) {
    assert_eq!(index.count(&offered.filter), offered.count);
    assert!(offered.count > index.count(asked), "{offered:?}");
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
            assert!(!is_kin(catalog, of, use_));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_offer_leaves_more_and_none_that_is_near_is_missing(
        catalog in random::catalog(30),
        filter in random::filter(random::words(2)),
    ) {
        let index = Index::new(&catalog);
        let filter = index.known(&filter);
        let now = index.count(&filter);
        let offered = index.alternatives(&filter);
        for offer in &offered {
            check_one(&catalog, &index, &filter, offer);
        }
        let filters: BTreeSet<_> = offered.iter().map(|o| o.filter.to_query_string()).collect();
        prop_assert_eq!(filters.len(), offered.len());

        let criteria = filter.criteria();
        let removals: Vec<_> = criteria.iter()
            .filter(|c| criteria.len() > 1 && index.count(&filter.without(c)) > now)
            .map(|c| Change::Without(vec![c.clone()]))
            .collect();
        let first: Vec<_> = offered.iter().take(removals.len()).map(|o| o.change.clone()).collect();
        prop_assert_eq!(&first, &removals);

        // Nothing is left: each largest part that leaves somebody can be grown from its first
        // criterion on, and no part that is offered can be made larger.
        let non_empty: Vec<_> = subsets(&criteria).into_iter()
            .filter(|kept| !kept.is_empty() && index.count(&keeping(&filter, kept)) > 0)
            .collect();
        let parts: Vec<_> = offered.iter().filter(|o| matches!(o.change, Change::Without(_))).collect();
        if now == 0 {
            prop_assert_eq!(parts.is_empty(), non_empty.is_empty());
            let most = non_empty.iter().map(Vec::len).max().unwrap_or(0);
            if removals.is_empty() {
                prop_assert!(parts.iter().all(|part| part.filter.criteria().len() <= most));
                for part in &parts {
                    let kept = part.filter.criteria();
                    let grows = |more: &Criterion| {
                        let larger = [&kept[..], std::slice::from_ref(more)].concat();
                        index.count(&keeping(&filter, &larger)) > 0
                    };
                    let mut others = criteria.iter().filter(|c| !kept.contains(c));
                    prop_assert!(!others.any(grows), "{:?}", part);
                }
            }
        }
    }

    #[test]
    fn each_criterion_is_counted_alone(
        catalog in random::catalog(30),
        filter in random::filter(random::words(2)),
    ) {
        let index = Index::new(&catalog);
        let filter = index.known(&filter);
        for (criterion, count) in index.alone(&filter) {
            prop_assert_eq!(count, index.count(&keeping(&filter, &[criterion])));
        }
    }

    #[test]
    fn the_best_stand_in_is_offered(catalog in random::catalog(30), filter in random::filter(Just(String::new()))) {
        let index = Index::new(&catalog);
        let filter = Filter { match_mode: Match::All, ..index.known(&filter) };
        let now = index.count(&filter);
        let offered = index.alternatives(&filter);
        for technology in &filter.technologies {
            let stage = |slug: &Slug| catalog.technology(slug.as_str()).and_then(|t| t.role.stage());
            let best = catalog.technologies.iter()
                .map(|other| &other.slug)
                .filter(|other| !filter.technologies.contains(*other) && !is_kin(&catalog, technology, other))
                .filter_map(|other| {
                    let swapped = filter.toggled(Criterion::Technology(technology.clone()))
                        .toggled(Criterion::Technology(other.clone()));
                    let count = index.count(&swapped);
                    let same = stage(other).is_some() && stage(other) == stage(technology);
                    (count > now).then_some(((same, count), swapped))
                })
                .max_by_key(|(worth, _)| *worth);
            if let Some((worth, _)) = best {
                let is_as_good = |offer: &&Alternative| matches!(&offer.change,
                    Change::Instead { of, use_ } if of == technology
                        && (stage(use_).is_some() && stage(use_) == stage(technology), offer.count) == worth);
                // Another technology's stand-in may have led to the same filter before.
                let reached = offered.iter().any(|offer| is_as_good(&offer))
                    || best.is_some_and(|(_, swapped)| offered.iter().any(|o| o.filter == swapped));
                prop_assert!(reached, "{technology} {offered:?}");
            }
        }
    }
}
