//! The reader's list: stored in this browser, the same in all its tabs.

use explore::{Saved, SavedError, Shelf};
use js_sys::{Array, JSON, Promise};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::browser::{IN_BROWSER, follow};
use super::files::download;
use super::storage;
use crate::optional;
use crate::site::{Site, use_site};

const KEY: &str = "casebook.saved";

/// Why the list is in memory only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser blocks storage.
    Blocked,
    /// The storage is full.
    Full,
    /// What is stored cannot be read. It is left as it is.
    Unreadable(SavedError),
}

/// The list, and the ways to change it.
#[derive(Clone, Copy)]
pub struct SavedState {
    site: Site,
    saved: RwSignal<Saved>,
    trouble: RwSignal<Option<Trouble>>,
}

impl SavedState {
    /// Reads the stored list, and follows changes by other tabs.
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
            // `None` means that the whole storage was cleared.
            if event.key().is_none_or(|key| key == KEY) {
                state.take_up();
            }
        });
        // A page in the back/forward cache has missed the changes of other tabs.
        follow(ev::pageshow, move |event| {
            if event.persisted() {
                state.take_up();
            }
        });
        state
    }

    /// The list.
    #[must_use]
    pub fn saved(self) -> RwSignal<Saved> {
        self.saved
    }

    /// Why changes will be lost with this page; `None` when they are stored.
    #[must_use]
    pub fn trouble(self) -> RwSignal<Option<Trouble>> {
        self.trouble
    }

    /// Whether a slug or address is on a shelf. Tracked.
    #[must_use]
    pub fn holds(self, shelf: Shelf, key: &str) -> bool {
        self.saved.read().holds(shelf, key)
    }

    /// Adds a slug or address to a shelf, or removes it.
    pub fn toggle(self, shelf: Shelf, key: &str) {
        self.change(&mut |saved| saved.toggle(shelf, key));
    }

    /// Empties the list. Returns the old one, for [`SavedState::merge`] to restore.
    pub fn clear(self) -> Saved {
        let mut cleared = Saved::default();
        self.change(&mut |saved| cleared = std::mem::take(saved));
        cleared
    }

    /// Merges another list. Returns how many entries were new.
    pub fn merge(self, other: &Saved) -> usize {
        let mut added = 0;
        self.change(&mut |saved| added = saved.merge(other));
        added
    }

    /// Parses an exported list, and replaces former slugs by current ones.
    ///
    /// # Errors
    /// When the text is not a list of this version.
    pub fn read(self, json: &str) -> Result<Saved, SavedError> {
        let value = JSON::parse(json).map_err(|_| SavedError::NotAList)?;
        let version = optional::property(&value, "version").and_then(|version| version.as_f64());
        let mut texts_of = |shelf: Shelf| texts_in(&optional::property(&value, shelf.as_str())?);
        let mut saved = Saved::from_fields(version, &mut texts_of)?;
        saved.follow(&self.site.catalog().redirects);
        Ok(saved)
    }

    /// Downloads the stored text that is not a list.
    pub fn download_unreadable(self) {
        download("casebook-saved-unreadable.txt", &storage::read(KEY).unwrap_or_default());
    }

    /// Replaces the stored text that is not a list by the current list.
    pub fn start_anew(self) {
        self.trouble.set(None);
        self.store();
    }

    fn change(self, change: &mut dyn FnMut(&mut Saved)) {
        // Another tab may have written since. In trouble, memory has more than storage.
        if self.trouble.read_untracked().is_none() {
            self.take_up();
        }
        let was_empty = self.saved.read_untracked().is_empty();
        change(&mut self.saved.write());
        if was_empty && !self.saved.read_untracked().is_empty() {
            // Browsers that ask the reader about it do so now, when there is something to keep.
            ask_storage("persist");
        }
        // A text that cannot be read may still be of value to the reader.
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

    /// Reads the stored list, merged with what could not be stored before.
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

    /// Keeps the first trouble, which causes the others.
    fn report(self, trouble: Trouble) {
        if self.trouble.read_untracked().is_none() {
            self.trouble.set(Some(trouble));
        }
    }
}

/// The texts of an array; `None` if the value is none or holds anything else.
fn texts_in(value: &JsValue) -> Option<Vec<String>> {
    value.dyn_ref::<Array>()?.iter().map(|text| text.as_string()).collect()
}

/// Whether this browser keeps what the site stores until the reader deletes it. `false` until it has
/// answered, and where it does not say so.
#[must_use]
pub fn use_lasting_storage() -> ReadSignal<bool> {
    let (is_lasting, set_lasting) = signal(false);
    if let Some(answer) = ask_storage("persisted") {
        spawn_local(async move {
            let is_kept = JsFuture::from(answer).await.is_ok_and(|answer| answer.is_truthy());
            // The page may have been left by then.
            let _ = set_lasting.try_set(is_kept);
        });
    }
    is_lasting
}

/// Calls a method of the browser's storage manager, unless there is none.
fn ask_storage(method: &str) -> Option<Promise> {
    let storage = optional::navigator("storage")?;
    optional::call(&storage, method, &Array::new())?.dyn_into().ok()
}

/// The reader's list.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
#[must_use]
pub fn use_saved() -> SavedState {
    expect_context()
}
