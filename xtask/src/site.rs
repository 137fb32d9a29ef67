//! `cargo xtask build`: the release site as static files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::content::Folder;
use crate::publish::{self, Settings};
use crate::setup::{self, Tools};
use crate::{check, process, project, split};

/// Sets up and builds.
///
/// # Errors
/// When set-up, the content or the build fails.
pub(crate) fn build(settings: &Settings, out: &Path) -> Result<()> {
    let tools = setup::prepare(setup::TO_BUILD)?;
    build_with(&tools, settings, out)
}

/// Builds with tools that are ready: into `out`, a path relative to the project.
///
/// # Errors
/// When the content or the build fails.
pub(crate) fn build_with(tools: &Tools, settings: &Settings, out: &Path) -> Result<()> {
    // Content first: its errors are shown with their source lines here, and without by build.rs.
    check::require_valid(&settings.content)?;
    let built = build_app(tools, &settings.content)?;
    publish_app(tools, settings, &built, out)
}

/// Builds the app and returns its folder. The same files can be served under any path.
///
/// # Errors
/// When the build fails.
pub(crate) fn build_app(tools: &Tools, content: &Folder) -> Result<PathBuf> {
    let built = project::scratch().join("app");
    let mut trunk = tools.command("trunk")?;
    trunk.args(["build", "--release", "--locked", "--dist"]).arg(&built);
    content.embed(&mut trunk, &[split::FEATURE]);
    process::run(&mut trunk)?;
    split::split(tools, &built)?;
    Ok(built)
}

/// Publishes a built app as a site.
///
/// # Errors
/// When a page or file cannot be written.
pub(crate) fn publish_app(
    tools: &Tools,
    settings: &Settings,
    built: &Path,
    out: &Path,
) -> Result<()> {
    let catalog = settings.content.compile()?.catalog;
    publish::publish(tools, settings, &catalog, built, &project::root().join(out))
}

/// Fails when `out` holds no built site.
///
/// # Errors
/// When there is no index.html in `out`.
pub(crate) fn require_built(out: &str) -> Result<()> {
    fs::metadata(project::path(out).join("index.html"))
        .map(|_| ())
        .with_context(|| format!("there is no site in {out}/: run `cargo xtask test --only build`"))
}
