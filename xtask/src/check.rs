//! `cargo xtask check`: compiles the content and prints its faults.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::path::PathBuf;

use annotate_snippets::Renderer;
use anyhow::{Context, Result, bail};
use catalog::{Catalog, Day};
use compiler::{Code, Compilation, Diagnostic, Input, Scope, Severity, compile};
use serde::Serialize;

use crate::content::{self, Folder};
use crate::day::today;
use crate::outcome::Outcome;
use crate::render::render;
use crate::review;

/// How many diagnostics of a kind are printed in full.
const IN_FULL: usize = 5;

/// How many places of further ones are named.
const PLACES: usize = 20;

/// What `check` prints to stdout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One line with counts.
    Summary,
    /// The catalogue with the diagnostics.
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
        Format::Json => {
            eprint!("{summary}");
            print(&format!("{}\n", json(&compilation)?))?;
        }
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
    let renderer = renderer();
    print_some(input, &compilation.diagnostics.iter().collect::<Vec<_>>(), &renderer);
}

/// Prints diagnostics, those of a kind past [`IN_FULL`] as a count with their places.
pub(crate) fn print_some(input: &Input, diagnostics: &[&Diagnostic], renderer: &Renderer) {
    let mut others: BTreeMap<(Code, Severity), Vec<&Diagnostic>> = BTreeMap::new();
    let mut seen: BTreeMap<(Code, Severity), usize> = BTreeMap::new();
    for &diagnostic in diagnostics {
        let kind = (diagnostic.code, diagnostic.severity);
        let count = seen.entry(kind).or_default();
        *count += 1;
        if *count > IN_FULL {
            others.entry(kind).or_default().push(diagnostic);
        } else {
            eprintln!("{}\n", shown(input, diagnostic, renderer));
        }
    }
    for ((code, severity), more) in others {
        eprintln!("{}\n", counted_more(code, severity, &more));
    }
}

/// `warning[CB018]: 12 more of this kind: content/a.md:3, :8, …`
fn counted_more(code: Code, severity: Severity, more: &[&Diagnostic]) -> String {
    let mut places = String::new();
    let mut path = "";
    for diagnostic in more.iter().take(PLACES) {
        let separator = if places.is_empty() { "" } else { ", " };
        let named = if diagnostic.path == path { "" } else { diagnostic.path.as_str() };
        path = &diagnostic.path;
        places.push_str(&format!("{separator}{named}:{}", diagnostic.line));
    }
    if more.len() > PLACES {
        places.push_str(", …");
    }
    format!(
        "{severity}[{code}]: {} more of this kind: {places}\n   = help: docs/diagnostics.md has its cure, \
         `cargo xtask check --json` lists all",
        more.len()
    )
}

/// The catalogue with the diagnostics.
fn json(compilation: &Compilation) -> Result<String> {
    #[derive(Serialize)]
    struct Checked<'a> {
        #[serde(flatten)]
        catalog: &'a Catalog,
        diagnostics: Vec<DiagnosticJson<'a>>,
        acknowledged: Vec<AcknowledgedJson<'a>>,
    }
    let Compilation { catalog, diagnostics, acknowledged } = compilation;
    let diagnostics = diagnostics.iter().map(DiagnosticJson::new).collect();
    let acknowledged = acknowledged.iter().map(|one| AcknowledgedJson {
        warning: DiagnosticJson::new(&one.warning),
        reason: &one.reason,
    });
    let acknowledged = acknowledged.collect();
    Ok(serde_json::to_string(&Checked { catalog, diagnostics, acknowledged })?)
}

/// A warning that stays, as `--json` gives it.
#[derive(Serialize)]
struct AcknowledgedJson<'a> {
    #[serde(flatten)]
    warning: DiagnosticJson<'a>,
    reason: &'a str,
}

/// A diagnostic as `--json` gives it.
#[derive(Serialize)]
pub(crate) struct DiagnosticJson<'a> {
    code: String,
    severity: String,
    path: &'a str,
    line: u32,
    column: u32,
    /// Byte range in the file.
    start: usize,
    end: usize,
    message: &'a str,
    cure: &'a str,
}

impl<'a> DiagnosticJson<'a> {
    pub(crate) fn new(diagnostic: &'a Diagnostic) -> Self {
        Self {
            code: diagnostic.code.to_string(),
            severity: diagnostic.severity.to_string(),
            path: &diagnostic.path,
            line: diagnostic.line,
            column: diagnostic.column,
            start: diagnostic.span.start,
            end: diagnostic.span.end,
            message: &diagnostic.message,
            cure: &diagnostic.cure,
        }
    }
}

/// With colours where a person reads them.
pub(crate) fn renderer() -> Renderer {
    if io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none() {
        Renderer::styled()
    } else {
        Renderer::plain()
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
    let acknowledged = compilation.acknowledged.len();
    if acknowledged > 0 {
        parts.push(counted(acknowledged, "acknowledged warning", "acknowledged warnings"));
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
        let compilation = Compilation {
            catalog: catalog::Catalog::default(),
            diagnostics: Vec::new(),
            acknowledged: Vec::new(),
        };
        assert_eq!(summary(&compilation), "0 companies, 0 technologies");
    }

    #[test]
    fn five_of_a_kind_are_printed_in_full_and_the_rest_is_counted() {
        let chapter = "### Acme\n\n".to_owned() + &"see www.a.org\n\n".repeat(9);
        let input = Input {
            chapters: vec![compiler::SourceFile::new("a.md", chapter)],
            files: compiler::Files::default(),
            scope: Scope::Draft("2026-01-02".parse().unwrap()),
        };
        let compilation = compile(&input);
        let of_kind: Vec<&Diagnostic> =
            compilation.diagnostics.iter().filter(|d| d.code == Code::BareHost).collect();
        assert_eq!(of_kind.len(), 9);
        let shown = counted_more(Code::BareHost, Severity::Warning, &of_kind[IN_FULL..]);
        let first = "warning[CB013]: 4 more of this kind: a.md:13, :15, :17, :19\n";
        assert!(shown.starts_with(first), "{shown}");
    }

    #[test]
    fn one_takes_the_singular() {
        assert_eq!(counted(1, "company", "companies"), "1 company");
        assert_eq!(counted(2, "company", "companies"), "2 companies");
    }
}
