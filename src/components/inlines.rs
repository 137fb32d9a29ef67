//! Inline text of the chapter.

use std::cell::Cell;

use catalog::{Company, Inline};
use explore::Mention;
use leptos::prelude::*;

use crate::routes::use_base;
use crate::view::CollectAny;

/// The inline text of a block. Links are to resources of the company, technologies to their pages.
pub fn inlines(
    company: &'static Company,
    content: &'static [Inline],
    mentions: &[Mention<'static>],
) -> AnyView {
    DrawnWords { company, mentions, at: Cell::new(0) }.show(content)
}

/// The words of a block, as they are drawn from the first to the last.
struct DrawnWords<'m> {
    company: &'static Company,
    mentions: &'m [Mention<'static>],
    /// How many bytes of its words are drawn.
    at: Cell<usize>,
}

impl DrawnWords<'_> {
    fn show(&self, content: &'static [Inline]) -> AnyView {
        content.iter().map(|inline| self.one(inline)).collect_any().into_any()
    }

    fn one(&self, inline: &'static Inline) -> AnyView {
        match inline {
            Inline::Text(text) => self.words(text),
            Inline::Code(text) => view! { <code>{self.words(text)}</code> }.into_any(),
            Inline::Break => {
                self.at.set(self.at.get() + 1);
                view! { <br /> }.into_any()
            }
            Inline::Emphasis(content) => view! { <em>{self.show(content)}</em> }.into_any(),
            Inline::Strong(content) => view! { <strong>{self.show(content)}</strong> }.into_any(),
            Inline::Strikethrough(content) => view! { <s>{self.show(content)}</s> }.into_any(),
            Inline::Link { resource, content } => {
                let Some(resource) = self.company.resources.get(*resource as usize) else {
                    return self.show(content);
                };
                self.at.set(self.at.get() + Inline::plain_text(content).len());
                // A link has no links inside.
                let words = inlines(self.company, content, &[]);
                view! { <a href=resource.url.as_str() rel="noopener">{words}</a> }.into_any()
            }
        }
    }

    /// Words with the technologies in them as links.
    fn words(&self, text: &'static str) -> AnyView {
        let from = self.at.get();
        let to = from + text.len();
        self.at.set(to);
        let mut views = Vec::new();
        let mut drawn = from;
        for mention in self.mentions {
            let is_inside = mention.start >= drawn && mention.end <= to;
            let (Some(before), Some(name)) = (
                text.get(drawn - from..mention.start.saturating_sub(from)),
                text.get(mention.start.saturating_sub(from)..mention.end.saturating_sub(from)),
            ) else {
                continue;
            };
            if !is_inside {
                continue;
            }
            // Prerendered, an empty text would be a blank.
            if !before.is_empty() {
                views.push(before.into_any());
            }
            views.push(
                view! {
                    <a class="mention" id=mention.id.clone() href=use_base().technology(mention.technology)>
                        {name}
                    </a>
                }
                .into_any(),
            );
            drawn = mention.end;
        }
        let rest = text.get(drawn - from..).unwrap_or_default();
        if !rest.is_empty() {
            views.push(rest.into_any());
        }
        views.into_any()
    }
}
