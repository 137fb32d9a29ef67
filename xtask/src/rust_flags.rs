//! The flags that rustc gets for the release app: those of `.cargo/config.toml`, and names in place
//! of this machine's folders. A panic's message names the source file, so the wasm would otherwise
//! hold paths of the machine and differ between machines.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use toml::Value;

use crate::setup::WASM;
use crate::{process, project};

/// The folders of this machine whose paths a build could leak, with the names that take their place.
///
/// # Errors
/// When rustc does not say where it is.
pub(crate) fn folders() -> Result<Vec<(PathBuf, String)>> {
    let sysroot = process::output_of(Command::new("rustc").args(["--print", "sysroot"]))?;
    let version = process::output_of(Command::new("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    let mut folders = vec![
        (project::root().to_owned(), "/casebook".to_owned()),
        // Where the sources of the standard library are installed, rustc names them so.
        (sources, format!("/rustc/{}", commit.unwrap_or("unknown"))),
    ];
    folders.extend(cargo_home().map(|home| (home, "/cargo".to_owned())));
    Ok(folders)
}

/// Where cargo keeps the sources of dependencies.
fn cargo_home() -> Option<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || set("HOME").or_else(|| set("USERPROFILE"));
    set("CARGO_HOME").or_else(|| home().map(|home| home.join(".cargo")))
}

/// Has cargo, or what calls it, use these flags and no others.
///
/// # Errors
/// When `.cargo/config.toml` or the folders cannot be read.
pub(crate) fn pass(command: &mut Command) -> Result<()> {
    let config = ".cargo/config.toml";
    let text = fs::read_to_string(project::path(config));
    let text = text.with_context(|| format!("cannot read {config}"))?;
    let own = configured(&text).with_context(|| format!("{config} has no rustflags of {WASM}"))?;
    let flags: Vec<_> = own.into_iter().chain(folders()?.iter().map(renamed)).collect();
    // A path may hold a blank, at which cargo would split RUSTFLAGS.
    command.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    Ok(())
}

fn renamed((folder, name): &(PathBuf, String)) -> String {
    format!("--remap-path-prefix={}={name}", folder.display())
}

/// The flags for the app in the text of `.cargo/config.toml`.
fn configured(text: &str) -> Option<Vec<String>> {
    let config: Value = toml::from_str(text).ok()?;
    let flags = config.get("target")?.get(WASM)?.get("rustflags")?.as_array()?;
    flags.iter().map(|flag| flag.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_configured_flags_are_kept() {
        let text = "[target.wasm32-unknown-unknown]\nrustflags = [\"--cfg\", \"a b\"]";
        assert_eq!(configured(text), Some(vec!["--cfg".to_owned(), "a b".to_owned()]));
        assert_eq!(configured("[target.wasm32-unknown-unknown]"), None);
    }

    #[test]
    fn folders_of_this_machine_are_renamed() {
        let mut command = Command::new("cargo");
        pass(&mut command).unwrap();
        let flags = command.get_envs().find(|(name, _)| *name == "CARGO_ENCODED_RUSTFLAGS");
        let flags = flags.unwrap().1.unwrap().to_str().unwrap();
        assert!(flags.starts_with("--cfg\u{1f}erase_components\u{1f}"), "{flags}");
        let root =
            format!("\u{1f}--remap-path-prefix={}=/casebook\u{1f}", project::root().display());
        assert!(flags.contains(&root), "{flags}");
        assert!(flags.ends_with("=/cargo"), "{flags}");
    }
}
