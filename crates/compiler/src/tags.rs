//! Finds the technologies that a company's section names, and the evidence for each.
//!
//! Passages (the chapter's own words) are read sentence by sentence, resources by their title and
//! their address. What is found is graded by where it was found; a maintainer's verdicts from
//! `companies.toml` come last.

mod clause;
mod quote;
mod reader;
mod resource;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use catalog::{Company, Denial, Evidence, EvidenceSource, Grade, Tag};

use crate::diagnostic::saturating_u32;
use crate::matcher::{Meaning, TechnologyIndex, TextKind, find};
use crate::metadata::Metadata;
use crate::metadata::companies::{CompanyEntry, Ruling, Verdict};
use crate::metadata::technologies::Technologies;
use crate::passage::Passage;
use crate::token::tokens;
use reader::Reader;

/// The technologies that a company's section names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tagging {
    /// What the company runs; see [`Company::tags`].
    pub(crate) tags: Vec<Tag>,
    /// What it only names; see [`Company::denied`].
    pub(crate) denied: Vec<Denial>,
}

/// The technologies of a company, best grade first, then in the order of the file, each with all
/// its evidence. `company` has its podcasts and resources already; `passages` are the words of its
/// section.
pub(crate) fn tag(company: &Company, passages: &[Passage], metadata: &Metadata) -> Tagging {
    let Metadata { technologies, words, .. } = metadata;
    let entry = metadata.company(&company.slug);
    let mut reader = Reader::new(technologies, entry, words);
    for passage in passages {
        reader.read_passage(passage, company);
    }
    for (index, resource) in (0..).zip(&company.resources) {
        reader.read_resource(index, resource, company.line);
    }
    let mut found = reader.finish();
    let denied = match entry {
        Some(entry) => apply_verdicts(entry, technologies, company.line, &mut found),
        None => Vec::new(),
    };
    let mut tags: Vec<(Grade, TechnologyIndex, Tag)> = found
        .into_iter()
        .filter_map(|(index, mut evidence)| {
            evidence.sort_by_key(|evidence| (evidence.grade, evidence.line));
            let best = evidence.first()?.grade;
            let technology = technologies.list.get(index)?.slug.clone();
            Some((best, index, Tag { technology, evidence }))
        })
        .collect();
    tags.sort_by_key(|&(grade, index, _)| (grade, index));
    Tagging { tags: tags.into_iter().map(|(.., tag)| tag).collect(), denied }
}

/// Applies a maintainer's verdicts to what was found; returns the technologies that they removed.
fn apply_verdicts(
    entry: &CompanyEntry,
    technologies: &Technologies,
    line: u32,
    found: &mut BTreeMap<TechnologyIndex, Vec<Evidence>>,
) -> Vec<Denial> {
    let mut denied = Vec::new();
    for verdict in &entry.verdicts {
        match &verdict.ruling {
            Ruling::Confirm(grade) => {
                let evidence = found.get_mut(&verdict.technology).into_iter().flatten();
                for evidence in evidence.filter(|evidence| !evidence.grade.is_strong()) {
                    evidence.grade = *grade;
                    evidence.note = Some(verdict.note.clone());
                }
            }
            // Words that do not name it have nothing to deny.
            Ruling::Deny => {
                let technology = technologies.list.get(verdict.technology);
                if let (Some(technology), Some(_)) = (technology, found.remove(&verdict.technology))
                {
                    let technology = technology.slug.clone();
                    denied.push(Denial { technology, note: verdict.note.clone() });
                }
            }
            // Its words were found with all others.
            Ruling::AddWords => {}
            Ruling::AddSource(grade) => {
                if verdict.technology < technologies.list.len() {
                    let (quote, mark) = quote_reason(verdict, technologies);
                    found.entry(verdict.technology).or_default().push(Evidence {
                        grade: *grade,
                        quote,
                        mark,
                        source: EvidenceSource::Maintainer,
                        line,
                        note: Some(verdict.note.clone()),
                    });
                }
            }
        }
    }
    denied
}

/// The reason of a verdict, with the name of its technology marked, or all of it where it does not
/// name the technology.
fn quote_reason(verdict: &Verdict, technologies: &Technologies) -> (String, (u32, u32)) {
    let reason = &verdict.note.text;
    let words = tokens(reason);
    let phrases = find(&[&technologies.matcher], &words, TextKind::RunningText);
    let name = phrases.into_iter().find(
        |phrase| matches!(phrase.meaning, Meaning::Name(name) if name.technology == verdict.technology),
    );
    let mark = name.map_or(0..reason.len(), |name| name.range);
    (reason.clone(), (saturating_u32(mark.start), saturating_u32(mark.end)))
}
