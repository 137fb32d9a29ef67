//! Inline text of the chapter.

use catalog::{Company, Inline};
use leptos::prelude::*;

use crate::view::CollectAny;

/// Inline text; its links are resources of the company.
pub fn inlines(company: &'static Company, content: &'static [Inline]) -> AnyView {
    content.iter().map(|inline| one(company, inline)).collect_any().into_any()
}

fn one(company: &'static Company, inline: &'static Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.as_str().into_any(),
        Inline::Code(text) => view! { <code>{text.as_str()}</code> }.into_any(),
        Inline::Break => view! { <br /> }.into_any(),
        Inline::Emphasis(content) => view! { <em>{inlines(company, content)}</em> }.into_any(),
        Inline::Strong(content) => {
            view! { <strong>{inlines(company, content)}</strong> }.into_any()
        }
        Inline::Strikethrough(content) => view! { <s>{inlines(company, content)}</s> }.into_any(),
        Inline::Link { resource, content } => match company.resources.get(*resource as usize) {
            Some(resource) => view! {
                <a href=resource.url.as_str() rel="noopener">
                    {inlines(company, content)}
                </a>
            }
            .into_any(),
            None => inlines(company, content),
        },
    }
}
