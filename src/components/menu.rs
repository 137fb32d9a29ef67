//! A menu of things to do with what is shown: copy, save, share.

use leptos::prelude::*;

use crate::lazy::{Chunk, LazyView};
use crate::replace::ChangingText;
use crate::state::{CopyDenied, IN_BROWSER, can_share, copy, share};
use crate::view::CollectAny;
use crate::wording::share as words;

/// One row of a menu.
pub struct Choice {
    pub label: &'static str,
    pub on_choose: Callback<MenuStatus>,
}

/// Where a choice says how it went, at the end of its menu.
#[derive(Clone, Copy)]
pub struct MenuStatus(WriteSignal<&'static str>);

impl MenuStatus {
    /// Says it, unless the page has been left by then.
    pub fn say(self, words: &'static str) {
        _ = self.0.try_set(words);
    }
}

impl Choice {
    /// Copies a text, which is made when it is asked for.
    pub fn copying(label: &'static str, text: impl Fn() -> String + Send + Sync + 'static) -> Self {
        let on_choose = Callback::new(move |outcome: MenuStatus| {
            copy(&text(), move |copied| {
                outcome.say(match copied {
                    Ok(()) => words::COPIED,
                    Err(CopyDenied) => words::COPY_DENIED,
                });
            });
        });
        Self { label, on_choose }
    }

    /// Opens the system's share sheet; `None` where there is none.
    pub fn sharing(page: impl Fn() -> SharedPage + Send + Sync + 'static) -> Option<Self> {
        let on_choose = Callback::new(move |_| {
            let SharedPage { title, address } = page();
            share(&title, &address);
        });
        (IN_BROWSER && can_share()).then_some(Self { label: words::OPEN_SHEET, on_choose })
    }
}

/// What the system's share sheet is given.
pub struct SharedPage {
    pub title: String,
    pub address: String,
}

/// A menu. Its content is loaded when it opens, not on a choice: browsers allow copying only right after
/// a click.
#[component]
pub fn Menu(
    label: &'static str,
    /// The `Choices`, once the chunk [`Chunk::Extras`] is loaded.
    choices: Callback<(), Option<AnyView>>,
) -> impl IntoView {
    let content = LazyView::of(Chunk::Extras);
    view! {
        <details class="export-menu needs-app" on:toggle=move |_| content.want()>
            <summary class="button export-menu__open">{label}</summary>
            <div class="export-menu__menu">{move || content.show(|| choices.run(()))}</div>
        </details>
    }
}

/// The rows of a menu, and how the last choice went.
#[component]
pub fn Choices(choices: Vec<Choice>) -> impl IntoView {
    let (outcome, set_outcome) = signal("");
    let row = |Choice { label, on_choose }: Choice| {
        view! {
            <li>
                <button
                    type="button"
                    class="export-menu__choice"
                    on:click=move |_| on_choose.run(MenuStatus(set_outcome))
                >
                    {label}
                </button>
            </li>
        }
    };
    view! {
        <ul>{choices.into_iter().map(row).collect_any()}</ul>
        <p class="export-menu__told" role="status">
            {move || ChangingText(outcome.get().to_owned())}
        </p>
    }
}
