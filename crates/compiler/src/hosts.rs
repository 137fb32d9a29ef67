//! Reads `hosts.toml`: facts about sites and the accounts on them.

use std::collections::HashSet;

use catalog::Kind;
use toml::Spanned;

use crate::diagnostic::Reporter;
use crate::keys::{Key, Table, Value};
use crate::toml_file::{self, Entry};

/// Keys of the file.
pub(crate) const FILE: Table = Table(&[
    Key::optional("silent", Value::Texts, "Segments of paths that say nothing about the page."),
    Key::optional(
        "site",
        Value::Tables(&SITE),
        "What is known of a site; the first that matches an address counts.",
    ),
    Key::optional("account", Value::Tables(&ACCOUNT), "Who publishes under an account."),
    Key::optional(
        "conference",
        Value::Tables(&CONFERENCE),
        "An event whose place and year are the first label of the host.",
    ),
]);

const SITE: Table = Table(&[
    Key::required(
        "host",
        Value::Text,
        "\"example.com\", without www.; \"*.example.com\" is any host below it, \"blog.*\" any that starts so, \"*\" any host.",
    ),
    Key::optional(
        "path",
        Value::Text,
        "Segments of the path: \"*\" is any one, \"*.pdf\" any that ends so, a first or last \"**\" any number of them; \"\" is the front page; any path when left out.",
    ),
    Key::required("kind", Value::OneOf(linked_kinds), "What a link there leads to."),
    Key::optional(
        "title",
        Value::Text,
        "Words around {slug}, {host} or {folder}, or the title itself; \"{slug}\" when left out.",
    ),
    Key::optional(
        "no_title",
        Value::Text,
        "In place of title: what is there, where the address says nothing about it.",
    ),
    Key::optional(
        "publisher",
        Value::Text,
        "Who publishes there; left out where the address does not say.",
    ),
]);

const ACCOUNT: Table = Table(&[
    Key::required("site", Value::Text, "The host, without www."),
    Key::required("name", Value::Text, "The account, as addresses write it; case does not matter."),
    Key::required("publisher", Value::Text, "Who publishes under it."),
    Key::optional(
        "slug_ends",
        Value::OneOf(endings),
        "\"speakers\" where addresses end like -with-first-last-and-first-last.",
    ),
]);

const CONFERENCE: Table = Table(&[
    Key::required("host", Value::Text, "\"*.example.com\"."),
    Key::required("event", Value::Text, "Its name, which is in [events] of words.toml."),
]);

fn endings() -> Vec<&'static str> {
    Ending::ALL.iter().map(|ending| ending.as_str()).collect()
}

/// The names of [`LINKED_KINDS`].
pub(crate) fn linked_kinds() -> Vec<&'static str> {
    LINKED_KINDS.iter().map(|kind| kind.as_str()).collect()
}

/// Kinds of what a link leads to. Podcasts are the chapter's own episodes.
pub(crate) const LINKED_KINDS: &[Kind] = &[
    Kind::Slides,
    Kind::Video,
    Kind::Article,
    Kind::Paper,
    Kind::Docs,
    Kind::Product,
    Kind::CaseStudy,
    Kind::Encyclopedia,
    Kind::Collection,
    Kind::Dataset,
    Kind::Profile,
    Kind::Event,
    Kind::Website,
];

/// The content of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hosts {
    /// Particular ones first.
    sites: Vec<Site>,
    accounts: Vec<Account>,
    conferences: Vec<Conference>,
    /// Segments of paths that do not describe the page, lower case.
    silent: HashSet<String>,
}

/// What is known of the addresses that match `host` and `path`.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    host: String,
    path: Vec<String>,
    pub(crate) kind: Kind,
    pub(crate) title: SiteTitle,
    /// `None` where the address does not say.
    pub(crate) publisher: Option<String>,
}

/// Where the title of an address comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SiteTitle {
    /// Words around a part of the address.
    Around(Part, String, String),
    /// The site's own name.
    Fixed(String),
    /// The address has no title; this describes the page.
    Unnamed(String),
}

/// A part of an address that a title is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The last segment that describes the page.
    Slug,
    /// The first label of the host.
    Host,
    /// The first segment of the path.
    Folder,
}

/// The owner of an account.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    site: String,
    name: String,
    pub(crate) publisher: String,
    pub(crate) ending: Ending,
}

/// What the addresses of an account end in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The title.
    #[default]
    Title,
    /// The speakers' names.
    Speakers,
}

/// An event whose place and year are the first label of the host.
#[derive(Clone, Debug)]
struct Conference {
    /// Including the dot before it: `.flink-forward.org`.
    domain: String,
    event: String,
}

impl Default for SiteTitle {
    fn default() -> Self {
        Self::Around(Part::Slug, String::new(), String::new())
    }
}

impl Part {
    const ALL: [(&'static str, Self); 3] =
        [("{slug}", Self::Slug), ("{host}", Self::Host), ("{folder}", Self::Folder)];
}

impl Ending {
    const ALL: &[Self] = &[Self::Title, Self::Speakers];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Speakers => "speakers",
        }
    }
}

impl Hosts {
    /// Reads the file; every fault is reported and costs only the part that holds it.
    pub(crate) fn parse(report: &mut Reporter<'_>) -> Self {
        let document = toml_file::parse(report);
        let top = Entry::file(&document, &FILE);
        top.check_keys(report);
        let mut hosts = Self { silent: read_silent(&top, report), ..Self::default() };
        let mut places = Vec::new();
        for entry in top.entries("site", "site", report) {
            let Some(site) = read_site(&entry, report) else { continue };
            if let Some(at) = hosts.sites.iter().position(|earlier| earlier.covers(&site)) {
                let earlier: &Site = &hosts.sites[at];
                let line = report.line_at(places[at]);
                report.error(
                    entry.span.clone(),
                    format!(
                        "site \"{}/{}\" can never match: \"{}/{}\" on line {line} comes first",
                        site.host,
                        site.path.join("/"),
                        earlier.host,
                        earlier.path.join("/"),
                    ),
                    "move it above that one, or remove it",
                );
                continue;
            }
            places.push(entry.span.start);
            hosts.sites.push(site);
        }
        for entry in top.entries("account", "account", report) {
            let Some((name, account)) = read_account(&entry, report) else { continue };
            if hosts.accounts.iter().any(|known| known.is(&account.site, &account.name)) {
                report.error(
                    name.span(),
                    format!("account \"{}\" of {} is listed twice", account.name, account.site),
                    "remove one of the two",
                );
                continue;
            }
            hosts.accounts.push(account);
        }
        for entry in top.entries("conference", "conference", report) {
            hosts.conferences.extend(read_conference(&entry, report));
        }
        hosts
    }

    /// The frozen content's hosts.
    #[cfg(test)]
    pub(crate) fn frozen() -> Self {
        let text = include_str!("../tests/fixtures/site/hosts.toml");
        Self::parse(&mut Reporter::new(&crate::input::SourceFile::new("hosts.toml", text)))
    }

    /// What is known of an address, by its host without `www.` and the segments of its path.
    pub(crate) fn site(&self, host: &str, segments: &[&str]) -> Option<&Site> {
        self.sites.iter().find(|site| {
            let path: Vec<&str> = site.path.iter().map(String::as_str).collect();
            host_matches(&site.host, host) && path_matches(&path, segments)
        })
    }

    /// The account that an address belongs to.
    pub(crate) fn account(&self, host: &str, segments: &[&str]) -> Option<&Account> {
        let mut first = segments.iter().take(2);
        first.find_map(|segment| self.accounts.iter().find(|account| account.is(host, segment)))
    }

    /// The words that name the event whose host this is.
    pub(crate) fn event(&self, host: &str) -> Option<String> {
        self.conferences.iter().find_map(|Conference { domain, event }| {
            host.strip_suffix(domain.as_str()).map(|label| format!("{event} {label}"))
        })
    }

    /// Whether a segment, without its file extension, does not describe the page.
    pub(crate) fn is_silent(&self, stem: &str) -> bool {
        self.silent.contains(&stem.to_ascii_lowercase())
    }
}

impl Account {
    fn is(&self, host: &str, segment: &str) -> bool {
        self.site == host && self.name.eq_ignore_ascii_case(segment)
    }
}

impl Site {
    /// Whether every address that `later` matches is matched by this one.
    fn covers(&self, later: &Self) -> bool {
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let later_path: Vec<&str> = later.path.iter().map(String::as_str).collect();
        let covers_path = path == ["**"]
            || path == later_path
            || !later_path.contains(&"**") && path_matches(&path, &later_path);
        // A pattern that is matched as if it were a host matches no more than the other one does.
        covers_path && (self.host == later.host || host_matches(&self.host, &later.host))
    }
}

fn host_matches(pattern: &str, host: &str) -> bool {
    if pattern == "*" {
        return true;
    }
    if let Some(domain) = pattern.strip_prefix('*') {
        return host.ends_with(domain);
    }
    match pattern.strip_suffix('*') {
        Some(prefix) => host.starts_with(prefix),
        None => host == pattern,
    }
}

fn path_matches(pattern: &[&str], segments: &[&str]) -> bool {
    match (pattern, segments) {
        ([], []) | (["**"], _) => true,
        (["**", rest @ ..], _) => segments.len().checked_sub(rest.len()).is_some_and(|skipped| {
            segments.get(skipped..).is_some_and(|tail| path_matches(rest, tail))
        }),
        ([wanted, rest @ ..], [segment, tail @ ..]) => {
            let matches = match wanted.strip_prefix('*') {
                Some(suffix) => segment.to_ascii_lowercase().ends_with(suffix),
                None => wanted == segment,
            };
            matches && path_matches(rest, tail)
        }
        _ => false,
    }
}

fn read_silent(top: &Entry<'_>, report: &mut Reporter<'_>) -> HashSet<String> {
    let mut silent = HashSet::new();
    for segment in top.texts("silent", report) {
        let text = segment.get_ref();
        let stem = text.to_ascii_lowercase();
        let stem = stem.split(['/', '.']).next().unwrap_or_default();
        if stem != text {
            let cure = format!("write \"{stem}\"");
            report.error(
                segment.span(),
                format!("\"{text}\" can never match: it is compared with one segment, in lower case and without file extension"),
                cure,
            );
        } else if !silent.insert(text.clone()) {
            let message = format!("\"{text}\" is listed twice in silent");
            report.warn(segment.span(), message, "remove one of the two");
        }
    }
    silent
}

fn read_site(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<Site> {
    entry.check_keys(report);
    let host = read_host(entry, "host", report);
    let path = read_path(entry, report);
    let kind = entry.required_one_of("kind", LINKED_KINDS, Kind::as_str, report);
    let title = read_title(entry, report);
    let publisher = entry.filled("publisher", report).map(Spanned::into_inner);
    Some(Site { host: host?, path: path?, kind: kind?, title: title?, publisher })
}

/// A host or a pattern of hosts that can match.
fn read_host(entry: &Entry<'_>, key: &str, report: &mut Reporter<'_>) -> Option<String> {
    let host = entry.required(key, report)?;
    let text = host.get_ref();
    let bare = text.to_lowercase();
    let bare = bare.rsplit("://").next().unwrap_or_default();
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let bare = bare.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if bare != text {
        report.error(
            host.span(),
            format!("{key} \"{text}\" can never match: hosts are compared in lower case, without scheme, www. and path"),
            format!("write \"{bare}\""),
        );
        return None;
    }
    let inner = text.strip_prefix("*.").or_else(|| text.strip_suffix(".*")).unwrap_or(text);
    if text != "*" && (inner.contains(['*', ' ']) || inner.is_empty()) {
        report.error(
            host.span(),
            format!("{key} \"{text}\" can never match"),
            "write a host, or \"*.example.com\", \"blog.*\" or \"*\"",
        );
        return None;
    }
    Some(host.into_inner())
}

/// The segments of a pattern of paths that can match.
fn read_path(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<Vec<String>> {
    let Some(path) = entry.text("path", report) else {
        return (!entry.has("path")).then(|| vec!["**".to_owned()]);
    };
    let text = path.get_ref();
    let segments: Vec<&str> = text.split('/').filter(|segment| !segment.is_empty()).collect();
    if segments.join("/") != *text {
        report.error(
            path.span(),
            format!("path \"{text}\" has empty segments, which are not compared"),
            format!("write \"{}\"", segments.join("/")),
        );
        return None;
    }
    let last = segments.len().saturating_sub(1);
    for (at, segment) in segments.iter().enumerate() {
        let rest = segment.strip_prefix('*').unwrap_or(segment);
        let is_suffix = rest.len() < segment.len();
        let fault = if *segment == "**" {
            (at > 0 && at < last).then_some("\"**\" is read only first or last")
        } else if rest.contains('*') {
            Some("\"*\" is read only at the start of a segment")
        } else if rest.contains(['?', '#', ' ']) {
            Some("a path holds no \"?\", no \"#\" and no blank")
        } else if is_suffix && rest.contains(char::is_uppercase) {
            Some("what follows \"*\" is compared in lower case")
        } else {
            None
        };
        if let Some(fault) = fault {
            report.error(
                path.span(),
                format!("path \"{text}\" can never match: {fault}"),
                "write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
            );
            return None;
        }
    }
    Some(segments.into_iter().map(str::to_owned).collect())
}

fn read_title(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<SiteTitle> {
    if let (true, Some(unnamed)) = (entry.has("no_title"), entry.filled("no_title", report)) {
        if entry.has("title") {
            report.error(
                unnamed.span(),
                format!("{} has title and no_title", entry.what),
                "remove one of the two",
            );
            return None;
        }
        return Some(SiteTitle::Unnamed(unnamed.into_inner()));
    }
    if !entry.has("title") {
        return Some(SiteTitle::default());
    }
    let title = entry.filled("title", report)?;
    let text = title.get_ref();
    let found = Part::ALL.iter().find_map(|&(written, part)| {
        text.split_once(written)
            .map(|(before, after)| SiteTitle::Around(part, before.to_owned(), after.to_owned()))
    });
    let rest = match &found {
        Some(SiteTitle::Around(_, before, after)) => format!("{before}{after}"),
        _ => text.clone(),
    };
    if rest.contains(['{', '}']) {
        report.error(
            title.span(),
            format!("title \"{text}\" contains an unknown placeholder"),
            "write {slug}, {host} or {folder}, once",
        );
        return None;
    }
    Some(found.unwrap_or_else(|| SiteTitle::Fixed(text.clone())))
}

fn read_account(
    entry: &Entry<'_>,
    report: &mut Reporter<'_>,
) -> Option<(Spanned<String>, Account)> {
    entry.check_keys(report);
    let site = read_host(entry, "site", report);
    let name = entry.required("name", report);
    let publisher = entry.required("publisher", report);
    let ending = entry.one_of("slug_ends", Ending::ALL, Ending::as_str, report).unwrap_or_default();
    let name = name?;
    if name.get_ref().contains(['/', '?', '#', ' ']) {
        report.error(
            name.span(),
            format!("name \"{}\" can never match: it is compared with one segment", name.get_ref()),
            "write one segment of the path",
        );
        return None;
    }
    let account = Account {
        site: site?,
        name: name.get_ref().clone(),
        publisher: publisher?.into_inner(),
        ending,
    };
    Some((name, account))
}

fn read_conference(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<Conference> {
    entry.check_keys(report);
    let host = read_host(entry, "host", report);
    let event = entry.required("event", report);
    let (host, event) = (host?, event?);
    let Some(domain) = host.strip_prefix('*').filter(|domain| !domain.is_empty()) else {
        report.error(
            entry.span.clone(),
            format!("host of {} is \"{host}\", without place and year", entry.what),
            "write it like \"*.example.com\"",
        );
        return None;
    };
    Some(Conference { domain: domain.to_owned(), event: event.into_inner() })
}

#[cfg(test)]
mod tests {
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
        check_matches(
            "docs.*",
            "**",
            &[("docs.a.b", ""), ("docs.a.b", "x/y")],
            &[("a.docs.b", "")],
        );
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
        assert_eq!(title(""), around(Part::Slug, "", ""));
        assert_eq!(title("title = \"AWS {folder} Docs\""), around(Part::Folder, "AWS ", " Docs"));
        assert_eq!(title("title = \"Apache {host}\""), around(Part::Host, "Apache ", ""));
        assert_eq!(title("title = \"Delta Lake\""), SiteTitle::Fixed("Delta Lake".to_owned()));
        assert_eq!(title("no_title = \"Video\""), SiteTitle::Unnamed("Video".to_owned()));
    }

    #[test]
    fn slips_name_their_place_and_cure() {
        check(
            "[[sites]]\n[[site]]\nhost = \"a.b\"\nkind = \"slide\"\npublsher = \"\"\n[[account]]\nsite = 1",
            &[
                "hosts.toml:1:3: error: unknown key \"sites\" in the file; write \"site\"",
                "hosts.toml:4:8: error: unknown kind \"slide\"; write \"slides\", or use one of: slides, video, article, paper, docs, product, case-study, encyclopedia, collection, dataset, profile, event, website",
                "hosts.toml:5:1: error: unknown key \"publsher\" in site; write \"publisher\"",
                "hosts.toml:6:1: error: account has no name; add name = \"…\"",
                "hosts.toml:6:1: error: account has no publisher; add publisher = \"…\"",
                "hosts.toml:7:8: error: site of account is not a string; write site = \"…\"",
            ],
        );
        check(
            &site("a.b", "", "title = \"{slug} by {author}\""),
            &[
                "hosts.toml:5:9: error: title \"{slug} by {author}\" contains an unknown placeholder; write {slug}, {host} or {folder}, once",
            ],
        );
        check(
            &site("a.b", "", "title = \"A\"\nno_title = \"B\""),
            &["hosts.toml:6:12: error: site has title and no_title; remove one of the two"],
        );
    }

    #[test]
    fn what_can_never_match_is_reported() {
        for (host, path, message) in [
            (
                "https://www.A.b/c",
                "",
                "2:8: error: host \"https://www.A.b/c\" can never match: hosts are compared in lower case, without scheme, www. and path; write \"a.b\"",
            ),
            (
                "a.*.b",
                "",
                "2:8: error: host \"a.*.b\" can never match; write a host, or \"*.example.com\", \"blog.*\" or \"*\"",
            ),
            (
                "a.b",
                "/x/",
                "3:8: error: path \"/x/\" has empty segments, which are not compared; write \"x\"",
            ),
            (
                "a.b",
                "x/**/y",
                "3:8: error: path \"x/**/y\" can never match: \"**\" is read only first or last; write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
            ),
            (
                "a.b",
                "x*",
                "3:8: error: path \"x*\" can never match: \"*\" is read only at the start of a segment; write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
            ),
            (
                "a.b",
                "*.PDF",
                "3:8: error: path \"*.PDF\" can never match: what follows \"*\" is compared in lower case; write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
            ),
            (
                "a.b",
                "x?y",
                "3:8: error: path \"x?y\" can never match: a path holds no \"?\", no \"#\" and no blank; write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
            ),
        ] {
            check(&site(host, path, ""), &[&format!("hosts.toml:{message}")]);
        }
        check(
            "silent = [\"Home\", \"a/b\", \"en\", \"en\"]",
            &[
                "hosts.toml:1:11: error: \"Home\" can never match: it is compared with one segment, in lower case and without file extension; write \"home\"",
                "hosts.toml:1:19: error: \"a/b\" can never match: it is compared with one segment, in lower case and without file extension; write \"a\"",
                "hosts.toml:1:32: warning: \"en\" is listed twice in silent; remove one of the two",
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
            let (first, then) =
                (site(general.0, general.1, ""), site(particular.0, particular.1, ""));
            check(&format!("{then}{first}"), &[]);
            let message = format!(
                "hosts.toml:6:1: error: site \"{}/{}\" can never match: \"{}/{}\" on line 1 comes first; move it above that one, or remove it",
                particular.0, particular.1, general.0, general.1
            );
            check(&format!("{first}{then}"), &[&message]);
        }
        check(&format!("{}{}", site("a.b", "*", ""), site("a.b", "**", "")), &[]);
    }

    #[test]
    fn an_account_is_listed_once_and_is_one_segment() {
        let account = |name: &str| {
            format!("[[account]]\nsite = \"a.b\"\nname = \"{name}\"\npublisher = \"P\"\n")
        };
        let hosts = check(&account("Acme"), &[]);
        assert_eq!(hosts.account("a.b", &["x", "acme"]).unwrap().publisher, "P");
        assert!(hosts.account("a.b", &["x", "y", "acme"]).is_none());
        check(
            &format!("{}{}{}", account("Acme"), account("acme"), account("a/b")),
            &[
                "hosts.toml:7:8: error: account \"acme\" of a.b is listed twice; remove one of the two",
                "hosts.toml:11:8: error: name \"a/b\" can never match: it is compared with one segment; write one segment of the path",
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
                "hosts.toml:1:1: error: host of conference is \"flink-forward.org\", without place and year; write it like \"*.example.com\"",
            ],
        );
    }
}
