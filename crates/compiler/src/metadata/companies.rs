//! Reads `companies.toml`.

use std::collections::BTreeMap;
use std::ops::Range;

use catalog::{GoneCompany, Grade, Industry, Note, Slug};
use toml::Spanned;

use crate::diagnostic::{Code, Reporter};
use crate::keys::{Key, Table, Value};
use crate::matcher::{InsertError, Matcher, Name, Spelling, TechnologyIndex};
use crate::metadata::corrections::{self, Correction};
use crate::metadata::diagrams::{self, DiagramEntry};
use crate::metadata::technologies::Technologies;
use crate::toml_file::{self, Entry, read_address, read_slug};

/// Keys of the file.
pub(crate) const FILE: Table = Table(&[
    Key::optional(
        "redirects",
        Value::TextTable,
        "Redirects from former company slugs: old-slug = \"new-slug\".",
    ),
    Key::optional(
        "gone",
        Value::BySlug(&GONE),
        "Companies that the site had and has no longer, by slug: their pages say so.",
    ),
    Key::optional(
        "industry",
        Value::Tables(&INDUSTRY),
        "The industries, in the order shown on the site.",
    ),
    Key::optional(
        "company",
        Value::BySlug(&COMPANY),
        "Facts about a company that the chapters do not contain, by its slug.",
    ),
]);

const GONE: Table = Table(&[
    Key::required("name", Value::Text, "The company's name."),
    Key::required(
        "since",
        Value::Day,
        "The day since which the site has it no longer (YYYY-MM-DD).",
    ),
    Key::required("kept", Value::Address, "Address of a page that keeps its links."),
    Key::optional("about", Value::Text, "Why it is gone, as a sentence for readers."),
]);

const INDUSTRY: Table = Table(&[
    Key::required("id", Value::Slug, "Slug, used in bookmarks; never change it."),
    Key::required("name", Value::Text, "Name shown on the site."),
]);

const COMPANY: Table = Table(&[
    Key::optional("industry", Value::Slug, "Id of an [[industry]]."),
    Key::optional(
        "name",
        Value::Text,
        "The company's name, if its own spelling differs from the chapter's heading.",
    ),
    Key::optional(
        "resource",
        Value::Tables(&corrections::KEYS),
        "Facts about a linked address that cannot be derived from it.",
    ),
    Key::optional(
        "confirm",
        Value::Tables(&CONFIRM),
        "Weak evidence (a guess, a venue, a plan) deserves a better grade.",
    ),
    Key::optional(
        "deny",
        Value::Tables(&DENY),
        "The section names the technology, but the company does not run it.",
    ),
    Key::optional("add", Value::Tables(&ADD), "A tag that technologies.toml does not lead to."),
    Key::optional("diagram", Value::Tables(&diagrams::KEYS), "Data-flow diagrams."),
]);

const TECHNOLOGY: Key =
    Key::required("technology", Value::Slug, "Id of a technology in technologies.toml.");
const REASON: Key = Key::required("reason", Value::Text, "One sentence, shown to readers.");
const SOURCE_OF_REASON: Key =
    Key::optional("source", Value::Address, "Address of a page that confirms the reason.");

const CONFIRM: Table = Table(&[
    TECHNOLOGY,
    REASON,
    SOURCE_OF_REASON,
    Key::optional("grade", Value::OneOf(grades), "The better grade. Default: \"stated\"."),
]);

const DENY: Table = Table(&[TECHNOLOGY, REASON, SOURCE_OF_REASON]);

const ADD: Table = Table(&[
    TECHNOLOGY,
    REASON,
    SOURCE_OF_REASON,
    Key::optional(
        "words",
        Value::Text,
        "Words of the section that name the technology but are too common for an alias. Without words, source is required and must say that the company runs it.",
    ),
    Key::optional(
        "grade",
        Value::OneOf(grades),
        "Grade of a tag without words. Default: \"reference\".",
    ),
]);

fn grades() -> Vec<&'static str> {
    Grade::ALL.iter().map(|grade| grade.as_str()).collect()
}

/// What the file says about one company.
#[derive(Clone, Debug, Default)]
pub(crate) struct CompanyEntry {
    /// Name, where the heading's spelling is not the company's own.
    pub(crate) name: Option<String>,
    /// Line of business.
    pub(crate) industry: Option<Slug>,
    /// Words that name a technology in this company's section only.
    pub(crate) words: Matcher,
    /// What a maintainer says about the company's tags, in the order of the file.
    pub(crate) verdicts: Vec<Verdict>,
    /// What a maintainer knows better of addresses, in the order of the file.
    pub(super) corrections: Vec<Correction>,
    /// How data flows there, in the order of the file.
    pub(super) diagrams: Vec<DiagramEntry>,
    /// Where the entry starts.
    pub(crate) span: Range<usize>,
}

/// A maintainer's judgement on one technology at one company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The technology.
    pub(crate) technology: TechnologyIndex,
    /// Why, and where that can be read.
    pub(crate) note: Note,
    /// What it says.
    pub(crate) ruling: Ruling,
    /// Where it starts.
    pub(crate) span: Range<usize>,
}

/// What a [`Verdict`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ruling {
    /// Weak evidence is worth this grade.
    Confirm(Grade),
    /// The company does not run it.
    Deny,
    /// The words in [`CompanyEntry::words`] name it.
    AddWords,
    /// No words name it: the source of the note says that the company runs it.
    AddSource(Grade),
}

/// The content of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Companies {
    pub(crate) industries: Vec<Industry>,
    pub(crate) by_slug: BTreeMap<Slug, CompanyEntry>,
    /// Old slug, new slug and the new one's place in the file.
    pub(crate) redirects: Vec<(Slug, Slug, Range<usize>)>,
    /// Companies that the site has no longer, each with its place in the file.
    pub(crate) retired: Vec<(GoneCompany, Range<usize>)>,
}

impl Companies {
    /// Reads the file; every fault is reported and costs only the part that holds it. `latest`
    /// is the last year in which any chapter was written.
    pub(super) fn parse(
        technologies: &Technologies,
        latest: Option<u32>,
        report: &mut Reporter<'_>,
    ) -> Self {
        let document = toml_file::parse(report);
        if report.is_damaged() {
            report.lose("industry");
        }
        let top = Entry::file(&document, &FILE);
        top.check_keys(report);

        let mut companies = Self { industries: read_industries(&top, report), ..Self::default() };
        for (key, entry) in top.named_entries("company", report) {
            let Some(slug) = read_slug(&key, "company", report) else { continue };
            let entry = companies.read_company(&entry, technologies, latest, report);
            companies.by_slug.insert(slug, entry);
        }
        for (key, entry) in top.named_entries("gone", report) {
            companies.retired.extend(read_gone(&key, &entry, report));
        }
        if let Some(redirects) = top.entry("redirects", report) {
            for (old, new) in redirects.pairs(report) {
                let from = read_slug(&old, "redirect of", report);
                let to = read_slug(&new, "redirect to", report);
                if let (Some(from), Some(to)) = (from, to) {
                    companies.redirects.push((from, to, new.span()));
                }
            }
        }
        companies
    }

    fn read_company(
        &self,
        entry: &Entry<'_>,
        technologies: &Technologies,
        latest: Option<u32>,
        report: &mut Reporter<'_>,
    ) -> CompanyEntry {
        entry.check_keys(report);
        let industry = entry.text("industry", report).and_then(|id| self.industry(&id, report));
        let mut company = CompanyEntry {
            name: entry
                .text("name", report)
                .map(Spanned::into_inner)
                .filter(|name| !name.is_empty()),
            industry,
            span: entry.span.clone(),
            ..CompanyEntry::default()
        };
        for kind in ["confirm", "deny", "add"] {
            let what = format!("{kind} of {}", entry.what);
            for verdict in entry.entries(kind, &what, report) {
                company.verdicts.extend(read_verdict(
                    kind,
                    &verdict,
                    technologies,
                    &mut company.words,
                    report,
                ));
            }
        }
        for resource in entry.entries("resource", &format!("resource of {}", entry.what), report) {
            company.corrections.extend(corrections::read(&resource, latest, report));
        }
        for diagram in entry.entries("diagram", &format!("diagram of {}", entry.what), report) {
            company.diagrams.extend(diagrams::read(&diagram, technologies, report));
        }
        company
    }

    fn industry(&self, id: &Spanned<String>, report: &mut Reporter<'_>) -> Option<Slug> {
        let slugs = self.industries.iter().map(|industry| &industry.slug);
        if let Some(slug) = slugs.clone().find(|slug| slug.as_str() == id.get_ref()) {
            return Some(slug.clone());
        }
        report.unknown(id, "industry", slugs.map(Slug::as_str), "add an [[industry]] with that id");
        None
    }
}

fn read_gone(
    key: &Spanned<String>,
    entry: &Entry<'_>,
    report: &mut Reporter<'_>,
) -> Option<(GoneCompany, Range<usize>)> {
    entry.check_keys(report);
    let slug = read_slug(key, "gone", report);
    let name = entry.required("name", report).map(Spanned::into_inner);
    let since = entry.day("since", report);
    let kept = entry.required("kept", report);
    let kept = kept.and_then(|text| read_address(text, &format!("kept of {}", entry.what), report));
    let about = entry.filled("about", report).map(Spanned::into_inner);
    let gone = GoneCompany { slug: slug?, name: name?, since: since?, kept: kept?, about };
    Some((gone, entry.span.clone()))
}

fn read_industries(top: &Entry<'_>, report: &mut Reporter<'_>) -> Vec<Industry> {
    let mut industries: Vec<Industry> = Vec::new();
    for entry in top.entries("industry", "industry", report) {
        entry.check_keys(report);
        let id = entry.required("id", report);
        let name = entry.required("name", report);
        let (Some(id), Some(name)) = (id, name) else { continue };
        let Some(slug) = read_slug(&id, "id", report) else { continue };
        if industries.iter().any(|industry| industry.slug == slug) {
            report.error(
                Code::ListedTwice,
                id.span(),
                format!("industry \"{slug}\" is listed twice"),
                "give this one another id, or remove one of the two",
            );
            continue;
        }
        industries.push(Industry { slug, name: name.into_inner() });
    }
    industries
}

fn read_verdict(
    kind: &str,
    entry: &Entry<'_>,
    technologies: &Technologies,
    words: &mut Matcher,
    report: &mut Reporter<'_>,
) -> Option<Verdict> {
    entry.check_keys(report);
    let id = entry.required("technology", report);
    let reason = entry.required("reason", report);
    // An address that is none costs the verdict: without its source it would say something else.
    let source = match entry.text("source", report) {
        Some(source) => Some(read_address(source, &format!("source of {}", entry.what), report)?),
        None if entry.has("source") => return None,
        None => None,
    };
    let id = id?;
    let technology = technologies.find_listed(&id, report)?;
    let note = Note { text: reason?.into_inner(), source };
    let ruling = match kind {
        "confirm" => Ruling::Confirm(grade(entry, Grade::Stated, report)?),
        "deny" => Ruling::Deny,
        _ => read_addition(entry, technology, &note, words, report)?,
    };
    Some(Verdict { technology, note, ruling, span: id.span() })
}

fn read_addition(
    entry: &Entry<'_>,
    technology: TechnologyIndex,
    note: &Note,
    words: &mut Matcher,
    report: &mut Reporter<'_>,
) -> Option<Ruling> {
    if let Some(phrase) = entry.text("words", report) {
        let name = Name { technology, spelling: Spelling::Any, note: Some(note.clone()) };
        match words.insert_name(phrase.get_ref(), name) {
            Ok(()) => return Some(Ruling::AddWords),
            Err(InsertError::NoWords) => report.error(
                Code::NoLetters,
                phrase.span(),
                format!("words of {} hold no letter and no digit", entry.what),
                "write the words of the section that name the technology",
            ),
            Err(InsertError::Taken(_)) => report.error(
                Code::ListedTwice,
                phrase.span(),
                format!("\"{}\" already names a technology here", phrase.get_ref()),
                "remove one of the two",
            ),
        }
        return None;
    }
    if note.source.is_none() {
        report.error(
            Code::UnfoundedVerdict,
            entry.span.clone(),
            format!("{} needs words or a source", entry.what),
            "name the words of the section, or the address that says it",
        );
        return None;
    }
    Some(Ruling::AddSource(grade(entry, Grade::Reference, report)?))
}

fn grade(entry: &Entry<'_>, otherwise: Grade, report: &mut Reporter<'_>) -> Option<Grade> {
    if !entry.has("grade") {
        return Some(otherwise);
    }
    entry.one_of("grade", Grade::ALL, Grade::as_str, report)
}
