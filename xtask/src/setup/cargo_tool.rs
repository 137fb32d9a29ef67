//! Tools that are built from crates.io into a folder of their own, one for each version, so that
//! nothing on the machine is replaced and several clones share them.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::announce::announce;
use crate::{process, project};

/// A tool that `cargo install` builds.
pub(super) struct CargoTool {
    /// The package on crates.io.
    package: &'static str,
    /// Its programs; the first prints `<name> <version>` for `--version`.
    programs: &'static [&'static str],
}

/// Builds and serves the site.
pub(super) const TRUNK: CargoTool = CargoTool { package: "trunk", programs: &["trunk"] };

/// Makes JavaScript bindings, and runs wasm tests in a browser.
pub(super) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
};

impl CargoTool {
    /// Returns the folder to put on PATH; `None` when the right version is already on PATH.
    pub(super) fn prepare(&self, version: &str) -> Result<Option<PathBuf>> {
        let root = project::tools_folder()?.join(format!("{}-{version}", self.package));
        let folder = root.join("bin");
        let is_there =
            |program: &&str| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file();
        if self.programs.iter().all(is_there) {
            return Ok(Some(folder));
        }
        if self.is_on_path(version) {
            return Ok(None);
        }
        announce(&format!(
            "building {} {version} into {} (about 5 minutes on 2 cores, once)",
            self.package,
            root.display()
        ));
        let root_text = root.to_str().context("the tools folder's name is not UTF-8")?;
        process::run(
            process::cargo()
                .args(["install", "--locked", "--version", version, "--root", root_text])
                .arg(self.package)
                // Otherwise the tool would be built in the project's own target folder.
                .env_remove("CARGO_TARGET_DIR"),
        )
        .with_context(|| {
            format!(
                "{} {version} could not be built: read the lines above, then try again",
                self.package
            )
        })?;
        Ok(Some(folder))
    }

    /// Whether every program is on PATH and the first has the version.
    fn is_on_path(&self, version: &str) -> bool {
        let mut found = self.programs.iter().map(|program| process::on_path(program));
        let Some(Some(first)) = found.next() else { return false };
        found.all(|program| program.is_some())
            && process::version_line(&first)
                .is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
    }
}
