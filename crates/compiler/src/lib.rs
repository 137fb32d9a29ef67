//! Compiles the chapter and the vocabulary into a catalogue and diagnostics.
//!
//! [`compile`] is a total function: it never panics, never stops at the first fault, does no I/O
//! and gives the same catalogue for the same input. It knows nothing of the app.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod address;
mod chapter;
mod check;
mod diagnostic;
mod heading_slug;
mod hosts;
mod input;
mod lines;
mod links;
mod markdown;
mod matcher;
mod metadata;
mod nearest;
mod pandoc;
mod passage;
mod resource;
mod seriation;
mod slug_words;
mod tags;
mod title;
mod token;
mod toml_file;
mod words;

use catalog::{Catalog, Company};

use chapter::ParsedCompany;
use diagnostic::Reporter;
use metadata::{Metadata, Reports};

pub use diagnostic::{Diagnostic, Severity};
pub use input::{Files, Input, Scope, SourceFile};

/// The outcome of [`compile`].
#[derive(Clone, Debug)]
pub struct Compilation {
    /// All that could be understood, also when there are errors.
    pub catalog: Catalog,
    /// Every fault found, in order of file and place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compilation {
    /// Whether any diagnostic is an error, so that nothing should be built from the catalogue.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Compiles a chapter with the files that maintainers write beside it.
///
/// # Examples
/// ```
/// use compiler::{Files, Input, Scope, SourceFile, compile};
///
/// let chapter = "### Data Science at Acme\n\nSlides:\n<https://acme.com/how-acme-runs-kafka>\n";
/// let compilation = compile(&Input {
///     chapter: SourceFile::new("chapter.md", chapter),
///     files: Files::default(),
///     scope: Scope::Draft,
/// });
/// let acme = &compilation.catalog.companies[0];
/// assert_eq!((acme.slug.as_str(), acme.line), ("acme", 1));
/// assert_eq!(acme.resources[0].title, "How Acme Runs Kafka");
/// assert_eq!(acme.resources[0].label.as_deref(), Some("Slides"));
/// ```
#[must_use]
pub fn compile(input: &Input) -> Compilation {
    let mut reports = Reports::new(&input.files);
    let mut chapter_report = Reporter::new(&input.chapter);
    let mut metadata = Metadata::read(&mut reports);
    let parsed = chapter::parse(&mut chapter_report);
    let names = parsed.iter().map(|parsed| parsed.company.name.as_str());
    match input.scope {
        Scope::Site => metadata.words.add_names(names, &mut reports.words),
        Scope::Draft => metadata.words.add_names(names, &mut Reporter::new(&input.files.words)),
    }
    let mut companies = Vec::new();
    for ParsedCompany { mut company, links, passages } in parsed {
        company.resources = links.into_iter().map(|link| metadata.known().describe(link)).collect();
        metadata.complete(&mut company, input.scope, &mut reports.companies);
        let tagging = tags::tag(&company, &passages, &metadata);
        companies.push(Company { tags: tagging.tags, denied: tagging.denied, ..company });
    }
    if input.scope == Scope::Site {
        check::check(&metadata, &companies, &mut chapter_report, &mut reports);
    }
    let reporters = std::iter::once(chapter_report).chain(reports.into_iter());
    let diagnostics = reporters.flat_map(Reporter::finish).collect();
    let mut catalog = Catalog {
        chapters: vec![metadata.companies.source],
        companies,
        technologies: metadata.technologies.list,
        industries: metadata.companies.industries,
        redirects: metadata
            .companies
            .redirects
            .into_iter()
            .map(|(old, new, _)| (old, new))
            .collect(),
        matrix_order: Vec::new(),
    };
    catalog.matrix_order = seriation::seriation(&catalog);
    Compilation { catalog, diagnostics }
}
