//! `/`: search, facets and the grid.

use explore::{CheckedFilter, Facets, FieldMatch, Filter, Hit, Question, Sort, TextSearch};
use leptos::html;
use leptos::prelude::*;

use crate::components::announcement::Announcement;
use crate::components::answer;
use crate::components::card::Card;
use crate::components::chips::{Chips, criterion_label};
use crate::components::export_menu::ExportMenu;
use crate::components::facet_sheet::show_sheet;
use crate::components::facets::FacetPanel;
use crate::components::icon::{FILTERS, Icon};
use crate::components::no_results;
use crate::components::query_note::{QueryNote, query_note};
use crate::components::search_box::{GRID_SEARCH, SearchBox};
use crate::lazy::{LazyView, LoadError, lazy, load_error};
use crate::replace::{ChangingText, Replaced};
use crate::site::{Site, use_site};
use crate::state::{FilterControl, next_batches_of_list, use_filter_control};
use crate::text;
use crate::title::set_title;

/// At most this many results are few: alternatives are offered below them.
const FEW: usize = 3;

/// Cards per batch while the first page is drawn.
const CARDS_PER_BATCH: usize = 6;

/// The grid of companies with its filters.
#[component]
pub fn HomePage() -> impl IntoView {
    let site = use_site();
    let FilterControl { filter, unknown, type_query, finish_typing, choose } = use_filter_control();
    set_title(move || title(site, &filter.read()));
    let search = load_search(site, filter);
    // Until the search is there, the companies are those of the rest of the filter.
    let question = Memo::new(move |_| match search.get() {
        Some(Ok(search)) => Question::new(&filter.read(), search),
        _ => Question::without_text(&filter.read()),
    });
    let facets = Memo::new(move |_| site.index().facets(&question.read()));
    let hits = Memo::new(move |_| site.index().results(&question.read()));
    let count = Memo::new(move |_| hits.read().len());
    let companies = Signal::derive(move || text::count(count.get(), "company", "companies"));
    let note = Memo::new(move |_| query_note(&filter.read(), &unknown.read()));
    let spoken = Signal::derive(move || match note.get() {
        note if note.is_empty() => companies.get(),
        note => format!("{}. {note}", companies.get()),
    });
    let count_line = NodeRef::<html::P>::new();
    let focus_count = Callback::new(move |()| {
        if let Some(line) = count_line.get_untracked() {
            // Only fails for an element that is not in the page.
            let _ = line.focus();
        }
    });
    let ways_out = LazyView::of(no_results::show::CHUNK);
    Effect::new(move |_| {
        if count.get() <= FEW {
            ways_out.want();
        }
    });
    view! {
        <Introduction />
        <div class="browse">
            <aside class="browse__facets needs-app" data-scrolls="" aria-label="Filters">
                <a class="skip-link" href="#results">
                    "Skip the filters"
                </a>
                <FacetPanel filter facets on_choose=choose />
            </aside>
            <section id="results" class="browse__results" aria-label="Results">
                <SearchBox
                    id=GRID_SEARCH
                    text=Signal::derive(move || filter.read().query.clone())
                    on_type=type_query
                    on_leave=finish_typing
                    on_enter=finish_typing
                />
                <div class="browse__bar">
                    <p class="browse__count" node_ref=count_line tabindex="-1">
                        {move || ChangingText(companies.get())}
                    </p>
                    <FacetDialog filter facets count on_choose=choose />
                    <ExportMenu hits />
                    <SortChoice filter on_choose=choose />
                </div>
                <Announcement text=spoken />
                <Chips filter on_empty=focus_count />
                <QueryNote note />
                {move || matches!(search.get(), Some(Err(LoadError))).then(load_error)}
                {move || matches!(search.get(), Some(Ok(_))).then(|| answer::show(&filter.read().query)).flatten().flatten()}
                <Grid hits />
                {move || {
                    (count.get() <= FEW)
                        .then(|| {
                            ways_out
                                .show(|| no_results::show(count.get(), question.get(), focus_count))
                        })
                        .flatten()
                }}
            </section>
        </div>
    }
}

/// Loads the search once there is a text to search for; `None` until the first attempt has ended.
fn load_search(
    site: Site,
    filter: Memo<CheckedFilter>,
) -> ReadSignal<Option<Result<&'static dyn TextSearch, LoadError>>> {
    let (search, set_search) = signal(None);
    let follow = move || {
        if filter.read().has_query() && !matches!(search.get_untracked(), Some(Ok(_))) {
            // The page may have been left by then.
            text_search::CHUNK.load(move |_| {
                _ = set_search.try_set(Some(text_search(site).ok_or(LoadError)));
            });
        }
    };
    // Now, because the code may be loaded already, and on each change of the filter.
    untrack(follow);
    Effect::new(move |_| follow());
    search
}

lazy! {
    chunk = Extras;
    fn text_search(site: Site) -> &'static dyn TextSearch {
        site.search()
    }
}

/// The title of the page.
fn title(site: Site, filter: &Filter) -> String {
    let criteria = filter.criteria();
    if criteria.is_empty() {
        return "Who runs what in data engineering, and how do we know?".to_owned();
    }
    let labels = criteria.iter().map(|criterion| criterion_label(site, criterion));
    format!("Companies: {}", labels.collect::<Vec<_>>().join(", "))
}

#[component]
fn Introduction() -> impl IntoView {
    let catalog = use_site().catalog();
    let (podcasts, resources) = catalog.material();
    let number = |number: usize, singular: &'static str, plural: &'static str| {
        let noun = text::noun(number, singular, plural);
        view! {
            <li>
                <strong>{number}</strong>
                " "
                {noun}
            </li>
        }
    };
    view! {
        <header class="intro">
            <h1 tabindex="-1" class="intro__title">"Who runs what, " <br class="intro__break" /> "and how do we know?"</h1>
            <div class="intro__words">
                <p>
                    "Data engineering at companies that talk about it. Every technology here shows "
                    <mark>"the words behind it"</mark>"."
                </p>
                <ul class="intro__numbers" aria-label="What is here">
                    {number(catalog.companies.len(), "company", "companies")}
                    {number(catalog.technologies.len(), "technology", "technologies")}
                    {number(podcasts, "podcast episode", "podcast episodes")}
                    {number(resources, "talk, article or site", "talks, articles and sites")}
                </ul>
            </div>
        </header>
    }
}

/// The order of the grid.
#[component]
fn SortChoice(filter: Memo<CheckedFilter>, on_choose: Callback<Filter>) -> impl IntoView {
    let chosen = move |name: String| {
        if let Ok(sort) = name.parse::<Sort>() {
            on_choose.run(Filter { sort, ..(**filter.read_untracked()).clone() });
        }
    };
    let state = Memo::new(move |_| {
        let filter = filter.read();
        let has_query = filter.has_query();
        // Without words, relevance is the order of names.
        match filter.sort {
            Sort::Relevance if !has_query => (Sort::Name, has_query),
            sort => (sort, has_query),
        }
    });
    let options = move || {
        let (chosen, has_query) = state.get();
        let mut options = Vec::new();
        for &sort in Sort::ALL {
            if has_query || sort != Sort::Relevance {
                options.push(view! {
                    <option value=sort.as_str() prop:selected=sort == chosen>
                        {sort.label()}
                    </option>
                });
            }
        }
        Replaced(options.into_any())
    };
    view! {
        <label class="sort needs-app">
            <span class="sort__label">"Sort"</span>
            <select class="sort__choice" on:change=move |event| chosen(event_target_value(&event))>
                {options}
            </select>
        </label>
    }
}

/// The button that opens the facets as a dialog, on narrow screens.
#[component]
fn FacetDialog(
    filter: Memo<CheckedFilter>,
    facets: Memo<Facets>,
    count: Memo<usize>,
    on_choose: Callback<Filter>,
) -> impl IntoView {
    let sheet = LazyView::of(show_sheet::CHUNK);
    let is_open = RwSignal::new(false);
    let open = move |_| {
        sheet.want();
        is_open.set(true);
    };
    let label = move || {
        let number = filter.read().criteria().len();
        ChangingText(if number > 0 { format!("Filters ({number})") } else { "Filters".to_owned() })
    };
    view! {
        <button type="button" class="button facet-dialog__open needs-app" on:click=open>
            <Icon path=FILTERS />
            {label}
        </button>
        {move || sheet.show(|| show_sheet(filter, facets, count, on_choose, is_open))}
    }
}

/// The cards, each drawn once however often the order changes.
#[component]
fn Grid(hits: Memo<Vec<Hit<'static>>>) -> impl IntoView {
    let drawn = next_batches_of_list(CARDS_PER_BATCH, hits.read_untracked().len());
    let shown = move || {
        let mut shown = hits.get();
        shown.truncate(drawn.get());
        shown
    };
    let matches = Memo::new(move |_| {
        let hits = hits.read();
        let matched = hits.iter().filter(|hit| !hit.matches.is_empty());
        matched
            .map(|hit| (hit.company.slug.as_str(), hit.matches.clone()))
            .collect::<Vec<(&'static str, Vec<FieldMatch>)>>()
    });
    let matches_of = move |company: &'static str| {
        let matches = matches.read();
        let found = matches.iter().find(|(other, _)| *other == company);
        found.map(|(_, matches)| matches.clone()).unwrap_or_default()
    };
    view! {
        <ul class="grid" aria-label="Companies">
            <For
                each=shown
                key=|hit| hit.company.slug.as_str()
                let:hit
            >
                <li>
                    <Card
                        company=hit.company
                        matches=Signal::derive(move || matches_of(hit.company.slug.as_str()))
                    />
                </li>
            </For>
        </ul>
    }
}
