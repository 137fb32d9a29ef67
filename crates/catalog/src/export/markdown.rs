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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, EvidenceSource, Grade, Role, Tag, Technology};

    fn a_catalog() -> Catalog {
        let tag = |technology: &str, grade| Tag {
            technology: technology.parse().unwrap(),
            evidence: vec![Evidence {
                grade,
                quote: "words".to_owned(),
                mark: (0, 5),
                source: EvidenceSource::Prose,
                line: 1,
                note: None,
            }],
        };
        let technology = |slug: &str, name: &str| Technology {
            slug: slug.parse().unwrap(),
            name: name.to_owned(),
            role: Role::Transport,
            parent: None,
            aliases: vec![],
            formerly: vec![],
            summary: String::new(),
            homepage: String::new(),
        };
        let company = |slug: &str, name: &str, tags| Company {
            slug: slug.parse().unwrap(),
            name: name.to_owned(),
            line: 1,
            last_line: 1,
            industry: None,
            podcasts: vec![],
            resources: vec![],
            body: vec![],
            diagrams: vec![],
            tags,
            denied: vec![],
        };
        let tags = vec![tag("kafka", Grade::Stated), tag("flink", Grade::Venue)];
        Catalog {
            technologies: vec![technology("kafka", "Kafka"), technology("flink", "Flink*")],
            companies: vec![company("ing", "ING [fraud]\n", tags), company("bmw", "BMW", vec![])],
            ..Catalog::default()
        }
    }

    #[test]
    fn a_company_is_a_line() {
        let catalog = a_catalog();
        let companies: Vec<_> = catalog.companies.iter().collect();
        let list = markdown_list(&catalog, &companies, &|company| format!("/c/{}", company.slug));
        assert_eq!(
            list,
            "- [ING \\[fraud\\] ](</c/ing>): Kafka, Flink\\* (venue)\n- [BMW](</c/bmw>)\n"
        );
    }
}
