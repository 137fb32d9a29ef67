pub(crate) const PAGE_TITLE: &str = "Technologies: who uses what with what";
pub(crate) const TITLE: &str = "Technologies";
pub(crate) const LEDE: &str = "What the companies of the chapter run, from where data is collected to what it all runs on; and below, what they run together.";
pub(crate) const BY_ROLE: &str = "By role";
pub(crate) const SHARED: &str = "Used by several";
pub(crate) const ALL: &str = "All";
pub(crate) const TOGETHER: &str = "What is used together";
pub(crate) const HOW_TO_READ: &str = "Each number says how many companies use both the technology of its row and the one of its column, and leads to those companies. The stronger the colour, the more companies. A number after a plus is of companies with weak signs alone. The diagonal says how many use the technology at all. Hatched numbers are a technology and a part of it: a company that uses the part uses the whole.";
pub(crate) const NEIGHBOURS: &str = "Technologies of the same companies are neighbours, so clusters show along the diagonal. The arrow keys move between the numbers.";
pub(crate) const SCOPE: &str = "Technologies in the matrix";
pub(crate) const MATRIX: &str = "Matrix of technologies";
pub(crate) const MATRIX_CAPTION: &str =
    "How many companies use the technologies of row and column together";

pub(crate) fn own_cell(companies: &str, technology: &str) -> String {
    format!("{companies} with {technology}")
}

pub(crate) fn family_cell(companies: &str, one: &str, other: &str) -> String {
    format!("{companies} with {one} and {other}, one a part of the other")
}

pub(crate) fn cell(companies: &str, one: &str, other: &str) -> String {
    format!("{companies} with {one} and {other}")
}

pub(crate) fn with(technology: &str) -> String {
    format!(" with {technology}")
}
