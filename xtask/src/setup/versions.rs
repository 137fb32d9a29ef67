//! The versions of the tools.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::project;

/// The versions that set-up installs or requires.
#[derive(Debug)]
pub(super) struct Versions {
    pub(super) trunk: String,
    pub(super) wasm_bindgen: String,
    pub(super) node: u32,
}

/// The shape of tools.toml.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToolsFile {
    trunk: String,
    node: u32,
}

/// The part of Cargo.lock that is read here.
#[derive(Deserialize)]
struct LockFile {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

impl Versions {
    /// Reads xtask/tools.toml and Cargo.lock.
    pub(super) fn read() -> Result<Self> {
        let tools: ToolsFile = toml::from_str(include_str!("../../tools.toml"))
            .context("xtask/tools.toml does not have the expected shape")?;
        let lock = project::path("Cargo.lock");
        let lock =
            fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
        Ok(Self {
            trunk: tools.trunk,
            wasm_bindgen: locked(&lock, "wasm-bindgen")?,
            node: tools.node,
        })
    }
}

/// The version of a package in a lock file.
fn locked(lock: &str, name: &str) -> Result<String> {
    let lock: LockFile = toml::from_str(lock).context("Cargo.lock is not a lock file")?;
    lock.package
        .into_iter()
        .find(|package| package.name == name)
        .map(|package| package.version)
        .with_context(|| {
            format!("Cargo.lock does not contain {name}: run `cargo generate-lockfile`")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.129"

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.79"
"#;

    #[test]
    fn the_locked_version_is_the_package_s_own() {
        assert_eq!(locked(LOCK, "wasm-bindgen").unwrap(), "0.2.129");
    }

    #[test]
    fn a_package_that_is_not_locked_is_named() {
        let error = locked(LOCK, "leptos").unwrap_err();
        assert_eq!(
            error.to_string(),
            "Cargo.lock does not contain leptos: run `cargo generate-lockfile`"
        );
    }

    #[test]
    fn the_project_s_own_files_are_understood() {
        Versions::read().unwrap();
    }
}
