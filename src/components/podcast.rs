//! A podcast episode with its player.

use catalog::{Podcast, youtube_page, youtube_player};
use leptos::html;
use leptos::prelude::*;

use super::icon::{Icon, KindIcon, PLAY};
use super::keep::KeepPodcast;
use crate::state::use_now_playing;

/// An episode. Its player is a facade until the reader presses play, so that no other site sees the
/// visit before.
#[component]
pub fn Episode(podcast: &'static Podcast) -> impl IntoView {
    let number = podcast.episode.map(|number| format!("Episode {number}"));
    let watch = podcast.youtube.as_deref();
    view! {
        <section class="episode" aria-label="Podcast">
            {watch.map(|id| view! { <Player podcast id /> }.into_any())}
            <div class="episode__words">
                <p class="episode__number">
                    <KindIcon kind=catalog::Kind::Podcast />
                    {number.unwrap_or_else(|| "Podcast".to_owned())}
                </p>
                <h2 class="episode__title">{podcast.title.clone()}</h2>
                <p class="episode__blurb">{podcast.blurb.clone()}</p>
                <ul class="episode__links">
                    {podcast
                        .audio
                        .clone()
                        .map(|audio| {
                            view! {
                                <li>
                                    <a href=audio rel="noopener">
                                        "Listen on Anchor"
                                    </a>
                                </li>
                            }.into_any()
                        })}
                    {watch
                        .map(|id| {
                            view! {
                                <li>
                                    <a href=youtube_page(id) rel="noopener">
                                        "Watch on YouTube"
                                    </a>
                                </li>
                            }.into_any()
                        })}
                </ul>
                <KeepPodcast podcast />
            </div>
        </section>
    }
}

/// The facade; a click replaces it by the player and moves the focus there. Another player's start
/// brings the facade back.
#[component]
fn Player(podcast: &'static Podcast, id: &'static str) -> impl IntoView {
    let title = podcast.title.as_str();
    let now_playing = use_now_playing();
    let is_playing = Memo::new(move |_| now_playing.is(podcast));
    on_cleanup(move || now_playing.stop(podcast));
    let frame = NodeRef::<html::Iframe>::new();
    Effect::new(move |_| {
        if let Some(frame) = frame.get() {
            // Only fails for an element that is not in the page.
            let _ = frame.focus();
        }
    });
    let facade = move || {
        view! {
            <button
                type="button"
                class="player__facade"
                aria-label=format!("Play episode: {title}")
                on:click=move |_| now_playing.start(podcast)
            >
                <span class="player__button" aria-hidden="true">
                    <Icon path=PLAY />
                </span>
            </button>
            <p class="player__hint">"Plays from YouTube; YouTube will see your visit"</p>
        }
    };
    let player = move || {
        view! {
            <iframe
                node_ref=frame
                class="player__frame"
                src=youtube_player(id)
                title=format!("Player: {title}")
                allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
                allowfullscreen
                referrerpolicy="strict-origin-when-cross-origin"
            ></iframe>
        }
    };
    view! {
        <div class="player needs-app">
            {move || if is_playing.get() { player().into_any() } else { facade().into_any() }}
        </div>
    }
}
