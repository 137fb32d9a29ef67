//! The files of the site for other programs: JSON, CSV, feed. What is in them is
//! [`exports`]'s matter.

use std::path::Path;

use anyhow::{Context, Result};
use catalog::{Catalog, SiteAddress};

use crate::publish::write;
use crate::site::{Origin, PublicUrl};

/// Writes them into `out` and says how many they are.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn write_all(
    out: &Path,
    origin: Option<&Origin>,
    public_url: &PublicUrl,
    catalog: &Catalog,
) -> Result<usize> {
    let site = SiteAddress::new(origin.map(Origin::as_str), public_url.as_str());
    let files = exports::files(catalog, &site).context("cannot write the exports as JSON")?;
    for file in &files {
        write(&out.join(&file.path), &file.text)?;
    }
    Ok(files.len())
}
