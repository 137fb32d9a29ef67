//! Where the site is served, and the files beside its pages.

use crate::route::Route;
use crate::slug::Slug;

/// Where the list of all companies as JSON lies, below the site's base.
pub const COMPANIES_JSON: &str = "api/companies.json";

/// Where the table of all companies as CSV lies, below the site's base.
pub const COMPANIES_CSV: &str = "companies.csv";

/// Where the JSON Schema of the JSON files lies, below the site's base.
pub const SCHEMA: &str = "api/schema.json";

/// Where the Atom feed lies, below the site's base.
pub const FEED: &str = "feed.xml";

/// Where the site is served, as far as that is known when it is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteAddress {
    /// Begins every address and ends in a slash: `https://example.org/sub/`, or `/sub/`.
    start: String,
    has_origin: bool,
}

impl SiteAddress {
    /// From an origin such as `https://example.org`, and the path there, which starts and ends
    /// with a slash. Without an origin addresses are absolute paths: `/sub/company/netflix`.
    #[must_use]
    pub fn new(origin: Option<&str>, base: &str) -> Self {
        let start = format!("{}{base}", origin.unwrap_or_default());
        Self { start, has_origin: origin.is_some() }
    }

    /// Whether addresses name scheme and host.
    #[must_use]
    pub const fn has_origin(&self) -> bool {
        self.has_origin
    }

    /// The address of a page or file, given by its path below the base. The empty path is the
    /// first page.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.start)
    }

    /// The address of a company's page.
    #[must_use]
    pub fn company(&self, slug: &Slug) -> String {
        self.address(&Route::Company(slug.to_string()).path())
    }

    /// The address of a technology's page.
    #[must_use]
    pub fn technology(&self, slug: &Slug) -> String {
        self.address(&Route::Technology(slug.to_string()).path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_begin_with_what_is_known_of_the_site() {
        #[track_caller]
        fn check(origin: Option<&str>, base: &str, expected: &str) {
            assert_eq!(
                SiteAddress::new(origin, base).company(&"netflix".parse().unwrap()),
                expected
            );
        }
        check(None, "/", "/company/netflix");
        check(None, "/sub/", "/sub/company/netflix");
        check(Some("https://example.org"), "/", "https://example.org/company/netflix");
        check(Some("https://example.org"), "/sub/", "https://example.org/sub/company/netflix");
    }
}
