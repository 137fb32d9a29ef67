pub(crate) const TITLE: &str = "Saved";
pub(crate) const KEPT_UNTIL_DELETED: &str = "This browser keeps the list until you delete it.";
pub(crate) const RESTORED: &str = "The list is restored.";
pub(crate) const CLEARED: &str = "The list is cleared.";
pub(crate) const EXPORT: &str = "Export as JSON";
pub(crate) const IMPORT: &str = "Import";
pub(crate) const UNDO: &str = "Undo";
pub(crate) const CLEAR: &str = "Clear";
pub(crate) const NOT_A_LIST: &str = "This file is not a saved list; nothing was imported.";
pub(crate) const NEEDS_APP: &str =
    "The list is kept in your browser. Showing it needs JavaScript and WebAssembly.";
pub(crate) const NOT_ON_SITE: &str = "Not on this site any more";
pub(crate) const NOTHING: &str = "Nothing is saved yet. Every company, episode, talk and article has a “Save” button, and “Read”, “Watched” or “Heard” marks those that you have finished. Both are listed here.";
pub(crate) const STAYS_HERE: &str =
    "The list stays in this browser. To take it to another, export it here and import it there.";
pub(crate) const ALL_COMPANIES: &str = "All companies";
pub(crate) const DONE: &str = "Done";
pub(crate) const SAVE: &str = "Save";
pub(crate) const DOWNLOAD: &str = "Download it";
pub(crate) const START_ANEW: &str = "Start a new list";
pub(crate) const DISMISS: &str = "Dismiss";
pub(crate) const BLOCKED: &str = "this browser lets the site store nothing.";
pub(crate) const FULL: &str = "this browser’s storage for the site is full.";
pub(crate) const MAY_BE_DELETED: &str = "Browsers may delete the list, Safari after seven days without a visit: export it to keep a copy.";

pub(crate) fn summary(companies: &str, links: &str, done: usize) -> String {
    format!("{companies} and {links} saved, {done} marked as read or heard.")
}

pub(crate) fn nothing_imported(cause: &str) -> String {
    format!("Nothing was imported: {cause}.")
}

pub(crate) fn imported(new: &str) -> String {
    format!("Imported: {new}.")
}

pub(crate) fn unknown_entries(entries: &str) -> String {
    format!(" {entries} not on this site; see the end of the list.")
}

pub(crate) fn unreadable(cause: &str) -> String {
    format!("the list stored in this browser cannot be read ({cause}). It is left as it is.")
}

pub(crate) fn nothing_kept(cause: &str) -> String {
    format!("Nothing you save will be kept: {cause}")
}
