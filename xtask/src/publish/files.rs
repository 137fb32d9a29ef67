//! Reading and writing files, robots.txt and sitemap.xml.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use catalog::Base;
use prerendered::Page;

use crate::project;

/// Only the folder of a built site has all of these.
const SIGNS: &[&str] = &["index.html", "sw.js", "_headers", "assets"];

/// Empties the folder of a site. Refuses a folder that holds anything else.
pub(super) fn start_anew(out: &Path) -> Result<()> {
    let is_empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if is_empty {
        return Ok(());
    }
    require_disposable(out, project::root())?;
    fs::remove_dir_all(out).with_context(|| format!("cannot empty {}", project::shown(out)))
}

/// Refuses a folder that contains the project, and one that is not a built site.
fn require_disposable(out: &Path, project: &Path) -> Result<()> {
    let whole = |path: &Path| {
        path.canonicalize().with_context(|| format!("cannot find {}", path.display()))
    };
    if whole(project)?.starts_with(whole(out)?) {
        bail!(
            "{} contains the project itself: give --out a folder for the site alone, such as dist",
            out.display()
        );
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

/// Reads a text file of the project.
pub(super) fn read(relative: &str) -> Result<String> {
    fs::read_to_string(project::path(relative)).with_context(|| format!("cannot read {relative}"))
}

/// Writes a text file; creates its folder when missing.
///
/// # Errors
/// When the file or a folder cannot be written.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    write_bytes(path, text.as_bytes())
}

/// Writes a file; creates its folder when missing.
pub(super) fn write_bytes(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create the folder {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// Copies a file.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    let bytes = fs::read(from).with_context(|| format!("cannot read {}", project::shown(from)))?;
    write_bytes(to, &bytes)
}

/// robots.txt: everything may be read.
pub(super) fn robots(base: Base) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if base.has_origin() {
        // Writing to a String never fails.
        let _ = writeln!(text, "Sitemap: {}", base.file("sitemap.xml"));
    }
    text
}

/// sitemap.xml as <https://www.sitemaps.org> defines it: every page by its canonical URL.
pub(super) fn sitemap(base: Base, pages: &[Page]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in pages.iter().filter(|page| page.is_canonical) {
        // Slugs and base paths hold nothing that XML would take for markup.
        let _ = writeln!(xml, "<url><loc>{}</loc></url>", base.file(&page.path));
    }
    xml.push_str("</urlset>\n");
    xml
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    /// The files by which a built site is recognized.
    fn make_site(folder: &Path) {
        for file in ["index.html", "sw.js", "_headers", "assets/boot.js"] {
            write(&folder.join(file), "").unwrap();
        }
    }

    #[track_caller]
    fn check_refused(out: &Path, project: &Path, expected: &str) {
        let error = require_disposable(out, project).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn a_built_site_is_removed_before_the_next() {
        let folder = tempdir().unwrap();
        let out = folder.path().join("dist");
        start_anew(&out).unwrap();
        make_site(&out);
        start_anew(&out).unwrap();
        assert!(!out.exists());
    }

    #[test]
    fn a_folder_that_is_not_a_site_is_refused() {
        let folder = tempdir().unwrap();
        let other = folder.path().join("other/index.html");
        write(&other, "mine").unwrap();
        let error = start_anew(&folder.path().join("other")).unwrap_err().to_string();
        assert!(error.contains("empty it, or give --out another folder"), "{error}");
        assert_eq!(fs::read_to_string(other).unwrap(), "mine");
    }

    #[test]
    fn a_git_repository_is_refused() {
        let folder = tempdir().unwrap();
        make_site(folder.path());
        write(&folder.path().join(".git/HEAD"), "").unwrap();
        check_refused(folder.path(), project::root(), "no build has written");
    }

    #[test]
    fn folders_that_contain_the_project_are_refused_even_if_a_site_was_built_there() {
        let folder = tempdir().unwrap();
        let project = folder.path().join("project");
        for out in [folder.path(), &project] {
            make_site(out);
        }
        for out in [project.join("."), project.join(".."), project.join("assets/..")] {
            check_refused(&out, &project, "contains the project itself: give --out a folder");
        }
        make_site(&project.join("dist"));
        require_disposable(&project.join("dist"), &project).unwrap();
    }
}
