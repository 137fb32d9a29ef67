//! sw.js, which keeps the site for offline use, and the manifest that makes the site installable.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use catalog::{Base, COMPANIES_CSV, COMPANIES_JSON, Identity, Route};
use serde_json::{Value, json};

use super::assets::{self, Shipped};
use super::files::write;
use crate::project;
use crate::setup::Tools;

/// The files that the app fetches for an export of filtered companies.
const DATA: &[&str] = &[COMPANIES_JSON, COMPANIES_CSV];

/// What sw.js does.
pub(super) enum Worker<'a> {
    /// Precaches these assets, one of which is the shell.
    Keeps { assets: &'a [String], shell: &'a str },
    /// Deletes the caches of an earlier worker, and unregisters.
    Deletes,
}

/// Writes sw.js into the site.
pub(super) fn write_worker(tools: &Tools, worker: &Worker<'_>, out: &Path) -> Result<()> {
    let Source { script, defines } = worker.source(out)?;
    write(&out.join("sw.js"), &assets::bundle(tools, &project::path(script), &defines)?)
}

/// The template of sw.js.
struct Source {
    script: &'static str,
    /// Placeholders in it, with the texts that replace them.
    defines: Vec<(&'static str, String)>,
}

impl Worker<'_> {
    /// `out` is the site, with its exports.
    fn source(&self, out: &Path) -> Result<Source> {
        let Self::Keeps { assets, shell } = self else {
            return Ok(Source { script: "public/worker/kill-switch.js", defines: Vec::new() });
        };
        let mut edition = assets.join("\n");
        for file in DATA {
            let bytes = fs::read(out.join(file))
                .with_context(|| format!("the export {file} is missing"))?;
            edition.push_str(&assets::digest(&bytes));
        }
        let defines = vec![
            ("EDITION", assets::digest(edition.as_bytes())),
            ("KEPT", assets.join(" ")),
            ("DATA", DATA.join(" ")),
            ("SHELL", (*shell).to_owned()),
        ];
        Ok(Source { script: "public/worker/sw.js", defines })
    }
}

/// Writes manifest.webmanifest by <https://www.w3.org/TR/appmanifest/> into the site.
pub(super) fn write_manifest(
    identity: &Identity,
    base: Base,
    out: &Path,
    shipped: &Shipped,
) -> Result<()> {
    let base = base.without_origin().page(&Route::Home);
    let icon = |path: &str, sizes: &str, purpose: &str| {
        let kind = if path.ends_with(".svg") { "image/svg+xml" } else { "image/png" };
        json!({ "src": format!("{base}{path}"), "sizes": sizes, "type": kind, "purpose": purpose })
    };
    let mut icons = vec![icon(&shipped.favicon, "any", "any")];
    for (path, edge) in &shipped.icons {
        icons.push(icon(path, &format!("{edge}x{edge}"), "any"));
    }
    icons.push(icon(&shipped.maskable_icon, "512x512", "maskable"));
    let manifest: Value = json!({
        "id": base,
        "name": identity.name,
        "short_name": identity.name,
        "description": identity.tagline,
        "start_url": base,
        "scope": base,
        "display": "standalone",
        "background_color": "#faf8f2",
        "theme_color": "#faf8f2",
        "icons": icons,
    });
    write(&out.join("manifest.webmanifest"), &format!("{manifest:#}\n"))
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn a_site_without_worker_ships_the_kill_switch() {
        let folder = tempdir().unwrap();
        let Source { script, defines } = Worker::Deletes.source(folder.path()).unwrap();
        assert_eq!((script, defines), ("public/worker/kill-switch.js", Vec::new()));
    }

    #[test]
    fn an_edition_is_named_by_all_that_is_kept() {
        let folder = tempdir().unwrap();
        let define = |assets: &[&str], data: &str| {
            for file in DATA {
                write(&folder.path().join(file), data).unwrap();
            }
            let assets: Vec<_> = assets.iter().map(|&asset| asset.to_owned()).collect();
            let worker = Worker::Keeps { assets: &assets, shell: "assets/shell.html" };
            worker.source(folder.path()).unwrap().defines
        };
        let assets = ["assets/a.js", "assets/shell.html"];
        let first = define(&assets, "[]");
        let kept = [
            ("KEPT", "assets/a.js assets/shell.html".to_owned()),
            ("DATA", "api/companies.json companies.csv".to_owned()),
            ("SHELL", "assets/shell.html".to_owned()),
        ];
        assert_eq!(first[1..], kept);
        assert_eq!(define(&assets, "[]")[0], first[0]);
        assert_ne!(define(&assets, "[1]")[0], first[0]);
        assert_ne!(define(&["assets/b.js", "assets/shell.html"], "[]")[0], first[0]);
    }
}
