//! The chapter as one plain page: the floor that the site's own pages are measured against.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use crate::content::Folder;
use crate::publish;

/// The page around the chapter. The empty icon keeps browsers from requesting /favicon.ico; the
/// style wraps long addresses, so that the page is no wider than a phone.
const HEAD: &str = "\
<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>Case Studies</title>
<meta name=\"description\" content=\"Data-engineering case studies: the chapter as a plain page.\">
<link rel=\"icon\" href=\"data:,\">
<style>body { margin: 1rem; overflow-wrap: anywhere }</style>
</head>
<body>
";
const TAIL: &str = "</body>\n</html>\n";

/// Writes the site's own chapters as `index.html` into `folder`, which then holds nothing else.
///
/// # Errors
/// When the chapter cannot be read or the page cannot be written.
pub(super) fn write(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot empty the folder {}", folder.display()))?;
    }
    let chapters = Folder::default().input()?.chapters;
    let texts: Vec<_> = chapters.into_iter().map(|chapter| chapter.text).collect();
    publish::write(&folder.join("index.html"), &page_of(&texts.join("\n")))
}

/// A chapter as a whole page that loads nothing. Pictures are replaced by their text: their files
/// are missing here, and failed requests would distort the comparison.
fn page_of(chapter: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let is_picture = |event: &Event| {
        matches!(event, Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image))
    };
    let mut page = HEAD.to_owned();
    html::push_html(
        &mut page,
        Parser::new_ext(chapter, options).filter(|event| !is_picture(event)),
    );
    page.push_str(TAIL);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_becomes_a_whole_page() {
        let page = page_of("# Case Studies\n\n| a |\n|---|\n| b |\n");
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">\n"), "{page}");
        assert!(page.contains("<body>\n<h1>Case Studies</h1>\n<table>"), "{page}");
        assert!(page.ends_with("</table>\n</body>\n</html>\n"), "{page}");
    }

    #[test]
    fn a_picture_is_its_words_and_no_request() {
        let page = page_of("![Old *pipeline*](/images/old.jpg){width=\"90%\"}");
        assert!(page.contains("<p>Old <em>pipeline</em>{width="), "{page}");
        assert!(!page.contains("old.jpg"), "{page}");
    }

    #[test]
    fn a_whole_chapter_loads_nothing() {
        let page =
            page_of(include_str!("../../../crates/compiler/tests/fixtures/site/case-studies.md"));
        for word in ["<img", "<script", "<iframe", " src=", "stylesheet"] {
            assert!(!page.contains(word), "{word}");
        }
    }
}
