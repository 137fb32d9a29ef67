/// The title of the page.
pub(crate) fn title(name: &str) -> String {
    format!("{name}: no longer here")
}

/// Before the day.
pub(crate) const NO_LONGER_HERE: &str = "This site no longer has this company, since ";
pub(crate) const KEPT: &str = "Where its links are kept";
