//! `cargo xtask`: compiles Casebook's own commands, the package xtask, and runs them.
//!
//! The dependencies of xtask take about a minute to compile. This program has none: it starts within
//! a second and says what happens.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, IsTerminal as _};
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus, Stdio};

fn main() -> ExitCode {
    match launch() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: cannot start Casebook's commands: {error}");
            ExitCode::FAILURE
        }
    }
}

fn launch() -> io::Result<ExitCode> {
    if !compile()?.success() {
        eprintln!("error: Casebook's own commands do not compile: see above");
        return Ok(ExitCode::FAILURE);
    }
    // Cargo puts both programs into one folder.
    let xtask = env::current_exe()?.with_file_name(format!("xtask{}", env::consts::EXE_SUFFIX));
    run(&xtask, env::args_os().skip(1))
}

/// Compiles the commands. Shows cargo's output if there is anything to compile.
fn compile() -> io::Result<ExitStatus> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--package", "xtask", "--package", "wasm-bindgen-tool"]);
    if io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none() {
        cargo.args(["--color", "always"]);
    }
    let mut cargo = cargo.stderr(Stdio::piped()).spawn()?;
    let mut has_work = false;
    for line in cargo.stderr.take().into_iter().flat_map(|stderr| BufReader::new(stderr).lines()) {
        let line = line?;
        if is_closing(&line) {
            continue;
        }
        if !has_work {
            eprintln!("Compiling Casebook's own commands (about a minute the first time):");
            has_work = true;
        }
        eprintln!("{line}");
    }
    cargo.wait()
}

/// Whether this is cargo's last line, which says only that it has finished.
fn is_closing(line: &str) -> bool {
    line.contains("Finished") && line.contains("profile")
}

/// Replaces this program by xtask, so that signals and exit codes are xtask's.
#[cfg(unix)]
fn run(xtask: &Path, arguments: impl Iterator<Item = OsString>) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    Err(Command::new(xtask).args(arguments).exec())
}

/// Runs xtask and exits with its code.
#[cfg(not(unix))]
fn run(xtask: &Path, arguments: impl Iterator<Item = OsString>) -> io::Result<ExitCode> {
    let status = Command::new(xtask).args(arguments).status()?;
    Ok(status
        .code()
        .and_then(|code| u8::try_from(code).ok())
        .map_or(ExitCode::FAILURE, ExitCode::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cargo_s_last_line_is_hidden() {
        assert!(is_closing("    Finished `dev` profile [unoptimized] target(s) in 0.05s"));
        assert!(is_closing("\x1b[1m\x1b[92m    Finished\x1b[0m `dev` profile target(s) in 1s"));
        assert!(!is_closing("   Compiling syn v3.0.10"));
    }
}
