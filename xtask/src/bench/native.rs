//! `cargo xtask bench compile` and `bench scale`: the compiler and the questions of readers on made-up
//! content of growing size, compiled for speed by the package `measure`.
//!
//! The table goes to stdout and into `docs/benchmarks.md`, between comments that name the bench.

use std::fs;
use std::thread;

use anyhow::{Context as _, Result};

use crate::day::today;
use crate::{process, project};

/// What is measured natively.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Native {
    /// The compiler.
    Compile,
    /// The index, and what it answers.
    Scale,
}

impl Native {
    const fn name(self) -> &'static str {
        match self {
            Self::Compile => "compile",
            Self::Scale => "scale",
        }
    }

    const fn sizes(self) -> &'static [&'static str] {
        match self {
            Self::Compile => &["37", "100", "1000", "10000"],
            Self::Scale => &["37", "1000", "10000", "100000"],
        }
    }
}

/// The vocabulary of the made-up content: frozen, so that figures of different days compare.
const VOCABULARY: &str = "crates/compiler/tests/fixtures/site";

const REPORT: &str = "docs/benchmarks.md";

/// Measures, prints the table and writes it to the report.
///
/// # Errors
/// When the measuring program does not compile or fails, or the report cannot be read or written.
pub(crate) fn run(native: Native) -> Result<()> {
    let table = process::output_of(
        process::cargo()
            .args(["run", "--quiet", "--package", "measure", "--profile", "measure", "--"])
            .args([native.name(), VOCABULARY])
            .args(native.sizes()),
    )?;
    let cores = thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let section = format!("{}, {cores} cores of {}.\n\n{table}", today(), processor());
    print!("{section}");
    let path = project::path(REPORT);
    let report = fs::read_to_string(&path).with_context(|| format!("cannot read {REPORT}"))?;
    let report = with_section(&report, native.name(), &section).with_context(|| {
        format!("{REPORT} lacks <!-- {0} --> and <!-- end {0} -->: add both lines", native.name())
    })?;
    project::rewrite(&path, &report)?;
    println!("\nwritten to {REPORT}");
    Ok(())
}

/// The model of the processor, where the system tells it.
fn processor() -> String {
    let told = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model.map_or_else(|| "an unnamed processor".to_owned(), |(_, name)| name.to_owned())
}

/// The report with another text between the comments of a bench; `None` where they are missing.
fn with_section(report: &str, name: &str, section: &str) -> Option<String> {
    let (before, rest) = report.split_once(&format!("<!-- {name} -->\n"))?;
    let (_, after) = rest.split_once(&format!("<!-- end {name} -->"))?;
    Some(format!("{before}<!-- {name} -->\n{section}<!-- end {name} -->{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_replaced_and_the_rest_stays() {
        let report = "a\n<!-- compile -->\nold\n<!-- end compile -->\nb\n";
        let expected = "a\n<!-- compile -->\nnew\n<!-- end compile -->\nb\n";
        assert_eq!(with_section(report, "compile", "new\n").as_deref(), Some(expected));
        assert_eq!(with_section(report, "scale", "new\n"), None);
    }

    #[test]
    fn the_report_has_a_place_for_each_bench() {
        let report = fs::read_to_string(project::path(REPORT)).unwrap();
        for native in [Native::Compile, Native::Scale] {
            assert!(with_section(&report, native.name(), "").is_some(), "{native:?}");
        }
    }
}
