//! The menu that shares a company's page.

use catalog::Company;
use leptos::prelude::*;

use super::menu::{Choice, Choices, Menu, SharedPage};
use crate::citation;
use crate::lazy::lazy;
use crate::routes::{absolute, use_base};
use crate::site::use_site;
use crate::wording::share as words;

/// Copies the link or a citation of a company's page, or opens the system's share sheet.
#[component]
pub fn ShareMenu(company: &'static Company) -> impl IntoView {
    let choices = Callback::new(move |()| show_choices(company));
    view! { <Menu label=words::SHARE choices /> }
}

lazy! {
    chunk = Extras;
    fn show_choices(company: &'static Company) -> AnyView {
        view! { <Choices choices=choices(company) /> }.into_any()
    }
}

fn choices(company: &'static Company) -> Vec<Choice> {
    let (site, base) = (use_site(), use_base());
    let address = move || absolute(&base.company(&company.slug));
    let (identity, chapter) = (&site.catalog().identity, site.catalog().chapter_of(company));
    let page = move || {
        let title = format!("{} · {}", identity.title_of(&company.name), identity.name);
        SharedPage { title, address: address() }
    };
    let mut choices = vec![
        Choice::copying(words::COPY_LINK, address),
        Choice::copying(words::COPY_MARKDOWN, move || {
            citation::markdown(identity, company, chapter, &address())
        }),
        Choice::copying(words::COPY_BIBTEX, move || {
            citation::bibtex(identity, company, chapter, &address())
        }),
    ];
    choices.extend(Choice::sharing(page));
    choices
}
