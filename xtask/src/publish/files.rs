//! Reading and writing files, robots.txt and sitemap.xml.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use catalog::Base;
use prerendered::Page;

use crate::project::{self, not_written};

/// Reads a text file of the project.
pub(super) fn read(relative: &str) -> Result<String> {
    fs::read_to_string(project::path(relative)).with_context(|| format!("cannot read {relative}"))
}

/// Writes a text file; creates its folder when missing.
///
/// # Errors
/// When the file or a folder cannot be written.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    write_bytes(path, text.as_bytes())
}

/// Writes a file; creates its folder when missing.
pub(super) fn write_bytes(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| not_written(folder, error))?;
    }
    fs::write(path, bytes).map_err(|error| not_written(path, error))
}

/// Copies a file; creates its folder when missing.
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    let bytes = fs::read(from).with_context(|| format!("cannot read {}", project::shown(from)))?;
    write_bytes(to, &bytes)
}

/// robots.txt: everything may be read.
pub(super) fn robots(base: Base) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if base.has_origin() {
        // Writing to a String never fails.
        let _ = writeln!(text, "Sitemap: {}", base.file("sitemap.xml"));
    }
    text
}

/// sitemap.xml as <https://www.sitemaps.org> defines it: every page by its canonical URL.
pub(super) fn sitemap(base: Base, pages: &[Page]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in pages.iter().filter(|page| page.is_canonical) {
        // Slugs and base paths contain no characters that XML must escape.
        let _ = writeln!(xml, "<url><loc>{}</loc></url>", base.file(&page.path));
    }
    xml.push_str("</urlset>\n");
    xml
}
