//! Scroll position and focus across navigation.

use js_sys::Array;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollRestoration};

use super::browser::{IN_BROWSER, follow};
use super::navigation::Navigation;
use super::storage;
use super::unfolded::EntryNumber;
use super::visit::{Arrival, Visit};
use crate::optional;

/// The key of the scroll positions in `sessionStorage`, which carries them over a reload.
const KEY: &str = "casebook.place";

/// How many entries of the history keep their position over a reload.
const KEPT_POSITIONS: usize = 50;

/// In CSS pixels. Integers: reading and writing floating-point numbers would be 20 kB of the first
/// load.
type Pixels = i32;

/// Restores the scroll position and what was unfolded on Back, Forward and reload, and moves the focus
/// to the heading of a new page. On the first page of a visit the browser does both.
pub fn keep_place(navigation: Navigation) {
    if !IN_BROWSER {
        return;
    }
    let (visit, unfolded) = (navigation.visit(), navigation.unfolded());
    let positions = StoredValue::new(positions_before_load());
    let shown = StoredValue::new(visit.read_untracked().entry);
    let position_of = move |entry: EntryNumber| {
        positions.with_value(|positions| {
            positions.iter().find(|(visited, _)| *visited == entry).map(|&(_, position)| position)
        })
    };

    // The browser would scroll before the app has drawn the page. After a reload the prerendered
    // page is shown at once, so the browser scrolls.
    restore_scroll(ScrollRestoration::Manual);
    follow(ev::pageshow, |_| restore_scroll(ScrollRestoration::Manual));
    follow(ev::scroll, move |_| {
        let (entry, position) = (shown.get_value(), scroll_position());
        positions.update_value(|positions| {
            match positions.iter_mut().find(|(visited, _)| *visited == entry) {
                Some((_, last)) => *last = position,
                None => positions.push((entry, position)),
            }
        });
    });
    follow(ev::pagehide, move |_| {
        restore_scroll(ScrollRestoration::Auto);
        unfolded.note(shown.get_value());
        unfolded.carry();
        positions.with_value(|positions| {
            let lines = positions.iter().rev().take(KEPT_POSITIONS);
            let lines = lines.map(|(entry, position)| format!("{position} {entry}"));
            storage::write_for_session(KEY, &lines.collect::<Vec<_>>().join("\n"));
        });
    });

    Effect::new(move |last: Option<Visit>| {
        let visit = visit.get();
        let position = position_of(visit.entry);
        shown.set_value(visit.entry);
        let is_new_page = last.is_some_and(|last| !last.is_page_of(&visit));
        let (fragment, arrival, entry) = (visit.fragment.clone(), visit.arrival, visit.entry);
        let place = match visit.arrival {
            Arrival::Load => None,
            // The browser or the reader may have scrolled already.
            Arrival::LoadAgain => position.filter(|_| scroll_position() == 0),
            Arrival::History => Some(position.unwrap_or_default()),
            Arrival::Link => is_new_page.then_some(0),
        };
        if is_new_page {
            // The number of a new entry may have belonged to another one.
            positions.update_value(|positions| {
                if visit.arrival == Arrival::Link {
                    positions.retain(|(entry, _)| *entry != visit.entry);
                }
            });
        }
        // The height of the page is known in the next frame.
        request_animation_frame(move || {
            if is_new_page {
                focus_heading();
            }
            match arrival {
                Arrival::History => unfolded.restore(entry),
                Arrival::LoadAgain => when_live(move || unfolded.restore(entry)),
                Arrival::Load | Arrival::Link => {}
            }
            if let Some(place) = place {
                scroll_to(place);
            }
            if is_new_page && place == Some(0) {
                scroll_to_element(&fragment);
            }
            match arrival {
                Arrival::Load | Arrival::LoadAgain => when_live(move || mark(&fragment)),
                Arrival::Link | Arrival::History => mark(&fragment),
            }
        });
        visit
    });
}

/// Calls `then` once the app is in the place of the prerendered page; never if it does not start.
fn when_live(then: impl FnOnce() + 'static) {
    let root = document().document_element();
    match root.and_then(|root| root.get_attribute("data-app")).as_deref() {
        Some("starting") => request_animation_frame(move || when_live(then)),
        Some("lost") => {}
        _ => then(),
    }
}

fn restore_scroll(restoration: ScrollRestoration) {
    if let Ok(history) = window().history() {
        // Unknown to old browsers, which then scroll themselves.
        let _ = history.set_scroll_restoration(restoration);
    }
}

fn scroll_position() -> Pixels {
    // Browsers give fractions of a pixel.
    #[expect(clippy::cast_possible_truncation, reason = "saturates, which is as far as it goes")]
    let position = window().scroll_y().unwrap_or_default() as Pixels;
    position
}

fn scroll_to(position: Pixels) {
    window().scroll_to_with_x_and_y(0.0, f64::from(position));
}

/// Scrolls to the element with this id, if there is one.
fn scroll_to_element(fragment: &str) {
    if let Some(element) = document().get_element_by_id(fragment) {
        optional::call(&element, "scrollIntoView", &Array::new());
    }
}

/// Marks the element with this id as what the address names, and no other: `:target` does not follow
/// addresses that the app sets, nor the app's own elements.
fn mark(fragment: &str) {
    const MARK: &str = "data-marked";
    if let Ok(Some(marked)) = document().query_selector(&format!("[{MARK}]")) {
        // Fails only for a name that is none.
        let _ = marked.remove_attribute(MARK);
    }
    if let Some(element) = document().get_element_by_id(fragment) {
        let _ = element.set_attribute(MARK, "");
        // Not every browser unfolds what an address leads into.
        if let Ok(Some(folded)) = element.closest("details:not([open])") {
            let _ = folded.set_attribute("open", "");
            scroll_to_element(fragment);
        }
    }
}

/// The scroll positions of this tab before a reload. Lines that cannot be parsed are ignored.
fn positions_before_load() -> Vec<(EntryNumber, Pixels)> {
    let kept = storage::read_for_session(KEY).unwrap_or_default();
    let positions = kept.lines().rev().filter_map(|line| {
        let (position, entry) = line.split_once(' ')?;
        Some((entry.parse().ok()?, position.parse().ok()?))
    });
    positions.collect()
}

/// Focuses the heading of the page, so that screen readers announce it.
fn focus_heading() {
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Fails only for a heading that is not focusable.
        let _ = heading.focus_with_options(&options);
    }
}
