//! The frame around every page: routes, header, footer.

use catalog::Filter;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::components::theme_switch::ThemeSwitch;
use crate::pages::{AboutPage, CompanyPage, HomePage, TechnologyPage, UnknownPage};
use crate::routes::{Base, use_base};
use crate::site::{Site, use_site};
use crate::state::{HistoryArrival, ThemeState, keep_place};

/// The whole site.
#[component]
pub fn App(
    /// What it shows.
    site: Site,
    /// Where it is served.
    base: Base,
) -> impl IntoView {
    provide_context(site);
    provide_context(base);
    let arrival = HistoryArrival::watch();
    view! {
        <Router base=base.as_str()>
            <Frame arrival />
        </Router>
    }
}

/// What stays while pages change.
#[component]
fn Frame(arrival: HistoryArrival) -> impl IntoView {
    keep_place(arrival);
    view! {
        <Header />
        <main id="main" class="page">
            <FlatRoutes fallback=UnknownPage>
                <Route path=path!("/") view=HomePage />
                <Route path=path!("/company/:slug") view=CompanyPage />
                <Route path=path!("/technology/:slug") view=TechnologyPage />
                <Route path=path!("/about") view=AboutPage />
            </FlatRoutes>
        </main>
        <Footer />
    }
}

/// Lets the keyboard pass the header.
#[component]
fn SkipLink() -> impl IntoView {
    // `external` keeps the router from taking a jump within the page for a navigation.
    view! {
        <a class="skip-link" href="#main" rel="external">
            "Skip to the content"
        </a>
    }
}

#[component]
fn Header() -> impl IntoView {
    let base = use_base();
    let theme = ThemeState::remembered();
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
                    <a href=base.about()>"About"</a>
                </nav>
                <ThemeSwitch
                    current=theme.current()
                    on_choose=Callback::new(move |choice| theme.choose(choice))
                />
            </div>
        </header>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let base = use_base();
    let source = &use_site().catalog().source;
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                <p>
                    "Compiled from the chapter “Case Studies” of "
                    <a href=source.homepage.clone() rel="external noopener">
                        {source.title.clone()}
                    </a> " by " {source.author.clone()} ", " {source.licence.clone()}
                    ". The material is from 2019 and earlier."
                </p>
                <p>
                    "No cookies, no trackers. Nothing is asked of another site before you click. "
                    <a href=base.about()>"How this works"</a>
                </p>
            </div>
        </footer>
    }
}
