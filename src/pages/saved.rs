//! `/saved`: the reader's own list.

use catalog::{Catalog, Company, Kind, Podcast, Resource, podcast_address};
use explore::SavedGroup;
use explore::{Filter, Saved, SavedError, Shelf};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlInputElement};

use crate::components::icon::KindIcon;
use crate::components::keep::{Keep, KeepCompany, KeepPodcast, KeepResource};
use crate::components::monogram::Monogram;
use crate::components::resources::ResourceLink;
use crate::replace::{ChangingText, Replaced};
use crate::routes::use_base;
use crate::site::use_site;
use crate::state::{IN_BROWSER, SavedState, download, read_text, use_lasting_storage, use_saved};
use crate::text;
use crate::title::set_title;
use crate::wording::{nouns, saved};

/// The file name of the export.
const FILE: &str = "casebook-saved.json";

/// Saved and done items by company, with export and import.
#[component]
pub fn SavedPage() -> impl IntoView {
    set_title(|| { saved::TITLE }.to_owned());
    let saved = use_saved().saved();
    let cleared = RwSignal::new(None::<Saved>);
    // Removed items stay in view until the page is left, so that a removal can be undone.
    let shown = Memo::new(move |last: Option<&Saved>| {
        let now = saved.get();
        if cleared.read().is_some() && now.is_empty() {
            return now;
        }
        let mut shown = last.cloned().unwrap_or_default();
        shown.merge(&now);
        shown
    });
    view! {
        <article class="saved">
            <header class="saved__head">
                <h1 tabindex="-1">{saved::TITLE}</h1>
                <p class="saved__summary">{move || ChangingText(summary(&saved.read()))}</p>
                <ListTools cleared />
                <Keeping saved />
            </header>
            <SavedList shown />
        </article>
    }
}

/// `2 companies and 5 links saved, 3 marked as read or heard.`; empty for an empty list.
fn summary(saved: &Saved) -> String {
    if saved.is_empty() {
        return String::new();
    }
    let [companies, resources, done] = Shelf::ALL.map(|shelf| saved.keys(shelf).len());
    let companies = text::count(companies, nouns::COMPANY);
    let resources = text::count(resources, nouns::LINK);
    saved::summary(&companies, &resources, done)
}

/// How long the browser keeps the list; nothing while it is empty.
#[component]
fn Keeping(saved: RwSignal<Saved>) -> impl IntoView {
    let is_lasting = use_lasting_storage();
    let words = move || {
        let words = match (saved.read().is_empty(), is_lasting.get()) {
            (true, _) => "",
            (false, true) => saved::KEPT_UNTIL_DELETED,
            (false, false) => saved::MAY_BE_DELETED,
        };
        ChangingText(words.to_owned())
    };
    view! { <p class="saved__keeping muted">{words}</p> }
}

/// Export, import, clear, and the outcome.
#[component]
fn ListTools(
    /// What the last Clear removed, until the next action.
    cleared: RwSignal<Option<Saved>>,
) -> impl IntoView {
    let (state, catalog) = (use_saved(), use_site().catalog());
    let saved = state.saved();
    let message = RwSignal::new(String::new());
    let clear_or_undo = move |_| {
        let (words, undo) = match cleared.get_untracked() {
            Some(before) => {
                state.merge(&before);
                (saved::RESTORED, None)
            }
            None => (saved::CLEARED, Some(state.clear())),
        };
        message.set(words.to_owned());
        cleared.set(undo);
    };
    let import = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let words = match read_text(file).await {
                Ok(json) => merge(state, catalog, &json),
                Err(cause) => saved::nothing_imported(cause),
            };
            // So that the same file can be chosen again.
            input.set_value("");
            // The page may have been left by then; the list is merged all the same.
            let _ = cleared.try_set(None);
            let _ = message.try_set(words);
        });
    };
    view! {
        <div class="saved__tools needs-app">
            <button
                type="button"
                class="button"
                disabled=move || saved.read().is_empty()
                on:click=move |_| download(FILE, &saved.read_untracked().to_json())
            >
                {saved::EXPORT}
            </button>
            <label class="button saved__import">
                {saved::IMPORT}
                <input
                    type="file"
                    class="visually-hidden"
                    accept=".json,application/json"
                    on:change=import
                />
            </label>
            <button
                type="button"
                class="button"
                disabled=move || saved.read().is_empty() && cleared.read().is_none()
                on:click=clear_or_undo
            >
                {move || ChangingText(if cleared.read().is_some() { saved::UNDO } else { saved::CLEAR }.to_owned())}
            </button>
            <p class="saved__message" role="status">
                {move || ChangingText(message.get())}
            </p>
        </div>
    }
}

/// Merges an exported list, and says what was new.
fn merge(state: SavedState, catalog: &'static Catalog, json: &str) -> String {
    let imported = match state.read(json) {
        Ok(imported) => imported,
        Err(SavedError::NotAList) => {
            return saved::NOT_A_LIST.to_owned();
        }
        Err(error) => return saved::nothing_imported(&error.to_string()),
    };
    let added = text::count(state.merge(&imported), nouns::NEW_ENTRY);
    let mut words = saved::imported(&added);
    let unknown = imported.listing(catalog, podcast_address).unknown.len();
    if unknown > 0 {
        let entries = text::count(unknown, nouns::ENTRY_IS);
        words.push_str(&saved::unknown_entries(&entries));
    }
    words
}

/// The entries by company, then those that the site does not know. A company's rows stay as they are
/// while others change: the focus may be on a button of theirs.
#[component]
fn SavedList(shown: Memo<Saved>) -> impl IntoView {
    if !IN_BROWSER {
        let words = saved::NEEDS_APP;
        return view! { <p class="without-app">{words}</p> }.into_any();
    }
    let catalog = use_site().catalog();
    let listing = move || shown.read().listing(catalog, podcast_address);
    let unknown = Memo::new(move |_| listing().unknown);
    let is_empty = Memo::new(move |_| shown.read().is_empty());
    view! {
        {move || is_empty.get().then(|| Replaced(view! { <Nothing /> }.into_any()))}
        <For each=move || listing().groups key=key_of let:kept>
            {group(kept)}
        </For>
        {move || Replaced(unknown_entries(unknown.get()))}
    }
    .into_any()
}

/// Tells a company with these rows from any other.
fn key_of(group: &SavedGroup<'static>) -> String {
    let mut key = group.company.slug.to_string();
    for podcast in &group.podcasts {
        key.push('\n');
        key.push_str(&podcast.title);
    }
    for resource in &group.resources {
        key.push('\n');
        key.push_str(&resource.url);
    }
    key
}

fn unknown_entries(entries: Vec<(Shelf, String)>) -> AnyView {
    if entries.is_empty() {
        return ().into_any();
    }
    let rows: Vec<AnyView> = entries.into_iter().map(|(shelf, key)| unknown(shelf, key)).collect();
    view! {
        <section class="kept" aria-labelledby="unknown">
            <h2 id="unknown" class="kept__name">{saved::NOT_ON_SITE}</h2>
            <ul class="resources__list">{rows}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <div class="saved__nothing">
            <p>
                {saved::NOTHING}
            </p>
            <p class="muted">
                {saved::STAYS_HERE}
            </p>
            <p>
                <a class="button" href=use_base().home(&Filter::default())>
                    {saved::ALL_COMPANIES}
                </a>
            </p>
        </div>
    }
}

/// A company with its saved and done items.
fn group(group: SavedGroup<'static>) -> AnyView {
    let company = group.company;
    let podcasts = group.podcasts.into_iter().map(podcast_row);
    let resources = group.resources.into_iter().map(|resource| resource_row(company, resource));
    let rows: Vec<AnyView> = podcasts.chain(resources).collect();
    view! {
        <section class="kept">
            <header class="kept__head">
                <Monogram name=&company.name />
                <h2 class="kept__name">
                    <a href=use_base().company(&company.slug)>{company.name.as_str()}</a>
                </h2>
                <KeepCompany company />
            </header>
            {(!rows.is_empty()).then(|| view! { <ul class="resources__list">{rows}</ul> }.into_any())}
        </section>
    }
    .into_any()
}

fn resource_row(company: &'static Company, resource: &'static Resource) -> AnyView {
    let words = view! { <ResourceLink company resource /> }.into_any();
    row(resource.kind, words, view! { <KeepResource resource /> }.into_any())
}

fn podcast_row(podcast: &'static Podcast) -> AnyView {
    let words = view! {
        <a class="resource__title" href=podcast_address(podcast) rel="noopener">
            {podcast.title.as_str()}
        </a>
    };
    row(Kind::Podcast, words.into_any(), view! { <KeepPodcast podcast /> }.into_any())
}

fn row(kind: Kind, words: AnyView, buttons: AnyView) -> AnyView {
    view! {
        <li class="resource">
            <div class="resource__words">
                <p class="kept__kind">
                    <KindIcon kind />
                    {kind.label()}
                </p>
                {words}
            </div>
            {buttons}
        </li>
    }
    .into_any()
}

/// A slug or address that is not in the catalogue. It may come from any file, so only `http` and
/// `https` addresses become links.
fn unknown(shelf: Shelf, key: String) -> AnyView {
    let is_web = key.starts_with("https://") || key.starts_with("http://");
    let word = if shelf == Shelf::Done { saved::DONE } else { saved::SAVE };
    let name = key.clone();
    let words = if is_web {
        view! { <a class="resource__title" href=key.clone() rel="noopener">{key.clone()}</a> }
            .into_any()
    } else {
        view! { <span class="resource__title">{key.clone()}</span> }.into_any()
    };
    view! {
        <li class="resource">
            <div class="resource__words">{words}</div>
            <Keep shelf key word name />
        </li>
    }
    .into_any()
}
