//! A Markdown list of companies, for the clipboard.

use catalog::{Catalog, Company};

/// One line per company: its name as a link to its page, then the technologies that it uses, weak ones with
/// their grade.
#[must_use]
pub(crate) fn markdown_list(
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
        for tag in company.uses() {
            // The compiler tags known technologies only.
            let Some(technology) = catalog.technology(tag.technology.as_str()) else { continue };
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

/// Adds text with Markdown's special characters escaped.
fn push_escaped(list: &mut String, text: &str) {
    for c in text.chars() {
        if r"\`*_[]<>#&|~!".contains(c) {
            list.push('\\');
        }
        list.push(if c.is_control() { ' ' } else { c });
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use catalog::{Grade, Role};

    #[test]
    fn a_company_is_a_line_of_the_markdown_list() {
        let technology = |name: &str, shown| fixtures::a_technology(name, shown, Role::Transport);
        let tag = |name: &str, grade| fixtures::a_tag(fixtures::slug(name), vec![grade]);
        let ing = Company {
            tags: vec![tag("kafka", Grade::Stated), tag("flink", Grade::Venue)],
            ..fixtures::a_company("ing", "ING [fraud]\n")
        };
        let catalog = Catalog {
            technologies: vec![technology("kafka", "Kafka"), technology("flink", "Flink*")],
            companies: vec![ing, fixtures::a_company("bmw", "BMW")],
            ..Catalog::default()
        };
        let companies: Vec<_> = catalog.companies.iter().collect();
        let list = markdown_list(&catalog, &companies, &|c| format!("/c/{}", c.slug));
        assert_eq!(
            list,
            "- [ING \\[fraud\\] ](</c/ing>): Kafka, Flink\\* (venue)\n- [BMW](</c/bmw>)\n"
        );
    }
}
