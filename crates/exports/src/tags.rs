//! A company's technologies, by strength of evidence.

use catalog::{Catalog, Company, Grade, Tag, Technology};

/// The names of the technologies that a company uses, those on strong evidence and those on weak, the weak ones
/// with their grade as `grade_name` says it: `Flink (venue)`.
pub(super) fn names_by_strength(
    catalog: &Catalog,
    company: &Company,
    grade_name: impl Fn(Grade) -> String,
) -> (Vec<String>, Vec<String>) {
    let (mut strong, mut weak) = (Vec::new(), Vec::new());
    for (technology, tag) in uses(catalog, company) {
        let (name, grade) = (&technology.name, tag.grade());
        if grade.is_strong() {
            strong.push(name.clone());
        } else {
            weak.push(format!("{name} ({})", grade_name(grade)));
        }
    }
    (strong, weak)
}

/// The tags that count as use, each with its technology.
pub(super) fn uses<'a>(
    catalog: &'a Catalog,
    company: &'a Company,
) -> impl Iterator<Item = (&'a Technology, &'a Tag)> {
    tags(catalog, company).filter(|(_, tag)| tag.grade().is_use())
}

/// The company's tags of every grade, each with its technology. A tag whose technology the catalogue lacks is
/// skipped; the compiler makes none.
pub(super) fn tags<'a>(
    catalog: &'a Catalog,
    company: &'a Company,
) -> impl Iterator<Item = (&'a Technology, &'a Tag)> {
    let known = |tag: &'a Tag| Some((catalog.technology(tag.technology.as_str())?, tag));
    company.tags.iter().filter_map(known)
}
