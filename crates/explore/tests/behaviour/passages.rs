//! Where a company's text names its technologies.

use catalog::{Block, Company, Evidence, EvidenceSource, Grade, Inline, Tag};
use explore::Passages;
use fixtures::{a_company, slug};

fn paragraph(line: u32, text: &str) -> Block {
    Block::Paragraph { content: vec![Inline::Text(text.to_owned())], line }
}

fn heading(line: u32, text: &str) -> Block {
    Block::Heading { level: 4, content: vec![Inline::Text(text.to_owned())], line }
}

/// Evidence for the words between `[` and `]`.
fn stated(quote: &str, line: u32) -> Evidence {
    let (start, end) = (quote.find('[').unwrap(), quote.find(']').unwrap() - 1);
    let mark = (u32::try_from(start).unwrap(), u32::try_from(end).unwrap());
    Evidence {
        grade: Grade::Stated,
        quote: quote.replace(['[', ']'], ""),
        mark,
        source: EvidenceSource::Prose,
        line,
        note: None,
    }
}

fn tag(technology: &str, evidence: Vec<Evidence>) -> Tag {
    Tag { technology: slug(technology), evidence }
}

/// Each mention as its words with its id.
fn named(company: &Company, line: u32, text: &str) -> Vec<(String, String)> {
    let passages = Passages::of(company);
    let mentions = passages.mentions(line).iter();
    mentions.map(|one| (text[one.start..one.end].to_owned(), one.id.clone())).collect()
}

#[test]
fn evidence_is_found_in_the_block_that_it_is_from() {
    let text = "It all began. Kafka feeds Zürich. Then Spark reads it.";
    let mut company = a_company("acme", "Acme");
    company.body = vec![
        paragraph(3, "Kafka feeds Zürich."),
        Block::List { start: None, items: vec![vec![paragraph(7, text)]] },
    ];
    company.tags = vec![
        tag("spark", vec![stated("Then [Spark] reads it.", 9)]),
        tag("kafka", vec![stated("[Kafka] feeds Zürich.", 3), stated("[Kafka] feeds Zürich.", 7)]),
    ];
    let pair = |words: &str, id: &str| (words.to_owned(), id.to_owned());
    assert_eq!(named(&company, 3, text), [pair("It al", "text-kafka-3")]);
    assert_eq!(
        named(&company, 7, text),
        [pair("Kafka", "text-kafka-7"), pair("Spark", "text-spark-9")]
    );
    let passages = Passages::of(&company);
    assert_eq!(passages.id_of(&company.tags[0].evidence[0]), Some("text-spark-9"));
}

#[test]
fn what_is_not_of_the_text_is_not_found_there() {
    let mut company = a_company("acme", "Acme");
    company.body = vec![paragraph(3, "We run Kafka.")];
    let mut title = stated("We run [Kafka].", 3);
    title.source = EvidenceSource::Title(0);
    company.tags = vec![tag("kafka", vec![title, stated("They run [Kafka].", 3)])];
    let passages = Passages::of(&company);
    assert!(passages.mentions(3).is_empty());
    assert_eq!(passages.id_of(&company.tags[0].evidence[1]), None);
}

#[test]
fn words_that_name_two_technologies_lead_to_one() {
    let mut company = a_company("acme", "Acme");
    company.body = vec![paragraph(3, "We run Spark Streaming.")];
    company.tags = vec![
        tag("spark-streaming", vec![stated("We run [Spark Streaming].", 3)]),
        tag("spark", vec![stated("We run [Spark] Streaming.", 3)]),
    ];
    let passages = Passages::of(&company);
    let technologies = passages.mentions(3).iter().map(|one| one.technology.as_str());
    assert_eq!(technologies.collect::<Vec<_>>(), ["spark-streaming"]);
    let of_spark = passages.id_of(&company.tags[1].evidence[0]);
    assert_eq!(of_spark, Some("text-spark-streaming-3"));
}

#[test]
fn ids_are_unique() {
    let mut company = a_company("acme", "Acme");
    company.body =
        vec![heading(1, "The Path!"), heading(5, "The path"), paragraph(7, "Kafka. And Kafka!")];
    company.tags = vec![tag("kafka", vec![stated("[Kafka].", 7), stated("And [Kafka]!", 7)])];
    let passages = Passages::of(&company);
    let headings = passages.headings().map(|heading| heading.id.as_str());
    assert_eq!(headings.collect::<Vec<_>>(), ["section-the-path", "section-the-path-2"]);
    let ids = passages.mentions(7).iter().map(|mention| mention.id.as_str());
    assert_eq!(ids.collect::<Vec<_>>(), ["text-kafka-7", "text-kafka-7-2"]);
    assert_eq!(passages.heading(5).map(|heading| heading.level), Some(4));
}
