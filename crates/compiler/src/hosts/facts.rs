//! What is known of sites, accounts and conferences.

use catalog::Kind;

use super::pattern::{host_matches, path_matches};

/// The names of [`LINKED_KINDS`].
pub(crate) fn linked_kinds() -> Vec<&'static str> {
    LINKED_KINDS.iter().map(|kind| kind.as_str()).collect()
}

/// Kinds of what a link leads to. Podcasts are the chapter's own episodes.
pub(crate) const LINKED_KINDS: &[Kind] = &[
    Kind::Slides,
    Kind::Video,
    Kind::Article,
    Kind::Paper,
    Kind::Docs,
    Kind::Product,
    Kind::CaseStudy,
    Kind::Encyclopedia,
    Kind::Collection,
    Kind::Dataset,
    Kind::Profile,
    Kind::Event,
    Kind::Website,
];

/// What is known of the addresses that match `host` and `path`.
#[derive(Clone, Debug)]
pub(crate) struct SiteEntry {
    pub(super) host: String,
    pub(super) path: Vec<String>,
    pub(crate) kind: Kind,
    pub(crate) title: SiteTitle,
    /// `None` where the address does not say.
    pub(crate) publisher: Option<String>,
}

/// Where the title of an address comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SiteTitle {
    /// Words around a part of the address.
    Around(TitlePart, String, String),
    /// The site's own name.
    Fixed(String),
    /// The address has no title; this describes the page.
    Unnamed(String),
}

/// A part of an address that a title is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitlePart {
    /// The last segment that describes the page.
    Slug,
    /// The first label of the host.
    Host,
    /// The first segment of the path.
    Folder,
}

/// The owner of an account.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    pub(super) site: String,
    pub(super) name: String,
    pub(crate) publisher: String,
    pub(crate) ending: Ending,
}

/// What the addresses of an account end in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The title.
    #[default]
    Title,
    /// The speakers' names.
    Speakers,
}

/// An event whose place and year are the first label of the host.
#[derive(Clone, Debug)]
pub(super) struct Conference {
    /// Including the dot before it: `.flink-forward.org`.
    pub(super) domain: String,
    pub(super) event: String,
}

impl Default for SiteTitle {
    fn default() -> Self {
        Self::Around(TitlePart::Slug, String::new(), String::new())
    }
}

impl TitlePart {
    pub(super) const ALL: [(&'static str, Self); 3] =
        [("{slug}", Self::Slug), ("{host}", Self::Host), ("{folder}", Self::Folder)];
}

impl Ending {
    pub(super) const ALL: &[Self] = &[Self::Title, Self::Speakers];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Speakers => "speakers",
        }
    }
}

impl Account {
    pub(super) fn is(&self, host: &str, segment: &str) -> bool {
        self.site == host && self.name.eq_ignore_ascii_case(segment)
    }
}

impl SiteEntry {
    /// Whether the rule is about a site rather than about any address of a form.
    pub(crate) fn is_known(&self) -> bool {
        !self.host.ends_with('*')
    }

    /// Whether every address that `later` matches is matched by this one.
    pub(super) fn covers(&self, later: &Self) -> bool {
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let later_path: Vec<&str> = later.path.iter().map(String::as_str).collect();
        let covers_path = path == ["**"]
            || path == later_path
            || !later_path.contains(&"**") && path_matches(&path, &later_path);
        // A pattern that is matched as if it were a host matches no more than the other one does.
        covers_path && (self.host == later.host || host_matches(&self.host, &later.host))
    }
}
