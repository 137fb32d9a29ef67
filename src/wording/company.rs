pub(crate) const IN_TEXT: &str = "In the chapter’s text";
pub(crate) const IN_PODCAST: &str = "In the words on the podcast";
pub(crate) const IN_LABEL: &str = "In the chapter’s words for a link";
pub(crate) const IN_TITLE: &str = "In a title";
pub(crate) const IN_ADDRESS: &str = "In an address";
pub(crate) const FROM_MAINTAINER: &str = "From a maintainer";
pub(crate) const MAINTAINER_SAYS: &str = "A maintainer: ";
pub(crate) const PROSE: &str = "In the chapter’s words";
pub(crate) const ON_THIS_PAGE: &str = "On this page";
pub(crate) const SHOW_IN_TEXT: &str = "Show in the text";
pub(crate) const SHOW_EPISODE: &str = "Show the episode";
pub(crate) const SHOW_LINK: &str = "Show the link";
pub(crate) const MATERIAL: &str = "Material";
pub(crate) const NOTHING: &str = "The chapter links to nothing but the podcast.";
pub(crate) const FLOW: &str = "How data flows";
pub(crate) const NEIGHBOURS: &str = "Also run some of this";
pub(crate) const SHARED: &str = "Shared";
pub(crate) const OTHERS: &str = "Other companies";
pub(crate) const PREVIOUS: &str = "Previous";
pub(crate) const NEXT: &str = "Next";
pub(crate) const SUMMARY: &str = "Technologies in short";
pub(crate) const ALL_TECHNOLOGIES: &str = "All with their evidence";
pub(crate) const TECHNOLOGIES: &str = "Technologies";
pub(crate) const STACK: &str =
    "In the order in which data flows. Open a technology for the words behind it.";
pub(crate) const NO_TECHNOLOGY: &str =
    "Neither the chapter’s words nor the titles and addresses it links to name a technology.";
pub(crate) const NONE_RUN: &str = "The chapter names no technology that the company runs.";
pub(crate) const DENIED: &str = "Named, but not run here";
pub(crate) const MAINTAINER: &str = "a maintainer";
pub(crate) const CHAPTER: &str = "the chapter";
pub(crate) const PICTURE: &str = "The picture in the source";
pub(crate) const TABLE: &str = "Table";
pub(crate) const FIGURE: &str = "Figure: ";
pub(crate) const SEE_FIGURE: &str = "See it in the source";
pub(crate) const DERIVED_TITLES: &str =
    "Where the chapter gives no title, it is made from the address.";
pub(crate) const ARCHIVED_COPY: &str = "Archived copy";

pub(crate) fn link_to(heading: &str) -> String {
    format!("Link to “{heading}”")
}

pub(crate) fn line(line: u32) -> String {
    format!("Line {line} of the chapter")
}

pub(crate) fn material_from(year: u32) -> String {
    format!("Material from {year}")
}

pub(crate) fn material_between(first: u32, last: u32) -> String {
    format!("Material from {first} to {last}")
}

pub(crate) fn some_dated(years: &str, dated: usize, all: usize) -> String {
    format!("{years} ({dated} of {all} dated)")
}

pub(crate) fn share(strong: usize, of: usize) -> String {
    format!(" {strong} of {of} shared")
}

pub(crate) fn maybe_share(maybe: usize, of: usize) -> String {
    format!(" maybe {maybe} of {of} shared")
}

pub(crate) fn share_and_maybe(strong: usize, maybe: usize, of: usize) -> String {
    format!(" {strong} of {of} shared, maybe {maybe} more")
}

pub(crate) fn back(from: &str, to: &str) -> String {
    format!("From {from} back to {to}")
}

pub(crate) fn lines(first: u32, last: u32) -> String {
    format!("lines {first} to {last} of the chapter")
}

pub(crate) fn by(author: &str) -> String {
    format!("By {author}, from ")
}

pub(crate) fn not_in_edition(edition: &str) -> String {
    format!("not in the edition of {edition}")
}

pub(crate) fn archived_copy_of(title: &str) -> String {
    format!("Archived copy of {title}")
}

pub(crate) fn alive(day: &str) -> String {
    format!("checked on {day}")
}

pub(crate) fn unclear(day: &str) -> String {
    format!("checked on {day}, without a clear answer")
}

pub(crate) fn dead(day: &str) -> String {
    format!("gone when checked on {day}")
}

pub(crate) fn label(label: &str) -> String {
    format!("in the chapter: “{label}”")
}

pub(crate) fn everything_on(technology: &str) -> String {
    format!("Everything on {technology}")
}

pub(crate) fn source_line(line: u32) -> String {
    format!("line {line} of the chapter")
}
