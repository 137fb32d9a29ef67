//! sw.js, which keeps the site for readers without a connection, and the manifest that lets them
//! install it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use catalog::export::{COMPANIES_CSV, COMPANIES_JSON};
use serde_json::{Value, json};

use super::assets::{self, Shipped};
use super::write;
use crate::project;
use crate::setup::Tools;
use crate::site::PublicUrl;

/// What the export of a filter is cut from: the one thing that the app fetches later.
const DATA: &[&str] = &[COMPANIES_JSON, COMPANIES_CSV];

/// What sw.js does.
pub(super) enum Worker<'a> {
    /// Keeps these assets; one of them is the shell.
    Keeps { assets: &'a [String], shell: &'a str },
    /// Takes back what an earlier worker keeps, and goes.
    TakesBack,
}

/// Writes sw.js into the site.
pub(super) fn write_worker(tools: &Tools, worker: &Worker<'_>, out: &Path) -> Result<()> {
    let script = match worker {
        Worker::TakesBack => {
            assets::bundle(tools, &project::path("public/worker/kill-switch.js"), &[])?
        }
        Worker::Keeps { assets, shell } => {
            let mut edition = assets.join("\n");
            for file in DATA {
                let bytes =
                    fs::read(out.join(file)).with_context(|| format!("the exports lack {file}"))?;
                edition.push_str(&assets::digest(&bytes));
            }
            let list = |names: &[&str]| names.join(" ");
            let kept: Vec<&str> = assets.iter().map(String::as_str).collect();
            let defines = [
                ("EDITION", assets::digest(edition.as_bytes())),
                ("KEPT", list(&kept)),
                ("DATA", list(DATA)),
                ("SHELL", (*shell).to_owned()),
            ];
            assets::bundle(tools, &project::path("public/worker/sw.js"), &defines)?
        }
    };
    write(&out.join("sw.js"), &script)
}

/// Writes manifest.webmanifest by <https://www.w3.org/TR/appmanifest/> into the site.
pub(super) fn write_manifest(public_url: &PublicUrl, out: &Path, shipped: &Shipped) -> Result<()> {
    let base = public_url.as_str();
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
        "name": "Casebook",
        "short_name": "Casebook",
        "description": "Who runs what in data engineering, and how do we know?",
        "start_url": base,
        "scope": base,
        "display": "standalone",
        "background_color": "#faf8f2",
        "theme_color": "#faf8f2",
        "icons": icons,
    });
    write(&out.join("manifest.webmanifest"), &format!("{manifest:#}\n"))
}
