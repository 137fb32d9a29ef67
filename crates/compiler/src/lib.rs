//! Compiles chapters and the files beside them into a catalogue and diagnostics.
//!
//! [`compile`] is a total function: it never panics, never stops at the first fault, does no I/O
//! and gives the same catalogue for the same input. It does not depend on the app.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod address;
mod chapter;
mod check;
mod day;
mod diagnostic;
mod heading_slug;
mod hosts;
mod html;
mod input;
mod keys;
mod lines;
mod link_record;
mod links;
mod markdown;
mod matcher;
mod metadata;
mod nearest;
mod pandoc;
mod parallel;
mod passage;
mod per_file;
mod resource;
mod schemas;
mod sentence;
mod seriation;
mod shape;
mod slug_dates;
mod slug_words;
mod sound;
mod tags;
mod text_form;
mod title;
mod token;
mod toml_file;
mod usage;
mod words;

use std::collections::BTreeMap;

use catalog::{Catalog, Chapter, Company};

use chapter::ParsedCompany;
use diagnostic::Reporter;
use metadata::site::SiteFile;
use metadata::{Metadata, Reports, changes};
use parallel::in_parallel;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use heading_slug::slug_from_heading;
pub use input::{Files, Input, Scope, SourceFile};
pub use link_record::{LinkRecord, LinkRecords};
pub use metadata::acknowledged::Acknowledged;
pub use per_file::PerFile;
pub use schemas::schemas;

/// The outcome of [`compile`].
#[derive(Clone, Debug)]
pub struct Compilation {
    /// All that could be understood, also when there are errors.
    pub catalog: Catalog,
    /// Every fault found that is not acknowledged, in order of file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The warnings that `site.toml` acknowledges.
    pub acknowledged: Vec<Acknowledged>,
}

impl Compilation {
    /// Whether any diagnostic is an error, so that nothing should be built from the catalogue.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Gets a site's files from `read`, which takes the name of each in the content folder, chapters
/// included: `site.toml` lists them.
///
/// # Errors
/// The first error of `read`.
pub fn read_site<E>(mut read: impl FnMut(&str) -> Result<SourceFile, E>) -> Result<Input, E> {
    let files = Files::read(&mut read)?;
    // What is wrong with the list is reported when it is compiled.
    let site = SiteFile::parse(&mut Reporter::new(&files.site));
    let paths = site.chapters.iter().map(|listed| read(listed.path.get_ref()));
    Ok(Input { chapters: paths.collect::<Result<_, _>>()?, files, scope: Scope::Site })
}

/// Compiles chapters with the files that maintainers write beside them.
///
/// # Examples
/// ```
/// use compiler::{Files, Input, Scope, SourceFile, compile};
///
/// let words = "[kinds]\nslides = \"slides\"\n";
/// let chapter = "### Data Science at Acme\n\nSlides:\n<https://acme.com/how-acme-runs-kafka>\n";
/// let compilation = compile(&Input {
///     chapters: vec![SourceFile::new("chapter.md", chapter)],
///     files: Files { words: SourceFile::new("words.toml", words), ..Files::default() },
///     scope: Scope::Draft("2026-01-02".parse()?),
/// });
/// let acme = &compilation.catalog.companies[0];
/// assert_eq!((acme.slug.as_str(), acme.line), ("acme", 1));
/// assert_eq!(acme.resources[0].title, "How Acme Runs Kafka");
/// assert_eq!(acme.resources[0].label.as_deref(), Some("Slides"));
/// # Ok::<(), catalog::UnknownName>(())
/// ```
#[must_use]
pub fn compile(input: &Input) -> Compilation {
    let given = input;
    let readable = sound::readable(given);
    let input = &*readable;
    let mut reports = Reports::new(&input.files);
    let mut chapter_reports: Vec<_> = input.chapters.iter().map(Reporter::new).collect();
    let mut metadata = Metadata::read(&mut reports);
    let chapters: Vec<Chapter> = match &input.scope {
        Scope::Site => metadata.site.of_site(&input.chapters, &mut reports.site),
        Scope::Draft(today) => {
            input.chapters.iter().map(|file| SiteFile::of_draft(file, today)).collect()
        }
    };
    let mut parsed = Vec::new();
    let mut taken = BTreeMap::new();
    for ((number, chapter), report) in (0..).zip(&chapters).zip(&mut chapter_reports) {
        let layout = metadata.site.layout(&input.scope, number as usize, &metadata.words);
        for mut found in chapter::parse(layout, &mut taken, report) {
            found.company.chapter = number;
            parsed.push((found, chapter));
        }
    }
    let names = parsed.iter().map(|(parsed, _)| parsed.company.name.as_str());
    match &input.scope {
        Scope::Site => metadata.words.add_names(names, &mut reports.words),
        Scope::Draft(_) => metadata.words.add_names(names, &mut Reporter::new(&input.files.words)),
    }
    let mut described = in_parallel(parsed, |(parsed, chapter)| {
        let ParsedCompany { mut company, links, passages } = parsed;
        company.resources = metadata.describe(links, chapter);
        (company, passages)
    });
    for (company, _) in &mut described {
        metadata.complete(company, &input.scope, &mut reports.companies);
    }
    let companies = in_parallel(described, |(company, passages)| {
        let tagging = tags::tag(&company, &passages, &metadata);
        Company { tags: tagging.tags, denied: tagging.denied, ..company }
    });
    if input.scope == Scope::Site {
        check::check(&metadata, &companies, &mut chapter_reports, &mut reports);
    }
    let changes = match &input.scope {
        Scope::Site => changes::of_site(
            &metadata.changes,
            &companies,
            &metadata.companies,
            &mut reports.changes,
        ),
        Scope::Draft(_) => Vec::new(),
    };
    let files = given.chapters.iter().chain(given.files.each());
    let mut reporters: Vec<_> = chapter_reports.into_iter().chain(reports).collect();
    for (file, reporter) in files.zip(&mut reporters) {
        sound::report(file, reporter);
    }
    let diagnostics = reporters.into_iter().flat_map(Reporter::finish).collect();
    let (diagnostics, acknowledged) = match input.scope {
        Scope::Site => metadata.site.acknowledgements.apply(diagnostics, given),
        Scope::Draft(_) => (diagnostics, Vec::new()),
    };
    let mut catalog = Catalog {
        identity: metadata.site.identity.clone(),
        chapters,
        technologies: metadata.technologies.named_by(&companies),
        companies,
        industries: metadata.companies.industries,
        redirects: metadata
            .companies
            .redirects
            .into_iter()
            .map(|(old, new, _)| (old, new))
            .collect(),
        gone: metadata.companies.retired.into_iter().map(|(gone, _)| gone).collect(),
        matrix_order: Vec::new(),
        changes,
    };
    catalog.matrix_order = seriation::seriation(&catalog);
    Compilation { catalog, diagnostics, acknowledged }
}
