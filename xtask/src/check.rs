//! `cargo xtask check`: compiles the content and prints its faults.

use std::env;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::path::PathBuf;

use annotate_snippets::Renderer;
use anyhow::{Context, Result, bail};
use catalog::Day;
use compiler::{Compilation, Diagnostic, Input, Scope, Severity, compile};

use crate::content::{self, Folder};
use crate::day::today;
use crate::outcome::Outcome;
use crate::render::render;
use crate::review;

/// What `check` prints to stdout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One line with counts.
    Summary,
    /// The catalogue.
    Json,
}

/// What to do with `review.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Review {
    /// Print what changed since it was accepted.
    Compare,
    /// Write it.
    Accept,
}

/// Compiles a site's content and prints its faults.
///
/// # Errors
/// When the content cannot be read or has errors, or stdout cannot be written.
pub(crate) fn require_valid(folder: &Folder) -> Result<()> {
    match report(&folder.input()?, Format::Summary, "")? {
        (Outcome::Passed, _) => Ok(()),
        (Outcome::Failed, _) => bail!("the content has errors, shown above"),
    }
}

/// Like [`require_valid`], and requires the content to be as it was accepted.
///
/// # Errors
/// When the content cannot be read, has errors, or differs from `review.txt`.
pub(crate) fn require_accepted(folder: &Folder) -> Result<()> {
    let (outcome, compilation) = report(&folder.input()?, Format::Summary, "")?;
    if outcome == Outcome::Failed {
        bail!("the content has errors, shown above");
    }
    match review::compare(folder, &compilation.catalog)? {
        None => Ok(()),
        Some(changes) => bail!("{changes}"),
    }
}

/// Checks a site's content. Changes since it was accepted are printed, but are no failure.
///
/// # Errors
/// When the content cannot be read, or a file or stdout cannot be written.
pub(crate) fn check(folder: &Folder, format: Format, review: Review) -> Result<Outcome> {
    let (outcome, Compilation { catalog, .. }) = report(&folder.input()?, format, "")?;
    if outcome == Outcome::Failed {
        return Ok(outcome);
    }
    match review {
        Review::Accept => review::accept(folder, &catalog)?,
        Review::Compare => {
            if let Some(changes) = review::compare(folder, &catalog)? {
                eprintln!("note: {changes}");
            }
        }
    }
    Ok(outcome)
}

/// Checks each of `files` as a chapter of its own, of unknown source and written today.
///
/// # Errors
/// When the folder cannot be read, or stdout cannot be written.
pub(crate) fn check_drafts(folder: &Folder, files: &[PathBuf], format: Format) -> Result<Outcome> {
    let beside = folder.files()?;
    let today: Day = today().to_string().parse().context("the clock shows no day")?;
    let mut outcome = Outcome::Passed;
    for file in files {
        // A file that cannot be read must not hide the faults of the next one.
        match content::read(file) {
            Ok(chapter) => {
                let prefix = format!("{}: ", chapter.path);
                let input = Input {
                    chapters: vec![chapter],
                    files: beside.clone(),
                    scope: Scope::Draft(today.clone()),
                };
                outcome = outcome.and(report(&input, format, &prefix)?.0);
            }
            Err(error) => {
                eprintln!("error: {error:#}");
                outcome = Outcome::Failed;
            }
        }
    }
    Ok(outcome)
}

/// Compiles one chapter, prints its diagnostics to stderr and a summary, or the catalogue, to
/// stdout. With errors the catalogue holds what could be understood.
fn report(input: &Input, format: Format, prefix: &str) -> Result<(Outcome, Compilation)> {
    let compilation = compile(input);
    print_diagnostics(input, &compilation);
    let summary = format!("{prefix}{}\n", summary(&compilation));
    match format {
        Format::Summary => print(&summary)?,
        Format::Json => eprint!("{summary}"),
    }
    if format == Format::Json {
        let mut catalog = serde_json::to_string(&compilation.catalog)?;
        catalog.push('\n');
        print(&catalog)?;
    }
    let outcome = if compilation.has_errors() { Outcome::Failed } else { Outcome::Passed };
    Ok((outcome, compilation))
}

/// Compiles a site's content, prints what is wrong with it to stderr, and gives its errors as they
/// are printed, without colours. Content that cannot be read is an error too.
pub(crate) fn errors(folder: &Folder) -> Vec<String> {
    let input = match folder.input() {
        Ok(input) => input,
        Err(error) => {
            eprintln!("error: {error:#}");
            return vec![format!("error: {error:#}")];
        }
    };
    let compilation = compile(&input);
    print_diagnostics(&input, &compilation);
    let errors = compilation.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    errors.map(|error| shown(&input, error, &Renderer::plain())).collect()
}

fn print_diagnostics(input: &Input, compilation: &Compilation) {
    let renderer = if io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for diagnostic in &compilation.diagnostics {
        eprintln!("{}\n", shown(input, diagnostic, &renderer));
    }
}

fn shown(input: &Input, diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    match input.text_of(&diagnostic.path) {
        Some(source) => render(diagnostic, source, renderer),
        None => diagnostic.to_string(),
    }
}

/// One line: "37 companies, 60 technologies, 3 warnings".
fn summary(compilation: &Compilation) -> String {
    let of = |severity| compilation.diagnostics.iter().filter(|d| d.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let mut parts = vec![
        counted(compilation.catalog.companies.len(), "company", "companies"),
        counted(compilation.catalog.technologies.len(), "technology", "technologies"),
    ];
    if errors > 0 {
        parts.push(counted(errors, "error", "errors"));
    }
    if warnings > 0 {
        parts.push(counted(warnings, "warning", "warnings"));
    }
    parts.join(", ")
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Writes to stdout. A closed pipe (`… --json | head -c 100`) is no error.
///
/// # Errors
/// When stdout cannot be written for another reason.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to stdout")
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_leaves_out_what_there_is_none_of() {
        let compilation =
            Compilation { catalog: catalog::Catalog::default(), diagnostics: Vec::new() };
        assert_eq!(summary(&compilation), "0 companies, 0 technologies");
    }

    #[test]
    fn one_takes_the_singular() {
        assert_eq!(counted(1, "company", "companies"), "1 company");
        assert_eq!(counted(2, "company", "companies"), "2 companies");
    }
}
