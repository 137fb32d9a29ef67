//! What is left of a company that the site has no longer.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::slug::Slug;

/// A company whose page only says that it is gone, from `companies.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoneCompany {
    /// Part of its address, `/company/<slug>`.
    pub slug: Slug,
    /// Name shown to readers.
    pub name: String,
    /// The day since which the site has it no longer.
    pub since: Day,
    /// Address of a page that keeps its links.
    pub kept: String,
    /// Why it is gone, as a sentence for readers.
    pub about: Option<String>,
}
