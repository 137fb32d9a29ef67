//! The keys that work anywhere on the site, and whether those that are a single character do.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::browser::follow;
use super::storage;

const KEY: &str = "casebook.single-keys";
const OFF: &str = "off";

/// Whether single characters are shortcuts: `/` and `?`. Remembered where the browser allows.
#[derive(Clone, Copy)]
pub struct Shortcuts(RwSignal<bool>);

impl Shortcuts {
    /// Takes up what is remembered; without that, they are.
    #[must_use]
    pub fn remembered() -> Self {
        Self(RwSignal::new(storage::read(KEY).as_deref() != Some(OFF)))
    }

    /// Whether single characters are shortcuts now.
    #[must_use]
    pub fn has_single_keys(self) -> Signal<bool> {
        self.0.into()
    }

    /// Switches them on or off. Where storage is blocked that holds until the page is closed.
    pub fn choose(self, has_single_keys: bool) {
        self.0.set(has_single_keys);
        if has_single_keys {
            storage::remove(KEY);
        } else {
            storage::write(KEY, OFF);
        }
    }

    /// Follows the keys from now on: Ctrl+K, ⌘K and `/` ask for the search, `?` for the list of keys.
    pub fn listen(self, on_search: Callback<()>, on_help: Callback<()>) {
        follow(ev::keydown, move |event| {
            let key = event.key();
            let asked = if (event.ctrl_key() || event.meta_key()) && !event.alt_key() {
                key.eq_ignore_ascii_case("k").then_some(on_search)
            } else if event.alt_key() || !self.0.get_untracked() || is_typing(&event) {
                None
            } else {
                match key.as_str() {
                    "/" => Some(on_search),
                    "?" => Some(on_help),
                    _ => None,
                }
            };
            if let Some(asked) = asked.filter(|_| !event.default_prevented()) {
                event.prevent_default();
                asked.run(());
            }
        });
    }
}

/// Whether a key goes into something that takes keys itself.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let takes_keys = "input, select, textarea, [contenteditable]";
    // A field keeps the focus for a moment after the dialog around it has closed.
    let is_gone = "dialog:not([open])";
    target.is_some_and(|target| {
        matches!(target.closest(takes_keys), Ok(Some(_)))
            && matches!(target.closest(is_gone), Ok(None))
    })
}
