//! `link-status.json`.

use catalog::{LinkCheck, LinkStatus};

use super::*;

fn last_check(text: &str) -> (Option<LinkCheck>, Vec<String>) {
    let mut input = input("", "", "");
    input.files.link_status.text = text.to_owned();
    let mut company = company("x");
    let messages = complete(&mut company, &["https://acme.com/a"], &input);
    (company.resources.remove(0).checked, messages)
}

fn file(link: &str) -> String {
    format!(
        "{{\n  \"links\": {{\n    \"https://acme.com/a\": {link},\n    \"https://gone.org\": {link}\n  }}\n}}\n"
    )
}

#[track_caller]
fn check_error(text: &str, message: &str) {
    let (checked, messages) = last_check(text);
    assert_eq!(checked, None);
    assert_eq!(messages, [message]);
}

#[test]
fn a_link_knows_its_last_check() {
    let link = r#"{ "status": "dead", "checked": "2026-11-23", "answer": "404", "failures": ["2026-11-17", "2026-11-20", "2026-11-23"] }"#;
    let (checked, messages) = last_check(&file(link));
    assert_eq!(messages, [""; 0]);
    assert_eq!(
        checked,
        Some(LinkCheck { on: "2026-11-23".parse().unwrap(), status: LinkStatus::Dead })
    );
    assert_eq!(last_check("{ \"links\": {} }\n"), (None, Vec::new()));
}

#[test]
fn faults_name_their_place() {
    assert_eq!(last_check("\n"), (None, Vec::new()), "no link was checked yet");
    check_error(
        "{",
        "link-status.json:1:1: error[CB130]: this is not a record of link checks: EOF while parsing an object; correct it, or write { \"links\": {} } and check the links anew",
    );
    check_error(
        "{\n  \"links\": {},\n}\n",
        "link-status.json:3:1: error[CB130]: this is not a record of link checks: trailing comma; correct it, or write { \"links\": {} } and check the links anew",
    );
    check_error(
        &file(r#"{ "status": "gone", "checked": "2026-11-23", "answer": "404", "failures": [] }"#),
        "link-status.json:3:44: error[CB130]: this is not a record of link checks: \"gone\" is not one of: alive, unclear, dead; correct it, or write { \"links\": {} } and check the links anew",
    );
    check_error(
        &file(
            r#"{ "status": "dead", "checked": "2026-11-23", "answer": "é", "failures": ["2026-02-29"] }"#,
        ),
        "link-status.json:3:112: error[CB130]: this is not a record of link checks: \"2026-02-29\" is not a date such as 2019-12-31; correct it, or write { \"links\": {} } and check the links anew",
    );
    check_error(
        &file(r#"{ "status": "dead", "checked": "2026-11-23" }"#),
        "link-status.json:3:71: error[CB130]: this is not a record of link checks: missing field `answer`; correct it, or write { \"links\": {} } and check the links anew",
    );
}
