//! Random catalogues and filters for the property tests.

use std::collections::BTreeSet;

use catalog::{
    Block, Catalog, Company, Criterion, DateSource, Dated, Denial, Evidence, EvidenceFloor,
    EvidenceSource, Filter, Grade, Industry, Inline, Kind, Match, Note, Podcast, Resource, Role,
    Slug, Sort, Tag, Technology, TitleSource,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) const TECHNOLOGIES: usize = 8;
pub(crate) const INDUSTRIES: usize = 4;

/// Few words, so that texts and searches meet; near ones, so that typos do.
pub(crate) const WORDS: &[&str] = &[
    "Kafka",
    "kafak",
    "Spark",
    "sparks",
    "Netﬂix",
    "netflix",
    "Zürich",
    "S3",
    "C++",
    "Booking.com",
    "the",
    "stream",
    "Streams",
    "Straße",
    "a",
    "10.5",
    "—",
    "Zu\u{308}rich",
    "x²",
    "steam",
];

pub(crate) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(crate) fn technology_slug() -> impl Strategy<Value = Slug> {
    // Past the last: slugs that no technology has, and one that was renamed.
    (0..TECHNOLOGIES + 2).prop_map(|number| match number {
        TECHNOLOGIES => slug("old-1"),
        _ => slug(&format!("tech-{number}")),
    })
}

pub(crate) fn words(most: usize) -> impl Strategy<Value = String> {
    vec(select(WORDS), 0..=most).prop_map(|words| words.join(" "))
}

pub(crate) fn catalog(most_companies: usize) -> impl Strategy<Value = Catalog> {
    (vec(technology(), TECHNOLOGIES), vec(company(), 0..=most_companies)).prop_map(
        |(mut technologies, mut companies)| {
            for (number, technology) in technologies.iter_mut().enumerate() {
                technology.slug = slug(&format!("tech-{number}"));
            }
            technologies[1].formerly = vec![slug("old-1")];
            for (number, company) in companies.iter_mut().enumerate() {
                company.slug = slug(&format!("company-{number}"));
            }
            let industries = (0..INDUSTRIES).map(|number| Industry {
                slug: slug(&format!("industry-{number}")),
                name: format!("Industry {number}"),
            });
            Catalog {
                technologies,
                companies,
                industries: industries.collect(),
                ..Catalog::default()
            }
        },
    )
}

fn technology() -> impl Strategy<Value = Technology> {
    let parent = option::of(technology_slug());
    (words(2), select(Role::ALL), parent, vec(words(2), 0..2)).prop_map(
        |(name, role, parent, aliases)| Technology {
            parent,
            aliases,
            ..a_technology("replaced", &name, role)
        },
    )
}

fn company() -> impl Strategy<Value = Company> {
    let industry = (0..INDUSTRIES + 1).prop_map(|number| slug(&format!("industry-{number}")));
    let dated = option::of((2008..2020_u32, select(DateSource::ALL)));
    let resource = (words(3), option::of(words(2)), select(&Kind::ALL[1..]), dated);
    let podcast = (words(3), words(4));
    let words_of_tag = (select(Grade::ALL), evidence_source(), option::of(note()));
    let tag = (technology_slug(), vec(words_of_tag, 1..3));
    let denial = (technology_slug(), note());
    (
        words(3),
        option::of(industry),
        vec(resource, 0..4),
        vec(podcast, 0..2),
        vec(tag, 0..5),
        vec(words(8), 0..3),
        vec(denial, 0..3),
    )
        .prop_map(|(name, industry, resources, podcasts, mut tags, body, denied)| {
            let mut seen = BTreeSet::new();
            tags.retain(|(technology, _)| seen.insert(technology.clone()));
            Company {
                industry,
                podcasts: podcasts
                    .into_iter()
                    .map(|(title, blurb)| a_podcast(title, blurb))
                    .collect(),
                resources: resources
                    .into_iter()
                    .map(|(title, label, kind, dated)| Resource {
                        dated: dated.map(|(year, source)| Dated { year, source }),
                        ..a_resource(title, label, kind)
                    })
                    .collect(),
                body: body
                    .into_iter()
                    .map(|text| Block::Paragraph { content: vec![Inline::Text(text)], line: 1 })
                    .collect(),
                tags: tags
                    .into_iter()
                    .map(|(technology, words)| {
                        let grades = words.iter().map(|&(grade, ..)| grade).collect();
                        let mut tag = a_tag(technology, grades);
                        for (evidence, (_, source, note)) in tag.evidence.iter_mut().zip(words) {
                            (evidence.source, evidence.note) = (source, note);
                        }
                        tag
                    })
                    .collect(),
                denied: denied
                    .into_iter()
                    .map(|(technology, note)| Denial { technology, note })
                    .collect(),
                ..a_company("replaced", &name)
            }
        })
}

fn note() -> impl Strategy<Value = Note> {
    let source = words(2).prop_map(|words| format!("https://example.org/{words}"));
    (words(3), option::of(source)).prop_map(|(text, source)| Note { text, source })
}

/// Past the last resource too, which compiled catalogues never have.
fn evidence_source() -> impl Strategy<Value = EvidenceSource> {
    (0..6_u32, 0..4_u32).prop_map(|(variant, number)| match variant {
        0 => EvidenceSource::Prose,
        1 => EvidenceSource::Label(number),
        2 => EvidenceSource::Title(number),
        3 => EvidenceSource::Address(number),
        4 => EvidenceSource::Podcast(number),
        _ => EvidenceSource::Maintainer,
    })
}

pub(crate) fn a_podcast(title: String, blurb: String) -> Podcast {
    Podcast { episode: None, title, blurb, youtube: None, audio: None, line: 1 }
}

pub(crate) fn a_resource(title: String, label: Option<String>, kind: Kind) -> Resource {
    Resource {
        url: "https://example.org/".to_owned(),
        host: "example.org".to_owned(),
        title,
        title_source: TitleSource::Stated,
        label,
        kind,
        speakers: Vec::new(),
        venue: None,
        dated: None,
        checked: None,
        lines: vec![1],
    }
}

pub(crate) fn a_tag(technology: Slug, grades: Vec<Grade>) -> Tag {
    let evidence = grades.into_iter().map(|grade| Evidence {
        grade,
        quote: "words".to_owned(),
        mark: (0, 5),
        source: EvidenceSource::Prose,
        line: 1,
        note: None,
    });
    Tag { technology, evidence: evidence.collect() }
}

/// Filters over the same slugs as [`catalog`], `query` for the search text.
pub(crate) fn filter(query: impl Strategy<Value = String>) -> impl Strategy<Value = Filter> {
    let industry = (0..INDUSTRIES + 1).prop_map(|number| slug(&format!("industry-{number}")));
    (
        query,
        btree_set(technology_slug(), 0..3),
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
                Filter {
                    query,
                    technologies: technologies.into_iter().collect(),
                    match_mode,
                    roles: roles.into_iter().collect(),
                    kinds: kinds.into_iter().collect(),
                    industries: industries.into_iter().collect(),
                    evidence,
                    from,
                    to,
                    sort,
                }
            },
        )
}

/// Every criterion but the search text that a page could offer.
pub(crate) fn criteria() -> Vec<Criterion> {
    let technologies = (0..TECHNOLOGIES).map(|n| Criterion::Technology(slug(&format!("tech-{n}"))));
    let industries = (0..INDUSTRIES).map(|n| Criterion::Industry(slug(&format!("industry-{n}"))));
    technologies
        .chain(Role::ALL.iter().copied().map(Criterion::Role))
        .chain(Kind::ALL.iter().copied().map(Criterion::Kind))
        .chain(industries)
        .chain([Criterion::Strong])
        .collect()
}

pub(crate) fn a_company(slug_text: &str, name: &str) -> Company {
    Company {
        slug: slug(slug_text),
        name: name.to_owned(),
        line: 1,
        last_line: 1,
        industry: None,
        podcasts: Vec::new(),
        resources: Vec::new(),
        body: Vec::new(),
        diagrams: Vec::new(),
        tags: Vec::new(),
        denied: Vec::new(),
    }
}

pub(crate) fn a_technology(slug_text: &str, name: &str, role: Role) -> Technology {
    Technology {
        slug: slug(slug_text),
        name: name.to_owned(),
        role,
        parent: None,
        aliases: Vec::new(),
        formerly: Vec::new(),
        summary: String::new(),
        homepage: String::new(),
    }
}
