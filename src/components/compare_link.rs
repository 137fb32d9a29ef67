//! The link that adds a company to the comparison.

use catalog::Company;
use leptos::prelude::*;

use super::icon::{COLUMNS, Icon};
use crate::routes::use_base;
use crate::state::use_compare_state;

/// Adds the company to those compared last in this visit.
#[component]
pub fn CompareLink(company: &'static Company) -> impl IntoView {
    // The comparison does not change while this is shown.
    let compared = use_compare_state().compared().read_untracked().with(&company.slug);
    let label = format!("Compare {}", company.name);
    view! {
        <a class="keep needs-app" href=use_base().compare(&compared) title=label.clone() aria-label=label>
            <Icon path=COLUMNS />
            <span class="keep__word">"Compare"</span>
        </a>
    }
}
