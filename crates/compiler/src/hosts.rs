//! Facts about sites and the accounts on them, from `hosts.toml`.

mod facts;
mod keys;
mod pattern;
mod read;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use crate::diagnostic::{Code, Reporter};
use crate::toml_file::{self, Entry};
use facts::{Account, Conference};
use pattern::{host_matches, path_matches};
use read::{read_account, read_conference, read_segments, read_site};

pub(crate) use facts::{Ending, LINKED_KINDS, SiteEntry, SiteTitle, TitlePart, linked_kinds};
pub(crate) use keys::FILE;

/// The content of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hosts {
    /// Particular ones first.
    sites: Vec<SiteEntry>,
    accounts: Vec<Account>,
    conferences: Vec<Conference>,
    /// Segments of paths that do not describe the page, lower case.
    silent: HashSet<String>,
    /// Folders whose pages begin with a number that is no part of the title, lower case.
    numbered: HashSet<String>,
}

impl Hosts {
    /// Reads the file; every fault is reported and costs only the part that holds it.
    pub(crate) fn parse(report: &mut Reporter<'_>) -> Self {
        let document = toml_file::parse(report);
        let top = Entry::file(&document, &FILE);
        top.check_keys(report);
        let mut hosts = Self {
            silent: read_segments("silent", &top, report),
            numbered: read_segments("numbered", &top, report),
            ..Self::default()
        };
        let mut places = Vec::new();
        for entry in top.entries("site", "site", report) {
            let Some(site) = read_site(&entry, report) else { continue };
            if let Some(at) = hosts.sites.iter().position(|earlier| earlier.covers(&site)) {
                let earlier: &SiteEntry = &hosts.sites[at];
                let line = report.line_at(places[at]);
                report.error(
                    Code::NeverMatches,
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
                    Code::ListedTwice,
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
    pub(crate) fn site(&self, host: &str, segments: &[&str]) -> Option<&SiteEntry> {
        let mut of_host = self.sites.iter().filter(|site| host_matches(&site.host, host));
        of_host.find(|site| {
            let path: Vec<&str> = site.path.iter().map(String::as_str).collect();
            path_matches(&path, segments)
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

    /// Whether the pages in a folder begin with a number that is no part of the title.
    pub(crate) fn numbers(&self, folder: &str) -> bool {
        self.numbered.contains(&folder.to_ascii_lowercase())
    }

    /// Whether a segment, without its file extension, does not describe the page.
    pub(crate) fn is_silent(&self, stem: &str) -> bool {
        self.silent.contains(&stem.to_ascii_lowercase())
    }
}
