//! What a screen reader is told without moving the focus.

use std::time::Duration;

use leptos::prelude::*;

/// How long a text must rest before it is told.
const PAUSE_BEFORE_ANNOUNCING: Duration = Duration::from_millis(600);

/// Tells a screen reader a text each time that it changed and rests.
#[component]
pub fn Announcement(
    /// What is told.
    text: Signal<String>,
    /// Whether the page's status is told elsewhere, and this beside it.
    #[prop(optional)]
    is_beside: bool,
) -> impl IntoView {
    let (announced, announce) = signal(String::new());
    let mut announce_later =
        leptos::leptos_dom::helpers::debounce(PAUSE_BEFORE_ANNOUNCING, move |text| {
            // The page may have been left by then.
            let _ = announce.try_set(text);
        });
    Effect::new(move |_| announce_later(text.get()));
    view! {
        <p class="visually-hidden" role=(!is_beside).then_some("status") aria-live="polite">
            {announced}
        </p>
    }
}
