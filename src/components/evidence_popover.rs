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
use crate::state::{IN_BROWSER, follow, is_composing, use_navigation};

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

/// Closes the opened chip on Escape, on a click outside of it, and when Tab leads to something that it may
/// cover. A link that is followed leaves it open: it is open when the reader comes back.
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
    follow(ev::keyup, move |event| {
        if event.key() == "Tab"
            && let Some(chip) = opened()
            && !holds(&chip, event.target())
        {
            chip.set_open(false);
        }
    });
    follow(ev::click, move |event| {
        if let Some(chip) = opened()
            && !event.default_prevented()
            && !holds(&chip, event.target())
        {
            chip.set_open(false);
            // Unless something else has taken it.
            let focused = document().active_element();
            let is_lost = focused.is_none_or(|focused| {
                focused.local_name() == "body" || chip.contains(Some(&focused))
            });
            if is_lost {
                focus_label(&chip);
            }
        }
    });
    // A link to the same page.
    let search = use_navigation().search();
    Effect::watch(
        move || search.track(),
        move |(), _, _| {
            if let Some(chip) = opened() {
                chip.set_open(false);
            }
        },
        false,
    );
}

fn holds(chip: &HtmlDetailsElement, target: Option<EventTarget>) -> bool {
    target.is_some_and(|target| chip.contains(target.dyn_ref::<Node>()))
}

fn focus_label(chip: &Element) {
    if let Ok(Some(label)) = chip.query_selector("summary") {
        optional::focus_in_place(&label);
    }
}
