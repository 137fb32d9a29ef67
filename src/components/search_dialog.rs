//! The search on pages without a search box.

use leptos::prelude::*;

use super::modal::Modal;
use super::search_box::SearchBox;
use crate::wording::search;

/// A dialog with a search box. It starts empty each time.
#[component]
pub fn SearchDialog(
    is_open: RwSignal<bool>,
    /// Called with the text when Enter is pressed.
    on_search: Callback<String>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    Effect::new(move |_| {
        if !is_open.get() {
            text.set(String::new());
        }
    });
    let search = Callback::new(move |()| {
        let wanted = text.get_untracked();
        if !wanted.trim().is_empty() {
            is_open.set(false);
            on_search.run(wanted);
        }
    });
    view! {
        <Modal is_open label=search::SEARCH_TITLE>
            <div class="search-dialog">
                <SearchBox
                    id="search-anywhere"
                    text
                    on_type=Callback::new(move |typed| text.set(typed))
                    on_leave=Callback::new(|()| ())
                    on_enter=search
                />
                <p class="muted">{search::ENTER_SHOWS}</p>
            </div>
        </Modal>
    }
}
