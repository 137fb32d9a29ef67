//! `/material`: every talk, article, paper and episode of all companies.

use std::time::Duration;

use catalog::TitleSource;
use explore::{
    CheckedMaterial, Material, MaterialCriterion, MaterialFilter, MaterialList, Medium,
    Publication, Sort,
};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use crate::components::announcement::Announcement;
use crate::components::chips::criterion_label;
use crate::components::icon::{CROSS, FILTERS, Icon, LENS};
use crate::components::keep::{KeepPodcast, KeepResource};
use crate::components::material_facets::{Facets, List};
use crate::components::material_row::MaterialRow;
use crate::components::query_note::{QueryNote, query_note};
use crate::replace::{ChangingText, Replaced};
use crate::routes::use_base;
use crate::site::{Site, use_site};
use crate::state::{IN_BROWSER, next_batches_of_list, use_navigation};
use crate::text;
use crate::title::set_title;
use crate::view::{CollectAny, maybe};
use crate::wording::{material, nouns, shared};

/// The id of the search field.
const FIELD: &str = "material-search";

/// Rows per batch while the first page is drawn.
const ROWS_PER_BATCH: usize = 20;

/// How many rows the prerendered page has: its first paint has to be small.
const PRERENDERED: usize = 24;

/// Debounce of typed text before it is written to the address.
const PAUSE_BEFORE_WRITE: Duration = Duration::from_millis(150);

/// The list of material with its filters.
#[component]
pub fn MaterialPage() -> impl IntoView {
    let (site, base, navigation) = (use_site(), use_base(), use_navigation());
    let material = site.material();
    let search = navigation.search();
    let typed = RwSignal::new(None::<String>);
    let read = Memo::new(move |_| material.read(&search.read()));
    let filter = Memo::new(move |_| {
        let filter = read.read().0.clone();
        match &*typed.read() {
            Some(text) => filter.with_query(text),
            None => filter,
        }
    });
    // A later address has what was typed, or takes its place.
    Effect::new(move |_| {
        search.track();
        typed.set(None);
    });
    let listing = Memo::new(move |_| material.listing(&filter.read()));
    let list = List { material, filter, listing };
    set_title(move || title(site, list));

    let write = move || {
        if typed.get_untracked().is_some() {
            navigation.replace(&base.material(&**filter.read_untracked()));
        }
    };
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let cancel = move || {
        if let Some(timeout) = pending.try_update_value(Option::take).flatten() {
            timeout.clear();
        }
    };
    on_cleanup(cancel);
    let type_query = move |text: String| {
        typed.set(Some(text));
        cancel();
        pending.set_value(set_timeout_with_handle(write, PAUSE_BEFORE_WRITE).ok());
    };
    // On narrow screens, where they are folded.
    let shows_filters = RwSignal::new(false);
    let count = Signal::derive(move || summary(&listing.read()));
    let note = Memo::new(move |_| query_note(&filter.read().shared, &read.read().1));
    view! {
        <article class="material">
            <header class="material__head">
                <h1 tabindex="-1">{material::TITLE}</h1>
                <p class="material__lede">
                    {material::lede(&pieces(material.len()))}
                </p>
            </header>
            <div class="material__columns">
                <div
                    class="material__filters needs-app"
                    class:material__filters--open=move || shows_filters.get()
                >
                    <button
                        type="button"
                        class="button material__open"
                        aria-expanded=move || shows_filters.get().to_string()
                        on:click=move |_| shows_filters.update(|shows| *shows = !*shows)
                    >
                        <Icon path=FILTERS />
                        {material::FILTERS}
                    </button>
                    <Facets list />
                </div>
                <section class="material__results" aria-label=material::RESULTS>
                    <div class="material__search needs-app">
                        <label class="visually-hidden" for=FIELD>
                            {material::SEARCH}
                        </label>
                        <Icon path=LENS />
                        <input
                            id=FIELD
                            class="material__field"
                            type="search"
                            name="q"
                            maxlength="200"
                            autocomplete="off"
                            placeholder=material::SEARCH_HINT
                            prop:value=move || filter.read().shared.query.clone()
                            on:input=move |event| type_query(event_target_value(&event))
                        />
                    </div>
                    <div class="material__bar">
                        <p class="material__count">{move || ChangingText(count.get())}</p>
                        <SortLinks filter />
                    </div>
                    <Announcement text=count />
                    <Chosen list />
                    <QueryNote note />
                    <Rows list />
                </section>
            </div>
        </article>
    }
}

fn pieces(number: usize) -> String {
    text::count(number, nouns::TALK_ARTICLE_OR_EPISODE)
}

/// `23 pieces, 4 without a year`.
fn summary(listing: &MaterialList<'_, '_>) -> String {
    let all = text::count(listing.pieces.len(), nouns::PIECE);
    match listing.undated {
        0 => all,
        number if number == listing.pieces.len() => material::none_with_a_year(&all),
        number => material::some_without_a_year(&all, number),
    }
}

fn title(site: Site, list: List) -> String {
    let criteria = list.filter.read().criteria();
    if criteria.is_empty() {
        return material::PAGE_TITLE.to_owned();
    }
    let labels = criteria.iter().map(|criterion| label(site, list.material, criterion));
    material::filtered_title(&labels.collect::<Vec<_>>().join(", "))
}

/// The label of a criterion.
fn label(
    site: Site,
    material: &'static Material<'static, 'static>,
    criterion: &MaterialCriterion,
) -> String {
    match criterion {
        MaterialCriterion::Shared(criterion) => criterion_label(site, criterion),
        MaterialCriterion::Venue(key) => material.venue(key).unwrap_or(key).to_owned(),
        MaterialCriterion::Speaker(key) => material.speaker(key).unwrap_or(key).to_owned(),
    }
}

/// The two orders, as links.
#[component]
fn SortLinks(filter: Memo<CheckedMaterial>) -> impl IntoView {
    let base = use_base();
    let link = move |sort: Sort, words: &'static str| {
        let href = move || {
            let filter = filter.read();
            let mut other: MaterialFilter = (**filter).clone();
            other.shared.sort = sort;
            base.material(&other)
        };
        let is_current = move || (filter.read().shared.sort == sort).then_some("true");
        view! {
            <a class="switch__choice" href=href aria-current=is_current>
                {words}
            </a>
        }
    };
    view! {
        <div class="switch needs-app" role="group" aria-label=material::ORDER>
            {link(Sort::default(), material::NEWEST)}
            {link(Sort::Name, material::BY_TITLE)}
        </div>
    }
}

/// The chosen filters, each with a link that removes it.
#[component]
fn Chosen(list: List) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let chips = move || {
        let filter = list.filter.read();
        let criteria = filter.criteria();
        if criteria.is_empty() {
            return Replaced(().into_any());
        }
        let chip = |criterion: &MaterialCriterion| {
            let label = label(site, list.material, criterion);
            view! {
                <li>
                    <a
                        class="filter-chip"
                        href=base.material(&filter.without(criterion))
                        aria-label=shared::remove(&label)
                    >
                        {label.clone()}
                        <Icon path=CROSS />
                    </a>
                </li>
            }
        };
        Replaced(
            view! {
                <div class="chips">
                    <ul class="chips__list" aria-label=material::CHOSEN_FILTERS>
                        {criteria.iter().map(chip).collect_any()}
                    </ul>
                    <a class="chips__clear" href=base.material(&filter.cleared())>
                        {material::CLEAR_ALL}
                    </a>
                </div>
            }
            .into_any(),
        )
    };
    view! { <div class="by-query">{chips}</div> }
}

/// The rows, each drawn once however often the order changes.
#[component]
fn Rows(list: List) -> impl IntoView {
    let all = list.listing.with_untracked(|listing| listing.pieces.len());
    let drawn = next_batches_of_list(ROWS_PER_BATCH, all);
    let shown = move || {
        let most = if IN_BROWSER { drawn.get() } else { PRERENDERED };
        list.listing.read().pieces.iter().take(most).copied().collect::<Vec<_>>()
    };
    let is_empty = Memo::new(move |_| list.listing.read().pieces.is_empty());
    let nothing =
        move || maybe(is_empty.get().then(|| Replaced(view! { <Nothing list /> }.into_any())));
    let has_derived = list.listing.with_untracked(|listing| {
        listing.pieces.iter().any(|piece| match piece.item {
            Medium::Link(resource) => resource.title_source == TitleSource::Derived,
            Medium::Episode(_) => false,
        })
    });
    let note = material::NOTE;
    view! {
        {nothing}
        <ul class="resources__list by-query" aria-label={material::TITLE} hidden=move || is_empty.get()>
            <For each=shown key=|piece| row_id(piece) let:piece>
                <MaterialRow piece id=row_id(piece) keep=keep(piece) />
            </For>
        </ul>
        {(!IN_BROWSER && all > PRERENDERED).then(|| view! { <Others /> }.into_any())}
        {has_derived.then(|| view! { <p class="muted material__note">{note}</p> }.into_any())}
    }
}

fn keep(piece: &Publication<'static>) -> AnyView {
    match piece.item {
        Medium::Episode(podcast) => view! { <KeepPodcast podcast /> }.into_any(),
        Medium::Link(resource) => view! { <KeepResource resource /> }.into_any(),
    }
}

/// The id of a row, unique on this page.
fn row_id(piece: &Publication<'static>) -> String {
    let id = match piece.item {
        Medium::Episode(_) => catalog::episode_id(piece.number),
        Medium::Link(_) => catalog::resource_id(piece.number),
    };
    format!("{}-{id}", piece.company.slug)
}

/// What each removal would give.
#[component]
fn Nothing(list: List) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let filter = list.filter.get_untracked();
    let way_out = |criterion: &MaterialCriterion| {
        let without = filter.without(criterion);
        let query = without.to_query_string();
        let number = list.material.listing(&list.material.read(&query).0).pieces.len();
        let label = label(site, list.material, criterion);
        view! {
            <li>
                <a href=base.material(&without)>
                    {material::drop_for(&label, &text::count(number, nouns::PIECE))}
                </a>
            </li>
        }
    };
    view! {
        <div class="material__nothing">
            <p>{material::NOTHING}</p>
            <ul>{filter.criteria().iter().map(way_out).collect_any()}</ul>
        </div>
    }
}

/// Where the rest of the list is without the app.
#[component]
fn Others() -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let companies = site.index().companies_by_name().into_iter();
    let link = |company: &'static catalog::Company| {
        view! { <li><a href=base.material_of(&company.slug)>{company.name.as_str()}</a></li> }
    };
    view! {
        <div class="without-app">
            <p>{material::newest_only(PRERENDERED)}</p>
            <ul class="material__companies">{companies.map(link).collect_any()}</ul>
        </div>
    }
}
