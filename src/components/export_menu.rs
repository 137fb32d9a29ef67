//! Exports of the companies in the grid: files and a list.

use explore::Hit;
use leptos::prelude::*;

use crate::lazy::{LazyView, lazy};
use crate::markdown::markdown_list;
use crate::replace::ChangingText;
use crate::routes::{absolute, use_base};
use crate::site::use_site;
use crate::state::{CopyDenied, ExportFormat, ExportUnavailable, copy, download_selection};
use crate::view::CollectAny;

/// A menu that saves the companies in the grid as a file, or copies them as a list.
#[component]
pub fn ExportMenu(
    /// The companies in the grid.
    hits: Memo<Vec<Hit<'static>>>,
) -> impl IntoView {
    // Loaded when the menu opens, not on a choice: browsers allow copying only right after a click.
    let choices = LazyView::of(show_choices::CHUNK);
    view! {
        <details class="export-menu needs-app" on:toggle=move |_| choices.want()>
            <summary class="button export-menu__open">"Export"</summary>
            <div class="export-menu__menu">{move || choices.show(|| show_choices(hits))}</div>
        </details>
    }
}

lazy! {
    chunk = Extras;
    fn show_choices(hits: Memo<Vec<Hit<'static>>>) -> AnyView {
        view! { <Choices hits /> }.into_any()
    }
}

/// The content of the menu.
#[component]
fn Choices(hits: Memo<Vec<Hit<'static>>>) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let (told, tell) = signal("");
    let save = move |format: ExportFormat| {
        let slugs = hits.read_untracked().iter().map(|hit| hit.company.slug.as_str()).collect();
        download_selection(base, format, slugs, move |saved| {
            tell.set(match saved {
                Ok(()) => "Saved.",
                Err(ExportUnavailable) => {
                    "The file could not be loaded; try again with a connection."
                }
            });
        });
    };
    let copy_list = move || {
        let hits = hits.read_untracked();
        let companies: Vec<_> = hits.iter().map(|hit| hit.company).collect();
        let page = |company: &catalog::Company| absolute(&base.company(&company.slug));
        copy(&markdown_list(site.catalog(), &companies, &page), move |copied| {
            tell.set(match copied {
                Ok(()) => "Copied.",
                Err(CopyDenied) => "The browser does not allow copying here; save a file instead.",
            });
        });
    };
    let choices = [
        ("Save as CSV", Callback::new(move |()| save(ExportFormat::Csv))),
        ("Save as JSON", Callback::new(move |()| save(ExportFormat::Json))),
        ("Copy as a Markdown list", Callback::new(move |()| copy_list())),
    ];
    let choice = |(label, on_choose): (&'static str, Callback<()>)| {
        view! {
            <li>
                <button type="button" class="export-menu__choice" on:click=move |_| on_choose.run(())>
                    {label}
                </button>
            </li>
        }
    };
    view! {
        <ul>{choices.map(choice).into_iter().collect_any()}</ul>
        <p class="export-menu__told" role="status">
            {move || ChangingText(told.get().to_owned())}
        </p>
    }
}
