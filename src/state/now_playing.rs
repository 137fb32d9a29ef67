//! The episode that plays.

use catalog::Podcast;
use leptos::prelude::*;

/// At most one episode plays: the start of one stops the other.
#[derive(Clone, Copy)]
pub struct NowPlaying(RwSignal<Option<&'static Podcast>>);

impl NowPlaying {
    /// Silence.
    #[must_use]
    pub fn none() -> Self {
        Self(RwSignal::new(None))
    }

    /// Whether this episode plays. Tracked.
    #[must_use]
    pub fn is(self, podcast: &'static Podcast) -> bool {
        self.0.get().is_some_and(|playing| std::ptr::eq(playing, podcast))
    }

    /// Plays this episode and no other.
    pub fn start(self, podcast: &'static Podcast) {
        self.0.set(Some(podcast));
    }

    /// Ends this episode, if it plays.
    pub fn stop(self, podcast: &'static Podcast) {
        // The whole app may be going.
        let _ = self.0.try_update(|playing| {
            if playing.is_some_and(|playing| std::ptr::eq(playing, podcast)) {
                *playing = None;
            }
        });
    }
}

/// The episode that plays on the page; outside of [`crate::app::App`], of this component alone.
#[must_use]
pub fn use_now_playing() -> NowPlaying {
    use_context().unwrap_or_else(NowPlaying::none)
}
