//! One test a fault, each with its whole message: place, fault, cure.

mod chapter;
mod companies;
mod corrections;
mod diagrams;
mod link_status;
mod technologies;

use catalog::Company;
use proptest::prelude::*;

use super::*;
use crate::heading_slug::slug_from_heading;
use crate::input::{Files, Input, Scope, SourceFile};

const SOURCE: &str = r#"source = { title = "T", author = "A", licence = "L", homepage = "https://a.org", permalink = "https://a.org/b", written = "2019-12-31" }
"#;

fn input(technologies: &str, companies: &str, slugs: &str) -> Input {
    Input {
        chapter: SourceFile::new("chapter.md", "# Cases\n\n### Data Science at Éx\n"),
        files: Files {
            technologies: SourceFile::new("technologies.toml", technologies),
            companies: SourceFile::new("companies.toml", companies),
            shipped_slugs: SourceFile::new("slugs.txt", slugs),
            link_status: SourceFile::new("link-status.json", "{ \"links\": {} }"),
        },
        scope: Scope::Site,
    }
}

fn parse(input: &Input) -> (Vocabulary, Vec<String>) {
    let mut diagnostics = Vec::new();
    let vocabulary = Vocabulary::parse(input, &mut diagnostics);
    (vocabulary, diagnostics.iter().map(ToString::to_string).collect())
}

/// One valid technology, with more lines.
fn technology(id: &str, more: &str) -> String {
    format!(
        "[[technology]]\nid = \"{id}\"\nname = \"{id}\"\nrole = \"storage\"\nsummary = \"S.\"\nhomepage = \"https://a.org\"\n{more}\n"
    )
}

fn company(slug: &str) -> Company {
    Company {
        slug: slug_from_heading(slug).unwrap(),
        name: slug.to_owned(),
        chapter: 0,
        line: 3,
        last_line: 3,
        industry: None,
        podcasts: Vec::new(),
        resources: Vec::new(),
        body: Vec::new(),
        diagrams: Vec::new(),
        tags: Vec::new(),
        denied: Vec::new(),
    }
}

#[test]
fn deep_nesting_is_refused() {
    let (_, messages) = parse(&input(&format!("a = {}", "[".repeat(100_000)), SOURCE, ""));
    assert!(!messages.is_empty());
}

/// Text that looks like the files: their words and signs in any order.
fn toml_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[[technology]]\n".to_owned()),
        Just("[[industry]]\n".to_owned()),
        Just("[company.x]\n".to_owned()),
        Just("[[company.x.add]]\n".to_owned()),
        Just("[[company.ex.diagram]]\n".to_owned()),
        Just("[[company.ex.resource]]\nurl = \"a\"\n".to_owned()),
        "(title = \"é\"|speakers = \\[\"a\", 1\\]|kind = \"(slides|é)\"|year = (2016|-1|0xffff|\"a\"))\n",
        "(figure|caption|description) = \"(a|/é.jpg)\"\n",
        "(steps = \\[\\{ id = \"(a|b)\", name = \"é\" \\}, 1\\]|flows = \\[\\[\"a\", \"(a|b)\"\\], \\[\\], 2\\])\n",
        Just("[source]\n[redirects]\n".to_owned()),
        "(id|name|role|parent|aliases|venues|sites|technology|words|grade) = (\"(a|b|storage|é|a.b)\"|\\[\"a\", \"é/\"\\]|1|\\{ a = 1 \\})\n",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_the_vocabulary_panic(
        technologies in toml_like(),
        companies in toml_like(),
        slugs in any::<String>(),
    ) {
        let input = input(&technologies, &companies, &slugs);
        let mut diagnostics = Vec::new();
        let vocabulary = Vocabulary::parse(&input, &mut diagnostics);
        let mut company = company("ex");
        vocabulary.complete(&mut company, &input, &mut diagnostics);
        vocabulary.check_companies(&[company], &input, &mut diagnostics);
    }
}
