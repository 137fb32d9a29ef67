//! Chapters to compile.

use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};

use compiler::{Compilation, Diagnostic, Files, Input, Scope, SourceFile, compile};

/// The site's chapter.
pub(crate) const CHAPTER: &str = include_str!("../../../../content/case-studies.md");

/// Compiles a chapter beside empty files; what those lack is left out of the diagnostics.
pub(crate) fn compile_chapter(text: &str) -> Compilation {
    let empty = |name: &str| {
        let text = if name == "link-status.json" { "{ \"links\": {} }" } else { "" };
        Ok::<_, Infallible>(SourceFile::new(name, text))
    };
    let mut compilation = compile(&Input {
        chapter: SourceFile::new("chapter.md", text),
        files: Files::read(empty).unwrap(),
        scope: Scope::Draft,
    });
    compilation.diagnostics.retain(|diagnostic| diagnostic.path == "chapter.md");
    compilation
}

/// Compiles the site's chapter beside the site's own files.
pub(crate) fn compile_site() -> Compilation {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let read =
        |name: &str| fs::read_to_string(content.join(name)).map(|text| SourceFile::new(name, text));
    compile(&Input {
        chapter: SourceFile::new("case-studies.md", CHAPTER),
        files: Files::read(read).unwrap(),
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
