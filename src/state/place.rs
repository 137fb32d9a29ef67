//! Where the reader is in a page: scroll and focus across navigation. The router keeps neither.

use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, PerformanceNavigation, ScrollRestoration};

use super::storage;

/// Where the place is kept while the page is loaded again.
const KEY: &str = "casebook.place";

/// How many addresses keep their place over a reload.
const KEPT_POSITIONS: usize = 50;

/// How far a page is scrolled, in whole CSS pixels. Numbers with fractions would bring the tables
/// that read and write them, 20 kB of the first load.
type Pixels = i32;

/// The address that Back or Forward led to, until a page takes note of it.
#[derive(Clone, Copy)]
pub struct HistoryArrival(StoredValue<Option<String>>);

impl HistoryArrival {
    /// Watches for Back and Forward. To be called before the router is made: on `window` listeners
    /// run in the order in which they came, effects run between two of them, and by then it must
    /// be known how the page was reached.
    #[must_use]
    pub fn watch() -> Self {
        let arrived = StoredValue::new(None);
        let popped = window_event_listener(ev::popstate, move |_| {
            let location = window().location();
            // Both can only be refused to another origin.
            let (path, search) = (location.pathname().ok(), location.search().ok());
            arrived.set_value(path.zip(search).map(|(path, search)| address(&path, &search)));
        });
        on_cleanup(move || popped.remove());
        Self(arrived)
    }

    /// Whether this address was reached so. A jump within a page tells of Back as well, but leads
    /// to no new address, so what is left of it counts for none.
    fn take(self, address: &str) -> bool {
        self.0.try_update_value(Option::take).flatten().as_deref() == Some(address)
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
    let positions = StoredValue::new(positions_before_load());
    let address = Memo::new({
        let location = location.clone();
        move |_| address(&location.pathname.read(), &location.search.read())
    });
    let shown = StoredValue::new(address.get_untracked());
    let position_of = move |address: &str| {
        positions.with_value(|positions| {
            let left = positions.iter().find(|(visited, _)| visited == address);
            left.map(|&(_, position)| position)
        })
    };

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
        positions.with_value(|positions| {
            let lines = positions.iter().rev().take(KEPT_POSITIONS);
            let lines = lines.map(|(address, position)| format!("{position} {address}"));
            storage::write_for_session(KEY, &lines.collect::<Vec<_>>().join("\n"));
        });
    });
    on_cleanup(move || {
        scrolled.remove();
        left.remove();
    });
    if let Some(position) = position_of(&shown.get_value()).filter(|_| is_opened_again()) {
        request_animation_frame(move || scroll_to(position));
    }

    Effect::new(move |last: Option<(String, String)>| {
        let (pathname, address) = (location.pathname.get(), address.get());
        let by_history = arrival.take(&address);
        shown.set_value(address.clone());
        if let Some((last_pathname, last_address)) = last {
            let new_page = last_pathname != pathname;
            let position = position_of(&address);
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

/// Whether the page is open again by a reload, or by Back from another site.
fn is_opened_again() -> bool {
    let again = [PerformanceNavigation::TYPE_RELOAD, PerformanceNavigation::TYPE_BACK_FORWARD];
    window().performance().is_some_and(|p| again.contains(&p.navigation().type_()))
}

/// How far the addresses of this tab were scrolled before the page was loaded again. A line that
/// cannot be read stands for nothing.
fn positions_before_load() -> Vec<(String, Pixels)> {
    let kept = storage::read_for_session(KEY).unwrap_or_default();
    let positions = kept.lines().rev().filter_map(|line| {
        let (position, address) = line.split_once(' ')?;
        Some((address.to_owned(), position.parse().ok()?))
    });
    positions.collect()
}

/// What stands for a view: its path and query, whether or not that begins with its `?`.
fn address(path: &str, search: &str) -> String {
    format!("{path}?{}", search.trim_start_matches('?'))
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
