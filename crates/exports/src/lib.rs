//! The catalogue as files for other programs: JSON, CSV and an Atom feed.
//!
//! These are public contracts with types of their own, so that the model between the compiler and
//! the app can change without breaking anyone's script. `public/api/schema.json` says the same of
//! the JSON as JSON Schema; a browser journey compares the two.

mod address;
mod atom;
mod csv;
mod json;

use catalog::{
    COMPANIES_CSV, COMPANIES_JSON, Catalog, Company, FEED, Grade, SiteAddress, Tag, Technology,
};

/// A file of the site: its path below the site's base, without a slash before it, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// For example `api/companies/netflix.json`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// Every file, with addresses as `site` makes them.
///
/// # Errors
/// When serde cannot write JSON, which these types give it no reason for.
pub fn files(catalog: &Catalog, site: &SiteAddress) -> Result<Vec<File>, serde_json::Error> {
    let mut files = vec![
        File { path: COMPANIES_JSON.to_owned(), text: json::companies(catalog, site)? },
        File { path: "api/technologies.json".to_owned(), text: json::technologies(catalog, site)? },
        File { path: COMPANIES_CSV.to_owned(), text: csv::companies(catalog, site) },
        File { path: FEED.to_owned(), text: atom::feed(catalog, site) },
    ];
    for company in &catalog.companies {
        let text = json::company(catalog, company, site)?;
        files.push(File { path: address::company_data(&company.slug), text });
    }
    Ok(files)
}

/// The names of a company's technologies, those on strong evidence and those on weak, the weak ones
/// with their grade as `grade_name` says it: `Flink (venue)`.
fn names_by_strength(
    catalog: &Catalog,
    company: &Company,
    grade_name: impl Fn(Grade) -> String,
) -> (Vec<String>, Vec<String>) {
    let (mut strong, mut weak) = (Vec::new(), Vec::new());
    for (technology, tag) in tags(catalog, company) {
        let (name, grade) = (&technology.name, tag.grade());
        if grade.is_strong() {
            strong.push(name.clone());
        } else {
            weak.push(format!("{name} ({})", grade_name(grade)));
        }
    }
    (strong, weak)
}

/// The company's tags, each with its technology. A tag for what is no technology is passed over;
/// the compiler makes none.
fn tags<'a>(
    catalog: &'a Catalog,
    company: &'a Company,
) -> impl Iterator<Item = (&'a Technology, &'a Tag)> {
    let known = |tag: &'a Tag| Some((catalog.technology(tag.technology.as_str())?, tag));
    company.tags.iter().filter_map(known)
}
