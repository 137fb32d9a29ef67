//! The tags of the book's chapter, from a frozen copy of the content (`fixtures/site`): every
//! company with its technologies and grades. Each line was checked against the chapter by hand.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use catalog::{Catalog, Company, Evidence, EvidenceSource, Grade, Note};
use compiler::{Compilation, Diagnostic, SourceFile, compile, read_site};

/// The slug of each company, its technologies, and where it has none the reason.
const EXPECTED: &[(&str, &str)] = &[
    ("airbnb", "spark-streaming stated, druid stated"),
    // Its only link about data leads to a story on Amazon's cloud.
    ("amazon", "aws reference"),
    ("baidu", "spark-sql title"),
    // The talk is known by the event alone.
    ("blackrock", "cassandra venue"),
    // One PDF whose address names a workshop and a speaker: ws3_bigdata is not S3.
    ("bmw", ""),
    ("booking-com", "kafka stated, druid stated, confluent-platform stated, spark-streaming title"),
    ("cern", "spark title, gobblin reference, kubernetes venue"),
    ("disney", "amazon-kinesis title"),
    // Like BMW.
    ("dlr", ""),
    ("drivetribe", "flink title"),
    ("dropbox", "kafka title"),
    ("ebay", "spark title"),
    ("expedia", "kafka title, spark-streaming title"),
    ("facebook", "spark title"),
    ("google", "google-cloud reference"),
    ("grammarly", "spark title"),
    ("ing-fraud", "flink venue"),
    ("instagram", "spark title"),
    (
        "linkedin",
        "kafka title, samza title, hadoop title, calcite title, druid reference, thirdeye reference",
    ),
    ("lyft", "airflow title"),
    ("nasa", "spark title, sdap title, hdf5 reference"),
    (
        "netflix",
        "chukwa stated, kafka stated, amazon-emr stated, hadoop stated, amazon-s3 stated, \
         cassandra stated, tomcat stated, keystone stated, spark-streaming guess, spark guess",
    ),
    // "Image models infrastructure" names no technology.
    ("olx", ""),
    ("otto", "spark venue"),
    // One link to the front page of a blog.
    ("paypal", ""),
    (
        "pinterest",
        "kafka-streams title, hadoop title, amazon-s3 title, goku title, hbase title, mysql title, \
         kafka venue",
    ),
    ("salesforce", "heroku title"),
    ("siemens-mindsphere", "mindsphere stated"),
    // "Streaming data pipelines" names no technology.
    ("slack", ""),
    ("spotify", "google-cloud-pub-sub title, google-cloud-storage title"),
    ("symantec", "cassandra title"),
    ("tinder", "spark title"),
    (
        "twitter",
        "kafka title, heron title, hbase reference, amazon-dynamodb comparison, \
         cassandra comparison, google-cloud-bigtable comparison",
    ),
    ("uber", "aresdb title"),
    ("upwork", "databricks title"),
    ("woot", "aws title"),
    (
        "zalando",
        "delta-lake stated, amazon-states-language stated, aws-step-functions stated, aws stated, \
         aws-cdk stated, flink title, structured-streaming title, databricks title, spark venue",
    ),
];

fn compile_site() -> Compilation {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/site");
    let read =
        |name: &str| fs::read_to_string(folder.join(name)).map(|text| SourceFile::new(name, text));
    compile(&read_site(read).unwrap())
}

fn site() -> Catalog {
    compile_site().catalog
}

fn tags(company: &Company) -> String {
    let tags =
        company.tags.iter().map(|tag| format!("{} {}", tag.technology, tag.grade().as_str()));
    tags.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_maintainers_files_have_no_faults() {
    let faults: Vec<_> = compile_site()
        .diagnostics
        .iter()
        .filter(|fault| fault.path != "case-studies.md" || fault.message.contains("is new"))
        .map(Diagnostic::to_string)
        .collect();
    assert_eq!(faults, [""; 0]);
}

#[test]
fn every_company_has_its_technologies_and_grades() {
    let catalog = site();
    let found: Vec<_> =
        catalog.companies.iter().map(|company| (company.slug.as_str(), tags(company))).collect();
    let expected: Vec<_> =
        EXPECTED.iter().map(|&(company, tags)| (company, tags.to_owned())).collect();
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn every_company_has_an_industry_and_none_stands_alone() {
    let catalog = site();
    for industry in &catalog.industries {
        let members = catalog
            .companies
            .iter()
            .filter(|company| company.industry.as_ref() == Some(&industry.slug));
        assert!(members.count() > 1, "{}", industry.slug);
    }
    assert!(catalog.companies.iter().all(|company| company.industry.is_some()));
}

#[test]
fn every_technology_is_used() {
    let catalog = site();
    let used: BTreeSet<_> = catalog
        .companies
        .iter()
        .flat_map(|company| &company.tags)
        .map(|tag| tag.technology.as_str())
        .collect();
    for technology in &catalog.technologies {
        assert!(used.contains(technology.slug.as_str()), "{}", technology.slug);
    }
}

/// Each piece of evidence marks words of its quote, and the quote stands where it says.
#[test]
fn evidence_can_be_shown() {
    let chapter: Vec<_> = include_str!("fixtures/site/case-studies.md").lines().collect();
    for company in &site().companies {
        for evidence in company.tags.iter().flat_map(|tag| &tag.evidence) {
            let Evidence { quote, mark: (start, end), line, .. } = evidence;
            let marked = quote.get(*start as usize..*end as usize).unwrap();
            assert!(!marked.is_empty());
            assert!((company.line..=company.last_line).contains(line), "{quote}");
            let source_line = chapter[*line as usize - 1].to_lowercase();
            let last_word = marked.split([' ', '/', '_', '-']).next_back().unwrap().to_lowercase();
            let is_in_chapter = match evidence.source {
                EvidenceSource::Prose | EvidenceSource::Podcast(_) | EvidenceSource::Label(_) => {
                    source_line.contains(marked.split(' ').next().unwrap().to_lowercase().as_str())
                }
                _ => source_line.contains(&last_word),
            };
            assert!(is_in_chapter, "{line}: {quote}");
        }
    }
}

#[test]
fn the_switch_of_netflix_to_spark_is_a_guess() {
    let catalog = site();
    let netflix = catalog.company("netflix").unwrap();
    let evidence = |slug: &str| {
        let tag = netflix.tags.iter().find(|tag| tag.technology.as_str() == slug).unwrap();
        let [evidence] = tag.evidence.as_slice() else { panic!("one sentence: {tag:?}") };
        evidence.clone()
    };
    let guess = Evidence {
        grade: Grade::Guess,
        quote: "My guess is, that they did the switch to Spark some time ago, because their post \
                is more than a year old."
            .to_owned(),
        mark: (41, 46),
        source: EvidenceSource::Prose,
        line: 407,
        note: None,
    };
    assert_eq!(evidence("spark"), guess);
    let plan = Evidence {
        grade: Grade::Guess,
        quote: "They also stated, that Netflix is going to replace the custom made analytics tool \
                with Apache Spark streaming in the future."
            .to_owned(),
        mark: (94, 109),
        source: EvidenceSource::Prose,
        line: 406,
        note: Some(Note {
            text: "Netflix announced it as a plan; the chapter only guesses that it came true."
                .to_owned(),
            source: None,
        }),
    };
    assert_eq!(evidence("spark-streaming"), plan);
}

#[test]
fn drivetribe_has_one_spelling() {
    let catalog = site();
    let company = catalog.company("drivetribe").unwrap();
    assert_eq!(company.name, "Drivetribe");
    for resource in &company.resources {
        assert!(!resource.title.contains("DriveTribe"), "{}", resource.title);
    }
}
