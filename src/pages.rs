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

/// Gives the page that is open its title, as browsers and bookmarks show it.
fn set_title(title: impl Fn() -> String + 'static) {
    Effect::new(move |_| document().set_title(&format!("{} · Casebook", title())));
}
