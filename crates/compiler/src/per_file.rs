//! The files that maintainers write beside the chapters: the one list of them.

/// Something for each file.
#[derive(Clone, Debug, Default)]
pub struct PerFile<T> {
    /// The chapters and where they come from (`site.toml`).
    pub site: T,
    /// The technologies that the chapter is searched for (`technologies.toml`).
    pub technologies: T,
    /// What the chapter does not say about its companies (`companies.toml`).
    pub companies: T,
    /// What is known of the sites that the chapter links to (`hosts.toml`).
    pub hosts: T,
    /// How words of addresses are written in titles (`words.toml`).
    pub words: T,
    /// What changed in the content, for readers; a site without it has none (`changes.toml`).
    pub changes: T,
    /// Every company slug that ever shipped, one per line; `#` starts a comment (`slugs.txt`).
    pub shipped_slugs: T,
    /// Results of the last link checks, written by `cargo xtask links` (`link-status.json`).
    pub link_status: T,
}

/// The names of the files in a content folder.
const NAMES: PerFile<&str> = PerFile {
    site: "site.toml",
    technologies: "technologies.toml",
    companies: "companies.toml",
    hosts: "hosts.toml",
    words: "words.toml",
    changes: "changes.toml",
    shipped_slugs: "slugs.txt",
    link_status: "link-status.json",
};

impl<T> PerFile<T> {
    /// Names of files that a content folder may lack: they are read as empty then.
    pub const OPTIONAL: &[&str] = &["changes.toml"];

    /// Gets each from `read`, which takes the name of the file in the content folder, such as
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
    pub fn read<E>(read: impl FnMut(&str) -> Result<T, E>) -> Result<Self, E> {
        NAMES.try_map(read)
    }

    /// Each by reference.
    #[must_use]
    pub const fn each(&self) -> PerFile<&T> {
        PerFile {
            site: &self.site,
            technologies: &self.technologies,
            companies: &self.companies,
            hosts: &self.hosts,
            words: &self.words,
            changes: &self.changes,
            shipped_slugs: &self.shipped_slugs,
            link_status: &self.link_status,
        }
    }

    pub(crate) fn map<U>(self, mut make: impl FnMut(T) -> U) -> PerFile<U> {
        let Ok(made) = self.try_map(|one| Ok::<_, std::convert::Infallible>(make(one)));
        made
    }

    fn try_map<U, E>(self, mut make: impl FnMut(T) -> Result<U, E>) -> Result<PerFile<U>, E> {
        Ok(PerFile {
            site: make(self.site)?,
            technologies: make(self.technologies)?,
            companies: make(self.companies)?,
            hosts: make(self.hosts)?,
            words: make(self.words)?,
            changes: make(self.changes)?,
            shipped_slugs: make(self.shipped_slugs)?,
            link_status: make(self.link_status)?,
        })
    }
}

/// In the order in which their diagnostics are listed.
impl<T> IntoIterator for PerFile<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        let mut list = Vec::new();
        self.map(|one| list.push(one));
        list.into_iter()
    }
}
