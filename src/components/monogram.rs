//! The letters that stand in for a company's logo: logos are trademarks, and another site's
//! picture would tell that site of the visit.

use leptos::prelude::*;

use crate::text;

/// The letters of a name on a tile; decoration beside the name itself.
#[component]
pub fn Monogram(
    /// The company's name.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    view! {
        <span class="monogram" aria-hidden="true">
            {text::monogram(&name)}
        </span>
    }
}
