//! The address and the history: which page is open, and every way to another.
//!
//! Links are plain `<a href>`: a click on one that leads to a page of the site opens that page
//! without a load; all others are the browser's.

use catalog::{Base, MatrixScope, Route};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, HtmlAnchorElement, MouseEvent};

use super::browser::follow;
use crate::lazy::load_page;

/// A step of the tab's history. It stands in `history.state`, so it is still known after a reload.
pub(super) type Step = u32;

/// What is open, and how it was reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Visit {
    /// Path below the base.
    path: String,
    /// Query string without `?`.
    search: String,
    /// The element to jump to, without `#`.
    pub(super) fragment: String,
    pub(super) step: Step,
    pub(super) arrival: Arrival,
}

/// How a visit came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Arrival {
    /// The document was loaded: typed, pasted, followed from elsewhere.
    #[default]
    Load,
    /// The document was loaded again: a reload, or Back from another site.
    LoadAgain,
    /// A link or a choice on the site.
    Link,
    /// Back or Forward.
    History,
}

impl Visit {
    /// Whether two visits show the same page, whatever its query string.
    pub(super) fn is_page_of(&self, other: &Self) -> bool {
        self.path == other.path
    }

    /// What an address of the site leads to; `None` when it lies outside of `base`.
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

/// The address of the page that is open, and the ways to change it.
#[derive(Clone, Copy)]
pub struct Navigation {
    base: Base,
    visit: RwSignal<Visit>,
    route: Memo<Route>,
    search: Memo<String>,
    departures: StoredValue<Departures>,
}

/// How often the reader has set out for another page, and which of these times they got there. In
/// between the code of the page is loaded, and the page that is open stays.
#[derive(Clone, Copy, Default)]
struct Departures {
    last: u32,
    last_arrived: u32,
}

impl Navigation {
    /// Takes up the address of the document, and follows clicks on links, Back and Forward from
    /// now on.
    #[must_use]
    pub fn start(base: Base) -> Self {
        let navigation = Self::of(base, first_visit(base));
        follow(ev::click, move |event| {
            if let Some(address) = navigation.followed_link(&event) {
                event.prevent_default();
                navigation.push(&address);
            }
        });
        follow(ev::popstate, move |_| navigation.take_up_step());
        navigation
    }

    /// Stays at one page: what is written out ahead of any visit.
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
            departures: StoredValue::new(Departures::default()),
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

    /// Opens an address of the site as a new step of the history, once its page is loaded.
    pub fn push(self, address: &str) {
        let Some(mut visit) = Visit::of_address(address, self.base) else { return };
        visit.step = self.visit.read_untracked().step.wrapping_add(1);
        visit.arrival = Arrival::Link;
        let address = address.to_owned();
        self.depart(visit, move |visit, is_loaded| {
            let pushed = is_loaded
                && history().is_ok_and(|history| {
                    history.push_state_with_url(&visit.step.into(), "", Some(&address)).is_ok()
                });
            if pushed {
                self.visit.set(visit);
            } else {
                // Browsers refuse the hundredth step in a few seconds. A load is slower, but it
                // leads there; when that is refused as well the reader stays where they are.
                let _ = window().location().assign(&address);
            }
        });
    }

    /// Calls `then` with the visit, and with whether its page could be loaded. Not when the reader
    /// has set out for another one in the meantime.
    fn depart(self, visit: Visit, then: impl FnOnce(Visit, bool) + 'static) {
        let number = self.departures.get_value().last.wrapping_add(1);
        self.departures.update_value(|departures| departures.last = number);
        load_page(&Route::from_path(&visit.path), &visit.search.clone(), move |is_loaded| {
            if self.departures.get_value().last == number {
                self.departures.update_value(|departures| departures.last_arrived = number);
                then(visit, is_loaded);
            }
        });
    }

    /// Whether another page is being loaded.
    fn is_departing(self) -> bool {
        let Departures { last, last_arrived } = self.departures.get_value();
        last != last_arrived
    }

    /// Puts an address of the site in place of the one that is open. Not once the reader has set
    /// out for another page, whose address may be there already.
    pub fn replace(self, address: &str) {
        if self.is_departing() {
            return;
        }
        let Some(mut visit) = Visit::of_address(address, self.base) else { return };
        visit.step = self.visit.read_untracked().step;
        visit.arrival = Arrival::Link;
        let replaced = history().and_then(|history| {
            history.replace_state_with_url(&visit.step.into(), "", Some(address))
        });
        // Refused when it is asked for too often: the next change will have the address written.
        if replaced.is_ok() {
            self.visit.set(visit);
        }
    }

    /// Back or Forward led to a step, or a jump within the page made one.
    fn take_up_step(self) {
        let Some(mut visit) = visit_of_document(self.base) else { return };
        match step_of_history() {
            Some(step) => {
                visit.step = step;
                visit.arrival = Arrival::History;
            }
            None => {
                visit.step = self.visit.read_untracked().step.wrapping_add(1);
                visit.arrival = Arrival::Link;
                mark_step(visit.step);
            }
        }
        self.depart(visit, move |visit, is_loaded| {
            if is_loaded {
                self.visit.set(visit);
            } else {
                // Where that is refused, the page of the step before stays.
                let _ = window().location().reload();
            }
        });
    }

    /// The address that a click leads to, when it is a page of the site that shall open here.
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

/// Loads the code of the page that the document is the address of. Like [`Part::load`].
///
/// [`Part::load`]: crate::lazy::Part::load
pub fn load_page_of_document(base: Base, then: impl FnOnce(bool) + 'static) {
    let visit = visit_of_document(base).unwrap_or_default();
    load_page(&Route::from_path(&visit.path), &visit.search, then);
}

/// What the document shows, and whether it did so before.
fn first_visit(base: Base) -> Visit {
    let mut visit = visit_of_document(base).unwrap_or_default();
    if let Some(step) = step_of_history() {
        visit.step = step;
        visit.arrival = Arrival::LoadAgain;
    } else {
        mark_step(visit.step);
    }
    visit
}

/// `None` outside of the base, where the site is not served.
fn visit_of_document(base: Base) -> Option<Visit> {
    let location = window().location();
    // Each part can only be refused to another origin.
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

/// The step that the history says is open; `None` for one that another program or the browser made.
fn step_of_history() -> Option<Step> {
    let step = history().ok()?.state().ok()?.as_f64()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a `Step`")]
    let step = step as Step;
    Some(step)
}

/// Writes the step into the entry of the history that is open.
fn mark_step(step: Step) {
    // Where that is refused, the place in the page is not found again: nothing worse.
    let _ = history().and_then(|history| history.replace_state(&step.into(), ""));
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
