//! Addresses in exported files.

use catalog::Slug;
use catalog::Source;

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
    fn an_archived_copy_is_asked_for_as_it_was_then() {
        let source = Source { written: "2019-12-31".to_owned(), ..Source::default() };
        assert_eq!(
            archived(&source, "https://example.org/a?b=c"),
            "https://web.archive.org/web/20191231000000/https://example.org/a?b=c"
        );
    }
}
