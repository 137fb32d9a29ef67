//! Chapters: the files that companies come from.

use serde::{Deserialize, Serialize};

use super::material::Resource;
use crate::day::Day;

/// A file of companies, with its attribution and the address of its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// Title of the chapter itself: "Case Studies".
    pub title: String,
    /// Title of its book: "The Data Engineering Cookbook".
    pub book: Option<String>,
    /// Its author.
    pub author: String,
    /// SPDX identifier of its licence.
    pub licence: String,
    /// Address of the book or its author.
    pub homepage: Option<String>,
    /// Address of the file at a pinned revision. `None` if there is none or if the compiled file
    /// differs from it, so that its line numbers would be wrong.
    pub permalink: Option<String>,
    /// The last day on which it was written.
    pub written: Day,
}

impl Chapter {
    /// Title of the book, or of the chapter if it has none.
    #[must_use]
    pub fn work(&self) -> &str {
        self.book.as_deref().unwrap_or(&self.title)
    }

    /// Address of one line; `None` without a permalink.
    #[must_use]
    pub fn line(&self, line: u32) -> Option<String> {
        Some(format!("{}#L{line}", self.permalink.as_ref()?))
    }

    /// Address of a range of lines; `None` without a permalink.
    #[must_use]
    pub fn lines(&self, first: u32, last: u32) -> Option<String> {
        Some(format!("{}#L{first}-L{last}", self.permalink.as_ref()?))
    }

    /// Address of the Internet Archive's copy of a linked page: of those it has, the one nearest to
    /// the end of the page's own year, or to the day on which the chapter was written.
    #[must_use]
    pub fn archived_copy(&self, resource: &Resource) -> String {
        let written = self.written.as_str().replace('-', "");
        let day = match &resource.dated {
            Some(dated) if dated.year < self.written.year() => format!("{:04}1231", dated.year),
            _ => written,
        };
        format!("https://web.archive.org/web/{day}000000/{}", resource.url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chapter() -> Chapter {
        Chapter {
            title: "Case Studies".to_owned(),
            permalink: Some("https://example.org/a.md?plain=1".to_owned()),
            written: "2019-12-31".parse().unwrap(),
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
    fn a_chapter_of_no_book_is_a_work_of_its_own() {
        assert_eq!(chapter().work(), "Case Studies");
        let part = Chapter { book: Some("The Book".to_owned()), ..chapter() };
        assert_eq!(part.work(), "The Book");
    }
}
