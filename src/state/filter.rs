//! The filter of the grid: from the address, and from what is being typed.

use std::time::Duration;

use explore::{CheckedFilter, Filter, UnknownValues};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use super::navigation::use_navigation;
use crate::routes::use_base;
use crate::site::{Site, use_site};

/// Debounce of typed text before it is written to the address. Browsers throw at about the
/// hundredth history write in ten seconds.
const PAUSE_BEFORE_WRITE: Duration = Duration::from_millis(150);

/// Text that was typed when the address had changed `revision` times. Stale once the address
/// changes again.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typed {
    text: String,
    revision: u32,
}

/// The filter that the reader sees, derived from the address and from what is being typed.
#[derive(Clone, Copy)]
pub struct FilterState {
    search: Memo<String>,
    /// How often the query string has changed. Comparing strings would not do: an old one may come
    /// back.
    revision: Memo<u32>,
    typed: RwSignal<Option<Typed>>,
    filter: Memo<CheckedFilter>,
    unknown: Memo<UnknownValues>,
}

impl FilterState {
    /// Follows the query string `search` (without `?`).
    #[must_use]
    pub fn new(site: Site, search: Memo<String>) -> Self {
        let typed = RwSignal::new(None::<Typed>);
        let revision = Memo::new(move |last: Option<&u32>| {
            // Read, not only tracked: a memo counts as changed at its first read.
            drop(search.read());
            last.map_or(0, |last| last.wrapping_add(1))
        });
        let read = Memo::new(move |_| site.index().read(&search.read()));
        let unknown = Memo::new(move |_| read.read().1.clone());
        let filter = Memo::new(move |_| {
            let filter = read.read().0.clone();
            let typed = typed.read();
            match typed.as_ref().filter(|typed| typed.revision == revision.get()) {
                Some(typed) => filter.with_query(&typed.text),
                None => filter,
            }
        });
        Self { search, revision, typed, filter, unknown }
    }

    /// What the reader sees now.
    #[must_use]
    pub fn filter(self) -> Memo<CheckedFilter> {
        self.filter
    }

    /// The values of the address that are no part of the filter.
    #[must_use]
    pub fn unknown(self) -> Memo<UnknownValues> {
        self.unknown
    }

    /// Applies a search text before it is in the address.
    pub fn type_query(self, text: String) {
        let revision = self.revision.get_untracked();
        self.typed.set(Some(Typed { text, revision }));
    }

    /// The filter to write to the address, when typed text is not in it yet.
    #[must_use]
    pub fn unwritten(self) -> Option<CheckedFilter> {
        let revision = self.revision.get_untracked();
        self.typed.read_untracked().as_ref().filter(|typed| typed.revision == revision)?;
        let filter = self.filter.get_untracked();
        (filter.to_query_string() != *self.search.read_untracked()).then_some(filter)
    }
}

/// The filter of the open page, and the ways to change it other than by a link.
#[derive(Clone, Copy)]
pub struct FilterControl {
    /// What the reader sees.
    pub filter: Memo<CheckedFilter>,
    /// The values of the address that were not understood. The next change of the filter drops them
    /// from the address.
    pub unknown: Memo<UnknownValues>,
    /// Call on each keystroke. The address follows debounced, in the same entry of the history.
    pub type_query: Callback<String>,
    /// Writes typed text to the address now.
    pub finish_typing: Callback<()>,
    /// Changes the filter, as a new entry of the history.
    pub choose: Callback<Filter>,
}

/// The filter of the open page.
///
/// # Panics
/// Outside of [`crate::app::App`].
#[must_use]
pub fn use_filter_control() -> FilterControl {
    let navigation = use_navigation();
    let state = FilterState::new(use_site(), navigation.search());
    let base = use_base();
    let write = move || {
        if let Some(filter) = state.unwritten() {
            navigation.replace(&base.home(&filter));
        }
    };
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let cancel = move || {
        if let Some(timeout) = pending.try_update_value(Option::take).flatten() {
            timeout.clear();
        }
    };
    on_cleanup(cancel);
    FilterControl {
        filter: state.filter(),
        unknown: state.unknown(),
        type_query: Callback::new(move |text| {
            state.type_query(text);
            cancel();
            pending.set_value(set_timeout_with_handle(write, PAUSE_BEFORE_WRITE).ok());
        }),
        finish_typing: Callback::new(move |()| {
            cancel();
            write();
        }),
        choose: Callback::new(move |filter| navigation.push(&base.home(&filter))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Catalog, Role, Technology};

    fn site() -> Site {
        let technology = Technology {
            slug: "kafka".parse().unwrap(),
            name: "Apache Kafka".to_owned(),
            role: Role::Transport,
            parent: None,
            aliases: vec![],
            formerly: vec![],
            summary: String::new(),
            homepage: String::new(),
        };
        Site::of(Catalog { technologies: vec![technology], ..Catalog::default() })
    }

    /// Runs `test` with a state and the query string that it follows.
    fn with_state(test: impl FnOnce(FilterState, RwSignal<String>)) {
        let owner = Owner::new();
        owner.set();
        let search = RwSignal::new(String::new());
        test(FilterState::new(site(), Memo::new(move |_| search.get())), search);
    }

    fn query(state: FilterState) -> String {
        state.filter().get_untracked().query.clone()
    }

    #[test]
    fn the_filter_follows_the_query_string() {
        with_state(|state, search| {
            search.set("q=stream&tech=kafka".to_owned());
            assert_eq!(state.filter().get_untracked().to_query_string(), "q=stream&tech=kafka");
        });
    }

    #[test]
    fn what_the_catalogue_does_not_know_is_named_and_dropped_at_the_next_change() {
        with_state(|state, search| {
            search.set("tech=kafka&tech=nope&match=banana&x=%E0%A4".to_owned());
            assert_eq!(state.filter().get_untracked().to_query_string(), "tech=kafka");
            let unknown = state.unknown().get_untracked();
            let values: Vec<_> = unknown.iter().map(|unknown| unknown.value.as_str()).collect();
            assert_eq!(values, ["banana", "nope"]);
            state.type_query("a".to_owned());
            let written = state.unwritten().map(|filter| filter.to_query_string());
            assert_eq!(written.as_deref(), Some("q=a&tech=kafka"));
            search.set("q=a&tech=kafka".to_owned());
            assert!(state.unknown().get_untracked().is_empty());
        });
    }

    #[test]
    fn typing_counts_before_the_address_has_it() {
        with_state(|state, _| {
            state.type_query("kaf".to_owned());
            assert_eq!(query(state), "kaf");
            assert_eq!(
                state.unwritten().map(|filter| filter.query.clone()),
                Some("kaf".to_owned())
            );
        });
    }

    #[test]
    fn typing_gives_way_to_any_later_address() {
        with_state(|state, search| {
            state.type_query("kaf".to_owned());
            search.set("q=flink".to_owned());
            assert_eq!(query(state), "flink");
            assert_eq!(state.unwritten(), None);
        });
    }

    #[test]
    fn what_was_typed_does_not_come_back_with_the_address_it_was_typed_on() {
        with_state(|state, search| {
            state.type_query("kaf".to_owned());
            assert_eq!(query(state), "kaf");
            search.set("q=kaf".to_owned());
            assert_eq!(query(state), "kaf");
            search.set(String::new());
            assert_eq!(query(state), "");
            assert_eq!(state.unwritten(), None);
        });
    }

    #[test]
    fn nothing_is_written_when_the_address_says_it_already() {
        with_state(|state, search| {
            search.set("q=kafka".to_owned());
            state.type_query("kafka".to_owned());
            assert_eq!(state.unwritten(), None);
        });
    }
}
