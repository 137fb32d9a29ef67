//! Text with the words that matter marked.

use leptos::prelude::*;

use crate::text;
use crate::view::CollectAny;

/// A text in which byte ranges are marked.
#[component]
pub fn Marked(
    /// The whole text.
    #[prop(into)]
    text: String,
    /// Ascending byte ranges to mark.
    marks: Vec<(u32, u32)>,
) -> impl IntoView {
    text::marked(&text, &marks)
        .into_iter()
        .map(|(piece, is_marked)| {
            let piece = piece.to_owned();
            if is_marked { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() }
        })
        .collect_any()
}
