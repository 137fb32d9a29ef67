//! Everything that outlives a view: the query string, the history, storage.

mod filter;
mod place;
mod storage;
mod theme;

pub use filter::{FilterControl, FilterState, use_filter_control};
pub use place::{HistoryArrival, keep_place};
pub use theme::{Theme, ThemeState};
