//! The frame around every page: routes, header, footer.

use catalog::{Filter, Route};
use leptos::prelude::*;

use crate::components::icon::{Icon, LENS};
use crate::components::keys::KeySheet;
use crate::components::later::Later;
use crate::components::search_box::{GRID_SEARCH, focus_search};
use crate::components::search_dialog::SearchDialog;
use crate::components::storage_notice::StorageNotice;
use crate::components::theme_switch::ThemeSwitch;
use crate::pages::{
    AboutPage, CompanyPage, ComparePage, HomePage, NotFound, SavedPage, TechnologiesPage,
    TechnologyPage,
};
use crate::routes::{Base, use_base};
use crate::site::{Site, use_site};
use crate::state::{
    CompareState, Navigation, SavedState, Shortcuts, ThemeState, is_drawn, keep_place,
    use_compare_state, use_saved,
};
use crate::view::maybe;

/// The whole site.
#[component]
pub fn App(
    /// What it shows.
    site: Site,
    /// Where it is served.
    base: Base,
    /// Which page of it is open.
    navigation: Navigation,
) -> impl IntoView {
    provide_context(site);
    provide_context(base);
    provide_context(navigation);
    provide_context(CompareState::follow(navigation, site));
    keep_place(navigation);
    let saved = SavedState::stored();
    provide_context(saved);
    let route = navigation.route();
    let has_page = is_drawn(1);
    let (is_searching, is_reading_keys) = (RwSignal::new(false), RwSignal::new(false));
    let search = Callback::new(move |()| {
        if !focus_search(GRID_SEARCH) {
            is_searching.set(true);
        }
    });
    let show_keys = Callback::new(move |()| is_reading_keys.set(true));
    let shortcuts = Shortcuts::remembered();
    shortcuts.listen(search, show_keys);
    // Back and Forward leave a dialog as they leave its page.
    Effect::new(move |_| {
        route.track();
        is_searching.set(false);
        is_reading_keys.set(false);
    });
    let search_grid = Callback::new(move |query| {
        navigation.push(&base.home(&Filter { query, ..Filter::default() }));
    });
    view! {
        <Header on_search=search />
        <StorageNotice
            trouble=saved.trouble()
            on_download=Callback::new(move |()| saved.download_unreadable())
            on_start_anew=Callback::new(move |()| saved.start_anew())
        />
        <main id="main" class="page">
            {move || maybe(has_page.get().then(|| page(route.get())))}
        </main>
        <Footer on_keys=show_keys />
        <Later step=2>
            <SearchDialog is_open=is_searching on_search=search_grid />
            <KeySheet
                is_open=is_reading_keys
                has_single_keys=shortcuts.has_single_keys()
                on_choose=Callback::new(move |on| shortcuts.choose(on))
            />
        </Later>
    }
}

/// What a route shows.
fn page(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <HomePage /> }.into_any(),
        Route::Company(slug) => view! { <CompanyPage slug /> }.into_any(),
        Route::Technology(slug) => view! { <TechnologyPage slug /> }.into_any(),
        Route::About => view! { <AboutPage /> }.into_any(),
        Route::Saved => view! { <SavedPage /> }.into_any(),
        Route::Technologies => view! { <TechnologiesPage /> }.into_any(),
        Route::Compare => view! { <ComparePage /> }.into_any(),
        Route::Unknown(name) => view! { <NotFound name /> }.into_any(),
    }
}

/// Lets the keyboard pass the header.
#[component]
fn SkipLink() -> impl IntoView {
    view! {
        <a class="skip-link" href="#main">
            "Skip to the content"
        </a>
    }
}

#[component]
fn Header(
    /// The search was asked for.
    on_search: Callback<()>,
) -> impl IntoView {
    let base = use_base();
    let theme = ThemeState::remembered();
    let saved = use_saved().saved();
    let saved_count = move || {
        let count = saved.read().count();
        (count > 0).then(|| view! { <span class="site-header__count">{count}</span> }.into_any())
    };
    let compared = use_compare_state().compared();
    view! {
        <header class="site-header">
            <SkipLink />
            <div class="site-header__inner">
                <a class="site-header__name" href=base.home(&Filter::default())>
                    <span class="site-header__mark" aria-hidden="true"></span>
                    "Casebook"
                </a>
                <nav class="site-header__nav" aria-label="Site">
                    <a href=base.home(&Filter::default())>"Companies"</a>
                    <a href=base.page(&Route::Technologies)>"Technologies"</a>
                    <a href=move || base.compare(&compared.read())>"Compare"</a>
                    <a href=base.page(&Route::Saved)>"Saved" {saved_count}</a>
                    <a href=base.page(&Route::About)>"About"</a>
                </nav>
                <button
                    type="button"
                    class="button button--plain site-header__search needs-app"
                    aria-label="Search"
                    title="Search (Ctrl+K)"
                    on:click=move |_| on_search.run(())
                >
                    <Icon path=LENS />
                </button>
                <ThemeSwitch
                    current=theme.current()
                    on_choose=Callback::new(move |choice| theme.choose(choice))
                />
            </div>
        </header>
    }
}

#[component]
fn Footer(
    /// The list of keys was asked for.
    on_keys: Callback<()>,
) -> impl IntoView {
    let base = use_base();
    let source = &use_site().catalog().source;
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                <p>
                    "Compiled from the chapter “Case Studies” of "
                    <a href=source.homepage.clone() rel="noopener">
                        {source.title.clone()}
                    </a> " by " {source.author.clone()} ", " {source.licence.clone()}
                    ". The material is from 2019 and earlier."
                </p>
                <p>
                    "No cookies, no trackers. Nothing is asked of another site before you click. "
                    <a href=base.page(&Route::About)>"How this works"</a> " "
                    <button type="button" class="button site-footer__keys needs-app" on:click=move |_| on_keys.run(())>
                        "Keys"
                    </button>
                </p>
            </div>
        </footer>
    }
}
