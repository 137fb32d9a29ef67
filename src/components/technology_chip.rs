//! A technology's name with how well it is proved.

use catalog::{Grade, Technology};
use leptos::prelude::*;

/// A technology as a label, not a link: for cards, where nothing interactive may nest. A weak
/// grade is said in words and drawn with a broken line, so it needs no colour.
#[component]
pub fn TechnologyChip(
    /// Which technology.
    technology: &'static Technology,
    /// The best grade of its evidence.
    grade: Grade,
) -> impl IntoView {
    view! {
        <span class=format!("chip role--{}", technology.role.as_str()) class:chip--weak=!grade.is_strong()>
            {short_name(technology)}
            {(!grade.is_strong()).then(|| view! { <span class="chip__grade">{grade.label()}</span> })}
        </span>
    }
}

/// The name without the "Apache" that half of them begin with.
fn short_name(technology: &Technology) -> String {
    technology.name.strip_prefix("Apache ").unwrap_or(&technology.name).to_owned()
}
