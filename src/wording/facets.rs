pub(crate) const TECHNOLOGY: &str = "Technology";
pub(crate) const EVIDENCE: &str = "Evidence";
pub(crate) const STRONG_ONLY: &str = "Strong evidence only";
pub(crate) const MATERIAL: &str = "Material";
pub(crate) const INDUSTRY: &str = "Industry";
pub(crate) const YEARS: &str = "Years";
pub(crate) const NO_TECHNOLOGY: &str = "No technology of that name";
pub(crate) const FIND: &str = "Find a technology";
pub(crate) const MATCH: &str = "Match";
pub(crate) const CHOSEN: &str = "chosen";
pub(crate) const NOT_CHOSEN: &str = "not chosen";
pub(crate) const FILTERS: &str = "Filters";
pub(crate) const CLOSE: &str = "Close";

pub(crate) fn show(companies: &str) -> String {
    format!("Show {companies}")
}
