//! The dialogs that any page can open.

use leptos::prelude::*;

use super::keys::KeySheet;
use super::search_dialog::SearchDialog;
use crate::lazy::lazy;

/// The dialogs, and what they act on.
#[derive(Clone, Copy)]
pub struct Dialogs {
    /// Whether the search shows.
    pub is_searching: RwSignal<bool>,
    /// Takes the text that is searched for.
    pub on_search: Callback<String>,
    /// Whether the list of keys shows.
    pub is_reading_keys: RwSignal<bool>,
    /// Whether single characters are shortcuts.
    pub has_single_keys: Signal<bool>,
    /// Takes whether they shall be.
    pub on_choose_keys: Callback<bool>,
}

lazy! {
    /// The dialogs, closed or open as they are asked to be.
    pub fn show(dialogs: Dialogs) -> AnyView {
        let Dialogs { is_searching, on_search, is_reading_keys, has_single_keys, on_choose_keys } = dialogs;
        view! {
            <SearchDialog is_open=is_searching on_search />
            <KeySheet is_open=is_reading_keys has_single_keys on_choose=on_choose_keys />
        }
        .into_any()
    }
}
