//! Messages of set-up.

/// Prints what set-up is about to do.
pub(super) fn announce(what: &str) {
    eprintln!("set-up: {what}");
}
