use catalog::Kind;

use super::*;
use crate::input::SourceFile;

#[track_caller]
fn check(text: &str, messages: &[&str]) -> Hosts {
    let file = SourceFile::new("hosts.toml", text);
    let mut report = Reporter::new(&file);
    let hosts = Hosts::parse(&mut report);
    let found: Vec<_> = report.finish().iter().map(ToString::to_string).collect();
    assert_eq!(found, messages);
    hosts
}

fn site(host: &str, path: &str, more: &str) -> String {
    format!("[[site]]\nhost = \"{host}\"\npath = \"{path}\"\nkind = \"docs\"\n{more}\n")
}

#[test]
fn links_may_be_of_any_kind_but_the_chapters_episodes() {
    let kinds: Vec<Kind> =
        Kind::ALL.iter().copied().filter(|&kind| kind != Kind::Podcast).collect();
    assert_eq!(LINKED_KINDS, kinds);
}

#[track_caller]
fn check_matches(host: &str, path: &str, matched: &[(&str, &str)], others: &[(&str, &str)]) {
    let hosts = check(&site(host, path, ""), &[]);
    for (expected, addresses) in [(true, matched), (false, others)] {
        for (host, path) in addresses {
            let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(hosts.site(host, &segments).is_some(), expected, "{host}/{path}");
        }
    }
}

#[test]
fn hosts_and_paths_match_as_documented() {
    check_matches(
        "a.b",
        "x/*",
        &[("a.b", "x/y")],
        &[("c.a.b", "x/y"), ("a.b", "x"), ("a.b", "x/y/z")],
    );
    check_matches("*.a.b", "", &[("c.a.b", "")], &[("a.b", ""), ("ca.b", ""), ("c.a.b", "x")]);
    check_matches("docs.*", "**", &[("docs.a.b", ""), ("docs.a.b", "x/y")], &[("a.docs.b", "")]);
    check_matches(
        "*",
        "**/slides/*.pdf",
        &[("a.b", "slides/x.PDF"), ("a.b", "x/slides/y.pdf")],
        &[("a.b", "slides/x.html"), ("a.b", "x.pdf")],
    );
}

#[test]
fn titles_are_made_of_parts_of_the_address() {
    let title = |more: &str| {
        let hosts = check(&site("a.b", "**", more), &[]);
        hosts.site("a.b", &[]).unwrap().title.clone()
    };
    let around = |part, before: &str, after: &str| {
        SiteTitle::Around(part, before.to_owned(), after.to_owned())
    };
    assert_eq!(title(""), around(TitlePart::Slug, "", ""));
    assert_eq!(title("title = \"AWS {folder} Docs\""), around(TitlePart::Folder, "AWS ", " Docs"));
    assert_eq!(title("title = \"Apache {host}\""), around(TitlePart::Host, "Apache ", ""));
    assert_eq!(title("title = \"Delta Lake\""), SiteTitle::Fixed("Delta Lake".to_owned()));
    assert_eq!(title("no_title = \"Video\""), SiteTitle::Unnamed("Video".to_owned()));
}

#[test]
fn slips_name_their_place_and_cure() {
    check(
        "[[sites]]\n[[site]]\nhost = \"a.b\"\nkind = \"slide\"\npublsher = \"\"\n[[account]]\nsite = 1",
        &[
            "hosts.toml:1:3: error[CB084]: unknown key \"sites\" in the file; write \"site\"",
            "hosts.toml:4:8: error[CB081]: unknown kind \"slide\"; write \"slides\", or use one of: slides, video, article, paper, docs, product, case-study, encyclopedia, collection, dataset, profile, event, website",
            "hosts.toml:5:1: error[CB084]: unknown key \"publsher\" in site; write \"publisher\"",
            "hosts.toml:6:1: error[CB086]: account has no name; add name = \"…\"",
            "hosts.toml:6:1: error[CB086]: account has no publisher; add publisher = \"…\"",
            "hosts.toml:7:8: error[CB085]: site of account is not a string; write site = \"…\"",
        ],
    );
    check(
        &site("a.b", "", "title = \"{slug} by {author}\""),
        &[
            "hosts.toml:5:9: error[CB122]: title \"{slug} by {author}\" contains an unknown placeholder; write {slug}, {host} or {folder}, once",
        ],
    );
    check(
        &site("a.b", "", "title = \"A\"\nno_title = \"B\""),
        &["hosts.toml:6:12: error[CB121]: site has title and no_title; remove one of the two"],
    );
}

#[test]
fn what_can_never_match_is_reported() {
    for (host, path, message) in [
        (
            "https://www.A.b/c",
            "",
            "2:8: error[CB120]: host \"https://www.A.b/c\" can never match: hosts are compared in lower case, without scheme, www. and path; write \"a.b\"",
        ),
        (
            "a.*.b",
            "",
            "2:8: error[CB120]: host \"a.*.b\" can never match; write a host, or \"*.example.com\", \"blog.*\" or \"*\"",
        ),
        (
            "a.b",
            "/x/",
            "3:8: error[CB120]: path \"/x/\" has empty segments, which are not compared; write \"x\"",
        ),
        (
            "a.b",
            "x/**/y",
            "3:8: error[CB120]: path \"x/**/y\" can never match: \"**\" is read only first or last; write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
        ),
        (
            "a.b",
            "x*",
            "3:8: error[CB120]: path \"x*\" can never match: \"*\" is read only at the start of a segment; write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
        ),
        (
            "a.b",
            "*.PDF",
            "3:8: error[CB120]: path \"*.PDF\" can never match: what follows \"*\" is compared in lower case; write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
        ),
        (
            "a.b",
            "x?y",
            "3:8: error[CB120]: path \"x?y\" can never match: a path holds no \"?\", no \"#\" and no blank; write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
        ),
    ] {
        check(&site(host, path, ""), &[&format!("hosts.toml:{message}")]);
    }
    check(
        "silent = [\"Home\", \"a/b\", \"en\", \"en\"]",
        &[
            "hosts.toml:1:11: error[CB120]: \"Home\" can never match: it is compared with one segment, in lower case and without file extension; write \"home\"",
            "hosts.toml:1:19: error[CB120]: \"a/b\" can never match: it is compared with one segment, in lower case and without file extension; write \"a\"",
            "hosts.toml:1:32: warning[CB088]: \"en\" is listed twice in silent; remove one of the two",
        ],
    );
}

#[test]
fn a_site_behind_a_more_general_one_is_reported() {
    for (general, particular) in [
        (("a.b", "**"), ("a.b", "x/*")),
        (("*.a.b", "*"), ("c.a.b", "x")),
        (("*", "**/*.pdf"), ("a.b", "x/*.pdf")),
        (("blog.*", ""), ("blog.a.b", "")),
    ] {
        let (first, then) = (site(general.0, general.1, ""), site(particular.0, particular.1, ""));
        check(&format!("{then}{first}"), &[]);
        let message = format!(
            "hosts.toml:6:1: error[CB120]: site \"{}/{}\" can never match: \"{}/{}\" on line 1 comes first; move it above that one, or remove it",
            particular.0, particular.1, general.0, general.1
        );
        check(&format!("{first}{then}"), &[&message]);
    }
    check(&format!("{}{}", site("a.b", "*", ""), site("a.b", "**", "")), &[]);
}

#[test]
fn an_account_is_listed_once_and_is_one_segment() {
    let account =
        |name: &str| format!("[[account]]\nsite = \"a.b\"\nname = \"{name}\"\npublisher = \"P\"\n");
    let hosts = check(&account("Acme"), &[]);
    assert_eq!(hosts.account("a.b", &["x", "acme"]).unwrap().publisher, "P");
    assert!(hosts.account("a.b", &["x", "y", "acme"]).is_none());
    check(
        &format!("{}{}{}", account("Acme"), account("acme"), account("a/b")),
        &[
            "hosts.toml:7:8: error[CB088]: account \"acme\" of a.b is listed twice; remove one of the two",
            "hosts.toml:11:8: error[CB120]: name \"a/b\" can never match: it is compared with one segment; write one segment of the path",
        ],
    );
}

#[test]
fn a_conference_names_place_and_year_in_its_host() {
    let conference =
        |host: &str| format!("[[conference]]\nhost = \"{host}\"\nevent = \"Flink Forward\"\n");
    let hosts = check(&conference("*.flink-forward.org"), &[]);
    assert_eq!(
        hosts.event("berlin-2017.flink-forward.org").as_deref(),
        Some("Flink Forward berlin-2017")
    );
    assert_eq!(hosts.event("flink-forward.org"), None);
    check(
        &conference("flink-forward.org"),
        &[
            "hosts.toml:1:1: error[CB123]: host of conference is \"flink-forward.org\", without place and year; write it like \"*.example.com\"",
        ],
    );
}
