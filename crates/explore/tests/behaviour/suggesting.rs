//! What is suggested while one types.

use crate::searching::{has, words};
use catalog::{Catalog, Grade, Kind, Resource, Role};
use explore::{Filter, Index, Search, Suggestion, Target};
use fixtures::{a_company, a_resource, a_tag, a_technology};
use proptest::prelude::*;
use proptest::sample::select;

fn queries() -> impl Strategy<Value = String> {
    const TYPED: &[&str] = &[
        "k",
        "ka",
        "KAFKA",
        "s",
        "Spark",
        "spa",
        "netfl",
        "zur",
        "S3",
        "c++",
        "booking com",
        "com",
        "stre",
        "Straß",
        "a",
        "1",
        "10",
        "X2",
        "!",
        "the",
        "nothing",
    ];
    proptest::collection::vec(select(TYPED), 0..3).prop_map(|words| words.join(" "))
}

/// The place of a name in the order, by its words instead of its letters in a row.
fn rank(name: &str, query: &str) -> Option<usize> {
    let (name, query) = (words(name), words(query));
    let (last, whole) = query.split_last()?;
    let begins_at = |at: usize| {
        name.len() >= at + query.len()
            && name[at..at + whole.len()] == *whole
            && name[at + whole.len()].starts_with(last)
    };
    if name == query {
        Some(0)
    } else if begins_at(0) {
        Some(1)
    } else if (1..name.len()).any(begins_at) {
        Some(2)
    } else {
        query.iter().all(|term| has(&name, term)).then_some(3)
    }
}

/// Whether an alias is the name without its first words.
fn is_short(alias: &str, name: &str) -> bool {
    let (alias, name) = (words(alias), words(name));
    !alias.is_empty() && alias.len() < name.len() && name.ends_with(&alias)
}

/// The best rank by the shown name, whole or short, or, worse than any of those, by another.
fn best(name: &str, others: &[String], query: &str) -> Option<usize> {
    let (short, others): (Vec<&String>, Vec<&String>) =
        others.iter().partition(|other| is_short(other, name));
    let best = |names: Vec<&String>| names.into_iter().filter_map(|name| rank(name, query)).min();
    let shown = best(short).into_iter().chain(rank(name, query)).min();
    shown.or(best(others).map(|rank| rank + 4))
}

/// The targets of a group as text, so that those of two ways can be compared.
fn expected(catalog: &Catalog, query: &str) -> [Vec<(usize, String)>; 3] {
    let companies = catalog.companies.iter();
    let companies = companies.filter_map(|company| {
        Some((best(&company.name, &[], query)?, key(Target::Company(company))))
    });
    let technologies = catalog.technologies.iter().filter_map(|technology| {
        Some((
            best(&technology.name, &technology.aliases, query)?,
            key(Target::Technology(technology)),
        ))
    });
    let has_titles = words(query).concat().chars().count() >= 2;
    let resources = catalog.companies.iter().filter(|_| has_titles).flat_map(|company| {
        company.resources.iter().filter_map(move |resource| {
            let rank = best(&resource.title, labels(resource), query)?;
            Some((rank, key(Target::Resource(company, resource))))
        })
    });
    [companies.collect(), technologies.collect(), resources.collect()].map(
        |mut group: Vec<(usize, String)>| {
            group.sort();
            group
        },
    )
}

fn key(target: Target<'_>) -> String {
    match target {
        Target::Company(company) => company.slug.to_string(),
        Target::Technology(technology) => technology.slug.to_string(),
        Target::Resource(company, resource) => {
            let at = company.resources.iter().position(|other| std::ptr::eq(other, resource));
            format!("{} {}", company.slug, at.unwrap())
        }
    }
}

fn group(target: Target<'_>) -> usize {
    match target {
        Target::Company(_) => 0,
        Target::Technology(_) => 1,
        Target::Resource(..) => 2,
    }
}

fn labels(resource: &Resource) -> &[String] {
    resource.label.as_slice()
}

/// The best rank of what is suggested, which has to be by the name that the suggestion says.
fn rank_of(suggestion: &Suggestion<'_>, query: &str) -> usize {
    let others = match suggestion.target {
        Target::Company(_) => &[],
        Target::Technology(technology) => technology.aliases.as_slice(),
        Target::Resource(_, resource) => labels(resource),
    };
    let best = best(suggestion.target.name(), others, query).unwrap();
    match &suggestion.other_name {
        None => assert!(best < 4, "{suggestion:?}"),
        Some(other) => assert_eq!(rank(other.text, query).map(|rank| rank + 4), Some(best)),
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn suggested_is_what_has_every_word_best_first(
        catalog in fixtures::catalog(12), query in queries(), limit in 0_usize..5,
    ) {
        let index = Index::new(&catalog);
        let search = Search::new(&index);
        let suggestions = search.suggest(&query, 1000);
        let ranks: Vec<_> =
            suggestions.iter().map(|s| (group(s.target), rank_of(s, &query))).collect();
        prop_assert!(ranks.is_sorted(), "{:?}", suggestions);
        let mut found: [Vec<(usize, String)>; 3] = Default::default();
        for suggestion in &suggestions {
            found[group(suggestion.target)]
                .push((rank_of(suggestion, &query), key(suggestion.target)));
        }
        for group in &mut found {
            group.sort();
        }
        prop_assert_eq!(&found, &expected(&catalog, &query));

        let mut few = suggestions;
        let mut taken = [0; 3];
        few.retain(|suggestion| {
            taken[group(suggestion.target)] += 1;
            taken[group(suggestion.target)] <= limit
        });
        prop_assert_eq!(search.suggest(&query, limit), few);
    }

    #[test]
    fn what_is_marked_is_what_was_typed(catalog in fixtures::catalog(8), query in queries()) {
        let index = Index::new(&catalog);
        for suggestion in Search::new(&index).suggest(&query, 1000) {
            let name = suggestion.target.name();
            let other = suggestion.other_name.as_ref();
            prop_assert_eq!(suggestion.marks.is_empty(), marked(name, &suggestion.marks).is_empty());
            let (text, marks) = other.map_or((name, &suggestion.marks), |o| (o.text, &o.marks));
            let marked = marked(text, marks);
            for term in words(&query) {
                prop_assert!(
                    marked.iter().any(|mark| mark.starts_with(&term) || *mark == term),
                    "{:?} in {:?} of {:?}", term, marked, text
                );
            }
        }
    }

    #[test]
    fn any_text_can_be_typed(catalog in fixtures::catalog(3), query in any::<String>()) {
        let index = Index::new(&catalog);
        let search = Search::new(&index);
        let _ = search.suggest(&query, 4);
        let _ = search.did_you_mean(&index.check(&Filter { query, ..Filter::default() }));
    }
}

/// The marked pieces, folded.
fn marked(text: &str, marks: &[(u32, u32)]) -> Vec<String> {
    let piece = |&(start, end): &(u32, u32)| {
        assert!(start < end);
        words(text.get(start as usize..end as usize).unwrap()).concat()
    };
    marks.iter().map(piece).collect()
}

pub(crate) fn a_catalog() -> Catalog {
    let mut streams = a_technology("kafka-streams", "Kafka Streams", Role::StreamProcessing);
    streams.aliases = vec!["KStreams".to_owned()];
    let mut storage = a_technology("s3", "Amazon S3", Role::Storage);
    storage.aliases = vec!["Simple Storage Service".to_owned()];
    let mut kafka = a_technology("kafka", "Apache Kafka", Role::Transport);
    kafka.aliases = vec!["Kafka".to_owned()];
    let unused = a_technology("kafka-connect", "Kafka Connect", Role::Collection);
    let mut uber = a_company("uber", "Uber");
    uber.resources = vec![
        a_resource("Scaling Kafka at Uber".to_owned(), None, Kind::Slides),
        a_resource("Untitled".to_owned(), Some("Kafka Wiki".to_owned()), Kind::Docs),
    ];
    uber.tags = vec![a_tag(fixtures::slug("kafka-streams"), vec![Grade::Stated])];
    Catalog {
        companies: vec![a_company("zkafka", "Zürich Kafka"), a_company("kayak", "Kayak"), uber],
        technologies: vec![unused, streams, storage, kafka],
        ..Catalog::default()
    }
}

/// Checks what is suggested: names with their marks as `[…]`, other names behind a slash.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let catalog = a_catalog();
    let bracketed = |text: &str, marks: &[(u32, u32)]| {
        let mut text = text.to_owned();
        for (start, end) in marks.iter().rev() {
            text.insert(*end as usize, ']');
            text.insert(*start as usize, '[');
        }
        text
    };
    let index = Index::new(&catalog);
    let suggestions = Search::new(&index).suggest(text, 3);
    let suggestions = suggestions.iter().map(|suggestion| {
        let name = bracketed(suggestion.target.name(), &suggestion.marks);
        match &suggestion.other_name {
            Some(other) => format!("{name} / {}", bracketed(other.text, &other.marks)),
            None => name,
        }
    });
    assert_eq!(suggestions.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn the_best_name_comes_first_in_each_group() {
    check(
        "kafka",
        &[
            "Zürich [Kafka]",
            "Apache [Kafka]",
            "[Kafka] Streams",
            "[Kafka] Connect",
            "Scaling [Kafka] at Uber",
            "Untitled / [Kafka] Wiki",
        ],
    );
    check("kaf str", &["[Kaf]ka [Str]eams"]);
    check("zur", &["[Zür]ich Kafka"]);
}

#[test]
fn another_name_is_said_where_it_is_the_one_that_fits() {
    check("kstr", &["Kafka Streams / [KStr]eams"]);
    check("storage simple", &["Amazon S3 / [Simple] [Storage] Service"]);
}

#[test]
fn one_letter_suggests_no_titles_and_no_letter_nothing() {
    check("u", &["[U]ber"]);
    check("un", &["[Un]titled"]);
    check("", &[]);
    check(" – ", &[]);
    check("kafka nothing", &[]);
}
