//! Where the reader is in a page: scroll and focus across navigation.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollRestoration};

use super::browser::{IN_BROWSER, follow};
use super::navigation::{Arrival, Navigation, Step, Visit};
use super::storage;

/// Where the places are kept while the page is loaded again.
const KEY: &str = "casebook.place";

/// How many steps of the history keep their place over a reload.
const KEPT_POSITIONS: usize = 50;

/// How far a page is scrolled, in whole CSS pixels. Numbers with fractions would bring the tables
/// that read and write them, 20 kB of the first load.
type Pixels = i32;

/// Remembers how far each step of the history was scrolled, scrolls back there on Back, Forward
/// and reload, and moves the focus to the heading of a new page.
///
/// On the first page nothing moves: the browser has put the reader where they asked to be.
pub fn keep_place(navigation: Navigation) {
    if !IN_BROWSER {
        return;
    }
    let visit = navigation.visit();
    let positions = StoredValue::new(positions_before_load());
    let shown = StoredValue::new(visit.read_untracked().step);
    let position_of = move |step: Step| {
        positions.with_value(|positions| {
            positions.iter().find(|(visited, _)| *visited == step).map(|&(_, position)| position)
        })
    };

    // The browser would scroll before the page that it scrolls is there. Only a page that it loads
    // anew is there at once, so there the browser is the first to know the place.
    restore_scroll(ScrollRestoration::Manual);
    follow(ev::pageshow, |_| restore_scroll(ScrollRestoration::Manual));
    follow(ev::scroll, move |_| {
        let (step, position) = (shown.get_value(), scroll_position());
        positions.update_value(|positions| {
            match positions.iter_mut().find(|(visited, _)| *visited == step) {
                Some((_, last)) => *last = position,
                None => positions.push((step, position)),
            }
        });
    });
    follow(ev::pagehide, move |_| {
        restore_scroll(ScrollRestoration::Auto);
        positions.with_value(|positions| {
            let lines = positions.iter().rev().take(KEPT_POSITIONS);
            let lines = lines.map(|(step, position)| format!("{position} {step}"));
            storage::write_for_session(KEY, &lines.collect::<Vec<_>>().join("\n"));
        });
    });

    Effect::new(move |last: Option<Visit>| {
        let visit = visit.get();
        let position = position_of(visit.step);
        shown.set_value(visit.step);
        let is_new_page = last.is_some_and(|last| !last.is_page_of(&visit));
        let fragment = visit.fragment.clone();
        let place = match visit.arrival {
            Arrival::Load => None,
            // The browser has scrolled already, and the reader may have since.
            Arrival::LoadAgain => position.filter(|_| scroll_position() == 0),
            Arrival::History => Some(position.unwrap_or_default()),
            Arrival::Link => is_new_page.then_some(0),
        };
        if is_new_page {
            // A step that is made anew has no place of its own yet.
            positions.update_value(|positions| {
                if visit.arrival == Arrival::Link {
                    positions.retain(|(step, _)| *step != visit.step);
                }
            });
        }
        // The page is drawn in the same frame; its height is known in the next.
        request_animation_frame(move || {
            if is_new_page {
                focus_heading();
            }
            if let Some(place) = place {
                scroll_to(place);
            }
            if is_new_page && place == Some(0) {
                scroll_to_element(&fragment);
            }
        });
        visit
    });
}

fn restore_scroll(restoration: ScrollRestoration) {
    if let Ok(history) = window().history() {
        // A browser that does not know the choice does as it likes.
        let _ = history.set_scroll_restoration(restoration);
    }
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

/// Jumps to the element that a fragment names, where there is one.
fn scroll_to_element(fragment: &str) {
    if let Some(element) = document().get_element_by_id(fragment) {
        element.scroll_into_view();
    }
}

/// How far the steps of this tab were scrolled before the page was loaded again. A line that
/// cannot be read stands for nothing.
fn positions_before_load() -> Vec<(Step, Pixels)> {
    let kept = storage::read_for_session(KEY).unwrap_or_default();
    let positions = kept.lines().rev().filter_map(|line| {
        let (position, step) = line.split_once(' ')?;
        Some((step.parse().ok()?, position.parse().ok()?))
    });
    positions.collect()
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
