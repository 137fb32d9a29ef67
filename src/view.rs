//! Views of one type. Each type of a list or an optional view that reaches the page brings code of
//! its own to build, rebuild and remove it, about 3 kB of wasm; erased ones share theirs.

use leptos::prelude::*;

/// Collects views of one type or another into a list of erased ones.
pub trait CollectAny {
    /// The list. To be used in place of `collect_view`.
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
