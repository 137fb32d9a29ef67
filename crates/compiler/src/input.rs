//! What a catalogue is compiled from.

use catalog::Day;

/// A file's text with the path that diagnostics name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Path as a maintainer would type it, relative to the project: `content/case-studies.md`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// A file with this path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// The files that maintainers write beside the chapters.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// The chapters and where they come from (`site.toml`).
    pub site: SourceFile,
    /// The technologies that the chapter is searched for (`technologies.toml`).
    pub technologies: SourceFile,
    /// What the chapter does not say about its companies (`companies.toml`).
    pub companies: SourceFile,
    /// What is known of the sites that the chapter links to (`hosts.toml`).
    pub hosts: SourceFile,
    /// How words of addresses are written in titles (`words.toml`).
    pub words: SourceFile,
    /// What changed in the content, for readers; a site without it has none (`changes.toml`).
    pub changes: SourceFile,
    /// Every company slug that ever shipped, one per line; `#` starts a comment (`slugs.txt`).
    pub shipped_slugs: SourceFile,
    /// Results of the last link checks, written by `cargo xtask links` (`link-status.json`).
    pub link_status: SourceFile,
}

impl Files {
    /// Names of files that a content folder may lack: they are read as empty then.
    pub const OPTIONAL: &[&str] = &["changes.toml"];

    /// Gets each file from `read`, which takes its name in the content folder, such as
    /// `technologies.toml`.
    ///
    /// # Errors
    /// The first error of `read`.
    ///
    /// # Examples
    /// ```
    /// use compiler::{Files, SourceFile};
    ///
    /// let empty = Files::read(|name| Ok::<_, std::io::Error>(SourceFile::new(name, "")))?;
    /// assert_eq!(empty.companies.path, "companies.toml");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn read<E>(mut read: impl FnMut(&str) -> Result<SourceFile, E>) -> Result<Self, E> {
        Ok(Self {
            site: read("site.toml")?,
            technologies: read("technologies.toml")?,
            companies: read("companies.toml")?,
            hosts: read("hosts.toml")?,
            words: read("words.toml")?,
            changes: read("changes.toml")?,
            shipped_slugs: read("slugs.txt")?,
            link_status: read("link-status.json")?,
        })
    }

    /// Every file.
    #[must_use]
    pub const fn all(&self) -> [&SourceFile; 8] {
        let Self {
            site,
            technologies,
            companies,
            hosts,
            words,
            changes,
            shipped_slugs,
            link_status,
        } = self;
        [site, technologies, companies, hosts, words, changes, shipped_slugs, link_status]
    }
}

/// Everything that a catalogue is compiled from.
#[derive(Clone, Debug)]
pub struct Input {
    /// The Markdown chapters: those that `site.toml` lists, in its order; of a draft, itself.
    pub chapters: Vec<SourceFile>,
    /// The files beside them.
    pub files: Files,
    /// Whether the chapters are the site's own.
    pub scope: Scope,
}

impl Input {
    /// The text of the file that a diagnostic names.
    #[must_use]
    pub fn text_of(&self, path: &str) -> Option<&str> {
        self.files
            .all()
            .into_iter()
            .chain(&self.chapters)
            .find(|file| file.path == path)
            .map(|file| file.text.as_str())
    }
}

/// How the chapters relate to the other files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The site's own chapters: companies that the other files name must be in them.
    Site,
    /// Chapters that the site does not list, tried today: each is of unknown source and licence.
    /// Entries of the other files about companies that it lacks are ignored.
    Draft(Day),
}
