//! Relations between companies and technologies.

use std::collections::{BTreeMap, BTreeSet};

use catalog::{
    Catalog, Company, DateSource, Dated, EvidenceSource, Grade, Kind, Resource, Role, Slug, Tag,
    Technology,
};
use explore::{Answer, Filter, Index, Search};
use fixtures::{a_company, a_podcast, a_resource, a_tag, a_technology, slug};
use proptest::prelude::*;

use crate::asking::{Searching, results};

/// Kafka everywhere; Flink at Uber and Zalando; Kafka Streams, a part of Kafka, at Netflix; the
/// old name of Flink is Stratosphere.
fn a_catalog() -> Catalog {
    let company = |name: &str, tags: &[(&str, Grade)]| Company {
        tags: tags.iter().map(|(name, grade)| a_tag(slug(name), vec![*grade])).collect(),
        ..a_company(&name.to_lowercase(), name)
    };
    let mut streams = a_technology("kafka-streams", "Kafka Streams", Role::StreamProcessing);
    streams.parent = Some(slug("kafka"));
    let mut interactive = a_technology("interactive", "Interactive Queries", Role::Serving);
    interactive.parent = Some(slug("kafka-streams"));
    let mut flink = a_technology("flink", "Flink", Role::StreamProcessing);
    flink.formerly = vec![slug("stratosphere")];
    use Grade::{Stated, Venue};
    Catalog {
        companies: vec![
            company("Zalando", &[("kafka", Stated), ("flink", Venue)]),
            company("Uber", &[("flink", Stated), ("kafka", Stated)]),
            company("Netflix", &[("kafka-streams", Venue), ("kafka", Stated), ("gone", Stated)]),
            company("Ebay", &[("kafka", Stated)]),
            company("Lonely", &[]),
        ],
        technologies: vec![
            a_technology("kafka", "Kafka", Role::Transport),
            streams,
            interactive,
            flink,
        ],
        ..Catalog::default()
    }
}

fn names<'c>(technologies: impl IntoIterator<Item = &'c Technology>) -> Vec<&'c str> {
    technologies.into_iter().map(|technology| technology.name.as_str()).collect()
}

#[test]
fn companies_of_a_technology_have_it_or_a_part_of_it() {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    let check = |technology, expected: &[(&str, &str)]| {
        let pairs = index.companies_of(technology);
        let pairs: Vec<_> =
            pairs.iter().map(|(c, tag)| (c.name.as_str(), tag.technology.as_str())).collect();
        assert_eq!(pairs, expected, "{technology}");
    };
    check(
        "kafka",
        &[
            ("Ebay", "kafka"),
            ("Netflix", "kafka-streams"),
            ("Netflix", "kafka"),
            ("Uber", "kafka"),
            ("Zalando", "kafka"),
        ],
    );
    check("stratosphere", &[("Uber", "flink"), ("Zalando", "flink")]);
    check("interactive", &[]);
    check("nothing", &[]);
}

#[test]
fn neighbours_share_rare_technologies_first() {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    let check = |company, limit, expected: &[(&str, &[&str], &[&str])]| {
        let neighbours = index.neighbours(catalog.company(company).unwrap(), limit);
        let neighbours: Vec<_> = neighbours
            .iter()
            .map(|n| {
                let [shared, maybe] =
                    [&n.shared, &n.maybe_shared].map(|shared| names(shared.iter().copied()));
                (n.company.name.as_str(), shared, maybe)
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(name, shared, maybe)| (*name, shared.to_vec(), maybe.to_vec()))
            .collect();
        assert_eq!(neighbours, expected, "{company}");
    };
    check(
        "uber",
        9,
        &[
            ("Zalando", &["Kafka"], &["Flink"]),
            ("Ebay", &["Kafka"], &[]),
            ("Netflix", &["Kafka"], &[]),
        ],
    );
    check("uber", 1, &[("Zalando", &["Kafka"], &["Flink"])]);
    check("lonely", 9, &[]);
}

#[test]
fn strong_evidence_makes_better_neighbours() {
    let mut catalog = a_catalog();
    catalog.companies[3].tags[0].evidence[0].grade = Grade::Venue;
    let index = Index::new(&catalog);
    let neighbours = index.neighbours(&catalog.companies[1], 3);
    let order: Vec<_> = neighbours.iter().map(|n| n.company.name.as_str()).collect();
    assert_eq!(order, ["Zalando", "Netflix", "Ebay"]);
}

#[test]
fn what_is_shared_is_named_by_its_part() {
    let mut catalog = a_catalog();
    catalog.companies[0].tags = catalog.companies[2].tags.clone();
    let index = Index::new(&catalog);
    let neighbours = index.neighbours(&catalog.companies[0], 1);
    assert_eq!(names(neighbours[0].maybe_shared.iter().copied()), ["Kafka Streams"]);
}

#[test]
fn technologies_are_used_with_others_but_not_with_their_own_family() {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    let check = |technology, expected: &[(&str, usize, usize)]| {
        let beside = index.used_with(technology);
        let beside: Vec<_> =
            beside.iter().map(|(t, n)| (t.name.as_str(), n.strong, n.weak)).collect();
        assert_eq!(beside, expected, "{technology}");
    };
    check("kafka", &[("Flink", 1, 1)]);
    check("flink", &[("Kafka", 1, 1)]);
    check("kafka-streams", &[]);
    check("nothing", &[]);
}

#[test]
fn what_a_company_does_not_use_makes_no_relation() {
    for grade in [Grade::Plan, Grade::Past, Grade::Rejected, Grade::NotUsed] {
        let mut catalog = a_catalog();
        catalog.companies[3].tags[0].evidence[0].grade = grade;
        let index = Index::new(&catalog);
        let ebay = &catalog.companies[3];
        assert!(index.uses_of("kafka").iter().all(|(company, _)| company.name != "Ebay"));
        let not = index.not_in_use_at("kafka");
        let not: Vec<_> = not.iter().map(|(c, tag)| (c.name.as_str(), tag.grade())).collect();
        assert_eq!(not, [("Ebay", grade)]);
        assert_eq!(index.neighbours(ebay, 9), []);
        assert_eq!(index.comparison(&[ebay]).families, []);
        assert_eq!(index.stack(ebay).len(), 1);
        let search = Search::new(&index);
        let asked = search.answer("what does ebay use");
        let Some(Answer::Stack { technologies, .. }) = asked else { panic!("{asked:?}") };
        assert_eq!(technologies, Vec::<&Technology>::new());
        let hits = Searching::new(&index).results(&Filter::from_query_string("q=kafka"));
        assert!(hits.iter().all(|hit| hit.company.name != "Ebay"));
    }
}

#[test]
fn a_card_names_first_what_is_asked_for() {
    let mut catalog = a_catalog();
    let netflix = &mut catalog.companies[2];
    let talk = |title: &str, year| Resource {
        dated: Some(Dated { year, source: DateSource::Address }),
        ..a_resource(title.to_owned(), None, Kind::Slides)
    };
    netflix.resources = vec![talk("On streams", 2014), talk("On all", 2018)];
    netflix.tags[0].evidence[0].source = EvidenceSource::Title(0);
    let index = Index::new(&catalog);
    let netflix = &catalog.companies[2];
    let check = |query: &str, title: &str, expected: &[(&str, bool)]| {
        let filter = index.check(&Filter::from_query_string(query));
        let tags = index.card_tags(netflix, &filter);
        let tags: Vec<_> =
            tags.iter().map(|card| (card.tag.technology.as_str(), card.is_asked_for)).collect();
        assert_eq!(tags, expected, "{query}");
        let best = index.best_piece(netflix, &filter).unwrap();
        assert_eq!((best.title, best.more), (title, 1), "{query}");
    };
    check("", "On all", &[("kafka-streams", false), ("kafka", false), ("gone", false)]);
    check(
        "tech=kafka-streams",
        "On streams",
        &[("kafka-streams", true), ("kafka", false), ("gone", false)],
    );
    // A part is what is asked for when its whole is.
    check("tech=kafka", "On streams", &[("kafka-streams", true), ("kafka", true), ("gone", false)]);
    check("tech=flink", "On all", &[("kafka-streams", false), ("kafka", false), ("gone", false)]);
}

#[test]
fn parts_and_ancestors_are_named() {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    assert_eq!(names(index.children("kafka")), ["Kafka Streams"]);
    assert_eq!(names(index.children("flink")), [""; 0]);
    assert_eq!(names(index.ancestors("interactive")), ["Kafka", "Kafka Streams"]);
    assert_eq!(names(index.ancestors("kafka")), [""; 0]);
    assert_eq!(names(index.ancestors("nothing")), [""; 0]);
}

#[test]
fn a_ring_of_parents_ends() {
    let mut catalog = a_catalog();
    catalog.technologies[0].parent = Some(slug("interactive"));
    let index = Index::new(&catalog);
    assert_eq!(names(index.ancestors("kafka")), ["Kafka Streams", "Interactive Queries"]);
    assert_eq!(index.companies_of("interactive").len(), 5);
}

#[test]
fn unknown_slugs_are_dropped_and_old_ones_followed() {
    let catalog = a_catalog();
    let filter = Filter::from_query_string("tech=stratosphere&tech=gone&industry=mining&q=x");
    let known = Index::new(&catalog).check(&filter);
    assert_eq!(known.to_query_string(), "q=x&tech=flink");
}

#[test]
fn the_nearest_names_are_offered() {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    let companies = |text| -> Vec<&str> {
        index.nearest_companies(text, 2).iter().map(|company| company.name.as_str()).collect()
    };
    assert_eq!(companies("netlfix"), ["Netflix"]);
    assert_eq!(companies("Zal"), ["Zalando"]);
    assert_eq!(companies("xyzzy"), [""; 0]);
    assert_eq!(names(index.nearest_technologies("kafka-stream", 9)), ["Kafka Streams", "Kafka"]);
    assert_eq!(names(index.nearest_technologies("stratosfere", 9)), ["Flink"]);
    assert_eq!(names(index.nearest_technologies("kafka-stream", 1)), ["Kafka Streams"]);
}

#[test]
fn names_sort_without_case_and_accents() {
    let mut catalog = a_catalog();
    for (company, name) in
        catalog.companies.iter_mut().zip(["Über", "eBay", "Zalando", "éa", "Airbnb"])
    {
        company.name = name.to_owned();
        company.podcasts = vec![a_podcast(name.to_owned(), String::new())];
    }
    let results = results(&Index::new(&catalog), &Filter::default());
    let order: Vec<_> = results.iter().map(|hit| hit.company.name.as_str()).collect();
    assert_eq!(order, ["Airbnb", "éa", "eBay", "Über", "Zalando"]);
    let by_name = Index::new(&catalog).companies_by_name();
    assert!(by_name.iter().map(|company| &company.name).eq(order));
}

proptest! {
    #[test]
    fn what_does_the_same_work_is_counted(catalog in fixtures::catalog(20)) {
        let index = Index::new(&catalog);
        for technology in &catalog.technologies {
            let family = family_of(&catalog, &technology.slug);
            let others: BTreeMap<&str, usize> = catalog.technologies.iter()
                .filter(|other| other.role == technology.role && !family.contains(&other.slug))
                .map(|other| (other.slug.as_str(), index.companies_of(other.slug.as_str()).into_iter()
                    .map(|(company, _)| &company.slug).collect::<BTreeSet<_>>().len()))
                .filter(|(_, count)| *count > 0)
                .collect();
            let found = index.same_role(technology.slug.as_str());
            prop_assert!(found.is_sorted_by_key(|(_, count)| std::cmp::Reverse(count.total())));
            let found: BTreeMap<&str, usize> =
                found.into_iter().map(|(other, n)| (other.slug.as_str(), n.total())).collect();
            prop_assert_eq!(found, others);
        }
    }

    #[test]
    fn each_company_stands_once_with_its_best_tag(catalog in fixtures::catalog(20)) {
        let index = Index::new(&catalog);
        for technology in &catalog.technologies {
            let slug = &technology.slug;
            let filter = Filter { technologies: [slug.clone()].into(), ..Default::default() };
            let uses = index.uses_of(slug.as_str());
            let names: Vec<_> = uses.iter().map(|(company, _)| &company.slug).collect();
            let sort = explore::Sort::Name;
            let hits = results(&index, &Filter { sort, ..filter });
            prop_assert_eq!(names, hits.iter().map(|hit| &hit.company.slug).collect::<Vec<_>>());
            for (company, tag) in uses {
                let of_company = index.companies_of(slug.as_str()).into_iter();
                let grades = of_company.filter(|(other, _)| other.slug == company.slug);
                prop_assert_eq!(Some(tag.grade()), grades.map(|(_, tag)| tag.grade()).min());
            }
        }
    }

    #[test]
    fn material_is_counted_in_all(catalog in fixtures::catalog(20)) {
        let mut counted = (0, 0);
        for company in &catalog.companies {
            for _ in &company.podcasts { counted.0 += 1; }
            for _ in &company.resources { counted.1 += 1; }
        }
        prop_assert_eq!(catalog.material(), counted);
    }

    #[test]
    fn links_about_a_technology_are_those_that_speak_for_it(catalog in fixtures::catalog(20)) {
        let index = Index::new(&catalog);
        for technology in &catalog.technologies {
            let slug = technology.slug.as_str();
            let mut expected = BTreeSet::new();
            let family = |tag: &Tag| {
                let own = tag.technology.as_str();
                let ancestors = index.ancestors(own).into_iter();
                let whole = catalog.technology(own).into_iter().chain(ancestors);
                whole.into_iter().any(|whole| whole.slug.as_str() == slug)
            };
            let tags = catalog.companies.iter().flat_map(|c| c.tags.iter().map(move |tag| (c, tag)));
            for (company, tag) in tags.filter(|(_, tag)| family(tag)) {
                for evidence in &tag.evidence {
                    let (EvidenceSource::Label(number)
                    | EvidenceSource::Title(number)
                    | EvidenceSource::Address(number)) = evidence.source else { continue };
                    if (number as usize) < company.resources.len() {
                        expected.insert((company.slug.clone(), number as usize));
                    }
                }
            }
            let about = index.resources_about(slug);
            let place = |company: &Company, resource: &Resource| {
                let number = company.resources.iter().position(|r| std::ptr::eq(r, resource));
                (company.slug.clone(), number.unwrap())
            };
            let found: Vec<_> = about.iter().map(|(c, r)| place(c, r)).collect();
            prop_assert_eq!(found.len(), expected.len());
            prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
            let year = |resource: &Resource| resource.dated.map(|dated| dated.year);
            let by_name = index.companies_by_name();
            let order = |company: &Company, resource: &Resource| {
                let rank = by_name.iter().position(|other| other.slug == company.slug);
                (std::cmp::Reverse(year(resource)), rank, place(company, resource).1)
            };
            prop_assert!(about.is_sorted_by_key(|(company, resource)| order(company, resource)));
        }
    }
}

proptest! {
    #[test]
    fn a_stack_has_every_known_tag_in_the_order_of_the_flow(catalog in fixtures::catalog(8)) {
        let index = Index::new(&catalog);
        for company in &catalog.companies {
            let stack = index.stack(company);
            let known = company.tags.iter().enumerate().filter_map(|(number, tag)| {
                let technology = catalog.technology(tag.technology.as_str())?;
                let stage = technology.role.stage().unwrap_or(u8::MAX);
                Some(((stage, technology.role, number), &technology.slug))
            });
            let expected: BTreeMap<_, _> = known.collect();
            let expected: Vec<_> = expected.into_iter()
                .map(|((_, role, number), slug)| (role, &company.tags[number].technology, slug))
                .collect();
            let flat: Vec<_> = stack.iter()
                .flat_map(|(role, uses)| uses.iter().map(|(tag, t)| (*role, &tag.technology, &t.slug)))
                .collect();
            prop_assert_eq!(flat, expected);
            let roles: BTreeSet<Role> = stack.iter().map(|(role, _)| *role).collect();
            prop_assert_eq!(roles.len(), stack.len());
        }
    }
}

proptest! {
    #[test]
    fn the_years_of_a_company_span_its_dated_material(catalog in fixtures::catalog(20)) {
        for company in &catalog.companies {
            let dated = company.resources.iter().filter_map(|resource| resource.dated);
            let mut years: Vec<u32> = dated.map(|dated| dated.year).collect();
            years.sort_unstable();
            let span = company.years().map(|years| (years.first, years.last, years.dated));
            let expected = years.first().map(|first| (*first, years[years.len() - 1], years.len()));
            prop_assert_eq!(span, expected);
        }
    }
}

/// A technology with all that it is part of and all that is part of it.
fn family_of(catalog: &Catalog, slug: &Slug) -> BTreeSet<Slug> {
    let index = Index::new(catalog);
    let ancestors =
        |slug: &Slug| index.ancestors(slug.as_str()).into_iter().map(|t| t.slug.clone());
    let mut family: BTreeSet<Slug> = ancestors(slug).collect();
    let parts = catalog.technologies.iter().filter(|t| ancestors(&t.slug).any(|a| a == *slug));
    family.extend(parts.map(|part| part.slug.clone()));
    family.insert(slug.clone());
    family
}
