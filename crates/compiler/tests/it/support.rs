//! Chapters to compile.

use std::fs;
use std::path::{Path, PathBuf};

use compiler::{Compilation, Diagnostic, Input, Scope, SourceFile, compile};

/// The site's chapter.
pub(crate) const CHAPTER: &str = include_str!("../../../../content/case-studies.md");

/// Compiles a chapter beside empty vocabularies; what those lack is left out of the diagnostics.
pub(crate) fn compile_chapter(text: &str) -> Compilation {
    const fn file<'a>(path: &'a str, text: &'a str) -> SourceFile<'a> {
        SourceFile { path, text }
    }
    let mut compilation = compile(&Input {
        chapter: file("chapter.md", text),
        technologies: file("technologies.toml", ""),
        companies: file("companies.toml", ""),
        shipped_slugs: file("slugs.txt", ""),
        link_status: file("link-status.json", "{ \"links\": {} }"),
        scope: Scope::Draft,
    });
    compilation.diagnostics.retain(|diagnostic| diagnostic.path == "chapter.md");
    compilation
}

/// Compiles the site's chapter beside the site's own files.
pub(crate) fn compile_site() -> Compilation {
    const fn file(path: &'static str, text: &'static str) -> SourceFile<'static> {
        SourceFile { path, text }
    }
    compile(&Input {
        chapter: file("case-studies.md", CHAPTER),
        technologies: file(
            "technologies.toml",
            include_str!("../../../../content/technologies.toml"),
        ),
        companies: file("companies.toml", include_str!("../../../../content/companies.toml")),
        link_status: file("link-status.json", include_str!("../../../../content/link-status.json")),
        shipped_slugs: file("slugs.txt", include_str!("../../../../content/slugs.txt")),
        scope: Scope::Site,
    })
}

/// Diagnostics, a line each.
pub(crate) fn messages(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}

/// The Markdown files of a folder of fixtures, by name, with their text.
pub(crate) fn fixtures(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} has no fixtures", folder.display());
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}
