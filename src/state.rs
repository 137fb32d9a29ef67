//! Everything that outlives a view: the query string, the history, storage.

mod export;
mod filter;
mod navigation;
mod place;
mod storage;
mod theme;

pub use export::{Format, copy, download};
pub use filter::{FilterControl, FilterState, use_filter_control};
pub use navigation::{Navigation, use_navigation};
pub use place::keep_place;
pub use theme::{Theme, ThemeState};
