//! What every page shares: contexts, header, dialogs, footer.

use catalog::{Base, Route};
use explore::Filter;
use leptos::prelude::*;

use crate::components::chapter_name::ChapterName;
use crate::components::dialogs::{self, Dialogs};
use crate::components::dock;
use crate::components::icon::{Icon, LENS};
use crate::components::search_box::{GRID_SEARCH, focus_search};
use crate::components::storage_notice;
use crate::components::theme_switch::ThemeSwitch;
use crate::components::tray;
use crate::lazy::LazyView;
use crate::pages;
use crate::replace::{ChangingText, Replaced};
use crate::routes::use_base;
use crate::site::{Site, use_site};
use crate::state::{
    CompareState, Grown, Navigation, NowPlaying, SavedState, Shortcuts, ThemeState, keep_place,
    next_batch, search_keys, use_compare_state, use_navigation, use_saved,
};
use crate::view::CollectAny;
use crate::wording::{about, shell};

/// The whole site.
#[component]
pub fn App(site: Site, base: Base, navigation: Navigation) -> impl IntoView {
    provide_context(site);
    provide_context(base);
    provide_context(navigation);
    let compare = CompareState::follow(navigation, site);
    provide_context(compare);
    let now_playing = NowPlaying::none();
    provide_context(now_playing);
    keep_place(navigation);
    provide_context(Grown::none());
    let saved = SavedState::stored();
    provide_context(saved);
    let route = navigation.route();
    let has_page = next_batch();
    let dialogs = LazyView::of(dialogs::show::CHUNK);
    let (is_searching, is_reading_shortcuts) = (RwSignal::new(false), RwSignal::new(false));
    let search = Callback::new(move |()| {
        if !focus_search(GRID_SEARCH) {
            dialogs.want();
            is_searching.set(true);
        }
    });
    let show_shortcuts = Callback::new(move |()| {
        dialogs.want();
        is_reading_shortcuts.set(true);
    });
    let shortcuts = Shortcuts::remembered();
    shortcuts.listen(search, show_shortcuts);
    // Back and Forward close the dialogs.
    Effect::new(move |_| {
        route.track();
        is_searching.set(false);
        is_reading_shortcuts.set(false);
    });
    let on_search = Callback::new(move |query| {
        navigation.push(&base.home(&Filter { query, ..Filter::default() }));
    });
    let single_keys = shortcuts.single_keys();
    let on_choose_keys = Callback::new(move |choice| shortcuts.choose(choice));
    let show_dialogs = move || {
        dialogs.show(|| {
            dialogs::show(Dialogs {
                is_searching,
                on_search,
                is_reading_shortcuts,
                single_keys,
                on_choose_keys,
            })
        })
    };
    let notice = LazyView::of(storage_notice::show::CHUNK);
    Effect::new(move |_| {
        if saved.trouble().read().is_some() {
            notice.want();
        }
    });
    let tray = LazyView::of(tray::show::CHUNK);
    Effect::new(move |_| {
        if compare.compared().read().count() > 0 {
            tray.want();
        }
    });
    let player = LazyView::of(dock::show::CHUNK);
    Effect::new(move |_| {
        if now_playing.current().is_some() {
            player.want();
        }
    });
    let on_download = Callback::new(move |()| saved.download_unreadable());
    let on_start_anew = Callback::new(move |()| saved.start_anew());
    let show_notice =
        move || notice.show(|| storage_notice::show(saved.trouble(), on_download, on_start_anew));
    view! {
        <Header on_search=search />
        {show_notice}
        {show_dialogs}
        <main id="main" class="page">
            {move || has_page.get().then(|| Replaced(pages::show(route.get())))}
        </main>
        <div class="docks">
            {move || tray.show(tray::show)}
            {move || player.show(dock::show)}
        </div>
        <Footer on_shortcuts=show_shortcuts />
    }
}

/// Lets keyboard users skip the header.
#[component]
fn SkipLink() -> impl IntoView {
    view! {
        <a class="skip-link" href="#main">
            {shell::SKIP}
        </a>
    }
}

#[component]
fn Header(
    /// Opens the search.
    on_search: Callback<()>,
) -> impl IntoView {
    let (base, name) = (use_base(), use_site().catalog().identity.name.as_str());
    let saved = use_saved().saved();
    let saved_count = move || {
        let count = saved.read().count();
        (count > 0).then(|| {
            let count = ChangingText(count.to_string());
            Replaced(view! { <span class="site-header__count">{count}</span> }.into_any())
        })
    };
    let compared = use_compare_state().compared();
    let route = use_navigation().route();
    // The entry of the open page; that of its list on the page of a company or a technology.
    let current = move |entry: Route| {
        move || match (&*route.read(), &entry) {
            (open, entry) if open == entry => Some("page"),
            (Route::Company(_), Route::Home) | (Route::Technology(_), Route::Technologies) => {
                Some("true")
            }
            _ => None,
        }
    };
    view! {
        <header class="site-header">
            <SkipLink />
            <div class="site-header__inner">
                <a class="site-header__name" href=base.home(&Filter::default())>
                    <span class="site-header__mark" aria-hidden="true"></span>
                    {name}
                </a>
                <nav class="site-header__nav" aria-label=shell::SITE>
                    <a href=base.home(&Filter::default()) aria-current=current(Route::Home)>
                        {shell::COMPANIES}
                    </a>
                    <a href=base.page(&Route::Technologies) aria-current=current(Route::Technologies)>
                        {shell::TECHNOLOGIES}
                    </a>
                    <a href=base.page(&Route::Material) aria-current=current(Route::Material)>
                        {shell::MATERIAL}
                    </a>
                    <a href=base.page(&Route::Listen) aria-current=current(Route::Listen)>
                        {shell::LISTEN}
                    </a>
                    <a
                        href=move || base.compare(&*compared.read())
                        aria-current=current(Route::Compare)
                    >
                        {shell::COMPARE}
                    </a>
                    <a href=base.page(&Route::Saved) aria-current=current(Route::Saved)>
                        {shell::SAVED} {saved_count}
                    </a>
                    <a href=base.page(&Route::About) aria-current=current(Route::About)>
                        {shell::ABOUT}
                    </a>
                </nav>
                <button
                    type="button"
                    class="button button--plain site-header__search needs-app"
                    aria-label=shell::SEARCH
                    title=shell::search_with(search_keys())
                    on:click=move |_| on_search.run(())
                >
                    <Icon path=LENS />
                </button>
            </div>
        </header>
    }
}

#[component]
fn Footer(
    /// Opens the list of shortcuts.
    on_shortcuts: Callback<()>,
) -> impl IntoView {
    let base = use_base();
    let theme = ThemeState::remembered();
    let sources = use_site().catalog().chapters.iter().map(|chapter| {
        let rest = shell::licence_and_age(&chapter.licence, chapter.written.year());
        view! { <p>{about::COMPILED_FROM} <ChapterName chapter /> {rest}</p> }.into_any()
    });
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                {sources.collect_any()}
                <p>
                    {shell::NO_TRACKERS}
                    <a href=base.page(&Route::About)>{shell::HOW_THIS_WORKS}</a> " "
                    <button type="button" class="button site-footer__shortcuts needs-app" on:click=move |_| on_shortcuts.run(())>
                        {shell::SHORTCUTS}
                    </button>
                </p>
                <ThemeSwitch
                    current=theme.current()
                    on_choose=Callback::new(move |choice| theme.choose(choice))
                />
            </div>
        </footer>
    }
}
