//! Monograms in place of company logos: logos are trademarks, and loading one from another site
//! would disclose the visit.

use leptos::prelude::*;

use crate::text;

/// The initials of a name on a tile, hidden from screen readers.
#[component]
pub fn Monogram(#[prop(into)] name: String) -> impl IntoView {
    view! {
        <span class="monogram" aria-hidden="true">
            {text::monogram(&name)}
        </span>
    }
}
