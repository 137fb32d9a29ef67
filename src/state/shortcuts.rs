//! Keyboard shortcuts that work anywhere on the site.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::browser::follow;
use super::storage;
use crate::optional;

const KEY: &str = "casebook.single-keys";
const OFF: &str = "off";

/// Whether the shortcuts that are a single character, `/` and `?`, work. Speech input can trigger
/// them by accident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SingleKeys {
    /// They work.
    On,
    /// Only shortcuts with a modifier work.
    Off,
}

/// The reader's choice of shortcuts, remembered where storage allows.
#[derive(Clone, Copy)]
pub struct Shortcuts(RwSignal<SingleKeys>);

impl Shortcuts {
    /// Reads the choice from storage; [`SingleKeys::On`] without one.
    #[must_use]
    pub fn remembered() -> Self {
        let is_off = storage::read(KEY).as_deref() == Some(OFF);
        Self(RwSignal::new(if is_off { SingleKeys::Off } else { SingleKeys::On }))
    }

    /// The current choice.
    #[must_use]
    pub fn single_keys(self) -> Signal<SingleKeys> {
        self.0.into()
    }

    /// Changes the choice. Where storage is blocked it lasts until the page is closed.
    pub fn choose(self, single_keys: SingleKeys) {
        self.0.set(single_keys);
        match single_keys {
            SingleKeys::On => storage::remove(KEY),
            // Lost with the page where storage is blocked.
            SingleKeys::Off => _ = storage::write(KEY, OFF),
        }
    }

    /// Listens from now on: [`search_keys`] and `/` call `on_search`, `?` calls `on_help`.
    pub fn listen(self, on_search: Callback<()>, on_help: Callback<()>) {
        let is_apple = optional::is_apple();
        follow(ev::keydown, move |event| {
            let key = event.key();
            // On Apple's keyboards Control+K in a field deletes to the end of the line.
            let has_modifier = event.meta_key() || (event.ctrl_key() && !is_apple);
            let asked = if is_composing(&event) {
                None
            } else if has_modifier && !event.alt_key() {
                key.eq_ignore_ascii_case("k").then_some(on_search)
            } else if event.alt_key()
                || event.ctrl_key()
                || self.0.get_untracked() == SingleKeys::Off
                || is_typing(&event)
            {
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

/// The shortcut of the search, as this keyboard has it.
#[must_use]
pub fn search_keys() -> &'static str {
    if optional::is_apple() { "⌘ K" } else { "Ctrl K" }
}

/// Whether a key belongs to the composition of a character. Safari ends a composition before it
/// reports the key that ended it, which then only its code tells from others.
#[must_use]
pub fn is_composing(event: &KeyboardEvent) -> bool {
    const CODE_OF_COMPOSING: u32 = 229;
    event.is_composing() || event.key_code() == CODE_OF_COMPOSING
}

/// Whether the key goes into a field.
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
