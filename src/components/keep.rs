//! Save buttons, and buttons that mark something as read, heard or watched.

use catalog::{Company, Kind, Podcast, Resource, podcast_address};
use explore::Shelf;
use leptos::prelude::*;

use super::icon::{BOOKMARK, DISC, DISC_WITH_TICK, Icon};
use crate::state::use_saved;

/// A toggle button for one of the reader's shelves. `aria-pressed` changes; its name always starts with
/// the same words, and holds the word that is seen.
#[component]
pub fn Keep(
    shelf: Shelf,
    /// Slug or address.
    key: String,
    /// The button's label, one word: `Save`, `Read`.
    word: &'static str,
    /// What is saved, for screen readers.
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
    let icon = move || view! { <Icon path=if is_kept.get() { path_when_kept } else { path } /> };
    let kept_word = word_when_kept(word);
    let label = move || match is_kept.get() {
        true if kept_word != word => format!("{word} {name}: {kept_word}"),
        _ => format!("{word} {name}"),
    };
    view! {
        <button
            type="button"
            class=class
            aria-pressed=move || is_kept.get().to_string()
            aria-label=label
            on:click=move |_| saved.toggle(shelf, &key)
        >
            {icon}
            // Both words take their room, so that a click moves nothing beside the button.
            <span class="keep__word">
                <span class="keep__before">{word}</span>
                <span class="keep__after">{kept_word}</span>
            </span>
        </button>
    }
}

/// Save button of a company.
#[component]
pub fn KeepCompany(company: &'static Company) -> impl IntoView {
    let key = company.slug.to_string();
    view! { <Keep shelf=Shelf::Companies key word="Save" name=company.name.clone() /> }
}

/// Save and done buttons of a resource.
#[component]
pub fn KeepResource(resource: &'static Resource) -> impl IntoView {
    pair(resource.url.clone(), resource.kind, &resource.title)
}

/// Save and done buttons of an episode; nothing for one without an address.
#[component]
pub fn KeepPodcast(podcast: &'static Podcast) -> impl IntoView {
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

/// The label of a pressed button.
fn word_when_kept(word: &'static str) -> &'static str {
    match word {
        "Save" => "Saved",
        other => other,
    }
}

/// The label of the done button.
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
