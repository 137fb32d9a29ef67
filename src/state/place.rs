//! Where the reader is in a page: scroll and focus across navigation. The router keeps neither.

use std::collections::HashMap;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, PerformanceNavigation, ScrollRestoration};

use super::storage;

/// Where the place is kept while the page is loaded again.
const KEY: &str = "casebook.place";

/// Remembers how far each address was scrolled, scrolls back there on Back and Forward, and moves
/// the focus to the heading of a new page.
///
/// On the first page nothing moves: the browser has put the reader where they asked to be.
///
/// # Panics
/// Outside of a router.
pub fn keep_place() {
    let location = use_location();
    let positions = StoredValue::new(HashMap::<String, f64>::new());
    let arrived_by_history = StoredValue::new(false);
    let address = Memo::new({
        let location = location.clone();
        move |_| format!("{}?{}", location.pathname.read(), location.search.read())
    });
    let shown = StoredValue::new(address.get_untracked());

    // The browser would scroll before the page that it scrolls is there.
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    let scrolled = window_event_listener(ev::scroll, move |_| {
        let position = window().scroll_y().unwrap_or_default();
        positions.update_value(|positions| {
            positions.insert(shown.get_value(), position);
        });
    });
    let popped = window_event_listener(ev::popstate, move |_| arrived_by_history.set_value(true));
    let left = window_event_listener(ev::pagehide, move |_| {
        let position = window().scroll_y().unwrap_or_default();
        storage::write_for_session(KEY, &format!("{position} {}", shown.get_value()));
    });
    on_cleanup(move || {
        scrolled.remove();
        popped.remove();
        left.remove();
    });
    if let Some(position) = position_before_reload(&shown.get_value()) {
        request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, position));
    }

    Effect::new(move |last: Option<(String, String)>| {
        let (pathname, address) = (location.pathname.get(), address.get());
        let by_history = arrived_by_history.get_value();
        arrived_by_history.set_value(false);
        shown.set_value(address.clone());
        if let Some((last_pathname, last_address)) = last {
            let new_page = last_pathname != pathname;
            let position = positions.with_value(|positions| positions.get(&address).copied());
            if new_page || (by_history && last_address != address) {
                // The page is drawn in the same frame; its height is known in the next.
                request_animation_frame(move || {
                    if new_page {
                        focus_heading();
                    }
                    if by_history {
                        window().scroll_to_with_x_and_y(0.0, position.unwrap_or_default());
                    }
                });
            }
        }
        (pathname, address)
    });
}

/// How far this address was scrolled when it was left, if the page is open again by a reload or
/// by Back from another site.
fn position_before_reload(address: &str) -> Option<f64> {
    let how_opened = window().performance()?.navigation().type_();
    let again = [PerformanceNavigation::TYPE_RELOAD, PerformanceNavigation::TYPE_BACK_FORWARD];
    if !again.contains(&how_opened) {
        return None;
    }
    let left = storage::read_for_session(KEY)?;
    let (position, left_address) = left.split_once(' ')?;
    if left_address == address { position.parse().ok() } else { None }
}

/// Moves the focus to the page's heading, which also makes a screen reader announce the page.
fn focus_heading() {
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A heading that cannot take the focus leaves it where it was.
        let _ = heading.focus_with_options(&options);
    }
}
