//! xtask/tools.toml: the version of each tool, and the checksums of its archives.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Pins {
    /// The lowest major version of Node.js.
    pub(super) node: u32,
    pub(super) trunk: Pin,
    pub(super) wasm_bindgen: Pin,
}

/// One version of a tool.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pin {
    pub(super) version: String,
    /// With `{version}` and `{target}` as placeholders.
    url: String,
    /// By target, in hexadecimal.
    sha256: BTreeMap<String, String>,
}

/// A `.tar.gz` file of a pinned version.
#[derive(Debug)]
pub(super) struct Archive {
    pub(super) url: String,
    pub(super) sha256: String,
}

impl Pins {
    pub(super) fn read() -> Result<Self> {
        toml::from_str(include_str!("../../tools.toml"))
            .context("xtask/tools.toml does not have the expected shape")
    }
}

impl Pin {
    /// The archive for a kind of machine, named as in [`std::env::consts`].
    pub(super) fn archive(&self, arch: &str, os: &str) -> Option<Archive> {
        let system = match os {
            // Linked statically, so it runs with any libc.
            "linux" => "unknown-linux-musl",
            "macos" => "apple-darwin",
            _ => return None,
        };
        let target = format!("{arch}-{system}");
        let sha256 = self.sha256.get(&target)?.clone();
        let url = self.url.replace("{version}", &self.version).replace("{target}", &target);
        Some(Archive { url, sha256 })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::project;

    #[test]
    fn archives_are_named_by_version_and_target() {
        let trunk = Pins::read().unwrap().trunk;
        let url = |arch, os| trunk.archive(arch, os).map(|archive| archive.url);
        let start =
            format!("https://github.com/trunk-rs/trunk/releases/download/v{}", trunk.version);
        let linux = format!("{start}/trunk-x86_64-unknown-linux-musl.tar.gz");
        assert_eq!(url("x86_64", "linux"), Some(linux));
        let mac = format!("{start}/trunk-aarch64-apple-darwin.tar.gz");
        assert_eq!(url("aarch64", "macos"), Some(mac));
        assert_eq!(url("riscv64", "linux"), None);
        assert_eq!(url("x86_64", "windows"), None);
    }

    #[test]
    fn the_test_runner_fits_the_library() {
        let lock = fs::read_to_string(project::path("Cargo.lock")).unwrap();
        let version = Pins::read().unwrap().wasm_bindgen.version;
        for package in ["wasm-bindgen", "wasm-bindgen-cli-support", "wasm-bindgen-tool"] {
            let entry = format!("name = \"{package}\"\nversion = \"{version}\"\n");
            assert!(lock.contains(&entry), "{package} in Cargo.lock is not {version}");
        }
    }
}
