//! Programs that are found on the machine, downloaded, or built from source. Each version has its own
//! folder, which all clones share; nothing installed is replaced.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::announce::announce;
use super::building::Building;
use super::download::download;
use super::pins::Pin;
use crate::{process, project};

/// A program of another project.
pub(super) struct Tool {
    /// The package on crates.io.
    package: &'static str,
    /// Prints `<name> <version>` for `--version`.
    program: &'static str,
    /// For `cargo install`.
    arguments: &'static [&'static str],
    /// How long a build takes.
    takes: &'static str,
}

/// Bundles and serves the site. Without its default features it cannot download tools, but it finds
/// them all on PATH.
pub(super) const TRUNK: Tool = Tool {
    package: "trunk",
    program: "trunk",
    arguments: &["--no-default-features"],
    takes: "about 3 minutes on 2 cores",
};

/// Runs wasm tests in a browser.
pub(super) const WASM_TEST_RUNNER: Tool = Tool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen-test-runner",
    arguments: &["--bin", "wasm-bindgen-test-runner"],
    takes: "about a minute on 2 cores",
};

pub(super) enum State {
    /// With the folder to put on PATH, unless the tool is on PATH already.
    Ready(Option<PathBuf>),
    /// With the folder in which the tool will be.
    Building(Building, PathBuf),
}

impl State {
    /// Waits until the tool is ready. Returns the folder to put on PATH.
    pub(super) fn wait(self) -> Result<Option<PathBuf>> {
        match self {
            Self::Ready(folder) => Ok(folder),
            Self::Building(building, folder) => building.wait().map(|()| Some(folder)),
        }
    }
}

impl Tool {
    /// Finds or downloads the tool, or starts to build it.
    pub(super) fn begin(&self, pin: &Pin) -> Result<State> {
        let root = project::tools_folder()?.join(format!("{}-{}", self.package, pin.version));
        let folder = root.join("bin");
        if folder.join(format!("{}{}", self.program, env::consts::EXE_SUFFIX)).is_file() {
            return Ok(State::Ready(Some(folder)));
        }
        if self.is_on_path(&pin.version) {
            return Ok(State::Ready(None));
        }
        let name = format!("{} {}", self.program, pin.version);
        announce(&format!("downloading {name} (seconds)"));
        let downloaded = pin
            .archive(env::consts::ARCH, env::consts::OS)
            .context("there is no archive for this kind of machine")
            .and_then(|archive| download(&archive, &folder));
        let Err(reason) = downloaded else { return Ok(State::Ready(Some(folder))) };
        announce(&format!("{name}: {reason}, so it is built ({}, once)", self.takes));
        let building = Building::start(self.package, &pin.version, &root, self.arguments)?;
        Ok(State::Building(building, folder))
    }

    fn is_on_path(&self, version: &str) -> bool {
        process::on_path(self.program)
            .and_then(|program| process::version_line(&program))
            .is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
    }
}
