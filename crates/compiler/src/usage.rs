//! Rules that say what the words around a name say about its use: `replac* {past} with {used}`.
//!
//! A rule is a row of parts, separated by blanks:
//!
//! | part | stands for |
//! |---|---|
//! | `replace`, `replac*`, `*er` | a word, words that begin so, words that end so |
//! | `with\|by` | one of several words |
//! | `<use>` | one of the words under `use` in `[usage_words]` |
//! | `on?` | a word that may be missing |
//! | `{past}` | a list of names, and what the rule says of them |
//! | `…` | at most eight words that begin no new clause |
//! | `,` | a comma, a colon or a dash, which may be missing |
//! | `^`, `$`, `?` | start of the sentence, end of a clause, end of a question |
//!
//! Where several rules speak about a name, the one with the most parts that are words counts, of
//! equal ones the first.

mod candidates;
mod rule;

use rule::Part;

pub(crate) use candidates::Rules;
pub(crate) use rule::{Rule, Usage, UsageWords};

/// A gap holds at most as many words.
const WIDEST_GAP: usize = 8;

/// A part of a sentence, as rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A word, in lower case.
    Word(String),
    /// Names that are listed together; the number of the list.
    Names(usize),
    Comma,
    /// A bracket, a colon, a dash or the like.
    Stop,
}

impl Item {
    fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Names(_) | Self::Comma | Self::Stop => None,
        }
    }
}

/// What rules say about each of `lists` lists of names in a sentence; `None` where no rule speaks.
pub(crate) fn usages(
    rules: &Rules,
    words: &UsageWords,
    items: &[Item],
    lists: usize,
    asks: bool,
) -> Vec<Option<Usage>> {
    if lists == 0 {
        return Vec::new();
    }
    let rules = rules.that_may_fit(items.iter().filter_map(Item::word));
    Sentence { words, items, asks }.usages(rules, lists)
}

struct Sentence<'s> {
    words: &'s UsageWords,
    items: &'s [Item],
    /// Whether it ends in a question mark.
    asks: bool,
}

impl Sentence<'_> {
    /// What rules say about each of `lists` lists of names.
    fn usages<'r>(
        &self,
        rules: impl Iterator<Item = &'r Rule>,
        lists: usize,
    ) -> Vec<Option<Usage>> {
        let mut best: Vec<Option<(usize, Usage)>> = vec![None; lists];
        for rule in rules {
            for start in 0..self.items.len() {
                let mut found = Vec::new();
                if !self.fits(&rule.parts, start, &mut found) {
                    continue;
                }
                for (list, usage) in found {
                    let Some(known) = best.get_mut(list) else { continue };
                    if known.is_none_or(|(weight, _)| weight < rule.weight) {
                        *known = Some((rule.weight, usage));
                    }
                }
            }
        }
        best.into_iter().map(|best| best.map(|(_, usage)| usage)).collect()
    }

    /// Whether `parts` fit from item `at` on. Adds the lists of names that they hold to `found`.
    fn fits(&self, parts: &[Part], at: usize, found: &mut Vec<(usize, Usage)>) -> bool {
        let Some((part, rest)) = parts.split_first() else { return true };
        match part {
            Part::Start => at == 0 && self.fits(rest, at, found),
            Part::End => self.ends_clause(at) && self.fits(rest, at, found),
            Part::Question => self.asks && at == self.items.len() && self.fits(rest, at, found),
            Part::Comma => {
                let is_sign = matches!(self.items.get(at), Some(Item::Comma | Item::Stop));
                is_sign && self.fits(rest, at + 1, found) || self.fits(rest, at, found)
            }
            Part::Word { forms, optional } => {
                let fits =
                    self.word(at).is_some_and(|word| forms.iter().any(|form| form.fits(word)));
                fits && self.fits(rest, at + 1, found) || *optional && self.fits(rest, at, found)
            }
            Part::Gap => {
                let widest = (0..WIDEST_GAP).take_while(|&width| self.goes_on(at + width)).count();
                (0..=widest).any(|width| self.fits(rest, at + width, found))
            }
            Part::Names(usage) => self.fits_names(*usage, rest, at, found),
        }
    }

    /// Names, with words such as "our old" before them and "clusters" behind them.
    fn fits_names(
        &self,
        usage: Usage,
        rest: &[Part],
        at: usize,
        found: &mut Vec<(usize, Usage)>,
    ) -> bool {
        let before = self.run_of(UsageWords::BEFORE, at);
        let Some(Item::Names(list)) = self.items.get(at + before) else { return false };
        let after = at + before + 1;
        let longest = self.run_of(UsageWords::AFTER, after);
        let known = found.len();
        for skipped in (0..=longest).rev() {
            found.push((*list, usage));
            if self.fits(rest, after + skipped, found) {
                return true;
            }
            found.truncate(known);
        }
        false
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.items.get(at)?.word()
    }

    /// How many words of a group follow from `at` on, three at most.
    fn run_of(&self, group: &str, at: usize) -> usize {
        let is_in = |at: &usize| self.word(*at).is_some_and(|word| self.words.holds(group, word));
        (at..at + 3).take_while(is_in).count()
    }

    fn goes_on(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| !self.words.holds(UsageWords::CLAUSES, word))
    }

    fn ends_clause(&self, at: usize) -> bool {
        match self.items.get(at) {
            None | Some(Item::Comma | Item::Stop) => true,
            Some(Item::Names(_)) => false,
            Some(Item::Word(word)) => {
                self.words.holds(UsageWords::END, word)
                    || self.words.holds(UsageWords::CLAUSES, word)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use catalog::Grade;

    use super::rule::RuleError;
    use super::*;

    fn words() -> UsageWords {
        let group = |words: &str| words.split(' ').map(str::to_owned).collect();
        UsageWords {
            groups: BTreeMap::from([
                ("use".to_owned(), group("use run")),
                ("clause".to_owned(), group("but because")),
                ("before_name".to_owned(), group("our old")),
                ("after_name".to_owned(), group("cluster")),
                ("end".to_owned(), group("at in")),
            ]),
        }
    }

    /// Items of a text in which capitals are names and `;` is a stop.
    fn items(text: &str) -> Vec<Item> {
        let mut lists = 0;
        let item = |word: &str| match word {
            "," => Item::Comma,
            ";" => Item::Stop,
            name if name.starts_with(char::is_uppercase) => {
                lists += 1;
                Item::Names(lists - 1)
            }
            word => Item::Word(word.to_owned()),
        };
        text.split(' ').map(item).collect()
    }

    #[track_caller]
    fn check(rules: &[&str], text: &str, expected: &[Option<Usage>]) {
        let words = words();
        let rules = rules.iter().map(|rule| Rule::parse(rule, &words).unwrap());
        let rules = Rules::new(rules.collect());
        let items = items(text.trim_end_matches('?'));
        let found = usages(&rules, &words, &items, expected.len(), text.ends_with('?'));
        assert_eq!(found, expected, "{text}");
    }

    const USED: Option<Usage> = Some(Usage::Used);
    const PAST: Option<Usage> = Some(Usage::Weak(Grade::Past));
    const NOT: Option<Usage> = Some(Usage::Weak(Grade::NotUsed));

    #[test]
    fn words_groups_and_gaps_fit() {
        check(&["not <use> {not-used}"], "we do not run our old Kafka", &[NOT]);
        check(&["not <use> {not-used}"], "we do not stop Kafka", &[None]);
        check(&["replac* {past} with|by {used}"], "replacing Airflow by Dagster", &[PAST, USED]);
        check(&["{past} … gone"], "the Hadoop cluster in the cellar is gone", &[PAST]);
        check(&["{past} … gone"], "Hadoop runs but money is gone", &[None]);
        check(&["bye , {past}"], "bye , Hadoop", &[PAST]);
        check(&["rely on? {used}"], "rely Hadoop", &[USED]);
        check(&["*er than {not-used}"], "faster than Hadoop", &[NOT]);
    }

    #[test]
    fn anchors_fit_at_their_places() {
        check(&["^ from {past}"], "from Kafka", &[PAST]);
        check(&["^ from {past}"], "read from Kafka", &[None]);
        check(&["no {not-used} $"], "no Kafka cluster at night", &[NOT]);
        check(&["no {not-used} $"], "no Kafka message is lost", &[None]);
        check(&["^ {not-used} ?"], "Kafka?", &[NOT]);
        check(&["^ {not-used} ?"], "Kafka", &[None]);
    }

    #[test]
    fn the_rule_with_the_most_words_counts() {
        let rules = ["without {not-used}", "never without {used}"];
        check(&rules, "never without Kafka ; live without Spark", &[USED, NOT]);
    }

    #[test]
    fn faults_are_named() {
        let fault = |rule: &str| Rule::parse(rule, &words()).unwrap_err();
        assert_eq!(fault("without"), RuleError::NoNames);
        assert_eq!(fault("{stated}"), RuleError::UnknownUsage("stated".to_owned()));
        assert_eq!(fault("<x> {used}"), RuleError::UnknownGroup("x".to_owned()));
        assert_eq!(fault("No {used}"), RuleError::Capital("No".to_owned()));
    }
}
