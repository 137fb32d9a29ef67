//! The menu that shares a company's page.

use catalog::Company;
use leptos::prelude::*;

use crate::citation;
use crate::replace::ChangingText;
use crate::routes::{absolute, use_base};
use crate::site::use_site;
use crate::state::{CopyDenied, IN_BROWSER, can_share, copy, share};
use crate::view::CollectAny;

/// Copies the link or a citation of a company's page, or opens the system's share sheet.
#[component]
pub fn ShareMenu(company: &'static Company) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let (told, tell) = signal("");
    let address = move || absolute(&base.company(&company.slug));
    let (identity, chapter) = (&site.catalog().identity, site.catalog().chapter_of(company));
    let put = move |text: &str| {
        copy(text, move |copied| {
            // The page may have been left by then.
            _ = tell.try_set(match copied {
                Ok(()) => "Copied.",
                Err(CopyDenied) => "The browser does not allow copying here.",
            });
        });
    };
    let title = format!("{} · {}", identity.title_of(&company.name), identity.name);
    let mut choices: Vec<(&str, Callback<()>)> = vec![
        ("Copy link", Callback::new(move |()| put(&address()))),
        (
            "Copy citation (Markdown)",
            Callback::new(move |()| {
                put(&citation::markdown(identity, company, chapter, &address()))
            }),
        ),
        (
            "Copy citation (BibTeX)",
            Callback::new(move |()| put(&citation::bibtex(identity, company, chapter, &address()))),
        ),
    ];
    if IN_BROWSER && can_share() {
        choices.push(("Share …", Callback::new(move |()| share(&title, &address()))));
    }
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
        <details class="export-menu needs-app">
            <summary class="button export-menu__open">"Share"</summary>
            <div class="export-menu__menu">
                <ul>{choices.into_iter().map(choice).collect_any()}</ul>
                <p class="export-menu__told" role="status">
                    {move || ChangingText(told.get().to_owned())}
                </p>
            </div>
        </details>
    }
}
