pub(crate) const PLAYS_FROM_YOUTUBE: &str = "Plays from YouTube; YouTube will see your visit.";
pub(crate) const NO_CONNECTION: &str = "There is no connection now, and playing needs one.";
pub(crate) const NOTHING: &str = "No company of the chapter has an episode.";
pub(crate) const TITLE: &str = "Listen";
pub(crate) const PLAY_ALL: &str = "Play all";
pub(crate) const PLAYING: &str = "Playing";
pub(crate) const PLAYER: &str = "Player";
pub(crate) const NEXT: &str = "Next";
pub(crate) const CLOSE_PLAYER: &str = "Close the player";
pub(crate) const STARTS_WITH_CONNECTION: &str =
    "Playing needs a connection. It starts when there is one.";
pub(crate) const PODCAST: &str = "Podcast";
pub(crate) const WATCH: &str = "Watch on YouTube";
pub(crate) const PLAYS_FROM_YOUTUBE_HINT: &str = "Plays from YouTube; YouTube will see your visit";

pub(crate) fn page_title(episodes: &str) -> String {
    format!("Listen: {episodes}")
}

pub(crate) fn lede(episodes: &str) -> String {
    format!("{episodes}, each about one company.")
}

pub(crate) fn episode(number: u32) -> String {
    format!("Episode {number}")
}

pub(crate) fn play(title: &str) -> String {
    format!("Play episode: {title}")
}

pub(crate) fn technologies_of(company: &str) -> String {
    format!("Technologies of {company}")
}

pub(crate) fn player_of(title: &str) -> String {
    format!("Player: {title}")
}
