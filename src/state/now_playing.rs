//! The episode that plays, wherever the reader is on the site.

use catalog::{PLAYER_ORIGIN, Podcast, Start};
use js_sys::JSON;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::HtmlIFrameElement;

use super::browser::follow;
use crate::optional;

/// What plays after an episode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Afterwards {
    /// Nothing.
    Silence,
    /// The episodes after it, one after another.
    Rest,
}

/// What the player is loaded with.
#[derive(Clone, Copy)]
pub struct Loaded {
    /// The episode that it starts with.
    pub podcast: &'static Podcast,
    /// Where that one starts.
    pub start: Start,
    /// What follows.
    pub afterwards: Afterwards,
}

/// The player of the site: at most one episode plays.
#[derive(Clone, Copy)]
pub struct NowPlaying {
    loaded: RwSignal<Option<Loaded>>,
    /// Other than the loaded one once the player has gone on to the next.
    current: RwSignal<Option<&'static Podcast>>,
    /// How often it was loaded.
    loads: RwSignal<u32>,
    /// Whether the player takes the focus when it is drawn next.
    wants_focus: StoredValue<bool>,
}

impl NowPlaying {
    /// Silence.
    #[must_use]
    pub fn none() -> Self {
        Self {
            loaded: RwSignal::new(None),
            current: RwSignal::new(None),
            loads: RwSignal::new(0),
            wants_focus: StoredValue::new(false),
        }
    }

    /// What the player was loaded with. Tracked.
    #[must_use]
    pub fn loaded(self) -> Option<Loaded> {
        self.loaded.get()
    }

    /// The episode that plays. Tracked.
    #[must_use]
    pub fn current(self) -> Option<&'static Podcast> {
        self.current.get()
    }

    /// Whether this episode plays. Tracked.
    #[must_use]
    pub fn is(self, podcast: &'static Podcast) -> bool {
        self.current.get().is_some_and(|playing| std::ptr::eq(playing, podcast))
    }

    /// Plays an episode in place of any other, with the focus in the player.
    pub fn play(self, loaded: Loaded) {
        self.wants_focus.set_value(true);
        self.load(loaded);
    }

    /// Plays an episode in place of any other. The focus stays where it is.
    pub fn skip_to(self, loaded: Loaded) {
        self.load(loaded);
    }

    fn load(self, loaded: Loaded) {
        self.current.set(Some(loaded.podcast));
        self.loaded.set(Some(loaded));
        self.loads.update(|loads| *loads = loads.wrapping_add(1));
    }

    /// How often the player was loaded. Tracked.
    #[must_use]
    pub fn loads(self) -> u32 {
        self.loads.get()
    }

    /// The player has gone on to another episode by itself.
    pub fn went_on_to(self, podcast: &'static Podcast) {
        self.current.set(Some(podcast));
    }

    /// Closes the player.
    pub fn stop(self) {
        self.current.set(None);
        self.loaded.set(None);
    }

    /// Whether the player is to take the focus; `false` from then on.
    #[must_use]
    pub fn takes_focus(self) -> bool {
        self.wants_focus.try_update_value(std::mem::take).unwrap_or_default()
    }
}

/// The player of the site; outside of [`crate::app::App`], of this component alone.
#[must_use]
pub fn use_now_playing() -> NowPlaying {
    use_context().unwrap_or_else(NowPlaying::none)
}

/// Asks a loaded player to tell what it plays; see [`follow_player`].
pub fn listen_to(frame: &HtmlIFrameElement) {
    if let Some(player) = frame.content_window() {
        // Fails only for an origin that is none.
        let _ = player.post_message(&JsValue::from_str("{\"event\":\"listening\"}"), PLAYER_ORIGIN);
    }
}

/// Calls `on_video` with the id of the video that the player says it plays.
pub fn follow_player(on_video: impl Fn(&str) + 'static) {
    follow(ev::message, move |message| {
        if message.origin() == PLAYER_ORIGIN
            && let Some(video) = message.data().as_string().and_then(|text| video_in(&text))
        {
            on_video(&video);
        }
    });
}

/// The id in `{"info":{"videoData":{"video_id":"…"}}}`.
fn video_in(message: &str) -> Option<String> {
    let message = JSON::parse(message).ok()?;
    let info = optional::property(&message, "info")?;
    let data = optional::property(&info, "videoData")?;
    optional::property(&data, "video_id")?.as_string()
}

/// Whether the browser has a connection, as far as it knows.
#[must_use]
pub fn use_connection() -> ReadSignal<bool> {
    let is_there = || {
        let on_line = optional::navigator("onLine").and_then(|on_line| on_line.as_bool());
        on_line.unwrap_or(true)
    };
    let (is_online, set_online) = signal(is_there());
    follow(ev::online, move |_| set_online.set(true));
    follow(ev::offline, move |_| set_online.set(false));
    is_online
}
