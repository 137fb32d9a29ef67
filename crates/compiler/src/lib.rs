//! Compiles the chapter and the vocabulary into a catalogue and diagnostics.
//!
//! [`compile`] is a total function: it never panics, never stops at the first fault, does no I/O
//! and gives the same catalogue for the same input. It knows nothing of the app.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod chapter;
mod diagnostic;
mod heading_slug;
mod input;
mod lines;
mod links;
mod markdown;
mod pandoc;
mod passage;
mod resource;
mod seriation;
mod tags;
mod title;
mod vocabulary;

use catalog::Catalog;

use chapter::ParsedCompany;
use vocabulary::Vocabulary;

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
#[must_use]
pub fn compile(input: &Input) -> Compilation {
    let mut diagnostics = Vec::new();
    let vocabulary = Vocabulary::parse(input, &mut diagnostics);
    let mut companies = Vec::new();
    for ParsedCompany { mut company, passages } in chapter::parse(&input.chapter, &mut diagnostics)
    {
        vocabulary.complete(&mut company, input, &mut diagnostics);
        let tagging = tags::tag(&company, &passages, &vocabulary);
        (company.tags, company.denied) = (tagging.tags, tagging.denied);
        companies.push(company);
    }
    vocabulary.check_companies(&companies, input, &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic| {
        let file = input.all().position(|file| file.path == diagnostic.path);
        (file, diagnostic.span.start, diagnostic.span.end)
    });
    let mut catalog = Catalog {
        chapters: vocabulary.chapters(),
        companies,
        technologies: vocabulary.technologies().to_vec(),
        industries: vocabulary.industries().to_vec(),
        redirects: vocabulary.redirects(),
        matrix_order: Vec::new(),
    };
    catalog.matrix_order = seriation::seriation(&catalog);
    Compilation { catalog, diagnostics }
}
