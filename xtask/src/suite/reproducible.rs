//! Whether a site is the same wherever it is built.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::publish::{Destination, Settings};
use crate::setup::Tools;
use crate::site::App;
use crate::{project, rust_flags};

/// Publishes the app again, from a copy of it in another folder to another folder, and compares that
/// with the site in `out`, byte by byte. A second compilation would take minutes; instead, no file may
/// hold a path of this machine.
///
/// # Errors
/// When the two differ, a file holds a path, or the second site cannot be written.
pub(super) fn check(tools: &Tools, app: &App, settings: &Settings, out: &str) -> Result<()> {
    let elsewhere = tempfile::tempdir().context("cannot make a folder for temporary files")?;
    let again = elsewhere.path().join("site");
    let copy = app.copied_into(elsewhere.path())?;
    copy.publish(tools, settings, Destination::open(&again)?)?;
    let out = project::path(out);
    let mut faults = differences(&out, &again)?;
    faults.extend(leaks(&out, &sources()?)?);
    if !faults.is_empty() {
        bail!("the site depends on where it was built:\n{}", faults.join("\n"));
    }
    Ok(())
}

/// The files that only one of two folders has, or that differ.
fn differences(one: &Path, other: &Path) -> Result<Vec<String>> {
    let read = |path: &PathBuf| fs::read(path).ok();
    let mut faults = Vec::new();
    for (folder, beside) in [(one, other), (other, one)] {
        for path in project::files_below(folder)? {
            let name = path.strip_prefix(folder).unwrap_or(&path);
            if read(&path) != read(&beside.join(name)) {
                faults.push(format!("{} differs when it is built again", name.display()));
            }
        }
    }
    faults.sort();
    faults.dedup();
    Ok(faults)
}

/// Paths of this machine where sources are. Whole folders, because a project in `/app` would be found
/// in every page that says `/apple`.
fn sources() -> Result<Vec<String>> {
    let below = ["src", "crates", "target", "registry", "library"];
    let folders = rust_flags::folders()?;
    let folders = folders.iter().map(|(folder, _)| folder.display().to_string());
    Ok(folders.flat_map(|folder| below.map(|name| format!("{folder}/{name}/"))).collect())
}

/// The files that hold one of `paths`.
fn leaks(site: &Path, paths: &[String]) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for file in project::files_below(site)? {
        let shown = project::shown(&file);
        let bytes = fs::read(&file).with_context(|| format!("cannot read {shown}"))?;
        let text = String::from_utf8_lossy(&bytes);
        let found = paths.iter().filter(|path| text.contains(path.as_str()));
        faults.extend(found.map(|path| format!("{shown} holds the path {path}")));
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;
    use crate::publish::write;

    #[test]
    fn files_that_differ_or_are_missing_are_named() {
        let (one, other) = (tempdir().unwrap(), tempdir().unwrap());
        for (name, text) in [("same", "a"), ("company/other", "a"), ("only-here", "a")] {
            write(&one.path().join(name), text).unwrap();
        }
        for (name, text) in [("same", "a"), ("company/other", "b"), ("only-there", "a")] {
            write(&other.path().join(name), text).unwrap();
        }
        let faults = differences(one.path(), other.path()).unwrap();
        let expected = ["company/other", "only-here", "only-there"];
        assert_eq!(faults, expected.map(|name| format!("{name} differs when it is built again")));
        assert_eq!(differences(one.path(), one.path()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_path_of_the_machine_is_found_in_any_file() {
        let site = tempdir().unwrap();
        fs::write(site.path().join("a.wasm"), b"\0\xff/home/me/.cargo/registry/a.rs\0").unwrap();
        write(&site.path().join("b.html"), "/home/you").unwrap();
        let paths = ["/home/me/.cargo/registry/", "/home/me/casebook/"].map(str::to_owned);
        let file = site.path().join("a.wasm");
        let expected = format!("{} holds the path /home/me/.cargo/registry/", file.display());
        assert_eq!(leaks(site.path(), &paths).unwrap(), [expected]);
    }
}
