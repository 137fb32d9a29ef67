//! Questions in words: what a search text asks for as a sentence, by a small grammar over the names
//! of the catalogue.
//!
//! A question is answered only if every word of it is understood; anything else is searched for.

use catalog::{Company, Kind, Role, Technology};

use crate::filter::{Criterion, Filter, Match, Sort, YearRange};
use crate::search::{Search, words};
use crate::tally::Tally;

/// A filter or a page that a question asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<'c> {
    /// "who uses kafka with spark", "newest kafka talk", "kafka but not spark".
    Filter {
        /// The filter.
        filter: Filter,
        /// How many companies it leaves.
        count: Tally,
    },
    /// "alternatives to samza": the technology's page lists them.
    AlternativesTo(&'c Technology),
    /// "what does netflix store in": the technologies of these roles on the company's page, none if
    /// the chapter names none.
    Stack {
        /// The company.
        company: &'c Company,
        /// The role that is asked for; `None` for all.
        role: Option<Role>,
        /// Its technologies of the role.
        technologies: Vec<&'c Technology>,
    },
}

/// Words that make a sentence of names and ask for nothing by themselves.
const FILLERS: &[&str] = &[
    "a",
    "about",
    "all",
    "an",
    "any",
    "are",
    "at",
    "by",
    "companies",
    "company",
    "data",
    "did",
    "do",
    "does",
    "find",
    "for",
    "from",
    "has",
    "have",
    "how",
    "i",
    "in",
    "is",
    "list",
    "me",
    "of",
    "on",
    "people",
    "run",
    "running",
    "runs",
    "show",
    "that",
    "the",
    "their",
    "they",
    "to",
    "use",
    "used",
    "uses",
    "using",
    "what",
    "which",
    "who",
    "whom",
    "with",
    "and",
    "work",
    "works",
    "also",
    "plus",
    "together",
    "both",
    "tool",
    "tools",
    "there",
    "built",
    "build",
    "builds",
    "give",
];

/// Words after which names are not wanted.
const NEGATIONS: &[&[&str]] = &[
    &["but", "not"],
    &["and", "not"],
    &["without"],
    &["except"],
    &["excluding"],
    &["not"],
    &["no"],
];

/// Words that ask for what can take the place of a technology.
const ALTERNATIVES: &[&[&str]] = &[
    &["alternatives", "to"],
    &["alternative", "to"],
    &["alternatives", "for"],
    &["alternative", "for"],
    &["instead", "of"],
    &["replacement", "for"],
    &["replacements", "for"],
    &["replace"],
    &["similar", "to"],
    &["competitors", "of"],
    &["like"],
];

/// Verbs and nouns of what technologies are used for.
const ROLE_WORDS: &[(&str, Role)] = &[
    ("store", Role::Storage),
    ("stores", Role::Storage),
    ("keep", Role::Storage),
    ("keeps", Role::Storage),
    ("database", Role::Storage),
    ("databases", Role::Storage),
    ("collect", Role::Collection),
    ("collects", Role::Collection),
    ("ingest", Role::Collection),
    ("ingests", Role::Collection),
    ("transports", Role::Transport),
    ("queue", Role::Transport),
    ("queues", Role::Transport),
    ("queries", Role::OlapQuery),
    ("analyse", Role::OlapQuery),
    ("analyze", Role::OlapQuery),
    ("orchestrate", Role::Orchestration),
    ("orchestrates", Role::Orchestration),
    ("schedule", Role::Orchestration),
    ("schedules", Role::Orchestration),
    ("serve", Role::Serving),
    ("serves", Role::Serving),
    ("host", Role::Infrastructure),
    ("hosts", Role::Infrastructure),
];

/// Nouns for kinds beside the words of their labels.
const KIND_WORDS: &[(&str, Kind)] = &[
    ("episode", Kind::Podcast),
    ("talk", Kind::Video),
    ("video", Kind::Video),
    ("slide", Kind::Slides),
    ("deck", Kind::Slides),
    ("post", Kind::Article),
    ("paper", Kind::Paper),
    ("pdf", Kind::Paper),
    ("blog", Kind::Collection),
    ("dataset", Kind::Dataset),
];

/// What a run of words means.
#[derive(Clone, Debug)]
enum WordSense {
    Technology(usize),
    Company(usize),
    Criterion(Criterion),
    Filler,
    Or,
    Negation,
    Alternatives,
    Newest,
    /// The year before, after or in which.
    Years(YearRange),
}

/// What the words of a question ask for.
#[derive(Default)]
struct ParsedQuestion {
    filter: Filter,
    excluded: Vec<String>,
    companies: Vec<usize>,
    technologies: Vec<usize>,
    is_about_alternatives: bool,
    is_sentence: bool,
}

impl<'c> Search<'_, 'c> {
    /// The answer to a question; `None` if the text is no question or a word of it is not understood.
    ///
    /// ```
    /// use explore::{Answer, Index, Search};
    ///
    /// let catalog = fixtures::a_catalog(&["kafka", "spark"], &[&["kafka", "spark"], &["spark"]]);
    /// let index = Index::new(&catalog);
    /// let search = Search::new(&index);
    /// let Some(Answer::Filter { filter, count }) = search.answer("who uses kafka with spark?") else {
    ///     panic!("it is understood");
    /// };
    /// assert_eq!((filter.to_query_string().as_str(), count.total()), ("tech=kafka&tech=spark", 1));
    /// assert_eq!(search.answer("who drinks kafka"), None);
    /// ```
    #[must_use]
    pub fn answer(&self, text: &str) -> Option<Answer<'c>> {
        let asked = self.asked(&words(text))?;
        let catalog = self.index.catalog();
        if !asked.is_sentence {
            return None;
        }
        if asked.is_about_alternatives {
            let ([technology], []) = (&asked.technologies[..], &asked.companies[..]) else {
                return None;
            };
            return Some(Answer::AlternativesTo(&catalog.technologies[*technology]));
        }
        if let [company] = asked.companies[..] {
            let roles: Vec<Role> = asked.filter.roles.iter().copied().collect();
            if !asked.technologies.is_empty() || roles.len() > 1 || asked.asks_for_more_than_roles()
            {
                return None;
            }
            let company = &catalog.companies[company];
            let tags = company.uses();
            let technologies = tags.filter_map(|tag| catalog.technology(tag.technology.as_str()));
            let role = roles.first().copied();
            let technologies = technologies.filter(|t| role.is_none_or(|role| t.role == role));
            return Some(Answer::Stack { company, role, technologies: technologies.collect() });
        }
        let filter = asked.into_filter()?;
        let checked = self.index.check(&filter);
        let question = crate::question::Question::new(&checked, self);
        Some(Answer::Filter { count: self.index.tally(&question), filter })
    }

    /// Reads the words from left to right, the longest known run first.
    fn asked(&self, words: &[String]) -> Option<ParsedQuestion> {
        let mut asked = ParsedQuestion::default();
        let mut is_negated = false;
        let mut at = 0;
        while at < words.len() {
            let (meaning, length) = self.meaning(&words[at..])?;
            let typed = words[at..at + length].join(" ");
            at += length;
            match meaning {
                WordSense::Filler => asked.is_sentence = true,
                WordSense::Or => {
                    asked.is_sentence = true;
                    asked.filter.match_mode = Match::Any;
                }
                WordSense::Negation => {
                    asked.is_sentence = true;
                    is_negated = true;
                }
                WordSense::Alternatives => {
                    asked.is_sentence = true;
                    asked.is_about_alternatives = true;
                }
                WordSense::Newest => {
                    asked.is_sentence = true;
                    asked.filter.sort = Sort::Newest;
                }
                WordSense::Technology(_) if is_negated => asked.excluded.push(typed),
                // Only a technology can be left out by a filter.
                _ if is_negated => return None,
                WordSense::Technology(position) => asked.technologies.push(position),
                WordSense::Company(position) => asked.companies.push(position),
                WordSense::Criterion(criterion) => {
                    if !asked.filter.contains(&criterion) {
                        asked.filter = asked.filter.toggled(criterion);
                    }
                }
                WordSense::Years(years) => {
                    asked.is_sentence = true;
                    asked.filter.years = years;
                }
            }
        }
        let technologies = &self.index.catalog().technologies;
        let slugs = asked.technologies.iter().map(|at| technologies[*at].slug.clone());
        asked.filter.technologies = slugs.collect();
        (!is_negated || !asked.excluded.is_empty()).then_some(asked)
    }

    /// The meaning of the longest run of words that has one, and its length.
    fn meaning(&self, text: &[String]) -> Option<(WordSense, usize)> {
        let runs = (1..=text.len().min(LONGEST_RUN)).rev();
        runs.into_iter().find_map(|length| Some((self.meaning_of(&text[..length])?, length)))
    }

    fn meaning_of(&self, run: &[String]) -> Option<WordSense> {
        let catalog = self.index.catalog();
        let is = |phrase: &[&str]| phrase.iter().eq(run.iter());
        let is_any = |phrases: &[&[&str]]| phrases.iter().any(|phrase| is(phrase));
        if is_any(NEGATIONS) {
            return Some(WordSense::Negation);
        }
        if is_any(ALTERNATIVES) {
            return Some(WordSense::Alternatives);
        }
        let is_name = |name: &str| is_named(name, run);
        let of_technology = |technology: &Technology| {
            is_name(&technology.name) || technology.aliases.iter().any(|alias| is_name(alias))
        };
        if let Some(position) = catalog.technologies.iter().position(of_technology) {
            return Some(WordSense::Technology(position));
        }
        if let Some(position) = catalog.companies.iter().position(|other| is_name(&other.name)) {
            return Some(WordSense::Company(position));
        }
        if let Some(role) = Role::ALL.iter().find(|role| is_name(role.label())) {
            return Some(WordSense::Criterion(Criterion::Role(*role)));
        }
        if let Some(kind) = Kind::ALL.iter().find(|kind| is_name(kind.label())) {
            return Some(WordSense::Criterion(Criterion::Kind(*kind)));
        }
        if let Some(industry) = catalog.industries.iter().find(|industry| is_name(&industry.name)) {
            return Some(WordSense::Criterion(Criterion::Industry(industry.slug.clone())));
        }
        match run {
            [word] => meaning_of_word(word),
            [word, year] => meaning_of_years(word, year),
            _ => None,
        }
    }
}

/// The longest run of words that is looked up.
const LONGEST_RUN: usize = 6;

fn meaning_of_word(word: &str) -> Option<WordSense> {
    if FILLERS.contains(&word) {
        return Some(WordSense::Filler);
    }
    if ["newest", "latest", "recent"].contains(&word) {
        return Some(WordSense::Newest);
    }
    if word == "or" {
        return Some(WordSense::Or);
    }
    let singular = word.strip_suffix('s').unwrap_or(word);
    let role = ROLE_WORDS.iter().find(|(other, _)| *other == word);
    let kind = KIND_WORDS.iter().find(|(other, _)| *other == word || *other == singular);
    role.map(|(_, role)| WordSense::Criterion(Criterion::Role(*role)))
        .or_else(|| kind.map(|(_, kind)| WordSense::Criterion(Criterion::Kind(*kind))))
}

fn meaning_of_years(word: &str, year: &str) -> Option<WordSense> {
    let year = Some(year.parse().ok().filter(|year| (1970..=2100).contains(year))?);
    Some(WordSense::Years(match word {
        "since" | "from" => YearRange { from: year, to: None },
        "after" => YearRange { from: year.map(|year: u32| year + 1), to: None },
        "until" => YearRange { from: None, to: year },
        "before" => YearRange { from: None, to: year.map(|year| year - 1) },
        "in" | "of" => YearRange { from: year, to: year },
        _ => return None,
    }))
}

/// Whether the words are a name, also in the plural.
fn is_named(name: &str, run: &[String]) -> bool {
    let name = words(name);
    let Some((last, before)) = run.split_last() else { return false };
    let Some((name_last, name_before)) = name.split_last() else { return false };
    before == name_before && (last == name_last || last.strip_suffix('s') == Some(name_last))
}

impl ParsedQuestion {
    /// Whether something is asked for that a company's stack by role does not show.
    fn asks_for_more_than_roles(&self) -> bool {
        let mut rest = self.filter.clone();
        rest.roles.clear();
        !rest.criteria().is_empty() || rest.sort != Sort::default() || !self.excluded.is_empty()
    }

    /// The filter; `None` if nothing is asked for, or something that a filter cannot express.
    fn into_filter(self) -> Option<Filter> {
        let mut filter = self.filter;
        if filter.criteria().is_empty() || !self.companies.is_empty() {
            return None;
        }
        if filter.technologies.len() < 2 {
            filter.match_mode = Match::All;
        }
        let excluded = self.excluded.iter().map(|name| match name.contains(' ') {
            true => format!("-\"{name}\""),
            false => format!("-{name}"),
        });
        filter.query = excluded.collect::<Vec<_>>().join(" ");
        Some(filter)
    }
}
