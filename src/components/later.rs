//! A piece of a page that waits for a step of its own while the first page is drawn.

use leptos::prelude::*;

use crate::state::next_step;
use crate::view::maybe;

/// Draws its content with the next step of the first page; at once on every other page.
#[component]
pub fn Later(children: ChildrenFn) -> impl IntoView {
    let is_drawn = next_step();
    move || maybe(is_drawn.get().then(|| children()))
}
