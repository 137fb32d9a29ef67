//! The tray: the companies that are compared, along the lower edge of every page but the comparison.

use catalog::{Company, Route, Slug};
use explore::Compared;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlUListElement};

use super::announcement::{Announcement, Importance};
use super::icon::{CROSS, Icon};
use crate::lazy::lazy;
use crate::optional;
use crate::replace::{ChangingText, Replaced};
use crate::routes::use_base;
use crate::site::use_site;
use crate::state::{CompareChange, use_compare_state, use_navigation};
use crate::text;
use crate::view::CollectAny;
use crate::wording::{compare, nouns};

lazy! {
    chunk = Extras;
    /// The tray, once a company has been chosen.
    pub fn show() -> AnyView {
        view! { <Tray /> }.into_any()
    }
}

/// Nothing while no company is chosen, and on the page of the comparison itself.
#[component]
fn Tray() -> impl IntoView {
    let state = use_compare_state();
    let (compared, route) = (state.compared(), use_navigation().route());
    let is_shown =
        Memo::new(move |_| *route.read() != Route::Compare && compared.read().count() > 0);
    let spoken = Signal::derive(move || {
        state.change().get().map_or_else(String::new, |change| words(&change, &compared.read()))
    });
    view! {
        <Announcement text=spoken importance=Importance::Detail />
        {move || is_shown.get().then(|| Replaced(view! { <Chosen /> }.into_any()))}
    }
}

#[component]
fn Chosen() -> impl IntoView {
    let (site, base, state) = (use_site(), use_base(), use_compare_state());
    let compared = state.compared();
    let list = NodeRef::<html::Ul>::new();
    let item = move |(number, company): (usize, &'static Company)| {
        let remove = move |_| {
            state.toggle(&company.slug);
            // The list is redrawn before the next frame.
            request_animation_frame(move || {
                // With the last company the tray has gone, and its list with it.
                focus_button(list.try_get_untracked().flatten().as_ref(), number);
            });
        };
        view! {
            <li class="tray__company">
                <span class="tray__name">{company.name.as_str()}</span>
                <button
                    type="button"
                    class="tray__remove"
                    aria-label=compare::remove(&company.name)
                    on:click=remove
                >
                    <Icon path=CROSS />
                </button>
            </li>
        }
    };
    let items = move || {
        let companies = compared.read().companies(site.catalog());
        Replaced(companies.into_iter().enumerate().map(item).collect_any().into_any())
    };
    let refusal = move || {
        let change = state.change().get();
        let refused = change.filter(|change| matches!(change, CompareChange::Refused(_)));
        refused.map(|change| {
            let words = words(&change, &compared.read());
            Replaced(view! { <p class="tray__full">{words}</p> }.into_any())
        })
    };
    let clear = move |_| {
        state.clear();
        request_animation_frame(|| focus_button(None, 0));
    };
    view! {
        <aside class="tray" aria-label=compare::TRAY>
            {refusal}
            <ul class="tray__companies" node_ref=list>
                {items}
            </ul>
            <a class="button tray__open" href=move || base.compare(&*compared.read())>
                {move || ChangingText(compare::compare(compared.read().count()))}
            </a>
            <button type="button" class="button button--plain tray__clear" aria-label=compare::CLEAR_ALL on:click=clear>
                {compare::CLEAR}
            </button>
        </aside>
    }
}

/// A change in words.
fn words(change: &CompareChange, compared: &Compared) -> String {
    let catalog = use_site().catalog();
    let name = |slug: &Slug| {
        catalog.company(slug.as_str()).map_or_else(|| slug.to_string(), |one| one.name.clone())
    };
    let now = || match compared.count() {
        0 => compare::NOTHING.to_owned(),
        number => compare::to_compare(&text::count(number, nouns::COMPANY)),
    };
    match change {
        CompareChange::Added(company) => compare::added(&name(company), &now()),
        CompareChange::Removed(company) => compare::removed(&name(company), &now()),
        CompareChange::Refused(company) => compare::refused(&name(company)),
        CompareChange::Cleared => now(),
    }
}

/// Moves the focus to the button at this place of the list or before it; to the heading of the page,
/// which is not scrolled to, when the tray is gone.
fn focus_button(list: Option<&HtmlUListElement>, number: usize) {
    // Without companies the list is no longer in the page.
    let list = list.filter(|list| list.is_connected());
    let buttons = list.and_then(|list| list.query_selector_all("button").ok());
    let last = buttons.as_ref().map_or(0, |buttons| buttons.length());
    let nearest = u32::try_from(number).unwrap_or(u32::MAX).min(last.saturating_sub(1));
    let button = buttons.and_then(|buttons| buttons.item(nearest));
    match button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // Only fails for an element that is not in the page.
        Some(button) => _ = button.focus(),
        None => {
            let heading = document().query_selector("main h1").ok().flatten();
            if let Some(heading) = heading {
                optional::focus_in_place(&heading);
            }
        }
    }
}
