//! Reads `technologies.toml`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use catalog::{Company, Role, Slug, Technology};
use toml::Spanned;

use crate::address::{Sites, TechnologySites};
use crate::diagnostic::{Code, Reporter};
use crate::keys::{Key, Table, Value};
use crate::matcher::{InsertError, Matcher, Name, Spelling, TechnologyIndex};
use crate::toml_file::{self, Entry, read_address, read_slug};

/// Keys of the file.
pub(crate) const FILE: Table = Table(&[
    Key::optional(
        "comparisons",
        Value::Texts,
        "Prefixes of addresses of pages that list many technologies. A link to one is no evidence of use.",
    ),
    Key::optional(
        "technology",
        Value::Tables(&TECHNOLOGY),
        "The technologies, in the order shown on the site.",
    ),
]);

const TECHNOLOGY: Table = Table(&[
    Key::required(
        "id",
        Value::Slug,
        "Slug, used in /technology/<id> and in bookmarks. When you change it, add the old id to `formerly`.",
    ),
    Key::required("name", Value::Text, "Official spelling; matched as whole words in any case."),
    Key::required("role", Value::OneOf(roles), "Role in the flow of data."),
    Key::optional(
        "parent",
        Value::Slug,
        "Id of the technology that it is a component of; filters by the parent include it.",
    ),
    Key::optional(
        "aliases",
        Value::Texts,
        "Other names, matched like the name, shown to readers and found by search.",
    ),
    Key::optional(
        "spellings",
        Value::Texts,
        "Misspellings and joined words, matched like the name but never shown.",
    ),
    Key::optional(
        "capitalised",
        Value::Texts,
        "Those of the names that are also English words: in running text they match only when capitalised.",
    ),
    Key::optional(
        "venues",
        Value::Texts,
        "Events and accounts that only suggest the technology; ignored if something else in the link names it or a component.",
    ),
    Key::optional(
        "sites",
        Value::Texts,
        "Prefixes of addresses of its official site, without scheme and \"www.\".",
    ),
    Key::optional("formerly", Value::Texts, "Earlier ids, which redirect to this one."),
    Key::required("summary", Value::Text, "One sentence in our own words: what the technology is."),
    Key::required("homepage", Value::Address, "Address of its official site."),
]);

fn roles() -> Vec<&'static str> {
    Role::ALL.iter().map(|role| role.as_str()).collect()
}

/// The technologies and all by which they are found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Technologies {
    /// In the order of the file.
    pub(crate) list: Vec<Technology>,
    /// For each of the list, the index of what it is a part of.
    pub(crate) parents: Vec<Option<TechnologyIndex>>,
    /// The index of each slug.
    pub(crate) by_slug: HashMap<Slug, TechnologyIndex>,
    /// Names and venues.
    pub(crate) matcher: Matcher,
    /// Technologies' own sites.
    pub(crate) sites: TechnologySites,
    /// Pages that list several technologies.
    pub(crate) comparisons: Sites<()>,
}

/// An entry with valid values, whose references are not checked yet.
struct RawTechnology {
    span: Range<usize>,
    id: Slug,
    name: Spanned<String>,
    role: Role,
    parent: Option<Spanned<String>>,
    aliases: Vec<Spanned<String>>,
    spellings: Vec<Spanned<String>>,
    capitalised: Vec<Spanned<String>>,
    venues: Vec<Spanned<String>>,
    sites: Vec<Spanned<String>>,
    formerly: Vec<Spanned<String>>,
    summary: String,
    homepage: String,
}

impl Technologies {
    /// The technology with an id that another file gives; an unknown one is reported.
    pub(super) fn find_listed(
        &self,
        id: &Spanned<String>,
        report: &mut Reporter<'_>,
    ) -> Option<TechnologyIndex> {
        let found = self.by_slug.get(id.get_ref().as_str()).copied();
        if found.is_none() {
            report.unknown(
                id,
                "technology",
                self.list.iter().map(|technology| technology.slug.as_str()),
                "add a [[technology]] with that id to technologies.toml",
            );
        }
        found
    }

    /// Reads the file; every fault is reported and costs only the part that holds it.
    pub(super) fn parse(report: &mut Reporter<'_>) -> Self {
        let document = toml_file::parse(report);
        if report.is_damaged() {
            report.lose("parent");
        }
        let top = Entry::file(&document, &FILE);
        top.check_keys(report);

        let mut technologies = Self::default();
        for site in top.texts("comparisons", report) {
            if let Some(site) = site_prefix(&site, report)
                && technologies.comparisons.insert(site.get_ref(), ()).is_err()
            {
                report.warn(
                    Code::ListedTwice,
                    site.span(),
                    format!("\"{}\" is listed twice", site.get_ref()),
                    "remove one of the two",
                );
            }
        }
        let raw = technologies.read_entries(&top, report);
        technologies.resolve_parents(&raw, report);
        for (index, entry) in raw.iter().enumerate() {
            technologies.claim_names(index, entry, &raw, report);
            technologies.claim_sites(index, entry, report);
            technologies.resolve_former_ids(index, entry, report);
        }
        // Last, so that they take no name that is written in the file.
        for (index, entry) in raw.iter().enumerate() {
            for phrase in std::iter::once(&entry.name).chain(&entry.aliases) {
                technologies.matcher.insert_joined(phrase.get_ref(), index);
            }
        }
        technologies
    }

    fn read_entries(&mut self, top: &Entry<'_>, report: &mut Reporter<'_>) -> Vec<RawTechnology> {
        let mut kept: Vec<RawTechnology> = Vec::new();
        for entry in top.entries("technology", "technology", report) {
            let Some(raw) = RawTechnology::read(entry, report) else { continue };
            if let Some(&first) = self.by_slug.get(&raw.id) {
                let line = report.line_at(kept[first].span.start);
                report.error(
                    Code::ListedTwice,
                    raw.span,
                    format!("technology \"{}\" is already on line {line}", raw.id),
                    "give this one another id, or remove one of the two",
                );
                continue;
            }
            self.by_slug.insert(raw.id.clone(), self.list.len());
            self.list.push(Technology {
                slug: raw.id.clone(),
                name: raw.name.get_ref().clone(),
                role: raw.role,
                parent: None,
                aliases: Vec::new(),
                formerly: Vec::new(),
                summary: raw.summary.clone(),
                homepage: raw.homepage.clone(),
            });
            kept.push(raw);
        }
        kept
    }

    fn resolve_parents(&mut self, raw: &[RawTechnology], report: &mut Reporter<'_>) {
        self.parents = vec![None; raw.len()];
        for (index, entry) in raw.iter().enumerate() {
            let Some(parent) = &entry.parent else { continue };
            self.parents[index] = self.by_slug.get(parent.get_ref().as_str()).copied();
            if self.parents[index].is_none() {
                let known =
                    raw.iter().filter(|other| other.id != entry.id).map(|other| other.id.as_str());
                report.unknown(parent, "parent", known, "add a [[technology]] with that id");
            }
        }
        for (index, entry) in raw.iter().enumerate() {
            if let (Some(parent), true) = (&entry.parent, self.is_own_ancestor(index)) {
                report.error(
                    Code::CircleOfParents,
                    parent.span(),
                    format!("technology \"{}\" is a part of itself", entry.id),
                    "remove one of the parents in this circle",
                );
                self.parents[index] = None;
            }
        }
        for (index, parent) in self.parents.iter().enumerate() {
            self.list[index].parent = parent.map(|parent| raw[parent].id.clone());
        }
    }

    fn is_own_ancestor(&self, index: TechnologyIndex) -> bool {
        self.ancestors(index).take(self.parents.len()).any(|ancestor| ancestor == index)
    }

    /// The technologies that companies name, and what these are parts of, in the order of the file:
    /// a vocabulary may hold more than a site has words for.
    pub(crate) fn named_by(self, companies: &[Company]) -> Vec<Technology> {
        let mut named = HashSet::new();
        for company in companies {
            let tagged = company.tags.iter().map(|tag| &tag.technology);
            let denied = company.denied.iter().map(|denial| &denial.technology);
            let steps = company.diagrams.iter().flat_map(|diagram| &diagram.steps);
            let drawn = steps.filter_map(|step| step.technology.as_ref());
            for slug in tagged.chain(denied).chain(drawn) {
                let Some(&index) = self.by_slug.get(slug) else { continue };
                named.insert(index);
                named.extend(self.ancestors(index));
            }
        }
        let list = self.list.into_iter().enumerate();
        list.filter(|(index, _)| named.contains(index)).map(|(_, technology)| technology).collect()
    }

    /// What the technology is a part of, from near to far.
    pub(crate) fn ancestors(
        &self,
        index: TechnologyIndex,
    ) -> impl Iterator<Item = TechnologyIndex> + '_ {
        std::iter::successors(self.parents[index], |&parent| self.parents[parent])
    }

    fn claim_names(
        &mut self,
        index: TechnologyIndex,
        entry: &RawTechnology,
        raw: &[RawTechnology],
        report: &mut Reporter<'_>,
    ) {
        let shown = std::iter::once(&entry.name).chain(&entry.aliases);
        for capitalised in &entry.capitalised {
            if !shown.clone().any(|name| name.get_ref() == capitalised.get_ref()) {
                report.error(
                    Code::CapitalisedUnknown,
                    capitalised.span(),
                    format!("\"{}\" is neither the name nor an alias", capitalised.get_ref()),
                    "add it to the aliases, or remove it here",
                );
            }
        }
        for (place, phrase) in shown.chain(&entry.spellings).enumerate() {
            let is_english =
                entry.capitalised.iter().any(|word| word.get_ref() == phrase.get_ref());
            let spelling = if is_english { Spelling::English } else { Spelling::Any };
            let name = Name { technology: index, spelling, note: None };
            let result = self.matcher.insert_name(phrase.get_ref(), name);
            if claimed(result, phrase, index, raw, report)
                && (1..=entry.aliases.len()).contains(&place)
            {
                self.list[index].aliases.push(phrase.get_ref().clone());
            }
        }
        for venue in &entry.venues {
            let result = self.matcher.insert_venue(venue.get_ref(), index);
            claimed(result, venue, index, raw, report);
        }
    }

    fn claim_sites(
        &mut self,
        index: TechnologyIndex,
        entry: &RawTechnology,
        report: &mut Reporter<'_>,
    ) {
        for site in &entry.sites {
            let Some(site) = site_prefix(site, report) else { continue };
            if let Err(owner) = self.sites.insert(site.get_ref(), index) {
                report.error(
                    Code::TakenName,
                    site.span(),
                    format!(
                        "site \"{}\" already belongs to technology \"{}\"",
                        site.get_ref(),
                        self.list[owner].slug
                    ),
                    "remove it from one of the two",
                );
            }
        }
    }

    fn resolve_former_ids(
        &mut self,
        index: TechnologyIndex,
        entry: &RawTechnology,
        report: &mut Reporter<'_>,
    ) {
        for former in &entry.formerly {
            let Some(slug) = read_slug(former, "former id", report) else { continue };
            let taken = self.by_slug.contains_key(&slug)
                || self.list.iter().any(|technology| technology.formerly.contains(&slug));
            if taken {
                report.error(
                    Code::TakenName,
                    former.span(),
                    format!("former id \"{slug}\" already leads to a technology"),
                    "remove it where it does not belong",
                );
            } else {
                self.list[index].formerly.push(slug);
            }
        }
    }
}

impl RawTechnology {
    /// Reads one entry; `None` when it lacks what makes it a technology.
    fn read(mut entry: Entry<'_>, report: &mut Reporter<'_>) -> Option<Self> {
        let id = entry.required("id", report);
        if let Some(id) = &id {
            entry.what = format!("technology \"{}\"", id.get_ref());
        }
        entry.check_keys(report);
        let name = entry.required("name", report);
        let role = entry.required_one_of("role", Role::ALL, Role::as_str, report);
        let summary = entry.required("summary", report);
        if let Some(summary) = &summary
            && summary.get_ref().starts_with("TODO")
        {
            report.warn(
                Code::Undescribed,
                summary.span(),
                format!("{} is not described yet", entry.what),
                "write in one sentence what it is, and look at its role and homepage",
            );
        }
        let homepage = entry.required("homepage", report);
        let slug = id.as_ref().and_then(|id| read_slug(id, "id", report));
        let homepage = homepage.and_then(|address| {
            read_address(address, &format!("homepage of {}", entry.what), report)
        });
        Some(Self {
            span: id.as_ref().map_or(entry.span.clone(), Spanned::span),
            parent: entry.text("parent", report),
            aliases: entry.texts("aliases", report),
            spellings: entry.texts("spellings", report),
            capitalised: entry.texts("capitalised", report),
            venues: entry.texts("venues", report),
            sites: entry.texts("sites", report),
            formerly: entry.texts("formerly", report),
            summary: summary.map(Spanned::into_inner).unwrap_or_default(),
            homepage: homepage.unwrap_or_default(),
            id: slug?,
            name: name?,
            role: role?,
        })
    }
}

/// Whether a phrase could be claimed; if not, reports why.
fn claimed(
    result: Result<(), InsertError>,
    phrase: &Spanned<String>,
    claimant: TechnologyIndex,
    raw: &[RawTechnology],
    report: &mut Reporter<'_>,
) -> bool {
    let text = phrase.get_ref();
    match result {
        Ok(()) => return true,
        Err(InsertError::NoWords) => report.error(
            Code::NoLetters,
            phrase.span(),
            format!("\"{text}\" holds no letter and no digit, so nothing can match it"),
            "write a name with letters or digits",
        ),
        Err(InsertError::Taken(owner)) if owner == claimant => report.warn(
            Code::IdleAlias,
            phrase.span(),
            format!("\"{text}\" matches the same words as another name of this technology"),
            "remove it: case, hyphens and the like do not matter",
        ),
        Err(InsertError::Taken(owner)) => report.error(
            Code::TakenName,
            phrase.span(),
            format!(
                "\"{text}\" already names technology \"{}\" on line {}",
                raw[owner].id,
                report.line_at(raw[owner].span.start)
            ),
            "remove it from one of the two",
        ),
    }
    false
}

/// The prefix, if it is written as host or host/path.
fn site_prefix(site: &Spanned<String>, report: &mut Reporter<'_>) -> Option<Spanned<String>> {
    let text = site.get_ref();
    let host = text.split('/').next().unwrap_or_default();
    if host.contains('.') && !text.contains([':', '?', '#', ' ']) {
        return Some(site.clone());
    }
    report.error(
        Code::NotAPrefix,
        site.span(),
        format!("\"{text}\" is not an address prefix"),
        "write a host, with a path if need be, without scheme: \"aws.amazon.com/s3\"",
    );
    None
}
