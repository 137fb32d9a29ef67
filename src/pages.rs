//! One page a route.

pub mod about;
pub mod company;
pub mod compare;
pub mod home;
pub mod not_found;
pub mod saved;
pub mod technologies;
pub mod technology;

pub use about::AboutPage;
pub use company::CompanyPage;
pub use compare::ComparePage;
pub use home::HomePage;
pub use not_found::NotFound;
pub use saved::SavedPage;
pub use technologies::TechnologiesPage;
pub use technology::TechnologyPage;

use catalog::Route;
use leptos::prelude::*;

use crate::lazy::{Part, lazy, regret};
use crate::state::IN_BROWSER;

/// Takes the title of a page that is written out ahead of any visit.
#[derive(Clone, Copy)]
pub struct WrittenTitle(pub StoredValue<String>);

/// What a route shows, once [`load_page`](crate::lazy::load_page) has loaded it.
#[must_use]
pub fn show(route: Route) -> AnyView {
    match Part::of(&route, "") {
        None | Some(Part::Extras) => Some(view! { <HomePage /> }.into_any()),
        Some(Part::Entries) => show_entry(route),
        Some(Part::Views) => show_view(route),
    }
    .unwrap_or_else(regret)
}

lazy! {
    fn show_entry(route: Route) -> AnyView {
        match route {
            Route::Company(slug) => view! { <CompanyPage slug /> }.into_any(),
            Route::Technology(slug) => view! { <TechnologyPage slug /> }.into_any(),
            other => view! { <NotFound name=other.path() /> }.into_any(),
        }
    }
}

lazy! {
    fn show_view(route: Route) -> AnyView {
        match route {
            Route::Technologies => view! { <TechnologiesPage /> }.into_any(),
            Route::Compare => view! { <ComparePage /> }.into_any(),
            Route::Saved => view! { <SavedPage /> }.into_any(),
            _ => view! { <AboutPage /> }.into_any(),
        }
    }
}

/// Gives the page that is open its title, as browsers and bookmarks show it.
fn set_title(title: impl Fn() -> String + 'static) {
    let title = move || format!("{} · Casebook", title());
    if IN_BROWSER {
        Effect::new(move |_| document().set_title(&title()));
    } else if let Some(WrittenTitle(written)) = use_context() {
        written.set_value(title());
    }
}
