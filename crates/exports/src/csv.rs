//! `companies.csv`: one row per company, in the format of RFC 4180.
//!
//! Lines end in CRLF. The first line has the names of the columns, the first column the slug. No
//! field contains a line break, so a program can pick rows by the start of the line. Spreadsheets
//! execute a field that starts with `=`, `+`, `-`, `@` or a tab as a formula, so such a field is
//! prefixed with an apostrophe.

use crate::tags::names_by_strength;
use catalog::{Base, Catalog, Company};

const COLUMNS: [&str; 11] = [
    "slug",
    "name",
    "industry",
    "page",
    "technologies_strong",
    "technologies_weak",
    "podcasts",
    "resources",
    "first_year",
    "last_year",
    "source_line",
];

/// Every company, in the order of the chapter. Items of a list are separated by `; `; a weak
/// technology is followed by its grade: `Flink (venue)`.
pub(super) fn companies(catalog: &Catalog, base: Base) -> String {
    let mut text = record(COLUMNS.map(str::to_owned));
    for company in &catalog.companies {
        text.push_str(&record(fields(catalog, company, base)));
    }
    text
}

fn fields(catalog: &Catalog, company: &Company, base: Base) -> [String; COLUMNS.len()] {
    let industry = company.industry.as_ref().and_then(|slug| catalog.industry(slug.as_str()));
    let (strong, weak) = names_by_strength(catalog, company, |grade| grade.as_str().to_owned());
    let years = company.years();
    let year = |year: Option<u32>| year.map(|year| year.to_string()).unwrap_or_default();
    [
        company.slug.as_str().to_owned(),
        company.name.clone(),
        industry.map(|industry| industry.name.clone()).unwrap_or_default(),
        base.company(&company.slug),
        strong.join("; "),
        weak.join("; "),
        company.podcasts.len().to_string(),
        company.resources.len().to_string(),
        year(years.map(|years| years.first)),
        year(years.map(|years| years.last)),
        catalog
            .chapter_of(company)
            .and_then(|chapter| chapter.line(company.line))
            .unwrap_or_default(),
    ]
}

fn record(fields: [String; COLUMNS.len()]) -> String {
    format!("{}\r\n", fields.map(|text| field(&text)).join(","))
}

/// One field: on one line, guarded against formulas, quoted where needed.
fn field(text: &str) -> String {
    let line = text.replace(['\r', '\n'], " ");
    let guard = if is_formula(text) { "'" } else { "" };
    if line.contains(['"', ',']) {
        format!("\"{guard}{}\"", line.replace('"', "\"\""))
    } else {
        format!("{guard}{line}")
    }
}

/// Whether some spreadsheet would take the text for a formula, by
/// <https://owasp.org/www-community/attacks/CSV_Injection>: some skip blanks, some take the wide forms
/// that East Asian keyboards type.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Parses one line of CSV, strictly by RFC 4180.
    fn parse_line(line: &str) -> Option<Vec<String>> {
        let mut rest = line.strip_suffix("\r\n")?;
        let mut fields = Vec::new();
        loop {
            let mut field = String::new();
            if let Some(quoted) = rest.strip_prefix('"') {
                rest = quoted;
                loop {
                    let end = rest.find('"')?;
                    field.push_str(&rest[..end]);
                    rest = &rest[end + 1..];
                    let Some(after) = rest.strip_prefix('"') else { break };
                    field.push('"');
                    rest = after;
                }
            } else {
                let end = rest.find(',').unwrap_or(rest.len());
                field.push_str(&rest[..end]);
                rest = &rest[end..];
                if field.contains(['"', '\r', '\n']) {
                    return None;
                }
            }
            fields.push(field);
            match rest.strip_prefix(',') {
                Some(after) => rest = after,
                None if rest.is_empty() => return Some(fields),
                None => return None,
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(field(text), expected);
    }

    #[test]
    fn only_what_needs_quotes_has_them() {
        check("Netflix", "Netflix");
        check("Streaming & media", "Streaming & media");
        check("Kafka, Spark", "\"Kafka, Spark\"");
        check("the \"one\"", "\"the \"\"one\"\"\"");
        check("", "");
    }

    #[test]
    fn a_field_is_one_line() {
        check("a\nb\r\nc", "a b  c");
    }

    #[test]
    fn nothing_starts_a_formula() {
        check("=1+1", "'=1+1");
        check("+1", "'+1");
        check("-1", "'-1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\tx", "'\tx");
        check("\r=1", "' =1");
        check(" =1", "' =1");
        check("\u{a0}@a", "'\u{a0}@a");
        check("＝1+1", "'＝1+1");
        check("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"");
        check("a=1", "a=1");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(texts in proptest::array::uniform11("[-a=+@\t\r\n\",;ü ]{0,6}")) {
            let line = record(texts.clone());
            prop_assert_eq!(line.matches('\n').count(), 1);
            let expected = texts.map(|text| {
                let first = text.chars().find(|c| !c.is_whitespace());
                let runs = text.starts_with(['\t', '\r'])
                    || first.is_some_and(|first| "=+-@".contains(first));
                let text: String =
                    text.chars().map(|c| if matches!(c, '\r' | '\n') { ' ' } else { c }).collect();
                if runs { format!("'{text}") } else { text }
            });
            prop_assert_eq!(parse_line(&line), Some(expected.to_vec()));
        }
    }
}
