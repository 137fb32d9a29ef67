//! Where the companies of a chapter begin.

use std::ops::Range;

use crate::passage::normalised;

/// Placeholder of the company's name in a [`Pattern`].
pub(crate) const NAME: &str = "{name}";

/// Stands for a whole number in a [`Pattern`].
const COUNT: &str = "{count}";

/// What begins a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A heading of the level of the patterns.
    Heading(Vec<Pattern>),
    /// The `<summary>` of a `<details>`.
    Summary(Vec<Pattern>),
    /// An item of a list at the depth of the patterns.
    Item(Vec<Pattern>),
    /// A row of each table with a column that has this head.
    Column(String),
    /// A paragraph that begins with the name in bold.
    Bold(Vec<Pattern>),
}

/// Text around a company's name: `### Data Science at {name}`, `- {name}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// Level of the heading, or depth of the list item.
    pub(crate) level: u8,
    before: String,
    after: String,
}

impl Pattern {
    /// A pattern without text around the name.
    pub(crate) const fn bare(level: u8) -> Self {
        Self { level, before: String::new(), after: String::new() }
    }

    /// A pattern with text before the name.
    pub(crate) fn beginning(level: u8, before: &str) -> Self {
        Self { level, before: normalised(before), after: String::new() }
    }

    /// Reads `### Data Science at {name}`; `None` without a level of 1 to 6 or without the name.
    pub(crate) fn heading(text: &str) -> Option<Self> {
        let around = text.trim_start().trim_start_matches('#');
        let level = text.trim_start().len() - around.len();
        let level = u8::try_from(level).ok().filter(|level| (1..=6).contains(level))?;
        Self::around(level, around)
    }

    /// Reads `- {name}`, indented by two blanks for each list around it.
    pub(crate) fn item(text: &str) -> Option<Self> {
        let marked = text.trim_start();
        let depth = u8::try_from((text.len() - marked.len()) / 2).ok()?.checked_add(1)?;
        let around = marked.strip_prefix(['-', '*', '+'])?;
        Self::around(depth, around)
    }

    /// Reads `{name}` with text around it, possibly between `<summary>` and `</summary>`.
    pub(crate) fn summary(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix("<summary>").unwrap_or(text);
        Self::around(1, text.strip_suffix("</summary>").unwrap_or(text))
    }

    /// Reads `**{name}**` with text around the name inside of the asterisks.
    pub(crate) fn bold(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix("**").unwrap_or(text);
        Self::around(1, text.strip_suffix("**").unwrap_or(text))
    }

    fn around(level: u8, text: &str) -> Option<Self> {
        let (before, after) = text.split_once(NAME)?;
        let is_plain =
            !before.contains(['{', '}']) && !after.replace(COUNT, "").contains(['{', '}']);
        is_plain.then(|| Self { level, before: normalised(before), after: normalised(after) })
    }

    /// Whether there is text before the name, which tells such a heading from any other.
    pub(crate) fn has_beginning(&self) -> bool {
        !self.before.is_empty()
    }

    /// The text before the name.
    pub(crate) fn before(&self) -> &str {
        &self.before
    }

    /// Range of the name in `text`, which is [`normalised`], if the text has this pattern. Case does
    /// not matter.
    pub(crate) fn find(&self, text: &str) -> Option<Range<usize>> {
        let start = match_start(text, &self.before)?;
        let end = match_end(text.get(start..)?, &self.after)?;
        let name = text.get(start..start + end)?;
        let trimmed = name.trim();
        let start = start + (name.len() - name.trim_start().len());
        (!trimmed.is_empty()).then(|| start..start + trimmed.len())
    }
}

/// Length of `before` at the start of `text`. A word ends where the name begins, a sign need not:
/// `Data Science @Acme`.
fn match_start(text: &str, before: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in before.chars() {
        let (_, found) = letters.next()?;
        if !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    let start = letters.next().map_or(text.len(), |(at, _)| at);
    let ends_word = before.ends_with(char::is_alphanumeric);
    let starts_word = text.get(start..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    (!(ends_word && starts_word)).then_some(start)
}

/// Where the name in `text` ends before `after`.
fn match_end(text: &str, after: &str) -> Option<usize> {
    let mut rest = text;
    let parts: Vec<&str> = after.split(COUNT).collect();
    for (number, part) in parts.into_iter().rev().enumerate() {
        if number > 0 {
            let digits = rest.trim_end_matches(|c: char| c.is_ascii_digit());
            if digits.len() == rest.len() {
                return None;
            }
            rest = digits;
        }
        let start = rest.len().checked_sub(part.len())?;
        let end = rest.get(start..)?;
        if end.to_lowercase() != part.to_lowercase() {
            return None;
        }
        rest = rest.get(..start)?;
    }
    Some(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: Option<Pattern>, text: &str, expected: Option<&str>) {
        let pattern = pattern.unwrap();
        assert_eq!(pattern.find(text).map(|range| &text[range]), expected, "{pattern:?} {text}");
    }

    #[test]
    fn a_pattern_finds_the_name() {
        let heading = || Pattern::heading("### Data Science at {name}");
        check(heading(), "Data Science at Acme", Some("Acme"));
        check(heading(), "DATA science At  Acme", Some("Acme"));
        check(heading(), "Data Science atlas", None);
        check(heading(), "Data Science at", None);
        check(heading(), "Acme", None);
        check(Pattern::heading("### Data Science @{name}"), "Data Science @Acme", Some("Acme"));
        check(Pattern::heading("## {name} ({count})"), "Globex (12)", Some("Globex"));
        check(Pattern::heading("## {name} ({count})"), "Globex", None);
        check(Pattern::heading("## How {name} does it"), "How Acme Does It", Some("Acme"));
        check(Pattern::item("- {name}"), "Acme", Some("Acme"));
        check(Pattern::bold("**{name}**"), "Acme", Some("Acme"));
        check(Pattern::bold("**Case: {name}**"), "Case: Acme", Some("Acme"));
        check(Pattern::summary("<summary>{name}</summary>"), "Acme", Some("Acme"));
    }

    #[test]
    fn level_and_depth_are_read() {
        assert_eq!(Pattern::heading("#### {name}").unwrap().level, 4);
        assert_eq!(Pattern::item("- {name}").unwrap().level, 1);
        assert_eq!(Pattern::item("  * {name}").unwrap().level, 2);
    }

    #[test]
    fn what_has_no_name_or_no_level_is_no_pattern() {
        assert_eq!(Pattern::heading("### Data Science"), None);
        assert_eq!(Pattern::heading("{name}"), None);
        assert_eq!(Pattern::heading("####### {name}"), None);
        assert_eq!(Pattern::heading("## {name} {year}"), None);
        assert_eq!(Pattern::item("{name}"), None);
    }
}
