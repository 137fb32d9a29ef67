//! The reader's own list, in this browser's storage and in every tab of it.

use explore::{Saved, SavedError, Shelf};
use leptos::ev;
use leptos::prelude::*;

use super::browser::{IN_BROWSER, follow};
use super::files::download;
use super::storage;
use crate::site::{Site, use_site};

const KEY: &str = "casebook.saved";

/// Why the list is held in memory only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser lets the site store nothing.
    Blocked,
    /// The browser would not take the list: its storage is full.
    Full,
    /// What is stored cannot be read. It is left as it is.
    Unreadable(SavedError),
}

/// The list, and every way to change it.
#[derive(Clone, Copy)]
pub struct SavedState {
    site: Site,
    saved: RwSignal<Saved>,
    trouble: RwSignal<Option<Trouble>>,
}

impl SavedState {
    /// Takes up the list that is stored, and follows what other tabs do to it.
    ///
    /// # Panics
    /// Outside of [`crate::app::App`].
    #[must_use]
    pub fn stored() -> Self {
        let state =
            Self { site: use_site(), saved: RwSignal::default(), trouble: RwSignal::default() };
        if IN_BROWSER {
            state.take_up();
        }
        follow(ev::storage, move |event| {
            // Without a key all of the storage was cleared.
            if event.key().is_none_or(|key| key == KEY) {
                state.take_up();
            }
        });
        // A page that comes back from the back/forward cache slept through what other tabs did.
        follow(ev::pageshow, move |event| {
            if event.persisted() {
                state.take_up();
            }
        });
        state
    }

    /// What is kept.
    #[must_use]
    pub fn saved(self) -> RwSignal<Saved> {
        self.saved
    }

    /// Why nothing will be kept past this page, where that is so.
    #[must_use]
    pub fn trouble(self) -> RwSignal<Option<Trouble>> {
        self.trouble
    }

    /// Whether a shelf holds a slug or an address; tracked.
    #[must_use]
    pub fn holds(self, shelf: Shelf, key: &str) -> bool {
        self.saved.read().holds(shelf, key)
    }

    /// Puts a slug or an address on a shelf, or takes it away.
    pub fn toggle(self, shelf: Shelf, key: &str) {
        self.change(&mut |saved| saved.toggle(shelf, key));
    }

    /// Empties the list. Gives what was in it, for [`SavedState::merge`] to bring back.
    pub fn clear(self) -> Saved {
        let mut cleared = Saved::default();
        self.change(&mut |saved| cleared = std::mem::take(saved));
        cleared
    }

    /// Adds another list. Gives how much of it was new.
    pub fn merge(self, other: &Saved) -> usize {
        let mut added = 0;
        self.change(&mut |saved| added = saved.merge(other));
        added
    }

    /// Reads a list that was exported, with companies by the slugs that they have now.
    ///
    /// # Errors
    /// When the text is none.
    pub fn read(self, json: &str) -> Result<Saved, SavedError> {
        let mut saved = Saved::from_json(json)?;
        saved.follow(&self.site.catalog().redirects);
        Ok(saved)
    }

    /// Offers the stored text that is no list as a file.
    pub fn download_unreadable(self) {
        download("casebook-saved-unreadable.txt", &storage::read(KEY).unwrap_or_default());
    }

    /// Gives up the stored text that is no list, and stores what is kept now in its place.
    pub fn start_anew(self) {
        self.trouble.set(None);
        self.store();
    }

    fn change(self, change: &mut dyn FnMut(&mut Saved)) {
        // Another tab may have written since; in trouble, memory knows more than storage does.
        if self.trouble.read_untracked().is_none() {
            self.take_up();
        }
        change(&mut self.saved.write());
        // A text that cannot be read may still be worth something to the reader.
        if !matches!(*self.trouble.read_untracked(), Some(Trouble::Unreadable(_))) {
            self.store();
        }
    }

    fn store(self) {
        if storage::write(KEY, &self.saved.read_untracked().to_json()).is_err() {
            self.report(Trouble::Full);
        } else if self.trouble.read_untracked().is_some() {
            self.trouble.set(None);
        }
    }

    /// Reads what is stored. What could not be stored before is kept with it.
    fn take_up(self) {
        let stored = match storage::read_or_blocked(KEY) {
            Err(storage::Blocked) => return self.report(Trouble::Blocked),
            Ok(None) => Saved::default(),
            Ok(Some(json)) => match self.read(&json) {
                Ok(saved) => saved,
                Err(error) => return self.report(Trouble::Unreadable(error)),
            },
        };
        if self.trouble.read_untracked().is_some() {
            self.saved.write().merge(&stored);
            self.store();
        } else if *self.saved.read_untracked() != stored {
            self.saved.set(stored);
        }
    }

    /// The first trouble stays: it is what the others follow from.
    fn report(self, trouble: Trouble) {
        if self.trouble.read_untracked().is_none() {
            self.trouble.set(Some(trouble));
        }
    }
}

/// The reader's list.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
#[must_use]
pub fn use_saved() -> SavedState {
    expect_context()
}
