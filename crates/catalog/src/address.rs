//! Every address of the site, and of the services that it links to. Only this module builds URLs,
//! and [`Chapter`](crate::Chapter) those of its lines and archived links.

use crate::model::Podcast;
use crate::origin::{BasePath, Origin};
use crate::query::{MatrixScope, Query, Start};
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

/// The picture that link previews show for a page, below the site's base. Companies and technologies
/// have one each; all other pages share one.
#[must_use]
pub fn share_image(route: &Route) -> String {
    match route {
        Route::Company(_) | Route::Technology(_) => format!("share/{}.png", route.path()),
        _ => "preview.png".to_owned(),
    }
}

/// A company's own JSON file, below the site's base.
#[must_use]
pub fn company_json(company: &Slug) -> String {
    format!("api/companies/{company}.json")
}

/// Where the site is served: the start of each of its addresses.
///
/// Pages have plain `<a href>` links, so each address is built here in full.
///
/// ```
/// use catalog::{Base, Route};
///
/// let base = Base::new(Some(&"https://example.org".parse()?), &"/sub/".parse()?);
/// assert_eq!(base.page(&Route::About), "https://example.org/sub/about");
/// assert_eq!(base.without_origin().page(&Route::About), "/sub/about");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// Made once and copied everywhere, so its text is leaked. Has no slash at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base(&'static str);

impl Base {
    /// Without an origin, addresses are absolute paths.
    #[must_use]
    pub fn new(origin: Option<&Origin>, path: &BasePath) -> Self {
        let origin = origin.map(Origin::as_str).unwrap_or_default();
        Self::leak(format!("{origin}{}", path.as_str().trim_end_matches('/')))
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

    /// The material of all companies, narrowed by a filter.
    #[must_use]
    pub fn material(self, filter: &impl Query) -> String {
        self.page_with(&Route::Material, filter)
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

    /// One link of a company, on its page; `number` is its index among the company's resources.
    #[must_use]
    pub fn resource_of(self, company: &Slug, number: usize) -> String {
        self.part_of(company, &resource_id(number))
    }

    /// One episode about a company, on its page; `number` is its index among the company's episodes.
    #[must_use]
    pub fn episode_of(self, company: &Slug, number: usize) -> String {
        self.part_of(company, &episode_id(number))
    }

    /// A part of a company's page, by its id.
    #[must_use]
    pub fn part_of(self, company: &Slug, id: &str) -> String {
        format!("{}#{id}", self.company(company))
    }

    /// One technology.
    #[must_use]
    pub fn technology(self, technology: &Slug) -> String {
        self.page(&Route::Technology(technology.to_string()))
    }
}

/// The id of a resource's row on its company's page.
#[must_use]
pub fn resource_id(number: usize) -> String {
    format!("link-{}", number + 1)
}

/// The id of the block of a company's text that begins in this line of the chapter.
#[must_use]
pub fn block_id(line: u32) -> String {
    format!("line-{line}")
}

/// The id of an episode on its company's page.
#[must_use]
pub fn episode_id(number: usize) -> String {
    format!("episode-{}", number + 1)
}

/// The text of a licence, by its SPDX identifier.
#[must_use]
pub fn licence(identifier: &str) -> String {
    format!("https://spdx.org/licenses/{identifier}.html")
}

/// The origin of [`youtube_player`]: the host that sets no cookies before a video plays.
pub const PLAYER_ORIGIN: &str = "https://www.youtube-nocookie.com";

/// The player of a video, from a second on, followed by the videos `following`. It tells the page
/// which video it plays (`enablejsapi`).
#[must_use]
pub fn youtube_player(id: &str, start: Start, following: &[&str]) -> String {
    let mut address = format!("{PLAYER_ORIGIN}/embed/{id}?autoplay=1&rel=0&enablejsapi=1");
    if start.seconds() > 0 {
        address.push_str(&format!("&start={}", start.seconds()));
    }
    if !following.is_empty() {
        address.push_str("&playlist=");
        address.push_str(&following.join(","));
    }
    address
}

/// The page of a video.
#[must_use]
pub fn youtube_page(id: &str) -> String {
    format!("https://www.youtube.com/watch?v={id}")
}

/// The address that an episode is saved by: its video's page, else its audio; `None` without both.
#[must_use]
pub fn podcast_address(podcast: &Podcast) -> Option<String> {
    podcast
        .youtube
        .as_deref()
        .map(youtube_page)
        .or_else(|| podcast.audio.first().map(|audio| audio.url.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_player_starts_where_it_is_told_and_goes_on() {
        let start = Start::from_query_string("t=90");
        assert_eq!(
            youtube_player("a-b_c", start, &["d", "e"]),
            "https://www.youtube-nocookie.com/embed/a-b_c?autoplay=1&rel=0&enablejsapi=1\
             &start=90&playlist=d,e"
        );
        let whole = youtube_player("a", Start::default(), &[]);
        assert!(!whole.contains("start") && !whole.contains("playlist"), "{whole}");
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
