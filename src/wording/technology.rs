pub(crate) const SEE_COMPANY: &str = "See the company";
pub(crate) const OFFICIAL_SITE: &str = "Official site";
pub(crate) const USES: &str = "Who uses it, and the evidence";
pub(crate) const NOBODY: &str = "No company of the chapter.";
pub(crate) const WEAKER: &str = "Weaker signs";
pub(crate) const NOT_IN_USE: &str = "Named, but not in use";
pub(crate) const PART_OF: &str = "Part of ";
pub(crate) const INCLUDES: &str = "Includes ";
pub(crate) const USED_WITH: &str = "Used with";
pub(crate) const IN_MATERIAL: &str = "Filter and sort them on the page Material";

pub(crate) fn title(technology: &str) -> String {
    format!("{technology}: who uses it")
}

pub(crate) fn see(companies: &str) -> String {
    format!("See the {companies}")
}

pub(crate) fn with_both(one: &str, other: &str) -> String {
    format!(" with {one} and {other}")
}

pub(crate) fn same_role(role: &str) -> String {
    format!("Other {role} tools")
}

pub(crate) fn about_it(links: usize) -> String {
    format!("Talks, articles and sites about it ({links})")
}
