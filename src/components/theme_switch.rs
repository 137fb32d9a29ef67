//! The colour theme switch.

use leptos::prelude::*;

use super::icon::Icon;
use crate::state::Theme;
use crate::view::CollectAny;
use crate::wording::shell;

/// Three buttons, one of which is pressed.
#[component]
pub fn ThemeSwitch(
    #[prop(into)] current: Signal<Theme>,
    on_choose: Callback<Theme>,
) -> impl IntoView {
    let choice = move |theme: Theme| {
        view! {
            <button
                type="button"
                class="theme-switch__choice"
                aria-pressed=move || (current.get() == theme).to_string()
                on:click=move |_| on_choose.run(theme)
                title=theme.label()
            >
                <Icon path=drawing(theme) />
                <span class="visually-hidden">{theme.label()}</span>
            </button>
        }
    };
    view! {
        <div class="theme-switch needs-app" role="group" aria-label=shell::COLOURS>
            {Theme::ALL.into_iter().map(choice).collect_any()}
        </div>
    }
}

/// Icons: half a circle, a sun, a moon.
const fn drawing(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11v11",
        Theme::Light => {
            "M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6M8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M12.8 3.2l-1 1M4.2 11.8l-1 1"
        }
        Theme::Dark => "M13.5 9.8A5.8 5.8 0 0 1 6.2 2.5a5.8 5.8 0 1 0 7.3 7.3",
    }
}
