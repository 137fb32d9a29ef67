pub(crate) const TECHNOLOGIES: &str = "Technologies it names";
pub(crate) const TITLE: &str = "Material";
pub(crate) const FILTERS: &str = "Filters";
pub(crate) const RESULTS: &str = "Results";
pub(crate) const SEARCH: &str = "Search titles, speakers, venues and companies";
pub(crate) const SEARCH_HINT: &str = "Search titles, speakers, venues …";
pub(crate) const PAGE_TITLE: &str = "Material: talks, articles, papers and episodes";
pub(crate) const ORDER: &str = "Order";
pub(crate) const NEWEST: &str = "Newest";
pub(crate) const BY_TITLE: &str = "Title";
pub(crate) const CHOSEN_FILTERS: &str = "Chosen filters";
pub(crate) const CLEAR_ALL: &str = "Clear all";
pub(crate) const NOTHING: &str = "Nothing has all of this.";
pub(crate) const KIND: &str = "Kind";
pub(crate) const TECHNOLOGY: &str = "Technology";
pub(crate) const YEAR: &str = "Year";
pub(crate) const INDUSTRY: &str = "Industry";
pub(crate) const VENUE: &str = "Venue";
pub(crate) const SPEAKER: &str = "Speaker";
pub(crate) const NOTE: &str = "Where the chapter gives no title, it is made from the address. There is no year where nothing tells it.";

pub(crate) fn lede(pieces: &str) -> String {
    format!("{pieces} of all companies, newest first.")
}

pub(crate) fn none_with_a_year(pieces: &str) -> String {
    format!("{pieces}, none with a year")
}

pub(crate) fn some_without_a_year(pieces: &str, without: usize) -> String {
    format!("{pieces}, {without} without a year")
}

pub(crate) fn filtered_title(criteria: &str) -> String {
    format!("Material: {criteria}")
}

pub(crate) fn drop_for(label: &str, pieces: &str) -> String {
    format!("Drop {label}: {pieces}")
}

pub(crate) fn newest_only(number: usize) -> String {
    format!("These are the newest {number}. Everything is on the pages of the companies:")
}
