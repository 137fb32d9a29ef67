//! The address and the history: which page is open, and every way to another one.
//!
//! Links are plain `<a href>`. A click on a link to a page of the site opens it without loading a
//! document; the browser follows all others.

use catalog::{Base, MatrixScope, Route, Start};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, HtmlAnchorElement, MouseEvent};

use super::browser::follow;
use super::unfolded::{EntryNumber, Unfolded};
use super::visit::{Arrival, Visit};
use crate::lazy::{LoadError, load_page};

/// The open page, and the ways to change it.
#[derive(Clone, Copy)]
pub struct Navigation {
    base: Base,
    visit: RwSignal<Visit>,
    route: Memo<Route>,
    search: Memo<String>,
    pending: StoredValue<PendingNavigation>,
    unfolded: Unfolded,
}

/// Generation counter: navigations started and finished; older ones are stale. The open page stays
/// while the code of the next one is loaded.
#[derive(Clone, Copy, Default)]
struct PendingNavigation {
    started: u32,
    finished: u32,
}

impl Navigation {
    /// Starts at the document's address. Follows clicks on links, Back and Forward from now on.
    #[must_use]
    pub fn start(base: Base) -> Self {
        let navigation = Self::of(base, first_visit(base));
        if navigation.visit.read_untracked().arrival == Arrival::Load {
            // A new tab may have its opener's notes.
            navigation.unfolded.forget_from(0);
        }
        follow(ev::click, move |event| {
            if let Some(address) = navigation.followed_link(&event) {
                event.prevent_default();
                navigation.push(&address);
            }
        });
        follow(ev::popstate, move |_| navigation.open_entry_of_history());
        navigation
    }

    /// Stays at one page, for prerendering.
    #[must_use]
    pub fn fixed(base: Base, route: &Route) -> Self {
        Self::of(base, Visit { route: route.clone(), ..Visit::default() })
    }

    fn of(base: Base, visit: Visit) -> Self {
        let visit = RwSignal::new(visit);
        Self {
            base,
            visit,
            route: Memo::new(move |_| visit.read().route.clone()),
            search: Memo::new(move |_| visit.read().search.clone()),
            pending: StoredValue::new(PendingNavigation::default()),
            unfolded: Unfolded::before_load(),
        }
    }

    /// Which page is open.
    #[must_use]
    pub fn route(self) -> Memo<Route> {
        self.route
    }

    /// The query string, without `?`.
    #[must_use]
    pub fn search(self) -> Memo<String> {
        self.search
    }

    /// Which technologies the address asks the matrix to show.
    #[must_use]
    pub fn matrix_scope(self) -> Memo<MatrixScope> {
        let search = self.search;
        Memo::new(move |_| MatrixScope::from_query_string(&search.read()))
    }

    /// Where the address asks an episode to start. Not tracked.
    #[must_use]
    pub fn start_of_episode(self) -> Start {
        Start::from_query_string(&self.search.read_untracked())
    }

    pub(super) fn visit(self) -> RwSignal<Visit> {
        self.visit
    }

    pub(super) fn unfolded(self) -> Unfolded {
        self.unfolded
    }

    /// Shows another visit in place of the open one.
    fn open(self, visit: Visit) {
        self.unfolded.note(self.visit.read_untracked().entry);
        if visit.arrival == Arrival::Link {
            self.unfolded.forget_from(visit.entry);
        }
        self.visit.set(visit);
    }

    /// Opens an address of the site as a new entry of the history, once the code of its page is
    /// loaded.
    pub fn push(self, address: &str) {
        let Some(mut visit) = Visit::of_address(address, self.base) else { return };
        visit.entry = self.visit.read_untracked().entry.wrapping_add(1);
        visit.arrival = Arrival::Link;
        let address = address.to_owned();
        self.start_loading(visit, move |visit, loaded| {
            let pushed = loaded.is_ok()
                && history().is_ok_and(|history| {
                    history.push_state_with_url(&visit.entry.into(), "", Some(&address)).is_ok()
                });
            if pushed {
                self.open(visit);
            } else {
                // The code is out of reach, or the browser refused the entry, as it does from the
                // hundredth in a few seconds on. Loading the document is slower but works; where
                // that is refused as well, the open page stays.
                let _ = window().location().assign(&address);
            }
        });
    }

    /// Loads the code of the page that a visit shows, then calls `then`, unless another navigation
    /// has started meanwhile.
    fn start_loading(
        self,
        visit: Visit,
        then: impl FnOnce(Visit, Result<(), LoadError>) + 'static,
    ) {
        let number = self.pending.get_value().started.wrapping_add(1);
        self.pending.update_value(|pending| pending.started = number);
        load_page(&visit.route.clone(), &visit.search.clone(), move |loaded| {
            if self.pending.get_value().started == number {
                self.pending.update_value(|pending| pending.finished = number);
                then(visit, loaded);
            }
        });
    }

    /// Whether another page is being loaded.
    fn is_loading(self) -> bool {
        let PendingNavigation { started, finished } = self.pending.get_value();
        started != finished
    }

    /// Replaces the open address. Does nothing while another page is being loaded, whose address
    /// may be set already.
    pub fn replace(self, address: &str) {
        if self.is_loading() {
            return;
        }
        let Some(mut visit) = Visit::of_address(address, self.base) else { return };
        visit.entry = self.visit.read_untracked().entry;
        visit.arrival = Arrival::Link;
        let replaced = history().and_then(|history| {
            history.replace_state_with_url(&visit.entry.into(), "", Some(address))
        });
        // Refused when called too often; the next change writes the address.
        if replaced.is_ok() {
            self.visit.set(visit);
        }
    }

    /// The browser opened an entry of the history: Back, Forward, or a jump to a fragment.
    fn open_entry_of_history(self) {
        let Some(mut visit) = visit_of_document(self.base) else { return };
        match entry_of_history() {
            Some(entry) => {
                visit.entry = entry;
                visit.arrival = Arrival::History;
            }
            None => {
                visit.entry = self.visit.read_untracked().entry.wrapping_add(1);
                visit.arrival = Arrival::Link;
                number_entry(visit.entry);
            }
        }
        self.start_loading(visit, move |visit, loaded| {
            if loaded.is_ok() {
                self.open(visit);
            } else {
                // Where that is refused, the page stays.
                let _ = window().location().reload();
            }
        });
    }

    /// The address that a click leads to, when the app and not the browser has to open it.
    fn followed_link(self, event: &MouseEvent) -> Option<String> {
        let asks_for_more =
            event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || asks_for_more {
            return None;
        }
        let clicked = event.target()?.dyn_into::<Element>().ok()?;
        let link = clicked.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
        let location = window().location();
        if link.origin() != location.origin().ok()?
            || !link.target().is_empty()
            || link.has_attribute("download")
        {
            return None;
        }
        let address = format!("{}{}{}", link.pathname(), link.search(), link.hash());
        let visit = Visit::of_address(&address, self.base)?;
        let address = visit.address(self.base)?;
        let open = self.visit.read_untracked();
        let is_jump =
            !visit.fragment.is_empty() && visit.is_page_of(&open) && visit.search == open.search;
        (!is_jump).then_some(address)
    }
}

/// Loads the code of the page at the document's address. Like [`load_page`].
pub fn load_page_of_document(base: Base, then: impl FnOnce(Result<(), LoadError>) + 'static) {
    let visit = visit_of_document(base).unwrap_or_default();
    load_page(&visit.route, &visit.search, then);
}

/// The document's address, and whether this entry of the history was open before.
fn first_visit(base: Base) -> Visit {
    let open = visit_of_document(base);
    let address = open.as_ref().and_then(|visit| visit.address(base));
    let mut visit = open.unwrap_or_default();
    if let Some(entry) = entry_of_history() {
        visit.entry = entry;
        visit.arrival = Arrival::LoadAgain;
    } else {
        number_entry(visit.entry);
    }
    if let Some(address) = address.filter(|address| !is_open(address)) {
        // The host served the page by another name of it: readers copy the one that the site links
        // to. Where that is refused, the page is the same.
        let _ = history().and_then(|history| {
            history.replace_state_with_url(&visit.entry.into(), "", Some(&address))
        });
    }
    visit
}

/// Whether the document has this address, but for a slash at the end of its path.
fn is_open(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let open = window().location().pathname().unwrap_or_default();
    open.strip_suffix('/').unwrap_or(&open) == path.strip_suffix('/').unwrap_or(path)
}

/// `None` outside of the base.
fn visit_of_document(base: Base) -> Option<Visit> {
    let location = window().location();
    // Each getter fails for another origin only.
    let address = format!(
        "{}{}{}",
        location.pathname().ok()?,
        location.search().ok()?,
        location.hash().ok()?
    );
    Visit::of_address(&address, base)
}

fn history() -> Result<History, JsValue> {
    window().history()
}

/// The number of the open entry; `None` for one that the browser or another program made.
fn entry_of_history() -> Option<EntryNumber> {
    let entry = history().ok()?.state().ok()?.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it was an `EntryNumber`"
    )]
    let entry = entry as EntryNumber;
    Some(entry)
}

/// Numbers the open entry.
fn number_entry(entry: EntryNumber) {
    // Where that is refused, only the scroll position is not restored.
    let _ = history().and_then(|history| history.replace_state(&entry.into(), ""));
}

/// The navigation of the page.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
#[must_use]
pub fn use_navigation() -> Navigation {
    expect_context()
}
