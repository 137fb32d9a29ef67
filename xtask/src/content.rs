//! Reads the content files and hands them to the compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use compiler::{Compilation, Files, Input, SourceFile, compile, read_site};

use crate::project;

/// A folder of content files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Folder {
    /// As typed: relative to the project, or absolute.
    path: PathBuf,
}

impl Default for Folder {
    /// The site's own content.
    fn default() -> Self {
        Self { path: "content".into() }
    }
}

impl From<PathBuf> for Folder {
    /// A folder from the command line, relative to the project.
    fn from(path: PathBuf) -> Self {
        Self { path }
    }
}

impl Folder {
    /// The absolute path.
    pub(crate) fn path(&self) -> PathBuf {
        project::root().join(&self.path)
    }

    /// Where a file of the folder is.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// A file of the folder as messages name it: `content/slugs.txt`.
    pub(crate) fn shown(&self, name: &str) -> String {
        self.path.join(name).display().to_string()
    }

    /// Reads the files beside the chapters.
    ///
    /// # Errors
    /// When one cannot be read.
    pub(crate) fn files(&self) -> Result<Files> {
        Files::read(|name| self.read(name))
    }

    /// Reads everything that the site is compiled from.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn input(&self) -> Result<Input> {
        read_site(|name| self.read(name))
    }

    /// Compiles the site.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn compile(&self) -> Result<Compilation> {
        Ok(compile(&self.input()?))
    }

    /// Makes a command that runs cargo compile this folder into the app, with further features.
    pub(crate) fn embed(&self, command: &mut Command, features: &[&str]) {
        let mut features = features.to_vec();
        if *self != Self::default() {
            features.push("other-content");
            command.env("CASEBOOK_CONTENT", self.path());
        }
        if !features.is_empty() {
            command.arg("--features").arg(features.join(","));
        }
    }

    fn read(&self, name: &str) -> Result<SourceFile> {
        if Files::OPTIONAL.contains(&name) && !self.file(name).exists() {
            return Ok(SourceFile::new(self.shown(name), ""));
        }
        read_as(&self.file(name), self.shown(name))
    }
}

/// Reads a file from the command line.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn read(path: &Path) -> Result<SourceFile> {
    read_as(path, path.display().to_string())
}

/// Text that is not UTF-8 is a diagnostic of the compiler.
fn read_as(path: &Path, shown: String) -> Result<SourceFile> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {shown}"))?;
    Ok(SourceFile::from_bytes(shown, bytes))
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn a_catalogue_does_not_tell_where_its_content_was() {
        let frozen = project::path("crates/compiler/tests/fixtures/site");
        let catalog = |folder: &Path| {
            for path in project::entries(&frozen).unwrap() {
                fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
            }
            Folder::from(folder.to_owned()).compile().unwrap().catalog.to_bytes().unwrap()
        };
        let (one, other) = (tempdir().unwrap(), tempdir().unwrap());
        let (one, other) = (catalog(one.path()), catalog(other.path()));
        assert!(!one.is_empty() && one == other);
    }
}
