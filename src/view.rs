//! Type erasure for lists and optional views. Each further type of list or option brings its own
//! code to build, rebuild and remove it, about 3 kB of wasm (`docs/decisions/006-small-wasm.md`).

use leptos::prelude::*;

/// Collects views into a list of erased ones.
pub trait CollectAny {
    /// Like `collect_view`, erased.
    fn collect_any(self) -> Vec<AnyView>;
}

impl<Views> CollectAny for Views
where
    Views: Iterator,
    Views::Item: IntoView + 'static,
{
    fn collect_any(self) -> Vec<AnyView> {
        let mut erased = Vec::new();
        for view in self {
            erased.push(view.into_any());
        }
        erased
    }
}

/// An optional view, erased.
pub fn maybe<View: IntoView + 'static>(view: Option<View>) -> Option<AnyView> {
    view.map(IntoAny::into_any)
}
