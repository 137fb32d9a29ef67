//! Query strings of pages.

/// The query string of a page. Implemented by the codec that also reads it.
pub trait Query {
    /// Without `?`; empty for the page's defaults.
    fn query_string(&self) -> String;
}

/// Which technologies the matrix shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MatrixScope {
    /// Those that several companies use.
    #[default]
    Shared,
    /// All of them.
    All,
}

impl MatrixScope {
    /// The key of its query string.
    pub const KEY: &str = "show";

    const SHOW_ALL: &str = "show=all";

    /// Reads a query string without `?`.
    #[must_use]
    pub fn from_query_string(query: &str) -> Self {
        if query.split('&').any(|pair| pair == Self::SHOW_ALL) { Self::All } else { Self::Shared }
    }
}

impl Query for MatrixScope {
    fn query_string(&self) -> String {
        match self {
            Self::Shared => String::new(),
            Self::All => Self::SHOW_ALL.to_owned(),
        }
    }
}
