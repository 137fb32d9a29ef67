//! The title of the page that is open.

use leptos::prelude::*;

use crate::site::use_site;
use crate::state::IN_BROWSER;

/// Receives the title of a page that is prerendered.
#[derive(Clone, Copy)]
pub(crate) struct WrittenTitle(pub(crate) StoredValue<String>);

/// Sets the title, as browsers and bookmarks show it. Follows the signals that `title` reads.
pub(crate) fn set_title(title: impl Fn() -> String + 'static) {
    let name = use_site().catalog().identity.name.as_str();
    let title = move || format!("{} · {name}", title());
    if IN_BROWSER {
        Effect::new(move |_| document().set_title(&title()));
    } else if let Some(WrittenTitle(written)) = use_context() {
        written.set_value(title());
    }
}
