//! Companies side by side: the codec, and the table against a second implementation that asks
//! every company for every technology.

use std::collections::BTreeSet;

use catalog::{Catalog, Company, DateSource, Dated, Grade, Kind, Resource, Role, Tag, Technology};
use explore::{Compared, Index, Reach, Use};
use fixtures::{a_company, a_resource, a_tag, a_technology, slug};
use proptest::prelude::*;

use crate::filtering::says_use;

/// A catalogue and some of its companies, each at most once.
fn some_companies() -> impl Strategy<Value = (Catalog, Vec<usize>)> {
    fixtures::catalog(6).prop_flat_map(|catalog| {
        let most = catalog.companies.len();
        let numbers: Vec<usize> = (0..most).collect();
        (Just(catalog), Just(numbers).prop_shuffle(), 0..=most.min(Compared::MOST)).prop_map(
            |(catalog, mut numbers, count)| {
                numbers.truncate(count);
                (catalog, numbers)
            },
        )
    })
}

/// The slugs of the technology that a tag names and of everything it is a part of, itself first.
fn lineage(catalog: &Catalog, tag: &Tag) -> Vec<String> {
    let mut lineage = Vec::new();
    let mut next = Some(tag.technology.clone());
    while let Some(technology) = next.and_then(|slug| catalog.technology(slug.as_str())) {
        if lineage.contains(&technology.slug.to_string()) {
            break;
        }
        lineage.push(technology.slug.to_string());
        next = technology.parent.clone();
    }
    lineage
}

/// How many companies have the technology or a part of it, by tags that `counts` lets pass.
fn having(
    catalog: &Catalog,
    companies: &[&Company],
    technology: &str,
    counts: impl Fn(&Tag) -> bool,
) -> usize {
    let has = |company: &&&Company| {
        let mut tags = company.tags.iter().filter(|tag| says_use(tag) && counts(tag));
        tags.any(|tag| lineage(catalog, tag).contains(&technology.to_owned()))
    };
    companies.iter().filter(has).count()
}

/// Said a second time, so that the order of the enum cannot change unnoticed.
const IN_DATA_FLOW: [Role; 11] = [
    Role::Collection,
    Role::Transport,
    Role::StreamProcessing,
    Role::BatchProcessing,
    Role::Storage,
    Role::TableFormat,
    Role::OlapQuery,
    Role::Serving,
    Role::Orchestration,
    Role::Infrastructure,
    Role::Platform,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_compared_round_trips((catalog, numbers) in some_companies()) {
        let mut compared = Compared::default();
        for number in &numbers {
            compared = compared.with(&catalog.companies[*number].slug);
        }
        let text = compared.to_query_string();
        prop_assert_eq!(Compared::from_query_string(&text, &catalog), compared.clone());
        prop_assert_eq!(Compared::from_query_string(&format!("?{text}"), &catalog), compared.clone());
        let companies: Vec<&Company> = numbers.iter().map(|at| &catalog.companies[*at]).collect();
        prop_assert_eq!(compared.companies(&catalog), companies);
    }

    #[test]
    fn any_address_names_at_most_four_companies(
        catalog in fixtures::catalog(6),
        text in prop_oneof![
            any::<String>(),
            "((company|q|x)?(=|&|%|\\+|%[0-9a-fA-F]{2}|company-[0-9]|\\x00)){0,30}",
            "(company=company-[0-9]&){0,12}",
        ],
    ) {
        let compared = Compared::from_query_string(&text, &catalog);
        let companies = compared.companies(&catalog);
        prop_assert!(companies.len() <= Compared::MOST);
        let slugs: BTreeSet<_> = companies.iter().map(|company| &company.slug).collect();
        prop_assert_eq!(slugs.len(), companies.len());
        let written = compared.to_query_string();
        prop_assert_eq!(Compared::from_query_string(&written, &catalog), compared);
    }

    #[test]
    fn each_family_is_a_row_with_all_that_companies_have_of_it((catalog, numbers) in some_companies()) {
        prop_assume!(!has_rings(&catalog));
        let index = Index::new(&catalog);
        let companies: Vec<&Company> = numbers.iter().map(|at| &catalog.companies[*at]).collect();
        let families = index.comparison(&companies).families;
        let outermost = |tag: &Tag| lineage(&catalog, tag).last().cloned();
        let mut seen = BTreeSet::new();
        for family in &families {
            let of_family = a_tag(family.technology.slug.clone(), vec![]);
            let root = outermost(&of_family);
            prop_assert!(seen.insert(root.clone()), "a family stands twice");
            for (company, cell) in companies.iter().zip(&family.cells) {
                let tags: Vec<&Tag> = cell.iter().map(|used| used.tag).collect();
                let naive = company.tags.iter().filter(|tag| says_use(tag) && outermost(tag) == root);
                prop_assert_eq!(tags, naive.collect::<Vec<_>>());
            }
            let uses: Vec<_> = family.cells.iter().flatten().collect();
            let wholes = |used: &Use| lineage(&catalog, used.tag);
            let is_common = |slug: &String| uses.iter().all(|used| wholes(used).contains(slug));
            // The innermost that all of them are or are a part of.
            let naive = wholes(uses[0]).into_iter().find(is_common);
            prop_assert_eq!(Some(family.technology.slug.to_string()), naive);
            let is_strong = |tag: &Tag| tag.evidence.iter().any(|e| e.grade.is_strong());
            let slug = family.technology.slug.as_str();
            let strong = having(&catalog, &companies, slug, is_strong);
            let any = family.cells.iter().filter(|cell| !cell.is_empty()).count();
            prop_assert_eq!((family.companies.strong, family.companies.total()), (strong, any));
            for used in uses {
                let technology = catalog.technology(used.tag.technology.as_str());
                prop_assert_eq!(Some(used.technology), technology);
            }
        }
        let roots: BTreeSet<_> = companies.iter().flat_map(|company| {
            let known = |tag: &&Tag| says_use(tag) && catalog.technology(tag.technology.as_str()).is_some();
            company.tags.iter().filter(known).map(outermost)
        }).collect();
        prop_assert_eq!(seen, roots);
        let places: Vec<_> = families.iter().map(|family| {
            (family.reach(), IN_DATA_FLOW.iter().position(|role| *role == family.technology.role))
        }).collect();
        prop_assert!(places.is_sorted());
    }

    #[test]
    fn material_is_counted_as_the_naive_way_counts((catalog, numbers) in some_companies()) {
        let index = Index::new(&catalog);
        let companies: Vec<&Company> = numbers.iter().map(|at| &catalog.companies[*at]).collect();
        let comparison = index.comparison(&companies);
        let mut total = 0;
        for row in &comparison.kinds {
            for (company, count) in companies.iter().zip(&row.counts) {
                let naive = if row.kind == Kind::Podcast {
                    company.podcasts.len()
                } else {
                    company.resources.iter().filter(|r| r.kind == row.kind).count()
                };
                prop_assert_eq!(*count, naive);
                total += count;
            }
            prop_assert!(row.counts.iter().any(|count| *count > 0));
            prop_assert_eq!(row.counts.len(), companies.len());
        }
        let all = companies.iter().map(|company| company.podcasts.len() + company.resources.len());
        prop_assert_eq!(total, all.sum::<usize>());
        let years: Vec<_> = companies.iter().map(|company| {
            let years: Vec<u32> =
                company.resources.iter().filter_map(|r| Some(r.dated?.year)).collect();
            Some((*years.iter().min()?, *years.iter().max()?, years.len()))
        }).collect();
        let given: Vec<_> = comparison.years.iter().map(|years| {
            years.map(|years| (years.first, years.last, years.dated))
        }).collect();
        prop_assert_eq!(given, years);
    }

    #[test]
    fn what_is_shared_is_what_the_naive_way_finds((catalog, numbers) in some_companies()) {
        let index = Index::new(&catalog);
        let companies: Vec<&Company> = numbers.iter().map(|at| &catalog.companies[*at]).collect();
        let any = |technology: &Technology| {
            having(&catalog, &companies, technology.slug.as_str(), |_| true)
        };
        let is_strong = |tag: &Tag| tag.evidence.iter().any(|e| e.grade.is_strong());
        let strong = |technology: &Technology| {
            having(&catalog, &companies, technology.slug.as_str(), is_strong)
        };
        let is_part_of = |part: &Technology, whole: &Technology| {
            let tag = a_tag(part.slug.clone(), vec![]);
            part.slug != whole.slug && lineage(&catalog, &tag).contains(&whole.slug.to_string())
        };
        let is_told = |whole: &Technology| {
            any(whole) > 1 && !catalog.technologies.iter().any(|part| {
                is_part_of(part, whole) && any(part) == any(whole) && strong(part) == strong(whole)
            })
        };
        let mut naive: Vec<_> = catalog.technologies.iter().filter(|part| {
            is_told(part) && !catalog.technologies.iter().any(|whole| is_part_of(part, whole) && is_told(whole))
        }).map(|technology| {
            (technology.slug.as_str(), any(technology), strong(technology))
        }).collect();
        naive.sort_by_key(|(_, companies, _)| std::cmp::Reverse(*companies));
        let shared: Vec<_> = index.comparison(&companies).shared.into_iter().map(|shared| {
            (shared.technology.slug.as_str(), shared.companies.total(), shared.companies.strong)
        }).collect();
        prop_assert_eq!(shared, naive);
    }

    #[test]
    fn pairs_share_technologies_and_nobody_is_in_two(
        catalog in fixtures::catalog(6),
        limit in 0..4_usize,
    ) {
        let pairs = Index::new(&catalog).pairs(limit);
        prop_assert!(pairs.len() <= limit);
        let mut seen = BTreeSet::new();
        for (company, neighbour) in &pairs {
            let shares = neighbour.shared.len() + neighbour.maybe_shared.len() > 0;
            prop_assert!(shares || has_rings(&catalog));
            prop_assert!(seen.insert(&company.slug));
            prop_assert!(seen.insert(&neighbour.company.slug));
        }
        let free: Vec<&Company> =
            catalog.companies.iter().filter(|company| !seen.contains(&company.slug)).collect();
        let share = |one: &Company, other: &Company| {
            let both = [one, other];
            catalog.technologies.iter().any(|t| having(&catalog, &both, t.slug.as_str(), |_| true) == 2)
        };
        let misses_a_pair = free.iter().any(|one| {
            free.iter().any(|other| one.slug != other.slug && share(one, other))
        });
        prop_assert!(pairs.len() == limit || !misses_a_pair);
    }
}

/// Whether a technology is a part of itself, which random vocabularies hold and real ones do not.
fn has_rings(catalog: &Catalog) -> bool {
    catalog.technologies.iter().any(|technology| {
        let mut at = technology;
        for _ in 0..=catalog.technologies.len() {
            match at.parent.as_ref().and_then(|slug| catalog.technology(slug.as_str())) {
                Some(parent) => at = parent,
                None => return false,
            }
        }
        true
    })
}

/// Kafka and Spark Streaming at Netflix, Spark and Kafka at Uber, Spark at Ebay by its venue only.
fn a_catalog() -> Catalog {
    use Grade::{Stated, Venue};
    let company = |name: &str, tags: &[(&str, Grade)]| Company {
        tags: tags.iter().map(|(name, grade)| a_tag(slug(name), vec![*grade])).collect(),
        ..a_company(&name.to_lowercase(), name)
    };
    let mut streaming = a_technology("spark-streaming", "Spark Streaming", Role::StreamProcessing);
    streaming.parent = Some(slug("spark"));
    Catalog {
        companies: vec![
            company("Netflix", &[("kafka", Stated), ("spark-streaming", Stated)]),
            company("Uber", &[("spark", Stated), ("kafka", Stated)]),
            company("Ebay", &[("spark", Venue)]),
            company("Lonely", &[]),
            company("Zalando", &[]),
        ],
        technologies: vec![
            a_technology("spark", "Spark", Role::BatchProcessing),
            streaming,
            a_technology("kafka", "Kafka", Role::Transport),
        ],
        redirects: vec![(slug("netflicks"), slug("netflix"))],
        ..Catalog::default()
    }
}

#[track_caller]
fn check_read(text: &str, canonical: &str) {
    assert_eq!(Compared::from_query_string(text, &a_catalog()).to_query_string(), canonical);
}

#[test]
fn order_is_kept_and_repetition_dropped() {
    check_read("company=uber&company=netflix&company=uber", "company=uber&company=netflix");
}

#[test]
fn old_slugs_are_followed() {
    check_read("company=netflicks&company=netflix&company=uber", "company=netflix&company=uber");
}

#[test]
fn what_is_unknown_takes_no_place() {
    check_read(
        "company=a&company=b&company=c&company=d&q=x&company=eBay&companies=uber",
        "company=ebay",
    );
}

#[test]
fn case_and_commas_are_understood() {
    check_read("company=Netflix,UBER", "company=netflix&company=uber");
    check_read("Company=netflix%2C+ebay,,a", "company=netflix&company=ebay");
}

#[test]
fn of_five_in_an_address_the_first_four_count() {
    check_read(
        "company=netflix&company=uber&company=ebay&company=lonely&company=zalando",
        "company=netflix&company=uber&company=ebay&company=lonely",
    );
}

#[test]
fn a_fifth_changes_nothing() {
    let catalog = a_catalog();
    let four = "company=netflix&company=uber&company=ebay&company=lonely";
    let compared = Compared::from_query_string(four, &catalog);
    assert!(compared.is_full());
    assert_eq!(compared.with(&slug("zalando")), compared);
    assert_eq!(compared.with(&slug("ebay")), compared);
    assert_eq!(
        compared.without(&slug("uber")).to_query_string(),
        "company=netflix&company=ebay&company=lonely"
    );
}

#[test]
fn who_runs_a_part_and_who_runs_the_whole_share_the_whole() {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    let companies: Vec<&Company> = catalog.companies.iter().take(3).collect();
    let comparison = index.comparison(&companies);
    let shared: Vec<_> = comparison
        .shared
        .iter()
        .map(|shared| {
            (shared.technology.name.as_str(), shared.companies.total(), shared.companies.strong)
        })
        .collect();
    assert_eq!(shared, [("Spark", 3, 2), ("Kafka", 2, 2)]);
    let rows: Vec<_> =
        comparison.families.iter().map(|f| (f.technology.name.as_str(), f.reach())).collect();
    assert_eq!(rows, [("Spark", Reach::MaybeAll), ("Kafka", Reach::Several)]);
    let names = comparison.families[0].cells.iter().map(|cell| cell[0].technology.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["Spark Streaming", "Spark", "Spark"]);
}

#[test]
fn a_part_that_fewer_run_is_not_named_beside_the_whole() {
    let mut catalog = a_catalog();
    catalog.companies[2].tags = catalog.companies[0].tags.clone();
    let index = Index::new(&catalog);
    let companies: Vec<&Company> = catalog.companies.iter().take(3).collect();
    let shared = index.comparison(&companies).shared;
    let shared: Vec<_> = shared.iter().map(|s| s.technology.name.as_str()).collect();
    assert_eq!(shared, ["Spark", "Kafka"]);
}

#[test]
fn a_part_that_all_sharers_run_stands_for_the_whole() {
    let mut catalog = a_catalog();
    catalog.companies[1].tags = catalog.companies[0].tags.clone();
    let index = Index::new(&catalog);
    let companies: Vec<&Company> = catalog.companies.iter().take(2).collect();
    let comparison = index.comparison(&companies);
    let shared: Vec<_> = comparison.shared.iter().map(|s| s.technology.name.as_str()).collect();
    assert_eq!(shared, ["Spark Streaming", "Kafka"]);
    let rows: Vec<_> = comparison.families.iter().map(|f| f.technology.name.as_str()).collect();
    assert_eq!(rows, ["Kafka", "Spark Streaming"], "in the order in which data flows");
}

#[test]
fn undated_material_spans_no_years() {
    let mut catalog = a_catalog();
    let dated = |year: Option<u32>| Resource {
        dated: year.map(|year| Dated { year, source: DateSource::Address }),
        ..a_resource(String::new(), None, Kind::Slides)
    };
    catalog.companies[0].resources = vec![dated(Some(2018)), dated(None), dated(Some(2014))];
    catalog.companies[1].resources = vec![dated(None)];
    let index = Index::new(&catalog);
    let companies: Vec<&Company> = catalog.companies.iter().take(2).collect();
    let years = index.comparison(&companies).years;
    assert_eq!(years[0].map(|y| (y.first, y.last, y.dated)), Some((2014, 2018, 2)));
    assert_eq!(years[1], None);
}
