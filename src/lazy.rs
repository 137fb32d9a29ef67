//! Functions whose code is loaded when it is first needed.
//!
//! `lazy!` names the chunk of a function where the function is written. The release build for the
//! browser (feature `split`) moves these functions out of the wasm into one file per chunk
//! (`xtask/src/split.rs`). Every other build contains their code and waits for nothing.
//! `docs/decisions/001-split-wasm.md` has the figures.

use catalog::Route;
use explore::Filter;
use leptos::prelude::*;

use crate::replace::Replaced;

/// A file of code that is loaded as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The pages of one company, one technology or one letter, and the not-found page.
    Entries,
    /// The other pages beside the grid: matrix, comparison, saved list, about.
    Views,
    /// Search, and what the grid shows only on demand.
    Extras,
    /// The lists across companies, material and episodes, and the player.
    Lists,
}

/// The code of a chunk could not be loaded: the host is out of reach or the file is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadError;

impl Chunk {
    /// The chunk that the page of a route needs with this query string. The grid needs none unless
    /// it has words to search for or to quote.
    #[must_use]
    pub fn of_page(route: &Route, search: &str) -> Option<Self> {
        match route {
            Route::Home => {
                let filter = Filter::from_query_string(search);
                // Cards quote the words behind what they are filtered by; later, they would grow.
                let has_words = filter.has_query() || !filter.technologies.is_empty();
                has_words.then_some(Self::Extras)
            }
            Route::Company(_) | Route::Technology(_) | Route::Letter(_) | Route::Unknown(_) => {
                Some(Self::Entries)
            }
            Route::Material | Route::Listen => Some(Self::Lists),
            Route::Technologies | Route::Compare | Route::Saved | Route::About => Some(Self::Views),
        }
    }

    /// Loads the chunk, then calls `then`: at once when it is loaded already. The next call retries
    /// after a failure.
    #[cfg(feature = "split")]
    pub fn load(self, then: impl FnOnce(Result<(), LoadError>) + 'static) {
        split::load(self, Box::new(then));
    }

    /// Whether the functions of the chunk can be called.
    #[cfg(not(feature = "split"))]
    const fn is_loaded(self) -> bool {
        true
    }

    /// Calls `then` at once: this build contains all code.
    #[cfg(not(feature = "split"))]
    pub fn load(self, then: impl FnOnce(Result<(), LoadError>) + 'static) {
        then(Ok(()));
    }
}

/// Loads the chunk of a route's page, if it needs one. Like [`Chunk::load`].
pub fn load_page(route: &Route, search: &str, then: impl FnOnce(Result<(), LoadError>) + 'static) {
    match Chunk::of_page(route, search) {
        Some(chunk) => chunk.load(then),
        None => then(Ok(())),
    }
}

/// A view whose code is loaded on demand.
#[derive(Clone, Copy)]
pub struct LazyView {
    chunk: Chunk,
    /// `None` until the first attempt has ended.
    loaded: RwSignal<Option<Result<(), LoadError>>>,
}

impl LazyView {
    /// A view of this chunk, which is not loaded yet.
    #[must_use]
    pub fn of(chunk: Chunk) -> Self {
        Self { chunk, loaded: RwSignal::new(None) }
    }

    /// Loads the code, unless it is loaded already.
    pub fn want(self) {
        if self.loaded.get_untracked() != Some(Ok(())) {
            // The page may have been left by then.
            self.chunk.load(move |loaded| _ = self.loaded.try_set(Some(loaded)));
        }
    }

    /// Shows the view at once where its code is loaded already.
    pub fn show_if_loaded(self) {
        if self.chunk.is_loaded() {
            self.want();
        }
    }

    /// Whether there is a view or an error notice to show. Tracked.
    #[must_use]
    pub fn is_shown(self) -> bool {
        self.loaded.read().is_some()
    }

    /// The view once its code is loaded, an error notice when loading failed. Tracked.
    pub fn show(self, show: impl FnOnce() -> Option<AnyView>) -> Option<Replaced> {
        self.loaded.get().map(|_| Replaced(show().unwrap_or_else(load_error)))
    }
}

/// The error notice in place of a view whose code could not be loaded.
#[must_use]
pub fn load_error() -> AnyView {
    view! {
        // A link with a target is followed by the browser, not by the app.
        <p class="muted" role="alert">
            "This part could not be loaded. " <a href="" target="_self">"Load the page again"</a>
        </p>
    }
    .into_any()
}

/// Makes a function whose code is in a [`Chunk`]. It returns `None` until the chunk is loaded, then
/// runs synchronously like any other function. A module of the same name has the chunk, as `CHUNK`.
///
/// ```ignore
/// lazy! {
///     chunk = Extras;
///     /// The menu's choices.
///     fn show_choices(hits: Memo<Vec<Hit<'static>>>) -> AnyView {
///         view! { <Choices hits /> }.into_any()
///     }
/// }
/// ```
macro_rules! lazy {
    (
        chunk = $chunk:ident;
        $(#[$doc:meta])*
        $visibility:vis fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $output:ty $body:block
    ) => {
        $(#[$doc])*
        #[must_use]
        $visibility fn $name($($argument: $type),*) -> Option<$output> {
            #[cfg(feature = "split")]
            return $name::CHUNK
                .is_loaded()
                .then(|| $name::$name($($argument),*))
                .and_then($crate::lazy::split::output_of);
            #[cfg(not(feature = "split"))]
            Some($body)
        }

        #[allow(non_snake_case, reason = "wasm_split makes names from the chunk's")]
        $visibility mod $name {
            #[cfg(feature = "split")]
            use super::*;

            /// The chunk of the function.
            #[allow(dead_code, unreachable_pub, reason = "pages are loaded by their route")]
            pub const CHUNK: $crate::lazy::Chunk = $crate::lazy::Chunk::$chunk;

            #[cfg(feature = "split")]
            #[::leptos::wasm_split::wasm_split(
                $chunk,
                wasm_split_path = $crate::lazy::split::loaded
            )]
            pub(super) fn $name($($argument: $type),*) -> $output $body
        }
    };
}
pub(crate) use lazy;

/// The interface to `wasm_split`, which makes each marked function async: it loads the chunk, then
/// calls the code. Chunks are loaded by one marked function each, so that a load is shared by all
/// functions of the chunk; the functions of [`lazy!`] leave the loading out and need not wait.
#[cfg(feature = "split")]
#[allow(non_snake_case, reason = "wasm_split makes names from the chunks'")]
pub(crate) mod split {
    use std::pin::pin;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::task::{Context, Poll, Waker};

    use leptos::wasm_split::{SplitLoaderError, wasm_split};
    // Leptos has its own spawner, but only after the app is mounted.
    use wasm_bindgen_futures::spawn_local;

    use super::{Chunk, LoadError};

    static LOADED: [AtomicBool; 4] = [const { AtomicBool::new(false) }; 4];

    impl Chunk {
        /// Whether the functions of the chunk can be called.
        pub(crate) fn is_loaded(self) -> bool {
            LOADED[self as usize].load(Ordering::Relaxed)
        }
    }

    // A boxed `then`: each type of future that is spawned adds its own code.
    pub(super) fn load(chunk: Chunk, then: Box<dyn FnOnce(Result<(), LoadError>)>) {
        if chunk.is_loaded() {
            return then(Ok(()));
        }
        spawn_local(async move {
            let loaded = match chunk {
                Chunk::Entries => entries().await,
                Chunk::Views => views().await,
                Chunk::Extras => extras().await,
                Chunk::Lists => lists().await,
            };
            if loaded.is_ok() {
                LOADED[chunk as usize].store(true, Ordering::Relaxed);
            }
            then(loaded.map_err(|_| LoadError));
        });
    }

    #[wasm_split(Entries, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn entries() -> Result<(), SplitLoaderError> {
        Ok(())
    }

    #[wasm_split(Views, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn views() -> Result<(), SplitLoaderError> {
        Ok(())
    }

    #[wasm_split(Extras, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn extras() -> Result<(), SplitLoaderError> {
        Ok(())
    }

    #[wasm_split(Lists, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn lists() -> Result<(), SplitLoaderError> {
        Ok(())
    }

    /// What a function of a loaded chunk returns. It waits for nothing, so one poll completes it.
    pub(crate) fn output_of<Output>(call: impl Future<Output = Output>) -> Option<Output> {
        match pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(output) => Some(output),
            Poll::Pending => None,
        }
    }

    /// What `wasm_split` takes from its support crate, for functions that are only called once
    /// their chunk is loaded.
    pub(crate) mod loaded {
        pub(crate) mod rt {
            use std::pin::Pin;

            use leptos::wasm_split::SplitLoaderError;
            pub(crate) use leptos::wasm_split::rt::{LazySplitLoader, LoadCallbackFn};

            pub(crate) async fn ensure_loaded(
                _loader: Pin<&LazySplitLoader>,
            ) -> Result<(), SplitLoaderError> {
                Ok(())
            }
        }
    }
}
