//! How a site is published.

use catalog::{Base, BasePath, Origin};

use crate::content::Folder;

/// The options of `cargo xtask build`.
#[derive(Clone, Default)]
pub(crate) struct Settings {
    /// The content folder.
    pub(crate) content: Folder,
    /// Scheme and host under which it will be served, if known.
    pub(crate) origin: Option<Origin>,
    /// The path under which it will be served.
    pub(crate) path: BasePath,
    /// What sw.js will do.
    pub(crate) offline: Offline,
}

impl Settings {
    /// What every address of the site starts with.
    pub(super) fn base(&self) -> Base {
        Base::new(self.origin.as_ref(), &self.path)
    }
}

/// Whether readers' browsers keep the site for offline use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Offline {
    /// They keep it.
    #[default]
    Keep,
    /// They delete it: the kill switch for a broken worker.
    Delete,
}
