//! `cargo xtask serve`: serves the site locally, rebuilds and reloads it when a file changes.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

use crate::run_folder::RunFolder;
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
    let mut trunk = trunk::command(&tools, "serve", folder.path())?;
    process::run(trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]))
}

/// Compiles the app as Trunk would, which then finds it compiled. An error is Trunk's to report: it
/// shows those of the content in the browser.
fn compile() {
    let mut cargo = process::cargo();
    let _ = process::run(cargo.args(["build", "--target", setup::WASM, "--bin", "casebook"]));
}
