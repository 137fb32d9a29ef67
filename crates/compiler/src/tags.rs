//! Finds out which technologies a company's section speaks of, and on what evidence.
//!
//! Passages (the chapter's own words) are read sentence by sentence, resources by their title and
//! their address. What is found gets a grade from where it stands; a maintainer's verdicts from
//! `companies.toml` come last.

pub(crate) mod address;
mod cue;
pub(crate) mod matcher;
mod resource;
mod sentence;
#[cfg(test)]
mod tests;
pub(crate) mod token;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use catalog::{Company, Denial, Evidence, EvidenceSource, Grade, Tag};

use crate::diagnostic::saturating_u32;
use crate::passage::Passage;
use crate::tags::address::Address;
use crate::tags::matcher::{Matcher, Reading, Role, TechnologyIndex, find};
use crate::vocabulary::{CompanyEntry, Ruling, Technologies, Verdict, Vocabulary};

/// A quote is cut to about this many bytes on each side of its mark.
const QUOTE_MARGIN: usize = 240;

/// What a company's section says about technologies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tagging {
    /// What the company runs; see [`Company::tags`].
    pub(crate) tags: Vec<Tag>,
    /// What it only names; see [`Company::denied`].
    pub(crate) denied: Vec<Denial>,
}

/// The technologies of a company, best grade first, then in the order of the vocabulary, each with
/// all its evidence. `company` has its podcasts and resources already; `passages` are the words of
/// its section.
pub(crate) fn tag(company: &Company, passages: &[Passage], vocabulary: &Vocabulary) -> Tagging {
    let entry = vocabulary.company(company.slug.as_str());
    let technologies = vocabulary.finder();
    let mut reader = Reader::new(technologies, entry);
    for passage in passages {
        reader.read_passage(passage, company);
    }
    for (index, resource) in (0..).zip(&company.resources) {
        reader.read_resource(index, resource, company.line);
    }
    let denied = match entry {
        Some(entry) => apply_verdicts(entry, technologies, company.line, &mut reader.found),
        None => Vec::new(),
    };
    let mut tags: Vec<(Grade, TechnologyIndex, Tag)> = reader
        .found
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

/// Reads the words of one company and collects what they say.
struct Reader<'v> {
    technologies: &'v Technologies,
    /// The company's own words before everyone's.
    matchers: Vec<&'v Matcher>,
    found: BTreeMap<TechnologyIndex, Vec<Evidence>>,
    /// What the label of a resource names, by the resource's index.
    labelled: HashMap<u32, Vec<TechnologyIndex>>,
}

impl<'v> Reader<'v> {
    fn new(technologies: &'v Technologies, entry: Option<&'v CompanyEntry>) -> Self {
        let own = entry.map(|entry| &entry.words);
        Self {
            technologies,
            matchers: own.into_iter().chain([&technologies.matcher]).collect(),
            found: BTreeMap::new(),
            labelled: HashMap::new(),
        }
    }

    /// Each sentence speaks once for each technology that it names.
    fn read_passage(&mut self, passage: &Passage, company: &Company) {
        let compares = self.labels_a_comparison(passage.source, company);
        for range in sentence::sentences(&passage.text) {
            let sentence = &passage.text[range.clone()];
            let words = token::tokens(sentence);
            let phrases = find(&self.matchers, &words, Reading::RunningText);
            if phrases.is_empty() {
                continue;
            }
            let is_guess = cue::is_guess(&words);
            let mut seen = Vec::new();
            for phrase in phrases {
                let (technology, note, grade) = match phrase.role {
                    Role::Venue(technology) => (technology, None, Grade::Venue),
                    Role::Name(name) => {
                        let grade = match (compares, is_guess) {
                            (true, _) => Grade::Comparison,
                            (_, true) => Grade::Guess,
                            _ => Grade::Stated,
                        };
                        (name.technology, name.note.clone(), grade)
                    }
                };
                if seen.contains(&(technology, grade)) {
                    continue;
                }
                seen.push((technology, grade));
                if let (EvidenceSource::Label(resource), true) =
                    (passage.source, grade != Grade::Venue)
                {
                    self.labelled.entry(resource).or_default().push(technology);
                }
                let line = passage.line_at(range.start + phrase.range.start);
                let (quote, mark) = clip(sentence, phrase.range);
                let evidence = Evidence { grade, quote, mark, source: passage.source, line, note };
                self.found.entry(technology).or_default().push(evidence);
            }
        }
    }

    fn labels_a_comparison(&self, source: EvidenceSource, company: &Company) -> bool {
        let EvidenceSource::Label(resource) = source else { return false };
        usize::try_from(resource)
            .ok()
            .and_then(|index| company.resources.get(index))
            .and_then(|resource| Address::parse(&resource.url))
            .is_some_and(|address| self.technologies.comparisons.find(&address).is_some())
    }
}

/// Lets a maintainer's verdicts change what the words said, and tells which technologies they took
/// away.
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
    let words = token::tokens(reason);
    let phrases = find(&[&technologies.matcher], &words, Reading::RunningText);
    let name = phrases.into_iter().find(
        |phrase| matches!(phrase.role, Role::Name(name) if name.technology == verdict.technology),
    );
    let mark = name.map_or(0..reason.len(), |name| name.range);
    (reason.clone(), (saturating_u32(mark.start), saturating_u32(mark.end)))
}

/// The text as a quote with its mark; a very long one is cut around the mark.
fn clip(text: &str, mark: Range<usize>) -> (String, (u32, u32)) {
    let start = text.floor_char_boundary(mark.start.saturating_sub(QUOTE_MARGIN));
    let end = text.floor_char_boundary((mark.end + QUOTE_MARGIN).min(text.len()));
    let mut quote = String::with_capacity(end - start + 6);
    if start > 0 {
        quote.push('…');
    }
    let moved = |at: usize| saturating_u32(at - start + if start > 0 { '…'.len_utf8() } else { 0 });
    quote.push_str(&text[start..end]);
    if end < text.len() {
        quote.push('…');
    }
    (quote, (moved(mark.start), moved(mark.end)))
}
