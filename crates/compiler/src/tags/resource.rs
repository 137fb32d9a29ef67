//! Evidence in the title and the address of a linked resource.

use std::ops::Range;

use catalog::{Evidence, EvidenceSource, Grade, Kind, Resource, TitleSource};

use crate::address::Address;
use crate::matcher::{Meaning, PhraseMatch, TechnologyIndex, TextKind, find};
use crate::tags::clause::{Clauses, Extent};
use crate::tags::quote::clip;
use crate::tags::reader::{LabelMeaning, Reader};
use crate::token::tokens;
use crate::usage::Usage;

/// Everything found in one resource, before it is decided what counts.
#[derive(Default)]
struct Findings {
    /// Names, each technology once.
    named: Vec<(TechnologyIndex, Evidence)>,
    /// Hints by events and accounts, each with its number of words.
    venues: Vec<(TechnologyIndex, usize, Evidence)>,
}

impl Reader<'_> {
    /// Reads resource number `index`. `line` is used if the resource has no line of its own.
    pub(super) fn read_resource(&mut self, index: u32, resource: &Resource, line: u32) {
        let line = resource.lines.first().copied().unwrap_or(line);
        let address = Address::parse(&resource.url);
        let site = address.as_ref().and_then(|address| self.technologies.sites.find(address));
        let compares = address
            .as_ref()
            .is_some_and(|address| self.technologies.comparisons.find(address).is_some());
        let grade = if compares { Grade::Comparison } else { name_grade(resource.kind) };

        let mut findings = Findings::default();
        // The words of a stated title are in a passage already. An article about a technology is
        // shown by its address, which its title only repeats.
        let is_new =
            matches!(resource.title_source, TitleSource::Derived | TitleSource::Maintainer);
        if is_new && grade != Grade::Reference {
            let words = tokens(&resource.title);
            let phrases = find(&self.matchers, &words, TextKind::Slug);
            let clauses =
                Clauses::new(&resource.title, &words, &phrases, self.words, Extent::Whole);
            for (at, phrase) in phrases.into_iter().enumerate() {
                let grade = Self::weakened(grade, clauses.usage(at));
                let (quote, mark) = clip(&resource.title, phrase.range.clone());
                findings.add(phrase, grade, quote, mark, EvidenceSource::Title(index), line);
            }
        }
        if let Some(address) = &address {
            for (range, kind) in address.text_kinds() {
                let text = &address.text[range.clone()];
                let words = tokens(text);
                let phrases = find(&self.matchers, &words, kind);
                let clauses = Clauses::new(text, &words, &phrases, self.words, Extent::Whole);
                for (at, phrase) in phrases.into_iter().enumerate() {
                    let grade = Self::weakened(grade, clauses.usage(at));
                    let mark = range.start + phrase.range.start..range.start + phrase.range.end;
                    let (excerpt, mark) = address.excerpt(mark);
                    let (quote, mark) = clip(excerpt, mark);
                    findings.add(phrase, grade, quote, mark, EvidenceSource::Address(index), line);
                }
            }
            if let Some((technology, range)) = site {
                if !is_talk_or_article(resource.kind) {
                    // The title of a technology's own site is no more than its name.
                    findings.named.retain(|&(named, _)| named != technology);
                }
                let (quote, mark) = clip(&address.text[range.clone()], range);
                let source = EvidenceSource::Address(index);
                let grade = Grade::Reference;
                let evidence = Evidence { grade, quote, mark, source, line, note: None };
                findings.named.push((technology, evidence));
            }
        }
        if !compares {
            self.keep_venues(index, &mut findings);
        }
        for (technology, mut evidence) in findings.named {
            match self.said(index, technology) {
                // What the chapter says of a link explains the words of its address.
                Some(LabelMeaning::Doubtful) if evidence.grade == Grade::Title => continue,
                Some(LabelMeaning::Graded(said)) => {
                    evidence.grade = evidence.grade.max(said);
                }
                _ => {}
            }
            self.found.entry(technology).or_default().push(evidence);
        }
    }

    /// The best that the label of a resource says of a technology, if it names it.
    fn said(&self, resource: u32, technology: TechnologyIndex) -> Option<LabelMeaning> {
        let labelled = self.labelled.get(&resource)?;
        let said = labelled.iter().filter(|(named, _)| *named == technology);
        said.map(|&(_, said)| said).min()
    }

    /// The grade of a name whose surroundings say something about its use.
    fn weakened(grade: Grade, usage: Option<Usage>) -> Grade {
        match usage {
            Some(Usage::Weak(weak)) if grade.is_strong() => weak,
            _ => grade,
        }
    }

    /// A venue counts only if the resource does not name its technology or a part of it. Of several
    /// venues of one technology, the longest counts.
    fn keep_venues(&mut self, index: u32, findings: &mut Findings) {
        let labelled = self.labelled.get(&index).into_iter().flatten();
        let labelled = labelled.map(|&(technology, _)| technology);
        let named: Vec<TechnologyIndex> =
            labelled.chain(findings.named.iter().map(|&(technology, _)| technology)).collect();
        let is_named = |venue: TechnologyIndex| {
            named.iter().any(|&name| {
                name == venue || self.technologies.ancestors(name).any(|parent| parent == venue)
            })
        };
        // Stable: of equally long ones the first stays, and the title comes before the address.
        findings.venues.sort_by_key(|&(technology, words, _)| (technology, usize::MAX - words));
        findings.venues.dedup_by_key(|&mut (technology, ..)| technology);
        for (technology, _, evidence) in std::mem::take(&mut findings.venues) {
            if !is_named(technology) {
                findings.named.push((technology, evidence));
            }
        }
    }
}

impl Findings {
    fn add(
        &mut self,
        phrase: PhraseMatch<'_>,
        grade: Grade,
        quote: String,
        mark: (u32, u32),
        source: EvidenceSource,
        line: u32,
    ) {
        match phrase.meaning {
            Meaning::Venue(technology) => {
                let grade = Grade::Venue;
                let evidence = Evidence { grade, quote, mark, source, line, note: None };
                self.venues.push((technology, phrase.words, evidence));
            }
            Meaning::Name(name) => {
                // The slug holds the words of the title once more.
                if !self.named.iter().any(|&(named, _)| named == name.technology) {
                    let note = name.note.clone();
                    let evidence = Evidence { grade, quote, mark, source, line, note };
                    self.named.push((name.technology, evidence));
                }
            }
        }
    }
}

impl Address {
    /// The parts of the address to search: names in the slug only, venues everywhere.
    fn text_kinds(&self) -> Vec<(Range<usize>, TextKind)> {
        let slug = self.slug();
        self.parts()
            .map(|part| {
                let reading =
                    if slug.as_ref() == Some(&part) { TextKind::Slug } else { TextKind::Account };
                (part, reading)
            })
            .collect()
    }
}

/// The grade of a name in the title or the slug.
const fn name_grade(kind: Kind) -> Grade {
    match kind {
        Kind::Encyclopedia => Grade::Reference,
        Kind::Collection | Kind::Profile | Kind::Event => Grade::Venue,
        _ => Grade::Title,
    }
}

const fn is_talk_or_article(kind: Kind) -> bool {
    matches!(kind, Kind::Slides | Kind::Video | Kind::Article | Kind::Paper | Kind::CaseStudy)
}
