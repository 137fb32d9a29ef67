//! A technology as a chip that opens to its evidence.

use catalog::{Company, Tag, Technology};
use leptos::html;
use leptos::prelude::*;

use super::evidence_popover::show_popover;
use crate::lazy::LazyView;
use crate::state::IN_BROWSER;
use crate::text;
use crate::wording::grid;

/// What a chip is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChipName {
    /// By its technology; a weak grade is added.
    #[default]
    Technology,
    /// By its grade, where the technology is named beside it. Screen readers hear both.
    Grade,
}

/// A technology of a company, which opens to a popover. A weak grade is written out and drawn with a
/// dashed border, so it does not depend on colour. One chip of a page is open at a time.
#[component]
pub fn TechnologyChip(
    company: &'static Company,
    tag: &'static Tag,
    technology: &'static Technology,
    /// Whether the reader asks for it; then it is filled.
    #[prop(optional)]
    is_asked_for: bool,
    /// The technology to name as what it is a part of.
    #[prop(optional_no_strip)]
    whole: Option<&'static Technology>,
    #[prop(optional)] name: ChipName,
) -> impl IntoView {
    let grade = tag.grade();
    // The grid has hundreds of chips, few of which are ever opened. Prerendered pages have the
    // evidence all the same: they may be read without scripts.
    let body = LazyView::of(show_popover::CHUNK);
    let chip = NodeRef::<html::Details>::new();
    if !IN_BROWSER {
        body.want();
    }
    view! {
        <details
            class=format!("chip role--{}", technology.role.as_str())
            class:chip--weak=!grade.is_strong()
            class:chip--asked=is_asked_for
            name="words"
            node_ref=chip
            on:toggle=move |_| body.want()
        >
            <summary class="chip__label">
                <span class:visually-hidden=name == ChipName::Grade>{text::short_name(technology)}</span>
                {whole.map(|whole| view! { <span class="chip__grade">{grid::part_of(text::short_name(whole))}</span> }.into_any())}
                {(name == ChipName::Grade || !grade.is_strong()).then(|| view! { <span class="chip__grade">{grade.label()}</span> }.into_any())}
            </summary>
            {move || body.show(|| show_popover(chip, company, tag, technology))}
        </details>
    }
}
