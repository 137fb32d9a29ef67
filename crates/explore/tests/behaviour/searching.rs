//! Search: who is found, in which order, and what is highlighted.

use std::collections::BTreeSet;

use catalog::{Block, Catalog, Company, Grade, Industry, Inline, Kind, Role};
use explore::{EvidenceFloor, Field, FieldMatch, Filter, Index, Question};
use fixtures::{a_company, a_podcast, a_resource, a_tag, a_technology};
use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::asking::Searching;
use crate::filtering::says_use;

/// The words of a text, by whole strings instead of characters.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    let folded = folded.to_lowercase().replace('ß', "ss");
    let pieces = folded.split(|c: char| !c.is_alphanumeric() && c != '+');
    pieces.filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned).collect()
}

/// Edits between two words, as the definition of the distance has it: by the lengths of beginnings.
pub(crate) fn edits(a: &[char], b: &[char]) -> usize {
    let mut least = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                least[i][j] = i.max(j);
                continue;
            }
            let replaced = least[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            least[i][j] = replaced.min(least[i - 1][j] + 1).min(least[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least[i][j] = least[i][j].min(least[i - 2][j - 2] + 1);
            }
        }
    }
    least[a.len()][b.len()]
}

fn is_typo(term: &str, word: &str) -> bool {
    let (term, word): (Vec<char>, Vec<char>) = (term.chars().collect(), word.chars().collect());
    let (last, rest) = term.split_last().unwrap();
    let is_beginning = |length: usize| {
        let (prefix_last, prefix_rest) = word[..length].split_last().unwrap();
        let goes_on = term[0] == word[0] && last == prefix_last && edits(rest, prefix_rest) <= 1;
        let is_swapped = length == term.len()
            && length > 1
            && term[..length - 2] == word[..length - 2]
            && term[length - 2..] == [word[length - 1], word[length - 2]];
        goes_on || is_swapped
    };
    let near = term.len().saturating_sub(1).max(1)..=word.len().min(term.len() + 1);
    (word.len().abs_diff(term.len()) <= 1 && edits(&term, &word) <= 1)
        || near.into_iter().any(is_beginning)
}

/// Whether a text has a word, its other number, or the word written apart.
pub(crate) fn has(text: &[String], term: &str) -> bool {
    let mut numbers = vec![term.to_owned()];
    if !["ss", "us", "is"].iter().any(|ending| term.ends_with(ending)) {
        numbers.extend(term.strip_suffix('s').filter(|stem| stem.len() > 1).map(str::to_owned));
    }
    let is_apart = |number: &String| {
        (0..text.len())
            .any(|from| (from + 2..=text.len()).any(|to| text[from..to].concat() == *number))
    };
    text.iter().any(|word| word.starts_with(term) || numbers.contains(word))
        || (term.chars().count() >= 5
            && (numbers.iter().any(is_apart)
                || ["s", "es"].iter().any(|ending| is_apart(&format!("{term}{ending}")))))
}

/// Whether a text has several words that the term may become when it is typed on.
fn is_unfinished_in(text: &[String], term: &str) -> bool {
    term.chars().count() >= 5
        && (0..text.len()).any(|from| {
            (from + 2..=text.len()).any(|to| {
                text[from..to].concat().starts_with(term)
                    && text[from..to - 1].concat().len() < term.len()
            })
        })
}

pub(crate) fn texts(catalog: &Catalog, company: &Company) -> Vec<String> {
    let mut texts = vec![company.name.clone()];
    let mut slugs: Vec<_> =
        company.tags.iter().filter(|tag| says_use(tag)).map(|tag| tag.technology.clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(slug) = slugs.pop() {
        let Some(technology) = catalog.technology(slug.as_str()) else { continue };
        if seen.insert(technology.slug.clone()) {
            texts.push(technology.name.clone());
            let aliases = technology.aliases.iter();
            texts.extend(aliases.map(|alias| format!("{} ({alias})", technology.name)));
            slugs.extend(technology.parent.clone());
        }
    }
    for tag in company.tags.iter().filter(|tag| says_use(tag)) {
        let technology = catalog.technology(tag.technology.as_str());
        texts.extend(technology.map(|technology| technology.role.label().to_owned()));
    }
    for kind in Kind::ALL.iter().filter(|kind| company.pieces(**kind) > 0) {
        texts.push(format!("{} ({})", kind.label(), kind.as_str()));
    }
    for resource in &company.resources {
        texts.extend([resource.title.clone(), resource.host.clone()]);
        texts.extend(
            resource.label.iter().chain(&resource.venue).chain(&resource.speakers).cloned(),
        );
    }
    texts.extend(company.podcasts.iter().flat_map(|p| [p.title.clone(), p.blurb.clone()]));
    for block in &company.body {
        if let Block::Paragraph { content, .. } = block {
            texts.push(Inline::plain_text(content));
        }
    }
    let industry = company.industry.as_ref().and_then(|slug| catalog.industry(slug.as_str()));
    texts.extend(industry.map(|industry| industry.name.clone()));
    texts
}

fn queries() -> impl Strategy<Value = String> {
    const TYPED: &[&str] = &[
        "kaf",
        "Kafka",
        "kafak",
        "kafkka",
        "sprak",
        "sparc",
        "netf",
        "netlfix",
        "netlf",
        "zurich",
        "zur",
        "stre",
        "streasm",
        "straems",
        "c",
        "c++",
        "X2",
        "strasse",
        "boking",
        "com",
        "10",
        "!",
        "exampel",
        "indsutry",
        "a",
        "sparks",
        "streams",
        "zurichstream",
        "thespark",
        "thesp",
        "s3s",
        "storage",
        "podcasts",
        "x2kafka",
    ];
    proptest::collection::vec(select(TYPED).prop_map(str::to_owned), 0..3)
        .prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn found_is_who_has_every_word(catalog in fixtures::catalog(25), query in queries()) {
        let everything: Vec<(&Company, Vec<Vec<String>>)> = catalog.companies.iter()
            .map(|company| {
                let texts = texts(&catalog, company);
                (company, texts.iter().map(|text| words(text)).collect())
            })
            .collect();
        let anyone = |test: &dyn Fn(&[String]) -> bool| {
            everything.iter().flat_map(|(_, texts)| texts).any(|text| test(text))
        };
        let mut typed: Vec<String> = Vec::new();
        for word in words(&query) {
            if !typed.contains(&word) {
                typed.push(word);
            }
        }
        let mut expected: BTreeSet<&str> =
            catalog.companies.iter().map(|company| company.slug.as_str()).collect();
        for (number, term) in typed.iter().enumerate() {
            let pairs = typed.windows(2).enumerate().filter(|(at, _)| *at == number || at + 1 == number);
            let pairs: Vec<String> = pairs.map(|(_, pair)| pair.concat()).collect();
            let is_written = |text: &[String]| {
                has(text, term)
                    || pairs.iter().any(|pair| {
                        pair.chars().count() >= 5 && text.iter().any(|word| word.starts_with(pair))
                    })
            };
            let has_unfinished = |text: &[String]| is_unfinished_in(text, term);
            let has_typo = |text: &[String]| {
                term.chars().count() >= 5 && text.iter().any(|word| is_typo(term, word))
            };
            let meets: &dyn Fn(&[String]) -> bool = if anyone(&is_written) {
                &is_written
            } else if anyone(&has_unfinished) {
                &has_unfinished
            } else {
                &has_typo
            };
            for (company, texts) in &everything {
                if !texts.iter().any(|text| meets(text)) {
                    expected.remove(company.slug.as_str());
                }
            }
        }
        let index = Index::new(&catalog);
        let filter = Filter { query: query.clone(), ..Filter::default() };
        let results = Searching::new(&index).results(&filter);
        let found: BTreeSet<&str> = results.iter().map(|hit| hit.company.slug.as_str()).collect();
        prop_assert_eq!(found, expected);
        for hit in &results {
            prop_assert_eq!(hit.matches.is_empty(), words(&query).is_empty());
            check_matches(&hit.matches, &query);
        }
    }

    #[test]
    fn any_text_can_be_searched_for(catalog in fixtures::catalog(5), query in any::<String>()) {
        let index = Index::new(&catalog);
        let filter = Filter { query: query.clone(), ..Filter::default() };
        let _ = index.facets(&Searching::new(&index).question(&filter));
        let _ = index.nearest_companies(&query, 3);
        let _ = index.nearest_technologies(&query, 3);
    }

    #[test]
    fn any_text_is_found_and_highlighted(text in "\\PC{0,300}", from in 0_usize..20) {
        let mut catalog = a_catalog();
        catalog.companies[0].body =
            vec![Block::Paragraph { content: vec![Inline::Text(text.clone())], line: 1 }];
        let query: String = text.chars().skip(from).take(8).collect();
        let query = query.split_whitespace().next_back().unwrap_or_default();
        let filter = Filter { query: query.to_owned(), ..Filter::default() };
        for hit in Searching::new(&Index::new(&catalog)).results(&filter) {
            check_matches(&hit.matches, query);
        }
    }
}

fn check_matches(matches: &[FieldMatch], query: &str) {
    assert!(matches.len() <= 3, "{matches:?}");
    let rank = |place: &FieldMatch| match place.field {
        Field::Name => 0,
        Field::Technology(_) => 1,
        Field::Title(_) => 2,
        Field::Podcast(_) => 3,
        Field::Industry => 4,
        Field::Role(_) => 5,
        Field::Kind(_) => 6,
        Field::Text => 7,
    };
    assert!(matches.is_sorted_by_key(rank), "{matches:?}");
    for place in matches {
        let mut end = 0;
        assert!(!place.marks.is_empty(), "{place:?} for {query:?}");
        for &(start, stop) in &place.marks {
            assert!(start >= end && start < stop, "{place:?} for {query:?}");
            assert!(place.text.get(start as usize..stop as usize).is_some(), "{place:?}");
            end = stop;
        }
    }
}

/// Uber and Netflix, who share Kafka; Zürich Ré with Kafka Streams.
fn a_catalog() -> Catalog {
    let paragraph =
        |text: &str| Block::Paragraph { content: vec![Inline::Text(text.to_owned())], line: 1 };
    let mut streams = a_technology("kafka-streams", "Kafka Streams", Role::StreamProcessing);
    streams.parent = Some(fixtures::slug("kafka"));
    let mut storage = a_technology("s3", "Amazon S3", Role::Storage);
    storage.aliases = vec!["Simple Storage Service".to_owned()];
    let mut uber = a_company("uber", "Uber");
    uber.tags = vec![a_tag(fixtures::slug("kafka"), vec![Grade::Venue])];
    uber.resources = vec![a_resource("Scaling Spark at Uber".to_owned(), None, Kind::Slides)];
    uber.body = vec![paragraph("Rides. They watch Netﬂix between rides! More.")];
    let mut netflix = a_company("netflix", "Netflix");
    netflix.tags = vec![
        a_tag(fixtures::slug("kafka"), vec![Grade::Stated]),
        a_tag(fixtures::slug("s3"), vec![Grade::Stated]),
    ];
    netflix.industry = Some(fixtures::slug("media"));
    netflix.podcasts = vec![a_podcast("Netflix data".to_owned(), "About Storm.".to_owned())];
    let mut zurich = a_company("zurich-re", "Zürich Ré");
    zurich.tags = vec![a_tag(fixtures::slug("kafka-streams"), vec![Grade::Title])];
    zurich.body = vec![paragraph("A store of C++.")];
    Catalog {
        companies: vec![uber, netflix, zurich],
        technologies: vec![a_technology("kafka", "Kafka", Role::Transport), streams, storage],
        industries: vec![Industry { slug: fixtures::slug("media"), name: "Media".to_owned() }],
        ..Catalog::default()
    }
}

#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let catalog = a_catalog();
    let filter = Filter { query: query.to_owned(), ..Filter::default() };
    let results = Searching::new(&Index::new(&catalog)).results(&filter);
    let slugs: Vec<&str> = results.iter().map(|hit| hit.company.slug.as_str()).collect();
    assert_eq!(slugs, expected, "{query}");
}

/// Checks where the best result is matched, marks shown as `[…]`.
#[track_caller]
fn check_places(query: &str, expected: &[(Field, &str)]) {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    let filter = Filter { query: query.to_owned(), ..Filter::default() };
    let hit = Searching::new(&index).results(&filter).swap_remove(0);
    let places = hit.matches.into_iter().map(|place| {
        let mut text = place.text;
        for (start, end) in place.marks.into_iter().rev() {
            text.insert(end as usize, ']');
            text.insert(start as usize, '[');
        }
        (place.field, text)
    });
    let expected: Vec<_> =
        expected.iter().map(|(f, text)| (f.clone(), (*text).to_owned())).collect();
    assert_eq!(places.collect::<Vec<_>>(), expected);
}

#[test]
fn names_come_first_then_technologies_then_titles_then_texts() {
    check("netflix", &["netflix", "uber"]);
    check("uber", &["uber"]);
    check("kafka", &["netflix", "uber", "zurich-re"]);
    check("s", &["netflix", "zurich-re", "uber"]);
}

#[test]
fn words_are_anded_and_may_stand_in_different_fields() {
    check("kafka spark", &["uber"]);
    check("netflix kafka", &["netflix", "uber"]);
    check("kafka nowhere", &[]);
}

#[test]
fn a_blank_text_or_one_of_signs_hides_nothing() {
    check("  ", &["netflix", "uber", "zurich-re"]);
    check("(—", &["netflix", "uber", "zurich-re"]);
}

#[test]
fn a_technology_is_found_by_its_other_names_and_by_what_it_is_part_of() {
    check("simple storage", &["netflix"]);
    check("streams", &["zurich-re"]);
}

#[test]
fn accents_case_and_ligatures_do_not_count() {
    check("ZURICH re", &["zurich-re"]);
    check("zürich", &["zurich-re"]);
    check("NETFLIX rides", &["uber"]);
    check("c++", &["zurich-re"]);
}

#[test]
fn a_typo_is_forgiven_only_where_nothing_begins_with_the_word() {
    check("netlfix", &["netflix", "uber"]);
    check("kafak", &["netflix", "uber", "zurich-re"]);
    // Store is one letter from Storm, but Storm is there.
    check("storm", &["netflix"]);
    // Too short for a typo to be told from another word.
    check("ubr", &[]);
}

#[test]
fn evidence_does_not_hide_what_stands_in_a_text() {
    let catalog = a_catalog();
    let filter = Filter {
        query: "scaling".to_owned(),
        evidence: EvidenceFloor::Strong,
        ..Filter::default()
    };
    let index = Index::new(&catalog);
    let searching = Searching::new(&index);
    assert_eq!(searching.count(&filter), 0, "Uber has no strong tag");
    let any = Filter { evidence: EvidenceFloor::Any, ..filter };
    assert_eq!(searching.count(&any), 1);
}

#[test]
fn the_best_places_are_named_and_marked() {
    let kafka = || Field::Technology(fixtures::slug("kafka"));
    check_places("netfl", &[(Field::Name, "[Netfl]ix"), (Field::Podcast(0), "[Netfl]ix data")]);
    check_places(
        "kaf spark",
        &[(kafka(), "[Kaf]ka"), (Field::Title(0), "Scaling [Spark] at Uber")],
    );
    check_places("zur", &[(Field::Name, "[Zür]ich Ré")]);
    check_places(
        "kafak netlfi rides",
        &[(kafka(), "[Kafka]"), (Field::Text, "They watch [Netﬂix] between [rides]!")],
    );
    check_places(
        "simple",
        &[(Field::Technology(fixtures::slug("s3")), "Amazon S3 ([Simple] Storage Service)")],
    );
    check_places("media", &[(Field::Industry, "[Media]")]);
    check_places("netf rides", &[(Field::Text, "They watch [Netﬂ]ix between [rides]!")]);
}

#[test]
fn a_question_without_its_text_is_the_rest_of_the_filter() {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    let filter = index.check(&Filter::from_query_string("q=nowhere&tech=s3"));
    let question = Question::without_text(&filter);
    assert_eq!(question.filter().to_query_string(), "tech=s3");
    assert_eq!(index.count(&question), 1);
    assert_eq!(Searching::new(&index).count(&filter), 0);
}

#[test]
fn the_names_of_roles_kinds_and_industries_are_found() {
    check("storage", &["netflix"]);
    check("transport", &["netflix", "uber"]);
    check("stream processing", &["zurich-re"]);
    check("podcasts", &["netflix"]);
    check("slides", &["uber"]);
    check("media", &["netflix"]);
    check_places("podcast", &[(Field::Kind(Kind::Podcast), "[Podcast]")]);
}
