//! The button that adds a company to the comparison.

use catalog::Company;
use leptos::prelude::*;

use super::icon::COLUMNS;
use super::keep::{ToggleButton, ToggleLook};
use crate::state::use_compare_state;
use crate::wording::compare;

/// Adds the company to those that are compared, or removes it. The tray (`tray.rs`) shows them.
#[component]
pub fn CompareButton(company: &'static Company) -> impl IntoView {
    const LOOK: ToggleLook = ToggleLook {
        class: "keep keep--compare needs-app",
        icon: COLUMNS,
        icon_when_on: COLUMNS,
        word: compare::COMPARE,
        word_when_on: compare::COMPARING,
    };
    let state = use_compare_state();
    let is_on = Memo::new(move |_| state.compared().read().contains(&company.slug));
    let on_toggle = Callback::new(move |()| state.toggle(&company.slug));
    view! { <ToggleButton look=LOOK name=company.name.clone() is_on on_toggle /> }
}
