//! Headings that can be linked to.

use leptos::prelude::*;

use crate::wording::company;

/// A heading with a link to itself beside it: inside, the link would be part of the heading's name.
#[component]
pub fn SectionTitle(#[prop(into)] id: String, #[prop(into)] title: String) -> impl IntoView {
    view! {
        <div class="heading">
            <h2 id=id.clone() class="section__title">
                {title.clone()}
            </h2>
            <HeadingLink id words=title />
        </div>
    }
}

/// A link to a heading.
#[component]
pub fn HeadingLink(
    id: String,
    /// The words of the heading.
    words: String,
) -> impl IntoView {
    view! {
        <a class="heading__link" href=format!("#{id}") aria-label=company::link_to(&words)>
            "#"
        </a>
    }
}
