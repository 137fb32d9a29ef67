//! Words in titles that may be technologies nobody listed.

use std::collections::{BTreeMap, BTreeSet};

use catalog::Catalog;
use explore::is_usual;

/// Words that no vocabulary knows, those of most companies first, each with the companies: words that
/// are written as names (Capital inside of a sentence, CamelCase, letters with digits) or that several
/// companies use. `known` are the texts of the vocabularies.
pub(super) fn unknown(catalog: &Catalog, known: &[&str]) -> Vec<String> {
    let names = catalog.companies.iter().map(|company| company.name.as_str());
    let mut vocabulary: BTreeSet<String> =
        known.iter().copied().chain(names).flat_map(keys).collect();
    vocabulary.extend(catalog.companies.iter().flat_map(|company| keys(company.slug.as_str())));
    let mut found: BTreeMap<String, Unknown<'_>> = BTreeMap::new();
    for company in &catalog.companies {
        let episodes = company.podcasts.iter().map(|podcast| podcast.title.as_str());
        let titles = company.resources.iter().map(|link| link.title.as_str()).chain(episodes);
        for title in titles {
            let in_title_case = is_in_title_case(title);
            for (number, word) in words(title).enumerate() {
                let key = word.to_lowercase();
                if key.chars().count() < 3 || vocabulary.contains(&key) || is_usual(&key) {
                    continue;
                }
                let is_capital =
                    word.starts_with(char::is_uppercase) && number > 0 && !in_title_case;
                let unknown = found.entry(key).or_insert_with(|| Unknown::new(word));
                unknown.is_name |= is_capital || is_formed_as_name(word);
                unknown.companies.insert(company.slug.as_str());
            }
        }
    }
    let mut found: Vec<Unknown<'_>> =
        found.into_values().filter(|word| word.is_name || word.companies.len() > 1).collect();
    found.sort_by_key(|word| (std::cmp::Reverse(word.companies.len()), word.written));
    let line = |word: Unknown<'_>| {
        let companies: Vec<&str> = word.companies.into_iter().collect();
        format!("{}: {}", word.written, companies.join(", "))
    };
    found.into_iter().map(line).collect()
}

struct Unknown<'t> {
    written: &'t str,
    is_name: bool,
    companies: BTreeSet<&'t str>,
}

impl<'t> Unknown<'t> {
    const fn new(written: &'t str) -> Self {
        Self { written, is_name: false, companies: BTreeSet::new() }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#' | '\'' | '’'));
    words
        .map(|word| word.trim_matches(['\'', '’']).trim_end_matches("'s").trim_end_matches("’s"))
        .filter(|word| word.contains(char::is_alphabetic))
}

fn keys(text: &str) -> impl Iterator<Item = String> {
    words(text).map(str::to_lowercase)
}

/// Whether most words of a title are capitalised, so that a capital says nothing.
fn is_in_title_case(title: &str) -> bool {
    let is_long = |word: &&str| word.chars().count() > 3 && !is_formed_as_name(word);
    let long = || words(title).skip(1).filter(is_long);
    let capitals = long().filter(|word| word.starts_with(char::is_uppercase)).count();
    capitals * 2 > long().count()
}

/// CamelCase, and letters with digits: DataHub, k8s.
fn is_formed_as_name(word: &str) -> bool {
    let mut letters = word.chars();
    let starts_as_word = letters.next().is_some_and(char::is_alphabetic);
    let is_camel =
        letters.clone().any(char::is_uppercase) && letters.clone().any(char::is_lowercase);
    let has_digit = letters.any(|c| c.is_ascii_digit());
    starts_as_word && (is_camel || has_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn company(slug: &str, titles: &[&str]) -> catalog::Company {
        let resources = titles
            .iter()
            .map(|title| catalog::Resource { title: (*title).to_owned(), ..fixtures_resource() })
            .collect();
        catalog::Company { resources, ..fixtures::a_company(slug, slug) }
    }

    fn fixtures_resource() -> catalog::Resource {
        catalog::Resource {
            url: "https://a.example/".to_owned(),
            host: "a.example".to_owned(),
            title: String::new(),
            title_source: catalog::TitleSource::Stated,
            label: None,
            kind: catalog::Kind::Article,
            speakers: Vec::new(),
            venue: None,
            dated: None,
            checked: None,
            lines: vec![1],
        }
    }

    #[test]
    fn names_and_repeated_words_are_unknown_and_usual_words_are_not() {
        let companies = vec![
            company("acme", &["How we moved to Zipkin and DataHub", "Counting with kafkaesque"]),
            company("globex", &["Our Time with Kafka", "The kafkaesque data of globex"]),
        ];
        let catalog = Catalog { companies, ..Catalog::default() };
        let found = unknown(&catalog, &["name = \"Kafka\""]);
        assert_eq!(found, ["kafkaesque: acme, globex", "DataHub: acme", "Zipkin: acme"]);
    }
}
