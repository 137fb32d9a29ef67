//! Where the site is served, as `cargo xtask build` takes it from the command line.

use std::fmt;
use std::str::FromStr;

/// The path under which the site is served: starts and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasePath(String);

impl BasePath {
    /// With both slashes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for BasePath {
    /// The root of a host.
    fn default() -> Self {
        Self("/".to_owned())
    }
}

/// Why a text is not a [`BasePath`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasePathError;

impl fmt::Display for BasePathError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "a public URL starts and ends with a slash and holds only letters, digits and '-._~' \
             between slashes, as in /casebook/",
        )
    }
}

impl std::error::Error for BasePathError {}

impl FromStr for BasePath {
    type Err = BasePathError;

    fn from_str(text: &str) -> Result<Self, BasePathError> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
        let inner = text.strip_prefix('/').ok_or(BasePathError)?;
        let is_folder = inner.is_empty()
            || inner
                .strip_suffix('/')
                .is_some_and(|path| path.split('/').all(|name| !matches!(name, "" | "." | "..")));
        if is_folder && text.chars().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BasePathError)
        }
    }
}

/// Scheme and host under which the site is served, with the port where it is not the scheme's own:
/// `https://example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// Without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text is not an [`Origin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OriginError;

impl fmt::Display for OriginError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "an origin is http:// or https:// and a host, as in https://example.org; the path \
             belongs in --public-url",
        )
    }
}

impl std::error::Error for OriginError {}

impl FromStr for Origin {
    type Err = OriginError;

    /// Accepts a slash at the end, because browsers show one there.
    fn from_str(text: &str) -> Result<Self, OriginError> {
        let text = text.to_ascii_lowercase();
        let text = text.strip_suffix('/').unwrap_or(&text);
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = host.ok_or(OriginError)?;
        let (host, port) = host.split_once(':').unwrap_or((host, "80"));
        let is_label = |label: &str| {
            !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        if host.split('.').all(is_label) && port.parse::<u16>().is_ok() {
            Ok(Self(text.to_owned()))
        } else {
            Err(OriginError)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_is_a_folder() {
        for good in ["/", "/sub/", "/a/b-c_d.e~/"] {
            assert_eq!(good.parse(), Ok(BasePath(good.to_owned())));
        }
        for bad in
            ["", "sub", "/sub", "sub/", "//", "/a//b/", "/../", "/a b/", "/\"/", "https://x.y/"]
        {
            assert_eq!(bad.parse::<BasePath>(), Err(BasePathError), "{bad}");
        }
    }

    #[test]
    fn an_origin_is_a_scheme_and_a_host() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            assert_eq!(text.parse(), Ok(Origin(expected.to_owned())));
        }
        check("https://example.org", "https://example.org");
        check("https://Example.org/", "https://example.org");
        check("http://127.0.0.1:8080", "http://127.0.0.1:8080");
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
            assert_eq!(bad.parse::<Origin>(), Err(OriginError), "{bad}");
        }
    }
}
