//! Buttons that keep something, or mark it as read, heard or watched.

use catalog::{Company, Kind, Podcast, Resource, podcast_address};
use explore::Shelf;
use leptos::prelude::*;

use super::icon::{BOOKMARK, DISC, DISC_WITH_TICK, Icon};
use crate::state::use_saved;

/// A button that puts something on one of the reader's shelves or takes it away. Its name stays
/// the same; whether it is pressed says where the thing is.
#[component]
pub fn Keep(
    /// On which shelf.
    shelf: Shelf,
    /// The slug or the address of the thing.
    key: String,
    /// What the button does, one word: `Save`, `Read`.
    word: &'static str,
    /// What the thing is called.
    name: String,
) -> impl IntoView {
    let saved = use_saved();
    let is_kept = {
        let key = key.clone();
        Memo::new(move |_| saved.holds(shelf, &key))
    };
    let (class, path, path_when_kept) = match shelf {
        Shelf::Done => ("keep keep--mark needs-app", DISC, DISC_WITH_TICK),
        Shelf::Companies | Shelf::Resources => ("keep keep--save needs-app", BOOKMARK, BOOKMARK),
    };
    view! {
        <button
            type="button"
            class=class
            aria-pressed=move || is_kept.get().to_string()
            aria-label=format!("{word} {name}")
            on:click=move |_| saved.toggle(shelf, &key)
        >
            {move || view! { <Icon path=if is_kept.get() { path_when_kept } else { path } /> }}
            <span class="keep__word">{word}</span>
        </button>
    }
}

/// Keeps a company.
#[component]
pub fn KeepCompany(
    /// Which one.
    company: &'static Company,
) -> impl IntoView {
    let key = company.slug.to_string();
    view! { <Keep shelf=Shelf::Companies key word="Save" name=company.name.clone() /> }
}

/// Keeps a resource, and marks it.
#[component]
pub fn KeepResource(
    /// Which one.
    resource: &'static Resource,
) -> impl IntoView {
    pair(resource.url.clone(), resource.kind, &resource.title)
}

/// Keeps an episode, and marks it; nothing for one without an address.
#[component]
pub fn KeepPodcast(
    /// Which one.
    podcast: &'static Podcast,
) -> impl IntoView {
    podcast_address(podcast).map(|address| pair(address, Kind::Podcast, &podcast.title))
}

fn pair(address: String, kind: Kind, title: &str) -> impl IntoView + use<> {
    view! {
        <div class="keep-pair">
            <Keep shelf=Shelf::Resources key=address.clone() word="Save" name=title.to_owned() />
            <Keep shelf=Shelf::Done key=address word=done_word(kind) name=title.to_owned() />
        </div>
    }
}

/// What a reader has done with a piece of material once it needs no more attention.
const fn done_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Podcast => "Heard",
        Kind::Video => "Watched",
        Kind::Slides
        | Kind::Article
        | Kind::Paper
        | Kind::Docs
        | Kind::CaseStudy
        | Kind::Encyclopedia => "Read",
        Kind::Product
        | Kind::Collection
        | Kind::Dataset
        | Kind::Profile
        | Kind::Event
        | Kind::Website => "Visited",
    }
}
