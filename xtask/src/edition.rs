//! `cargo xtask diff NEW.md`: what another edition of a chapter changes.

mod changes;
mod text;

use std::path::Path;

use anyhow::{Result, bail};
use compiler::{Code, Diagnostic, compile};

use crate::check::{self, DiagnosticJson, Format};
use crate::content::{self, Folder};
use changes::Changes;

/// Compiles the site as it is and with `file` in place of one of its chapters, and prints what changes.
/// `chapter` is that chapter's path in the folder; without it the one that pins a published file.
///
/// # Errors
/// When a file cannot be read, the site has no such chapter, or stdout cannot be written.
pub(crate) fn diff(
    folder: &Folder,
    file: &Path,
    chapter: Option<&str>,
    format: Format,
) -> Result<()> {
    let mut input = folder.input()?;
    let old = compile(&input);
    let paths: Vec<String> = input.chapters.iter().map(|chapter| chapter.path.clone()).collect();
    let at = match chapter {
        Some(name) => paths.iter().position(|path| *path == folder.shown(name)),
        None => old
            .catalog
            .chapters
            .iter()
            .position(|chapter| chapter.permalink.is_some())
            .or_else(|| (paths.len() == 1).then_some(0)),
    };
    let Some(chapter) = at.and_then(|at| input.chapters.get_mut(at)) else {
        bail!(
            "which chapter is it an edition of? Write --chapter with one of: {}",
            paths.join(", ")
        );
    };
    chapter.text = content::read(file)?.text;
    let path = chapter.path.clone();
    let new = compile(&input);
    let number = u32::try_from(at.unwrap_or_default()).unwrap_or_default();
    let changes = Changes::between(&old.catalog, &new.catalog, number);
    let diagnostics = new_diagnostics(&old.diagnostics, &new.diagnostics);
    match format {
        Format::Json => {
            let found: Vec<_> =
                diagnostics.iter().map(|fault| DiagnosticJson::new(fault)).collect();
            let json = serde_json::json!({
                "chapter": path,
                "edition": file.display().to_string(),
                "changes": changes,
                "diagnostics": found,
            });
            check::print(&format!("{json}\n"))
        }
        Format::Summary => {
            check::print_some(&input, &diagnostics, &check::renderer());
            let shown = text::text(&changes, &path, &file.display().to_string());
            check::print(&shown)
        }
    }
}

/// What only the new edition has, apart from that its file is not the pinned one.
fn new_diagnostics<'d>(old: &[Diagnostic], new: &'d [Diagnostic]) -> Vec<&'d Diagnostic> {
    let is_known = |fault: &Diagnostic| {
        old.iter().any(|known| {
            (known.code, &known.message, &known.path) == (fault.code, &fault.message, &fault.path)
        })
    };
    new.iter().filter(|fault| fault.code != Code::NotPinnedFile && !is_known(fault)).collect()
}
