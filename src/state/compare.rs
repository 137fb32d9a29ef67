//! Which companies are compared.

use catalog::{Route, Slug};
use explore::Compared;
use leptos::prelude::*;

use super::navigation::{Navigation, use_navigation};
use super::storage;
use crate::routes::use_base;
use crate::site::Site;

/// The key in `sessionStorage`: a comparison is of one visit, so each tab has its own.
const KEY: &str = "casebook.compared";

/// What the reader did last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareChange {
    Added(Slug),
    Removed(Slug),
    /// Nothing: there is no place for the company.
    Refused(Slug),
    Cleared,
}

/// The companies in the address of `/compare`; on other pages the last ones of this visit, with what
/// the reader has added and removed since.
#[derive(Clone, Copy)]
pub struct CompareState {
    compared: Memo<Compared>,
    chosen: RwSignal<Compared>,
    change: RwSignal<Option<CompareChange>>,
}

impl CompareState {
    /// Follows the address of the page that is open, and survives a reload.
    #[must_use]
    pub fn follow(navigation: Navigation, site: Site) -> Self {
        let stored = storage::read_for_session(KEY).unwrap_or_default();
        let state = Self::new(site, navigation.route(), navigation.search(), &stored);
        Effect::new(move |_| {
            let compared = state.compared.get();
            storage::write_for_session(KEY, &compared.to_query_string());
            if *state.chosen.read_untracked() != compared {
                state.chosen.set(compared);
            }
        });
        state
    }

    fn new(site: Site, route: Memo<Route>, search: Memo<String>, stored: &str) -> Self {
        let chosen = RwSignal::new(Compared::from_query_string(stored, site.catalog()));
        let compared = Memo::new(move |_| {
            if *route.read() == Route::Compare {
                Compared::from_query_string(&search.read(), site.catalog())
            } else {
                chosen.get()
            }
        });
        Self { compared, chosen, change: RwSignal::new(None) }
    }

    /// Now, or last in this visit.
    #[must_use]
    pub fn compared(self) -> Memo<Compared> {
        self.compared
    }

    /// The last change by a button; `None` before the first.
    #[must_use]
    pub fn change(self) -> ReadSignal<Option<CompareChange>> {
        self.change.read_only()
    }

    /// Adds a company, or removes it. A full comparison stays as it is.
    pub fn toggle(self, company: &Slug) {
        let compared = self.compared.get_untracked();
        let slug = company.clone();
        let (next, change) = if compared.contains(company) {
            (compared.without(company), CompareChange::Removed(slug))
        } else if compared.is_full() {
            (compared, CompareChange::Refused(slug))
        } else {
            (compared.with(company), CompareChange::Added(slug))
        };
        self.chosen.set(next);
        self.change.set(Some(change));
    }

    /// Removes all companies.
    pub fn clear(self) {
        self.chosen.set(Compared::default());
        self.change.set(Some(CompareChange::Cleared));
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

    /// Runs `test` with the state, and the route and query string that it follows. Five companies are
    /// there, from `a` to `e`.
    fn with_state(
        stored: &str,
        test: impl FnOnce(CompareState, RwSignal<Route>, RwSignal<String>),
    ) {
        let owner = Owner::new();
        owner.set();
        let route = RwSignal::new(Route::Home);
        let search = RwSignal::new(String::new());
        let companies = ["a", "b", "c", "d", "e"].map(|slug| fixtures::a_company(slug, slug));
        let catalog = Catalog { companies: companies.into(), ..Catalog::default() };
        let state = CompareState::new(
            Site::of(catalog),
            Memo::new(move |_| route.get()),
            Memo::new(move |_| search.get()),
            stored,
        );
        test(state, route, search);
    }

    #[track_caller]
    fn expect(state: CompareState, compared: &str) {
        assert_eq!(state.compared().get_untracked().to_query_string(), compared);
    }

    #[test]
    fn the_address_of_the_page_says_what_is_compared() {
        with_state("company=e", |state, route, search| {
            route.set(Route::Compare);
            search.set("company=nope&company=a&company=a".to_owned());
            expect(state, "company=a");
            search.set(String::new());
            expect(state, "");
        });
    }

    #[test]
    fn on_other_pages_it_is_what_was_kept() {
        with_state("company=a&company=nope", |state, _, search| {
            expect(state, "company=a");
            search.set("q=company&company=b".to_owned());
            expect(state, "company=a");
        });
    }

    #[test]
    fn companies_are_added_and_removed() {
        with_state("", |state, _, _| {
            state.toggle(&fixtures::slug("b"));
            state.toggle(&fixtures::slug("a"));
            expect(state, "company=b&company=a");
            state.toggle(&fixtures::slug("b"));
            expect(state, "company=a");
            let change = state.change().get_untracked();
            assert_eq!(change, Some(CompareChange::Removed(fixtures::slug("b"))));
            state.clear();
            expect(state, "");
        });
    }

    #[test]
    fn a_company_without_a_place_changes_nothing() {
        let full = "company=a&company=b&company=c&company=d";
        with_state(full, |state, _, _| {
            state.toggle(&fixtures::slug("e"));
            expect(state, full);
            let change = state.change().get_untracked();
            assert_eq!(change, Some(CompareChange::Refused(fixtures::slug("e"))));
        });
    }
}
