//! The notice that saved items will not be stored.

use std::time::Duration;

use leptos::prelude::*;

use super::icon::{CROSS, Icon};
use crate::lazy::lazy;
use crate::replace::ChangingText;
use crate::state::Trouble;
use crate::wording::saved;

/// How long the live region exists before its text is set, so that screen readers announce it.
const PAUSE_BEFORE_WORDS: Duration = Duration::from_millis(100);

lazy! {
    chunk = Extras;
    /// `StorageNotice`, loaded on demand.
    pub fn show(
        trouble: RwSignal<Option<Trouble>>,
        on_download: Callback<()>,
        on_start_anew: Callback<()>,
    ) -> AnyView {
        view! { <StorageNotice trouble on_download on_start_anew /> }.into_any()
    }
}

/// The reason, and buttons that help. Can be dismissed.
#[component]
pub fn StorageNotice(
    #[prop(into)] trouble: Signal<Option<Trouble>>,
    /// Downloads what is stored.
    on_download: Callback<()>,
    /// Replaces what is stored by a new list.
    on_start_anew: Callback<()>,
) -> impl IntoView {
    let (is_dismissed, dismiss) = signal(false);
    let (words, set_words) = signal(String::new());
    Effect::new(move |_| {
        let now = trouble.get().map(words_for).unwrap_or_default();
        set_timeout(move || set_words.set(now), PAUSE_BEFORE_WORDS);
    });
    move || {
        let trouble = trouble.get().filter(|_| !is_dismissed.get())?;
        let cures = matches!(trouble, Trouble::Unreadable(_)).then(|| {
            view! {
                <div class="storage-notice__cures">
                    <button type="button" class="button" on:click=move |_| on_download.run(())>
                        {saved::DOWNLOAD}
                    </button>
                    <button type="button" class="button" on:click=move |_| on_start_anew.run(())>
                        {saved::START_ANEW}
                    </button>
                </div>
            }
            .into_any()
        });
        Some(view! {
            <div class="storage-notice">
                <p role="status">{move || ChangingText(words.get())}</p>
                {cures}
                <button
                    type="button"
                    class="button button--plain"
                    aria-label=saved::DISMISS
                    on:click=move |_| dismiss.set(true)
                >
                    <Icon path=CROSS />
                </button>
            </div>
        })
    }
}

fn words_for(trouble: Trouble) -> String {
    let cause = match trouble {
        Trouble::Blocked => saved::BLOCKED.to_owned(),
        Trouble::Full => saved::FULL.to_owned(),
        Trouble::Unreadable(cause) => saved::unreadable(&cause.to_string()),
    };
    saved::nothing_kept(&cause)
}
