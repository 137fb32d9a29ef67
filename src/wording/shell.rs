pub(crate) const CLOSE_DIALOG: &str = "Close";
pub(crate) const ENTER: &str = "Enter";
pub(crate) const ESC: &str = "Esc";
pub(crate) const TITLE: &str = "Shortcuts";
pub(crate) const SEARCH: &str = "Search";
pub(crate) const SHOW: &str = "Show these shortcuts";
pub(crate) const MOVE: &str = "Move through the suggestions";
pub(crate) const OPEN: &str = "Open the suggestion, or show every match";
pub(crate) const CLOSE: &str = "Close the suggestions, then empty the box";
pub(crate) const SINGLE_KEYS: &str = "Use the keys / and ?";
pub(crate) const SYSTEM: &str = "System";
pub(crate) const LIGHT: &str = "Light";
pub(crate) const DARK: &str = "Dark";
pub(crate) const COLOURS: &str = "Colours";
pub(crate) const SKIP: &str = "Skip to the content";
pub(crate) const SITE: &str = "Site";
pub(crate) const COMPANIES: &str = "Companies";
pub(crate) const TECHNOLOGIES: &str = "Technologies";
pub(crate) const MATERIAL: &str = "Material";
pub(crate) const LISTEN: &str = "Listen";
pub(crate) const COMPARE: &str = "Compare";
pub(crate) const SAVED: &str = "Saved";
pub(crate) const ABOUT: &str = "About";
pub(crate) const NO_TRACKERS: &str =
    "No cookies, no trackers. Nothing is loaded from other sites before you click. ";
pub(crate) const HOW_THIS_WORKS: &str = "How this works";
pub(crate) const SHORTCUTS: &str = "Shortcuts";

pub(crate) fn search_with(keys: &str) -> String {
    format!("Search ({keys})")
}

pub(crate) fn licence_and_age(licence: &str, year: u32) -> String {
    format!(", {licence}. The material is from {year} and earlier.")
}
