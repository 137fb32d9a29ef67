//! Writing files, and the plainest of them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::edition::Edition;
use crate::project;
use crate::site::{Origin, PublicUrl};

/// Empties the folder of a site. A folder that holds something else is left alone.
pub(super) fn start_anew(out: &Path) -> Result<()> {
    let shown = project::shown(out);
    let is_empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if is_empty {
        return Ok(());
    }
    if !out.join("index.html").is_file() {
        bail!("{shown} holds files and no site: empty it, or name another folder");
    }
    fs::remove_dir_all(out).with_context(|| format!("cannot empty {shown}"))
}

/// Writes a text file and the folders that it lies in.
///
/// # Errors
/// When the file or a folder cannot be written.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    write_bytes(path, text.as_bytes())
}

/// Writes a file and the folders that it lies in.
pub(super) fn write_bytes(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// Copies a file.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    let bytes = fs::read(from).with_context(|| format!("cannot read {}", project::shown(from)))?;
    write_bytes(to, &bytes)
}

/// robots.txt: everything may be read.
pub(super) fn robots(origin: Option<&Origin>, public_url: &PublicUrl) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(origin) = origin {
        // Writing to a text never fails.
        let _ = writeln!(text, "Sitemap: {}{}sitemap.xml", origin.as_str(), public_url.as_str());
    }
    text
}

/// sitemap.xml by <https://www.sitemaps.org>: every page where it lives.
pub(super) fn sitemap(origin: &Origin, public_url: &PublicUrl, edition: &Edition) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in edition.pages.iter().filter(|page| page.is_canonical) {
        // Slugs and public URLs hold nothing that XML would take for markup.
        let _ = writeln!(
            xml,
            "<url><loc>{}{}{}</loc></url>",
            origin.as_str(),
            public_url.as_str(),
            page.path
        );
    }
    xml.push_str("</urlset>\n");
    xml
}
