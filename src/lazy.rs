//! Parts of the app whose code is loaded when it is asked for.
//!
//! The release build for the browser takes the functions that `lazy!` makes out of the wasm and
//! puts those of a part into files of their own (feature `split`; `xtask/src/split.rs`). In every
//! other build the code is just there, and nothing here waits for anything.

use catalog::Route;
use explore::Filter;
use leptos::prelude::*;

/// What is loaded as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The pages of one company or one technology, and what is shown for an address that leads
    /// nowhere.
    Entries,
    /// The pages that gather: the matrix, the comparison, the saved list, about.
    Views,
    /// What the grid shows only when it is asked for.
    Extras,
}

impl Part {
    /// The part that the page of a route needs with this query string; `None` for the grid, whose
    /// code is always there unless it has words to look for.
    #[must_use]
    pub fn of(route: &Route, search: &str) -> Option<Self> {
        match route {
            Route::Home => {
                let has_words = !Filter::from_query_string(search).query.is_empty();
                has_words.then_some(Self::Extras)
            }
            Route::Company(_) | Route::Technology(_) | Route::Unknown(_) => Some(Self::Entries),
            Route::Technologies | Route::Compare | Route::Saved | Route::About => Some(Self::Views),
        }
    }

    /// Loads the part, unless it is there already, and calls `then` with whether that worked: at
    /// once when it was there. What failed is tried again by the next call.
    #[cfg(feature = "split")]
    pub fn load(self, then: impl FnOnce(bool) + 'static) {
        files::load(self, Box::new(then));
    }

    /// Calls `then` at once: all code is there.
    #[cfg(not(feature = "split"))]
    pub fn load(self, then: impl FnOnce(bool) + 'static) {
        then(true);
    }
}

/// Loads what the page of a route needs with a query string, beyond what is always there. Like
/// [`Part::load`].
pub fn load_page(route: &Route, search: &str, then: impl FnOnce(bool) + 'static) {
    match Part::of(route, search) {
        Some(part) => part.load(then),
        None => then(true),
    }
}

/// A view whose code is loaded when it is first wanted.
#[derive(Clone, Copy)]
pub struct LazyView {
    part: Part,
    /// Whether it could be loaded, once that is known.
    is_loaded: RwSignal<Option<bool>>,
}

impl LazyView {
    /// A view that is not wanted yet.
    #[must_use]
    pub fn of(part: Part) -> Self {
        Self { part, is_loaded: RwSignal::new(None) }
    }

    /// Wants it from now on.
    pub fn want(self) {
        if self.is_loaded.get_untracked() != Some(true) {
            // The page may have been left by then.
            self.part.load(move |is_loaded| _ = self.is_loaded.try_set(Some(is_loaded)));
        }
    }

    /// What `show` gives, once its code is there; words of regret when it could not be loaded.
    /// Tracked.
    pub fn show(self, show: impl FnOnce() -> Option<AnyView>) -> Option<AnyView> {
        self.is_loaded.get().map(|_| show().unwrap_or_else(regret))
    }
}

/// What stands in place of a view whose code could not be loaded.
#[must_use]
pub fn regret() -> AnyView {
    view! {
        // The link has a target, so that the browser follows it.
        <p class="muted" role="alert">
            "This part could not be loaded. " <a href="" target="_self">"Load the page again"</a>
        </p>
    }
    .into_any()
}

/// Makes a function of a [`Part`], which has to be listed in `mod files`. It gives `None` until the
/// part is there.
macro_rules! lazy {
    (
        $(#[$doc:meta])*
        $visibility:vis fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $output:ty $body:block
    ) => {
        $(#[$doc])*
        #[must_use]
        $visibility fn $name($($argument: $type),*) -> Option<$output> {
            #[cfg(feature = "split")]
            return $name::CODE.get().map(|code| code($($argument),*));
            #[cfg(not(feature = "split"))]
            Some($body)
        }

        /// The code of the function, which nothing calls by its name.
        #[cfg(feature = "split")]
        pub(crate) mod $name {
            use std::sync::OnceLock;

            use super::*;

            pub(super) static CODE: OnceLock<fn($($type),*) -> $output> = OnceLock::new();

            /// Has the function call the code from now on.
            pub(crate) fn arrive() {
                let _ = CODE.set(code);
            }

            fn code($($argument: $type),*) -> $output $body
        }
    };
}
pub(crate) use lazy;

/// What is in which part. Nothing else may name these functions' code.
#[cfg(feature = "split")]
mod files {
    use std::task::{Context, Poll, Waker};

    use leptos::wasm_split::{SplitLoaderError, wasm_split};
    // Leptos has a spawner of its own, but not before the app is mounted.
    use wasm_bindgen_futures::spawn_local;

    use super::Part;
    use crate::{components, pages};

    // One type for all who wait: each type of future that is spawned brings code of its own.
    pub(super) fn load(part: Part, then: Box<dyn FnOnce(bool)>) {
        let mut loading = Box::pin(async move {
            match part {
                Part::Entries => entries().await,
                Part::Views => views().await,
                Part::Extras => extras().await,
            }
        });
        match loading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(loaded) => then(loaded.is_ok()),
            Poll::Pending => spawn_local(async move { then(loading.await.is_ok()) }),
        }
    }

    #[wasm_split(entries, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn entries() -> Result<(), SplitLoaderError> {
        pages::show_entry::arrive();
        Ok(())
    }

    #[wasm_split(views, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn views() -> Result<(), SplitLoaderError> {
        pages::show_view::arrive();
        Ok(())
    }

    #[wasm_split(extras, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn extras() -> Result<(), SplitLoaderError> {
        components::dialogs::show::arrive();
        components::evidence::show_body::arrive();
        components::export_menu::show_choices::arrive();
        components::facet_sheet::show_sheet::arrive();
        components::no_results::show::arrive();
        components::storage_notice::show::arrive();
        components::suggestions::of::arrive();
        components::suggestions::show::arrive();
        pages::home::text_search::arrive();
        Ok(())
    }
}
