//! HTML as tags, comments and text between them. Markdown passes it on as it is written.

use std::ops::Range;

/// A part of a text with HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HtmlToken {
    pub(crate) kind: HtmlTokenKind,
    /// Byte range in the text.
    pub(crate) span: Range<usize>,
}

/// What a [`HtmlToken`] is. Names are in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HtmlTokenKind {
    Text,
    Comment,
    /// A comment without an end: the rest of the text belongs to it.
    OpenComment,
    Start {
        name: String,
        attributes: Vec<(String, String)>,
    },
    End {
        name: String,
    },
}

impl HtmlTokenKind {
    /// The value of an attribute of a start tag, without the blanks around it.
    pub(crate) fn attribute(&self, wanted: &str) -> Option<&str> {
        let Self::Start { attributes, .. } = self else { return None };
        let (_, value) = attributes.iter().find(|(name, _)| name == wanted)?;
        Some(value.trim())
    }
}

/// What the site does with a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Treatment {
    /// It is taken away; what it holds stays in the line.
    Inline,
    /// It is taken away; what it holds is a block.
    Block,
    /// It cannot be shown.
    Refused,
}

/// What the site does with the tags of a name.
pub(crate) fn treatment(name: &str) -> Treatment {
    match name {
        "a" | "abbr" | "b" | "bdi" | "bdo" | "big" | "br" | "cite" | "code" | "del" | "dfn"
        | "em" | "font" | "i" | "img" | "ins" | "kbd" | "mark" | "picture" | "q" | "s" | "samp"
        | "small" | "source" | "span" | "strike" | "strong" | "sub" | "sup" | "time" | "tt"
        | "u" | "var" | "wbr" => Treatment::Inline,
        "address" | "article" | "aside" | "blockquote" | "caption" | "center" | "col"
        | "colgroup" | "dd" | "details" | "div" | "dl" | "dt" | "figcaption" | "figure"
        | "footer" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hr" | "li" | "main"
        | "nav" | "ol" | "p" | "pre" | "section" | "summary" | "table" | "tbody" | "td"
        | "tfoot" | "th" | "thead" | "tr" | "ul" => Treatment::Block,
        _ => Treatment::Refused,
    }
}

/// Takes a text apart. Total: what is no tag is text.
pub(crate) fn tokens(text: &str) -> Vec<HtmlToken> {
    let mut tokens: Vec<HtmlToken> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (kind, length) = tag(rest).unwrap_or_else(|| {
            let next = rest.char_indices().skip(1).find(|&(_, c)| c == '<');
            (HtmlTokenKind::Text, next.map_or(rest.len(), |(at, _)| at))
        });
        match tokens.last_mut() {
            Some(HtmlToken { kind: HtmlTokenKind::Text, span }) if kind == HtmlTokenKind::Text => {
                span.end = at + length
            }
            _ => tokens.push(HtmlToken { kind, span: at..at + length }),
        }
        at += length;
    }
    tokens
}

/// The tag or comment at the start of a text, with its length.
fn tag(text: &str) -> Option<(HtmlTokenKind, usize)> {
    if text.starts_with("<!--") {
        return Some(match text.find("-->") {
            Some(end) => (HtmlTokenKind::Comment, end + "-->".len()),
            None => (HtmlTokenKind::OpenComment, text.len()),
        });
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        return Some((HtmlTokenKind::Comment, text.find('>')? + 1));
    }
    if let Some(rest) = text.strip_prefix("</") {
        let name = name_at(rest)?;
        let end = text.find('>')?;
        return Some((HtmlTokenKind::End { name: name.to_lowercase() }, end + 1));
    }
    let name = name_at(text.strip_prefix('<')?)?;
    let mut at = 1 + name.len();
    let mut attributes = Vec::new();
    loop {
        let rest = text.get(at..)?;
        let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        at += rest.len() - trimmed.len();
        if trimmed.starts_with('>') {
            return Some((HtmlTokenKind::Start { name: name.to_lowercase(), attributes }, at + 1));
        }
        let end = trimmed.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))?;
        let attribute = trimmed.get(..end).filter(|name| !name.is_empty())?;
        at += end;
        let (value, length) = value_at(text.get(at..)?)?;
        at += length;
        attributes.push((attribute.to_lowercase(), value));
    }
}

fn name_at(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(text.len());
    text.get(..end).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The value behind an attribute's name and its length; an empty one where there is no `=`.
fn value_at(text: &str) -> Option<(String, usize)> {
    let Some(rest) = text.trim_start().strip_prefix('=') else { return Some((String::new(), 0)) };
    let value = rest.trim_start();
    let start = text.len() - value.len();
    let (value, length) = match value.chars().next()? {
        quote @ ('"' | '\'') => {
            let inner = value.get(1..)?;
            let end = inner.find(quote)?;
            (inner.get(..end)?, end + 2)
        }
        _ => {
            let end = value.find(|c: char| c.is_whitespace() || c == '>')?;
            (value.get(..end)?, end)
        }
    };
    Some((unescaped(value), start + length))
}

/// The entities that addresses and words in attributes need.
fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tags_are_told_from_text() {
        let text = "a < b <A HREF='x&amp;y' id=z hidden>c</a ><!-- <b> --><br/>";
        let found: Vec<_> = tokens(text).iter().map(|token| &text[token.span.clone()]).collect();
        assert_eq!(
            found,
            ["a < b ", "<A HREF='x&amp;y' id=z hidden>", "c", "</a >", "<!-- <b> -->", "<br/>"]
        );
        let link = &tokens(text)[1].kind;
        assert_eq!((link.attribute("href"), link.attribute("id")), (Some("x&y"), Some("z")));
        assert_eq!((link.attribute("hidden"), link.attribute("class")), (Some(""), None));
    }

    proptest! {
        #[test]
        fn tokens_cover_the_text(text in "[<>/!a='\" é-]{0,40}") {
            let mut at = 0;
            for token in tokens(&text) {
                prop_assert_eq!(token.span.start, at);
                prop_assert!(token.span.end > at);
                at = token.span.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
