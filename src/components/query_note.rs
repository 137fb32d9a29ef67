//! A line above the results: what of the address and of the search text was not understood.

use explore::{Filter, UnknownValue, UnknownValues};
use leptos::prelude::*;

use crate::text;
use crate::wording::grid;

/// Names what is left out of the results: values that the catalogue does not have, a search text
/// without letters and digits. Empty if everything was understood.
#[must_use]
pub fn query_note(filter: &Filter, unknown: &UnknownValues) -> String {
    let mut left_out: Vec<String> = unknown.iter().map(named).collect();
    if filter.has_only_signs() {
        left_out.push(grid::only_signs(filter.query.trim()));
    }
    if left_out.is_empty() {
        return String::new();
    }
    grid::left_out(&text::list(&left_out))
}

/// The note, if there is one.
#[component]
pub fn QueryNote(#[prop(into)] note: Signal<String>) -> impl IntoView {
    move || {
        let note = note.get();
        (!note.is_empty()).then(|| view! { <p class="muted query-note">{note}</p> }.into_any())
    }
}

/// An unknown value with what it should have been a name of.
fn named(unknown: &UnknownValue) -> String {
    let UnknownValue { key, value } = unknown;
    let what = match key.as_str() {
        "tech" => grid::TECHNOLOGY,
        "from" | "to" => grid::YEAR,
        "sort" => grid::ORDER,
        other => other,
    };
    format!("{what} “{value}”")
}
