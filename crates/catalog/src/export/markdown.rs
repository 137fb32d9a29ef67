//! A list of companies to paste into a note or an issue.

use super::tags;
use crate::model::{Catalog, Company};

/// A line for each company: its name as a link to `page_of` it, its technologies behind it, weak
/// ones with their grade.
#[must_use]
pub fn markdown_list(
    catalog: &Catalog,
    companies: &[&Company],
    page_of: &dyn Fn(&Company) -> String,
) -> String {
    let mut list = String::new();
    for company in companies {
        list.push_str("- [");
        push_escaped(&mut list, &company.name);
        list.push_str("](<");
        list.push_str(&page_of(company));
        list.push_str(">)");
        let mut separator = ": ";
        for (technology, tag) in tags(catalog, company) {
            list.push_str(separator);
            push_escaped(&mut list, &technology.name);
            if !tag.grade().is_strong() {
                list.push_str(" (");
                list.push_str(tag.grade().as_str());
                list.push(')');
            }
            separator = ", ";
        }
        list.push('\n');
    }
    list
}

/// Adds a text that Markdown takes for nothing but text.
fn push_escaped(list: &mut String, text: &str) {
    for c in text.chars() {
        if r"\`*_[]<>#&|~!".contains(c) {
            list.push('\\');
        }
        list.push(if c.is_control() { ' ' } else { c });
    }
}
