//! The not-found page.

use catalog::Route;
use explore::Filter;
use leptos::prelude::*;

use crate::components::search_box::{GRID_SEARCH, SearchBox};
use crate::routes::use_base;
use crate::site::use_site;
use crate::state::use_navigation;
use crate::title::set_title;
use crate::view::CollectAny;
use crate::wording::not_found;

/// How many companies and how many technologies are suggested.
const OFFERED: usize = 4;

/// Suggests the companies and technologies with the nearest names.
#[component]
pub fn NotFound(
    /// The path or slug that is not known.
    name: String,
) -> impl IntoView {
    set_title(|| not_found::TITLE.to_owned());
    let (index, base) = (use_site().index(), use_base());
    let companies = index.nearest_companies(&name, OFFERED);
    let technologies = index.nearest_technologies(&name, OFFERED);
    let navigation = use_navigation();
    let text = RwSignal::new(String::new());
    let search = Callback::new(move |()| {
        let query = text.get_untracked();
        if !query.trim().is_empty() {
            navigation.push(&base.home(&Filter { query, ..Filter::default() }));
        }
    });
    let has_name = name.bytes().any(|byte| byte > b' ');
    let has_offers = !companies.is_empty() || !technologies.is_empty();
    let offers = view! {
        <ul class="not-found__offers" aria-label=not_found::NEAREST>
            {companies
                .into_iter()
                .map(|company| {
                    view! {
                        <li>
                            <a href=base.company(&company.slug)>{company.name.as_str()}</a>
                            " "
                            <span class="muted">{not_found::COMPANY}</span>
                        </li>
                    }.into_any()
                })
                .collect_any()}
            {technologies
                .into_iter()
                .map(|technology| {
                    view! {
                        <li>
                            <a href=base.technology(&technology.slug)>{technology.name.as_str()}</a>
                            " "
                            <span class="muted">{not_found::TECHNOLOGY}</span>
                        </li>
                    }.into_any()
                })
                .collect_any()}
        </ul>
    };
    view! {
        <div class="not-found">
            <h1 tabindex="-1">{not_found::TITLE}</h1>
            <p>
                {has_name.then(|| view! { {not_found::NO_PAGE_CALLED} <q class="not-found__name">{name}</q> ". " }.into_any())}
                {has_offers.then_some(not_found::DID_YOU_MEAN)}
            </p>
            {has_offers.then_some(offers)}
            <SearchBox
                id=GRID_SEARCH
                text
                on_type=Callback::new(move |typed| text.set(typed))
                on_leave=Callback::new(|()| ())
                on_enter=search
            />
            <p>
                <a href=base.home(&Filter::default())>{not_found::ALL_COMPANIES}</a>
                " · "
                <a href=base.page(&Route::Technologies)>{not_found::ALL_TECHNOLOGIES}</a>
            </p>
        </div>
    }
}
