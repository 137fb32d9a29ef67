//! `cargo xtask serve`: serves the site locally, rebuilds and reloads it when a file changes.

use std::env;
use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run_folder::RunFolder;
use crate::setup::Tools;
use crate::{process, project, setup, trunk};

/// Sets up, then serves until it is stopped.
///
/// # Errors
/// When set-up fails, the port is taken or Trunk cannot run.
pub(crate) fn serve(port: u16) -> Result<()> {
    // Trunk would report it only after the first build, minutes later.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!(
            "port {port} is not free: choose another with --port, or stop the program that uses it"
        )
    })?;
    let tools = setup::prepare_while(setup::TO_BUILD, compile)?;
    println!(
        "Casebook at http://127.0.0.1:{port}/ once it is built (a first build takes minutes)."
    );
    println!("Edits rebuild and reload it. Ctrl+C stops.");
    // Trunk empties its folder for each build, so every server has its own.
    let folder = RunFolder::shared(&project::scratch(), "serve-")?;
    process::run(&mut command(&tools, folder.path(), port)?)
}

/// Trunk as a server whose files are all in `folder`.
fn command(tools: &Tools, folder: &Path, port: u16) -> Result<Command> {
    let mut trunk = trunk::command(tools, "serve", folder)?;
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    // Trunk has wasm-bindgen write into cargo's target folder and copies from there, without a lock:
    // the files of two servers would mix. What cargo compiles is shared, and locked by cargo.
    trunk.env("CARGO_TARGET_DIR", folder.join("cargo")).env("CARGO_BUILD_BUILD_DIR", build_dir());
    Ok(trunk)
}

/// Where cargo keeps what it compiles for this project, as cargo reads it.
fn build_dir() -> OsString {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty());
    // A value of the first may hold placeholders of cargo.
    set("CARGO_BUILD_BUILD_DIR").unwrap_or_else(|| {
        let target = set("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        project::root().join(target).into()
    })
}

/// Compiles the app as Trunk would, which then finds it compiled. An error is Trunk's to report: it
/// shows those of the content in the browser.
fn compile() {
    let mut cargo = process::cargo();
    let _ = process::run(cargo.args(["build", "--target", setup::WASM, "--bin", "casebook"]));
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::path::PathBuf;

    use super::*;

    /// The folders that a server in `folder` has cargo, and tools that ask it, write to.
    fn cargo_folders(folder: &str) -> [PathBuf; 2] {
        let command = command(&Tools::default(), Path::new(folder), 1).unwrap();
        ["CARGO_TARGET_DIR", "CARGO_BUILD_BUILD_DIR"].map(|name| {
            let mut variables = command.get_envs();
            let found = variables.find(|(key, _)| *key == OsStr::new(name));
            PathBuf::from(found.and_then(|(_, value)| value).unwrap())
        })
    }

    #[test]
    fn servers_share_what_cargo_compiles_and_nothing_else() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = |name| scratch.path().join(name).to_string_lossy().into_owned();
        let [first, compiled] = cargo_folders(&folder("one"));
        let [second, also_compiled] = cargo_folders(&folder("other"));
        assert!(first.starts_with(folder("one")) && second.starts_with(folder("other")));
        assert_eq!(compiled, also_compiled);
        assert!(!compiled.starts_with(scratch.path()));
    }
}
