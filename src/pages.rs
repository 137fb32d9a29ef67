//! One page per route.

pub mod about;
pub mod company;
pub mod compare;
pub mod home;
pub mod letter;
pub mod listen;
pub mod material;
pub mod not_found;
pub mod saved;
pub mod technologies;
pub mod technology;

use catalog::Route;
use leptos::prelude::*;

use self::about::AboutPage;
use self::company::CompanyPage;
use self::compare::ComparePage;
use self::home::HomePage;
use self::letter::LetterPage;
use self::listen::ListenPage;
use self::material::MaterialPage;
use self::not_found::NotFound;
use self::saved::SavedPage;
use self::technologies::TechnologiesPage;
use self::technology::TechnologyPage;
use crate::lazy::{Chunk, lazy, load_error};

/// The page of a route, once [`load_page`](crate::lazy::load_page) has loaded its code.
#[must_use]
pub fn show(route: Route) -> AnyView {
    match Chunk::of_page(&route, "") {
        None | Some(Chunk::Extras) => Some(view! { <HomePage /> }.into_any()),
        Some(Chunk::Entries) => show_entry(route),
        Some(Chunk::Views) => show_view(route),
        Some(Chunk::Lists) => show_list(route),
    }
    .unwrap_or_else(load_error)
}

lazy! {
    chunk = Entries;
    fn show_entry(route: Route) -> AnyView {
        match route {
            Route::Company(slug) => view! { <CompanyPage slug /> }.into_any(),
            Route::Technology(slug) => view! { <TechnologyPage slug /> }.into_any(),
            Route::Letter(letter) => view! { <LetterPage letter /> }.into_any(),
            other => view! { <NotFound name=other.path() /> }.into_any(),
        }
    }
}

lazy! {
    chunk = Views;
    fn show_view(route: Route) -> AnyView {
        match route {
            Route::Technologies => view! { <TechnologiesPage /> }.into_any(),
            Route::Compare => view! { <ComparePage /> }.into_any(),
            Route::Saved => view! { <SavedPage /> }.into_any(),
            _ => view! { <AboutPage /> }.into_any(),
        }
    }
}

lazy! {
    chunk = Lists;
    fn show_list(route: Route) -> AnyView {
        match route {
            Route::Material => view! { <MaterialPage /> }.into_any(),
            _ => view! { <ListenPage /> }.into_any(),
        }
    }
}
