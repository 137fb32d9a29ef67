//! The report: a table of medians, verdicts, and why a score is below 100.

use std::fmt::Write;

use super::medians::{Audit, BenchResult, PageMedians};

/// The highest LCP allowed, as a multiple of the plain page's.
const LCP_RATIO: f64 = 1.15;

/// The longest total blocking time.
const TBT_MS: f64 = 50.0;

/// A machine counts as busy when its best benchmark index is this many times its worst.
const BUSY: f64 = 1.5;

/// What the command prints.
pub(super) fn text(bench: &BenchResult) -> String {
    let mut text = format!(
        "\nLighthouse {}, mobile, in {}; medians, runs of each page: {}\n\n",
        bench.lighthouse,
        browser_of(&bench.browser),
        bench.rounds
    );
    table(&mut text, &bench.pages);
    let _ = writeln!(text, "\n{}", machine(&bench.pages));
    text.push('\n');
    for verdict in verdicts(&bench.pages) {
        let _ = writeln!(text, "{verdict}");
    }
    failing(&mut text, &bench.pages);
    text
}

/// The part of a user agent that names the Chromium version.
fn browser_of(user_agent: &str) -> &str {
    user_agent.split_whitespace().find(|word| word.contains("Chrome/")).unwrap_or(user_agent)
}

/// How far the times can be trusted: Lighthouse's benchmark index of the machine, over all runs.
fn machine(pages: &[PageMedians]) -> String {
    let indices = || pages.iter().flat_map(|page| &page.runs).map(|run| run.benchmark_index);
    let (low, high) = (indices().fold(f64::MAX, f64::min), indices().fold(0.0, f64::max));
    let advice = if high > low * BUSY {
        ": other programs were at work, TBT above all is not to be relied on"
    } else {
        ""
    };
    format!("machine: benchmark index {low:.0} to {high:.0}{advice}")
}

fn table(text: &mut String, pages: &[PageMedians]) {
    let _ = writeln!(
        text,
        "{:20} {:>5} {:>5} {:>5} {:>5} {:>7} {:>7} {:>9} {:>7} {:>7} {:>9} {:>9}",
        "page",
        "perf",
        "a11y",
        "best",
        "SEO",
        "FCP ms",
        "LCP ms",
        "LCP/plain",
        "TBT ms",
        "CLS",
        "bytes",
        "HTML+CSS"
    );
    for page in pages {
        let _ = writeln!(
            text,
            "{:20} {:>5} {:>5} {:>5} {:>5} {:>7.0} {:>7.0} {:>9.2} {:>7.0} {:>7.4} {:>9} {:>9}",
            page.name(),
            page.scores.performance,
            page.scores.accessibility,
            page.scores.best_practices,
            page.scores.seo,
            page.fcp,
            page.lcp,
            page.lcp_ratio,
            page.tbt,
            page.cls,
            page.bytes,
            page.first_paint_bytes
        );
    }
}

/// The targets, each met or missed. The plain page has none: the others are compared with it.
fn verdicts(pages: &[PageMedians]) -> Vec<String> {
    let missed = |misses: &dyn Fn(&PageMedians) -> Option<String>| -> Vec<String> {
        pages
            .iter()
            .filter(|page| page.path.is_some())
            .filter_map(|page| Some(format!("{} {}", page.name(), misses(page)?)))
            .collect()
    };
    let verdict = |target: &str, missed: Vec<String>| match missed.as_slice() {
        [] => format!("met     {target}"),
        _ => format!("MISSED  {target}: {}", missed.join(", ")),
    };
    vec![
        verdict(
            "all four categories 100",
            missed(&|page| {
                let below: Vec<String> = page
                    .scores
                    .named()
                    .into_iter()
                    .filter(|(_, score)| **score < 100)
                    .map(|(category, score)| format!("{category} {score}"))
                    .collect();
                (!below.is_empty()).then(|| below.join(" and "))
            }),
        ),
        verdict(
            &format!("LCP at most {LCP_RATIO} times that of the plain page"),
            missed(&|page| (page.lcp_ratio > LCP_RATIO).then(|| format!("{:.3}", page.lcp_ratio))),
        ),
        verdict(
            &format!("TBT at most {TBT_MS} ms"),
            missed(&|page| (page.tbt > TBT_MS).then(|| format!("{:.1} ms", page.tbt))),
        ),
        verdict("CLS 0", missed(&|page| (page.cls > 0.0).then(|| format!("{:.6}", page.cls)))),
    ]
}

/// The failed audits of each category below 100, the plain page's included.
fn failing(text: &mut String, pages: &[PageMedians]) {
    for page in pages {
        let scores = page.scores.named();
        let failing = page.failing.named();
        for ((category, score), (_, audits)) in scores.into_iter().zip(failing) {
            if *score == 100 {
                continue;
            }
            let _ = writeln!(text, "\n{}: {category} {score}", page.name());
            for Audit { id, title, weight, details } in audits {
                let part = if *weight > 0.0 { "" } else { " (explains, costs nothing itself)" };
                let _ = writeln!(text, "  {id}: {title}{part}");
                for detail in details {
                    let _ = writeln!(text, "      {detail}");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::bench::samples::{bench, run, with};

    fn verdicts_on(home: Value) -> Vec<String> {
        verdicts(&bench(&[run(1000.0)], &[home]).unwrap().pages)
    }

    #[test]
    fn a_page_can_meet_all_targets() {
        let home = with(run(1150.0), "/tbt", json!(50));
        assert_eq!(
            verdicts_on(home),
            [
                "met     all four categories 100",
                "met     LCP at most 1.15 times that of the plain page",
                "met     TBT at most 50 ms",
                "met     CLS 0",
            ]
        );
    }

    #[test]
    fn each_missed_target_says_where_and_by_what() {
        let home = with(run(1151.0), "/tbt", json!(50.1));
        let home = with(home, "/cls", json!(0.001));
        let home = with(home, "/scores/performance", json!(99));
        let home = with(home, "/scores/seo", json!(91));
        assert_eq!(
            verdicts_on(home),
            [
                "MISSED  all four categories 100: / performance 99 and SEO 91",
                "MISSED  LCP at most 1.15 times that of the plain page: / 1.151",
                "MISSED  TBT at most 50 ms: / 50.1 ms",
                "MISSED  CLS 0: / 0.001000",
            ]
        );
    }

    #[test]
    fn the_plain_page_has_no_targets() {
        let slow = with(run(1000.0), "/tbt", json!(500));
        let pages = bench(&[slow], &[run(1000.0)]).unwrap().pages;
        assert!(verdicts(&pages).iter().all(|verdict| verdict.starts_with("met")));
    }

    #[test]
    fn failing_audits_are_those_of_the_run_with_the_median_score() {
        let scored = |score: u32, id: &str| {
            let audit = json!({ "id": id, "title": "T", "weight": 1, "details": ["<a>"] });
            let run = with(run(1000.0), "/scores/seo", json!(score));
            with(run, "/failing/seo", json!([audit]))
        };
        let home = [scored(80, "worst"), scored(100, "best"), scored(90, "middle")];
        let plain = [run(1000.0), run(1000.0), run(1000.0)];
        let text = text(&bench(&plain, &home).unwrap());
        assert!(text.ends_with("\n/: SEO 90\n  middle: T\n      <a>\n"), "{text}");
    }

    #[test]
    fn a_busy_machine_is_reported() {
        let on = |index: f64| {
            let home = with(run(1000.0), "/benchmarkIndex", json!(index));
            machine(&bench(&[run(1000.0)], &[home]).unwrap().pages)
        };
        assert_eq!(on(1400.0), "machine: benchmark index 1000 to 1400");
        assert!(on(600.0).starts_with("machine: benchmark index 600 to 1000: other programs"));
    }

    #[test]
    fn the_table_has_a_row_a_page() {
        let bench = bench(&[run(900.0)], &[run(990.0)]).unwrap();
        let mut rows = String::new();
        table(&mut rows, &bench.pages);
        assert_eq!(
            rows.lines().nth(2).unwrap().split_whitespace().collect::<Vec<_>>(),
            ["/", "100", "100", "100", "100", "495", "990", "1.10", "0", "0.0000", "9000", "8000"]
        );
        assert_eq!(browser_of(&bench.browser), "HeadlessChrome/156.0.0.0");
    }
}
