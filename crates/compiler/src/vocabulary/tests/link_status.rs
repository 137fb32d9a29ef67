//! `link-status.json`.

use catalog::{LinkCheck, LinkStatus};

use super::*;

fn read(text: &str) -> (Option<LinkCheck>, Vec<String>) {
    let mut input = input("", SOURCE, "");
    input.files.link_status.text = text.to_owned();
    let mut diagnostics = Vec::new();
    let vocabulary = Vocabulary::parse(&input, &mut diagnostics);
    let address = "https://acme.com/a";
    let url = url::Url::parse(address).unwrap();
    let mut company = company("x");
    company.resources.push(crate::resource::describe(address, &url, None, 4));
    vocabulary.complete(&mut company, &input, &mut diagnostics);
    let messages = diagnostics.iter().map(ToString::to_string).collect();
    (company.resources.remove(0).checked, messages)
}

fn file(link: &str) -> String {
    format!(
        "{{\n  \"links\": {{\n    \"https://acme.com/a\": {link},\n    \"https://gone.org\": {link}\n  }}\n}}\n"
    )
}

#[track_caller]
fn check_error(text: &str, message: &str) {
    let (checked, messages) = read(text);
    assert_eq!(checked, None);
    assert_eq!(messages, [message]);
}

#[test]
fn a_link_knows_its_last_check() {
    let link = r#"{ "status": "dead", "checked": "2026-11-23", "answer": "404", "failures": ["2026-11-17", "2026-11-20", "2026-11-23"] }"#;
    let (checked, messages) = read(&file(link));
    assert_eq!(messages, [""; 0]);
    assert_eq!(checked, Some(LinkCheck { on: "2026-11-23".to_owned(), status: LinkStatus::Dead }));
    assert_eq!(read("{ \"links\": {} }\n"), (None, Vec::new()));
}

#[test]
fn faults_name_their_place() {
    check_error(
        "",
        "link-status.json:1:1: error: this is no record of link checks: EOF while parsing a value; correct it, or write { \"links\": {} } and check the links anew",
    );
    check_error(
        "{\n  \"links\": {},\n}\n",
        "link-status.json:3:1: error: this is no record of link checks: trailing comma; correct it, or write { \"links\": {} } and check the links anew",
    );
    check_error(
        &file(r#"{ "status": "gone", "checked": "2026-11-23", "answer": "404", "failures": [] }"#),
        "link-status.json:3:44: error: this is no record of link checks: \"gone\" is no status, but one of: alive, unclear, dead; correct it, or write { \"links\": {} } and check the links anew",
    );
    check_error(
        &file(
            r#"{ "status": "dead", "checked": "2026-11-23", "answer": "é", "failures": ["23.11."] }"#,
        ),
        "link-status.json:3:108: error: this is no record of link checks: \"23.11.\" is no day such as 2019-12-31; correct it, or write { \"links\": {} } and check the links anew",
    );
    check_error(
        &file(r#"{ "status": "dead", "checked": "2026-11-23" }"#),
        "link-status.json:3:71: error: this is no record of link checks: missing field `answer`; correct it, or write { \"links\": {} } and check the links anew",
    );
}
