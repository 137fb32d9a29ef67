//! Where the reader is in a page: scroll and focus across navigation. The router keeps neither.

use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, PerformanceNavigation, ScrollRestoration};

use super::storage;

/// Where the place is kept while the page is loaded again.
const KEY: &str = "casebook.place";

/// How far a page is scrolled, in whole CSS pixels. Numbers with fractions would bring the tables
/// that read and write them, 20 kB of the first load.
type Pixels = i32;

/// Whether the page that is about to be shown was reached by Back or Forward.
#[derive(Clone, Copy)]
pub struct HistoryArrival(StoredValue<bool>);

impl HistoryArrival {
    /// Watches for Back and Forward. To be called before the router is made: on `window` listeners
    /// run in the order in which they came, effects run between two of them, and by then it must
    /// be known how the page was reached.
    #[must_use]
    pub fn watch() -> Self {
        let arrived = StoredValue::new(false);
        let popped = window_event_listener(ev::popstate, move |_| arrived.set_value(true));
        on_cleanup(move || popped.remove());
        Self(arrived)
    }

    /// Whether it was, and forgets it.
    fn take(self) -> bool {
        let arrived = self.0.get_value();
        self.0.set_value(false);
        arrived
    }
}

/// Remembers how far each address was scrolled, scrolls back there on Back and Forward, and moves
/// the focus to the heading of a new page.
///
/// On the first page nothing moves: the browser has put the reader where they asked to be.
///
/// # Panics
/// Outside of a router.
pub fn keep_place(arrival: HistoryArrival) {
    let location = use_location();
    let positions = StoredValue::new(Vec::<(String, Pixels)>::new());
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
        let position = scroll_position();
        positions.update_value(|positions| {
            let address = shown.get_value();
            match positions.iter_mut().find(|(visited, _)| *visited == address) {
                Some((_, last)) => *last = position,
                None => positions.push((address, position)),
            }
        });
    });
    let left = window_event_listener(ev::pagehide, move |_| {
        let position = scroll_position();
        storage::write_for_session(KEY, &format!("{position} {}", shown.get_value()));
    });
    on_cleanup(move || {
        scrolled.remove();
        left.remove();
    });
    if let Some(position) = position_before_reload(&shown.get_value()) {
        request_animation_frame(move || scroll_to(position));
    }

    Effect::new(move |last: Option<(String, String)>| {
        let (pathname, address) = (location.pathname.get(), address.get());
        let by_history = arrival.take();
        shown.set_value(address.clone());
        if let Some((last_pathname, last_address)) = last {
            let new_page = last_pathname != pathname;
            let position = positions.with_value(|positions| {
                let left = positions.iter().find(|(visited, _)| *visited == address);
                left.map(|&(_, position)| position)
            });
            if new_page || (by_history && last_address != address) {
                // The page is drawn in the same frame; its height is known in the next.
                request_animation_frame(move || {
                    if new_page {
                        focus_heading();
                    }
                    if by_history {
                        scroll_to(position.unwrap_or_default());
                    }
                });
            }
        }
        (pathname, address)
    });
}

fn scroll_position() -> Pixels {
    // The browser counts in fractions, also below a pixel; the nearest pixel is near enough.
    #[expect(clippy::cast_possible_truncation, reason = "saturates, which is as far as it goes")]
    let position = window().scroll_y().unwrap_or_default() as Pixels;
    position
}

fn scroll_to(position: Pixels) {
    window().scroll_to_with_x_and_y(0.0, f64::from(position));
}

/// How far this address was scrolled when it was left, if the page is open again by a reload or
/// by Back from another site.
fn position_before_reload(address: &str) -> Option<Pixels> {
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
