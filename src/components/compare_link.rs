//! The way from a company to the table that sets it beside others.

use catalog::Company;
use leptos::prelude::*;

use super::icon::{COLUMNS, Icon};
use crate::routes::use_base;
use crate::state::use_compare_state;

/// Puts a company beside those that were compared before in this visit.
#[component]
pub fn CompareLink(
    /// Which company.
    company: &'static Company,
) -> impl IntoView {
    // Nothing changes what is compared while this is shown.
    let compared = use_compare_state().compared().read_untracked().with(&company.slug);
    let label = format!("Compare {}", company.name);
    view! {
        <a class="keep needs-app" href=use_base().compare(&compared) title=label.clone() aria-label=label>
            <Icon path=COLUMNS />
            <span class="keep__word">"Compare"</span>
        </a>
    }
}
