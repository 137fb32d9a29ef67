//! The folder of a site. A build writes beside it and then exchanges the two folders in one step, so
//! that the old site is whole until the new one is, whatever ends the build.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, anyhow, bail};

use crate::project::{self, not_written};
use crate::run_folder::{self, RunFolder};

/// Only the folder of a built site has all of these.
const SIGNS: &[&str] = &["index.html", "sw.js", "_headers", "assets"];

/// Where a site goes, open to one build at a time.
#[derive(Debug)]
pub(crate) struct Destination {
    /// Without symbolic links: a link to the folder of a site stays what it is.
    out: PathBuf,
    beside: RunFolder,
}

impl Destination {
    /// Opens `out`, which is a missing or empty folder or holds a built site, and changes nothing in
    /// it.
    ///
    /// # Errors
    /// When it holds anything else, its parent cannot be written, or another build has opened it.
    pub(crate) fn open(out: &Path) -> Result<Self> {
        let out = resolved(out)?;
        require_replaceable(&out, project::root())?;
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            bail!("{} cannot be replaced by a site: give --out another folder", out.display());
        };
        let prefix = format!(".{}.build-", name.to_string_lossy());
        put_back(&out, parent, &prefix)?;
        let doing = format!("building a site in {}", project::shown(&out));
        let beside = RunFolder::exclusive(parent, &prefix, &doing)?;
        let destination = Self { out, beside };
        let site = destination.site();
        fs::create_dir(&site).map_err(|error| not_written(&site, error))?;
        Ok(destination)
    }

    /// The folder to write the site into. It becomes the destination in [`Self::replace`].
    pub(super) fn site(&self) -> PathBuf {
        self.beside.path().join("site")
    }

    /// The destination as messages name it.
    pub(super) fn shown(&self) -> String {
        project::shown(&self.out)
    }

    /// Replaces what the destination holds by the written site, in one step.
    ///
    /// # Errors
    /// When the folders cannot be renamed: the destination is as it was.
    pub(super) fn replace(self) -> Result<()> {
        let site = self.site();
        let replaced = match fs::metadata(&self.out) {
            Ok(old) => fs::set_permissions(&site, old.permissions())
                .and_then(|()| exchange(&site, &self.out)),
            Err(error) if error.kind() == ErrorKind::NotFound => fs::rename(&site, &self.out),
            Err(error) => Err(error),
        };
        replaced.map_err(|error| match error.kind() {
            ErrorKind::ResourceBusy => is_mount_point(&self.out),
            _ => not_written(&self.out, error),
        })
    }
}

/// The absolute path without symbolic links. Creates the folder around it when missing.
fn resolved(out: &Path) -> Result<PathBuf> {
    let cannot = || format!("cannot find {}", project::shown(out));
    if fs::symlink_metadata(out).is_ok() {
        return out.canonicalize().with_context(cannot);
    }
    let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
        bail!("{} names no folder: give --out another one", out.display());
    };
    fs::create_dir_all(parent).map_err(|error| not_written(parent, error))?;
    Ok(parent.canonicalize().with_context(cannot)?.join(name))
}

/// Refuses what a site must not replace: the project, and files that no build has written.
fn require_replaceable(out: &Path, project: &Path) -> Result<()> {
    let mut entries = match fs::read_dir(out) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.with_context(|| format!("cannot read {}", project::shown(out)))?,
    };
    let project = project.canonicalize().context("cannot find the project's folder")?;
    if project.starts_with(out) {
        bail!(
            "{} contains the project itself: give --out a folder for the site alone, such as dist",
            out.display()
        );
    }
    if is_mounted(out)? {
        return Err(is_mount_point(out));
    }
    if entries.next().is_none() {
        return Ok(());
    }
    // A Git repository holds a history beside the site.
    let is_clone = out.join(".git").exists();
    if is_clone || !SIGNS.iter().all(|sign| out.join(sign).exists()) {
        bail!(
            "{} holds files that no build has written: empty it, or give --out another folder",
            project::shown(out)
        );
    }
    Ok(())
}

fn is_mount_point(out: &Path) -> Error {
    let out = project::shown(out);
    anyhow!(
        "{out} is a mount point, which cannot be replaced: give --out a folder in it, such as {out}/site"
    )
}

/// Whether the folder is on another file system than the one around it.
#[cfg(unix)]
fn is_mounted(out: &Path) -> Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let device = |path: &Path| -> Result<u64> {
        let metadata = fs::metadata(path);
        Ok(metadata.with_context(|| format!("cannot find {}", project::shown(path)))?.dev())
    };
    match out.parent() {
        Some(parent) => Ok(device(parent)? != device(out)?),
        None => Ok(true),
    }
}

#[cfg(not(unix))]
fn is_mounted(_: &Path) -> Result<bool> {
    Ok(false)
}

/// Exchanges two folders: there is no moment without either.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        // Network file systems and old kernels.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => swap(new, old),
        exchanged => Ok(exchanged?),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    swap(new, old)
}

/// Where [`swap`] keeps the old folder, beside the new one.
const PUT_ASIDE: &str = "old";

/// Exchanges two folders where the file system cannot do it in one step. A build that is killed
/// between the steps leaves the old folder to [`put_back`].
fn swap(new: &Path, old: &Path) -> io::Result<()> {
    let aside = new.with_file_name(PUT_ASIDE);
    fs::rename(old, &aside)?;
    fs::rename(new, old).inspect_err(|_| {
        // Nothing else can be done when this fails too.
        let _ = fs::rename(&aside, old);
    })
}

/// Puts the old site back when a build was killed between the steps of [`swap`].
fn put_back(out: &Path, parent: &Path, prefix: &str) -> Result<()> {
    for folder in run_folder::of_ended_runs(parent, prefix)? {
        let old = folder.join(PUT_ASIDE);
        if !out.exists() && old.exists() {
            fs::rename(&old, out).map_err(|error| not_written(out, error))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
