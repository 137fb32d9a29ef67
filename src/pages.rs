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

use leptos::prelude::*;

use crate::state::IN_BROWSER;

/// Takes the title of a page that is written out ahead of any visit.
#[derive(Clone, Copy)]
pub struct WrittenTitle(pub StoredValue<String>);

/// Gives the page that is open its title, as browsers and bookmarks show it.
fn set_title(title: impl Fn() -> String + 'static) {
    let title = move || format!("{} · Casebook", title());
    if IN_BROWSER {
        Effect::new(move |_| document().set_title(&title()));
    } else if let Some(WrittenTitle(written)) = use_context() {
        written.set_value(title());
    }
}
