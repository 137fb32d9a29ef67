//! Texts for screen readers that do not move the focus.

use std::time::Duration;

use leptos::prelude::*;

use crate::replace::ChangingText;

/// How long a text must stay unchanged before it is announced.
const PAUSE_BEFORE_ANNOUNCING: Duration = Duration::from_millis(600);

/// Whether an announcement is the page's status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Importance {
    /// The page's status.
    #[default]
    Status,
    /// A detail; another announcement is the page's status.
    Detail,
}

/// Has screen readers announce a text whenever it has changed, debounced.
#[component]
pub fn Announcement(
    text: Signal<String>,
    #[prop(optional)] importance: Importance,
) -> impl IntoView {
    let (announced, announce) = signal(String::new());
    let mut announce_later =
        leptos::leptos_dom::helpers::debounce(PAUSE_BEFORE_ANNOUNCING, move |text| {
            // The page may have been left by then.
            let _ = announce.try_set(text);
        });
    Effect::new(move |_| announce_later(text.get()));
    let role = (importance == Importance::Status).then_some("status");
    view! {
        <p class="visually-hidden" role=role aria-live="polite">
            {move || ChangingText(announced.get())}
        </p>
    }
}
