//! Every address of the site, and of the services that it links to. Only this module builds URLs,
//! and [`Chapter`](crate::Chapter) those of its lines and archived links.

use std::fmt;
use std::str::FromStr;

use crate::model::Podcast;
use crate::route::Route;
use crate::slug::Slug;

/// The list of all companies as JSON, below the site's base.
pub const COMPANIES_JSON: &str = "api/companies.json";

/// The table of all companies as CSV, below the site's base.
pub const COMPANIES_CSV: &str = "companies.csv";

/// The technologies as JSON, each with the companies that use it, below the site's base.
pub const TECHNOLOGIES_JSON: &str = "api/technologies.json";

/// The JSON Schema of the JSON files, below the site's base.
pub const SCHEMA: &str = "api/schema.json";

/// The Atom feed, below the site's base.
pub const FEED: &str = "feed.xml";

/// A company's own JSON file, below the site's base.
#[must_use]
pub fn company_json(company: &Slug) -> String {
    format!("api/companies/{company}.json")
}

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

/// The query string of a page. Implemented by the codec that also reads it.
pub trait Query {
    /// Without `?`; empty for the page's defaults.
    fn query_string(&self) -> String;
}

/// Which technologies the matrix shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MatrixScope {
    /// Those that several companies use.
    #[default]
    Shared,
    /// All of them.
    All,
}

impl MatrixScope {
    /// The key of its query string.
    pub const KEY: &str = "show";

    const SHOW_ALL: &str = "show=all";

    /// What a query string, without `?`, asks for.
    #[must_use]
    pub fn from_query_string(query: &str) -> Self {
        if query.split('&').any(|pair| pair == Self::SHOW_ALL) { Self::All } else { Self::Shared }
    }
}

impl Query for MatrixScope {
    fn query_string(&self) -> String {
        match self {
            Self::Shared => String::new(),
            Self::All => Self::SHOW_ALL.to_owned(),
        }
    }
}

/// Where the site is served: what every address of it starts with.
///
/// A plain `<a href>` does not know it, so every address is made here, whole.
///
/// ```
/// use catalog::{Base, Route};
///
/// let base = Base::new(Some(&"https://example.org".parse()?), &"/sub/".parse()?);
/// assert_eq!(base.page(&Route::About), "https://example.org/sub/about");
/// assert_eq!(base.without_origin().page(&Route::About), "/sub/about");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// Made once and copied everywhere, so its text is leaked. It has no slash at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base(&'static str);

impl Base {
    /// Without an origin, addresses are absolute paths.
    #[must_use]
    pub fn new(origin: Option<&Origin>, path: &BasePath) -> Self {
        let origin = origin.map(|origin| origin.0.as_str()).unwrap_or_default();
        Self::leak(format!("{origin}{}", path.0.trim_end_matches('/')))
    }

    /// From the path that a page names, such as `/` or `/sub/`. Anything but an absolute path counts
    /// as the root.
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        if path.starts_with('/') { Self::leak(path.to_owned()) } else { Self("") }
    }

    fn leak(text: String) -> Self {
        Self(Box::leak(text.into_boxed_str()))
    }

    /// Without a slash at its end: `/sub`, or empty.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether addresses name scheme and host.
    #[must_use]
    pub fn has_origin(self) -> bool {
        self.0.contains("://")
    }

    /// The same site, with addresses that are absolute paths.
    #[must_use]
    pub fn without_origin(self) -> Self {
        match self.0.split_once("://") {
            Some((_, rest)) => Self(rest.find('/').map_or("", |start| &rest[start..])),
            None => self,
        }
    }

    /// A file, by its path below the base.
    #[must_use]
    pub fn file(self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }

    /// A page, without a query.
    #[must_use]
    pub fn page(self, route: &Route) -> String {
        self.file(&route.path())
    }

    fn page_with(self, route: &Route, query: &impl Query) -> String {
        let query = query.query_string();
        let page = self.page(route);
        if query.is_empty() { page } else { format!("{page}?{query}") }
    }

    /// The grid, narrowed by a filter.
    #[must_use]
    pub fn home(self, filter: &impl Query) -> String {
        self.page_with(&Route::Home, filter)
    }

    /// Companies side by side.
    #[must_use]
    pub fn compare(self, companies: &impl Query) -> String {
        self.page_with(&Route::Compare, companies)
    }

    /// The technologies and their matrix.
    #[must_use]
    pub fn technologies(self, scope: MatrixScope) -> String {
        self.page_with(&Route::Technologies, &scope)
    }

    /// One company.
    #[must_use]
    pub fn company(self, company: &Slug) -> String {
        self.page(&Route::Company(company.to_string()))
    }

    /// The links of one company, on its page.
    #[must_use]
    pub fn material_of(self, company: &Slug) -> String {
        format!("{}#material", self.company(company))
    }

    /// One technology.
    #[must_use]
    pub fn technology(self, technology: &Slug) -> String {
        self.page(&Route::Technology(technology.to_string()))
    }
}

/// The text of a licence, by its SPDX identifier.
#[must_use]
pub fn licence(identifier: &str) -> String {
    format!("https://spdx.org/licenses/{identifier}.html")
}

/// The origin of [`youtube_player`]: the host that sets no cookies before a video plays.
pub const PLAYER_ORIGIN: &str = "https://www.youtube-nocookie.com";

/// The player of a video.
#[must_use]
pub fn youtube_player(id: &str) -> String {
    format!("{PLAYER_ORIGIN}/embed/{id}?autoplay=1&rel=0")
}

/// The page of a video.
#[must_use]
pub fn youtube_page(id: &str) -> String {
    format!("https://www.youtube.com/watch?v={id}")
}

/// The address that an episode is saved by: its video's page, else its audio; `None` without both.
#[must_use]
pub fn podcast_address(podcast: &Podcast) -> Option<String> {
    podcast.youtube.as_deref().map(youtube_page).or_else(|| podcast.audio.clone())
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

    #[test]
    fn addresses_start_with_what_is_known_of_the_site() {
        #[track_caller]
        fn check(origin: Option<&str>, path: &str, expected: [&str; 3]) {
            let origin = origin.map(|origin| origin.parse().unwrap());
            let base = Base::new(origin.as_ref(), &path.parse().unwrap());
            let here = base.without_origin();
            let company = "netflix".parse().unwrap();
            assert_eq!([base.page(&Route::Home), base.company(&company), here.file("a")], expected);
            assert_eq!((base.has_origin(), here.has_origin()), (origin.is_some(), false));
        }
        check(None, "/", ["/", "/company/netflix", "/a"]);
        check(None, "/sub/", ["/sub/", "/sub/company/netflix", "/sub/a"]);
        let host = "https://example.org";
        check(
            Some(host),
            "/",
            ["https://example.org/", "https://example.org/company/netflix", "/a"],
        );
        let sub = ["https://example.org/sub/", "https://example.org/sub/company/netflix", "/sub/a"];
        check(Some(host), "/sub/", sub);
    }

    #[test]
    fn the_base_of_a_page_is_its_path_without_the_final_slash() {
        for (path, base) in [("/", ""), ("/sub/", "/sub"), ("/a/b/", "/a/b")] {
            assert_eq!(Base::from_path(path).as_str(), base);
        }
        for path in ["", "sub/", "https://example.org/"] {
            assert_eq!(Base::from_path(path).as_str(), "", "{path}");
        }
    }

    #[test]
    fn a_query_follows_its_page() {
        struct Empty;
        impl Query for Empty {
            fn query_string(&self) -> String {
                String::new()
            }
        }
        let base = Base::from_path("/sub/");
        let kafka: Slug = "kafka".parse().unwrap();
        assert_eq!(base.home(&Empty), "/sub/");
        assert_eq!(base.compare(&Empty), "/sub/compare");
        assert_eq!(base.material_of(&kafka), "/sub/company/kafka#material");
        assert_eq!(base.technology(&kafka), "/sub/technology/kafka");
        for scope in [MatrixScope::Shared, MatrixScope::All] {
            assert_eq!(MatrixScope::from_query_string(&scope.query_string()), scope);
        }
        assert_eq!(base.technologies(MatrixScope::Shared), "/sub/technologies");
        assert_eq!(base.technologies(MatrixScope::All), "/sub/technologies?show=all");
    }
}
