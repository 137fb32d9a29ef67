//! A modal dialog.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::icon::{CROSS, Icon};
use crate::optional;
use crate::wording::shell;

/// A modal dialog. Escape, a click outside, its button and any link in it close it; the browser
/// then restores the focus.
#[component]
pub fn Modal(is_open: RwSignal<bool>, label: &'static str, children: Children) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if is_open.get() {
            optional::show_modal(&dialog);
        } else {
            optional::close(&dialog);
        }
    });
    let close_behind_link = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| matches!(target.closest("a"), Ok(Some(_)))) {
            is_open.set(false);
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class="modal"
            aria-label=label
            closedby="any"
            on:close=move |_| is_open.set(false)
            on:click=close_behind_link
        >
            <h2 class="modal__title">{label}</h2>
            {children()}
            <button
                type="button"
                class="button button--plain modal__close"
                aria-label=shell::CLOSE_DIALOG
                on:click=move |_| is_open.set(false)
            >
                <Icon path=CROSS />
            </button>
        </dialog>
    }
}
