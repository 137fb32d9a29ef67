//! Which companies are compared.

use catalog::{Route, Slug};
use explore::Compared;
use leptos::prelude::*;

use super::navigation::{Navigation, use_navigation};
use crate::routes::use_base;
use crate::site::Site;

/// The companies in the address of `/compare`; on other pages the last ones of this visit, so that
/// a second card joins the first.
#[derive(Clone, Copy)]
pub struct CompareState(Memo<Compared>);

impl CompareState {
    /// Follows the address of the page that is open.
    #[must_use]
    pub fn follow(navigation: Navigation, site: Site) -> Self {
        Self::new(site, navigation.route(), navigation.search())
    }

    fn new(site: Site, route: Memo<Route>, search: Memo<String>) -> Self {
        Self(Memo::new(move |last: Option<&Compared>| {
            if *route.read() == Route::Compare {
                Compared::from_query_string(&search.read(), site.catalog())
            } else {
                last.cloned().unwrap_or_default()
            }
        }))
    }

    /// Now, or last in this visit.
    #[must_use]
    pub fn compared(self) -> Memo<Compared> {
        self.0
    }
}

/// Adds a company, as a new entry of the history.
///
/// # Panics
/// Outside of [`crate::app::App`].
#[must_use]
pub fn use_comparing() -> Callback<Slug> {
    let (navigation, base, state) = (use_navigation(), use_base(), use_compare_state());
    Callback::new(move |company| {
        navigation.push(&base.compare(&state.compared().read_untracked().with(&company)));
    })
}

/// The companies compared.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
#[must_use]
pub fn use_compare_state() -> CompareState {
    expect_context()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use catalog::Catalog;

    use super::*;

    /// Runs `test` with the resulting query string, and the route and query string that the state
    /// follows.
    fn with_state(test: impl FnOnce(&dyn Fn() -> String, RwSignal<Route>, RwSignal<String>)) {
        let owner = Owner::new();
        owner.set();
        let route = RwSignal::new(Route::Compare);
        let search = RwSignal::new(String::new());
        let companies = vec![fixtures::a_company("netflix", "Netflix")];
        let catalog = Catalog { companies, ..Catalog::default() };
        let state = CompareState::new(
            Site::of(catalog),
            Memo::new(move |_| route.get()),
            Memo::new(move |_| search.get()),
        );
        test(&|| state.compared().get_untracked().to_query_string(), route, search);
    }

    #[test]
    fn the_address_of_the_page_says_what_is_compared() {
        with_state(|compared, _, search| {
            search.set("company=nope&company=netflix&company=netflix".to_owned());
            assert_eq!(compared(), "company=netflix");
            search.set(String::new());
            assert_eq!(compared(), "");
        });
    }

    #[test]
    fn what_was_compared_last_is_known_on_other_pages() {
        with_state(|compared, route, search| {
            search.set("company=netflix".to_owned());
            assert_eq!(compared(), "company=netflix");
            route.set(Route::Home);
            search.set("q=company&company=uber".to_owned());
            assert_eq!(compared(), "company=netflix");
        });
    }
}
