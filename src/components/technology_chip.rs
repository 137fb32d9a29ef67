//! A technology as a chip that opens to its evidence.

use catalog::{Company, Tag, Technology};
use leptos::prelude::*;

use super::evidence::show_body;
use crate::lazy::LazyView;
use crate::state::IN_BROWSER;
use crate::text;

/// A technology of a company. A weak grade is written out and drawn with a dashed border, so it
/// does not depend on colour. One chip of a page is open at a time.
#[component]
pub fn TechnologyChip(
    company: &'static Company,
    tag: &'static Tag,
    technology: &'static Technology,
) -> impl IntoView {
    let grade = tag.grade();
    // The grid has hundreds of chips, few of which are ever opened. Prerendered pages have the
    // evidence all the same: they may be read without scripts.
    let body = LazyView::of(show_body::CHUNK);
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
