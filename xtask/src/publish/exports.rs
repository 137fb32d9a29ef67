//! The files of the site for other programs: JSON, CSV, feed. [`exports`] makes their content.

use std::path::Path;

use anyhow::{Context, Result};
use catalog::{Base, Catalog};

use super::files::write;

/// Writes them into `out` and returns their paths below the site's base.
///
/// # Errors
/// When a file cannot be written.
pub(super) fn write_all(out: &Path, base: Base, catalog: &Catalog) -> Result<Vec<String>> {
    let files = exports::files(catalog, base).context("cannot write the exports as JSON")?;
    for file in &files {
        write(&out.join(&file.path), &file.text)?;
    }
    Ok(files.into_iter().map(|file| file.path).collect())
}
