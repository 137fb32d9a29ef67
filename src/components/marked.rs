//! Text with highlighted ranges.

use leptos::prelude::*;

use crate::text;
use crate::view::CollectAny;

/// A text with byte ranges highlighted.
#[component]
pub fn Marked(
    #[prop(into)] text: String,
    /// Ascending byte ranges.
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
