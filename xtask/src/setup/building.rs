//! `cargo install` in the background.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::announce::announce;
use crate::process;

/// Time between two lines of progress.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// Trunk takes 800 s of CPU to compile with its own settings, about 330 s with these. It mostly waits for
/// cargo, so it need not be fast itself.
const SETTINGS: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// A running build. Dropping it stops it.
pub(super) struct Building {
    name: String,
    cargo: Child,
    start: Instant,
    /// What cargo has printed.
    log: PathBuf,
}

impl Building {
    /// Starts to build a package. Its programs will be in `root/bin`.
    pub(super) fn start(
        package: &str,
        version: &str,
        root: &Path,
        arguments: &[&str],
    ) -> Result<Self> {
        let mut command = process::cargo();
        command
            .args(["install", "--locked", "--version", version, package])
            .args(arguments)
            .arg("--root")
            .arg(root)
            .envs(SETTINGS.iter().copied())
            // The project's own target folder would be filled with a tool's objects.
            .env_remove("CARGO_TARGET_DIR");
        Self::run(&format!("{package} {version}"), &mut command, &root.join("build.log"))
    }

    fn run(name: &str, command: &mut Command, log: &Path) -> Result<Self> {
        let cannot = || format!("cannot write {}", log.display());
        fs::create_dir_all(log.parent().unwrap_or(log)).with_context(cannot)?;
        let cargo = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(log).with_context(cannot)?)
            .spawn()
            .with_context(|| format!("cannot start to build {name}"))?;
        Ok(Self { name: name.to_owned(), cargo, start: Instant::now(), log: log.to_owned() })
    }

    /// Waits for the end and prints progress.
    ///
    /// # Errors
    /// When the build fails. Cargo's output is printed then.
    pub(super) fn wait(mut self) -> Result<()> {
        let mut next = Instant::now() + HEARTBEAT;
        let status = loop {
            if let Some(status) = self.cargo.try_wait()? {
                break status;
            }
            thread::sleep(Duration::from_millis(200));
            if Instant::now() >= next {
                announce(&self.progress());
                next += HEARTBEAT;
            }
        };
        if status.success() {
            return Ok(());
        }
        eprintln!("{}", self.printed());
        bail!("{} could not be built: read the lines above, then try again", self.name)
    }

    fn progress(&self) -> String {
        let seconds = self.start.elapsed().as_secs();
        format!(
            "building {}: {} crates after {} min {} s",
            self.name,
            self.printed().lines().filter(|line| line.contains("Compiling ")).count(),
            seconds / 60,
            seconds % 60
        )
    }

    fn printed(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        // Fails if it has ended already.
        let _ = self.cargo.kill();
        let _ = self.cargo.wait();
    }
}

#[cfg(test)]
mod tests {
    use tempfile::{TempDir, tempdir};

    use super::*;

    /// The folder holds the log.
    fn shell(script: &str) -> (Building, TempDir) {
        let folder = tempdir().unwrap();
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        (Building::run("a tool", &mut command, &folder.path().join("build.log")).unwrap(), folder)
    }

    #[test]
    fn progress_counts_crates() {
        let (mut building, _folder) =
            shell("printf '  Installing a\n   Compiling b v1\n   Compiling a v1\n' >&2");
        building.cargo.wait().unwrap();
        assert!(building.progress().starts_with("building a tool: 2 crates after 0 min "));
    }

    #[test]
    fn a_failed_build_is_an_error() {
        shell("exit 0").0.wait().unwrap();
        let error = shell("echo error >&2; exit 1").0.wait().unwrap_err().to_string();
        assert_eq!(error, "a tool could not be built: read the lines above, then try again");
    }

    #[test]
    fn a_dropped_build_is_stopped() {
        // Returns only because the program is killed: it would never end.
        drop(shell("exec cat /dev/zero"));
    }
}
