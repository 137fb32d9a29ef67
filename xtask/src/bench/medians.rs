//! From Lighthouse's runs to medians.

use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};

/// What lighthouse.mjs prints.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measured {
    /// Lighthouse's version.
    lighthouse: String,
    /// The browser's user agent.
    browser: String,
    /// The runs of the plain page, one per round.
    plain: Vec<PageLoad>,
    pages: Vec<PageRuns>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PageRuns {
    path: String,
    /// One per round.
    runs: Vec<PageLoad>,
}

/// The measurements of one page load. Times are in milliseconds.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct PageLoad {
    scores: ByCategory<u32>,
    failing: ByCategory<Vec<Audit>>,
    fcp: f64,
    lcp: f64,
    tbt: f64,
    cls: f64,
    /// Transferred in total.
    bytes: f64,
    /// Transferred before the first paint: HTML and CSS.
    first_paint_bytes: f64,
    requests: u32,
    /// Lighthouse's measure of the machine's speed.
    pub(super) benchmark_index: f64,
}

/// A value for each of Lighthouse's categories.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct ByCategory<T> {
    pub(super) performance: T,
    pub(super) accessibility: T,
    pub(super) best_practices: T,
    pub(super) seo: T,
}

impl<T> ByCategory<T> {
    /// With the names that Lighthouse shows.
    pub(super) fn named(&self) -> [(&'static str, &T); 4] {
        [
            ("performance", &self.performance),
            ("accessibility", &self.accessibility),
            ("best practices", &self.best_practices),
            ("SEO", &self.seo),
        ]
    }
}

/// A failed audit.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Audit {
    pub(super) id: String,
    pub(super) title: String,
    /// Its weight in the category's score; 0 for an audit that only informs.
    pub(super) weight: f64,
    /// Lighthouse's explanation, in a few lines.
    pub(super) details: Vec<String>,
}

/// The result of the bench.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BenchResult {
    pub(super) lighthouse: String,
    pub(super) browser: String,
    pub(super) rounds: usize,
    /// The plain page, then the pages of the site.
    pub(super) pages: Vec<PageMedians>,
}

/// The medians of a page.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PageMedians {
    /// `None` for the plain page.
    pub(super) path: Option<String>,
    pub(super) scores: ByCategory<u32>,
    /// The failed audits of the runs with the median scores.
    pub(super) failing: ByCategory<Vec<Audit>>,
    pub(super) fcp: f64,
    pub(super) lcp: f64,
    /// LCP divided by the plain page's in the same round.
    pub(super) lcp_ratio: f64,
    pub(super) tbt: f64,
    pub(super) cls: f64,
    pub(super) bytes: f64,
    pub(super) first_paint_bytes: f64,
    pub(super) runs: Vec<PageLoad>,
}

impl PageMedians {
    /// The name in reports.
    pub(super) fn name(&self) -> &str {
        self.path.as_deref().unwrap_or("the plain page")
    }
}

/// Takes the medians.
///
/// # Errors
/// When the pages were not loaded equally often, at least once.
pub(super) fn summarize(measured: &Measured) -> Result<BenchResult> {
    let rounds = measured.plain.len();
    if rounds == 0 || measured.pages.iter().any(|page| page.runs.len() != rounds) {
        bail!("Lighthouse did not load every page once a round");
    }
    let plain = &measured.plain;
    let mut pages = vec![page_of(None, plain, plain)];
    for PageRuns { path, runs } in &measured.pages {
        pages.push(page_of(Some(path.clone()), runs, plain));
    }
    Ok(BenchResult {
        lighthouse: measured.lighthouse.clone(),
        browser: measured.browser.clone(),
        rounds,
        pages,
    })
}

/// `runs` must not be empty, and as many as those of the plain page.
fn page_of(path: Option<String>, runs: &[PageLoad], plain: &[PageLoad]) -> PageMedians {
    let of = |value: fn(&PageLoad) -> f64| value(middle(runs, value));
    let by_score = |score: fn(&PageLoad) -> u32| middle(runs, |run| f64::from(score(run)));
    let performance = by_score(|run| run.scores.performance);
    let accessibility = by_score(|run| run.scores.accessibility);
    let best_practices = by_score(|run| run.scores.best_practices);
    let seo = by_score(|run| run.scores.seo);
    let ratios: Vec<f64> = runs.iter().zip(plain).map(|(run, plain)| run.lcp / plain.lcp).collect();
    PageMedians {
        path,
        scores: ByCategory {
            performance: performance.scores.performance,
            accessibility: accessibility.scores.accessibility,
            best_practices: best_practices.scores.best_practices,
            seo: seo.scores.seo,
        },
        failing: ByCategory {
            performance: performance.failing.performance.clone(),
            accessibility: accessibility.failing.accessibility.clone(),
            best_practices: best_practices.failing.best_practices.clone(),
            seo: seo.failing.seo.clone(),
        },
        fcp: of(|run| run.fcp),
        lcp: of(|run| run.lcp),
        lcp_ratio: *middle(&ratios, |ratio| *ratio),
        tbt: of(|run| run.tbt),
        cls: of(|run| run.cls),
        bytes: of(|run| run.bytes),
        first_paint_bytes: of(|run| run.first_paint_bytes),
        runs: runs.to_vec(),
    }
}

/// The item with the median value. Of an even number it is the lower of the middle two, so that it
/// was always measured. `items` must not be empty.
fn middle<T>(items: &[T], value: impl Fn(&T) -> f64) -> &T {
    let mut sorted: Vec<&T> = items.iter().collect();
    sorted.sort_by(|a, b| value(a).total_cmp(&value(b)));
    sorted[(sorted.len() - 1) / 2]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::samples::{bench, run};

    #[test]
    fn the_median_is_one_of_the_values() {
        let median = |values: &[f64]| *middle(values, |value| *value);
        assert_eq!(median(&[7.0]), 7.0);
        assert_eq!(median(&[9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), 2.0);
        assert_eq!(median(&[1.0, 1.0, 50.0, 1.0, 2.0]), 1.0);
    }

    #[test]
    fn a_ratio_is_taken_within_its_round() {
        // In the second round the machine was slow, and so were both pages.
        let bench = bench(
            &[run(1000.0), run(3000.0), run(1000.0)],
            &[run(1100.0), run(3300.0), run(1100.0)],
        )
        .unwrap();
        assert_eq!(bench.pages[0].lcp_ratio, 1.0);
        assert!((bench.pages[1].lcp_ratio - 1.1).abs() < 1e-9);
        assert_eq!(bench.pages[1].lcp, 1100.0);
    }

    #[test]
    fn a_page_that_was_not_loaded_in_every_round_is_refused() {
        assert!(bench(&[run(1.0), run(1.0)], &[run(1.0)]).is_err());
        assert!(bench(&[], &[]).is_err());
    }
}
