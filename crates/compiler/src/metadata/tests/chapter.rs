//! What the files say, against the companies of a chapter.

use super::*;

#[track_caller]
fn check_against_chapter(companies: &str, slugs: &str, messages: &[&str]) {
    let technologies = technology("kafka", "");
    let mut input = input(&technologies, companies, slugs);
    let found: Vec<_> =
        crate::compile(&input).diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, messages);

    input.scope = Scope::Draft(Day::default());
    assert_eq!(crate::compile(&input).diagnostics, [], "a draft may lack companies");
}

#[test]
fn a_chapter_that_fits_is_not_reported() {
    check_against_chapter("[company.ex]\nname = \"Éx\"\n[redirects]\nold = \"ex\"", "ex\nold", &[]);
}

#[test]
fn an_entry_needs_its_company() {
    check_against_chapter(
        "[company.exx]\nname = \"X\"\n[company.airbnb]\nname = \"A\"",
        "ex",
        &[
            "companies.toml:1:10: error[CB064]: no chapter has a company \"exx\"; write [company.ex]; if the company is gone, remove the entry",
            "companies.toml:3:10: error[CB064]: no chapter has a company \"airbnb\"; write the slug of a company in a chapter; if the company is gone, remove the entry",
        ],
    );
}

#[test]
fn a_shipped_slug_keeps_answering() {
    check_against_chapter(
        "",
        "ex\nold",
        &[
            "slugs.txt:2:1: error[CB060]: /company/old shipped, but no chapter has such a company; if its heading was changed by mistake, put it back; if it was renamed, add old = \"its new slug\" below [redirects] in companies.toml; if it is gone for good, add [gone.old] there, with name, since and kept",
        ],
    );
}

#[test]
fn a_new_slug_is_kept() {
    check_against_chapter(
        "",
        "",
        &[
            "chapter.md:3:1: warning[CB061]: /company/ex is new and its address is not recorded yet; add the line \"ex\" to slugs.txt",
        ],
    );
}

#[test]
fn a_redirect_leads_from_what_went_to_what_is_there() {
    check_against_chapter(
        "[redirects]\nold = \"exx\"\nex = \"old\"",
        "ex\nold",
        &[
            "companies.toml:2:7: error[CB081]: unknown company \"exx\"; write \"ex\", or redirect it to the slug of a company in the chapter",
            "companies.toml:3:6: error[CB065]: \"ex\" is redirected, but the chapter has that company; remove the redirect",
        ],
    );
}

#[test]
fn a_verdict_without_effect_is_reported() {
    check_against_chapter(
        "[[company.ex.confirm]]\ntechnology = \"kafka\"\nreason = \"R.\"\n[[company.ex.add]]\ntechnology = \"kafka\"\nreason = \"R.\"\nwords = \"bus\"\n[[company.ex.deny]]\ntechnology = \"kafka\"\nreason = \"R.\"",
        "ex",
        &[
            "companies.toml:2:14: warning[CB067]: confirm of \"kafka\" at \"ex\" changes nothing; remove it: there is no weak evidence to confirm",
            "companies.toml:5:14: warning[CB067]: add of \"kafka\" at \"ex\" changes nothing; write words that the company's section holds",
            "companies.toml:9:14: warning[CB067]: deny of \"kafka\" at \"ex\" changes nothing; remove it: no words of the section name it, or it is denied twice",
        ],
    );
}

/// The messages about a section whose words name Kafka.
#[track_caller]
fn check_where_kafka_is_named(companies: &str, messages: &[&str]) {
    let companies = format!("[company.ex]\n{companies}");
    let technologies = technology("kafka", "");
    let mut input = input(&technologies, &companies, "ex");
    input.chapters[0].text =
        "# Cases\n\n### Data Science at Éx\n\nKafka is what they read.\n".to_owned();
    let found: Vec<_> =
        crate::compile(&input).diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, messages);
}

#[test]
fn a_denial_of_what_the_words_name_is_not_reported() {
    check_where_kafka_is_named(
        "[[company.ex.deny]]\ntechnology = \"kafka\"\nreason = \"The author.\"",
        &[],
    );
}

#[test]
fn a_denial_stands_alone() {
    let deny = "[[company.ex.deny]]\ntechnology = \"kafka\"\nreason = \"The author.\"\n";
    check_where_kafka_is_named(
        &format!("{deny}[[company.ex.deny]]\ntechnology = \"kafka\"\nreason = \"Again.\""),
        &[
            "companies.toml:6:14: warning[CB067]: deny of \"kafka\" at \"ex\" changes nothing; remove it: no words of the section name it, or it is denied twice",
        ],
    );
    check_where_kafka_is_named(
        &format!(
            "{deny}[[company.ex.add]]\ntechnology = \"kafka\"\nreason = \"A talk.\"\nsource = \"https://a.org\""
        ),
        &[
            "companies.toml:6:14: error[CB066]: \"kafka\" is both denied and added at \"ex\"; remove one of the two",
        ],
    );
}
