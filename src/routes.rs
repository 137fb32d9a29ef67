//! Every address of the site. Nothing else builds a URL.

use catalog::{Podcast, Route, Slug};
use explore::{Compared, Filter};
use leptos::prelude::*;

/// The query of a page that shows what it leaves out at first.
pub const SHOW_ALL: &str = "show=all";

/// The path under which the site is served, without its final slash: empty at the root of a host.
///
/// A plain `<a href>` knows nothing of it, so every address is made here, whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base(&'static str);

impl Base {
    /// From a public path such as `/` or `/sub/`. What is no absolute path counts as the root.
    #[must_use]
    pub fn from_public_path(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        if path.starts_with('/') {
            Self(Box::leak(path.to_owned().into_boxed_str()))
        } else {
            Self("")
        }
    }

    /// `/sub`, or empty.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The grid, narrowed by `filter`.
    #[must_use]
    pub fn home(self, filter: &Filter) -> String {
        let query = filter.to_query_string();
        let path = self.page(&Route::Home);
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// The grid, narrowed to companies that use one technology.
    #[must_use]
    pub fn companies_with(self, technology: &Slug) -> String {
        self.home(&Filter { technologies: [technology.clone()].into(), ..Filter::default() })
    }

    /// The grid, narrowed to companies that use both technologies.
    #[must_use]
    pub fn companies_with_both(self, one: &Slug, other: &Slug) -> String {
        self.home(&Filter {
            technologies: [one.clone(), other.clone()].into(),
            ..Filter::default()
        })
    }

    /// Companies side by side.
    #[must_use]
    pub fn compare(self, compared: &Compared) -> String {
        let query = compared.to_query_string();
        let path = self.page(&Route::Compare);
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// A page, without a query.
    #[must_use]
    pub fn page(self, route: &Route) -> String {
        format!("{}/{}", self.0, route.path())
    }

    /// A file of the site, by its path below the base.
    #[must_use]
    pub fn file(self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }

    /// The technologies, in the matrix `all` of them or only those that several companies have.
    #[must_use]
    pub fn technologies(self, all: bool) -> String {
        let path = self.page(&Route::Technologies);
        if all { format!("{path}?{SHOW_ALL}") } else { path }
    }

    /// One company.
    #[must_use]
    pub fn company(self, company: &Slug) -> String {
        self.page(&Route::Company(company.to_string()))
    }

    /// What the section of one company links to, on its page.
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

/// The base that the page is served under.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
#[must_use]
pub fn use_base() -> Base {
    expect_context()
}

/// An address of the site as other places need it, with the host it is open on.
#[must_use]
pub fn absolute(address: &str) -> String {
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{address}")
}

/// The text of a licence, by its SPDX identifier.
#[must_use]
pub fn licence(identifier: &str) -> String {
    format!("https://spdx.org/licenses/{identifier}.html")
}

/// The player of a video, on the host that sets no cookies before it plays.
#[must_use]
pub fn youtube_player(id: &str) -> String {
    format!("https://www.youtube-nocookie.com/embed/{id}?autoplay=1&rel=0")
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
    fn the_base_is_the_public_path_without_its_final_slash() {
        assert_eq!(Base::from_public_path("/").as_str(), "");
        assert_eq!(Base::from_public_path("/sub/").as_str(), "/sub");
        assert_eq!(Base::from_public_path("/a/b/").as_str(), "/a/b");
    }

    #[test]
    fn what_is_no_absolute_path_counts_as_the_root() {
        for path in ["", "sub/", "https://example.org/"] {
            assert_eq!(Base::from_public_path(path).as_str(), "", "{path}");
        }
    }

    #[test]
    fn every_address_starts_with_the_base() {
        let base = Base::from_public_path("/sub/");
        let kafka: Slug = "kafka".parse().unwrap();
        assert_eq!(base.home(&Filter::default()), "/sub/");
        assert_eq!(base.companies_with(&kafka), "/sub/?tech=kafka");
        assert_eq!(base.company(&kafka), "/sub/company/kafka");
        assert_eq!(base.material_of(&kafka), "/sub/company/kafka#material");
        assert_eq!(base.technology(&kafka), "/sub/technology/kafka");
        assert_eq!(base.compare(&Compared::default()), "/sub/compare");
        let compared = Compared::default().with(&kafka);
        assert_eq!(base.compare(&compared), "/sub/compare?company=kafka");
        assert_eq!(base.page(&Route::About), "/sub/about");
        assert_eq!(base.technologies(false), "/sub/technologies");
        assert_eq!(base.technologies(true), "/sub/technologies?show=all");
    }
}
