//! Toggle buttons: save something, mark it as read, heard or watched.

use catalog::{Company, Kind, Podcast, Resource, podcast_address};
use explore::Shelf;
use leptos::prelude::*;

use super::icon::{BOOKMARK, DISC, DISC_WITH_TICK, Icon};
use crate::state::use_saved;

/// How a toggle button looks and what it says, off and on.
#[derive(Clone, Copy)]
pub struct ToggleLook {
    pub class: &'static str,
    pub icon: &'static str,
    pub icon_when_on: &'static str,
    /// One word: `Save`, `Read`.
    pub word: &'static str,
    pub word_when_on: &'static str,
}

/// A toggle button. `aria-pressed` changes; its name always starts with the same words, and holds the
/// word that is seen.
#[component]
pub fn ToggleButton(
    look: ToggleLook,
    /// What it is about, for screen readers.
    name: String,
    is_on: Memo<bool>,
    on_toggle: Callback<()>,
) -> impl IntoView {
    let ToggleLook { class, icon, icon_when_on, word, word_when_on } = look;
    let icon = move || view! { <Icon path=if is_on.get() { icon_when_on } else { icon } /> };
    let title = format!("{word} {name}");
    let label = {
        let title = title.clone();
        move || match is_on.get() {
            true if word_when_on != word => format!("{title}: {word_when_on}"),
            _ => title.clone(),
        }
    };
    view! {
        <button
            type="button"
            class=class
            title=title
            aria-pressed=move || is_on.get().to_string()
            aria-label=label
            on:click=move |_| on_toggle.run(())
        >
            {icon}
            // Both words take their room, so that a click moves nothing beside the button.
            <span class="keep__word">
                <span class="keep__before">{word}</span>
                <span class="keep__after">{word_when_on}</span>
            </span>
        </button>
    }
}

/// The toggle button of one of the reader's shelves.
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
    let is_on = {
        let key = key.clone();
        Memo::new(move |_| saved.holds(shelf, &key))
    };
    let (class, icon, icon_when_on) = match shelf {
        Shelf::Done => ("keep keep--mark needs-app", DISC, DISC_WITH_TICK),
        Shelf::Companies | Shelf::Resources => ("keep keep--save needs-app", BOOKMARK, BOOKMARK),
    };
    let look = ToggleLook { class, icon, icon_when_on, word, word_when_on: word_when_kept(word) };
    let on_toggle = Callback::new(move |()| saved.toggle(shelf, &key));
    view! { <ToggleButton look name is_on on_toggle /> }
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
