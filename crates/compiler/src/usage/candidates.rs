//! Finds the few rules that can fit a sentence, so that not every rule is tried at every word.

use std::collections::HashMap;

use super::rule::{Form, Part, Rule};

/// Rules in the order of the file, each listed under a word without which it cannot fit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    list: Vec<Rule>,
    wholes: HashMap<String, Vec<usize>>,
    beginnings: Vec<(String, usize)>,
    endings: Vec<(String, usize)>,
    /// The rules that no word is required for.
    wordless: Vec<usize>,
}

impl Rules {
    pub(crate) fn new(list: Vec<Rule>) -> Self {
        let mut rules = Self::default();
        for (number, rule) in list.iter().enumerate() {
            let Some(forms) = required_word(rule) else {
                rules.wordless.push(number);
                continue;
            };
            for form in forms {
                match form {
                    Form::Whole(text) => rules.wholes.entry(text.clone()).or_default().push(number),
                    Form::Beginning(text) => rules.beginnings.push((text.clone(), number)),
                    Form::Ending(text) => rules.endings.push((text.clone(), number)),
                }
            }
        }
        Self { list, ..rules }
    }

    /// Every rule, in the order of the file.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &Rule> {
        self.list.iter()
    }

    /// The rules whose required word is in the sentence, in their order.
    pub(super) fn that_may_fit<'w>(
        &self,
        words: impl Iterator<Item = &'w str>,
    ) -> impl Iterator<Item = &Rule> {
        let mut numbers = self.wordless.clone();
        for word in words {
            numbers.extend(self.wholes.get(word).into_iter().flatten());
            let beginnings =
                self.beginnings.iter().filter(|(text, _)| word.starts_with(text.as_str()));
            let endings = self.endings.iter().filter(|(text, _)| word.ends_with(text.as_str()));
            numbers.extend(beginnings.chain(endings).map(|(_, number)| *number));
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().map(|number| &self.list[number])
    }
}

/// The required word that is in the fewest sentences: with the fewest forms, whole words first.
fn required_word(rule: &Rule) -> Option<&[Form]> {
    let required = rule.parts.iter().filter_map(|part| match part {
        Part::Word { forms, optional: false } => Some(forms.as_slice()),
        _ => None,
    });
    let is_part = |form: &&Form| !matches!(form, Form::Whole(_));
    required.min_by_key(|forms| (forms.iter().filter(is_part).count(), forms.len()))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::usage::rule::UsageWords;
    use crate::usage::{Item, Sentence, usages};
    use crate::words::Lexicon;

    #[test]
    fn rules_are_tried_where_their_word_is_in_any_form() {
        let words = UsageWords::default();
        let texts = ["{used}", "replac* {past}", "{used} *er", "no {past}", "not|never {past}"];
        let rules: Vec<Rule> =
            texts.iter().map(|text| Rule::parse(text, &words).unwrap()).collect();
        let all = Rules::new(rules.clone());
        let tried = |text: &str| {
            let number = |rule: &Rule| rules.iter().position(|other| other == rule).unwrap();
            all.that_may_fit(text.split_whitespace()).map(number).collect::<Vec<usize>>()
        };
        assert_eq!(tried(""), [0]);
        assert_eq!(tried("we replaced it, no"), [0, 1, 3]);
        assert_eq!(tried("replac"), [0, 1]);
        assert_eq!(tried("größer, never"), [0, 2, 4]);
        assert_eq!(tried("nothing"), [0]);
    }

    #[test]
    fn whole_words_are_required_first() {
        let words = UsageWords::default();
        let rules = Rules::new(vec![Rule::parse("*er than {used}", &words).unwrap()]);
        assert_eq!(rules.that_may_fit(["never"].into_iter()).count(), 0);
        assert_eq!(rules.that_may_fit(["never", "than"].into_iter()).count(), 1);
    }

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::frozen);

    /// Words that fit parts of the rules, in every form.
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let rules = LEXICON.usage.all().chain(LEXICON.certain.all());
        let forms = rules.flat_map(|rule| &rule.parts).filter_map(|part| match part {
            Part::Word { forms, .. } => Some(forms),
            _ => None,
        });
        let word = |form: &Form| match form {
            Form::Whole(text) => text.clone(),
            Form::Beginning(text) => format!("{text}ing"),
            Form::Ending(text) => format!("bett{text}"),
        };
        let listed = LEXICON.usage_words.groups.values().flatten().cloned();
        forms.flatten().map(word).chain(listed).collect()
    });

    fn item() -> impl Strategy<Value = Item> {
        prop_oneof![
            8 => (0..WORDS.len()).prop_map(|at| Item::Word(WORDS[at].clone())),
            4 => (0..3_usize).prop_map(Item::Names),
            1 => Just(Item::Comma),
            1 => Just(Item::Stop),
        ]
    }

    /// A rule's own words with names between them, so that rules fit often.
    fn of_a_rule() -> impl Strategy<Value = Vec<Item>> {
        let rules: Vec<&Rule> = LEXICON.usage.all().chain(LEXICON.certain.all()).collect();
        let items = move |at: usize, form: usize| {
            let item = |part: &Part| match part {
                Part::Word { forms, .. } => match &forms[form % forms.len()] {
                    Form::Whole(text) => Some(Item::Word(text.clone())),
                    Form::Beginning(text) => Some(Item::Word(format!("{text}ed"))),
                    Form::Ending(text) => Some(Item::Word(format!("old{text}"))),
                },
                Part::Names(_) => Some(Item::Names(form % 3)),
                Part::Comma => Some(Item::Comma),
                _ => None,
            };
            rules[at % rules.len()].parts.iter().filter_map(item).collect()
        };
        (0..1000_usize, 0..20_usize).prop_map(move |(at, form)| items(at, form))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// What the candidates say is what all rules say.
        #[test]
        fn no_rule_that_fits_is_left_out(
            before in prop::collection::vec(item(), 0..5),
            rule in of_a_rule(),
            behind in prop::collection::vec(item(), 0..5),
            asks: bool,
        ) {
            let items = [before, rule, behind].concat();
            let words = &LEXICON.usage_words;
            for rules in [&LEXICON.usage, &LEXICON.certain] {
                let plain = Sentence { words, items: &items, asks }.usages(rules.all(), 3);
                prop_assert_eq!(usages(rules, words, &items, 3, asks), plain);
            }
        }
    }
}
