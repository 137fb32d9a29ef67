//! Whether the code runs in a browser; prerendering runs the same components without one.

use leptos::prelude::{on_cleanup, window_event_listener};
use leptos::tachys::html::event::EventDescriptor;
use wasm_bindgen::JsCast;

/// Whether this build runs in a browser. The native build only prerenders: no events, no storage.
pub const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

/// Listens to an event of the window until the current owner is disposed of.
pub fn follow<Event>(event: Event, handler: impl Fn(Event::EventType) + 'static)
where
    Event: EventDescriptor + 'static,
    Event::EventType: JsCast,
{
    if IN_BROWSER {
        let listener = window_event_listener(event, handler);
        on_cleanup(move || listener.remove());
    }
}
