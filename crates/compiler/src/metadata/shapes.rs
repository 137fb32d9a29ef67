//! Reads what `site.toml` says of the Markdown of chapters: where companies begin, and the words of
//! podcast tables.

use toml::Spanned;
use url::Url;

use crate::diagnostic::{Code, Reporter};
use crate::input::SourceFile;
use crate::keys::{Key, Table, Value};
use crate::shape::{Pattern, Shape};
use crate::toml_file::{self, Entry};
use crate::words::Lexicon;

/// Keys of `[chapter.companies]`.
pub(crate) const COMPANIES: Table = Table(&[
    Key::optional(
        "heading",
        Value::TextOrTexts,
        "Headings with the name of a company: \"### Data Science at {name}\", \"## {name} ({count})\".",
    ),
    Key::optional(
        "summary",
        Value::TextOrTexts,
        "The `<summary>` of each company's `<details>`: \"{name}\".",
    ),
    Key::optional(
        "item",
        Value::TextOrTexts,
        "List items with a company each: \"- {name}\", or \"  - {name}\" for items of inner lists.",
    ),
    Key::optional("column", Value::Text, "Head of the column that names companies in tables."),
    Key::optional(
        "bold",
        Value::TextOrTexts,
        "Paragraphs that begin with a company's name in bold: \"**{name}**\".",
    ),
]);

/// Keys of `[guess]`.
pub(crate) const GUESS: Table = Table(&[
    Key::optional(
        "beginnings",
        Value::Texts,
        "Words before a company's name in headings, of chapters without [chapter.companies].",
    ),
    Key::optional(
        "columns",
        Value::Texts,
        "Heads of columns that name companies, in tables of chapters without [chapter.companies].",
    ),
    Key::optional("skip", Value::Texts, "Headings that begin no company, in any chapter."),
]);

/// Keys of `[podcast]`.
pub(crate) const PODCAST: Table = Table(&[
    Key::optional("heads", Value::Texts, "How the head of an episode's table begins."),
    Key::optional("watch", Value::Texts, "How the words of a link to the video begin."),
    Key::optional("listen", Value::Texts, "How the words of a link to the audio begin."),
    Key::optional(
        "hosts",
        Value::TextTable,
        "Hosts of audio, whatever the words of the link, each with its name.",
    ),
]);

/// How a chapter's shape is guessed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guesses {
    /// The longest first.
    pub(crate) beginnings: Vec<String>,
    /// In lower case.
    pub(crate) columns: Vec<String>,
    /// In lower case.
    pub(crate) skip: Vec<String>,
}

/// The words of podcast tables, the longest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct PodcastWords {
    pub(crate) heads: Vec<String>,
    pub(crate) watch: Vec<String>,
    pub(crate) listen: Vec<String>,
    /// Hosts of audio in lower case, each with its name.
    pub(crate) hosts: Vec<(String, String)>,
}

/// What `site.toml` says of a chapter's Markdown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChapterLayout<'s> {
    /// Where a company begins; guessed without it.
    pub(crate) shape: Option<&'s Shape>,
    /// The address that relative links start from.
    pub(crate) base: Option<&'s Url>,
    pub(crate) guesses: &'s Guesses,
    pub(crate) podcasts: &'s PodcastWords,
    pub(crate) lexicon: &'s Lexicon,
}

/// Keys of the file of defaults.
const DEFAULT_FILE: Table = Table(&[
    Key::optional("guess", Value::Table(&GUESS), "As in site.toml."),
    Key::optional("podcast", Value::Table(&PODCAST), "As in site.toml."),
]);

/// The words of a site that names none.
const DEFAULTS: &str = include_str!("defaults.toml");

/// Reads `[guess]` and `[podcast]` of a file; the words of keys that it leaves out are the defaults.
pub(super) fn read_words(top: &Entry<'_>, report: &mut Reporter<'_>) -> (Guesses, PodcastWords) {
    let file = SourceFile::new("defaults.toml", DEFAULTS);
    let mut own = Reporter::new(&file);
    let document = toml_file::parse(&mut own);
    let defaults = Entry::file(&document, &DEFAULT_FILE);
    let mut texts = |table: &str, key: &str| {
        texts(top, table, key, report)
            .or_else(|| texts(&defaults, table, key, &mut own))
            .unwrap_or_default()
    };
    let guesses = Guesses {
        beginnings: longest_first(texts("guess", "beginnings")),
        columns: lower(&texts("guess", "columns")),
        skip: lower(&texts("guess", "skip")),
    };
    let podcasts = PodcastWords {
        heads: longest_first(texts("podcast", "heads")),
        watch: longest_first(texts("podcast", "watch")),
        listen: longest_first(texts("podcast", "listen")),
        hosts: hosts(top, report).or_else(|| hosts(&defaults, &mut own)).unwrap_or_default(),
    };
    for table in ["guess", "podcast"].into_iter().filter(|table| top.has(table)) {
        if let Some(entry) = top.entry(table, report) {
            entry.check_keys(report);
        }
    }
    (guesses, podcasts)
}

/// The texts of a key of a table, if it is there.
fn texts(
    top: &Entry<'_>,
    table: &str,
    key: &str,
    report: &mut Reporter<'_>,
) -> Option<Vec<String>> {
    let entry = if top.has(table) { top.entry(table, report) } else { None };
    let entry = entry.filter(|entry| entry.has(key))?;
    Some(entry.texts(key, report).into_iter().map(Spanned::into_inner).collect())
}

/// The hosts of audio, if the file names any.
fn hosts(top: &Entry<'_>, report: &mut Reporter<'_>) -> Option<Vec<(String, String)>> {
    let podcast = if top.has("podcast") { top.entry("podcast", report) } else { None };
    let podcast = podcast.filter(|podcast| podcast.has("hosts"))?;
    let hosts = podcast.entry("hosts", report)?.pairs(report).into_iter();
    Some(hosts.map(|(host, name)| (host.get_ref().to_lowercase(), name.into_inner())).collect())
}

/// "Data Science" must not hide "Data Science at".
fn longest_first(mut texts: Vec<String>) -> Vec<String> {
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts
}

fn lower(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| text.to_lowercase()).collect()
}

/// The shape that `[chapter.companies]` names.
pub(super) fn read(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<Shape> {
    entry.check_keys(report);
    let heading =
        patterns(entry, "heading", Pattern::heading, "### Data Science at {name}", report);
    let summary = patterns(entry, "summary", Pattern::summary, "{name}", report);
    let item = patterns(entry, "item", Pattern::item, "- {name}", report);
    let column = entry.filled("column", report).map(Spanned::into_inner);
    let bold = patterns(entry, "bold", Pattern::bold, "**{name}**", report);
    let shapes = [
        heading.map(Shape::Heading),
        summary.map(Shape::Summary),
        item.map(Shape::Item),
        column.map(Shape::Column),
        bold.map(Shape::Bold),
    ];
    let named = COMPANIES.names().filter(|key| entry.has(key)).count();
    if named != 1 {
        report.error(
            Code::CompanyBeginnings,
            entry.span.clone(),
            format!("{} names {named} places where a company begins", entry.what),
            "write one of: heading = \"### {name}\", summary = \"{name}\", item = \"- {name}\", \
             column = \"Company\", bold = \"**{name}**\"",
        );
        return None;
    }
    shapes.into_iter().flatten().next()
}

/// The patterns under `key`, those with most text before the name first; `None` without any.
fn patterns(
    entry: &Entry<'_>,
    key: &str,
    parse: fn(&str) -> Option<Pattern>,
    example: &str,
    report: &mut Reporter<'_>,
) -> Option<Vec<Pattern>> {
    let mut patterns = Vec::new();
    for text in entry.untrimmed(key, report) {
        match parse(text.get_ref()) {
            Some(pattern) => patterns.push(pattern),
            None => report.error(
                Code::PatternWithoutName,
                text.span(),
                format!("{key} of {} does not say where the name stands", entry.what),
                format!("write it as \"{example}\", with {{name}} once"),
            ),
        }
    }
    let first = patterns.first().map(|first: &Pattern| first.level)?;
    if patterns.iter().any(|pattern| pattern.level != first) {
        report.error(
            Code::PatternLevels,
            entry.span.clone(),
            format!("the patterns of {key} are of different levels"),
            format!("give each the same level, as in \"{example}\""),
        );
    }
    patterns.retain(|pattern| pattern.level == first);
    patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.before().len()));
    Some(patterns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_replaces_the_words_that_it_names() {
        let file = SourceFile::new("site.toml", "[podcast]\nheads = [\"Folge\"]\n");
        let mut report = Reporter::new(&file);
        let document = toml_file::parse(&mut report);
        let top = Entry::file(&document, &DEFAULT_FILE);
        let (guesses, podcasts) = read_words(&top, &mut report);
        assert_eq!(podcasts.heads, ["Folge"]);
        assert!(podcasts.listen.contains(&"Listen".to_owned()));
        assert!(guesses.columns.contains(&"company".to_owned()));
        assert_eq!(report.finish(), []);
    }
}
