//! The box that one types into to search.

use leptos::ev::{Event, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;

use super::icon::{Icon, LENS};

/// A search field whose text lives elsewhere. Escape empties it.
#[component]
pub fn SearchBox(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// Takes each change of the text.
    on_type: Callback<String>,
    /// The field was left.
    on_leave: Callback<()>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let typed = move |event: Event| on_type.run(event_target_value(&event));
    // The field may be left by going away with its page, which takes the callback along.
    let left = move |_| _ = on_leave.try_run(());
    let key_pressed = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !text.read_untracked().is_empty() {
            event.prevent_default();
            on_type.run(String::new());
        }
    };
    let focus_by_shortcut = window_event_listener(leptos::ev::keydown, move |event| {
        let wanted =
            (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("k");
        if wanted && let Some(field) = field.get_untracked() {
            event.prevent_default();
            // A field that is in the page takes the focus.
            let _ = field.focus();
            field.select();
        }
    });
    on_cleanup(move || focus_by_shortcut.remove());
    view! {
        <search class="search-box">
            <label class="visually-hidden" for="search">
                "Search companies, technologies, titles"
            </label>
            <Icon path=LENS />
            <input
                node_ref=field
                id="search"
                class="search-box__field"
                type="search"
                name="q"
                maxlength="200"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder="Search companies, technologies, titles …"
                prop:value=text
                on:input=typed
                on:change=left
                on:keydown=key_pressed
            />
            <kbd class="search-box__key" aria-hidden="true">"Ctrl K"</kbd>
        </search>
    }
}
