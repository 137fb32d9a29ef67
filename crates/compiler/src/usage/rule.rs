//! A rule as `words.toml` writes it.

use std::collections::BTreeMap;
use std::fmt;

use catalog::Grade;

/// What a rule says about a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Usage {
    /// Nothing that weakens it.
    Used,
    /// Its evidence has this grade.
    Weak(Grade),
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(super) parts: Vec<Part>,
    /// How many of the parts are words.
    pub(super) weight: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Word { forms: Vec<Form>, optional: bool },
    Names(Usage),
    Gap,
    Comma,
    Start,
    End,
    Question,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Whole(String),
    Beginning(String),
    Ending(String),
}

/// Why a text is no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RuleError {
    /// Nothing in it names what it speaks about.
    NoNames,
    /// `{…}` holds no grade.
    UnknownUsage(String),
    /// `<…>` is not in `[usage_words]`.
    UnknownGroup(String),
    /// A part is not written in lower case.
    Capital(String),
}

impl fmt::Display for RuleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNames => formatter.write_str("it has no place for a name"),
            Self::UnknownUsage(usage) => write!(formatter, "{{{usage}}} is not a weak grade"),
            Self::UnknownGroup(group) => write!(formatter, "[usage_words] has no \"{group}\""),
            Self::Capital(part) => write!(formatter, "\"{part}\" has a capital letter"),
        }
    }
}

impl RuleError {
    /// What to do about it.
    pub(crate) fn cure(&self) -> String {
        match self {
            Self::NoNames | Self::UnknownUsage(_) => {
                let weak = Grade::ALL.iter().filter(|grade| !grade.is_strong());
                let names: Vec<_> = weak.map(|grade| format!("{{{}}}", grade.as_str())).collect();
                format!("write {{used}} or one of {}", names.join(", "))
            }
            Self::UnknownGroup(group) => format!("add {group} = \"…\" below [usage_words]"),
            Self::Capital(part) => format!("write \"{}\"", part.to_lowercase()),
        }
    }
}

/// Words that several rules share, and words that shape clauses.
#[derive(Clone, Debug, Default)]
pub(crate) struct UsageWords {
    pub(crate) groups: BTreeMap<String, Vec<String>>,
}

impl UsageWords {
    /// Begin a new clause.
    pub(super) const CLAUSES: &str = "clause";
    /// May stand between a rule's word and the name behind it.
    pub(super) const BEFORE: &str = "before_name";
    /// May stand between a name and a rule's word behind it.
    pub(super) const AFTER: &str = "after_name";
    /// Show that a clause goes on without the name before them.
    pub(super) const END: &str = "end";

    /// Whether a word joins the names of a list.
    pub(crate) fn joins(&self, word: &str) -> bool {
        self.holds("between_names", word)
    }

    pub(super) fn holds(&self, group: &str, word: &str) -> bool {
        self.groups.get(group).is_some_and(|words| words.iter().any(|known| known == word))
    }
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// A [`RuleError`] that names the part at fault.
    pub(crate) fn parse(text: &str, words: &UsageWords) -> Result<Self, RuleError> {
        let parts = text.split_whitespace().map(|part| Part::parse(part, words));
        let parts = parts.collect::<Result<Vec<_>, _>>()?;
        if !parts.iter().any(|part| matches!(part, Part::Names(_))) {
            return Err(RuleError::NoNames);
        }
        let weight = parts.iter().filter(|part| part.is_word()).count();
        Ok(Self { parts, weight })
    }
}

impl Part {
    fn parse(text: &str, words: &UsageWords) -> Result<Self, RuleError> {
        match text {
            "…" => return Ok(Self::Gap),
            "," => return Ok(Self::Comma),
            "^" => return Ok(Self::Start),
            "$" => return Ok(Self::End),
            "?" => return Ok(Self::Question),
            _ => {}
        }
        if let Some(usage) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            let grade = Grade::ALL.iter().find(|grade| grade.as_str() == usage);
            return match (usage, grade) {
                ("used", _) => Ok(Self::Names(Usage::Used)),
                (_, Some(&grade)) if !grade.is_strong() => Ok(Self::Names(Usage::Weak(grade))),
                _ => Err(RuleError::UnknownUsage(usage.to_owned())),
            };
        }
        if text.chars().any(char::is_uppercase) {
            return Err(RuleError::Capital(text.to_owned()));
        }
        let (text, optional) = text.strip_suffix('?').map_or((text, false), |text| (text, true));
        let mut forms = Vec::new();
        for form in text.split('|') {
            if let Some(group) = form.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
                let listed = words.groups.get(group);
                let listed = listed.ok_or_else(|| RuleError::UnknownGroup(group.to_owned()))?;
                forms.extend(listed.iter().map(|word| Form::parse(word)));
            } else {
                forms.push(Form::parse(form));
            }
        }
        Ok(Self::Word { forms, optional })
    }

    const fn is_word(&self) -> bool {
        matches!(self, Self::Word { optional: false, .. })
    }
}

impl Form {
    fn parse(text: &str) -> Self {
        match (text.strip_suffix('*'), text.strip_prefix('*')) {
            (Some(beginning), _) => Self::Beginning(beginning.to_owned()),
            (_, Some(ending)) => Self::Ending(ending.to_owned()),
            _ => Self::Whole(text.to_owned()),
        }
    }

    pub(super) fn fits(&self, word: &str) -> bool {
        match self {
            Self::Whole(text) => word == text,
            Self::Beginning(text) => word.starts_with(text.as_str()),
            Self::Ending(text) => word.len() > text.len() && word.ends_with(text.as_str()),
        }
    }
}
