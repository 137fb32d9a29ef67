//! Results, counts and facets against a second implementation that asks every company.

use std::collections::BTreeSet;

use crate::asking::{Searching, results};
use crate::random;
use catalog::Grade::{NotUsed, Past, Plan, Rejected};
use catalog::{Catalog, Company, Kind, Role, Slug, Tag};
use explore::{Criterion, EvidenceFloor, Filter, Index, Match, Question, Sort, Tally, YearRange};
use proptest::prelude::*;

/// The technology with this slug and everything it is a part of.
fn with_ancestors<'c>(catalog: &'c Catalog, slug: &str, seen: &mut BTreeSet<&'c str>) {
    let Some(technology) = catalog.technology(slug) else { return };
    if seen.insert(technology.slug.as_str())
        && let Some(parent) = &technology.parent
    {
        with_ancestors(catalog, parent.as_str(), seen);
    }
}

/// Whether some words say that the company uses the technology. Said a second time, so that a change
/// of the grades cannot go unnoticed.
pub(crate) fn says_use(tag: &Tag) -> bool {
    let is_use = |grade| !matches!(grade, Plan | Past | Rejected | NotUsed);
    tag.evidence.iter().any(|evidence| is_use(evidence.grade))
}

fn counted<'c>(company: &'c Company, filter: &Filter) -> impl Iterator<Item = &'c Tag> {
    let evidence = filter.evidence;
    company.tags.iter().filter(|tag| says_use(tag)).filter(move |tag| {
        evidence == EvidenceFloor::Any || tag.evidence.iter().any(|e| e.grade.is_strong())
    })
}

fn has_technology(catalog: &Catalog, company: &Company, slug: &Slug, filter: &Filter) -> bool {
    counted(company, filter).any(|tag| {
        let mut names = BTreeSet::new();
        with_ancestors(catalog, tag.technology.as_str(), &mut names);
        names.contains(slug.as_str())
    })
}

fn has_role(catalog: &Catalog, company: &Company, role: Role, filter: &Filter) -> bool {
    let technologies =
        counted(company, filter).filter_map(|tag| catalog.technology(tag.technology.as_str()));
    technologies.into_iter().any(|technology| technology.role == role)
}

fn has_kind(company: &Company, kind: Kind) -> bool {
    match kind {
        Kind::Podcast => !company.podcasts.is_empty(),
        kind => company.resources.iter().any(|resource| resource.kind == kind),
    }
}

fn passes(catalog: &Catalog, company: &Company, filter: &Filter) -> bool {
    let mut technologies = filter
        .technologies
        .iter()
        .filter_map(|slug| catalog.technology(slug.as_str()))
        .map(|technology| has_technology(catalog, company, &technology.slug, filter))
        .peekable();
    let industries: Vec<&Slug> =
        filter.industries.iter().filter(|slug| catalog.industry(slug.as_str()).is_some()).collect();
    let is_known = |tag: &Tag| catalog.technology(tag.technology.as_str()).is_some();
    (technologies.peek().is_none()
        || match filter.match_mode {
            Match::All => technologies.all(|has| has),
            Match::Any => technologies.any(|has| has),
        })
        && (filter.roles.is_empty()
            || filter.roles.iter().any(|role| has_role(catalog, company, *role, filter)))
        && (filter.kinds.is_empty() || filter.kinds.iter().any(|kind| has_kind(company, *kind)))
        && (industries.is_empty()
            || industries.into_iter().any(|i| company.industry.as_ref() == Some(i)))
        && (filter.evidence == EvidenceFloor::Any || counted(company, filter).any(is_known))
        && (filter.years.from.is_none() && filter.years.to.is_none()
            || years(company).any(|year| {
                filter.years.from.is_none_or(|from| from <= year)
                    && filter.years.to.is_none_or(|to| year <= to)
            }))
}

fn years(company: &Company) -> impl Iterator<Item = u32> {
    company.resources.iter().filter_map(|resource| resource.dated.map(|dated| dated.year))
}

fn naive<'c>(catalog: &'c Catalog, filter: &Filter) -> Vec<&'c Company> {
    catalog.companies.iter().filter(|company| passes(catalog, company, filter)).collect()
}

/// The companies that pass, and how many of them on strong evidence for what is asked.
fn tallied(catalog: &Catalog, filter: &Filter) -> Tally {
    let total = naive(catalog, filter).len();
    let is_known = |slug: &&Slug| catalog.technology(slug.as_str()).is_some();
    if filter.roles.is_empty() && !filter.technologies.iter().any(|slug| is_known(&slug)) {
        return Tally::certain(total);
    }
    let strong = Filter { evidence: EvidenceFloor::Strong, ..filter.clone() };
    let strong = naive(catalog, &strong).len();
    Tally { strong, weak: total - strong }
}

/// What an option promises: under All technology narrows what there is; everywhere else
/// the option is counted as if it were the facet's only choice.
fn promised(catalog: &Catalog, filter: &Filter, option: &Criterion) -> Tally {
    let mut asked = filter.clone();
    match option {
        Criterion::Technology(_) if filter.match_mode == Match::Any => asked.technologies.clear(),
        Criterion::Role(_) => asked.roles.clear(),
        Criterion::Kind(_) => asked.kinds.clear(),
        Criterion::Industry(_) => asked.industries.clear(),
        _ => {}
    }
    let asked = if asked.contains(option) { asked } else { asked.toggled(option.clone()) };
    tallied(catalog, &asked)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn results_counts_and_facets_are_what_asking_every_company_gives(
        catalog in fixtures::catalog(70),
        filter in random::filter(Just(String::new())),
    ) {
        let index = Index::new(&catalog);
        let mut expected: Vec<&Slug> = naive(&catalog, &filter).iter().map(|c| &c.slug).collect();
        expected.sort();
        let results = results(&index, &filter);
        let mut found: Vec<&Slug> = results.iter().map(|hit| &hit.company.slug).collect();
        found.sort();
        prop_assert_eq!(&found, &expected);

        let filter = index.check(&filter);
        let question = Question::without_text(&filter);
        prop_assert_eq!(index.count(&question), expected.len());
        prop_assert_eq!(index.tally(&question), tallied(&catalog, &filter));
        let facets = index.facets(&question);
        let options = facets.technologies.iter().map(|(s, n)| (Criterion::Technology(s.clone()), *n))
            .chain(facets.roles.iter().map(|(role, n)| (Criterion::Role(*role), *n)))
            .chain(facets.kinds.iter().map(|(kind, n)| (Criterion::Kind(*kind), *n)))
            .chain(facets.industries.iter().map(|(s, n)| (Criterion::Industry(s.clone()), *n)))
            .collect::<Vec<_>>();
        for (option, count) in &options {
            prop_assert_eq!(*count, promised(&catalog, &filter, option), "{:?}", option);
        }
        let strong = Filter { evidence: EvidenceFloor::Strong, ..(*filter).clone() };
        prop_assert_eq!(facets.strong, naive(&catalog, &strong).len());
        for (year, count) in &facets.years {
            let only = Filter {
                years: YearRange { from: Some(*year), to: Some(*year) },
                ..(*filter).clone()
            };
            prop_assert_eq!(*count, naive(&catalog, &only).len(), "{}", year);
        }
        let offered: Vec<u32> = facets.years.iter().map(|(year, _)| *year).collect();
        let all: BTreeSet<u32> = catalog.companies.iter().flat_map(years).collect();
        let span = all.first().zip(all.last());
        let span = span.map_or(Vec::new(), |(first, last)| (*first..=*last).collect());
        prop_assert_eq!(offered, span);
        // An option that is not offered is one that no company has and that is not chosen.
        let offered: Vec<&Criterion> = options.iter().map(|(option, _)| option).collect();
        for option in random::criteria() {
            if option == Criterion::Strong {
                continue;
            }
            let anywhere = promised(&catalog, &Filter::default(), &option).total() > 0;
            let expected = anywhere || filter.contains(&option);
            prop_assert_eq!(offered.contains(&&option), expected, "{:?}", option);
        }
    }

    #[test]
    fn an_option_that_narrows_gives_the_companies_that_it_counts(
        catalog in fixtures::catalog(70),
        filter in random::filter(fixtures::words(2)),
    ) {
        let index = Index::new(&catalog);
        let filter = index.check(&Filter { match_mode: Match::All, ..filter });
        let searching = Searching::new(&index);
        let facets = index.facets(&searching.question(&filter));
        for (slug, count) in facets.technologies {
            let chosen = Criterion::Technology(slug);
            let next = if filter.contains(&chosen) { (*filter).clone() } else { filter.toggled(chosen) };
            prop_assert_eq!(searching.count(&next), count.total());
        }
        let strong = Filter { evidence: EvidenceFloor::Strong, ..(*filter).clone() };
        prop_assert_eq!(searching.count(&strong), facets.strong);
        prop_assert_eq!(searching.results(&filter).len(), searching.count(&filter));
    }

    #[test]
    fn the_order_is_the_one_asked_for(
        catalog in fixtures::catalog(40),
        filter in random::filter(Just(String::new())),
    ) {
        let index = Index::new(&catalog);
        let by_name = |sort| results(&index, &Filter { sort, ..filter.clone() });
        let names = by_name(Sort::Name);
        prop_assert_eq!(&names, &by_name(Sort::Relevance));
        let place = |company: &Company| names.iter().position(|hit| hit.company.slug == company.slug);
        let material = |c: &Company| std::cmp::Reverse(c.resources.len() + c.podcasts.len());
        prop_assert!(by_name(Sort::Material).is_sorted_by_key(|h| (material(h.company), place(h.company))));
        let newest = |c: &Company| std::cmp::Reverse(years(c).max());
        prop_assert!(by_name(Sort::Newest).is_sorted_by_key(|h| (newest(h.company), place(h.company))));
        prop_assert!(by_name(Sort::Podcast).is_sorted_by_key(|h| (h.company.podcasts.is_empty(), place(h.company))));
    }
}
