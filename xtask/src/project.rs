//! Paths of the project.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Error, Result, anyhow, bail};

/// The folder of the project: the one that holds the workspace's Cargo.toml.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A path inside the project.
pub(crate) fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// A path for messages: relative to the project if it is inside.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The error of a file or folder that could not be written, with a cure where one is known.
pub(crate) fn not_written(path: &Path, error: io::Error) -> Error {
    let path = shown(path);
    let cure = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "; free some space there, then run this again"
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "; allow this user to write there, or choose another folder"
        }
        _ => "",
    };
    anyhow!("cannot write {path}: {error}{cure}")
}

/// Replaces a file in one step, so that no interruption and no full disk leaves half of it.
///
/// # Errors
/// When it cannot be written: it is as it was.
pub(crate) fn rewrite(path: &Path, text: &str) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        not_written(path, error)
    })
}

/// What a folder holds, in order.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let context = || format!("cannot read {}", shown(folder));
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(context)? {
        paths.push(entry.with_context(context)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// The files in a folder and in the folders in it.
///
/// # Errors
/// When a folder cannot be read.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    Ok(files)
}

/// What a folder holds whose name ends so, in order.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn files_ending_in(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let mut paths = entries(folder)?;
    paths.retain(|path| path.to_string_lossy().ends_with(end));
    Ok(paths)
}

/// The only file in a folder whose name ends in `end`.
///
/// # Errors
/// When there are none or several, or the folder cannot be read.
pub(crate) fn only_file_ending_in(folder: &Path, end: &str) -> Result<PathBuf> {
    match <[PathBuf; 1]>::try_from(files_ending_in(folder, end)?) {
        Ok([path]) => Ok(path),
        Err(found) => bail!(
            "{} {end} files in {} where one was expected: remove the folder and build again",
            found.len(),
            shown(folder)
        ),
    }
}

/// The folder for temporary files, which git ignores.
pub(crate) fn scratch() -> PathBuf {
    path("target/xtask")
}

/// The folder of installed tools, shared by every clone on the machine.
///
/// # Errors
/// When none of its environment variables is set.
pub(crate) fn tools_folder() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = set("CASEBOOK_TOOLS")
        .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("casebook")))
        .or_else(|| set("HOME").map(|home| home.join(".cache/casebook")))
        .context(
            "no folder for tools: set CASEBOOK_TOOLS to one (HOME and XDG_CACHE_HOME are unset)",
        )?;
    Ok(cache.join("tools"))
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn what_cannot_be_written_is_named_with_a_cure() {
        let written = |kind: ErrorKind| not_written(&path("dist/a"), kind.into()).to_string();
        assert_eq!(
            written(ErrorKind::StorageFull),
            "cannot write dist/a: no storage space; free some space there, then run this again"
        );
        assert_eq!(
            written(ErrorKind::PermissionDenied),
            "cannot write dist/a: permission denied; allow this user to write there, or choose \
             another folder"
        );
        assert_eq!(written(ErrorKind::Interrupted), "cannot write dist/a: operation interrupted");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_is_replaced_or_stays_as_it_was() {
        let folder = tempdir().unwrap();
        let file = folder.path().join("review.txt");
        fs::write(&file, "old").unwrap();
        rewrite(&file, "new").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        // What is written to this device is answered as by a full disk.
        std::os::unix::fs::symlink("/dev/full", folder.path().join("review.txt.new")).unwrap();
        let error = rewrite(&file, "newer").unwrap_err().to_string();
        assert!(error.contains("No space left on device"), "{error}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(entries(folder.path()).unwrap(), [file]);
    }

    #[test]
    fn files_are_found_by_their_ends_in_order() {
        let folder = tempdir().unwrap();
        for name in ["b.test.mjs", "a.test.mjs", "a.mjs"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let found = files_ending_in(folder.path(), ".test.mjs").unwrap();
        assert_eq!(found, [folder.path().join("a.test.mjs"), folder.path().join("b.test.mjs")]);
        let error = entries(&path("no-such-folder")).unwrap_err().to_string();
        assert_eq!(error, "cannot read no-such-folder");
    }

    #[test]
    fn another_file_than_the_only_one_is_refused() {
        let folder = tempdir().unwrap();
        let refused = || only_file_ending_in(folder.path(), ".css").unwrap_err().to_string();
        assert!(refused().starts_with("0 .css files in "));
        fs::write(folder.path().join("a.css"), "").unwrap();
        fs::write(folder.path().join("a.js"), "").unwrap();
        assert_eq!(
            only_file_ending_in(folder.path(), ".css").unwrap(),
            folder.path().join("a.css")
        );
        fs::write(folder.path().join("b.css"), "").unwrap();
        assert!(refused().starts_with("2 .css files in "));
    }
}
