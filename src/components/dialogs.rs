//! The dialogs that any page can open.

use leptos::prelude::*;

use super::search_dialog::SearchDialog;
use super::shortcut_sheet::ShortcutSheet;
use crate::lazy::lazy;
use crate::state::SingleKeys;

/// What the dialogs show and call.
#[derive(Clone, Copy)]
pub struct Dialogs {
    /// Whether the search is open.
    pub is_searching: RwSignal<bool>,
    /// Takes the text to search for.
    pub on_search: Callback<String>,
    /// Whether the list of shortcuts is open.
    pub is_reading_shortcuts: RwSignal<bool>,
    /// The reader's choice of shortcuts.
    pub single_keys: Signal<SingleKeys>,
    /// Takes another choice.
    pub on_choose_keys: Callback<SingleKeys>,
}

lazy! {
    chunk = Extras;
    /// The dialogs, open or closed.
    pub fn show(dialogs: Dialogs) -> AnyView {
        let Dialogs { is_searching, on_search, is_reading_shortcuts, single_keys, on_choose_keys } =
            dialogs;
        view! {
            <SearchDialog is_open=is_searching on_search />
            <ShortcutSheet is_open=is_reading_shortcuts single_keys on_choose=on_choose_keys />
        }
        .into_any()
    }
}
