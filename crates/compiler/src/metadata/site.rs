//! Reads `site.toml`: the site, its chapters and where each comes from.

use std::path::{Component, Path};

use catalog::{Chapter, Day, Identity, Subject};
use sha2::{Digest as _, Sha256};
use toml::Spanned;
use url::Url;

use super::acknowledged::{self, Acknowledgements};
use super::shapes::{self, ChapterLayout, Guesses, PodcastWords};
use crate::diagnostic::{Code, Reporter};
use crate::input::{Scope, SourceFile};
use crate::keys::{Key, Table, Value};
use crate::links::parse_address;
use crate::shape::Shape;
use crate::toml_file::{self, Entry, read_address};
use crate::words::Lexicon;

/// Keys of the file.
pub(crate) const FILE: Table = Table(&[
    Key::optional("site", Value::Table(&SITE), "What the site is called and what it is about."),
    Key::required(
        "chapter",
        Value::Tables(&CHAPTER),
        "The chapters. Companies are shown in their order.",
    ),
    Key::optional(
        "guess",
        Value::Table(&shapes::GUESS),
        "How companies are found in chapters that do not say where they begin.",
    ),
    Key::optional("podcast", Value::Table(&shapes::PODCAST), "The words of podcast tables."),
    Key::optional(
        "acknowledged",
        Value::Tables(&acknowledged::KEYS),
        "Warnings that were looked at and stay: `check` counts them in one line.",
    ),
]);

const SITE: Table = Table(&[
    Key::optional("name", Value::Text, "Name of the site. Without it \"Casebook\"."),
    Key::optional(
        "tagline",
        Value::Text,
        "The question that the site answers, or what it offers: the title of the home page.",
    ),
    Key::optional(
        "subject",
        Value::Text,
        "What the case studies are about, as in the middle of a sentence: \"data engineering\".",
    ),
    Key::optional(
        "language",
        Value::Text,
        "Language of the chapters, as a tag of BCP 47: \"en\", \"pt-BR\". The interface is in English.",
    ),
]);

const CHAPTER: Table = Table(&[
    Key::required("path", Value::Text, "Markdown file in this folder."),
    Key::required("title", Value::Text, "Title of the chapter."),
    Key::optional("companies", Value::Table(&shapes::COMPANIES), "Where a company begins."),
    Key::optional("base", Value::Address, "Address of the folder that relative links start from."),
    Key::optional("book", Value::Text, "Title of the book that contains the chapter."),
    Key::required("author", Value::Text, "Name of the author."),
    Key::required("licence", Value::Text, "SPDX identifier of the licence."),
    Key::optional("homepage", Value::Address, "Address of the book or the author."),
    Key::required(
        "written",
        Value::Day,
        "Last day on which the chapter was edited (YYYY-MM-DD). Links to the Internet Archive ask for copies of that day, and no link is dated later.",
    ),
    Key::optional(
        "permalink",
        Value::Address,
        "Address of the file at a revision; the site appends #L12 for line 12. Requires revision and sha256.",
    ),
    Key::optional("revision", Value::Text, "The commit in the permalink."),
    Key::optional("sha256", Value::Text, "Output of `sha256sum` for the file."),
]);

/// The content of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct SiteFile {
    pub(crate) identity: Identity,
    pub(crate) chapters: Vec<ListedChapter>,
    pub(crate) guesses: Guesses,
    pub(crate) podcasts: PodcastWords,
    pub(crate) acknowledgements: Acknowledgements,
}

/// A chapter that the file lists.
#[derive(Clone, Debug)]
pub(crate) struct ListedChapter {
    /// Path of its Markdown file in the content folder.
    pub(crate) path: Spanned<String>,
    chapter: Chapter,
    /// Where a company begins; guessed if the file does not say it.
    shape: Option<Shape>,
    /// The address that relative links start from.
    base: Option<Url>,
    /// The year in which it was written; `None` if the file does not say it.
    year: Option<u32>,
    /// Digest of the file that the permalink leads to, in hexadecimal digits.
    sha256: Option<Spanned<String>>,
}

impl SiteFile {
    /// Reads the file; every fault is reported and costs only the part that holds it.
    pub(crate) fn parse(report: &mut Reporter<'_>) -> Self {
        let document = toml_file::parse(report);
        let top = Entry::file(&document, &FILE);
        top.check_keys(report);
        let mut chapters: Vec<ListedChapter> = Vec::new();
        for entry in top.entries("chapter", "chapter", report) {
            let Some(listed) = read_chapter(entry, report) else { continue };
            let path = listed.path.get_ref();
            if chapters.iter().any(|other| other.path.get_ref() == path) {
                report.error(
                    Code::ChapterListedTwice,
                    listed.path.span(),
                    format!("the chapter \"{path}\" is listed twice"),
                    "remove one of the two",
                );
                continue;
            }
            chapters.push(listed);
        }
        let (guesses, podcasts) = shapes::read_words(&top, report);
        let site = top.entry("site", report);
        let identity = site.map(|site| read_identity(&site, report)).unwrap_or_default();
        let acknowledgements = Acknowledgements::read(&top, report);
        Self { identity, chapters, guesses, podcasts, acknowledgements }
    }

    /// The last year in which any chapter was written.
    pub(super) fn last_year(&self) -> Option<u32> {
        self.chapters.iter().filter_map(|listed| listed.year).max()
    }

    /// What is known of each listed chapter, given their files in the same order. Lines are linked
    /// only in a file that equals the pinned one.
    pub(crate) fn of_site(&self, files: &[SourceFile], report: &mut Reporter<'_>) -> Vec<Chapter> {
        if self.chapters.is_empty() && !report.is_damaged() {
            report.error(
                Code::NoChapter,
                0..0,
                "no chapter is listed",
                "add a [[chapter]] with path, title, author, licence and written",
            );
        }
        let listed = self.chapters.iter().zip(files);
        listed.map(|(listed, file)| listed.describe(file, report)).collect()
    }

    /// How the chapter with this number is read. A draft is none of those that are listed.
    pub(crate) fn layout<'s>(
        &'s self,
        scope: &Scope,
        number: usize,
        lexicon: &'s Lexicon,
    ) -> ChapterLayout<'s> {
        let listed = self.chapters.get(number).filter(|_| *scope == Scope::Site);
        ChapterLayout {
            shape: listed.and_then(|listed| listed.shape.as_ref()),
            base: listed.and_then(|listed| listed.base.as_ref()),
            guesses: &self.guesses,
            podcasts: &self.podcasts,
            lexicon,
        }
    }

    /// What is known of a draft: nothing but its file and the day.
    pub(crate) fn of_draft(file: &SourceFile, today: &Day) -> Chapter {
        let stem = Path::new(&file.path).file_stem().unwrap_or_default();
        Chapter {
            title: stem.to_string_lossy().into_owned(),
            written: today.clone(),
            ..Chapter::default()
        }
    }
}

impl ListedChapter {
    fn describe(&self, file: &SourceFile, report: &mut Reporter<'_>) -> Chapter {
        let mut chapter = self.chapter.clone();
        let Some(pinned) = &self.sha256 else { return chapter };
        let digest = digest(file);
        if *pinned.get_ref() != digest {
            report.warn(
                Code::NotPinnedFile,
                pinned.span(),
                format!(
                    "{} is not the pinned file, so nothing links to its lines at the permalink",
                    file.path
                ),
                format!(
                    "put the file back and write your own companies into a chapter of your own \
                     (`cargo xtask new company NAME`), or pin the new edition: its permalink, its \
                     revision and sha256 = \"{digest}\""
                ),
            );
            chapter.permalink = None;
        }
        chapter
    }
}

fn digest(file: &SourceFile) -> String {
    Sha256::digest(&file.text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read_identity(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Identity {
    entry.check_keys(report);
    let default = Identity::default();
    let mut text = |key| entry.filled(key, report).map(Spanned::into_inner);
    let (name, tagline, subject) = (text("name"), text("tagline"), text("subject"));
    let language = entry.filled("language", report).and_then(|tag| {
        let is_tag = is_language_tag(tag.get_ref());
        if !is_tag {
            report.error(
                Code::NotALanguage,
                tag.span(),
                format!("language is \"{}\", which is not a tag of a language", tag.get_ref()),
                "write its tag: \"en\" for English, \"de\" for German, \"pt-BR\" for Brazilian Portuguese",
            );
        }
        is_tag.then(|| tag.into_inner())
    });
    Identity {
        name: name.unwrap_or(default.name),
        tagline: tagline.unwrap_or(default.tagline),
        subject: subject.as_deref().map(Subject::new),
        language: language.unwrap_or(default.language),
    }
}

/// Whether a text has the form of a language tag by BCP 47 (RFC 5646): a language of two or three
/// letters, then parts of up to eight letters and digits.
fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn read_chapter(mut entry: Entry<'_>, report: &mut Reporter<'_>) -> Option<ListedChapter> {
    entry.check_keys(report);
    let path = entry.required("path", report).filter(|path| check_path(path, report));
    if let Some(path) = &path {
        entry.what = format!("chapter \"{}\"", path.get_ref());
    }
    let mut text = |key| entry.required(key, report).map(Spanned::into_inner).unwrap_or_default();
    let (title, author, licence) = (text("title"), text("author"), text("licence"));
    let written = entry.day("written", report);
    let year = written.as_ref().map(Day::year);
    let homepage = entry
        .filled("homepage", report)
        .and_then(|text| read_address(text, &format!("homepage of {}", entry.what), report));
    let companies = entry.entry("companies", report);
    let shape = companies.and_then(|companies| shapes::read(&companies, report));
    let base = read_base(&entry, report);
    let (permalink, sha256) = read_pin(&entry, report).unzip();
    let chapter = Chapter {
        title,
        book: entry.filled("book", report).map(Spanned::into_inner),
        author,
        licence,
        homepage,
        permalink,
        written: written.unwrap_or_default(),
    };
    Some(ListedChapter { path: path?, chapter, shape, base, year, sha256 })
}

/// The folder that relative links start from.
fn read_base(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<Url> {
    let text = entry.filled("base", report)?;
    let address = read_address(text, &format!("base of {}", entry.what), report)?;
    // Without the slash the last part would be taken for a file beside the chapter.
    let folder = if address.ends_with('/') { address } else { address + "/" };
    parse_address(&folder).ok()
}

/// Only files inside of the content folder are chapters.
fn check_path(path: &Spanned<String>, report: &mut Reporter<'_>) -> bool {
    let text = path.get_ref();
    let is_inside = Path::new(text).components().all(|part| matches!(part, Component::Normal(_)))
        && !text.contains('\\');
    let is_fine = is_inside && Path::new(text).extension().is_some_and(|end| end == "md");
    if !is_fine {
        report.error(
            Code::NotAChapterPath,
            path.span(),
            format!("\"{text}\" is not a Markdown file in the content folder"),
            "write its path in this folder: \"companies.md\"",
        );
    }
    is_fine
}

/// The address of a pinned file and the file's digest. `None` for a chapter that is not pinned.
fn read_pin(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<(String, Spanned<String>)> {
    if !["permalink", "revision", "sha256"].iter().any(|key| entry.has(key)) {
        return None;
    }
    let permalink = entry.required("permalink", report);
    let revision = entry.required("revision", report);
    let sha256 = entry.required("sha256", report).filter(|digest| {
        let is_digest = digest.get_ref().len() == 64
            && digest.get_ref().bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !is_digest {
            report.error(
                Code::NotADigest,
                digest.span(),
                format!("sha256 of {} is not a SHA-256 digest", entry.what),
                "write the 64 digits that `sha256sum` prints for the file",
            );
        }
        is_digest
    });
    let (permalink, revision, sha256) = (permalink?, revision?, sha256?);
    if !permalink.get_ref().contains(revision.get_ref()) {
        report.error(
            Code::PermalinkWithoutRevision,
            permalink.span(),
            format!("the permalink of {} does not name its revision", entry.what),
            format!("write the address of the file at {}", revision.get_ref()),
        );
        return None;
    }
    let permalink = read_address(permalink, &format!("permalink of {}", entry.what), report)?;
    Some((permalink, sha256))
}
