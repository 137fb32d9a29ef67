//! How set-up talks to the developer.

/// Says what set-up is about to do: printed only when there is something to do.
pub(super) fn announce(what: &str) {
    eprintln!("set-up: {what}");
}
