//! Addresses in exported files.

use catalog::Slug;

/// The path of a company's own JSON file.
pub(super) fn company_data(slug: &Slug) -> String {
    format!("api/companies/{slug}.json")
}

/// The page of a video.
pub(super) fn youtube(id: &str) -> String {
    format!("https://www.youtube.com/watch?v={id}")
}
