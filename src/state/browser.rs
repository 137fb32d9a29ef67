//! Whether there is a browser around. Prerendering runs the same components without one.

use leptos::prelude::{on_cleanup, window_event_listener};
use leptos::tachys::html::event::EventDescriptor;
use wasm_bindgen::JsCast;

/// Whether this runs in a browser. Elsewhere pages are only written out: nobody clicks, and nothing
/// is stored.
pub const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

/// Calls `handler` for each event of the window until the current owner is gone.
pub(super) fn follow<Event>(event: Event, handler: impl Fn(Event::EventType) + 'static)
where
    Event: EventDescriptor + 'static,
    Event::EventType: JsCast,
{
    if IN_BROWSER {
        let listener = window_event_listener(event, handler);
        on_cleanup(move || listener.remove());
    }
}
