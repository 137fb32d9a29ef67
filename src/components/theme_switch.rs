//! The switch between the system's colours, light and dark.

use leptos::prelude::*;

use crate::state::Theme;

/// A group of three choices, one of which holds.
#[component]
pub fn ThemeSwitch(
    /// The choice that holds.
    #[prop(into)]
    current: Signal<Theme>,
    /// Takes another choice.
    on_choose: Callback<Theme>,
) -> impl IntoView {
    let choice = move |theme: Theme| {
        view! {
            <button
                type="button"
                class="theme-switch__choice"
                aria-pressed=move || (current.get() == theme).to_string()
                on:click=move |_| on_choose.run(theme)
            >
                {theme.label()}
            </button>
        }
    };
    view! {
        <div class="theme-switch" role="group" aria-label="Colours">
            {Theme::ALL.map(choice).collect_view()}
        </div>
    }
}
