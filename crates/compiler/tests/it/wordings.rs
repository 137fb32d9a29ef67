//! Small chapters as people write them, `fixtures/wordings/*.md`, with what comes out: diagnostics,
//! episodes, links with title, kind and year, tags with grade and quote.

use catalog::{Catalog, Company};
use compiler::{Files, Input, Scope, SourceFile, compile, read_site};

use crate::support::{fixtures, messages, read};

/// Compiles a chapter with the frozen vocabulary and word lists, as written today.
fn compiled(text: &str) -> (Catalog, String) {
    let files: Files = read_site(read).unwrap().files;
    let site = files.site.text.replace("written = \"2019-12-31\"", "written = \"2026-11-28\"");
    let files = Files { site: SourceFile::new("site.toml", site), ..files };
    let chapters = vec![SourceFile::new("chapter.md", text)];
    let compilation =
        compile(&Input { chapters, files, scope: Scope::Draft("2026-01-02".parse().unwrap()) });
    let faults = compilation.diagnostics.into_iter().filter(|fault| fault.path == "chapter.md");
    (compilation.catalog, messages(&faults.collect::<Vec<_>>()))
}

fn outcome(company: &Company) -> String {
    let mut text = format!("# {}\n", company.name);
    for podcast in &company.podcasts {
        let number = podcast.episode.map_or("-".to_owned(), |number| number.to_string());
        text.push_str(&format!("episode {number}: {}\n", podcast.title));
    }
    for resource in &company.resources {
        let catalog::Resource { title, title_source, kind, label, url, .. } = resource;
        text.push_str(&format!("{}: {title} ({title_source:?})\n    {url}\n", kind.as_str()));
        if let Some(label) = label.as_ref().filter(|label| *label != title) {
            text.push_str(&format!("    label: {label}\n"));
        }
        if !resource.speakers.is_empty() {
            text.push_str(&format!("    speakers: {}\n", resource.speakers.join(", ")));
        }
        if let Some(dated) = resource.dated {
            text.push_str(&format!("    year: {} {}\n", dated.year, dated.source.label()));
        }
    }
    for evidence in company.tags.iter().flat_map(|tag| tag.evidence.iter().map(move |e| (tag, e))) {
        let (tag, evidence) = evidence;
        let grade = evidence.grade.as_str();
        text.push_str(&format!("tag {}: {grade}: “{}”\n", tag.technology, evidence.quote));
    }
    text
}

#[test]
fn each_wording_comes_out_right() {
    for (path, text) in fixtures("wordings") {
        let (catalog, faults) = compiled(&text);
        let companies: String = catalog.companies.iter().map(outcome).collect();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        insta::with_settings!({ description => text, omit_expression => true }, {
            insta::assert_snapshot!(name, format!("{faults}{companies}"));
        });
    }
}

#[test]
fn the_site_shows_only_technologies_that_its_chapters_name() {
    let (catalog, _) = compiled("### Data Science at Acme\n\nWe run Kafka Streams. We left S3.\n");
    let shown: Vec<_> = catalog.technologies.iter().map(|shown| shown.slug.as_str()).collect();
    // Parts come with the whole.
    assert_eq!(shown, ["kafka", "kafka-streams", "amazon-s3", "aws"]);
}
