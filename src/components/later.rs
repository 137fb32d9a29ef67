//! Content that is a batch of its own while the first page is drawn.

use leptos::prelude::*;

use crate::state::next_batch;
use crate::view::maybe;

/// Draws its content with the next batch of the first page; on every other page at once.
#[component]
pub fn Later(children: ChildrenFn) -> impl IntoView {
    let is_drawn = next_batch();
    move || maybe(is_drawn.get().then(|| children()))
}
