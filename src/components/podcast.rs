//! A podcast episode on its company's page.

use catalog::{Podcast, Resource, episode_id, youtube_page};
use leptos::prelude::*;

use super::dock::play_button_id;
use super::icon::{Icon, KindIcon, PLAY, STOP};
use super::keep::KeepPodcast;
use crate::replace::Replaced;
use crate::state::{Afterwards, Loaded, use_navigation, use_now_playing};
use crate::view::{CollectAny, maybe};
use crate::wording::listen;

/// An episode. Its button starts the player of the site; no other site sees the visit before.
#[component]
pub fn EpisodeSection(
    podcast: &'static Podcast,
    /// Its index among the company's episodes.
    number: usize,
    /// Further links of the episode, such as its slides.
    links: Vec<&'static Resource>,
) -> impl IntoView {
    let episode = podcast.episode.map(listen::episode);
    view! {
        <section class="episode" id=episode_id(number) aria-label=listen::PODCAST>
            {podcast.youtube.is_some().then(|| view! { <Facade podcast /> }.into_any())}
            <div class="episode__words">
                <p class="episode__number">
                    <KindIcon kind=catalog::Kind::Podcast />
                    {episode.unwrap_or_else(|| listen::PODCAST.to_owned())}
                </p>
                <h2 class="episode__title">{podcast.title.clone()}</h2>
                <p class="episode__blurb">{podcast.blurb.clone()}</p>
                <EpisodeLinks podcast links />
                <KeepPodcast podcast />
            </div>
        </section>
    }
}

/// The episode on other sites.
#[component]
pub fn EpisodeLinks(
    podcast: &'static Podcast,
    /// Further links of the episode, such as its slides.
    links: Vec<&'static Resource>,
) -> impl IntoView {
    let listen = podcast.audio.iter().map(|audio| (audio.url.clone(), audio.label.as_str()));
    let watch = podcast
        .youtube
        .as_deref()
        .map(|id| (youtube_page(id), podcast.youtube_label.as_deref().unwrap_or(listen::WATCH)));
    let further = links
        .into_iter()
        .map(|link| (link.url.clone(), link.label.as_deref().unwrap_or(&link.title)));
    let link = |(address, label): (String, &'static str)| {
        view! {
            <li>
                <a href=address rel="noopener">
                    {label}
                    <span class="visually-hidden">{format!(": {}", podcast.title)}</span>
                </a>
            </li>
        }
        .into_any()
    };
    view! { <ul class="episode__links">{listen.chain(watch).chain(further).map(link).collect_any()}</ul> }
}

/// The picture of a player: its button starts the episode, or stops it while it plays.
#[component]
fn Facade(podcast: &'static Podcast) -> impl IntoView {
    let navigation = use_navigation();
    let is_playing = use_playing(podcast);
    let play = use_play_button(podcast, move || Loaded {
        podcast,
        start: navigation.start_of_episode(),
        afterwards: Afterwards::Silence,
    });
    view! {
        <div class="player needs-app">
            <button
                type="button"
                id=play_button_id(podcast)
                class="player__facade"
                aria-label=listen::play(&podcast.title)
                aria-pressed=move || is_playing.get().to_string()
                on:click=move |_| play.run(())
            >
                <span class="player__button" aria-hidden="true">
                    <PlayIcon is_playing />
                </span>
            </button>
            <p class="player__hint">{listen::PLAYS_FROM_YOUTUBE_HINT}</p>
        </div>
    }
}

/// Whether the episode plays.
#[must_use]
pub fn use_playing(podcast: &'static Podcast) -> Memo<bool> {
    let now_playing = use_now_playing();
    Memo::new(move |_| now_playing.is(podcast))
}

/// What a button does that plays an episode: starts what `load` gives, stops the episode if it plays.
#[must_use]
pub fn use_play_button(
    podcast: &'static Podcast,
    load: impl Fn() -> Loaded + Send + Sync + 'static,
) -> Callback<()> {
    let now_playing = use_now_playing();
    Callback::new(move |()| {
        if untrack(|| now_playing.is(podcast)) {
            now_playing.stop();
        } else {
            now_playing.play(load());
        }
    })
}

/// A triangle, or a square while the episode plays.
#[component]
pub fn PlayIcon(is_playing: Memo<bool>) -> impl IntoView {
    move || {
        let path = if is_playing.get() { STOP } else { PLAY };
        maybe(Some(Replaced(view! { <Icon path /> }.into_any())))
    }
}
