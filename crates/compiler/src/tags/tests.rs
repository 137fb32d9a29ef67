//! Tagging of companies made by hand: one rule a test.

use catalog::{Kind, Note, Resource, TitleSource};
use proptest::prelude::*;

use super::*;
use crate::diagnostic::Reporter;
use crate::heading_slug::slug_from_heading;
use crate::input::{Files, SourceFile};
use crate::metadata::Reports;

const TECHNOLOGIES: &str = r#"
comparisons = ["db-engines.com"]
[[technology]]
id = "aws"
name = "Amazon Web Services"
aliases = ["AWS"]
sites = ["aws.amazon.com"]
role = "infrastructure"
summary = "S."
homepage = "https://aws.amazon.com/"
[[technology]]
id = "s3"
name = "Amazon S3"
aliases = ["S3"]
parent = "aws"
sites = ["aws.amazon.com/s3"]
role = "storage"
summary = "S."
homepage = "https://aws.amazon.com/s3/"
[[technology]]
id = "kafka"
name = "Apache Kafka"
aliases = ["Kafka"]
spellings = ["kafkas"]
venues = ["Kafka Summit"]
role = "transport"
summary = "S."
homepage = "https://kafka.apache.org/"
[[technology]]
id = "kafka-streams"
name = "Kafka Streams"
parent = "kafka"
role = "stream-processing"
summary = "S."
homepage = "https://kafka.apache.org/"
[[technology]]
id = "spark"
name = "Apache Spark"
aliases = ["Spark"]
capitalised = ["Spark"]
venues = ["Spark Summit", "SparkSummit"]
role = "batch-processing"
summary = "S."
homepage = "https://spark.apache.org/"
"#;

fn metadata(companies: &str) -> Metadata {
    metadata_with(companies, "guesses = [\"my guess\", \"probably\"]")
}

fn metadata_with(companies: &str, words: &str) -> Metadata {
    let files = Files {
        technologies: SourceFile::new("technologies.toml", TECHNOLOGIES),
        companies: SourceFile::new("companies.toml", companies),
        words: SourceFile::new("words.toml", words),
        ..Files::default()
    };
    let mut reports = Reports::new(&files);
    let metadata = Metadata::read(&mut reports);
    assert_eq!(reports.into_iter().flat_map(Reporter::finish).collect::<Vec<_>>(), []);
    metadata
}

fn company(resources: Vec<Resource>) -> Company {
    Company {
        slug: slug_from_heading("X").unwrap(),
        name: "X".to_owned(),
        chapter: 0,
        line: 1,
        last_line: 9,
        industry: None,
        podcasts: Vec::new(),
        resources,
        body: Vec::new(),
        diagrams: Vec::new(),
        tags: Vec::new(),
        denied: Vec::new(),
    }
}

fn resource(url: &str, title: &str, kind: Kind) -> Resource {
    Resource {
        url: url.to_owned(),
        host: String::new(),
        title: title.to_owned(),
        title_source: if title.is_empty() { TitleSource::Host } else { TitleSource::Derived },
        label: None,
        kind,
        speakers: Vec::new(),
        venue: None,
        dated: None,
        checked: None,
        lines: vec![5, 8],
    }
}

fn prose(text: &str) -> Passage {
    Passage { text: text.to_owned(), source: EvidenceSource::Prose, lines: vec![(0, 3)] }
}

/// Each piece of evidence as `technology grade line source: quote` with the mark in brackets.
fn shown(tags: &[Tag]) -> Vec<String> {
    let mut lines = Vec::new();
    for tag in tags {
        for Evidence { grade, quote, mark, source, line, .. } in &tag.evidence {
            let (start, end) = (mark.0 as usize, mark.1 as usize);
            let (before, marked, after) = (&quote[..start], &quote[start..end], &quote[end..]);
            lines.push(format!(
                "{} {} {line} {source:?}: {before}[{marked}]{after}",
                tag.technology,
                grade.as_str()
            ));
        }
    }
    lines
}

#[track_caller]
fn check_prose(text: &str, expected: &[&str]) {
    assert_eq!(shown(&tag(&company(Vec::new()), &[prose(text)], &metadata("")).tags), expected);
}

#[track_caller]
fn check_resource(resource: Resource, expected: &[&str]) {
    assert_eq!(shown(&tag(&company(vec![resource]), &[], &metadata("")).tags), expected);
}

#[test]
fn prose_is_quoted_by_the_sentence() {
    check_prose(
        "They like it. Kafka's log feeds Kafka and S3! The end.",
        &[
            "s3 stated 3 Prose: Kafka's log feeds Kafka and [S3]!",
            "kafka stated 3 Prose: [Kafka]'s log feeds Kafka and S3!",
        ],
    );
}

#[test]
fn the_line_is_that_of_the_match() {
    let passage = Passage {
        text: "A long story about Kafka and Spark.".to_owned(),
        source: EvidenceSource::Podcast(0),
        lines: vec![(0, 3), (25, 4)],
    };
    assert_eq!(
        shown(&tag(&company(Vec::new()), &[passage], &metadata("")).tags),
        [
            "kafka stated 3 Podcast(0): A long story about [Kafka] and Spark.",
            "spark stated 4 Podcast(0): A long story about Kafka and [Spark].",
        ]
    );
}

#[test]
fn only_whole_words_count() {
    check_prose("sparks joy, a spark, ws3_bigdata, Kafkaesque, kafkaStreams, S33", &[]);
    check_resource(resource("https://a.org/ws3_bigdata_sparks.pdf", "", Kind::Paper), &[]);
}

#[test]
fn the_longest_name_wins_and_does_not_cross_sentences() {
    check_prose(
        "With Apache Kafka Streams.",
        &["kafka-streams stated 3 Prose: With Apache [Kafka Streams]."],
    );
    check_prose("They run Kafka. Streams are next.", &["kafka stated 3 Prose: They run [Kafka]."]);
    check_prose(
        "They run Kafka, streams too.",
        &["kafka stated 3 Prose: They run [Kafka], streams too."],
    );
}

#[test]
fn guesses_and_venues_are_weak() {
    check_prose(
        "My guess is Kafka. A talk at Spark Summit. S3 it is.",
        &[
            "s3 stated 3 Prose: [S3] it is.",
            "spark venue 3 Prose: A talk at [Spark Summit].",
            "kafka guess 3 Prose: My guess is [Kafka].",
        ],
    );
}

#[test]
fn a_title_and_its_slug_speak_once() {
    check_resource(
        resource(
            "https://www.slideshare.net/SparkSummit/finding-kafkas-limit-with-spark",
            "Finding Kafka's Limit",
            Kind::Slides,
        ),
        &[
            "kafka title 5 Title(0): Finding [Kafka]'s Limit",
            "spark title 5 Address(0): slideshare.net/SparkSummit/finding-kafkas-limit-with-[spark]",
        ],
    );
}

#[test]
fn a_venue_counts_where_only_it_speaks() {
    check_resource(
        resource(
            "https://a.org/SparkSummit/x?ref=https://www.b.org/kafka-summit-18/y",
            "Stories",
            Kind::Slides,
        ),
        &[
            "kafka venue 5 Address(0): b.org/[kafka-summit]-18",
            "spark venue 5 Address(0): a.org/[SparkSummit]",
        ],
    );
    check_resource(
        resource(
            "https://a.org/kafka-summit/using-kafka-streams",
            "Using Kafka Streams",
            Kind::Slides,
        ),
        &["kafka-streams title 5 Title(0): Using [Kafka Streams]"],
    );
    check_resource(
        resource("https://a.org/spark", "Spark", Kind::Profile),
        &["spark venue 5 Title(0): [Spark]"],
    );
}

#[test]
fn a_link_to_a_technologys_own_site_is_a_reference() {
    check_resource(
        resource("https://aws.amazon.com/s3/faq", "S3 FAQ", Kind::Docs),
        &["s3 reference 5 Address(0): [aws.amazon.com/s3]"],
    );
    check_resource(
        resource("https://aws.amazon.com/blogs/lake-on-aws", "Lake on AWS", Kind::Article),
        &["aws title 5 Title(0): Lake on [AWS]", "aws reference 5 Address(0): [aws.amazon.com]"],
    );
    check_resource(
        resource("https://en.wikipedia.org/wiki/Apache_Kafka", "Apache Kafka", Kind::Encyclopedia),
        &["kafka reference 5 Address(0): en.wikipedia.org/wiki/[Apache_Kafka]"],
    );
}

#[test]
fn a_comparison_proves_nothing() {
    let url = "https://db-engines.com/en/system/Amazon+S3%3BKafka";
    let company = company(vec![resource(url, "", Kind::Website)]);
    let label = Passage {
        text: "Spark and friends".to_owned(),
        source: EvidenceSource::Label(0),
        lines: vec![(0, 4)],
    };
    assert_eq!(
        shown(&tag(&company, &[label], &metadata("")).tags),
        [
            "s3 comparison 5 Address(0): db-engines.com/en/system/[Amazon+S3];Kafka",
            "kafka comparison 5 Address(0): db-engines.com/en/system/Amazon+S3;[Kafka]",
            "spark comparison 4 Label(0): [Spark] and friends",
        ]
    );
}

#[test]
fn a_link_proves_no_more_than_the_words_beside_it() {
    let files = "usage = [\"not use {not-used}\", \"^ from {past} to {used}\"]";
    let metadata = metadata_with("", files);
    let site = resource("https://aws.amazon.com/s3/", "Amazon S3", Kind::Product);
    let company = company(vec![site]);
    let at = |line| Passage { lines: vec![(0, line)], ..prose("We do not use S3.") };
    let grades = |passage| {
        let tags = tag(&company, &[passage], &metadata).tags;
        tags.iter().map(|tag| tag.grade().as_str()).collect::<Vec<_>>()
    };
    assert_eq!(grades(at(5)), ["not-used"]);
    assert_eq!(grades(at(6)), ["reference"]);
}

fn note(text: &str, source: Option<&str>) -> Note {
    Note { text: text.to_owned(), source: source.map(str::to_owned) }
}

#[test]
fn a_maintainer_has_the_last_word() {
    let metadata = metadata(
        "[[company.x.confirm]]\ntechnology = \"kafka\"\nreason = \"Seen.\"\nsource = \"https://a.org/1\"\n\
         [[company.x.deny]]\ntechnology = \"spark\"\nreason = \"A nickname.\"\nsource = \"https://a.org/2\"\n\
         [[company.x.deny]]\ntechnology = \"kafka-streams\"\nreason = \"Nobody said so.\"\n\
         [[company.x.add]]\ntechnology = \"s3\"\nreason = \"Their word.\"\nwords = \"the bucket\"\nsource = \"https://a.org/3\"\n\
         [[company.x.add]]\ntechnology = \"aws\"\nreason = \"A talk.\"\nsource = \"https://a.org\"\n",
    );
    let Tagging { tags, denied } = tag(
        &company(Vec::new()),
        &[prose("Probably Kafka. With Spark! Into the bucket.")],
        &metadata,
    );
    assert_eq!(
        shown(&tags),
        [
            "s3 stated 3 Prose: Into [the bucket].",
            "kafka stated 3 Prose: Probably [Kafka].",
            "aws reference 1 Maintainer: [A talk.]",
        ]
    );
    let notes: Vec<_> = tags.iter().filter_map(|tag| tag.evidence[0].note.clone()).collect();
    assert_eq!(
        notes,
        [
            note("Their word.", Some("https://a.org/3")),
            note("Seen.", Some("https://a.org/1")),
            note("A talk.", Some("https://a.org")),
        ]
    );
    let technology = slug_from_heading("spark").unwrap();
    let note = note("A nickname.", Some("https://a.org/2"));
    assert_eq!(denied, [Denial { technology, note }]);
}

#[test]
fn a_reason_marks_the_name_of_what_it_adds() {
    let metadata = metadata(
        "[[company.x.add]]\ntechnology = \"kafka\"\nreason = \"On S3, Kafka Streams and Kafka for Kafka’s sake.\"\nsource = \"https://a.org\"\n",
    );
    assert_eq!(
        shown(&tag(&company(Vec::new()), &[], &metadata).tags),
        ["kafka reference 1 Maintainer: On S3, Kafka Streams and [Kafka] for Kafka’s sake."]
    );
}

#[test]
fn a_long_sentence_is_cut_around_its_mark() {
    let text = format!("{} Kafka {}", "é".repeat(1000), "ü".repeat(1000));
    let tags = tag(&company(Vec::new()), &[prose(&text)], &metadata("")).tags;
    let Evidence { quote, mark, .. } = &tags[0].evidence[0];
    assert_eq!(&quote[mark.0 as usize..mark.1 as usize], "Kafka");
    assert!(quote.len() < 600 && quote.starts_with("…é") && quote.ends_with("ü…"));
}

proptest! {
    #[test]
    fn no_words_make_tagging_panic(
        text in "([KkSs3]|Kafka|kafka|Spark|Summit|Streams|é|’s|[ .,;:!?/+%-]|guess is|my|\\PC){0,60}",
        url in "https?://([a-z.]{1,8}|aws.amazon.com|db-engines.com)/([A-Za-z0-9/%?=&é-]|kafka|://){0,40}",
    ) {
        let mut company = company(vec![resource(&url, &text, Kind::Article)]);
        company.resources[0].lines.clear();
        for label in [EvidenceSource::Prose, EvidenceSource::Label(0), EvidenceSource::Label(9)] {
            let passage = Passage { source: label, ..prose(&text) };
            for tag in tag(&company, &[passage], &metadata("")).tags {
                prop_assert!(tag.evidence.is_sorted_by_key(|evidence| evidence.grade));
                for Evidence { quote, mark: (start, end), .. } in &tag.evidence {
                    let marked = quote.get(*start as usize..*end as usize);
                    prop_assert!(marked.is_some_and(|words| !words.is_empty()), "{quote:?}");
                }
            }
        }
    }
}
