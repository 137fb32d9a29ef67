//! The program wasm-bindgen, a package of this workspace.

use std::env;

use anyhow::{Context, Result, bail};

/// Checks that it is there: `cargo xtask` compiles it together with this program.
pub(super) fn prepare() -> Result<()> {
    let own = env::current_exe().context("the system does not say where xtask is")?;
    let program = own.with_file_name(format!("wasm-bindgen{}", env::consts::EXE_SUFFIX));
    if !program.is_file() {
        bail!("{} is missing: run `cargo build --package wasm-bindgen-tool`", program.display());
    }
    Ok(())
}
