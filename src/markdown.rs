//! A Markdown list of companies, for the clipboard.

use catalog::{Catalog, Company};
use explore::BestPiece;

/// A company of the list.
pub(crate) struct ListedCompany {
    pub(crate) company: &'static Company,
    /// The address of its page.
    pub(crate) page: String,
    /// What to read first.
    pub(crate) best: Option<BestPiece<'static>>,
}

/// The title as a link to the list on the site, then one line per company: its name as a link to its page, the
/// technologies that it uses, weak ones with their grade, and the best piece of its material as a link.
#[must_use]
pub(crate) fn markdown_list(
    catalog: &Catalog,
    title: &str,
    address: &str,
    companies: impl Iterator<Item = ListedCompany>,
) -> String {
    let mut list = format!("# [{}](<{address}>)\n\n", escaped(title));
    for ListedCompany { company, page, best } in companies {
        list.push_str(&format!("- [{}](<{page}>)", escaped(&company.name)));
        let mut separator = ": ";
        for tag in company.uses() {
            // The compiler tags known technologies only.
            let Some(technology) = catalog.technology(tag.technology.as_str()) else { continue };
            list.push_str(separator);
            list.push_str(&escaped(&technology.name));
            if !tag.grade().is_strong() {
                list.push_str(&format!(" ({})", tag.grade().as_str()));
            }
            separator = ", ";
        }
        if let Some(BestPiece { title, address, .. }) = best {
            let title = escaped(title);
            list.push_str(&match address {
                Some(address) => format!(". [{title}](<{address}>)"),
                None => format!(". {title}"),
            });
        }
        list.push('\n');
    }
    list
}

/// A text with Markdown's special characters escaped.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if r"\`*_[]<>#&|~!".contains(c) {
            escaped.push('\\');
        }
        escaped.push(if c.is_control() { ' ' } else { c });
    }
    escaped
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use catalog::{Grade, Kind, Role};

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
        let catalog: &Catalog = Box::leak(Box::new(catalog));
        let companies = catalog.companies.iter().map(|company| ListedCompany {
            company,
            page: format!("/c/{}", company.slug),
            best: (company.slug.as_str() == "ing").then(|| BestPiece {
                title: "Streams *now*",
                kind: Kind::Slides,
                year: None,
                address: Some("https://example.org/a_b".to_owned()),
                more: 0,
            }),
        });
        let list = markdown_list(catalog, "Companies: Kafka", "/?tech=kafka", companies);
        assert_eq!(
            list,
            "# [Companies: Kafka](</?tech=kafka>)\n\n\
             - [ING \\[fraud\\] ](</c/ing>): Kafka, Flink\\* (venue). \
             [Streams \\*now\\*](<https://example.org/a_b>)\n\
             - [BMW](</c/bmw>)\n"
        );
    }
}
