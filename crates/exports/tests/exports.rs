//! The exported files hold what the catalogue holds.

#![allow(clippy::unwrap_used)]

use catalog::{
    Audio, Base, Catalog, Company, Denial, Evidence, EvidenceSource, Grade, Note, Resource, SCHEMA,
};
use exports::{File, files};
use proptest::prelude::*;
use serde_json::Value;

fn base() -> Base {
    Base::new(Some(&"https://example.org".parse().unwrap()), &"/sub/".parse().unwrap())
}

#[track_caller]
fn text<'f>(files: &'f [File], path: &str) -> &'f str {
    &files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}")).text
}

#[track_caller]
fn json(files: &[File], path: &str) -> Value {
    let text = text(files, path);
    assert!(text.ends_with("}\n") && text.matches('\n').count() == 1, "{path} is one line");
    serde_json::from_str(text).unwrap()
}

/// The texts of a field in every object of a list.
fn texts(list: &Value, name: &str) -> Vec<String> {
    let objects = list.as_array().unwrap().iter();
    objects.map(|object| object[name].as_str().unwrap().to_owned()).collect()
}

/// A catalogue whose every optional part is there.
fn whole() -> Catalog {
    let mut kafka = fixtures::a_technology("kafka", "Kafka & Co", catalog::Role::Transport);
    kafka.aliases = vec!["Apache Kafka".to_owned()];
    kafka.formerly = vec![fixtures::slug("old-kafka")];
    let mut company = fixtures::a_company("zurich-re", "Zürich Ré <AG>");
    company.industry = Some(fixtures::slug("insurance"));
    (company.line, company.last_line) = (10, 20);
    let mut podcast = fixtures::a_podcast("Episode".to_owned(), "Words".to_owned());
    podcast.youtube = Some("abcdefghijk".to_owned());
    podcast.audio = vec![Audio {
        url: "https://anchor.fm/x".to_owned(),
        label: "Listen on Spotify".to_owned(),
    }];
    podcast.episode = Some(63);
    podcast.line = 12;
    company.podcasts = vec![podcast];
    let mut resource = fixtures::a_resource("Talk".to_owned(), None, catalog::Kind::Video);
    resource.dated = Some(catalog::Dated { year: 2017, source: catalog::DateSource::Address });
    resource.checked = Some(catalog::LinkCheck {
        on: "2026-11-23".parse().unwrap(),
        status: catalog::LinkStatus::Dead,
    });
    resource.lines = vec![14, 15];
    let older = Resource {
        url: "https://example.org/older".to_owned(),
        dated: Some(catalog::Dated { year: 2014, source: catalog::DateSource::Text }),
        ..resource.clone()
    };
    company.resources = vec![resource, older];
    let mut tag = fixtures::a_tag(fixtures::slug("kafka"), vec![catalog::Grade::Venue]);
    tag.evidence[0] = Evidence {
        grade: catalog::Grade::Venue,
        quote: "Zürich: Kafka".to_owned(),
        mark: (9, 14),
        source: EvidenceSource::Title(1),
        line: 15,
        note: Some(Note { text: "looked at".to_owned(), source: None }),
    };
    company.tags = vec![tag];
    let source = Some("https://example.org/no".to_owned());
    let note = Note { text: "A nickname.".to_owned(), source };
    // Under its old slug, and a technology that is none.
    company.denied = ["old-kafka", "unknown"]
        .map(|technology| Denial { technology: fixtures::slug(technology), note: note.clone() })
        .into();
    Catalog {
        identity: catalog::Identity {
            name: "Cases & Co".to_owned(),
            subject: Some(catalog::Subject::new("insurance")),
            ..catalog::Identity::default()
        },
        chapters: vec![fixtures::a_book_s_chapter()],
        companies: vec![company],
        technologies: vec![kafka],
        industries: vec![catalog::Industry {
            slug: fixtures::slug("insurance"),
            name: "Insurance, other".to_owned(),
        }],
        changes: vec![catalog::ContentChange {
            day: "2026-11-28".parse().unwrap(),
            about: "The edition of May 2020 no longer has a talk.".to_owned(),
            edition: Some("May 2020".to_owned()),
            removed: vec!["https://example.org/older?a&b".to_owned()],
            added: vec![fixtures::slug("zurich-re")],
        }],
        gone: vec![catalog::GoneCompany {
            slug: fixtures::slug("globex"),
            name: "Globex & Sons".to_owned(),
            since: "2026-11-27".parse().unwrap(),
            kept: "https://example.org/old?a&b".to_owned(),
            about: Some("It was bought.".to_owned()),
        }],
        ..Catalog::default()
    }
}

#[test]
fn what_is_not_in_use_is_read_with_its_grade_and_counted_nowhere() {
    for grade in [Grade::Plan, Grade::Past, Grade::Rejected, Grade::NotUsed] {
        let mut catalog = whole();
        catalog.companies[0].tags = vec![fixtures::a_tag(fixtures::slug("kafka"), vec![grade])];
        let files = files(&catalog, base()).unwrap();
        let list = json(&files, "api/companies.json");
        assert_eq!(list["companies"][0]["technologies"], serde_json::json!([]));
        assert_eq!(list["companies"][0]["counts"]["technologies"], 0);
        let technologies = json(&files, "api/technologies.json");
        assert_eq!(technologies["technologies"][0]["companies"], serde_json::json!([]));
        for path in ["companies.csv", "feed.xml"] {
            assert!(!text(&files, path).contains("Kafka"), "{path}: {grade:?}");
        }
        let detail = json(&files, "api/companies/zurich-re.json");
        let tag = &detail["company"]["technologies"][0];
        assert_eq!(tag["grade"], grade.as_str());
        assert_eq!(tag["standing"], "not-in-use");
    }
}

#[test]
fn a_company_s_file_says_everything_of_it() {
    let document = json(&files(&whole(), base()).unwrap(), "api/companies/zurich-re.json");
    let line = |line: &str| format!("https://github.com/an/book/blob/1/a.md?plain=1#{line}");
    let material = |url: &str, year: u32, known_by: &str| {
        serde_json::json!({
            "title": "Talk",
            "title_source": "stated",
            "url": url,
            "archived": format!("https://web.archive.org/web/{}1231000000/{url}", year.min(2019)),
            "host": "example.org",
            "kind": "video",
            "label": null,
            "speakers": [],
            "venue": null,
            "published": { "year": year, "known_by": known_by },
            "checked": { "on": "2026-11-23", "status": "dead" },
            "source_lines": [line("L14"), line("L15")],
        })
    };
    let source = serde_json::json!({
        "title": "The Book",
        "chapter": "A Chapter",
        "author": "An Author",
        "licence": "Apache-2.0",
        "homepage": "https://github.com/an/book",
        "permalink": "https://github.com/an/book/blob/1/a.md?plain=1",
        "written": "2019-12-31",
    });
    assert_eq!(
        document,
        serde_json::json!({
            "$schema": format!("https://example.org/sub/{SCHEMA}#/$defs/company"),
            "source": source,
            "sources": [source],
            "company": {
                "slug": "zurich-re",
                "name": "Zürich Ré <AG>",
                "page": "https://example.org/sub/company/zurich-re",
                "source_lines": line("L10-L20"),
                "industry": { "slug": "insurance", "name": "Insurance, other" },
                "years": { "first": 2014, "last": 2017 },
                "podcasts": [{
                    "episode": 63,
                    "title": "Episode",
                    "youtube": "https://www.youtube.com/watch?v=abcdefghijk",
                    "audio": "https://anchor.fm/x",
                    "listen": [{ "label": "Listen on Spotify", "url": "https://anchor.fm/x" }],
                    "resources": [],
                    "blurb": "Words",
                    "source_line": line("L12"),
                }],
                "resources": [
                    material("https://example.org/", 2017, "address"),
                    material("https://example.org/older", 2014, "text"),
                ],
                "technologies": [{
                    "slug": "kafka",
                    "name": "Kafka & Co",
                    "role": "transport",
                    "grade": "venue",
                    "strong": false,
                    "standing": "weak",
                    "page": "https://example.org/sub/technology/kafka",
                    "evidence": [{
                        "grade": "venue",
                        "strong": false,
                        "quote": "Zürich: Kafka",
                        "mark": { "start": 8, "end": 13 },
                        "found_in": {
                            "kind": "title",
                            "resource": "https://example.org/older",
                            "podcast": null,
                        },
                        "source_line": line("L15"),
                        "note": { "text": "looked at", "source": null },
                    }],
                }],
                "denied": [{
                    "slug": "kafka",
                    "name": "Kafka & Co",
                    "page": "https://example.org/sub/technology/kafka",
                    "note": { "text": "A nickname.", "source": "https://example.org/no" },
                }],
                "diagrams": [],
            },
        })
    );
}

#[test]
fn a_row_of_the_table_sums_a_company_up() {
    let files = files(&whole(), base()).unwrap();
    assert_eq!(
        text(&files, "companies.csv"),
        "slug,name,industry,page,technologies_strong,technologies_weak,podcasts,resources,\
         first_year,last_year,source_line\r\n\
         zurich-re,Zürich Ré <AG>,\"Insurance, other\",https://example.org/sub/company/zurich-re,,\
         Kafka & Co (venue),1,2,2014,2017,\
         https://github.com/an/book/blob/1/a.md?plain=1#L10\r\n"
    );
}

#[test]
fn the_feed_is_what_rfc_4287_asks_for() {
    let files = files(&whole(), base()).unwrap();
    assert_eq!(text(&files, "feed.xml"), include_str!("feed.xml"));
}

#[test]
fn a_feed_that_does_not_know_its_address_does_not_name_it() {
    let files = files(&whole(), Base::from_path("/sub/")).unwrap();
    let feed = text(&files, "feed.xml");
    assert!(!feed.contains("rel=\"self\""), "{feed}");
    assert!(feed.contains("href=\"/sub/company/zurich-re\""), "{feed}");
    assert!(feed.contains("<id>tag:github.com,2026:an/book/casebook/feed</id>"), "{feed}");
}

#[test]
fn the_schema_knows_every_name() {
    let text = include_str!("../../../public/api/schema.json");
    let schema: Value = serde_json::from_str(text).unwrap();
    let check = |pointer: &str, names: Vec<&str>| {
        let known = schema.pointer(&format!("/$defs/{pointer}/enum"));
        assert_eq!(known, Some(&serde_json::json!(names)), "{pointer}");
    };
    let resource = |name: &str| format!("resource/properties/{name}");
    check("grade", catalog::Grade::ALL.iter().map(|grade| grade.as_str()).collect());
    check("role", catalog::Role::ALL.iter().map(|role| role.as_str()).collect());
    // No resource is a podcast.
    let kinds = catalog::Kind::ALL.iter().map(|kind| kind.as_str());
    check(&resource("kind"), kinds.filter(|&kind| kind != "podcast").collect());
    let sources = catalog::TitleSource::ALL.iter().map(|source| source.as_str());
    check(&resource("title_source"), sources.collect());
    let sources = catalog::DateSource::ALL.iter().map(|source| source.as_str());
    check(&resource("published/oneOf/0/properties/known_by"), sources.collect());
    let statuses = catalog::LinkStatus::ALL.iter().map(|status| status.as_str());
    check(&resource("checked/oneOf/0/properties/status"), statuses.collect());
}

/// Everything that a company's file should say of its tags, read from the catalogue another way:
/// technology, grade, quote, marked words, line.
fn evidence_of(catalog: &Catalog, company: &Company) -> Vec<String> {
    let mut found = Vec::new();
    let is_pinned = catalog.chapter_of(company).unwrap().permalink.is_some();
    for tag in &company.tags {
        for technology in &catalog.technologies {
            if technology.slug != tag.technology && !technology.formerly.contains(&tag.technology) {
                continue;
            }
            for Evidence { grade, quote, mark, line, .. } in &tag.evidence {
                let marked = &quote[mark.0 as usize..mark.1 as usize];
                let grade = grade.as_str();
                let line = if is_pinned { line.to_string() } else { "no line".to_owned() };
                found.push(format!("{} {grade} {quote} {marked} {line}", technology.slug));
            }
        }
    }
    found
}

fn evidence_in(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for technology in document["company"]["technologies"].as_array().unwrap() {
        for evidence in technology["evidence"].as_array().unwrap() {
            let quote = evidence["quote"].as_str().unwrap();
            let at =
                |name: &str| usize::try_from(evidence["mark"][name].as_u64().unwrap()).unwrap();
            let marked: String =
                quote.chars().skip(at("start")).take(at("end") - at("start")).collect();
            let address = evidence["source_line"].as_str();
            let line = address.map_or("no line", |address| address.rsplit_once("#L").unwrap().1);
            let (slug, grade) = (&technology["slug"], &evidence["grade"]);
            let (slug, grade) = (slug.as_str().unwrap(), grade.as_str().unwrap());
            found.push(format!("{slug} {grade} {quote} {marked} {line}"));
        }
    }
    found
}

proptest! {
    #[test]
    fn nothing_of_the_catalogue_is_missing(catalog in fixtures::catalog(6)) {
        let files = files(&catalog, base()).unwrap();
        let list = json(&files, "api/companies.json");
        let slugs: Vec<_> =
            catalog.companies.iter().map(|company| company.slug.as_str().to_owned()).collect();
        prop_assert_eq!(texts(&list["companies"], "slug"), slugs);
        let rows = text(&files, "companies.csv").lines().count();
        prop_assert_eq!(rows, catalog.companies.len() + 1);
        let entries = text(&files, "feed.xml").matches("<entry>").count();
        prop_assert_eq!(entries, catalog.companies.len());

        for (company, summary) in catalog.companies.iter().zip(list["companies"].as_array().unwrap()) {
            let detail = json(&files, &format!("api/companies/{}.json", company.slug));
            prop_assert_eq!(evidence_in(&detail), evidence_of(&catalog, company));
            let detail = &detail["company"];
            let urls: Vec<_> = company.resources.iter().map(|found| found.url.clone()).collect();
            prop_assert_eq!(texts(&detail["resources"], "url"), urls);
            let titles: Vec<_> = company.podcasts.iter().map(|found| found.title.clone()).collect();
            prop_assert_eq!(texts(&detail["podcasts"], "title"), titles);
            let is_use = |tag: &&Value| tag["standing"] != "not-in-use";
            let in_use = detail["technologies"].as_array().unwrap().iter().filter(is_use);
            let in_use: Vec<_> = in_use.map(|tag| tag["slug"].as_str().unwrap().to_owned()).collect();
            prop_assert_eq!(
                summary["counts"]["technologies"].as_u64(),
                u64::try_from(in_use.len()).ok()
            );
            prop_assert_eq!(texts(&summary["technologies"], "slug"), in_use);
        }
    }

    #[test]
    fn technologies_list_the_companies_that_list_them(catalog in fixtures::catalog(6)) {
        let files = files(&catalog, base()).unwrap();
        let mut by_company = Vec::new();
        for company in json(&files, "api/companies.json")["companies"].as_array().unwrap() {
            for technology in company["technologies"].as_array().unwrap() {
                by_company.push((technology["slug"].to_string(), company["slug"].to_string()));
            }
        }
        let mut by_technology = Vec::new();
        for technology in json(&files, "api/technologies.json")["technologies"].as_array().unwrap() {
            for company in technology["companies"].as_array().unwrap() {
                by_technology.push((technology["slug"].to_string(), company["slug"].to_string()));
            }
        }
        // A company that has a technology under its old and its new slug has it once.
        by_company.sort();
        by_company.dedup();
        by_technology.sort();
        prop_assert_eq!(by_technology, by_company);
    }
}
