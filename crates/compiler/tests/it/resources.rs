//! Every address of the chapter with what a reader sees of it, in `fixtures/resources.txt`:
//! address, title, how it is known, kind, venue, speakers, year and how it is known. Each was read by eye; read again what
//! you change. `UPDATE_EXPECT=1` writes the file anew.

use std::fs;
use std::path::Path;

use catalog::TitleSource;

use crate::support::{compile_chapter, compile_site};

#[test]
fn every_address_of_the_chapter_has_a_readable_title() {
    let mut found = String::new();
    let mut count = 0;
    for company in compile_site().catalog.companies {
        found.push_str(&format!("# {}\n", company.name));
        for resource in company.resources {
            count += 1;
            found.push_str(&format!(
                "{}\n    {} ({:?}, {})\n",
                resource.url,
                resource.title,
                resource.title_source,
                resource.kind.as_str(),
            ));
            let dated = resource.dated.map(|dated| format!("{} ({:?})", dated.year, dated.source));
            for (what, value) in [
                ("label", resource.label),
                ("venue", resource.venue),
                ("speakers", Some(resource.speakers.join(", ")).filter(|names| !names.is_empty())),
                ("year", dated),
            ] {
                if let Some(value) = value {
                    found.push_str(&format!("    {what}: {value}\n"));
                }
            }
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/resources.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap();
    for (line, (found, expected)) in found.lines().zip(expected.lines()).enumerate() {
        assert_eq!(found, expected, "line {} of {}", line + 1, path.display());
    }
    assert_eq!(found.lines().count(), expected.lines().count());
    assert_eq!(count, 113, "distinct addresses outside of podcasts");
}

#[test]
fn no_title_shows_a_file_name_or_a_query() {
    for company in compile_site().catalog.companies {
        for resource in company.resources {
            let title = &resource.title;
            for telltale in [".pdf", ".html", ".php", "?", "=", "_", "%", "http"] {
                assert!(!title.contains(telltale), "{title}");
            }
        }
    }
}

#[test]
fn a_title_that_the_label_repeats_is_stated() {
    let chapter = "### Data Science at Acme\n\n\
        delta lake:\n<https://delta.io/>\n\n\
        kafka:\n<https://data-flair.training/blogs/kafka-architecture/>\n";
    let catalog = compile_chapter(chapter).catalog;
    let found: Vec<_> = catalog.companies[0]
        .resources
        .iter()
        .map(|resource| (resource.title.as_str(), resource.title_source))
        .collect();
    let expected =
        [("Delta Lake", TitleSource::Stated), ("Kafka Architecture", TitleSource::Derived)];
    assert_eq!(found, expected);
}
