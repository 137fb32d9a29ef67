//! The release site as files that any static host serves: a whole page for each route, assets named
//! by their own bytes, a content security policy, a worker for readers without a connection.

mod assets;
mod document;
mod edition;
mod files;
mod policy;
mod worker;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use catalog::Catalog;

use crate::content::Folder;
use crate::setup::Tools;
use crate::site::{Origin, PublicUrl};
use crate::{exports, process, project};
use assets::{Assets, Built};
use document::Template;
use edition::Edition;
use policy::Policy;
use worker::Worker;

pub(crate) use files::write;

/// What a site is published with.
pub(crate) struct Settings<'a> {
    /// What the site is compiled from.
    pub(crate) content: &'a Folder,
    /// Scheme and host under which it will be served, where they are known.
    pub(crate) origin: Option<&'a Origin>,
    /// The path under which it will be served.
    pub(crate) public_url: &'a PublicUrl,
    /// Whether readers' browsers keep the site for times without a connection. Without it, what they
    /// keep is taken back.
    pub(crate) has_worker: bool,
}

/// Writes the site into `out`, which is emptied first, from what Trunk has `built`.
///
/// # Errors
/// When a part of the build is not as expected or a file cannot be written.
pub(crate) fn publish(
    tools: &Tools,
    settings: &Settings<'_>,
    catalog: &Catalog,
    built: &Path,
    out: &Path,
) -> Result<()> {
    let built = Built::find(built)?;
    let edition = Edition::write(settings)?;
    files::start_anew(out)?;
    write_site(tools, settings, catalog, &built, &edition, out).inspect_err(|_| {
        // Half a site must not be deployed, nor stand in the way of the next build.
        let _ = fs::remove_dir_all(out);
    })
}

fn write_site(
    tools: &Tools,
    settings: &Settings<'_>,
    catalog: &Catalog,
    built: &Built,
    edition: &Edition,
    out: &Path,
) -> Result<()> {
    let Settings { origin, public_url, has_worker, .. } = *settings;
    let mut assets = Assets::new(out);
    let shipped = assets::ship(tools, built, &mut assets)?;
    let first = document::first_script(tools, public_url, &shipped.boot, &edition.query_keys)?;
    let policy = Policy::new(&first);
    let template = Template::read(public_url, &policy, &first, &shipped)?;

    for page in &edition.pages {
        let html = template.fill(&page.head, &page.body);
        for path in document::paths(&page.path) {
            write(&out.join(path), &html)?;
        }
    }
    let not_found = template.fill(&edition.not_found.head, &edition.not_found.body);
    write(&out.join("404.html"), &not_found)?;
    let shell = template.fill(&edition.shell.head, &edition.shell.body);
    let shell = assets.keep("shell.html", shell.as_bytes())?;

    let exports = exports::write_all(out, origin, public_url, catalog)?;
    let worker = if has_worker {
        Worker::Keeps { assets: assets.names(), shell: &shell }
    } else {
        Worker::TakesBack
    };
    worker::write_worker(tools, &worker, out)?;
    worker::write_manifest(public_url, out, &shipped)?;
    for file in ["preview.png", "api/schema.json"] {
        files::copy(&project::path("public").join(file), &out.join(file))?;
    }
    let routes = edition.pages.iter().map(|page| page.path.as_str());
    write(&out.join("_headers"), &policy.headers_file(public_url, routes))?;
    write(&out.join("robots.txt"), &files::robots(origin, public_url))?;
    if let Some(origin) = origin {
        write(&out.join("sitemap.xml"), &files::sitemap(origin, public_url, edition))?;
    }
    process::run(
        tools.command("node")?.arg(project::path("xtask/src/publish/precompress.mjs")).arg(out),
    )?;
    println!(
        "{}: {} pages and {exports} files for other programs, to be served under {}{}",
        project::shown(out),
        edition.pages.len() + 1,
        origin.map(Origin::as_str).unwrap_or_default(),
        public_url.as_str()
    );
    if origin.is_none() {
        println!(
            "without --origin it has no sitemap.xml, no canonical addresses and no preview pictures, \
             and exported files name paths"
        );
    }
    Ok(())
}

/// Reads a text file of the project.
fn read(relative: &str) -> Result<String> {
    fs::read_to_string(project::path(relative)).with_context(|| format!("cannot read {relative}"))
}
