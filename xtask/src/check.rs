//! `cargo xtask check`: compiles content only and says what is wrong with it.

use std::env;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::path::PathBuf;

use annotate_snippets::Renderer;
use anyhow::{Context, Result, bail};
use compiler::{Compilation, Input, Scope, Severity, compile};

use crate::content;
use crate::outcome::Outcome;
use crate::render::render;

/// What `check` prints to stdout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One line with counts.
    Summary,
    /// The catalogue.
    Json,
}

/// Compiles the site's own content and prints what is wrong with it.
///
/// # Errors
/// When the content cannot be read or has errors, or stdout cannot be written.
pub(crate) fn require_valid() -> Result<()> {
    match check(&[], Format::Summary)? {
        Outcome::Passed => Ok(()),
        Outcome::Failed => bail!("the content has errors, shown above"),
    }
}

/// Checks the site's chapter, or each of `files` in its place.
///
/// # Errors
/// When the content cannot be read, or stdout cannot be written.
pub(crate) fn check(files: &[PathBuf], format: Format) -> Result<Outcome> {
    let beside = content::read_files()?;
    if files.is_empty() {
        let chapter = content::read_chapter()?;
        return report(&Input { chapter, files: beside, scope: Scope::Site }, format, "");
    }
    let mut outcome = Outcome::Passed;
    for file in files {
        // A file that cannot be read must not hide what is wrong with the next one.
        match content::read(file) {
            Ok(chapter) => {
                let prefix = format!("{}: ", chapter.path);
                let input = Input { chapter, files: beside.clone(), scope: Scope::Draft };
                outcome = outcome.and(report(&input, format, &prefix)?);
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
/// stdout. With errors there is no catalogue to rely on, so none is printed.
fn report(input: &Input, format: Format, prefix: &str) -> Result<Outcome> {
    let compilation = compile(input);
    print_diagnostics(input, &compilation);
    let summary = format!("{prefix}{}\n", summary(&compilation));
    match format {
        Format::Summary => print(&summary)?,
        Format::Json => eprint!("{summary}"),
    }
    if compilation.has_errors() {
        return Ok(Outcome::Failed);
    }
    if format == Format::Json {
        let mut catalog = serde_json::to_string(&compilation.catalog)?;
        catalog.push('\n');
        print(&catalog)?;
    }
    Ok(Outcome::Passed)
}

fn print_diagnostics(input: &Input, compilation: &Compilation) {
    let renderer = if io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for diagnostic in &compilation.diagnostics {
        match input.text_of(&diagnostic.path) {
            Some(source) => eprintln!("{}\n", render(diagnostic, source, &renderer)),
            None => eprintln!("{diagnostic}\n"),
        }
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

/// Writes to stdout. A reader that has gone (`… --json | head -c 100`) is no fault.
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
