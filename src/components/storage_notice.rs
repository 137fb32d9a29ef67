//! Tells the reader that what they save will not be kept.

use leptos::prelude::*;

use super::icon::{CROSS, Icon};
use crate::state::Trouble;

/// Says why, until it is dismissed, and offers what can be done. Its place is there before its
/// words, so that a screen reader hears them.
#[component]
pub fn StorageNotice(
    /// Why nothing is kept, where that is so.
    #[prop(into)]
    trouble: Signal<Option<Trouble>>,
    /// Offers what is stored, and cannot be read, as a file.
    on_download: Callback<()>,
    /// Puts a new list in its place.
    on_start_anew: Callback<()>,
) -> impl IntoView {
    let (is_dismissed, dismiss) = signal(false);
    let told = move || trouble.get().filter(|_| !is_dismissed.get());
    let actions = move || {
        told().map(|trouble| {
            let cures = matches!(trouble, Trouble::Unreadable(_)).then(|| {
                view! {
                    <button type="button" class="button" on:click=move |_| on_download.run(())>
                        "Download it"
                    </button>
                    <button type="button" class="button" on:click=move |_| on_start_anew.run(())>
                        "Start a new list"
                    </button>
                }
            });
            view! {
                {cures}
                <button
                    type="button"
                    class="button button--plain"
                    aria-label="Dismiss"
                    on:click=move |_| dismiss.set(true)
                >
                    <Icon path=CROSS />
                </button>
            }
        })
    };
    view! {
        <div class="storage-notice" class:storage-notice--told=move || told().is_some()>
            <p role="status">{move || told().map(words)}</p>
            {actions}
        </div>
    }
}

fn words(trouble: Trouble) -> String {
    let cause = match trouble {
        Trouble::Blocked => "this browser lets the site store nothing.".to_owned(),
        Trouble::Full => "this browser’s storage for the site is full.".to_owned(),
        Trouble::Unreadable(cause) => {
            format!(
                "the list stored in this browser cannot be read ({cause}). It is left as it is."
            )
        }
    };
    format!("Nothing you save will be kept: {cause}")
}
