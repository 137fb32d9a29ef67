//! `cargo xtask build`: the release site as static files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::content::Folder;
use crate::publish::{self, Destination, Settings};
use crate::run_folder::RunFolder;
use crate::setup::{self, Tools};
use crate::{check, process, project, rust_flags, split, trunk};

/// Sets up and builds.
///
/// # Errors
/// When set-up, the content or the build fails.
pub(crate) fn build(settings: &Settings, out: &Path) -> Result<()> {
    let tools = setup::prepare(setup::TO_BUILD)?;
    build_with(&tools, settings, out)
}

/// Builds with prepared tools into `out`, a path relative to the project.
///
/// # Errors
/// When the content or the build fails, or another build is running.
pub(crate) fn build_with(tools: &Tools, settings: &Settings, out: &Path) -> Result<()> {
    // A folder that cannot be written is refused here, not after the minutes that the app takes.
    let destination = Destination::open(&project::root().join(out))?;
    // Content first: its errors are shown with their source lines here, and without by build.rs.
    check::require_valid(&settings.content)?;
    App::build(tools, &settings.content)?.publish(tools, settings, destination)
}

/// The app as Trunk and the splitter have built it. The same files can be served under any path.
pub(crate) struct App {
    folder: RunFolder,
}

impl App {
    /// Builds it from the content.
    ///
    /// # Errors
    /// When the build fails, or another one is running.
    pub(crate) fn build(tools: &Tools, content: &Folder) -> Result<Self> {
        let folder = RunFolder::exclusive(&project::scratch(), "app-", "building this project")?;
        let app = Self { folder };
        let mut trunk = trunk::command(tools, "build", app.folder.path())?;
        trunk.args(["--release", "--locked"]);
        content.embed(&mut trunk, &[split::FEATURE]);
        rust_flags::pass(&mut trunk)?;
        process::run(&mut trunk)?;
        split::split(tools, &app.files(), &app.folder.path().join("split"))?;
        Ok(app)
    }

    /// Publishes it as a site.
    ///
    /// # Errors
    /// When a page or file cannot be written: the destination is as it was.
    pub(crate) fn publish(
        &self,
        tools: &Tools,
        settings: &Settings,
        destination: Destination,
    ) -> Result<()> {
        let catalog = settings.content.compile()?.catalog;
        publish::publish(tools, settings, &catalog, &self.files(), destination)
    }

    /// Copies it into a folder of this run in `parent`.
    ///
    /// # Errors
    /// When a file cannot be copied.
    pub(crate) fn copied_into(&self, parent: &Path) -> Result<Self> {
        let copy = Self { folder: RunFolder::shared(parent, "app-")? };
        for path in project::files_below(&self.files())? {
            let name = path.strip_prefix(self.files()).unwrap_or(&path);
            publish::copy(&path, &copy.files().join(name))?;
        }
        Ok(copy)
    }

    fn files(&self) -> PathBuf {
        trunk::output(self.folder.path())
    }
}

/// Fails if there is no site in `out`, which the step `maker` of the suite builds.
///
/// # Errors
/// When there is no index.html in `out`.
pub(crate) fn require_built(out: &str, maker: &str) -> Result<()> {
    fs::metadata(project::path(out).join("index.html")).map(|_| ()).with_context(|| {
        format!("there is no site in {out}/: run `cargo xtask test --only {maker}`")
    })
}
