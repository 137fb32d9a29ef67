//! Reads the content files and hands them to the compiler.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use compiler::{Compilation, Input, Scope, SourceFile};

use crate::project;

/// The site's own chapter.
pub(crate) const CHAPTER: &str = "content/case-studies.md";
const TECHNOLOGIES: &str = "content/technologies.toml";
const COMPANIES: &str = "content/companies.toml";
const SHIPPED_SLUGS: &str = "content/slugs.txt";
const LINK_STATUS: &str = "content/link-status.json";

/// A text with the path that diagnostics name.
#[derive(Debug)]
pub(crate) struct TextFile {
    /// As typed, or relative to the project.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
}

impl TextFile {
    /// Reads a file that a person named.
    ///
    /// # Errors
    /// When it cannot be read or is not UTF-8.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        Self::read_as(path, path.display().to_string())
    }

    fn read_own(relative: &str) -> Result<Self> {
        Self::read_as(&project::path(relative), relative.to_owned())
    }

    fn read_as(path: &Path, shown: String) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {shown}"))?;
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { path: shown, text }),
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

    fn as_source(&self) -> SourceFile<'_> {
        SourceFile { path: &self.path, text: &self.text }
    }
}

/// The files that stay the same whatever the chapter.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    technologies: TextFile,
    companies: TextFile,
    shipped_slugs: TextFile,
    link_status: TextFile,
}

impl Vocabulary {
    /// Reads them from content/.
    ///
    /// # Errors
    /// When one cannot be read or is not UTF-8.
    pub(crate) fn read() -> Result<Self> {
        Ok(Self {
            technologies: TextFile::read_own(TECHNOLOGIES)?,
            companies: TextFile::read_own(COMPANIES)?,
            shipped_slugs: TextFile::read_own(SHIPPED_SLUGS)?,
            link_status: TextFile::read_own(LINK_STATUS)?,
        })
    }

    /// Compiles a chapter with this vocabulary.
    pub(crate) fn compile(&self, chapter: &TextFile, scope: Scope) -> Compilation {
        compiler::compile(&Input {
            chapter: chapter.as_source(),
            technologies: self.technologies.as_source(),
            companies: self.companies.as_source(),
            shipped_slugs: self.shipped_slugs.as_source(),
            link_status: self.link_status.as_source(),
            scope,
        })
    }

    /// The text that a diagnostic's path names, where it is one of these files.
    pub(crate) fn text_of(&self, path: &str) -> Option<&str> {
        [&self.technologies, &self.companies, &self.shipped_slugs, &self.link_status]
            .into_iter()
            .find(|file| file.path == path)
            .map(|file| file.text.as_str())
    }
}

/// The site's own chapter.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub(crate) fn read_chapter() -> Result<TextFile> {
    TextFile::read_own(CHAPTER)
}
