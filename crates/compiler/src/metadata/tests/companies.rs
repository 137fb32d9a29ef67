//! `companies.toml` and `slugs.txt`.

use catalog::Grade;

use crate::metadata::companies::Ruling;

use super::*;

#[track_caller]
fn check_companies_file(text: &str, messages: &[&str]) {
    let (_, found) = read(&input(&technology("kafka", ""), text, "").files);
    assert_eq!(found, messages);
}

#[test]
fn an_unknown_industry_offers_the_nearest() {
    check_companies_file(
        "[[industry]]\nid = \"travel\"\nname = \"Travel\"\n[company.x]\nindustry = \"travle\"",
        &[
            "companies.toml:5:12: error[CB081]: unknown industry \"travle\"; write \"travel\", or add an [[industry]] with that id",
        ],
    );
    check_companies_file(
        "[[industry]]\nid = \"a\"\nname = \"A\"\n[[industry]]\nid = \"a\"\nname = \"B\"",
        &[
            "companies.toml:5:6: error[CB088]: industry \"a\" is listed twice; give this one another id, or remove one of the two",
        ],
    );
}

#[test]
fn a_company_is_named_by_its_slug() {
    check_companies_file(
        "[company.\"Booking.com\"]\nname = \"x\"",
        &[
            "companies.toml:1:10: error[CB082]: company \"Booking.com\" is not a valid slug: a slug holds lower-case letters a-z, digits and single hyphens between them; write \"booking-com\"",
        ],
    );
    check_companies_file(
        "[company]\nx = 1",
        &[
            "companies.toml:2:5: error[CB085]: company \"x\" is not a table; write its keys below a line [company.x]",
        ],
    );
}

#[test]
fn a_verdict_names_what_it_judges_and_why() {
    check_companies_file(
        "[[company.x.deny]]\ntechnology = \"kakfa\"\nreason = \"R.\"",
        &[
            "companies.toml:2:14: error[CB081]: unknown technology \"kakfa\"; write \"kafka\", or add a [[technology]] with that id to technologies.toml",
        ],
    );
    check_companies_file(
        "[[company.x.deny]]\ntechnology = \"kafka\"",
        &[
            "companies.toml:1:1: error[CB086]: deny of company \"x\" has no reason; add reason = \"…\"",
        ],
    );
    check_companies_file(
        "[[company.x.confirm]]\ntechnology = \"kafka\"\nreason = \"R.\"\ngrade = \"statd\"",
        &[
            "companies.toml:4:9: error[CB081]: unknown grade \"statd\"; write \"stated\", or use one of: stated, title, reference, venue, guess, plan, comparison, past, rejected, not-used",
        ],
    );
    check_companies_file(
        "[[company.x.add]]\ntechnology = \"kafka\"\nreason = \"R.\"",
        &[
            "companies.toml:1:1: error[CB097]: add of company \"x\" needs words or a source; name the words of the section, or the address that says it",
        ],
    );
    check_companies_file(
        "[[company.x.add]]\ntechnology = \"kafka\"\nreason = \"R.\"\nwords = \"?\"",
        &[
            "companies.toml:4:9: error[CB094]: words of add of company \"x\" hold no letter and no digit; write the words of the section that name the technology",
        ],
    );
    check_companies_file(
        "[[company.x.add]]\ntechnology = \"kafka\"\nreason = \"R.\"\nwords = \"bus\"\n[[company.x.add]]\ntechnology = \"kafka\"\nreason = \"R.\"\nwords = \"Bus\"",
        &[
            "companies.toml:8:9: error[CB088]: \"Bus\" already names a technology here; remove one of the two",
        ],
    );
}

#[test]
fn the_source_of_a_verdict_is_an_address() {
    for kind in ["confirm", "deny", "add"] {
        check_companies_file(
            &format!(
                "[[company.x.{kind}]]\ntechnology = \"kafka\"\nreason = \"R.\"\nsource = \"javascript:0\""
            ),
            &[&format!(
                "companies.toml:4:10: error[CB083]: source of {kind} of company \"x\" is not an http or https address: \"javascript:0\"; write an address such as \"https://kafka.apache.org/\""
            )],
        );
        check_companies_file(
            &format!("[[company.x.{kind}]]\ntechnology = \"kafka\"\nreason = \"R.\"\nsource = 1"),
            &[&format!(
                "companies.toml:4:10: error[CB085]: source of {kind} of company \"x\" is not a string; write source = \"…\""
            )],
        );
    }
}

#[test]
fn verdicts_are_read() {
    let verdict = |kind: &str, more: &str| {
        format!("[[company.x.{kind}]]\ntechnology = \"kafka\"\nreason = \"R.\"\n{more}\n")
    };
    let source = "source = \"https://a.org/talk\"";
    let text = [
        "".to_owned(),
        verdict("confirm", source),
        verdict("deny", source),
        verdict("deny", ""),
        verdict("add", source),
        verdict("add", &format!("words = \"bus\"\n{source}")),
    ];
    let technologies = technology("kafka", "");
    let companies = text.concat();
    let (metadata, messages) = read(&input(&technologies, &companies, "").files);
    assert_eq!(messages, [""; 0]);
    let verdicts = &metadata.companies.by_slug.get("x").unwrap().verdicts;
    let read: Vec<_> =
        verdicts.iter().map(|verdict| (&verdict.ruling, verdict.note.source.as_deref())).collect();
    let source = Some("https://a.org/talk");
    assert_eq!(
        read,
        [
            (&Ruling::Confirm(Grade::Stated), source),
            (&Ruling::Deny, source),
            (&Ruling::Deny, None),
            (&Ruling::AddSource(Grade::Reference), source),
            (&Ruling::AddWords, source),
        ]
    );
}

#[test]
fn shipped_slugs_are_slugs() {
    let (_, messages) =
        read(&input("", "", "# all\n\nairbnb # a comment\n  Booking.com\nairbnb\n").files);
    assert_eq!(
        messages,
        [
            "slugs.txt:4:3: error[CB082]: line \"Booking.com\" is not a valid slug: a slug holds lower-case letters a-z, digits and single hyphens between them; write \"booking-com\"",
            "slugs.txt:5:1: warning[CB088]: \"airbnb\" is listed twice; remove one of the two",
        ]
    );
}
