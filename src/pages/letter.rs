//! `/companies/<letter>`: the companies of a letter as plain links, where one grid does not hold all.

use catalog::{Company, Route};
use explore::{Filter, Index};
use leptos::prelude::*;

use crate::pages::not_found::NotFound;
use crate::routes::use_base;
use crate::site::use_site;
use crate::title::set_title;
use crate::view::CollectAny;
use crate::wording::{letter, not_found};

/// The companies of a letter, or the not-found page.
#[component]
pub fn LetterPage(
    /// As [`Index::alphabet`] has it.
    letter: String,
) -> impl IntoView {
    let index = use_site().index();
    let found = index.alphabet().into_iter().find(|(other, _)| *other == letter);
    match found {
        Some((letter, companies)) => of_letter(index, &letter, companies),
        None => view! { <NotFound name=letter /> }.into_any(),
    }
}

fn of_letter(index: &Index<'static>, letter: &str, companies: Vec<&'static Company>) -> AnyView {
    let base = use_base();
    let title = letter::title(&letter.to_ascii_uppercase());
    let heading = title.clone();
    set_title(move || title.clone());
    let company = |company: &'static Company| {
        view! { <li><a href=base.company(&company.slug)>{company.name.as_str()}</a></li> }
    };
    view! {
        <article>
            <h1 tabindex="-1">{heading}</h1>
            {letter_links(index)}
            <ul class="letters">{companies.into_iter().map(company).collect_any()}</ul>
            <p><a href=base.home(&Filter::default())>{not_found::ALL_COMPANIES}</a></p>
        </article>
    }
    .into_any()
}

/// Links to the pages of all letters; none where one grid holds all companies.
pub fn letter_links(index: &Index<'static>) -> Option<AnyView> {
    let base = use_base();
    let letters = index.alphabet();
    let link = |(letter, _): (String, Vec<&Company>)| {
        let shown = letter.to_ascii_uppercase();
        view! { <li><a href=base.page(&Route::Letter(letter))>{shown}</a></li> }
    };
    (!letters.is_empty()).then(|| {
        view! {
            <nav class="starts" aria-label=letter::FROM_A_TO_Z>
                <ul class="starts__list">{letters.into_iter().map(link).collect_any()}</ul>
            </nav>
        }
        .into_any()
    })
}
