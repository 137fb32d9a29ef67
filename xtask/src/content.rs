//! Reads the content files and hands them to the compiler.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use compiler::{Compilation, Files, Input, Scope, SourceFile, compile};

use crate::project;

/// The site's own chapter.
pub(crate) const CHAPTER: &str = "content/case-studies.md";

/// Reads a file that a person named.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub(crate) fn read(path: &Path) -> Result<SourceFile> {
    read_as(path, path.display().to_string())
}

/// The site's own chapter.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub(crate) fn read_chapter() -> Result<SourceFile> {
    read_own(CHAPTER)
}

/// The files beside the chapter.
///
/// # Errors
/// When one cannot be read or is not UTF-8.
pub(crate) fn read_files() -> Result<Files> {
    Files::read(|name| read_own(&format!("content/{name}")))
}

/// Compiles the site's own content.
///
/// # Errors
/// When a file cannot be read or is not UTF-8.
pub(crate) fn compile_site() -> Result<Compilation> {
    Ok(compile(&Input { chapter: read_chapter()?, files: read_files()?, scope: Scope::Site }))
}

fn read_own(relative: &str) -> Result<SourceFile> {
    read_as(&project::path(relative), relative.to_owned())
}

fn read_as(path: &Path, shown: String) -> Result<SourceFile> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {shown}"))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(shown, text)),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let before = &error.as_bytes()[..offset];
            let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
            let in_line = before.rsplit(|&byte| byte == b'\n').next().unwrap_or_default();
            let column = String::from_utf8_lossy(in_line).chars().count() + 1;
            bail!(
                "{shown}:{line}:{column}: this is not UTF-8: save the file as UTF-8, for \
                 example with `iconv -f windows-1252 -t utf-8`"
            )
        }
    }
}
