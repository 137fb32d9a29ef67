//! The browser's storage, which may be blocked, full or hold anything.

use leptos::prelude::window;
use web_sys::Storage;

use super::browser::IN_BROWSER;

/// Reads a value; `None` when there is none or storage is blocked.
pub(super) fn read(key: &str) -> Option<String> {
    read_or_blocked(key).ok()?
}

/// Storage is blocked.
pub(super) struct Blocked;

/// Reads a value, and tells one that is not there from storage that is blocked.
pub(super) fn read_or_blocked(key: &str) -> Result<Option<String>, Blocked> {
    lasting().ok_or(Blocked)?.get_item(key).map_err(|_| Blocked)
}

/// Keeps a value; `false` when storage is blocked or full, so that nothing was kept.
pub(super) fn write(key: &str, value: &str) -> bool {
    lasting().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Forgets a value. Storage that is blocked holds none.
pub(super) fn remove(key: &str) {
    if let Some(storage) = lasting() {
        // Removal fails only where reading fails too, so there is nothing left to forget.
        let _ = storage.remove_item(key);
    }
}

/// Reads a value kept for this tab.
pub(super) fn read_for_session(key: &str) -> Option<String> {
    for_session()?.get_item(key).ok()?
}

/// Keeps a value for this tab, where storage allows.
pub(super) fn write_for_session(key: &str, value: &str) {
    if let Some(storage) = for_session() {
        // A place that could not be kept means that a reload starts at the top.
        let _ = storage.set_item(key, value);
    }
}

/// What outlives the tab; `None` where it is blocked or there is no browser.
fn lasting() -> Option<Storage> {
    if IN_BROWSER { window().local_storage().ok()? } else { None }
}

/// What lives as long as the tab.
fn for_session() -> Option<Storage> {
    if IN_BROWSER { window().session_storage().ok()? } else { None }
}
