//! `cargo xtask links`: checks every link and records the results in content/link-status.json.

mod answer;
mod ask;
mod status;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::env;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};
use catalog::{Catalog, LinkStatus};
use compiler::LinkRecords;
use jiff::civil::Date;
use ureq::Proxy;

use crate::check::print;
use crate::content::Folder;
use crate::day::today;
use crate::project;
use answer::LinkAnswer;
use ask::Manners;

/// The file of results, in the content folder.
const FILE: &str = "content/link-status.json";

/// Prints every link of the catalogue without requesting any.
///
/// # Errors
/// When the content cannot be read or has errors.
pub(crate) fn list() -> Result<()> {
    let catalog = compile()?;
    let addresses = addresses_of(&catalog);
    let mut list: String = addresses.iter().map(|address| format!("{address}\n")).collect();
    list.push_str(&format!("{} links, none requested\n", addresses.len()));
    print(&list)
}

/// Requests every link of the catalogue.
///
/// # Errors
/// When the content or the file of results cannot be read, when no host can be reached, or when the
/// file cannot be written.
pub(crate) fn ask() -> Result<()> {
    let catalog = compile()?;
    let addresses = addresses_of(&catalog);
    let manners = Manners {
        timeout: Duration::from_secs(20),
        pause: Duration::from_secs(3),
        sleep: thread::sleep,
        hosts_at_once: 4,
        user_agent: user_agent(env::var("GITHUB_REPOSITORY").ok().as_deref()),
        proxy: Proxy::try_from_env(),
    };
    let links = check(&project::path(FILE), &addresses, &manners, today())?;
    let count = |status| links.links.values().filter(|entry| entry.status == status).count();
    println!(
        "{FILE}: {} alive, {} unclear, {} dead",
        count(LinkStatus::Alive),
        count(LinkStatus::Unclear),
        count(LinkStatus::Dead)
    );
    Ok(())
}

fn compile() -> Result<Catalog> {
    let compilation = Folder::default().compile()?;
    if compilation.has_errors() {
        bail!("the content has errors: `cargo xtask check` shows them");
    }
    Ok(compilation.catalog)
}

/// The links that readers can follow: resources, audio of episodes, homepages of technologies.
/// YouTube's pages of episodes are left out: they answer 200 for deleted videos too.
fn addresses_of(catalog: &Catalog) -> BTreeSet<&str> {
    let mut addresses = BTreeSet::new();
    for company in &catalog.companies {
        addresses.extend(company.resources.iter().map(|resource| resource.url.as_str()));
        let audio = company.podcasts.iter().flat_map(|podcast| &podcast.audio);
        addresses.extend(audio.map(|audio| audio.url.as_str()));
    }
    addresses.extend(catalog.technologies.iter().map(|technology| technology.homepage.as_str()));
    addresses.retain(|address| address.starts_with("http://") || address.starts_with("https://"));
    addresses
}

/// The User-Agent header, with an address for complaints if one is known.
fn user_agent(repository: Option<&str>) -> String {
    let contact = repository.map(|repository| format!(" (+https://github.com/{repository})"));
    format!("Casebook-link-check/{}{}", env!("CARGO_PKG_VERSION"), contact.unwrap_or_default())
}

/// Requests the addresses and updates the file. Other addresses are removed from it.
fn check(
    path: &Path,
    addresses: &BTreeSet<&str>,
    manners: &Manners,
    today: Date,
) -> Result<LinkRecords> {
    let mut known = status::read(path)?;
    let list: Vec<&str> = addresses.iter().copied().collect();
    let answers = ask::ask_all(&list, manners, &|address, answer| println!("{answer}  {address}"));
    if !answers.is_empty() && answers.values().all(|answer: &LinkAnswer| answer.is_unreachable()) {
        bail!("no host can be reached: check the connection of this machine; nothing was written");
    }
    known.links.retain(|address, _| addresses.contains(address.as_str()));
    for (address, answer) in answers {
        let entry = status::next(known.links.get(address), &answer, today);
        known.links.insert(address.to_owned(), entry);
    }
    status::write(path, &known)?;
    Ok(known)
}
