//! The end of a grid of which only a part is drawn.

use explore::CheckedFilter;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::lazy::lazy;
use crate::replace::ChangingText;
use crate::state::use_grown;
use crate::wording::grid;

lazy! {
    chunk = Extras;
    /// Draws more cards as the reader scrolls. Says how many of all are drawn, with a button for those
    /// who do not scroll.
    pub fn show(filter: Memo<CheckedFilter>, drawn: Memo<usize>, total: Memo<usize>) -> AnyView {
        view! { <MoreCards filter drawn total /> }.into_any()
    }
}

#[component]
fn MoreCards(filter: Memo<CheckedFilter>, drawn: Memo<usize>, total: Memo<usize>) -> impl IntoView {
    let grown = use_grown();
    let is_whole = Memo::new(move |_| drawn.get() >= total.get());
    grown.grow_near_the_end(filter, is_whole);
    let more = move |_| {
        let first = drawn.get_untracked();
        grown.grow(&filter.read_untracked());
        request_animation_frame(move || focus_card(first));
    };
    view! {
        <div class="more-cards" hidden=is_whole>
            <p class="muted">
                {move || ChangingText(grid::part_of_companies(drawn.get(), total.get()))}
            </p>
            <button type="button" class="button" on:click=more>
                {grid::SHOW_MORE}
            </button>
        </div>
    }
}

/// Moves the focus to the link of card number `at`, from 0 on: the reader goes on with what is new.
fn focus_card(at: usize) {
    let link = format!(".grid > li:nth-child({}) .card__link", at + 1);
    let link = document().query_selector(&link).ok().flatten();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        // Only fails for an element that is not in the page.
        let _ = link.focus();
    }
}
