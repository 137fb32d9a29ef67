//! Chapters: where companies come from.

use serde::Serialize;

/// A file of companies, with what attribution and links to its lines need.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Chapter {
    /// Title of the chapter itself: "Case Studies".
    pub title: String,
    /// Title of the book that it belongs to: "The Data Engineering Cookbook".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub book: Option<String>,
    /// Who wrote it.
    pub author: String,
    /// SPDX identifier of its licence.
    pub licence: String,
    /// Address of the book or its author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homepage: Option<String>,
    /// Address of the file at a pinned revision. `None` when there is none, or when the file that
    /// was compiled differs from it, so that lines would be the wrong ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permalink: Option<String>,
    /// The day until which it was written, as `2019-12-31`.
    pub written: String,
}

impl Chapter {
    /// Title of the book, else of the chapter.
    #[must_use]
    pub fn work(&self) -> &str {
        self.book.as_deref().unwrap_or(&self.title)
    }

    /// The year in which it was written: "2019".
    #[must_use]
    pub fn year(&self) -> &str {
        self.written.split('-').next().unwrap_or_default()
    }

    /// Address of one line, where the chapter has a permalink.
    #[must_use]
    pub fn line(&self, line: u32) -> Option<String> {
        Some(format!("{}#L{line}", self.permalink.as_ref()?))
    }

    /// Address of a run of lines, where the chapter has a permalink.
    #[must_use]
    pub fn lines(&self, first: u32, last: u32) -> Option<String> {
        Some(format!("{}#L{first}-L{last}", self.permalink.as_ref()?))
    }

    /// Address of the Internet Archive's copy of a page that is nearest to the day until which
    /// the chapter was written.
    #[must_use]
    pub fn archived_copy(&self, url: &str) -> String {
        format!("https://web.archive.org/web/{}000000/{url}", self.written.replace('-', ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chapter() -> Chapter {
        Chapter {
            title: "Case Studies".to_owned(),
            permalink: Some("https://example.org/a.md?plain=1".to_owned()),
            written: "2019-12-31".to_owned(),
            ..Chapter::default()
        }
    }

    #[test]
    fn lines_are_linked_at_the_pinned_revision_only() {
        let pinned = chapter();
        assert_eq!(pinned.line(7).as_deref(), Some("https://example.org/a.md?plain=1#L7"));
        assert_eq!(pinned.lines(7, 9).as_deref(), Some("https://example.org/a.md?plain=1#L7-L9"));
        let own = Chapter { permalink: None, ..chapter() };
        assert_eq!((own.line(7), own.lines(7, 9)), (None, None));
    }

    #[test]
    fn archived_copies_are_asked_for_by_the_chapter_s_day() {
        assert_eq!(
            chapter().archived_copy("https://example.org/a?b#c"),
            "https://web.archive.org/web/20191231000000/https://example.org/a?b#c"
        );
    }

    #[test]
    fn a_chapter_of_no_book_is_a_work_of_its_own() {
        assert_eq!(chapter().work(), "Case Studies");
        let part = Chapter { book: Some("The Book".to_owned()), ..chapter() };
        assert_eq!((part.work(), part.year()), ("The Book", "2019"));
    }
}
