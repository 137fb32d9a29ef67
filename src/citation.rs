//! Citations of a company's page.

use catalog::{Chapter, Company, Identity};

use crate::markdown::escaped;

/// A line of Markdown: the page, the work that it is from, and the lines of the book.
#[must_use]
pub(crate) fn markdown(
    identity: &Identity,
    company: &Company,
    chapter: Option<&Chapter>,
    address: &str,
) -> String {
    let title = escaped(&identity.title_of(&company.name));
    let mut citation = format!("[{title}](<{address}>), {}", escaped(&identity.name));
    if let Some(chapter) = chapter {
        let lines = chapter.lines(company.line, company.last_line);
        let work = escaped(chapter.work());
        let work = lines.map_or_else(|| work.clone(), |lines| format!("[{work}](<{lines}>)"));
        let (author, year) = (escaped(&chapter.author), chapter.written.year());
        citation.push_str(&format!(", from {work} by {author}, {year}, {}", chapter.licence));
    }
    citation.push_str(".\n");
    citation
}

/// A BibTeX entry.
#[must_use]
pub(crate) fn bibtex(
    identity: &Identity,
    company: &Company,
    chapter: Option<&Chapter>,
    address: &str,
) -> String {
    let title = identity.title_of(&company.name);
    let mut fields = vec![("title", format!("{{{}}}", tex(&title)))];
    if let Some(chapter) = chapter {
        fields.push(("author", format!("{{{}}}", tex(&chapter.author))));
        fields.push(("year", format!("{{{}}}", chapter.written.year())));
        fields
            .push(("note", format!("{{In: {}. {}}}", tex(chapter.work()), tex(&chapter.licence))));
    }
    fields.push(("howpublished", format!("{{{}}}", tex(&identity.name))));
    // Inside of \\url everything but a percent sign and braces is taken as it is.
    let url = address.replace('%', "\\%").replace(['{', '}'], "");
    fields.push(("url", format!("{{{url}}}")));
    let lines: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("  {name} = {value}")).collect();
    format!("@misc{{casebook-{},\n{}\n}}\n", company.slug, lines.join(",\n"))
}

/// A text with TeX's special characters escaped.
fn tex(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn identity() -> Identity {
        Identity { subject: Some(catalog::Subject::new("data engineering")), ..Identity::default() }
    }

    fn chapter() -> Chapter {
        Chapter {
            permalink: Some("https://example.org/a.md".to_owned()),
            ..fixtures::a_book_s_chapter()
        }
    }

    fn company() -> Company {
        let line = 7;
        Company { line, last_line: 9, ..fixtures::a_company("at-t", "AT&T [lab]_1") }
    }

    #[test]
    fn a_citation_names_the_page_the_work_and_its_lines() {
        let cited =
            markdown(&identity(), &company(), Some(&chapter()), "https://site.org/company/at-t");
        let year = chapter().written.year();
        assert_eq!(
            cited,
            format!(
                "[AT\\&T \\[lab\\]\\_1: data engineering](<https://site.org/company/at-t>), Casebook, from \
                 [The Book](<https://example.org/a.md#L7-L9>) by An Author, {year}, {}.\n",
                chapter().licence
            )
        );
        let own = markdown(&identity(), &company(), None, "/a");
        assert_eq!(own, "[AT\\&T \\[lab\\]\\_1: data engineering](</a>), Casebook.\n");
    }

    #[test]
    fn a_bibtex_entry_escapes_what_is_special_in_tex() {
        let entry =
            bibtex(&identity(), &company(), Some(&chapter()), "https://site.org/company/at%20t");
        assert!(
            entry.starts_with(
                "@misc{casebook-at-t,\n  title = {AT\\&T [lab]\\_1: data engineering},"
            )
        );
        assert!(entry.contains("  author = {An Author},\n"), "{entry}");
        assert!(entry.ends_with("  url = {https://site.org/company/at\\%20t}\n}\n"), "{entry}");
        assert_eq!(tex("a~^\\b\n"), "a\\textasciitilde{}\\textasciicircum{}\\textbackslash{}b ");
        assert_eq!(entry.matches('{').count(), entry.matches('}').count());
    }
}
