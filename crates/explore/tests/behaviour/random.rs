//! Random filters over the slugs of [`fixtures::catalog`].

use catalog::{Kind, Role};
use explore::{Criterion, EvidenceFloor, Filter, Match, Sort, YearRange};
use proptest::collection::btree_set;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Filters over the same slugs as [`fixtures::catalog`], with search texts from `query`.
pub(crate) fn filter(query: impl Strategy<Value = String>) -> impl Strategy<Value = Filter> {
    let industry = (0..fixtures::INDUSTRIES + 1)
        .prop_map(|number| fixtures::slug(&format!("industry-{number}")));
    (
        query,
        btree_set(fixtures::technology_slug(), 0..3),
        select(Match::ALL),
        btree_set(select(Role::ALL), 0..3),
        btree_set(select(Kind::ALL), 0..3),
        btree_set(industry, 0..3),
        select(EvidenceFloor::ALL),
        (option::of(2006..2014_u32), option::of(2013..2022_u32)),
        select(Sort::ALL),
    )
        .prop_map(
            |(query, technologies, match_mode, roles, kinds, industries, evidence, years, sort)| {
                // Most filters ask for no years, or few companies would ever pass.
                let (from, to) =
                    if years.0.is_some_and(|from| from % 3 > 0) { (None, None) } else { years };
                let years = YearRange { from, to };
                Filter {
                    query,
                    technologies: technologies.into_iter().collect(),
                    match_mode,
                    roles: roles.into_iter().collect(),
                    kinds: kinds.into_iter().collect(),
                    industries: industries.into_iter().collect(),
                    evidence,
                    years,
                    sort,
                }
            },
        )
}

/// Search texts of at most so many words: each is empty or has something to search for.
pub(crate) fn texts(most: usize) -> impl Strategy<Value = String> {
    let words = fixtures::words(most);
    words.prop_map(|text| if text.contains(char::is_alphanumeric) { text } else { String::new() })
}

/// Every criterion that is an option of a facet.
pub(crate) fn criteria() -> Vec<Criterion> {
    let technologies = (0..fixtures::TECHNOLOGIES)
        .map(|n| Criterion::Technology(fixtures::slug(&format!("tech-{n}"))));
    let industries = (0..fixtures::INDUSTRIES)
        .map(|n| Criterion::Industry(fixtures::slug(&format!("industry-{n}"))));
    technologies
        .chain(Role::ALL.iter().copied().map(Criterion::Role))
        .chain(Kind::ALL.iter().copied().map(Criterion::Kind))
        .chain(industries)
        .chain([Criterion::Strong])
        .collect()
}
