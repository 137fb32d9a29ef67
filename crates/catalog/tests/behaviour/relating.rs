//! Relations between companies and technologies.

use crate::random::{a_company, a_podcast, a_tag, a_technology, slug};
use catalog::{Catalog, Company, Grade, Index, Role, Technology};

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
    let check = |company, limit, expected: &[(&str, &[&str])]| {
        let neighbours = index.neighbours(catalog.company(company).unwrap(), limit);
        let neighbours: Vec<_> = neighbours
            .iter()
            .map(|n| (n.company.name.as_str(), names(n.shared.iter().copied())))
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(name, shared)| (*name, shared.to_vec())).collect();
        assert_eq!(neighbours, expected, "{company}");
    };
    check(
        "uber",
        9,
        &[("Zalando", &["Flink", "Kafka"]), ("Ebay", &["Kafka"]), ("Netflix", &["Kafka"])],
    );
    check("uber", 1, &[("Zalando", &["Flink", "Kafka"])]);
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
    assert_eq!(names(neighbours[0].shared.iter().copied()), ["Kafka Streams"]);
}

#[test]
fn technologies_are_used_with_others_but_not_with_their_own_family() {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    let check = |technology, expected: &[(&str, usize)]| {
        let beside = index.used_with(technology);
        let beside: Vec<_> = beside.iter().map(|(t, n)| (t.name.as_str(), *n)).collect();
        assert_eq!(beside, expected, "{technology}");
    };
    check("kafka", &[("Flink", 2)]);
    check("flink", &[("Kafka", 2)]);
    check("kafka-streams", &[]);
    check("nothing", &[]);
}

#[test]
fn families_go_up_and_down() {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    assert_eq!(names(index.children("kafka")), ["Kafka Streams"]);
    assert_eq!(names(index.children("flink")), [""; 0]);
    assert_eq!(names(index.family("interactive")), ["Kafka", "Kafka Streams"]);
    assert_eq!(names(index.family("kafka")), [""; 0]);
    assert_eq!(names(index.family("nothing")), [""; 0]);
}

#[test]
fn a_ring_of_parents_ends() {
    let mut catalog = a_catalog();
    catalog.technologies[0].parent = Some(slug("interactive"));
    let index = Index::new(&catalog);
    assert_eq!(names(index.family("kafka")), ["Kafka Streams", "Interactive Queries"]);
    assert_eq!(index.companies_of("interactive").len(), 5);
}

#[test]
fn unknown_slugs_are_dropped_and_old_ones_followed() {
    let catalog = a_catalog();
    let filter =
        catalog::Filter::from_query_string("tech=stratosphere&tech=gone&industry=mining&q=x");
    let known = Index::new(&catalog).known(&filter);
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
    let results = Index::new(&catalog).results(&catalog::Filter::default());
    let order: Vec<_> = results.iter().map(|hit| hit.company.name.as_str()).collect();
    assert_eq!(order, ["Airbnb", "éa", "eBay", "Über", "Zalando"]);
}
