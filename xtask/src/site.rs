//! `cargo xtask build`: the release site as static files.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result};

use crate::content::Folder;
use crate::publish::{self, Settings};
use crate::setup::{self, Tools};
use crate::{check, process, project, split};

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

/// Scheme and host under which the site is served: `https://example.org`, a port behind it where it
/// is not the scheme's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin(String);

impl Origin {
    /// Without a slash at its end.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text is no [`Origin`].
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NoOrigin;

impl fmt::Display for NoOrigin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "an origin is http:// or https:// and a host, as in https://example.org; the path \
             belongs in --public-url",
        )
    }
}

impl std::error::Error for NoOrigin {}

impl FromStr for Origin {
    type Err = NoOrigin;

    /// Takes one slash at the end, which browsers show there.
    fn from_str(text: &str) -> Result<Self, NoOrigin> {
        let text = text.to_ascii_lowercase();
        let text = text.strip_suffix('/').unwrap_or(&text);
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = host.ok_or(NoOrigin)?;
        let (host, port) = host.split_once(':').unwrap_or((host, "80"));
        let is_label = |label: &str| {
            !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        if host.split('.').all(is_label) && port.parse::<u16>().is_ok() {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoOrigin)
        }
    }
}

/// Sets up and builds.
///
/// # Errors
/// When set-up, the content or the build fails.
pub(crate) fn build(settings: &Settings<'_>, out: &Path) -> Result<()> {
    let tools = setup::prepare(setup::TO_BUILD)?;
    build_with(&tools, settings, out)
}

/// Builds with tools that are ready: into `out`, a path relative to the project.
///
/// # Errors
/// When the content or the build fails.
pub(crate) fn build_with(tools: &Tools, settings: &Settings<'_>, out: &Path) -> Result<()> {
    // The content first: its faults come with their source lines here, without them from build.rs.
    check::require_valid(settings.content)?;
    let built = build_app(tools, settings.content)?;
    publish_app(tools, settings, &built, out)
}

/// Builds the app alone, and gives the folder that it lies in. It does not know where it will be
/// served: the same files serve under any path.
///
/// # Errors
/// When the build fails.
pub(crate) fn build_app(tools: &Tools, content: &Folder) -> Result<PathBuf> {
    let built = project::scratch().join("app");
    let mut trunk = tools.command("trunk")?;
    trunk.args(["build", "--release", "--locked", "--dist"]).arg(&built);
    content.embed(&mut trunk, &[split::FEATURE]);
    process::run(&mut trunk)?;
    split::split(tools, &built)?;
    Ok(built)
}

/// Makes a site of the app.
///
/// # Errors
/// When a page or file cannot be written.
pub(crate) fn publish_app(
    tools: &Tools,
    settings: &Settings<'_>,
    built: &Path,
    out: &Path,
) -> Result<()> {
    let catalog = settings.content.compile()?.catalog;
    publish::publish(tools, settings, &catalog, built, &project::root().join(out))
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

    #[test]
    fn an_origin_is_a_scheme_and_a_host() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            assert_eq!(text.parse::<Origin>().as_ref().map(Origin::as_str), Ok(expected));
        }
        check("https://example.org", "https://example.org");
        check("https://Example.org/", "https://example.org");
        check("http://127.0.0.1:8080", "http://127.0.0.1:8080");
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for bad in [
            "",
            "example.org",
            "ftp://example.org",
            "https://",
            "https://a..b",
            "https://example.org/sub/",
            "https://me@example.org",
            "https://example.org:x",
            "https://\"><b>",
        ] {
            assert_eq!(bad.parse::<Origin>(), Err(NoOrigin), "{bad}");
        }
    }
}
