//! The differences between two catalogues.

use std::collections::{BTreeMap, BTreeSet};

use catalog::{Block, Catalog, Company, Inline, Podcast};
use serde::Serialize;

/// What changes for the companies of a chapter.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Changes {
    pub(super) before: Count,
    pub(super) after: Count,
    pub(super) added: Vec<CompanyFact>,
    pub(super) removed: Vec<CompanyFact>,
    pub(super) renamed: Vec<Renamed>,
    /// Companies that both editions have, renamed ones included, with what changes in them.
    pub(super) changed: Vec<CompanyChanges>,
}

/// How much an edition has.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Count {
    pub(super) companies: usize,
    pub(super) episodes: usize,
    pub(super) links: usize,
}

/// A company of one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct CompanyFact {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) line: u32,
    pub(super) episodes: usize,
    pub(super) links: usize,
}

/// A company that has another name or address, known by its links.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Renamed {
    pub(super) from: CompanyFact,
    pub(super) to: CompanyFact,
}

/// What changes in a company.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct CompanyChanges {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) facts: Vec<FactChange>,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FactKind {
    Name,
    Episode,
    Link,
    Technology,
    Text,
}

/// A fact that only one edition has, or that both have differently.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct FactChange {
    pub(super) kind: FactKind,
    pub(super) before: Option<Fact>,
    pub(super) after: Option<Fact>,
}

/// A fact with its line in the edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Fact {
    pub(super) text: String,
    pub(super) line: u32,
}

impl Changes {
    /// Compares what two catalogues have of the chapter with this number.
    pub(super) fn between(old: &Catalog, new: &Catalog, chapter: u32) -> Self {
        let of = |catalog: &'_ Catalog| -> Vec<Company> {
            let companies = catalog.companies.iter();
            companies.filter(|company| company.chapter == chapter).cloned().collect()
        };
        let (old, new) = (of(old), of(new));
        let missing = |company: &&Company, from: &[Company]| {
            from.iter().all(|other| other.slug != company.slug)
        };
        let mut removed: Vec<&Company> = old.iter().filter(|one| missing(one, &new)).collect();
        let mut added: Vec<&Company> = new.iter().filter(|one| missing(one, &old)).collect();
        let mut changes = Self { before: count(&old), after: count(&new), ..Self::default() };
        let mut pairs: Vec<(&Company, &Company)> = new
            .iter()
            .filter_map(|to| Some((old.iter().find(|from| from.slug == to.slug)?, to)))
            .collect();
        removed.retain(|from| {
            let successor = added.iter().position(|to| is_successor(from, to));
            let Some(at) = successor else { return true };
            let to = added.remove(at);
            changes.renamed.push(Renamed { from: company_fact(from), to: company_fact(to) });
            pairs.push((from, to));
            false
        });
        changes.added = added.into_iter().map(company_fact).collect();
        changes.removed = removed.into_iter().map(company_fact).collect();
        pairs.sort_by_key(|(_, to)| to.line);
        for (from, to) in pairs {
            let facts = fact_changes(from, to);
            if !facts.is_empty() {
                let (slug, name) = (to.slug.to_string(), to.name.clone());
                changes.changed.push(CompanyChanges { slug, name, facts });
            }
        }
        changes
    }

    /// Whether the editions say the same.
    pub(super) fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.removed.is_empty()
            && self.renamed.is_empty()
            && self.changed.is_empty()
    }
}

fn count(companies: &[Company]) -> Count {
    Count {
        companies: companies.len(),
        episodes: companies.iter().map(|company| company.podcasts.len()).sum(),
        links: companies.iter().map(|company| company.resources.len()).sum(),
    }
}

fn company_fact(company: &Company) -> CompanyFact {
    CompanyFact {
        slug: company.slug.to_string(),
        name: company.name.clone(),
        line: company.line,
        episodes: company.podcasts.len(),
        links: company.resources.len(),
    }
}

/// Whether two companies are one: at least half of the links of the one that has fewer are the other's.
fn is_successor(from: &Company, to: &Company) -> bool {
    let pages = |company: &Company| -> BTreeSet<String> {
        let links = company.resources.iter().map(|link| page(&link.url).to_owned());
        links.chain(company.podcasts.iter().filter_map(|episode| episode.youtube.clone())).collect()
    };
    let (from, to) = (pages(from), pages(to));
    let shared = from.intersection(&to).count();
    shared > 0 && shared * 2 >= from.len().min(to.len())
}

/// An address without what makes no other page: the scheme and a slash at the end.
fn page(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/')
}

fn fact_changes(from: &Company, to: &Company) -> Vec<FactChange> {
    let mut changes = Vec::new();
    let name = |company: &Company| {
        BTreeMap::from([(String::new(), Fact { text: company.name.clone(), line: company.line })])
    };
    compare(FactKind::Name, &name(from), &name(to), &mut changes);
    compare(FactKind::Episode, &episodes(from), &episodes(to), &mut changes);
    compare(FactKind::Link, &links(from), &links(to), &mut changes);
    compare(FactKind::Technology, &technologies(from), &technologies(to), &mut changes);
    compare(FactKind::Text, &texts(from), &texts(to), &mut changes);
    changes
}

/// Adds the facts that differ, in the order of their lines.
fn compare(
    kind: FactKind,
    before: &BTreeMap<String, Fact>,
    after: &BTreeMap<String, Fact>,
    changes: &mut Vec<FactChange>,
) {
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut found: Vec<FactChange> = keys
        .into_iter()
        .map(|key| FactChange {
            kind,
            before: before.get(key).cloned(),
            after: after.get(key).cloned(),
        })
        .filter(|change| {
            let text = |fact: &Option<Fact>| fact.as_ref().map(|fact| fact.text.clone());
            text(&change.before) != text(&change.after)
        })
        .collect();
    found.sort_by_key(|change| {
        change.after.as_ref().or(change.before.as_ref()).map_or(0, |fact| fact.line)
    });
    changes.append(&mut found);
}

fn episodes(company: &Company) -> BTreeMap<String, Fact> {
    let key = |episode: &Podcast| {
        let audio = episode.audio.first().map(|audio| audio.url.clone());
        episode.youtube.clone().or(audio).unwrap_or_else(|| episode.title.clone())
    };
    let fact = |episode: &Podcast| {
        let number = episode.episode.map(|number| format!("#{number} ")).unwrap_or_default();
        let mut text = format!("{number}{}", episode.title);
        if let Some(id) = &episode.youtube {
            text.push_str(&format!(", video {id}"));
        }
        for audio in &episode.audio {
            text.push_str(&format!(", audio {}", audio.url));
        }
        Fact { text, line: episode.line }
    };
    company.podcasts.iter().map(|episode| (key(episode), fact(episode))).collect()
}

fn links(company: &Company) -> BTreeMap<String, Fact> {
    let links = company.resources.iter();
    links
        .map(|link| {
            let text = format!("{} ({}) {}", link.title, link.kind.as_str(), link.url);
            let line = link.lines.first().copied().unwrap_or(company.line);
            (page(&link.url).to_owned(), Fact { text, line })
        })
        .collect()
}

fn technologies(company: &Company) -> BTreeMap<String, Fact> {
    let tags = company.tags.iter();
    tags.map(|tag| {
        let text = format!("{} ({})", tag.technology, tag.grade().as_str());
        let line = tag.evidence.first().map_or(company.line, |evidence| evidence.line);
        (tag.technology.to_string(), Fact { text, line })
    })
    .collect()
}

/// The paragraphs, headings and other texts that hold words of their own.
fn texts(company: &Company) -> BTreeMap<String, Fact> {
    let mut facts = BTreeMap::new();
    let mut line = company.line;
    add_texts(&company.body, &mut line, &mut facts);
    for episode in company.podcasts.iter().filter(|episode| !episode.blurb.is_empty()) {
        let fact = Fact { text: episode.blurb.clone(), line: episode.line };
        facts.insert(episode.blurb.clone(), fact);
    }
    facts
}

fn add_texts(blocks: &[Block], line: &mut u32, facts: &mut BTreeMap<String, Fact>) {
    let mut add = |text: String, line: u32| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.contains(' ') && !text.contains("://") {
            facts.insert(text.clone(), Fact { text, line });
        }
    };
    for block in blocks {
        match block {
            Block::Heading { content, line: at, .. } | Block::Paragraph { content, line: at } => {
                *line = *at;
                add(Inline::plain_text(content), *at);
            }
            Block::Figure(figure) => {
                *line = figure.line;
                add(format!("{} (picture {})", figure.caption, figure.src), figure.line);
            }
            Block::Code { text, .. } => add(text.clone(), *line),
            Block::Table(rows) => {
                for row in rows {
                    let cells: Vec<String> =
                        row.iter().map(|cell| Inline::plain_text(cell)).collect();
                    add(cells.join(" | "), *line);
                }
            }
            Block::List { items, .. } => {
                let items: Vec<Block> = items.iter().flatten().cloned().collect();
                let mut inner = BTreeMap::new();
                add_texts(&items, line, &mut inner);
                inner.into_values().for_each(|fact| add(fact.text, fact.line));
            }
            Block::Quote(quoted) => {
                let mut inner = BTreeMap::new();
                add_texts(quoted, line, &mut inner);
                inner.into_values().for_each(|fact| add(fact.text, fact.line));
            }
            Block::Rule => {}
        }
    }
}
