//! A part of a page that can wait while the first page is drawn.

use leptos::prelude::*;

use crate::state::is_drawn;
use crate::view::maybe;

/// Draws its content with a later step of the first page; at once on every other page.
#[component]
pub fn Later(
    /// With which step.
    step: usize,
    /// What waits.
    children: ChildrenFn,
) -> impl IntoView {
    let is_drawn = is_drawn(step);
    move || maybe(is_drawn.get().then(|| children()))
}
