//! Reads the words of one company and collects evidence for technologies.

use std::collections::{BTreeMap, HashMap};

use catalog::{Company, Evidence, EvidenceSource, Grade};

use crate::address::Address;
use crate::matcher::{Matcher, Meaning, TechnologyIndex, TextKind, find};
use crate::metadata::companies::CompanyEntry;
use crate::metadata::technologies::Technologies;
use crate::passage::Passage;
use crate::tags::quote::clip;
use crate::tags::sentence::sentences;
use crate::token::{Token, tokens};
use crate::words::Lexicon;

/// Collects the evidence of one company.
pub(super) struct Reader<'v> {
    pub(super) technologies: &'v Technologies,
    words: &'v Lexicon,
    /// The company's own words before everyone's.
    pub(super) matchers: Vec<&'v Matcher>,
    pub(super) found: BTreeMap<TechnologyIndex, Vec<Evidence>>,
    /// What the label of a resource names, by the resource's index.
    pub(super) labelled: HashMap<u32, Vec<TechnologyIndex>>,
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
            labelled: HashMap::new(),
        }
    }

    /// Each sentence counts once for each technology that it names.
    pub(super) fn read_passage(&mut self, passage: &Passage, company: &Company) {
        let compares = self.labels_a_comparison(passage.source, company);
        for range in sentences(&passage.text, &self.words.abbreviations) {
            let sentence = &passage.text[range.clone()];
            let words = tokens(sentence);
            let phrases = find(&self.matchers, &words, TextKind::RunningText);
            if phrases.is_empty() {
                continue;
            }
            let is_guess = self.is_guess(&words);
            let mut seen = Vec::new();
            for phrase in phrases {
                let (technology, note, grade) = match phrase.meaning {
                    Meaning::Venue(technology) => (technology, None, Grade::Venue),
                    Meaning::Name(name) => {
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

    /// Whether a sentence, given as its words, is a guess or a plan.
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
