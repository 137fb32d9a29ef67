//! Addresses in exported files.

use crate::model::Source;
use crate::route::Route;
use crate::slug::Slug;

/// Where the site is served, as far as that is known when it is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Begins every address and ends in a slash: `https://example.org/sub/`, or `/sub/`.
    start: String,
    has_origin: bool,
}

impl Site {
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

    pub(super) fn company(&self, slug: &Slug) -> String {
        self.address(&Route::Company(slug.to_string()).path())
    }

    pub(super) fn technology(&self, slug: &Slug) -> String {
        self.address(&Route::Technology(slug.to_string()).path())
    }
}

/// The path of a company's own JSON file.
pub(super) fn company_data(slug: &Slug) -> String {
    format!("api/companies/{slug}.json")
}

/// A line of the chapter at its pinned revision.
pub(super) fn line(source: &Source, line: u32) -> String {
    format!("{}#L{line}", source.permalink)
}

/// Lines of the chapter at its pinned revision.
pub(super) fn lines(source: &Source, first: u32, last: u32) -> String {
    format!("{}#L{first}-L{last}", source.permalink)
}

/// A page as the Internet Archive has it nearest to the day until which the chapter was written.
pub(super) fn archived(source: &Source, url: &str) -> String {
    let day: String = source.written.chars().filter(char::is_ascii_digit).collect();
    format!("https://web.archive.org/web/{day}000000/{url}")
}

/// The page of a video.
pub(super) fn youtube(id: &str) -> String {
    format!("https://www.youtube.com/watch?v={id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_begin_with_what_is_known_of_the_site() {
        #[track_caller]
        fn check(origin: Option<&str>, base: &str, expected: &str) {
            assert_eq!(Site::new(origin, base).company(&"netflix".parse().unwrap()), expected);
        }
        check(None, "/", "/company/netflix");
        check(None, "/sub/", "/sub/company/netflix");
        check(Some("https://example.org"), "/", "https://example.org/company/netflix");
        check(Some("https://example.org"), "/sub/", "https://example.org/sub/company/netflix");
    }

    #[test]
    fn an_archived_copy_is_asked_for_as_it_was_then() {
        let source = Source { written: "2019-12-31".to_owned(), ..Source::default() };
        assert_eq!(
            archived(&source, "https://example.org/a?b=c"),
            "https://web.archive.org/web/20191231000000/https://example.org/a?b=c"
        );
    }
}
