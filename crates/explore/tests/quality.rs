//! How good the search is: judged queries over the frozen chapter and a few companies with names in
//! other scripts.
//!
//! `cargo test -p explore --test quality -- --nocapture` prints the figures by kind of query and
//! every query that misses.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use catalog::{Block, Catalog, Company, Inline, Kind};
use compiler::{SourceFile, compile, read_site};
use explore::{Filter, Index, Question, Search};
use fixtures::{a_company, a_resource};

/// The results that a reader looks at.
const LOOKED_AT: usize = 10;

struct Judged {
    kind: &'static str,
    query: &'static str,
    answers: Vec<&'static str>,
}

fn judged(text: &'static str) -> Vec<Judged> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut parts = line.split('|').map(str::trim);
            let (kind, query) = (parts.next().unwrap(), parts.next().unwrap());
            let answers = parts.next().unwrap().split_whitespace().collect();
            assert_eq!(parts.next(), None, "{line}");
            Judged { kind, query, answers }
        })
        .collect()
}

/// The frozen chapter, and companies that write in German, Chinese, Japanese and Korean.
fn catalog() -> Catalog {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../compiler/tests/fixtures/site");
    let read =
        |name: &str| fs::read_to_string(content.join(name)).map(|text| SourceFile::new(name, text));
    let mut catalog = compile(&read_site(read).unwrap()).catalog;
    catalog.companies.extend([
        another(
            "zuercher-strassenbahn",
            "Zürcher Straßenbahn",
            "Fahrplanauskunft in Echtzeit für Zürich",
        ),
        another("baidu-shuju", "百度数据平台", "大规模数据平台的架构"),
        another("mercari", "メルカリ", "データ基盤の構築"),
        another("naver", "네이버", "카프카를 이용한 실시간 처리"),
    ]);
    catalog
}

fn another(slug: &str, name: &str, title: &str) -> Company {
    let text = vec![Inline::Text(title.to_owned())];
    Company {
        resources: vec![a_resource(title.to_owned(), None, Kind::Article)],
        body: vec![Block::Paragraph { content: text, line: 1 }],
        ..a_company(slug, name)
    }
}

/// Sums over queries.
#[derive(Clone, Copy, Default)]
struct Figures {
    answered: usize,
    recall: f64,
    reciprocal_rank: f64,
    queries: usize,
    precision: f64,
}

impl Figures {
    /// Nothing is to be found for a query without answers: only its precision counts.
    fn add(&mut self, answers: &[&str], found: &[&str]) {
        let is_right = |slug: &&&str| answers.contains(*slug);
        let right = found.iter().filter(is_right).count();
        self.queries += 1;
        self.precision += match (answers, found) {
            ([], []) => 1.0,
            (_, []) => 0.0,
            _ => ratio(right, found.len()),
        };
        if answers.is_empty() {
            return;
        }
        self.answered += 1;
        let looked_at = found.iter().take(LOOKED_AT);
        self.recall += ratio(looked_at.filter(is_right).count(), answers.len().min(LOOKED_AT));
        let first = found.iter().position(|slug| answers.contains(slug));
        self.reciprocal_rank += first.map_or(0.0, |rank| ratio(1, rank + 1));
    }

    fn recall(self) -> f64 {
        self.recall / f64::from(u32::try_from(self.answered.max(1)).unwrap())
    }

    fn mrr(self) -> f64 {
        self.reciprocal_rank / f64::from(u32::try_from(self.answered.max(1)).unwrap())
    }

    fn precision(self) -> f64 {
        self.precision / f64::from(u32::try_from(self.queries.max(1)).unwrap())
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (recall, mrr, precision) = (self.recall(), self.mrr(), self.precision());
        write!(f, "recall@10 {recall:.3}  MRR {mrr:.3}  precision {precision:.3}")
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole).unwrap())
}

/// Asks every query, and prints each that misses.
fn measure(name: &str, queries: &[Judged]) -> Figures {
    let catalog = catalog();
    let index = Index::new(&catalog);
    let search = Search::new(&index);
    let mut all = Figures::default();
    let mut by_kind: BTreeMap<&str, Figures> = BTreeMap::new();
    for Judged { kind, query, answers } in queries {
        assert!(answers.iter().all(|slug| catalog.company(slug).is_some()), "{query}: {answers:?}");
        let filter = Filter { query: (*query).to_owned(), ..Filter::default() };
        let question = Question::new(&index.check(&filter), &search);
        let hits = index.results(&question);
        let found: Vec<&str> = hits.iter().map(|hit| hit.company.slug.as_str()).collect();
        let mut sorted = [found.clone(), answers.clone()];
        sorted.iter_mut().for_each(|slugs| slugs.sort_unstable());
        if sorted[0] != sorted[1] {
            let missing: Vec<_> = answers.iter().filter(|slug| !found.contains(slug)).collect();
            println!("  {kind}: {query}: {found:?}, missing {missing:?}");
        }
        all.add(answers, &found);
        by_kind.entry(kind).or_default().add(answers, &found);
    }
    for (kind, figures) in by_kind {
        println!("{name} {kind:10} {figures}");
    }
    println!("{name} of {} {all}", queries.len());
    all
}

/// Asserts the level that is reached, so that a change that lowers it is noticed.
#[track_caller]
fn check(name: &str, queries: &'static str, recall: f64, mrr: f64, precision: f64) {
    let figures = measure(name, &judged(queries));
    assert!(figures.recall() >= recall, "recall@10 was {recall}: {figures}");
    assert!(figures.mrr() >= mrr, "MRR was {mrr}: {figures}");
    assert!(figures.precision() >= precision, "precision was {precision}: {figures}");
}

#[test]
fn the_tuned_queries_are_answered() {
    check("tuning", include_str!("quality/tuning.txt"), 1.0, 0.99, 0.96);
}

#[test]
fn the_held_out_queries_are_answered() {
    check("held out", include_str!("quality/held-out.txt"), 0.99, 0.99, 0.96);
}
