//! The release site as files that any static host serves: a whole page for each route, assets named
//! by a hash of their content, a content security policy, a service worker for offline use.

mod assets;
mod destination;
mod document;
mod exports;
mod files;
mod headers;
mod pages;
mod policy;
mod settings;
mod share;
mod worker;

use std::path::Path;

use anyhow::{Context, Result};
use catalog::{Catalog, Route, SCHEMA};

use crate::setup::Tools;
use crate::{process, project};
use assets::{Assets, Built};
use document::Template;
use worker::Worker;

pub(crate) use assets::FONT;
pub(crate) use destination::Destination;
pub(crate) use files::{copy, write};
pub(crate) use policy::Policy;
pub(crate) use settings::{Offline, Settings};

/// Writes the site to its destination, from Trunk's output in `built`.
///
/// # Errors
/// When a part of the build is not as expected or a file cannot be written. The destination is as it
/// was then.
pub(crate) fn publish(
    tools: &Tools,
    settings: &Settings,
    catalog: &Catalog,
    built: &Path,
    destination: Destination,
) -> Result<()> {
    let shown = destination.shown();
    let written = write_site(tools, settings, catalog, built, &destination.site())
        .and_then(|counts| destination.replace().map(|()| counts))
        .with_context(|| format!("the site could not be built, and {shown} is as it was"))?;
    let base = settings.base();
    println!(
        "{shown}: {} pages and {} files for other programs, to be served under {}",
        written.pages,
        written.exports,
        base.page(&Route::Home)
    );
    if !base.has_origin() {
        println!(
            "without --origin it has no sitemap.xml, no canonical addresses and no preview pictures, \
             and exported files name paths"
        );
    }
    Ok(())
}

/// How much was written.
struct Written {
    pages: usize,
    exports: usize,
}

fn write_site(
    tools: &Tools,
    settings: &Settings,
    catalog: &Catalog,
    built: &Path,
    out: &Path,
) -> Result<Written> {
    let base = settings.base();
    let prerendered = pages::prerender(settings)?;
    let mut assets = Assets::new(out);
    let shipped = assets::ship(tools, &Built::find(built)?, &mut assets)?;
    let first = document::first_script(tools, base, &shipped.boot, &prerendered.query_keys)?;
    let policy = Policy::new(&first);
    let template = Template::read(base, &policy, &first, &shipped)?;

    for page in &prerendered.pages {
        let html = template.fill(&page.html);
        for path in document::paths(&page.path) {
            write(&out.join(path), &html)?;
        }
    }
    let not_found = template.fill(&prerendered.not_found);
    write(&out.join("404.html"), &not_found)?;
    let shell = template.fill(&prerendered.shell);
    let shell = assets.keep("shell.html", shell.as_bytes())?;

    let exports = exports::write_all(out, base, catalog)?;
    let worker = match settings.offline {
        Offline::Keep => Worker::Keeps { assets: assets.names(), shell: &shell },
        Offline::Delete => Worker::Deletes,
    };
    worker::write_worker(tools, &worker, out)?;
    worker::write_manifest(&catalog.identity, base, out, &shipped)?;
    files::copy(&project::path("public").join(SCHEMA), &out.join(SCHEMA))?;
    let routes = prerendered.pages.iter().map(|page| page.path.as_str());
    let data = exports.iter().map(String::as_str).chain([SCHEMA]);
    write(&out.join("_headers"), &headers::headers_file(&policy, base, routes, data)?)?;
    write(&out.join("robots.txt"), &files::robots(base))?;
    if base.has_origin() {
        share::write_images(tools, catalog, out)?;
        write(&out.join("sitemap.xml"), &files::sitemap(base, &prerendered.pages))?;
    }
    process::run(
        tools.command("node")?.arg(project::path("xtask/src/publish/precompress.mjs")).arg(out),
    )?;
    Ok(Written { pages: prerendered.pages.len() + 1, exports: exports.len() })
}
