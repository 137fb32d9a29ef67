//! `cargo xtask build`: the release site as static files.

use std::fmt;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, Result, bail};
use compiler::Scope;

use crate::content::{self, Vocabulary};
use crate::setup::{self, Tools};
use crate::{check, pages, process, project};

/// The path under which the site is served: starts and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublicUrl(String);

impl PublicUrl {
    /// With both slashes.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for PublicUrl {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

/// Why a text is no [`PublicUrl`].
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NoPublicUrl;

impl fmt::Display for NoPublicUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "a public URL starts and ends with a slash and holds only letters, digits and '-._~' \
             between slashes, as in /casebook/",
        )
    }
}

impl std::error::Error for NoPublicUrl {}

impl FromStr for PublicUrl {
    type Err = NoPublicUrl;

    fn from_str(text: &str) -> Result<Self, NoPublicUrl> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
        let inner = text.strip_prefix('/').ok_or(NoPublicUrl)?;
        let is_folder = inner.is_empty()
            || inner
                .strip_suffix('/')
                .is_some_and(|path| path.split('/').all(|part| !matches!(part, "" | "." | "..")));
        if is_folder && text.chars().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoPublicUrl)
        }
    }
}

/// Sets up and builds.
///
/// # Errors
/// When set-up, the content or the build fails.
pub(crate) fn build(public_url: &PublicUrl, out: &Path) -> Result<()> {
    let tools = setup::prepare(setup::TO_BUILD)?;
    build_with(&tools, public_url, out)
}

/// Builds with tools that are ready: into `out`, a path relative to the project.
///
/// # Errors
/// When the content or the build fails.
pub(crate) fn build_with(tools: &Tools, public_url: &PublicUrl, out: &Path) -> Result<()> {
    // The content first: its faults come with their source lines here, without them from build.rs.
    if !check::check(&[], false)? {
        bail!("the content has errors, shown above");
    }
    let out = project::root().join(out);
    process::run(
        tools
            .command("trunk")?
            .args(["build", "--release", "--locked", "--public-url", public_url.as_str()])
            .arg("--dist")
            .arg(&out),
    )?;
    minify_scripts(tools, &out)?;
    let vocabulary = Vocabulary::read()?;
    let catalog = vocabulary.compile(&content::read_chapter()?, Scope::Site).catalog;
    let pages = pages::complete(&out, public_url, &catalog)?;
    println!("{}: {pages} pages, to be served under {}", project::shown(&out), public_url.as_str());
    Ok(())
}

/// Halves the glue that wasm-bindgen writes: 1.5 kB of the first load after brotli. Trunk's own
/// minifier breaks modern modules.
fn minify_scripts(tools: &Tools, out: &Path) -> Result<()> {
    let files =
        fs::read_dir(out).with_context(|| format!("cannot read {}", project::shown(out)))?;
    for file in files {
        let script = file.with_context(|| format!("cannot read {}", project::shown(out)))?.path();
        if script.extension().is_some_and(|extension| extension == "js") {
            process::run(
                tools
                    .command("esbuild")?
                    .args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"])
                    .arg(&script)
                    .arg(format!("--outfile={}", script.display())),
            )?;
        }
    }
    Ok(())
}

/// Refuses to go on with a folder that no build has written.
///
/// # Errors
/// When there is no index.html in `out`.
pub(crate) fn require_built(out: &str) -> Result<()> {
    fs::metadata(project::path(out).join("index.html"))
        .map(|_| ())
        .with_context(|| format!("there is no site in {out}/: run `cargo xtask test --only build`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_is_a_folder() {
        for good in ["/", "/sub/", "/a/b-c_d.e~/"] {
            assert_eq!(good.parse::<PublicUrl>().unwrap().as_str(), good);
        }
    }

    #[test]
    fn what_is_no_folder_is_refused() {
        for bad in
            ["", "sub", "/sub", "sub/", "//", "/a//b/", "/../", "/a b/", "/\"/", "https://x.y/"]
        {
            assert_eq!(bad.parse::<PublicUrl>(), Err(NoPublicUrl), "{bad}");
        }
    }
}
