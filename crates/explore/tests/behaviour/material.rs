//! The list of material against a second implementation that asks every piece, and its codec.

use std::collections::BTreeSet;

use crate::random;
use catalog::{Catalog, Company, Evidence, EvidenceSource, Kind, Resource};
use explore::{EvidenceFloor, Filter, Index, Match, Material, MaterialCriterion, Medium};
use explore::{MaterialFilter, Sort};
use proptest::collection::btree_set;
use proptest::prelude::*;

fn filter() -> impl Strategy<Value = MaterialFilter> {
    let names = || btree_set(fixtures::words(1), 0..2);
    (random::filter(random::texts(1)), names(), names()).prop_map(|(shared, venues, speakers)| {
        let text = MaterialFilter { shared, ..MaterialFilter::default() }.to_query_string();
        let names = |key: &str, names: BTreeSet<String>| -> String {
            names.iter().map(|name| format!("&{key}={}", name.replace(' ', "+"))).collect()
        };
        MaterialFilter::from_query_string(&format!(
            "{text}{}{}",
            names("venue", venues),
            names("speaker", speakers)
        ))
    })
}

/// A piece as the second implementation sees it.
struct Naive<'c> {
    company: &'c Company,
    resource: Option<&'c Resource>,
    kind: Kind,
    evidence: Vec<(&'c str, &'c Evidence)>,
}

fn pieces(catalog: &Catalog) -> Vec<Naive<'_>> {
    let mut pieces = Vec::new();
    for company in &catalog.companies {
        let evidence = |is_from: &dyn Fn(EvidenceSource) -> bool| {
            let all = company.tags.iter().flat_map(|tag| {
                tag.evidence.iter().map(move |evidence| (tag.technology.as_str(), evidence))
            });
            all.filter(|(_, evidence)| is_from(evidence.source)).collect()
        };
        for (number, _) in (0..).zip(&company.podcasts) {
            pieces.push(Naive {
                company,
                resource: None,
                kind: Kind::Podcast,
                evidence: evidence(&|source| source == EvidenceSource::Podcast(number)),
            });
        }
        for (number, resource) in (0..).zip(&company.resources) {
            use EvidenceSource::{Address, Label, Title};
            let own = [Address(number), Label(number), Title(number)];
            pieces.push(Naive {
                company,
                resource: Some(resource),
                kind: resource.kind,
                evidence: evidence(&|source| own.contains(&source)),
            });
        }
    }
    pieces
}

fn ancestors(catalog: &Catalog, slug: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut at = catalog.technology(slug);
    while let Some(technology) = at {
        if !seen.insert(technology.slug.to_string()) {
            break;
        }
        at = technology.parent.as_ref().and_then(|parent| catalog.technology(parent.as_str()));
    }
    seen
}

/// Words as the random catalogues have them: plain ones.
fn form(name: &str) -> String {
    MaterialFilter::from_query_string(&format!("venue={}", name.replace(' ', "+")))
        .venues
        .iter()
        .next()
        .cloned()
        .unwrap_or_default()
}

fn passes(catalog: &Catalog, piece: &Naive<'_>, filter: &MaterialFilter) -> bool {
    let shared = &filter.shared;
    let counted: Vec<&str> = piece
        .evidence
        .iter()
        .filter(|(_, e)| shared.evidence == EvidenceFloor::Any || e.grade.is_strong())
        .map(|(slug, _)| *slug)
        .filter(|slug| catalog.technology(slug).is_some())
        .collect();
    let has: BTreeSet<String> = counted.iter().flat_map(|slug| ancestors(catalog, slug)).collect();
    let known = shared.technologies.iter().filter_map(|slug| catalog.technology(slug.as_str()));
    let mut chosen = known.map(|technology| has.contains(technology.slug.as_str())).peekable();
    let technology = chosen.peek().is_none()
        || match shared.match_mode {
            Match::All => chosen.all(|has| has),
            Match::Any => chosen.any(|has| has),
        };
    let mut roles = counted.iter().filter_map(|slug| Some(catalog.technology(slug)?.role));
    let industries: Vec<_> =
        shared.industries.iter().filter(|slug| catalog.industry(slug.as_str()).is_some()).collect();
    let year = piece.resource.and_then(|resource| Some(resource.dated?.year));
    let all = pieces(catalog);
    let is_venue = |key: &String| {
        all.iter()
            .any(|p| p.resource.and_then(|r| r.venue.as_deref()).map(form) == Some(key.clone()))
    };
    let is_speaker = |key: &String| {
        all.iter().any(|p| p.resource.is_some_and(|r| r.speakers.iter().any(|s| form(s) == *key)))
    };
    let venues: Vec<_> = filter.venues.iter().filter(|key| is_venue(key)).collect();
    let speakers: Vec<_> = filter.speakers.iter().filter(|key| is_speaker(key)).collect();
    technology
        && (shared.roles.is_empty() || roles.any(|role| shared.roles.contains(&role)))
        && (shared.kinds.is_empty() || shared.kinds.contains(&piece.kind))
        && (industries.is_empty()
            || industries.iter().any(|slug| piece.company.industry.as_ref() == Some(slug)))
        && (shared.evidence == EvidenceFloor::Any || !counted.is_empty())
        && (shared.years.is_open() || year.is_some_and(|year| shared.years.contains(year)))
        && (venues.is_empty()
            || piece
                .resource
                .and_then(|r| r.venue.as_deref())
                .is_some_and(|venue| venues.contains(&&form(venue))))
        && (speakers.is_empty()
            || piece
                .resource
                .is_some_and(|r| r.speakers.iter().any(|name| speakers.contains(&&form(name)))))
}

/// How many pieces pass a filter, by the second implementation.
fn promised(catalog: &Catalog, filter: &MaterialFilter) -> usize {
    pieces(catalog).iter().filter(|piece| passes(catalog, piece, filter)).count()
}

/// The filter with one choice more, or with the choice in place of those of its facet.
fn chosen(filter: &MaterialFilter, query: &str) -> MaterialFilter {
    let (key, _) = query.split_once('=').unwrap();
    let mut other = filter.clone();
    match key {
        "kind" => other.shared.kinds.clear(),
        "industry" => other.shared.industries.clear(),
        "from" => other.shared.years = Filter::default().years,
        "venue" => other.venues.clear(),
        "speaker" => other.speakers.clear(),
        _ if other.shared.match_mode == Match::Any => other.shared.technologies.clear(),
        _ => {}
    }
    MaterialFilter::from_query_string(&format!("{}&{query}", other.to_query_string()))
}

proptest! {
    #[test]
    fn the_list_and_every_count_are_those_of_asking_each_piece(
        catalog in fixtures::catalog(5), filter in filter(),
    ) {
        let filter = MaterialFilter {
            shared: Filter { query: String::new(), ..filter.shared.clone() },
            ..filter
        };
        let index = Index::new(&catalog);
        let material = Material::new(&index);
        let (checked, _) = material.read(&filter.to_query_string());
        let listing = material.listing(&checked);
        prop_assert_eq!(listing.pieces.len(), promised(&catalog, &filter));
        let undated = listing.pieces.iter().filter(|piece| piece.year().is_none()).count();
        prop_assert_eq!(listing.undated, undated);
        let asked = |query: String| promised(&catalog, &chosen(&filter, &query));
        for (technology, count) in catalog.technologies.iter().zip(&listing.technologies) {
            prop_assert_eq!(asked(format!("tech={}", technology.slug)), *count, "{}", technology.slug);
        }
        for (kind, count) in &listing.kinds {
            prop_assert_eq!(asked(format!("kind={}", kind.as_str())), *count);
        }
        for (year, count) in &listing.years {
            prop_assert_eq!(asked(format!("from={year}&to={year}")), *count);
        }
        for (industry, count) in catalog.industries.iter().zip(&listing.industries) {
            prop_assert_eq!(asked(format!("industry={}", industry.slug)), *count);
        }
        for (venue, count) in &listing.venues {
            prop_assert_eq!(asked(format!("venue={}", venue.key)), *count);
        }
        for (speaker, count) in &listing.speakers {
            prop_assert_eq!(asked(format!("speaker={}", speaker.key)), *count);
        }
    }

    #[test]
    fn it_is_ordered_by_year_or_title(catalog in fixtures::catalog(5), filter in filter()) {
        let index = Index::new(&catalog);
        let material = Material::new(&index);
        let (checked, _) = material.read(&filter.to_query_string());
        let listing = material.listing(&checked);
        if checked.shared.sort == Sort::Name {
            let titles: Vec<String> =
                listing.pieces.iter().map(|piece| piece.title().to_lowercase()).collect();
            prop_assert!(titles.is_sorted() || titles.iter().any(|title| !title.is_ascii()));
        } else {
            let years: Vec<u32> =
                listing.pieces.iter().map(|piece| piece.year().unwrap_or(0)).collect();
            prop_assert!(years.iter().rev().is_sorted());
        }
    }

    #[test]
    fn every_filter_round_trips(filter in filter()) {
        let text = filter.to_query_string();
        prop_assert_eq!(&MaterialFilter::from_query_string(&text), &filter);
        prop_assert_eq!(&MaterialFilter::from_query_string(&format!("?{text}")), &filter);
        for criterion in filter.criteria() {
            prop_assert!(filter.contains(&criterion));
            prop_assert!(!filter.without(&criterion).contains(&criterion));
            prop_assert_eq!(&filter.without(&criterion).toggled(criterion), &filter);
        }
        prop_assert!(filter.cleared().criteria().is_empty());
    }

    #[test]
    fn garbage_settles_at_once(text in prop_oneof![
        any::<String>(),
        "(q|tech|venue|speaker|sort|from)?(=|&|,|%|[a-z]{1,3}|kafka|newest){0,20}",
    ]) {
        let written = MaterialFilter::from_query_string(&text).to_query_string();
        prop_assert_eq!(MaterialFilter::from_query_string(&written).to_query_string(), written);
    }
}

#[test]
fn a_search_text_narrows_by_the_beginnings_of_its_words() {
    let mut catalog = fixtures::a_catalog(&["kafka"], &[&[]]);
    let titled = |title: &str| fixtures::a_resource(title.to_owned(), None, Kind::Slides);
    let talk = Resource {
        speakers: vec!["Jun Rao".to_owned()],
        venue: Some("Kafka Summit".to_owned()),
        ..titled("Streams at scale")
    };
    catalog.companies[0].resources = vec![talk, titled("Batches at scale")];
    let index = Index::new(&catalog);
    let material = Material::new(&index);
    let found = |query: &str| {
        let (filter, _) = material.read(query);
        let listing = material.listing(&filter);
        listing.pieces.iter().map(|piece| piece.title().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("q=scale"), ["Streams at scale", "Batches at scale"]);
    assert_eq!(found("q=stre+rao"), ["Streams at scale"]);
    assert_eq!(found("q=summit"), ["Streams at scale"]);
    assert_eq!(found("q=slides+batch"), ["Batches at scale"]);
    assert!(found("q=treams").is_empty());
    assert_eq!(found("q=!!!").len(), 2);
}

#[test]
fn what_the_catalogue_does_not_know_is_named() {
    let mut catalog = fixtures::a_catalog(&["kafka"], &[&["kafka"]]);
    let talk = fixtures::a_resource("A talk".to_owned(), None, Kind::Slides);
    catalog.companies[0].resources =
        vec![Resource { venue: Some("Kafka Summit".to_owned()), ..talk }];
    let index = Index::new(&catalog);
    let material = Material::new(&index);
    let (filter, unknown) = material.read("venue=Kafka%20Summit,nowhere&speaker=nobody&tech=x");
    assert_eq!(filter.to_query_string(), "venue=kafka-summit");
    let values: Vec<_> = unknown.iter().map(|u| (u.key.as_str(), u.value.as_str())).collect();
    assert_eq!(values, [("tech", "x"), ("venue", "nowhere"), ("speaker", "nobody")]);
    assert_eq!(material.venue("kafka-summit"), Some("Kafka Summit"));
    let listing = material.listing(&filter);
    assert!(matches!(listing.pieces[0].item, Medium::Link(_)));
    assert!(filter.contains(&MaterialCriterion::Venue("kafka-summit".to_owned())));
}
