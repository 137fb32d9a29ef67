//! Trunk, which compiles the app, and the page that it puts the app into. `Trunk.toml` has it call
//! `xtask page` before each build.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::content::Folder;
use crate::publish::{FONT, copy, write};
use crate::setup::Tools;
use crate::{check, process, project};

/// The page, in the folder of a run.
const PAGE: &str = "index.html";

/// `trunk build` or `trunk serve`. Everything that Trunk writes, aside from what cargo keeps, is in
/// `folder`.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn command(tools: &Tools, verb: &str, folder: &Path) -> Result<Command> {
    let page = folder.join(PAGE);
    // Trunk looks for it before it calls for it to be written.
    write(&page, "")?;
    let mut trunk = tools.command("trunk")?;
    trunk.arg(verb).arg(page).arg("--dist").arg(output(folder));
    Ok(trunk)
}

/// What Trunk has built in the folder of a run.
pub(crate) fn output(folder: &Path) -> PathBuf {
    folder.join("app")
}

/// Writes the page that Trunk is about to build, with its style: the app, or, while it is served, the
/// errors of the content in its place. Trunk's own overlay would say no more than that cargo failed.
///
/// # Errors
/// When Trunk did not call, or a file cannot be read or written.
pub(crate) fn write_page() -> Result<()> {
    let set = |name: &str| {
        env::var_os(name).with_context(|| format!("only Trunk calls this: {name} is not set"))
    };
    let page = PathBuf::from(set("TRUNK_HTML_FILE")?);
    let is_served = set("TRUNK_PROFILE")? == OsStr::new("debug");
    let errors = if is_served { check::errors(&Folder::default()) } else { Vec::new() };
    if errors.is_empty() { write_app(&page) } else { write(&page, &error_page(&errors)) }
}

/// index.html, with the files beside it that it refers to.
fn write_app(page: &Path) -> Result<()> {
    let beside = |name: &str| page.with_file_name(name);
    copy(&project::path("public/icons/favicon.svg"), &beside("favicon.svg"))?;
    copy(&project::path("public/fonts").join(FONT), &beside(FONT))?;
    // One file per component is imported, which Trunk does not follow. The targets are browsers of
    // mid-2024, so that nesting, :has() and light-dark() are not rewritten.
    process::run(
        Command::new("lightningcss")
            .current_dir(project::root())
            .args(["--bundle", "--minify"])
            .args(["--targets", "chrome >= 123, firefox >= 121, safari >= 17.5"])
            .args(["style/main.css", "--output-file"])
            .arg(beside("casebook.css")),
    )?;
    let html = fs::read_to_string(project::path(PAGE)).context("cannot read index.html")?;
    let folder = page.parent().unwrap_or(page);
    let canonical = |path: &Path| {
        path.canonicalize().with_context(|| format!("cannot find {}", project::shown(path)))
    };
    let root = way(&canonical(folder)?, &canonical(project::root())?);
    write(page, &with_manifest(&html, &format!("{root}Cargo.toml")))
}

/// Trunk looks for Cargo.toml beside the page, and takes every address for a relative one.
fn with_manifest(html: &str, manifest: &str) -> String {
    html.replace("rel=\"rust\"", &format!("rel=\"rust\" href=\"{manifest}\""))
}

/// The relative address of one folder in a page of another one.
fn way(from: &Path, to: &Path) -> String {
    let shared = from.components().zip(to.components()).take_while(|(from, to)| from == to).count();
    let up = from.components().skip(shared).map(|_| "..".into());
    let down = to.components().skip(shared).map(|name| name.as_os_str().to_string_lossy());
    up.chain(down).map(|name| format!("{name}/")).collect()
}

/// The errors as a page. Trunk adds the script that reloads it.
fn error_page(errors: &[String]) -> String {
    let text = errors.join("\n\n").replace('&', "&amp;").replace('<', "&lt;");
    let (number, noun) = (errors.len(), if errors.len() == 1 { "error" } else { "errors" });
    format!(
        "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\" />
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />
<title>{number} {noun} in the content</title>
<style>
:root {{ color-scheme: light dark; font-family: system-ui, sans-serif; }}
body {{ margin: 2rem; }}
pre {{ overflow-x: auto; }}
</style>
</head>
<body>
<h1>{number} {noun} in the content</h1>
<p>The site comes back when you have corrected and saved the files.</p>
<pre>{text}</pre>
</body>
</html>
"
    )
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    /// The errors of the frozen content with this line at the end of its chapter.
    fn errors_with(line: &str) -> Vec<String> {
        let folder = tempdir().unwrap();
        for path in project::entries(&project::path("crates/compiler/tests/fixtures/site")).unwrap()
        {
            copy(&path, &folder.path().join(path.file_name().unwrap())).unwrap();
        }
        let chapter = folder.path().join("case-studies.md");
        let text = fs::read_to_string(&chapter).unwrap();
        write(&chapter, &format!("{text}\n{line}\n")).unwrap();
        check::errors(&Folder::from(folder.path().to_owned()))
    }

    #[test]
    fn content_without_errors_makes_no_error_page() {
        assert_eq!(errors_with(""), Vec::<String>::new());
    }

    #[test]
    fn an_error_is_shown_with_place_line_caret_and_cure() {
        let errors = errors_with("a < b & c [this](javascript:alert(1))");
        let page = error_page(&errors);
        assert!(page.contains("<h1>1 error in the content</h1>"), "{page}");
        for part in [
            "case-studies.md:",
            "| a &lt; b &amp; c [this](javascript:alert(1))\n",
            "^^^^^^^^^^^^^^^^^^^^^^^^^",
            "= help: ",
        ] {
            assert!(page.contains(part), "the page lacks {part}:\n{page}");
        }
        assert!(!page.contains("data-trunk"), "{page}");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_an_error() {
        let folder = tempdir().unwrap();
        let errors = check::errors(&Folder::from(folder.path().to_owned()));
        assert!(error_page(&errors).contains("cannot read "), "{errors:?}");
    }

    #[test]
    fn the_page_names_the_manifest() {
        let html = fs::read_to_string(project::path(PAGE)).unwrap();
        let page = with_manifest(&html, "../Cargo.toml");
        assert!(page.contains("rel=\"rust\" href=\"../Cargo.toml\""), "{page}");
    }

    #[test]
    fn a_way_goes_up_to_the_shared_folder_and_down() {
        let check = |from, to, expected| assert_eq!(way(Path::new(from), Path::new(to)), expected);
        check("/project/target/xtask/run", "/project", "../../../");
        check("/disk/target/run", "/home/project", "../../../home/project/");
        check("/project", "/project", "");
    }
}
