//! `/listen`: the podcast episodes.

use catalog::{Company, Start};
use explore::Episode;
use leptos::prelude::*;

use crate::components::dock::{play_button_id, playable};
use crate::components::icon::{Icon, PLAY};
use crate::components::keep::KeepPodcast;
use crate::components::podcast::{EpisodeLinks, PlayIcon, use_play_button, use_playing};
use crate::replace::{ChangingText, Replaced};
use crate::routes::use_base;
use crate::site::use_site;
use crate::state::{Afterwards, Loaded, use_connection, use_navigation, use_now_playing};
use crate::text;
use crate::title::set_title;
use crate::view::CollectAny;
use crate::wording::{listen, nouns};

/// How many technologies of a company are named.
const NAMED: usize = 5;

/// Every episode, with one button that plays them all.
#[component]
pub fn ListenPage() -> impl IntoView {
    let site = use_site();
    let episodes = site.index().episodes();
    let count = text::count(episodes.len(), nouns::PODCAST_EPISODE);
    set_title({
        let count = count.clone();
        move || listen::page_title(&count)
    });
    // The address may say where to start. That is meant for the first episode that is played.
    let start = StoredValue::new(use_navigation().start_of_episode());
    let take_start = move || start.try_update_value(std::mem::take).unwrap_or_default();
    let (now_playing, is_online) = (use_now_playing(), use_connection());
    let first = playable(site).first().copied();
    let play_all = move |_| {
        if let Some(Episode { podcast, .. }) = first {
            let afterwards = Afterwards::Rest;
            now_playing.play(Loaded { podcast, start: take_start(), afterwards });
        }
    };
    let hint = move || {
        ChangingText(
            if is_online.get() { listen::PLAYS_FROM_YOUTUBE } else { listen::NO_CONNECTION }
                .to_owned(),
        )
    };
    let rows = episodes.iter().map(|episode| track(*episode, take_start).into_any());
    let nothing = listen::NOTHING;
    view! {
        <article class="listen">
            <header class="listen__head">
                <h1 tabindex="-1">{listen::TITLE}</h1>
                <p class="listen__lede">
                    {listen::lede(&count)}
                </p>
                {first.is_some().then(|| view! {
                    <div class="listen__tools needs-app">
                        <button type="button" class="button button--solid listen__all" on:click=play_all>
                            <Icon path=PLAY />
                            {listen::PLAY_ALL}
                        </button>
                        <p class="listen__hint muted" role="status">{hint}</p>
                    </div>
                }.into_any())}
            </header>
            {if episodes.is_empty() {
                view! { <p class="muted">{nothing}</p> }.into_any()
            } else {
                view! { <ol class="tracks">{rows.collect_any()}</ol> }.into_any()
            }}
        </article>
    }
}

/// An episode of the list. `take_start` gives the start that the address asks for, once.
fn track(
    Episode { company, podcast }: Episode<'static>,
    take_start: impl Fn() -> Start + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let base = use_base();
    let is_playing = use_playing(podcast);
    let play = use_play_button(podcast, move || Loaded {
        podcast,
        start: take_start(),
        afterwards: Afterwards::Silence,
    });
    let number = podcast.episode.map(|number| view! { <span>{listen::episode(number)}</span> });
    let state = move || {
        is_playing.get().then(|| {
            Replaced(view! { <span class="visually-hidden">{listen::PLAYING}</span> }.into_any())
        })
    };
    view! {
        <li class="track" class:track--playing=move || is_playing.get()>
            {podcast.youtube.is_some().then(|| view! {
                <button
                    type="button"
                    id=play_button_id(podcast)
                    class="track__play needs-app"
                    aria-label=listen::play(&podcast.title)
                    aria-pressed=move || is_playing.get().to_string()
                    on:click=move |_| play.run(())
                >
                    <PlayIcon is_playing />
                </button>
            }.into_any())}
            <div class="track__words">
                <p class="track__facts">
                    {number.map(IntoAny::into_any)}
                    <a href=base.company(&company.slug)>{company.name.as_str()}</a>
                    {state}
                </p>
                <h2 class="track__title">{podcast.title.as_str()}</h2>
                <Technologies company />
                <EpisodeLinks podcast links=company.links_of(podcast) />
            </div>
            <KeepPodcast podcast />
        </li>
    }
}

/// The technologies that the company runs on strong evidence.
#[component]
fn Technologies(company: &'static Company) -> impl IntoView {
    let (catalog, base) = (use_site().catalog(), use_base());
    let strong = company.tags.iter().filter(|tag| tag.grade().is_strong());
    let named = strong.filter_map(|tag| catalog.technology(tag.technology.as_str()));
    let links: Vec<AnyView> = named
        .take(NAMED)
        .map(|technology| {
            view! {
                <li class=format!("role--{}", technology.role.as_str())>
                    <a href=base.technology(&technology.slug)>{text::short_name(technology)}</a>
                </li>
            }
            .into_any()
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <ul class="track__technologies" aria-label=listen::technologies_of(&company.name)>
                {links}
            </ul>
        }
        .into_any()
    })
}
