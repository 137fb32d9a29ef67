//! Descriptions of pages, for search engines and link previews.

use crate::text::Noun;

pub(crate) const SAVED: &str = "Companies, talks and articles that you saved or marked as read. The list stays in your browser.";
pub(crate) const NOBODY: &str = "No company of the chapter uses it.";
pub(crate) const TALK_OR_ARTICLE: Noun =
    Noun { one: "talk or article", many: "talks and articles" };

pub(crate) fn unknown_address(companies: &str) -> String {
    format!(
        "Nothing is at this address. Search the case studies of {companies}, or look through all \
         technologies."
    )
}

pub(crate) fn technologies(technologies: &str, companies: &str) -> String {
    format!(
        "{technologies} by what they do, who of {companies} uses them, and which are used together."
    )
}

pub(crate) fn listen(episodes: &str) -> String {
    format!("{episodes} about companies: hear one, or all of them one after another.")
}

pub(crate) fn material(pieces: &str, companies: &str) -> String {
    format!(
        "{pieces} of {companies}, newest first: by technology, kind, year, industry, venue and speaker."
    )
}

pub(crate) fn letter(letter: &str, companies: &str) -> String {
    format!("The companies under {letter}, of {companies}, each with the technologies it runs.")
}

pub(crate) fn compare(most: usize, companies: &str) -> String {
    format!(
        "Set up to {most} of {companies} side by side: what each runs for which role, and on what \
         evidence."
    )
}

pub(crate) fn about(companies: &str) -> String {
    format!(
        "Where the case studies of {companies} come from, how old they are, how technologies are \
         tagged, and under what licence."
    )
}

pub(crate) fn home(subject: Option<&str>, companies: &str) -> String {
    let about = match subject {
        Some(subject) => format!("{subject}: case studies of {companies}"),
        None => format!("Case studies of {companies}"),
    };
    format!(
        "{about}: search them, filter by technology, read the words every tag rests on, hear the \
         podcast."
    )
}

pub(crate) fn with_words_behind(technologies: &str) -> String {
    format!(" {technologies}, each with the words behind it.")
}

pub(crate) fn weak_users(companies: &str) -> String {
    format!("Who may use it, on weak signs: {companies}.")
}

pub(crate) fn strong_users(companies: &str) -> String {
    format!("Who uses it, and the evidence: {companies}.")
}

pub(crate) fn users(strong: &str, weak: &str) -> String {
    format!("Who uses it, and the evidence: {strong}; on weak signs {weak}.")
}
