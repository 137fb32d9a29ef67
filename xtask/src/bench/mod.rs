//! `cargo xtask bench`: how fast the release site loads on a phone, and how the compiler and the
//! questions grow ([`native`]).
//!
//! Lighthouse loads the pages of [`PAGES`] and, in the same rounds on the same server, the chapter
//! as one plain page ([`plain`]): no site that shows the chapter can be faster than that, and a
//! slow machine slows down both. Timings are not a test: the command fails when it cannot measure,
//! not when a target is missed.

mod medians;
mod native;
mod plain;
mod report;
#[cfg(test)]
mod samples;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::setup::{self, Need, TO_BUILD, Tools};
use crate::site;
use crate::{process, project, publish};
use medians::Measured;

pub(crate) use native::Native;

/// The names of the benches.
pub(crate) const NAMES: &[&str] = &["site", "compile", "scale"];

/// What to measure.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Bench {
    /// The release site in a browser.
    Site(Options),
    /// The compiler or the questions, without a browser.
    Native(Native),
}

/// The pages that are measured: the grid, the longest company, the most used technology.
const PAGES: &[&str] = &["/", "/company/netflix", "/technology/kafka"];

/// How to measure the site.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// The folder of the site, relative to the project.
    pub(crate) out: PathBuf,
    /// Whether to build it first.
    pub(crate) build: Build,
    /// How often each page is loaded.
    pub(crate) runs: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { out: PathBuf::from("dist"), build: Build::IfMissing, runs: 5 }
    }
}

/// Whether to build the site before it is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Build {
    /// When there is none.
    IfMissing,
    /// In any case.
    Always,
    /// Not at all.
    Never,
}

/// Measures and prints the figures.
///
/// # Errors
/// When something cannot be built or measured.
pub(crate) fn run(bench: &Bench) -> Result<()> {
    match bench {
        Bench::Site(options) => site(options),
        Bench::Native(native) => native::run(*native),
    }
}

/// Measures the site and prints a table with a verdict for each target.
///
/// # Errors
/// When set-up or the build fails, or a page cannot be measured.
fn site(options: &Options) -> Result<()> {
    let out = project::root().join(&options.out);
    let will_build = must_build(options.build, &out)?;
    let mut needs = vec![Need::Npm, Need::Browser];
    if will_build {
        needs.extend(TO_BUILD);
    }
    let tools = setup::prepare(&needs)?;
    if will_build {
        site::build_with(&tools, &publish::Settings::default(), &options.out)?;
    } else {
        println!("measuring {} as it is (--build builds it first)", project::shown(&out));
    }
    let folder = project::scratch().join("bench");
    let plain = folder.join("plain");
    plain::write(&plain)?;
    let reports = folder.join("reports");
    let measured = measure(&tools, &out, &plain, &reports, options.runs)?;
    let bench = medians::summarize(&measured)?;
    let file = folder.join("site.json");
    publish::write(&file, &format!("{}\n", serde_json::to_string_pretty(&bench)?))?;
    print!("{}", report::text(&bench));
    println!(
        "\nIn numbers: {}; Lighthouse's own reports: {}",
        project::shown(&file),
        project::shown(&reports)
    );
    Ok(())
}

/// Whether the site is to be built, given the folder where it is or will be.
fn must_build(build: Build, out: &Path) -> Result<bool> {
    let is_there = out.join("index.html").is_file();
    match build {
        Build::Never if !is_there => {
            bail!("there is no site in {}: leave --no-build out to build it", project::shown(out))
        }
        Build::Never => Ok(false),
        Build::IfMissing => Ok(!is_there),
        Build::Always => Ok(true),
    }
}

fn measure(
    tools: &Tools,
    site: &Path,
    plain: &Path,
    reports: &Path,
    runs: u32,
) -> Result<Measured> {
    let printed = process::output_of(
        tools
            .command("node")?
            .arg("xtask/src/bench/lighthouse.mjs")
            .arg("--chrome")
            .arg(tools.chrome()?)
            .arg("--site")
            .arg(site)
            .arg("--plain")
            .arg(plain)
            .arg("--reports")
            .arg(reports)
            .args(["--runs", &runs.to_string()])
            .args(PAGES),
    )
    .context("Lighthouse could not measure the site")?;
    serde_json::from_str(&printed).context("the output of lighthouse.mjs cannot be parsed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_site_is_built_unless_that_is_forbidden() {
        let missing = project::path("no-such-folder");
        assert!(must_build(Build::IfMissing, &missing).unwrap());
        assert!(must_build(Build::Always, &missing).unwrap());
        let error = must_build(Build::Never, &missing).unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no site in no-such-folder: leave --no-build out to build it"
        );
    }

    #[test]
    fn a_site_that_is_there_is_built_only_when_asked() {
        // The project's own folder has an index.html.
        let there = project::root();
        assert!(!must_build(Build::IfMissing, there).unwrap());
        assert!(!must_build(Build::Never, there).unwrap());
        assert!(must_build(Build::Always, there).unwrap());
    }
}
