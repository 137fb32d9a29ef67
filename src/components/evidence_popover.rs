//! The popover of a technology chip: its evidence, over the page. It is the content of a `<details>`,
//! so it opens and closes without scripts too; `style/components/chip.css` lays it over the page.

use catalog::{Company, Tag, Technology};
use leptos::html::Details;
use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlDetailsElement, Node};

use super::evidence::{EvidenceDetail, TagBody};
use crate::lazy::lazy;
use crate::optional;
use crate::state::{IN_BROWSER, follow, is_composing};

lazy! {
    chunk = Extras;
    /// The evidence behind a chip, loaded on demand and brief in prerendered pages.
    pub fn show_popover(
        chip: NodeRef<Details>,
        company: &'static Company,
        tag: &'static Tag,
        technology: &'static Technology
    ) -> AnyView {
        close_on_leaving(chip);
        let extent = if IN_BROWSER { EvidenceDetail::Full } else { EvidenceDetail::Brief };
        view! { <TagBody company tag technology extent /> }.into_any()
    }
}

/// Closes the opened chip on Escape, on a click outside of it, and when the focus moves from inside of it
/// to something that it may cover.
fn close_on_leaving(chip: NodeRef<html::Details>) {
    let opened = move || chip.get_untracked().filter(|chip| chip.open());
    follow(ev::keydown, move |event| {
        if event.key() == "Escape"
            && !event.default_prevented()
            && !is_composing(&event)
            && let Some(chip) = opened()
        {
            event.prevent_default();
            chip.set_open(false);
            focus_label(&chip);
        }
    });
    follow(ev::click, move |event| {
        if let Some(chip) = opened()
            && !holds(&chip, event.target())
        {
            close_later(chip);
        }
    });
    follow(ev::focusout, move |event| {
        // Without an element that takes the focus, the window has lost it, or a click has hit text.
        if let Some(chip) = opened()
            && holds(&chip, event.target())
            && event.related_target().is_some()
            && !holds(&chip, event.related_target())
        {
            close_later(chip);
        }
    });
}

/// Closes a chip once the event is over: where the event leads to another page, the chip is open
/// there when the reader comes back. The focus returns to the chip unless something else has taken it.
fn close_later(chip: HtmlDetailsElement) {
    request_animation_frame(move || {
        if !chip.is_connected() {
            return;
        }
        chip.set_open(false);
        let focused = document().active_element();
        let is_lost = focused
            .is_none_or(|focused| focused.local_name() == "body" || chip.contains(Some(&focused)));
        if is_lost {
            focus_label(&chip);
        }
    });
}

fn holds(chip: &HtmlDetailsElement, target: Option<EventTarget>) -> bool {
    target.is_some_and(|target| chip.contains(target.dyn_ref::<Node>()))
}

fn focus_label(chip: &Element) {
    if let Ok(Some(label)) = chip.query_selector("summary") {
        optional::focus_in_place(&label);
    }
}
