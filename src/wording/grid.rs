pub(crate) const FOUND_IN: &str = "Found in";
pub(crate) const NO_TECHNOLOGY: &str = "The chapter names no technology in use here.";
pub(crate) const CARD_TECHNOLOGIES: &str = "Technologies";
pub(crate) const FEWER: &str = "fewer";
pub(crate) const IN_NAME: &str = "Name";
pub(crate) const IN_TECHNOLOGY: &str = "Technology";
pub(crate) const IN_TITLE: &str = "Title";
pub(crate) const IN_PODCAST: &str = "Podcast";
pub(crate) const IN_INDUSTRY: &str = "Industry";
pub(crate) const IN_ROLE: &str = "Role";
pub(crate) const IN_KIND: &str = "Kind of material";
pub(crate) const IN_TEXT: &str = "Text";
pub(crate) const WORDS: &str = "The words behind it";
pub(crate) const USED_BESIDE: &str = "What these companies use beside it";
pub(crate) const ALL_COMPANIES: &str = "All companies";
pub(crate) const OR: &str = " or ";
pub(crate) const AND: &str = " and ";
pub(crate) const COMPANIES: &str = "Companies";
pub(crate) const DID_YOU_MEAN: &str = "Did you mean ";
pub(crate) const BOTH: &str = "both";
pub(crate) const ALL_OF_THEM: &str = "all of them";
pub(crate) const NO_RESULTS: &str = "No results";
pub(crate) const SHOW_ALL: &str = "Show all companies";
pub(crate) const FEWER_FILTERS: &str = "Fewer filters";
pub(crate) const NONE_NAMED: &str = "none that the chapter names";
pub(crate) const TECHNOLOGIES: &str = "technologies";
pub(crate) const UNDERSTOOD_AS: &str = "Understood as ";
pub(crate) const TECHNOLOGY: &str = "technology";
pub(crate) const YEAR: &str = "year";
pub(crate) const ORDER: &str = "order";
pub(crate) const NO_COMPANY: &str = "No company has all of these words";
pub(crate) const FILTERS: &str = "Filters";
pub(crate) const SKIP_FILTERS: &str = "Skip the filters";
pub(crate) const RESULTS: &str = "Results";
pub(crate) const EVERY_TECHNOLOGY: &str = "Every technology here shows ";
pub(crate) const WORDS_BEHIND: &str = "the words behind it";
pub(crate) const WHAT_IS_HERE: &str = "What is here";
pub(crate) const POPULAR_TECHNOLOGIES: &str = "Popular technologies";
pub(crate) const POPULAR: &str = "Popular";
pub(crate) const SORT: &str = "Sort";

pub(crate) const SHOW_MORE: &str = "Show more companies";

/// Find in page finds only what is drawn.
pub(crate) fn part_of_companies(drawn: usize, total: usize) -> String {
    format!(
        "{drawn} of {total} companies shown. The browser’s own search finds only these; the search \
         box above finds all."
    )
}

pub(crate) fn with(companies: &str, label: &str) -> String {
    format!("{companies} with {label}")
}

pub(crate) fn no_company(asked: &str) -> String {
    format!("No company with {asked}")
}

pub(crate) fn none_with_all(alone: &str, all: &str) -> String {
    format!("There are {alone}, but none with {all}.")
}

pub(crate) fn drop(labels: &str) -> String {
    format!("Drop {labels}")
}

pub(crate) fn in_place_of(one: &str, other: &str) -> String {
    format!("{one} in place of {other}")
}

pub(crate) fn filter_by(label: &str) -> String {
    format!("Filter by {label}")
}

pub(crate) fn filter_and_search(label: &str, query: &str) -> String {
    format!("Filter by {label}, search for “{query}”")
}

pub(crate) fn alternatives(technology: &str, role: &str) -> String {
    format!("{technology}, and others for {role}")
}

pub(crate) fn ordered_by(order: &str) -> String {
    format!(", {order} first")
}

pub(crate) fn only_signs(query: &str) -> String {
    format!("“{query}”, which has no letters or digits")
}

pub(crate) fn left_out(values: &str) -> String {
    format!("Not understood and left out: {values}.")
}

pub(crate) fn title(subject: &str, companies: &str) -> String {
    format!("{subject} at {companies}")
}

pub(crate) fn filtered_title(criteria: &str) -> String {
    format!("Companies: {criteria}")
}

pub(crate) fn subject(subject: &str) -> String {
    format!("{subject} at companies that talk about it. ")
}

pub(crate) fn filters(chosen: usize) -> String {
    if chosen > 0 { format!("Filters ({chosen})") } else { FILTERS.to_owned() }
}

pub(crate) fn part_of(whole: &str) -> String {
    format!("part of {whole}")
}

pub(crate) fn and_more(number: usize) -> String {
    format!("and {number} more")
}
