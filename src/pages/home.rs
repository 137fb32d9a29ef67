//! `/`: search, facets and the grid.

use explore::{
    CheckedFilter, Facets, FieldMatch, Filter, Hit, Question, Sort, TechnologyTally, TextSearch,
};
use leptos::html;
use leptos::prelude::*;

use crate::components::announcement::Announcement;
use crate::components::answer;
use crate::components::card::{Card, show_words};
use crate::components::chips::{Chips, criteria_in_words};
use crate::components::export_menu::ExportMenu;
use crate::components::facet_sheet::show_sheet;
use crate::components::facets::FacetPanel;
use crate::components::icon::{FILTERS, Icon};
use crate::components::query_note::{QueryNote, query_note};
use crate::components::search_box::{GRID_SEARCH, SearchBox};
use crate::components::{more_cards, no_results, used_beside};
use crate::lazy::{LazyView, LoadError, lazy, load_error};
use crate::optional;
use crate::pages::letter::letter_links;
use crate::replace::{ChangingText, Replaced};
use crate::routes::use_base;
use crate::site::{Site, use_site};
use crate::state::{
    FilterControl, IN_BROWSER, next_batches_of_list, use_filter_control, use_grown,
};
use crate::text;
use crate::title::set_title;
use crate::view::CollectAny;
use crate::wording::{grid, nouns};

/// At most this many results are few: alternatives are offered below them.
const FEW: usize = 3;

/// How many popular technologies are offered.
const STARTS: usize = 8;

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
    let tally = Memo::new(move |_| site.index().tally(&question.read()));
    // It is what the reader asked for, so it takes the place of the ways out of few results.
    let answer = Memo::new(move |_| match search.get() {
        Some(Ok(_)) => answer::of(site, &filter.read().query).flatten(),
        _ => None,
    });
    let companies = Signal::derive(move || match tally.get() {
        // The answer below counts what was asked for.
        none if none.total() == 0 && answer.read().is_some() => grid::NO_COMPANY.to_owned(),
        tally => tally.words(),
    });
    let note = Memo::new(move |_| query_note(&filter.read(), &unknown.read()));
    let spoken = Signal::derive(move || match note.get() {
        note if note.is_empty() => companies.get(),
        note => format!("{}. {note}", companies.get()),
    });
    let count_line = NodeRef::<html::P>::new();
    let show_count = Callback::new(move |()| {
        if let Some(line) = count_line.get_untracked() {
            optional::scroll_to_top(&line);
        }
    });
    let focus_count = Callback::new(move |()| {
        if let Some(line) = count_line.get_untracked() {
            // Only fails for an element that is not in the page.
            let _ = line.focus();
        }
    });
    let beside = LazyView::of(used_beside::show::CHUNK);
    let has_role = Memo::new(move |_| !filter.read().roles.is_empty());
    Effect::new(move |_| {
        if has_role.get() {
            beside.want();
        }
    });
    let ways_out = LazyView::of(no_results::show::CHUNK);
    Effect::new(move |_| {
        if count.get() <= FEW {
            ways_out.want();
        }
    });
    view! {
        <Introduction filter />
        <div class="browse">
            <aside class="browse__facets needs-app" data-scrolls="" aria-label=grid::FILTERS>
                <a class="skip-link" href="#results">
                    {grid::SKIP_FILTERS}
                </a>
                <FacetPanel filter facets on_choose=choose />
            </aside>
            <section id="results" class="browse__results" aria-label=grid::RESULTS>
                <SearchBox
                    id=GRID_SEARCH
                    text=Signal::derive(move || filter.read().query.clone())
                    on_type=type_query
                    on_leave=finish_typing
                    on_enter=finish_typing
                />
                <Starts filter />
                <div class="browse__bar">
                    <p class="browse__count" node_ref=count_line tabindex="-1">
                        {move || ChangingText(companies.get())}
                    </p>
                    <FacetDialog filter facets companies on_choose=choose on_show=show_count />
                    <ExportMenu filter hits />
                    <SortChoice filter on_choose=choose />
                </div>
                <Announcement text=spoken />
                <Chips filter on_empty=focus_count />
                <QueryNote note />
                {move || matches!(search.get(), Some(Err(LoadError))).then(load_error)}
                {move || answer.get().and_then(answer::show).map(Replaced)}
                {move || {
                    has_role.get().then(|| beside.show(|| used_beside::show(filter, facets))).flatten()
                }}
                <Grid filter hits />
                {move || {
                    (count.get() <= FEW && answer.read().is_none())
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
    if filter.criteria().is_empty() {
        let catalog = site.catalog();
        return match catalog.identity.subject_first() {
            Some(subject) => {
                let count = text::count(catalog.companies.len(), nouns::COMPANY);
                grid::title(subject, &count)
            }
            None => catalog.identity.tagline.clone(),
        };
    }
    grid::filtered_title(&criteria_in_words(site, filter))
}

/// What the site is: a title, and below it on the page without a filter the words and numbers.
#[component]
fn Introduction(filter: Memo<CheckedFilter>) -> impl IntoView {
    let is_bare = Memo::new(move |_| filter.read().criteria().is_empty());
    let catalog = use_site().catalog();
    let (podcasts, resources) = catalog.material();
    let subject = catalog.identity.subject_first();
    let subject = subject.map(grid::subject);
    let number = |number: usize, noun: text::Noun| {
        let noun = noun.after(number);
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
            <h1 tabindex="-1" class="intro__title">{catalog.identity.tagline.as_str()}</h1>
            <div class="intro__words" hidden=move || !is_bare.get()>
                <p>
                    {subject} {grid::EVERY_TECHNOLOGY}
                    <mark>{grid::WORDS_BEHIND}</mark>"."
                </p>
                <ul class="intro__numbers" aria-label=grid::WHAT_IS_HERE>
                    {number(catalog.companies.len(), nouns::COMPANY)}
                    {number(catalog.technologies.len(), nouns::TECHNOLOGY)}
                    {number(podcasts, nouns::PODCAST_EPISODE)}
                    {number(resources, nouns::TALK_ARTICLE_OR_SITE)}
                </ul>
            </div>
        </header>
    }
}

/// Searches to start with, on the page without a filter: the technologies that most companies use.
#[component]
fn Starts(filter: Memo<CheckedFilter>) -> impl IntoView {
    let (index, base) = (use_site().index(), use_base());
    let is_bare = Memo::new(move |_| filter.read().criteria().is_empty());
    let start = |used: TechnologyTally<'static>| {
        let technology = used.technology;
        view! {
            <li>
                <a href=base.home(&Filter::using([&technology.slug]))>
                    {text::short_name(technology)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="starts" aria-label=grid::POPULAR_TECHNOLOGIES hidden=move || !is_bare.get()>
            <span class="starts__label" aria-hidden="true">{grid::POPULAR}</span>
            <ul class="starts__list">
                {index.most_used(STARTS).into_iter().map(start).collect_any()}
            </ul>
        </nav>
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
            <span class="sort__label">{grid::SORT}</span>
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
    companies: Signal<String>,
    on_choose: Callback<Filter>,
    /// The reader has closed the dialog to see the companies.
    on_show: Callback<()>,
) -> impl IntoView {
    let sheet = LazyView::of(show_sheet::CHUNK);
    let is_open = RwSignal::new(false);
    let open = move |_| {
        sheet.want();
        is_open.set(true);
    };
    let label = move || {
        let number = filter.read().criteria().len();
        ChangingText(grid::filters(number))
    };
    view! {
        <button type="button" class="button facet-dialog__open needs-app" on:click=open>
            <Icon path=FILTERS />
            {label}
        </button>
        {move || sheet.show(|| show_sheet(filter, facets, companies, on_choose, on_show, is_open))}
    }
}

/// Links to the companies that a long grid leaves out, for readers without scripts and for crawlers.
fn all_letters() -> Option<AnyView> {
    let links = letter_links(use_site().index())?;
    Some(view! { <div class="without-app">{links}</div> }.into_any())
}

/// The cards, each drawn once however often the order changes.
#[component]
fn Grid(filter: Memo<CheckedFilter>, hits: Memo<Vec<Hit<'static>>>) -> impl IntoView {
    let words = LazyView::of(show_words::CHUNK);
    Effect::new(move |_| {
        if !filter.read().technologies.is_empty() {
            words.want();
        }
    });
    let grown = use_grown();
    let total = Memo::new(move |_| hits.read().len());
    let near = Memo::new(move |_| grown.cards(&filter.read(), total.get()));
    let drawn = next_batches_of_list(CARDS_PER_BATCH, near.get_untracked());
    let shown = move || {
        let near = near.get().min(drawn.get());
        hits.read().iter().take(near).cloned().collect::<Vec<_>>()
    };
    let more = LazyView::of(more_cards::show::CHUNK);
    Effect::new(move |_| {
        if near.get() < total.get() {
            more.want();
        }
    });
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
        <ul class="grid" aria-label=grid::COMPANIES>
            <For
                each=shown
                key=|hit| hit.company.slug.as_str()
                let:hit
            >
                <li>
                    <Card
                        company=hit.company
                        filter
                        words
                        matches=Signal::derive(move || matches_of(hit.company.slug.as_str()))
                    />
                </li>
            </For>
        </ul>
        {move || more.show(|| more_cards::show(filter, near, total))}
        {(!IN_BROWSER).then(all_letters).flatten()}
    }
}
