//! State that outlives a view: query string, history, storage.

mod batches;
mod browser;
mod compare;
mod export;
mod files;
mod filter;
mod grown;
mod navigation;
mod now_playing;
mod place;
mod saved;
mod shortcuts;
mod storage;
mod theme;
mod unfolded;
mod visit;

pub use batches::{Batches, next_batch, next_batches_of_list};
pub use browser::{IN_BROWSER, follow};
pub use compare::{CompareChange, CompareState, use_compare_state, use_comparing};
pub use export::{
    CopyDenied, ExportFormat, ExportUnavailable, can_share, copy, download_selection, share,
};
pub use files::{download, read_text};
pub use filter::{FilterControl, FilterState, use_filter_control};
pub use grown::{Grown, use_grown};
pub use navigation::{Navigation, load_page_of_document, use_navigation};
pub use now_playing::{
    Afterwards, Loaded, NowPlaying, follow_player, listen_to, use_connection, use_now_playing,
};
pub use place::keep_place;
pub use saved::{SavedState, Trouble, use_lasting_storage, use_saved};
pub use shortcuts::{Shortcuts, SingleKeys, is_composing, search_keys};
pub use theme::{Theme, ThemeState};
