pub(crate) const TITLE: &str = "About";
pub(crate) const STRONG: &str = "Strong";
pub(crate) const WEAK: &str = "Weak";
pub(crate) const NOT_IN_USE: &str = "Not in use";
pub(crate) const TURNS: &str = " turns a chapter of company case studies into something to search, filter, read and listen to. It answers one question: who runs what, and how do we know?";
pub(crate) const SOURCE: &str = "The source";
pub(crate) const AUTHORS_WORDS: &str = "Podcasts, their titles and their descriptions are the authors’. Industries, descriptions of technologies and readable titles are this site’s own additions.";
pub(crate) const AGE: &str = "How old it is";
pub(crate) const OLDER: &str = "The chapters link to talks and articles that are older still. They tell what companies said about their systems then, not what they run today. Some links will have moved or died.";
pub(crate) const CHANGES: &str = "What changed";
pub(crate) const TAGGING: &str = "How technologies are tagged";
pub(crate) const TAGGING_BY_PROGRAM: &str = "A program reads the chapter’s words, the titles of what it links to and the addresses, and looks for whole names of technologies from a list that people maintain. Every match is shown with the words around it and one of these grades:";
pub(crate) const GRADE: &str = "Grade";
pub(crate) const STRENGTH: &str = "Strength";
pub(crate) const MEANING: &str = "What it means";
pub(crate) const COUNTING: &str = "A technology shows the best grade it has. The filter “Strong evidence only” leaves out technologies that have only weak evidence. Counts say how many companies have strong evidence and how many more have weak signs. What a company plans, has left or does not use is shown on its page and counts nowhere. A filter by a technology includes its parts: Spark finds Spark Streaming as well.";
pub(crate) const PRIVACY: &str = "Privacy";
pub(crate) const PRIVACY_OF_VISIT: &str = "This site sets no cookies and loads nothing from other sites while you read. A podcast plays from YouTube’s cookie-less host, and only after you press play. Your choice of colours and shortcuts, what you save and what you mark as read stay in this browser: nobody else sees them, and no other device has them unless you export the list and import it there. Browsers may keep a copy of this site, so that it opens without a connection.";
pub(crate) const KEPT_AT: &str = " It is kept ";
pub(crate) const PINNED_REVISION: &str = "byte for byte at a pinned revision";
pub(crate) const LINES_THERE: &str = ", and every piece of evidence names its line there.";
pub(crate) const COMPILED_FROM: &str = "Compiled from ";
pub(crate) const LICENSED_UNDER: &str = ", licensed under ";

pub(crate) fn about(site: &str) -> String {
    format!("About {site}")
}

pub(crate) fn last_edited(chapter: &str, year: u32) -> String {
    format!("“{chapter}” was last edited in {year}.")
}

pub(crate) fn chapter_of(title: &str) -> String {
    format!("the chapter “{title}” of ")
}

pub(crate) fn by(author: &str) -> String {
    format!(" by {author}")
}
