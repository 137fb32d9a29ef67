//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of the project: the one that holds the workspace's Cargo.toml.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A path inside the project.
pub(crate) fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// A path as a person would type it: without the project's folder where it lies inside.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The folder for files that only a run needs: git ignores it.
pub(crate) fn scratch() -> PathBuf {
    path("target/xtask")
}

/// The folder that keeps installed tools, shared by every clone on the machine.
///
/// # Errors
/// When no variable says where it may be.
pub(crate) fn tools_folder() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = set("CASEBOOK_TOOLS")
        .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("casebook")))
        .or_else(|| set("HOME").map(|home| home.join(".cache/casebook")))
        .context(
            "no folder for tools: set CASEBOOK_TOOLS to one (HOME and XDG_CACHE_HOME are unset)",
        )?;
    Ok(cache.join("tools"))
}
