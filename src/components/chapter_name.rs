//! The attribution of a chapter.

use catalog::Chapter;
use leptos::prelude::*;

use crate::wording::about;

/// A chapter with its book and its author.
#[component]
pub fn ChapterName(chapter: &'static Chapter) -> impl IntoView {
    let part = match chapter.book {
        Some(_) => about::chapter_of(&chapter.title),
        None => String::new(),
    };
    let work = match &chapter.homepage {
        Some(address) => {
            view! { <a href=address.as_str() rel="noopener">{chapter.work()}</a> }.into_any()
        }
        None => chapter.work().into_any(),
    };
    view! { {part} {work} {about::by(&chapter.author)} }
}
