//! One page a route.

pub mod about;
pub mod company;
pub mod home;
pub mod not_found;
pub mod technology;

pub use about::AboutPage;
pub use company::CompanyPage;
pub use home::HomePage;
pub use not_found::{NotFound, UnknownPage};
pub use technology::TechnologyPage;

use leptos::prelude::*;
use leptos_meta::Title;

/// The title of a page as browsers and bookmarks show it.
#[component]
fn PageTitle(
    /// What this page is.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    view! { <Title text=format!("{title} · Casebook") /> }
}
