//! A technology as a chip that opens to its evidence.

use catalog::{Company, Tag, Technology};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::evidence::show_body;
use crate::lazy::LazyView;
use crate::state::{IN_BROWSER, is_composing};
use crate::text;

/// A technology of a company. A weak grade is written out and drawn with a dashed border, so it
/// does not depend on colour. One chip of a page is open at a time.
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
            class:chip--asked=is_asked_for
            name="words"
            on:toggle=move |_| body.want()
            on:keydown=close_on_escape
        >
            <summary class="chip__label">
                {text::short_name(technology)}
                {whole.map(|whole| view! { <span class="chip__grade">{format!("part of {}", text::short_name(whole))}</span> }.into_any())}
                {(!grade.is_strong()).then(|| view! { <span class="chip__grade">{grade.label()}</span> }.into_any())}
            </summary>
            {move || body.show(|| show_body(company, tag, technology))}
        </details>
    }
}

/// Escape closes the opened chip, with the focus on its label.
fn close_on_escape(event: KeyboardEvent) {
    let chip = event.current_target().and_then(|chip| chip.dyn_into::<Element>().ok());
    if let Some(chip) = chip
        && event.key() == "Escape"
        && !is_composing(&event)
        && chip.has_attribute("open")
    {
        event.prevent_default();
        // Neither fails for a name and a selector that are valid.
        let _ = chip.remove_attribute("open");
        if let Ok(Some(label)) = chip.query_selector("summary")
            && let Ok(label) = label.dyn_into::<HtmlElement>()
        {
            let _ = label.focus();
        }
    }
}
