//! Downloads archives of programs: fetch, check the checksum, unpack.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use sha2::{Digest as _, Sha256};

use super::pins::Archive;
use crate::project;

/// Puts the files of an archive into `folder`, which must not exist.
///
/// # Errors
/// When the archive cannot be had, is not the pinned one or cannot be unpacked.
pub(super) fn download(archive: &Archive, folder: &Path) -> Result<()> {
    let parent = folder.parent().context("the folder has no parent")?;
    fs::create_dir_all(parent)?;
    let scratch = tempfile::tempdir_in(parent)?;
    let file = scratch.path().join("archive");
    fetch(&archive.url, &file)?;
    let sha256 = format!("{:x}", Sha256::digest(fs::read(&file)?));
    if sha256 != archive.sha256 {
        bail!("{} has the SHA-256 {sha256}, which is not the pinned one", archive.url);
    }
    let unpacked = scratch.path().join("unpacked");
    fs::create_dir(&unpacked)?;
    // Linux, macOS and Windows have a tar.
    quietly(Command::new("tar").arg("-xzf").arg(&file).arg("-C").arg(&unpacked))?;
    // Some archives hold a folder with all files.
    let files = match project::entries(&unpacked)?.as_slice() {
        [only] if only.is_dir() => only.clone(),
        _ => unpacked,
    };
    Ok(fs::rename(files, folder)?)
}

/// Rustup is installed by curl, so that it is there. It gives up soon where the host is out of reach.
fn fetch(url: &str, file: &Path) -> Result<()> {
    let mut curl = Command::new("curl");
    curl.args(["--fail", "--location", "--connect-timeout", "4", "--max-time", "120", "--output"]);
    quietly(curl.arg(file).arg(url)).context("it cannot be downloaded here")
}

fn quietly(command: &mut Command) -> Result<()> {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if !status.success() {
        bail!("{} failed ({status})", command.get_program().display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tempfile::{TempDir, tempdir};

    use super::*;

    /// An archive of the files at this path in a folder with `top/program`.
    fn archive_of(path: &str) -> (TempDir, Archive) {
        let folder = tempdir().unwrap();
        fs::create_dir(folder.path().join("top")).unwrap();
        fs::write(folder.path().join("top/program"), "").unwrap();
        let file = folder.path().join("archive.tar.gz");
        let mut tar = Command::new("tar");
        tar.arg("-czf").arg(&file).arg("-C").arg(folder.path().join(path));
        quietly(tar.arg(if path.is_empty() { "top" } else { "program" })).unwrap();
        let sha256 = format!("{:x}", Sha256::digest(fs::read(&file).unwrap()));
        let archive = Archive { url: format!("file://{}", file.display()), sha256 };
        (folder, archive)
    }

    #[test]
    fn the_pinned_archive_is_unpacked() {
        for path in ["", "top"] {
            let (folder, archive) = archive_of(path);
            let tool = folder.path().join("tool");
            download(&archive, &tool.join("bin")).unwrap();
            assert!(tool.join("bin/program").is_file());
            // No temporary files are left.
            assert_eq!(project::entries(&tool).unwrap(), [tool.join("bin")]);
        }
    }

    #[track_caller]
    fn check_refused(archive: &Archive, expected: &str) {
        let folder = tempdir().unwrap();
        let error = download(archive, &folder.path().join("bin")).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert!(project::entries(folder.path()).unwrap().is_empty());
    }

    #[test]
    fn another_archive_than_the_pinned_one_is_refused() {
        let (_folder, archive) = archive_of("top");
        let (_other, Archive { url, .. }) = archive_of("");
        check_refused(&Archive { url, ..archive }, "is not the pinned one");
    }

    #[test]
    fn a_missing_archive_is_refused() {
        let (folder, archive) = archive_of("top");
        drop(folder);
        check_refused(&archive, "it cannot be downloaded here");
    }
}
