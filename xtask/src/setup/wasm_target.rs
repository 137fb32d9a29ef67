//! The standard library for WebAssembly.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::announce::announce;
use crate::process;

/// The target that browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target if the toolchain lacks it. Checks the sysroot and not rustup, so that a
/// toolchain without rustup (a distribution's, Nix) also works.
pub(super) fn prepare() -> Result<()> {
    let sysroot = process::output_of(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    announce(&format!("adding the Rust target {TARGET} (seconds)"));
    process::run(Command::new("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("the Rust target {TARGET} is missing: add it to your toolchain"))
}
