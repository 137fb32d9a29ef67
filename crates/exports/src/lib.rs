//! The catalogue as files for other programs: JSON, CSV and an Atom feed.
//!
//! These are public contracts with types of their own, so that the model between the compiler and
//! the app can change without breaking anyone's script. `public/api/schema.json` is the JSON Schema
//! of the JSON files; a browser journey validates them.

mod atom;
mod csv;
mod json;
mod tags;

use catalog::{
    Base, COMPANIES_CSV, COMPANIES_JSON, Catalog, FEED, TECHNOLOGIES_JSON, company_json,
};

/// A file of the site: its path below the site's base, without a slash before it, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// For example `api/companies/netflix.json`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// Every file, with addresses that start with `base`.
///
/// # Errors
/// When serde cannot serialize a value, which does not happen with these types.
pub fn files(catalog: &Catalog, base: Base) -> Result<Vec<File>, serde_json::Error> {
    let mut files = vec![
        File { path: COMPANIES_JSON.to_owned(), text: json::companies(catalog, base)? },
        File { path: TECHNOLOGIES_JSON.to_owned(), text: json::technologies(catalog, base)? },
        File { path: COMPANIES_CSV.to_owned(), text: csv::companies(catalog, base) },
        File { path: FEED.to_owned(), text: atom::feed(catalog, base) },
    ];
    for company in &catalog.companies {
        let text = json::company(catalog, company, base)?;
        files.push(File { path: company_json(&company.slug), text });
    }
    Ok(files)
}
