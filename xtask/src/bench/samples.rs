//! Sample measurements for tests.

use anyhow::Result;
use serde_json::{Value, json};

use super::medians::{BenchResult, summarize};

/// A run without failed audits.
pub(super) fn run(lcp: f64) -> Value {
    let none: [Value; 0] = [];
    json!({
        "scores": { "performance": 100, "accessibility": 100, "bestPractices": 100, "seo": 100 },
        "failing": {
            "performance": none, "accessibility": none, "bestPractices": none, "seo": none
        },
        "fcp": lcp / 2.0, "lcp": lcp, "tbt": 0, "cls": 0, "bytes": 9000,
        "firstPaintBytes": 8000, "requests": 1, "benchmarkIndex": 1000,
    })
}

/// The sample run with one value changed.
pub(super) fn with(mut run: Value, pointer: &str, value: Value) -> Value {
    *run.pointer_mut(pointer).unwrap() = value;
    run
}

/// The medians of runs of the plain page and of the grid.
pub(super) fn bench(plain: &[Value], home: &[Value]) -> Result<BenchResult> {
    let measured = json!({
        "lighthouse": "12.8.2",
        "browser": "Mozilla/5.0 (X11; Linux) AppleWebKit/537 HeadlessChrome/156.0.0.0 Safari",
        "plain": plain,
        "pages": [{ "path": "/", "runs": home }],
    });
    summarize(&serde_json::from_value(measured).unwrap())
}
