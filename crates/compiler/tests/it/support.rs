//! Chapters to compile.

use std::path::{Path, PathBuf};
use std::{fs, io};

use compiler::{Compilation, Diagnostic, Files, Input, Scope, SourceFile, compile, read_site};

/// A frozen copy of the book's chapter.
pub(crate) const CHAPTER: &str = include_str!("../fixtures/site/case-studies.md");

/// A file of the frozen content, `fixtures/site`.
pub(crate) fn read(name: &str) -> io::Result<SourceFile> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/site").join(name);
    Ok(SourceFile::new(name, fs::read_to_string(path)?))
}

/// Compiles a chapter beside `site.toml`, `hosts.toml` and `words.toml` of the frozen content and otherwise
/// empty files; faults of these are left out.
pub(crate) fn compile_chapter(text: &str) -> Compilation {
    let mut compilation = compile(&Input {
        chapters: vec![SourceFile::new("chapter.md", text)],
        files: Files {
            site: read("site.toml").unwrap(),
            hosts: read("hosts.toml").unwrap(),
            words: read("words.toml").unwrap(),
            ..Files::default()
        },
        scope: Scope::Draft("2026-01-02".parse().unwrap()),
    });
    compilation.diagnostics.retain(|diagnostic| diagnostic.path == "chapter.md");
    compilation
}

/// Compiles a chapter that `site.toml` lists with these keys, beside the technologies of the frozen
/// content. That slugs are new and companies have no industry is left out.
pub(crate) fn compile_listed(text: &str, keys: &str) -> Compilation {
    let site = format!(
        "[[chapter]]\npath = \"chapter.md\"\ntitle = \"T\"\nauthor = \"A\"\nlicence = \"L\"\n\
         written = \"2026-01-02\"\n{keys}\n"
    );
    let mut compilation = compile(&Input {
        chapters: vec![SourceFile::new("chapter.md", text)],
        files: Files {
            site: SourceFile::new("site.toml", site),
            technologies: read("technologies.toml").unwrap(),
            hosts: read("hosts.toml").unwrap(),
            words: read("words.toml").unwrap(),
            ..Files::default()
        },
        scope: Scope::Site,
    });
    let is_new = |diagnostic: &Diagnostic| diagnostic.message.contains("is not recorded yet");
    compilation.diagnostics.retain(|diagnostic| {
        matches!(diagnostic.path.as_str(), "chapter.md" | "site.toml") && !is_new(diagnostic)
    });
    compilation
}

/// Compiles the frozen content.
pub(crate) fn compile_site() -> Compilation {
    compile(&read_site(read).unwrap())
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
