//! The search box with its suggestions: an editable combobox with list autocomplete (ARIA APG).

use leptos::ev::{Event, FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

use super::announcement::{Announcement, Importance};
use super::icon::{Icon, LENS};
use super::suggestions::{self, Direction, SuggestionList, option_id};
use crate::optional;
use crate::site::use_site;
use crate::state::{is_composing, search_keys};
use crate::text as words;
use crate::wording::{nouns, search};

/// The id of the search box of a page: of the grid, and of the not-found page.
pub const GRID_SEARCH: &str = "search";

/// Focuses the box with this id and selects its text; `false` when it is not in the page.
#[must_use]
pub fn focus_search(id: &str) -> bool {
    let field = document().get_element_by_id(id);
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
        return false;
    };
    // Fails only behind a modal dialog, which keeps the focus.
    let _ = field.focus();
    field.select();
    true
}

/// Focuses the field with this id and leaves its selection as it is.
fn focus_field(id: &str) {
    let field = document().get_element_by_id(id);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // Fails only behind a modal dialog, which keeps the focus.
        let _ = field.focus();
    }
}

/// A search field controlled by `text`. Arrow keys move through the suggestions, Enter opens the
/// active one. Escape closes the suggestions, then empties the field.
#[component]
pub fn SearchBox(
    /// Unique in the page.
    id: &'static str,
    #[prop(into)] text: Signal<String>,
    /// Called on each change of the text.
    on_type: Callback<String>,
    /// The field was left, or a suggestion was opened.
    on_leave: Callback<()>,
    /// Enter was pressed without an active suggestion.
    on_enter: Callback<()>,
) -> impl IntoView {
    let site = use_site();
    let list = RwSignal::new(SuggestionList::default());
    let is_open = Memo::new(move |_| !list.read().suggestions.is_empty());
    // The text that waits for suggestions while their code is loaded.
    let unanswered = StoredValue::new(None::<String>);
    let answer = move || {
        // The box may be gone by then. Without the code there are no suggestions.
        if let Some(text) = unanswered.try_update_value(Option::take).flatten() {
            let suggestions = suggestions::of(site, &text).unwrap_or_default();
            list.set(SuggestionList { suggestions, active: None });
        }
    };
    let close = move || {
        unanswered.set_value(None);
        if has_focus(&list_id(id)) {
            // The focused suggestion is about to go.
            focus_field(id);
        }
        list.set(SuggestionList::default());
    };
    // Screen readers move the focus from the field to a suggestion.
    let left_box = move |event: FocusEvent| {
        let target = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let box_ = document().get_element_by_id(id).and_then(|field| field.parent_element());
        if !box_.is_some_and(|box_| box_.contains(target.as_ref())) {
            close();
        }
    };
    let typed = move |event: Event| {
        let text = event_target_value(&event);
        unanswered.set_value(Some(text.clone()));
        suggestions::of::CHUNK.load(move |_| answer());
        on_type.run(text);
    };
    // The field may be left because its page was, which has disposed of the callback.
    let left = move || _ = on_leave.try_run(());
    let step = move |direction: Direction| {
        if list.read_untracked().suggestions.is_empty() {
            unanswered.set_value(Some(text.get_untracked()));
        }
        suggestions::of::CHUNK.load(move |_| {
            answer();
            _ = list.try_update(|list| list.step(direction));
            if let Some(active) = list.try_get_untracked().and_then(|list| list.active) {
                // The suggestions may not be drawn before then.
                request_animation_frame(move || scroll_to_option(id, active));
            }
        });
    };
    let key_pressed = move |event: KeyboardEvent| {
        let has_modifier =
            event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key();
        if has_modifier || is_composing(&event) {
            return;
        }
        // A focused suggestion is a link, which the browser follows.
        if event.key() == "Enter" && has_focus(&list_id(id)) {
            return;
        }
        // Copied first: the list cannot be changed while it is borrowed.
        let active = list.read_untracked().active;
        match event.key().as_str() {
            "ArrowDown" => step(Direction::Next),
            "ArrowUp" => step(Direction::Previous),
            "Enter" => match active.and_then(|at| option(id, at)) {
                Some(option) => option.click(),
                None => {
                    close();
                    on_enter.run(());
                }
            },
            "Escape" if !list.read_untracked().suggestions.is_empty() => close(),
            "Escape" if !text.read_untracked().is_empty() => on_type.run(String::new()),
            _ => return,
        }
        event.prevent_default();
    };
    let spoken = move || match list.read().suggestions.len() {
        0 => String::new(),
        count => words::count(count, nouns::SUGGESTION),
    };
    view! {
        <search class="search-box needs-app" on:keydown=key_pressed on:focusout=left_box>
            <label class="visually-hidden" for=id>
                {search::SEARCH}
            </label>
            <Icon path=LENS />
            <input
                id=id
                class="search-box__field"
                type="text"
                role="combobox"
                aria-autocomplete="list"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=list_id(id)
                aria-activedescendant=move || list.read().active.map(|at| option_id(id, at))
                name="q"
                maxlength="200"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=search::SEARCH_HINT
                prop:value=text
                on:focus=move |_| suggestions::of::CHUNK.load(|_| ())
                on:input=typed
                on:change=move |_| left()
            />
            <kbd class="search-box__key" aria-hidden="true">{search_keys()}</kbd>
            <div
                id=list_id(id)
                class="suggestions"
                role="listbox"
                aria-label=search::SUGGESTIONS
                // Browsers let the Tab key into a box that scrolls.
                tabindex="-1"
                // Keeps the focus in the field.
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| {
                    close();
                    left();
                }
            >
                {move || is_open.get().then(|| suggestions::show(id, list))}
            </div>
            <Announcement text=Signal::derive(spoken) importance=Importance::Detail />
        </search>
    }
}

fn list_id(field: &str) -> String {
    format!("{field}-suggestions")
}

fn option(field: &str, number: usize) -> Option<HtmlElement> {
    document().get_element_by_id(&option_id(field, number))?.dyn_into().ok()
}

fn scroll_to_option(field: &str, number: usize) {
    if let Some(option) = option(field, number) {
        optional::scroll_to_nearest(&option);
    }
}

/// Whether the focus is on a descendant of the element with this id.
fn has_focus(id: &str) -> bool {
    let focused = document().active_element();
    focused
        .and_then(|focused| focused.parent_element())
        .is_some_and(|parent| matches!(Element::closest(&parent, &format!("#{id}")), Ok(Some(_))))
}
