//! Compiles the chapter and the vocabulary into a catalogue and diagnostics.
//!
//! [`compile`] is a total function: it never panics, never stops at the first fault, does no I/O
//! and gives the same catalogue for the same input. It knows nothing of the app.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod chapter;
mod diagnostic;
mod heading_slug;
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

/// A file's text with the path that diagnostics name.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Path as a maintainer would type it, relative to the project: `content/case-studies.md`.
    pub path: &'a str,
    /// The whole text.
    pub text: &'a str,
}

/// Everything that a catalogue is compiled from.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The Markdown chapter.
    pub chapter: SourceFile<'a>,
    /// Vocabulary of technologies (TOML).
    pub technologies: SourceFile<'a>,
    /// What the chapter does not say about its companies (TOML).
    pub companies: SourceFile<'a>,
    /// Every company slug that ever shipped, one a line; `#` starts a comment.
    pub shipped_slugs: SourceFile<'a>,
    /// What the last checks of the chapter's addresses found (JSON).
    pub link_status: SourceFile<'a>,
    /// Whether the chapter is the site's own.
    pub scope: Scope,
}

/// What the chapter is to the other files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The site's own chapter: companies that the other files name must be in it.
    Site,
    /// Another chapter, tried in place of the site's own: what the other files say of companies
    /// that are not in it does not matter.
    Draft,
}

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
pub fn compile(input: &Input<'_>) -> Compilation {
    let mut diagnostics = Vec::new();
    let vocabulary = Vocabulary::parse(input, &mut diagnostics);
    let mut companies = Vec::new();
    for ParsedCompany { mut company, passages } in chapter::parse(input.chapter, &mut diagnostics) {
        vocabulary.complete(&mut company, input, &mut diagnostics);
        let tagging = tags::tag(&company, &passages, &vocabulary);
        (company.tags, company.denied) = (tagging.tags, tagging.denied);
        companies.push(company);
    }
    vocabulary.check_companies(&companies, input, &mut diagnostics);
    let order = [
        input.chapter,
        input.technologies,
        input.companies,
        input.shipped_slugs,
        input.link_status,
    ];
    diagnostics.sort_by_key(|diagnostic| {
        let file = order.iter().position(|file| file.path == diagnostic.path);
        (file, diagnostic.span.start, diagnostic.span.end)
    });
    let mut catalog = Catalog {
        source: vocabulary.source(),
        companies,
        technologies: vocabulary.technologies().to_vec(),
        industries: vocabulary.industries().to_vec(),
        redirects: vocabulary.redirects(),
        matrix_order: Vec::new(),
    };
    catalog.matrix_order = seriation::seriation(&catalog);
    Compilation { catalog, diagnostics }
}
