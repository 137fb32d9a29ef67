//! Node.js and the packages of package.json.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::announce::announce;
use crate::{process, project};

/// Installs the packages if they are missing or the lock file has changed, and returns the folder
/// of their programs.
pub(super) fn prepare() -> Result<PathBuf> {
    let lock = project::path("package-lock.json");
    let wanted =
        fs::read(&lock).with_context(|| format!("cannot read {}", project::shown(&lock)))?;
    // A copy of the lock file marks the install as complete. It is in node_modules, which `npm ci`
    // deletes first: an interrupted install leaves no copy.
    let stamp = project::path("node_modules/.casebook-lock.json");
    if fs::read(&stamp).ok().as_ref() != Some(&wanted) {
        announce("installing the npm packages of package-lock.json (seconds)");
        process::run(
            Command::new("npm")
                .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(project::root())
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        )
        .context("the npm packages could not be installed")?;
        fs::write(&stamp, wanted)
            .with_context(|| format!("cannot write {}", project::shown(&stamp)))?;
    }
    Ok(project::path("node_modules/.bin"))
}

/// Refuses a missing or an old Node.js.
pub(super) fn require_node(oldest: u32) -> Result<()> {
    check_node(process::version_line(Path::new("node")).as_deref(), oldest)
}

/// The same, given the output of `node --version`.
fn check_node(version: Option<&str>, oldest: u32) -> Result<()> {
    let Some(version) = version else {
        bail!("Node.js is missing: install version {oldest} or newer, with npm");
    };
    let major = version.trim_start_matches('v').split('.').next().unwrap_or_default();
    match major.parse::<u32>() {
        Ok(major) if major >= oldest => Ok(()),
        _ => bail!("Node.js {version} is too old: install version {oldest} or newer"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_node_and_newer_ones_will_do() {
        check_node(Some("v20.20.2"), 20).unwrap();
        check_node(Some("v100.0.0"), 20).unwrap();
    }

    #[test]
    fn an_old_node_is_named() {
        let error = check_node(Some("v18.1.0"), 20).unwrap_err();
        assert_eq!(error.to_string(), "Node.js v18.1.0 is too old: install version 20 or newer");
    }

    #[test]
    fn a_missing_node_is_named() {
        let error = check_node(None, 20).unwrap_err();
        assert_eq!(error.to_string(), "Node.js is missing: install version 20 or newer, with npm");
    }
}
