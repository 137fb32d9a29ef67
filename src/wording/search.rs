pub(crate) const SEARCH: &str = "Search companies, technologies, titles";
pub(crate) const SEARCH_HINT: &str = "Search companies, technologies, titles …";
pub(crate) const SUGGESTIONS: &str = "Suggestions";
pub(crate) const SEARCH_TITLE: &str = "Search";
pub(crate) const ENTER_SHOWS: &str = "Enter shows every company that has these words.";
pub(crate) const COMPANIES: &str = "Companies";
pub(crate) const TECHNOLOGIES: &str = "Technologies";
pub(crate) const TALKS: &str = "Talks and articles";
