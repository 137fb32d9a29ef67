//! Reads the words of one company and collects evidence for technologies.

use std::collections::{BTreeMap, HashMap};

use catalog::{Company, Evidence, EvidenceSource, Grade};

use crate::address::Address;
use crate::matcher::{Doubt, Matcher, Meaning, TechnologyIndex, TextKind, find};
use crate::metadata::companies::CompanyEntry;
use crate::metadata::technologies::Technologies;
use crate::passage::Passage;
use crate::sentence::sentences;
use crate::tags::clause::{Clauses, Extent};
use crate::tags::quote::clip;
use crate::token::{Token, tokens};
use crate::usage::Usage;
use crate::words::Lexicon;

/// Collects the evidence of one company.
pub(super) struct Reader<'v> {
    pub(super) technologies: &'v Technologies,
    pub(super) words: &'v Lexicon,
    /// The company's own words before everyone's.
    pub(super) matchers: Vec<&'v Matcher>,
    pub(super) found: BTreeMap<TechnologyIndex, Vec<Evidence>>,
    /// Words that may mean the technology or not.
    doubtful: Vec<(TechnologyIndex, Evidence)>,
    /// What the label of a resource names, by the resource's index.
    pub(super) labelled: HashMap<u32, Vec<(TechnologyIndex, LabelMeaning)>>,
}

/// What a label says of a technology, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LabelMeaning {
    /// It names it, with this grade.
    Graded(Grade),
    /// It holds a word that may mean it or not.
    Doubtful,
}

impl<'v> Reader<'v> {
    pub(super) fn new(
        technologies: &'v Technologies,
        entry: Option<&'v CompanyEntry>,
        words: &'v Lexicon,
    ) -> Self {
        let own = entry.map(|entry| &entry.words);
        Self {
            technologies,
            words,
            matchers: own.into_iter().chain([&technologies.matcher]).collect(),
            found: BTreeMap::new(),
            doubtful: Vec::new(),
            labelled: HashMap::new(),
        }
    }

    /// Each sentence counts once for each technology that it names.
    pub(super) fn read_passage(&mut self, passage: &Passage, company: &Company) {
        let compares = self.labels_a_comparison(passage.source, company);
        for range in sentences(&passage.text, &self.words.abbreviations) {
            let sentence = &passage.text[range.clone()];
            let is_whole = sentence.len() == passage.text.trim().len();
            let extent = if is_whole { Extent::Whole } else { Extent::Part };
            let words = tokens(sentence);
            let phrases = find(&self.matchers, &words, TextKind::RunningText);
            if phrases.is_empty() {
                continue;
            }
            let clauses = Clauses::new(sentence, &words, &phrases, self.words, extent);
            let grade_of_all = match (compares, self.is_guess(&words)) {
                (true, _) => Grade::Comparison,
                (_, true) => Grade::Guess,
                _ => Grade::Stated,
            };
            let mut seen = Vec::new();
            for (index, phrase) in phrases.iter().enumerate() {
                let (technology, note, grade) = match phrase.meaning {
                    Meaning::Venue(technology) => (technology, None, Grade::Venue),
                    Meaning::Name(name) => {
                        let grade = match clauses.usage(index) {
                            Some(Usage::Weak(grade)) if !compares => grade,
                            _ => grade_of_all,
                        };
                        (name.technology, name.note.clone(), grade)
                    }
                };
                let is_certain = compares || clauses.is_certain(index, &phrases);
                if let (EvidenceSource::Label(resource), true) =
                    (passage.source, grade != Grade::Venue)
                {
                    let said = if is_certain {
                        LabelMeaning::Graded(grade)
                    } else {
                        LabelMeaning::Doubtful
                    };
                    self.labelled.entry(resource).or_default().push((technology, said));
                }
                if phrase.doubt == Some(Doubt::LowerCase) && !is_certain
                    || seen.contains(&(technology, grade))
                {
                    continue;
                }
                seen.push((technology, grade));
                let line = passage.line_at(range.start + phrase.range.start);
                let (quote, mark) = clip(sentence, phrase.range.clone());
                let evidence = Evidence { grade, quote, mark, source: passage.source, line, note };
                if is_certain {
                    self.found.entry(technology).or_default().push(evidence);
                } else {
                    self.doubtful.push((technology, evidence));
                }
            }
        }
    }

    /// What was found. A word at the start of a sentence counts where the section names the
    /// technology beyond doubt elsewhere.
    pub(super) fn finish(self) -> BTreeMap<TechnologyIndex, Vec<Evidence>> {
        let Self { mut found, doubtful, .. } = self;
        for (technology, evidence) in doubtful {
            if let Some(certain) = found.get_mut(&technology) {
                certain.push(evidence);
            }
        }
        found.values_mut().for_each(|evidence| weaken_links(evidence));
        found
    }

    /// Whether a sentence, given as its words, is a guess.
    fn is_guess(&self, words: &[Token]) -> bool {
        let keys: Vec<&str> = words.iter().map(|word| word.key.as_str()).collect();
        (0..keys.len()).any(|at| self.words.guesses.starts(&keys[at..]))
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

/// A link proves no more than the words on its line say: "we do not use" before a link to the
/// technology's own site.
fn weaken_links(evidence: &mut [Evidence]) {
    let is_link = |evidence: &Evidence| {
        matches!(evidence.source, EvidenceSource::Title(_) | EvidenceSource::Address(_))
    };
    let said: Vec<(u32, Grade)> = evidence
        .iter()
        .filter(|evidence| !is_link(evidence))
        .map(|evidence| (evidence.line, evidence.grade))
        .collect();
    for link in evidence.iter_mut().filter(|evidence| is_link(evidence)) {
        let beside = said.iter().filter(|&&(line, _)| line == link.line).map(|&(_, grade)| grade);
        if let Some(best) = beside.min().filter(|best| !best.is_strong()) {
            link.grade = link.grade.max(best);
        }
    }
}
