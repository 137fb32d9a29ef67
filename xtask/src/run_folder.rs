//! Folders that belong to one run of a command. A run that is killed leaves its folder behind; the
//! next run deletes it.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Error, Result, bail};
use tempfile::TempDir;

use crate::project::{self, not_written};

/// The file in the folder that its run keeps locked. The system releases the lock when the run ends,
/// however it ends.
const LOCK: &str = "lock";

/// A folder for this run alone, deleted when dropped.
#[derive(Debug)]
pub(crate) struct RunFolder {
    folder: TempDir,
    /// Keeps the lock. Dropped after the folder: what is unlocked, another run may delete.
    _lock: File,
}

impl RunFolder {
    /// Makes a folder in `parent` whose name starts with `prefix`. Other runs may have theirs at the
    /// same time.
    ///
    /// # Errors
    /// When the folder cannot be made or locked.
    pub(crate) fn shared(parent: &Path, prefix: &str) -> Result<Self> {
        let own = Self::create(parent, prefix)?;
        own.sweep(parent, prefix)?;
        Ok(own)
    }

    /// Like [`Self::shared`], but only one run at a time may have such a folder. `doing` says in the
    /// error what the other run does, as in "building the app".
    ///
    /// # Errors
    /// When the folder cannot be made or locked, or another run has one.
    pub(crate) fn exclusive(parent: &Path, prefix: &str, doing: &str) -> Result<Self> {
        // Made before looking for others: of two runs that start at once, at least one sees the other.
        let own = Self::create(parent, prefix)?;
        match own.sweep(parent, prefix)? {
            None => Ok(own),
            Some(other) => bail!(
                "another run ({other}) is {doing}: wait until it has finished, or stop it, then run \
                 this again"
            ),
        }
    }

    /// Where the folder is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    fn create(parent: &Path, prefix: &str) -> Result<Self> {
        let cannot = |error| not_written(parent, error);
        fs::create_dir_all(parent).map_err(cannot)?;
        let folder = tempfile::Builder::new().prefix(prefix).tempdir_in(parent).map_err(cannot)?;
        let path = folder.path().join(LOCK);
        let cannot = |error| not_written(&path, error);
        let mut lock = File::create(&path).map_err(cannot)?;
        lock.try_lock().map_err(|error| cannot(error.into()))?;
        write!(lock, "process {}", process::id()).map_err(cannot)?;
        Ok(Self { folder, _lock: lock })
    }

    /// Deletes the folders of runs that have ended. Returns the name of a run that has not.
    fn sweep(&self, parent: &Path, prefix: &str) -> Result<Option<String>> {
        let mut other = None;
        for path in named(parent, prefix)? {
            if path == self.path() {
                continue;
            }
            if has_ended(&path)? {
                // Fails while tools of a killed run still write into it; then the next run does it.
                let _ = fs::remove_dir_all(&path);
            } else {
                other = Some(fs::read_to_string(path.join(LOCK)).unwrap_or_default());
            }
        }
        Ok(other)
    }
}

/// The folders that killed runs have left behind and the next run will delete.
///
/// # Errors
/// When `parent` or a lock cannot be read.
pub(crate) fn of_ended_runs(parent: &Path, prefix: &str) -> Result<Vec<PathBuf>> {
    let mut ended = Vec::new();
    for path in named(parent, prefix)? {
        if has_ended(&path)? {
            ended.push(path);
        }
    }
    Ok(ended)
}

fn named(parent: &Path, prefix: &str) -> Result<Vec<PathBuf>> {
    let mut paths = project::entries(parent)?;
    paths.retain(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix))
    });
    Ok(paths)
}

/// Whether the run of a folder has ended.
fn has_ended(folder: &Path) -> Result<bool> {
    let path = folder.join(LOCK);
    let cannot = |error: io::Error| {
        Error::new(error).context(format!("cannot lock {}", project::shown(&path)))
    };
    let lock = match File::open(&path) {
        // Killed before it made the file, or after it began to delete the folder.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        opened => opened.map_err(cannot)?,
    };
    match lock.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(cannot(error)),
    }
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let names = project::entries(folder).unwrap().into_iter();
        names.map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_folder_goes_with_its_run() {
        let parent = tempdir().unwrap();
        let folder = RunFolder::shared(&parent.path().join("new"), "run-").unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        drop(folder);
        assert_eq!(names(&parent.path().join("new")), Vec::<String>::new());
    }

    #[test]
    fn only_one_run_at_a_time_has_an_exclusive_folder() {
        let parent = tempdir().unwrap();
        let exclusive = || RunFolder::exclusive(parent.path(), "run-", "building");
        let first = exclusive().unwrap();
        let error = exclusive().unwrap_err().to_string();
        let expected = format!("another run (process {}) is building: wait", process::id());
        assert!(error.starts_with(&expected), "{error}");
        assert!(first.path().is_dir(), "the refused run deleted the folder of the other");
        RunFolder::exclusive(parent.path(), "other-", "building").unwrap();
        drop(first);
        exclusive().unwrap();
    }

    #[test]
    fn shared_folders_are_apart() {
        let parent = tempdir().unwrap();
        let shared = || RunFolder::shared(parent.path(), "run-").unwrap();
        let (first, second) = (shared(), shared());
        assert_ne!(first.path(), second.path());
        assert!(first.path().is_dir());
    }

    #[test]
    fn folders_of_killed_runs_are_deleted_and_nothing_else() {
        let parent = tempdir().unwrap();
        for file in ["run-1/lock", "run-2/half/written", "running/file", "a-run-/file"] {
            let file = parent.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        drop(RunFolder::exclusive(parent.path(), "run-", "building").unwrap());
        assert_eq!(names(parent.path()), ["a-run-", "running"]);
    }

    #[test]
    fn a_parent_that_cannot_be_written_is_named() {
        let parent = tempdir().unwrap();
        let file = parent.path().join("file");
        fs::write(&file, "").unwrap();
        let error = RunFolder::shared(&file, "run-").unwrap_err().to_string();
        assert!(error.starts_with(&format!("cannot write {}: ", file.display())), "{error}");
    }
}
