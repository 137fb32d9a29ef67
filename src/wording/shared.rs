pub(crate) const STRONG_ONLY: &str = "Strong evidence only";
pub(crate) const ANY_YEAR: &str = "Any year";
pub(crate) const CHOSEN_FILTERS: &str = "Chosen filters";
pub(crate) const CLEAR_ALL: &str = "Clear all";

pub(crate) fn remove(label: &str) -> String {
    format!("Remove {label}")
}

pub(crate) fn more(number: usize) -> String {
    format!("{number} more")
}

pub(crate) fn years(from: u32, to: u32) -> String {
    format!("{from} to {to}")
}

pub(crate) fn years_from(year: u32) -> String {
    format!("{year} or later")
}

pub(crate) fn years_to(year: u32) -> String {
    format!("{year} or earlier")
}

pub(crate) fn any(role: &str) -> String {
    format!("Any {role}")
}
