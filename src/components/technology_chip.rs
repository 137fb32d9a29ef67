//! A technology's name with how well it is proved, which opens to the words it rests on.

use catalog::{Company, Tag, Technology};
use leptos::prelude::*;

use super::evidence::show_body;
use crate::lazy::{Chunk, LazyView};
use crate::state::IN_BROWSER;
use crate::text;

/// A technology of a company as a small label. A weak grade is said in words and drawn with a
/// broken line, so it needs no colour. Of all chips on a page one is open at a time.
#[component]
pub fn TechnologyChip(
    /// The company.
    company: &'static Company,
    /// Its tag.
    tag: &'static Tag,
    /// The tag's technology.
    technology: &'static Technology,
) -> impl IntoView {
    let grade = tag.grade();
    // Hundreds of chips stand in the grid, and few are ever opened. A page that is written out ahead
    // has to hold their words all the same: it may be read without scripts.
    let body = LazyView::of(Chunk::Extras);
    if !IN_BROWSER {
        body.want();
    }
    view! {
        <details
            class=format!("chip role--{}", technology.role.as_str())
            class:chip--weak=!grade.is_strong()
            name="words"
            on:toggle=move |_| body.want()
        >
            <summary class="chip__label">
                {text::short_name(technology)}
                {(!grade.is_strong()).then(|| view! { <span class="chip__grade">{grade.label()}</span> }.into_any())}
            </summary>
            {move || body.show(|| show_body(company, tag, technology))}
        </details>
    }
}
