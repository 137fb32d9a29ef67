//! The player: one for the whole site, in a corner of every page, so that it plays on while the
//! reader moves about.

use catalog::{Podcast, Start, youtube_player};
use explore::Episode;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icon::{CROSS, Icon, NEXT};
use crate::lazy::lazy;
use crate::replace::Replaced;
use crate::routes::use_base;
use crate::site::{Site, use_site};
use crate::state::{Afterwards, Loaded, follow_player, listen_to, use_connection, use_now_playing};
use crate::wording::listen;

lazy! {
    chunk = Lists;
    /// The player, once an episode has been started.
    pub fn show() -> AnyView {
        view! { <Dock /> }.into_any()
    }
}

/// The episodes that the player can play, in the order in which it plays them.
#[must_use]
pub fn playable(site: Site) -> Vec<Episode<'static>> {
    let mut episodes = site.index().episodes();
    episodes.retain(|episode| episode.podcast.youtube.is_some());
    episodes
}

/// The id of the button that plays an episode.
#[must_use]
pub fn play_button_id(podcast: &Podcast) -> String {
    format!("play-{}", podcast.youtube.as_deref().unwrap_or_default())
}

/// The place of the player; empty while nothing plays.
#[component]
pub fn Dock() -> impl IntoView {
    let (site, now_playing) = (use_site(), use_now_playing());
    let is_shown = Memo::new(move |_| now_playing.current().is_some());
    follow_player(move |video| {
        let is_meant = |podcast: &&Podcast| podcast.youtube.as_deref() == Some(video);
        let current = untrack(|| now_playing.current());
        if current.is_some_and(|current| !is_meant(&current))
            && let Some(next) = playable(site).into_iter().find(|next| is_meant(&next.podcast))
        {
            now_playing.went_on_to(next.podcast);
        }
    });
    move || is_shown.get().then(|| Replaced(view! { <Player /> }.into_any()))
}

#[component]
fn Player() -> impl IntoView {
    let (site, base, now_playing) = (use_site(), use_base(), use_now_playing());
    let episodes = StoredValue::new(playable(site));
    let place = Memo::new(move |_| {
        let current = now_playing.current()?;
        episodes.with_value(|all| all.iter().position(|e| std::ptr::eq(e.podcast, current)))
    });
    let episode = move || {
        let place = place.get()?;
        episodes.with_value(|all| all.get(place).copied())
    };
    // After the last comes the first.
    let next = move || episodes.with_value(|all| all.get((place.get()? + 1) % all.len()).copied());
    let play_next = move |_| {
        if let Some(next) = untrack(next)
            && let Some(loaded) = untrack(|| now_playing.loaded())
        {
            let start = Start::default();
            now_playing.skip_to(Loaded { podcast: next.podcast, start, ..loaded });
        }
    };
    let has_next = episodes.with_value(|all| all.len() > 1);
    let close = move |_| {
        let current = untrack(|| now_playing.current());
        now_playing.stop();
        if let Some(podcast) = current {
            focus_after(podcast);
        }
    };
    let words = move || {
        episode().map(|Episode { company, podcast }| {
            let number = podcast.episode.map(|number| listen::episode(number) + " · ");
            Replaced(
                view! {
                    <p class="dock__title">{podcast.title.as_str()}</p>
                    <p class="dock__facts">
                        {number}
                        <a href=base.company(&company.slug)>{company.name.as_str()}</a>
                    </p>
                }
                .into_any(),
            )
        })
    };
    view! {
        <aside class="dock" aria-label=listen::PLAYER>
            <Screen episodes />
            <div class="dock__bar">
                <div class="dock__words">{words}</div>
                {has_next.then(|| view! {
                    <button type="button" class="button dock__next" on:click=play_next>
                        <Icon path=NEXT />
                        {listen::NEXT}
                    </button>
                }.into_any())}
                <button
                    type="button"
                    class="button button--plain dock__close"
                    aria-label=listen::CLOSE_PLAYER
                    on:click=close
                >
                    <Icon path=CROSS />
                </button>
            </div>
        </aside>
    }
}

/// The frame of the player, or why there is none.
#[component]
fn Screen(episodes: StoredValue<Vec<Episode<'static>>>) -> impl IntoView {
    let now_playing = use_now_playing();
    let is_online = use_connection();
    let frame = NodeRef::<html::Iframe>::new();
    Effect::new(move |_| {
        if let Some(frame) = frame.get()
            && now_playing.takes_focus()
        {
            // Only fails for an element that is not in the page.
            let _ = frame.focus();
        }
    });
    // A player that is loaded plays what it has; without a connection none is loaded.
    let shown = Memo::new(move |last: Option<&Option<u32>>| {
        let load = now_playing.loads();
        let is_there = last.is_some_and(|last| *last == Some(load));
        (is_there || is_online.get()).then_some(load)
    });
    let screen = move || {
        if shown.get().is_none() {
            return Replaced(
                view! {
                    <p class="dock__offline" role="status">
                        {listen::STARTS_WITH_CONNECTION}
                    </p>
                }
                .into_any(),
            );
        }
        let Some(Loaded { podcast, start, afterwards }) = untrack(|| now_playing.loaded()) else {
            return Replaced(().into_any());
        };
        let following = match afterwards {
            Afterwards::Silence => Vec::new(),
            Afterwards::Rest => episodes.with_value(|all| following(all, podcast)),
        };
        let video = podcast.youtube.as_deref().unwrap_or_default();
        Replaced(
            view! {
                <iframe
                    node_ref=frame
                    class="dock__frame"
                    src=youtube_player(video, start, &following)
                    title=listen::player_of(&podcast.title)
                    allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
                    allowfullscreen
                    referrerpolicy="strict-origin-when-cross-origin"
                    on:load=move |_| {
                        if let Some(frame) = frame.get_untracked() {
                            listen_to(&frame);
                        }
                    }
                ></iframe>
            }
            .into_any(),
        )
    };
    view! { <div class="dock__screen">{screen}</div> }
}

/// The videos of the episodes after this one.
fn following(episodes: &[Episode<'static>], podcast: &Podcast) -> Vec<&'static str> {
    let rest = episodes.iter().skip_while(|other| !std::ptr::eq(other.podcast, podcast)).skip(1);
    rest.filter_map(|episode| episode.podcast.youtube.as_deref()).collect()
}

/// Moves the focus to where the episode was started, else to the heading of the page.
fn focus_after(podcast: &Podcast) {
    let button = document().get_element_by_id(&play_button_id(podcast));
    let place = button.or_else(|| document().query_selector("main h1").ok().flatten());
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        // Only fails for an element that is not focusable.
        let _ = place.focus();
    }
}
