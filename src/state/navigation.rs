//! The address and the history: which page is open, and every way to another one.
//!
//! Links are plain `<a href>`. A click on a link to a page of the site opens it without loading a
//! document; the browser follows all others.

use catalog::{Base, MatrixScope, Route};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, HtmlAnchorElement, MouseEvent};

use super::browser::follow;
use crate::lazy::{LoadError, load_page};

/// The number of an entry in the tab's history. It is kept in `history.state`, so it survives a
/// reload.
pub(super) type EntryNumber = u32;

/// The open address, and how it was reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Visit {
    /// Path below the base.
    path: String,
    /// Query string without `?`.
    search: String,
    /// The id of the element to scroll to, without `#`.
    pub(super) fragment: String,
    pub(super) entry: EntryNumber,
    pub(super) arrival: Arrival,
}

/// How an address was reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Arrival {
    /// The document was loaded: typed, pasted, followed from elsewhere.
    #[default]
    Load,
    /// The document was loaded again: a reload, or Back from another site.
    LoadAgain,
    /// A link or a control of the site.
    Link,
    /// Back or Forward.
    History,
}

impl Visit {
    /// Whether two visits show the same page, whatever its query string.
    pub(super) fn is_page_of(&self, other: &Self) -> bool {
        self.path == other.path
    }

    /// Parses an address of this host; `None` when it is outside of `base`.
    fn of_address(address: &str, base: Base) -> Option<Self> {
        let below = address.strip_prefix(base.as_str())?;
        let (below, fragment) = below.split_once('#').unwrap_or((below, ""));
        let (path, search) = below.split_once('?').unwrap_or((below, ""));
        (path.is_empty() || path.starts_with('/')).then(|| Self {
            path: path.to_owned(),
            search: search.to_owned(),
            fragment: fragment.to_owned(),
            ..Self::default()
        })
    }
}

/// The open page, and the ways to change it.
#[derive(Clone, Copy)]
pub struct Navigation {
    base: Base,
    visit: RwSignal<Visit>,
    route: Memo<Route>,
    search: Memo<String>,
    pending: StoredValue<PendingNavigation>,
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
        let path = format!("/{}", route.path());
        Self::of(base, Visit { path, ..Visit::default() })
    }

    fn of(base: Base, visit: Visit) -> Self {
        let visit = RwSignal::new(visit);
        Self {
            base,
            visit,
            route: Memo::new(move |_| Route::from_path(&visit.read().path)),
            search: Memo::new(move |_| visit.read().search.clone()),
            pending: StoredValue::new(PendingNavigation::default()),
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

    pub(super) fn visit(self) -> RwSignal<Visit> {
        self.visit
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
                self.visit.set(visit);
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
        load_page(&Route::from_path(&visit.path), &visit.search.clone(), move |loaded| {
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
                self.visit.set(visit);
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
        let open = self.visit.read_untracked();
        let is_jump =
            !visit.fragment.is_empty() && visit.is_page_of(&open) && visit.search == open.search;
        let is_page = !matches!(Route::from_path(&visit.path), Route::Unknown(_));
        (is_page && !is_jump).then_some(address)
    }
}

/// Loads the code of the page at the document's address. Like [`load_page`].
pub fn load_page_of_document(base: Base, then: impl FnOnce(Result<(), LoadError>) + 'static) {
    let visit = visit_of_document(base).unwrap_or_default();
    load_page(&Route::from_path(&visit.path), &visit.search, then);
}

/// The document's address, and whether this entry of the history was open before.
fn first_visit(base: Base) -> Visit {
    let mut visit = visit_of_document(base).unwrap_or_default();
    if let Some(entry) = entry_of_history() {
        visit.entry = entry;
        visit.arrival = Arrival::LoadAgain;
    } else {
        number_entry(visit.entry);
    }
    visit
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        let base = Base::from_path("/sub/");
        let visit = Visit::of_address("/sub/company/netflix?q=a#material", base).unwrap();
        assert_eq!(visit.path, "/company/netflix");
        assert_eq!(visit.search, "q=a");
        assert_eq!(visit.fragment, "material");
        assert_eq!(Visit::of_address("/sub", base).unwrap().path, "");
    }

    #[test]
    fn what_lies_outside_of_the_base_is_not_the_sites() {
        let base = Base::from_path("/sub/");
        for address in ["/", "/other/company/netflix", "/subway"] {
            assert_eq!(Visit::of_address(address, base), None, "{address}");
        }
    }
}
