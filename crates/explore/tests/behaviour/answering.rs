//! Questions in words, and what they stand for.

use catalog::{Catalog, Grade, Industry, Kind, Role};
use explore::{Answer, Index, Search};
use fixtures::{a_company, a_resource, a_tag, a_technology, slug};

fn a_catalog() -> Catalog {
    let mut kafka = a_technology("kafka", "Apache Kafka", Role::Transport);
    kafka.aliases = vec!["Kafka".to_owned()];
    let mut spark_sql = a_technology("spark-sql", "Spark SQL", Role::OlapQuery);
    spark_sql.parent = Some(slug("spark"));
    let mut netflix = a_company("netflix", "Netflix");
    netflix.tags = ["kafka", "cassandra", "s3"].map(|t| a_tag(slug(t), vec![Grade::Stated])).into();
    netflix.industry = Some(slug("media"));
    netflix.resources = vec![a_resource("A talk".to_owned(), None, Kind::Video)];
    let mut ing = a_company("ing", "ING (fraud detection)");
    ing.tags = ["kafka", "spark"].map(|t| a_tag(slug(t), vec![Grade::Stated])).into();
    Catalog {
        companies: vec![netflix, ing],
        technologies: vec![
            kafka,
            a_technology("spark", "Spark", Role::BatchProcessing),
            spark_sql,
            a_technology("cassandra", "Cassandra", Role::Storage),
            a_technology("s3", "Amazon S3", Role::Storage),
        ],
        industries: vec![Industry { slug: slug("media"), name: "Streaming & media".to_owned() }],
        ..Catalog::default()
    }
}

/// Checks the answer to a question: a query string with its count, or a page.
#[track_caller]
fn check(question: &str, expected: &str) {
    let catalog = a_catalog();
    let index = Index::new(&catalog);
    let answer = match Search::new(&index).answer(question) {
        None => "not understood".to_owned(),
        Some(Answer::Filter { filter, count }) => {
            format!("{} {}", filter.to_query_string(), count.total())
        }
        Some(Answer::AlternativesTo(technology)) => format!("others than {}", technology.slug),
        Some(Answer::Stack { company, role, technologies }) => {
            let names: Vec<_> = technologies.iter().map(|t| t.slug.as_str()).collect();
            let role = role.map_or("stack", Role::as_str);
            format!("{} {role}: {}", company.slug, names.join(" "))
        }
    };
    assert_eq!(answer, expected, "{question}");
}

#[test]
fn who_uses_what() {
    check("who uses kafka with spark", "tech=kafka&tech=spark 1");
    check("Which companies run Apache Kafka and Spark?", "tech=kafka&tech=spark 1");
    check("who uses kafka", "tech=kafka 2");
    check("companies using Spark SQL", "tech=spark-sql 0");
    check("who uses kafka or spark", "tech=kafka&tech=spark&match=any 2");
    check("who uses storage", "role=storage 1");
    check("kafka in streaming & media", "tech=kafka&industry=media 1");
    check("podcasts about kafka", "tech=kafka&kind=podcast 0");
}

#[test]
fn newest_and_years() {
    check("newest kafka talk", "tech=kafka&kind=video&sort=newest 1");
    check("latest videos on kafka", "tech=kafka&kind=video&sort=newest 1");
    check("kafka talks since 2017", "tech=kafka&kind=video&from=2017 0");
    check("kafka slides before 2018", "tech=kafka&kind=slides&to=2017 0");
    check("kafka in 2018", "tech=kafka&from=2018&to=2018 0");
}

#[test]
fn without_a_technology() {
    check("kafka but not spark", "q=-spark&tech=kafka 1");
    check("who uses kafka without spark", "q=-spark&tech=kafka 1");
    check("kafka except amazon s3", "q=-%22amazon+s3%22&tech=kafka 1");
    check("kafka but not", "not understood");
    check("kafka but not netflix", "not understood");
}

#[test]
fn alternatives_and_stacks_are_pages() {
    check("alternatives to cassandra", "others than cassandra");
    check("what can I use instead of kafka", "not understood");
    check("what to use instead of kafka", "others than kafka");
    check("tools like Spark SQL", "others than spark-sql");
    check("alternatives to netflix", "not understood");
    check("what does netflix store in", "netflix storage: cassandra s3");
    check("what does netflix use for storage", "netflix storage: cassandra s3");
    check("what does Netflix’s run", "netflix stack: kafka cassandra s3");
    check("databases of netflix", "netflix storage: cassandra s3");
    check("what does netflix schedule", "netflix orchestration: ");
}

#[test]
fn what_is_no_question_or_not_understood_is_searched_for() {
    for text in [
        "",
        "kafka",
        "kafka spark",
        "netflix",
        "who",
        "what is a data lake",
        "who uses",
        "!",
        "who drinks kafka",
        "how to use data to make a hit tv show",
        "netflix and ing use kafka",
        "who uses kafkaa",
    ] {
        check(text, "not understood");
    }
}
