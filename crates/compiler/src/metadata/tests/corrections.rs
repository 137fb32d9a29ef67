//! `[[company.<slug>.resource]]` in `companies.toml`.

use catalog::{DateSource, Dated, Kind, Resource, TitleSource};

use super::*;

const ADDRESS: &str = "https://acme.com/2017/05/a-talk-of-ours.pdf";

/// The company x with one link, completed by one or more entries.
fn complete(text: &str, scope: Scope) -> (Resource, Vec<String>) {
    let companies = text;
    let input = Input { scope, ..input("", companies, "") };
    let mut company = company("x");
    let messages = super::complete(&mut company, &[ADDRESS], &input);
    (company.resources.remove(0), messages)
}

#[track_caller]
fn check(keys: &str, messages: &[&str]) {
    let (_, found) = complete(&format!("[[company.x.resource]]\n{keys}"), Scope::Site);
    assert_eq!(found, messages);
}

#[test]
fn a_maintainer_knows_better_than_the_address() {
    let text = format!(
        "[[company.x.resource]]\nurl = \"{ADDRESS}\"\ntitle = \"A Talk\"\nspeakers = [\"Ann Lee\", \"Bo\"]\nkind = \"slides\"\nvenue = \"Fair\"\nyear = 2016\n"
    );
    let (resource, messages) = complete(&text, Scope::Site);
    assert_eq!(messages, [""; 0]);
    assert_eq!(
        (resource.title.as_str(), resource.title_source),
        ("A Talk", TitleSource::Maintainer)
    );
    assert_eq!(resource.speakers, ["Ann Lee", "Bo"]);
    assert_eq!((resource.kind, resource.venue.as_deref()), (Kind::Slides, Some("Fair")));
    assert_eq!(resource.dated, Some(Dated { year: 2016, source: DateSource::Maintainer }));
}

#[test]
fn what_an_entry_leaves_out_stays() {
    let text = format!("[[company.x.resource]]\nurl = \"{ADDRESS}\"\nkind = \"slides\"\n");
    let (resource, messages) = complete(&text, Scope::Site);
    assert_eq!(messages, [""; 0]);
    let (untouched, _) = complete("", Scope::Site);
    assert_eq!(resource, Resource { kind: Kind::Slides, ..untouched });
    assert_eq!(resource.dated, Some(Dated { year: 2017, source: DateSource::Address }));
}

#[test]
fn an_entry_is_about_a_link_of_the_section() {
    let keys = "url = \"https://acme.com/2017/05/a-talk-of-ours\"\ntitle = \"A\"\n";
    check(
        keys,
        &[
            "companies.toml:2:7: error[CB100]: the section of \"x\" does not link to https://acme.com/2017/05/a-talk-of-ours; write \"https://acme.com/2017/05/a-talk-of-ours.pdf\", or remove the entry",
        ],
    );
    let (_, messages) =
        complete(&format!("[[company.x.resource]]\n{keys}"), Scope::Draft(Day::default()));
    assert_eq!(messages, [""; 0]);
    check(
        "url = \"https://b.org\"\n",
        &[
            "companies.toml:2:7: error[CB100]: the section of \"x\" does not link to https://b.org; remove the entry, or write the address as the chapter does",
        ],
    );
}

#[test]
fn slips_name_their_place_and_cure() {
    check(
        &format!("url = \"{ADDRESS}\"\nkind = \"slide\"\ntitle = \"\"\nyaer = 2016\nvenue = \"V\""),
        &[
            "companies.toml:3:8: error[CB081]: unknown kind \"slide\"; write \"slides\", or use one of: slides, video, article, paper, docs, product, case-study, encyclopedia, collection, dataset, profile, event, website",
            "companies.toml:4:9: error[CB087]: title of resource of company \"x\" is empty; write something between the quotes of title, or remove the entry",
            "companies.toml:5:1: error[CB084]: unknown key \"yaer\" in resource of company \"x\"; write \"year\"",
        ],
    );
    check(
        &format!("url = \"{ADDRESS}\"\nvenue = \"V\"\nyear = 2031"),
        &[
            "companies.toml:4:8: error[CB098]: year of resource of company \"x\" is 2031; write a year from 2000 to 2019, in which the chapter was written",
        ],
    );
    check(
        &format!("url = \"{ADDRESS}\"\nvenue = \"V\"\nyear = \"2016\""),
        &[
            "companies.toml:4:8: error[CB085]: year of resource of company \"x\" is not a whole number; write the digits alone, without quotes: year = 2016",
        ],
    );
    check(
        "venue = \"V\"",
        &[
            "companies.toml:1:1: error[CB086]: resource of company \"x\" has no url; add url = \"…\"",
        ],
    );
}

#[test]
fn an_entry_changes_something_once() {
    check(
        &format!("url = \"{ADDRESS}\"\nyear = 2017"),
        &[
            "companies.toml:2:7: warning[CB101]: this entry for https://acme.com/2017/05/a-talk-of-ours.pdf changes nothing; remove it: the address already says so",
        ],
    );
    let entry = format!("url = \"{ADDRESS}\"\nvenue = \"V\"\n");
    check(
        &format!("{entry}[[company.x.resource]]\n{entry}"),
        &[
            "companies.toml:5:7: error[CB099]: \"x\" has two entries for https://acme.com/2017/05/a-talk-of-ours.pdf; merge the two",
        ],
    );
}
