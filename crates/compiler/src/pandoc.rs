//! Residue of Pandoc's Markdown: `{#fig:one .wide width="90%"}` and the empty span
//! `[]{label="fig:one"}`, which plain Markdown takes for text.

use std::ops::Range;

/// The attributes between the braces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attributes {
    /// After `#`, or the value of `label`.
    pub(crate) label: Option<String>,
    /// The value of `width`.
    pub(crate) width: Option<String>,
    /// Everything else, as written.
    pub(crate) others: Vec<String>,
}

impl Attributes {
    /// Takes over what `self` does not say yet; what both say differently is kept among the
    /// others, so that it is reported.
    pub(crate) fn merge(&mut self, more: Self) {
        for (name, mine, theirs) in
            [("label", &mut self.label, more.label), ("width", &mut self.width, more.width)]
        {
            match (&mine, theirs) {
                (None, theirs) => *mine = theirs,
                (Some(kept), Some(other)) if *kept != other => {
                    self.others.push(format!("{name}=\"{other}\""));
                }
                _ => {}
            }
        }
        self.others.extend(more.others);
    }
}

/// Reads attributes at the start of `text`: what they say and how many bytes they take, or
/// `None` when the text does not start with an attribute block.
pub(crate) fn parse_attributes(text: &str) -> Option<(Attributes, usize)> {
    let mut rest = text.strip_prefix('{')?;
    let mut attributes = Attributes::default();
    let mut any = false;
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('}') {
            return any.then(|| (attributes, text.len() - after.len()));
        }
        let name_end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '}' | '"' | '{'))?;
        let (name, after) = rest.split_at(name_end);
        any = true;
        if let Some(after) = after.strip_prefix('=') {
            let (value, after) = parse_value(after)?;
            match name {
                "label" => attributes.label = Some(value.to_owned()),
                "width" => attributes.width = Some(value.to_owned()),
                "" => return None,
                _ => attributes.others.push(format!("{name}=\"{value}\"")),
            }
            rest = after;
        } else if let Some(label) = name.strip_prefix('#').filter(|label| !label.is_empty()) {
            attributes.label = Some(label.to_owned());
            rest = after;
        } else if name.len() > 1 && name.starts_with('.') {
            attributes.others.push(name.to_owned());
            rest = after;
        } else {
            return None;
        }
    }
}

/// A text without the attributes at its end, which kramdown writes as `{: #id}`, and these.
pub(crate) fn trailing_attributes(text: &str) -> (&str, Option<Attributes>) {
    let text = text.trim_end();
    let Some(open) = text.rfind('{').filter(|_| text.ends_with('}')) else { return (text, None) };
    let (words, braces) = text.split_at(open);
    let read = match braces.strip_prefix("{:") {
        Some(inner) => parse_attributes(&format!("{{{inner}")),
        None => parse_attributes(braces),
    };
    match read {
        Some((attributes, _)) => (words.trim_end(), Some(attributes)),
        None => (text, None),
    }
}

/// A value, in quotation marks or up to the next blank or brace, and what follows it.
fn parse_value(text: &str) -> Option<(&str, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        return quoted.split_once('"');
    }
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '}' | '{' | '"'))?;
    (end > 0).then(|| text.split_at(end))
}

/// Finds the first span with attributes and without words of its own: these and its byte range. A span
/// that only repeats its label, `[[tbl:one]]{#tbl:one label="tbl:one"}`, has none.
pub(crate) fn find_empty_span(text: &str) -> Option<(Attributes, Range<usize>)> {
    text.match_indices("]{").find_map(|(end, _)| {
        let (attributes, length) = parse_attributes(&text[end + 1..])?;
        let span = |words: &str| {
            let start = text[..=end].strip_suffix(&format!("[{words}]"))?.len();
            Some(start..end + 1 + length)
        };
        let range = match &attributes.label {
            Some(label) => span("").or_else(|| span(label)).or_else(|| span(&format!("[{label}]"))),
            None => span(""),
        };
        Some((attributes, range?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_in_pandocs_forms() {
        let (attributes, length) =
            parse_attributes("{#fig:one .wide width=\"90%\" key=value} rest").unwrap();
        assert_eq!(attributes.label.as_deref(), Some("fig:one"));
        assert_eq!(attributes.width.as_deref(), Some("90%"));
        assert_eq!(attributes.others, [".wide", "key=\"value\""]);
        assert_eq!(length, 38);
    }

    #[test]
    fn braces_that_are_not_attributes_stay_text() {
        for text in
            ["{}", "{ }", "{a, b}", "{#}", "{#open", "{width=\"90%}", "{=x}", "x{#a}", "{{#a}}"]
        {
            assert_eq!(parse_attributes(text), None, "{text}");
        }
    }

    #[test]
    fn an_empty_span_is_found_inside_a_text() {
        let text = "Pipeline[]{label=\"fig:Bild1\"} two";
        let (attributes, span) = find_empty_span(text).unwrap();
        assert_eq!(attributes.label.as_deref(), Some("fig:Bild1"));
        assert_eq!(&text[span], "[]{label=\"fig:Bild1\"}");
        assert_eq!(find_empty_span("[] {label=x} []{}"), None);
        let text = "See [[tbl:one]]{#tbl:one label=\"tbl:one\"}.";
        assert_eq!(&text[find_empty_span(text).unwrap().1], &text[4..text.len() - 1]);
        assert_eq!(find_empty_span("[words]{#tbl:one}"), None);
    }

    #[test]
    fn merging_keeps_what_would_be_lost() {
        let (mut first, _) = parse_attributes("{#a}").unwrap();
        let (second, _) = parse_attributes("{#b width=5}").unwrap();
        first.merge(second);
        assert_eq!(first.label.as_deref(), Some("a"));
        assert_eq!(first.width.as_deref(), Some("5"));
        assert_eq!(first.others, ["label=\"b\""]);
    }
}
