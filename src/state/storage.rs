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

/// Nothing was written: storage is blocked or full.
pub(super) struct NotWritten;

/// Reads a value; `None` when there is none.
pub(super) fn read_or_blocked(key: &str) -> Result<Option<String>, Blocked> {
    lasting().ok_or(Blocked)?.get_item(key).map_err(|_| Blocked)
}

/// Writes a value.
pub(super) fn write(key: &str, value: &str) -> Result<(), NotWritten> {
    lasting().ok_or(NotWritten)?.set_item(key, value).map_err(|_| NotWritten)
}

/// Removes a value. Blocked storage holds none.
pub(super) fn remove(key: &str) {
    if let Some(storage) = lasting() {
        // Fails only where reading fails too.
        let _ = storage.remove_item(key);
    }
}

/// Reads a value of this tab.
pub(super) fn read_for_session(key: &str) -> Option<String> {
    for_session()?.get_item(key).ok()?
}

/// Writes a value for this tab, where storage allows.
pub(super) fn write_for_session(key: &str, value: &str) {
    if let Some(storage) = for_session() {
        // Without it a reload starts at the top of the page.
        let _ = storage.set_item(key, value);
    }
}

/// `localStorage`; `None` where it is blocked or there is no browser.
fn lasting() -> Option<Storage> {
    if IN_BROWSER { window().local_storage().ok()? } else { None }
}

/// `sessionStorage`, likewise.
fn for_session() -> Option<Storage> {
    if IN_BROWSER { window().session_storage().ok()? } else { None }
}
