//! Which addresses a page may link to.
//!
//! Markdown passes on any address, including `java\tscript:` and schemes spelled with entities. Only an address that parses, with an allowed scheme and without user
//! info, becomes a link.

use std::fmt;

use unicode_normalization::char::is_combining_mark;
use url::Url;

/// Why an address is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AddressFault {
    /// Holds a control character, which browsers drop and thereby change what the address means.
    ControlCharacter,
    /// Is no absolute address.
    NotAbsolute,
    /// Has a scheme other than `http` and `https`.
    Scheme(String),
    /// Names a user, which makes a foreign host look like a known one.
    UserInfo,
    /// Does not parse, with the reason.
    Malformed(url::ParseError),
}

impl AddressFault {
    /// Whether the address only leads to no page, so that its words can stay without it.
    pub(crate) fn is_harmless(&self) -> bool {
        match self {
            Self::NotAbsolute => true,
            Self::Scheme(name) => {
                !["javascript", "data", "vbscript", "file", "blob"].contains(&name.as_str())
            }
            Self::ControlCharacter | Self::UserInfo | Self::Malformed(_) => false,
        }
    }
}

impl fmt::Display for AddressFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ControlCharacter => formatter.write_str("it holds a control character"),
            Self::NotAbsolute => formatter.write_str("it does not start with https:// or http://"),
            Self::Scheme(scheme) => write!(formatter, "\"{scheme}:\" is neither https nor http"),
            Self::UserInfo => formatter.write_str("it names a user before the host"),
            Self::Malformed(error) => error.fmt(formatter),
        }
    }
}

/// An address in a company's section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// The address as a browser reads it.
    pub(crate) url: Url,
    /// The address as the chapter writes it.
    pub(crate) address: String,
    /// What the chapter calls it.
    pub(crate) label: Option<String>,
    /// What the chapter says around it.
    pub(crate) context: Context,
    /// The 1-based lines that hold it, ascending.
    pub(crate) lines: Vec<u32>,
}

/// What the chapter says around a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    /// Whether the label is the words of the link itself.
    pub(crate) has_own_words: bool,
    /// What comes before it in the same paragraph or cell, the nearest first, and then what the
    /// list that holds it is about.
    pub(crate) before: Vec<String>,
    /// What follows directly behind it.
    pub(crate) behind: Option<String>,
    /// The first cell of its row.
    pub(crate) row: Option<String>,
    /// The head of its column.
    pub(crate) column: Option<String>,
}

/// Parses the address of a link.
///
/// # Errors
/// An [`AddressFault`] for everything but an absolute `http` or `https` address without user info.
pub(crate) fn parse_address(address: &str) -> Result<Url, AddressFault> {
    if address.chars().any(is_unsafe) {
        return Err(AddressFault::ControlCharacter);
    }
    let url = Url::parse(address).map_err(|error| match error {
        url::ParseError::RelativeUrlWithoutBase => AddressFault::NotAbsolute,
        other => AddressFault::Malformed(other),
    })?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(AddressFault::Scheme(url.scheme().to_owned()));
    }
    // The parser forgives `https:host`; a reader of the source would not know where it leads.
    if !address.contains("://") {
        return Err(AddressFault::NotAbsolute);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressFault::UserInfo);
    }
    Ok(url)
}

/// Parses the address of a link that may be relative to `base`. Gives it in full.
///
/// # Errors
/// An [`AddressFault`] as [`parse_address`] has it.
pub(crate) fn resolve(address: &str, base: Option<&Url>) -> Result<(Url, String), AddressFault> {
    match (parse_address(address), base) {
        // A fragment alone leads to a place of the chapter, which is no page of its folder.
        (Err(AddressFault::NotAbsolute), Some(base)) if !address.starts_with('#') => {
            let url = base.join(address).map_err(AddressFault::Malformed)?;
            let url = parse_address(url.as_str())?;
            let address = url.as_str().to_owned();
            Ok((url, address))
        }
        (parsed, _) => parsed.map(|url| (url, address.to_owned())),
    }
}

/// Checks where a picture lies: a path of the site, or an address that a link may have.
///
/// # Errors
/// An [`AddressFault`] for anything else.
pub(crate) fn check_picture(source: &str) -> Result<(), AddressFault> {
    match parse_address(source) {
        // `//host` and its spellings with backslashes leave the site without saying so.
        Err(AddressFault::NotAbsolute)
            if !source.is_empty() && !source.contains('\\') && !source.starts_with("//") =>
        {
            Ok(())
        }
        other => other.map(|_| ()),
    }
}

/// Control characters and those that reorder text.
fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Finds addresses that a text holds without markup: `see https://example.com/a.` holds one.
/// Gives byte ranges, in order.
pub(crate) fn find_addresses(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next_scheme(text, from) {
        let rest = &text[start..];
        let end = rest.find(ends_address).unwrap_or(rest.len());
        let address = trim_sentence(&rest[..end]);
        let host = address.find("://").map_or("", |at| &address[at + 3..]);
        if !host.is_empty() {
            found.push(start..start + address.len());
        }
        from = start + address.len().max(1);
    }
    found
}

/// Finds hosts without a scheme: `see www.example.com/a`. Gives where each begins, and it.
pub(crate) fn find_hosts(text: &str) -> Vec<(usize, &str)> {
    let starts_word = |at: usize| {
        !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '@'))
    };
    text.match_indices("www.")
        .filter(|&(at, _)| starts_word(at))
        .filter_map(|(at, _)| {
            let rest = &text[at..];
            let host = trim_sentence(&rest[..rest.find(ends_address).unwrap_or(rest.len())]);
            host.get(4..)?.contains('.').then_some((at, host))
        })
        .collect()
}

/// Whether a character ends an address in running text. Letters of any script and their marks may
/// belong to it, other signs outside of ASCII are those of the sentence: ” 。 ）.
fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '<' | '>' | '"' | '|' | '\\' | '`')
        || (!c.is_ascii() && !c.is_alphanumeric() && !is_combining_mark(c) && !is_picture(c))
}

/// Pictures and arrows, which some addresses hold.
const fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}')
}

/// Byte offset of the next `http://` or `https://` that starts a word, from `from` on.
fn next_scheme(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.match_indices("http")
        .filter(|&(at, _)| {
            let tail = &rest[at + 4..];
            tail.starts_with("://") || tail.starts_with("s://")
        })
        .map(|(at, _)| from + at)
        .find(|&at| !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Takes away the punctuation of the sentence around an address.
fn trim_sentence(mut address: &str) -> &str {
    loop {
        let trimmed = match address.chars().next_back() {
            Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~') => {
                address.char_indices().next_back().map(|(at, _)| &address[..at])
            }
            Some(close @ (')' | ']' | '}')) if is_unbalanced(address, close) => {
                address.strip_suffix(close)
            }
            _ => None,
        };
        match trimmed {
            Some(shorter) => address = shorter,
            None => return address,
        }
    }
}

fn is_unbalanced(address: &str, close: char) -> bool {
    let open = match close {
        ')' => '(',
        ']' => '[',
        _ => '{',
    };
    address.matches(close).count() > address.matches(open).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(address: &str, reason: &str) {
        assert_eq!(parse_address(address).unwrap_err().to_string(), reason, "{address:?}");
    }

    #[test]
    fn only_plain_web_addresses_pass() {
        assert!(parse_address("https://example.com/a?b=c#d").is_ok());
        assert!(parse_address("HTTP://example.com").is_ok());
        refuses("javascript:alert(1)", "\"javascript:\" is neither https nor http");
        refuses("java\tscript:alert(1)", "it holds a control character");
        refuses("https://exa\u{202e}mple.com", "it holds a control character");
        refuses("data:text/html,x", "\"data:\" is neither https nor http");
        refuses("mailto:a@example.com", "\"mailto:\" is neither https nor http");
        refuses("//example.com", "it does not start with https:// or http://");
        refuses("/about", "it does not start with https:// or http://");
        refuses("#airbnb", "it does not start with https:// or http://");
        refuses("https:example.com", "it does not start with https:// or http://");
        refuses("https://medium.com@evil.example/", "it names a user before the host");
        refuses("https://:secret@evil.example/", "it names a user before the host");
        refuses("https://", "empty host");
    }

    #[test]
    fn pictures_may_lie_in_the_site() {
        assert_eq!(check_picture("/images/a.jpg"), Ok(()));
        assert_eq!(check_picture("images/a.jpg"), Ok(()));
        assert_eq!(check_picture("https://example.com/a.jpg"), Ok(()));
        assert_eq!(check_picture("//example.com/a.jpg"), Err(AddressFault::NotAbsolute));
        assert_eq!(check_picture("/\\example.com/a.jpg"), Err(AddressFault::NotAbsolute));
        assert_eq!(check_picture(""), Err(AddressFault::NotAbsolute));
        assert_eq!(
            check_picture("data:image/svg+xml,x"),
            Err(AddressFault::Scheme("data".to_owned()))
        );
    }

    #[test]
    fn addresses_are_found_without_the_sentence_around_them() {
        let text = "See https://a.example/b(c), (http://d.example), xhttps://no and https://.";
        let found: Vec<&str> = find_addresses(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["https://a.example/b(c)", "http://d.example"]);
    }

    #[test]
    fn signs_of_any_script_end_an_address() {
        for (text, address) in [
            ("“https://a.example/b”", "https://a.example/b"),
            ("见https://a.example/b。更多", "https://a.example/b"),
            ("（https://a.example/b）", "https://a.example/b"),
            ("«https://a.example/b»", "https://a.example/b"),
            ("„https://a.example/b“,", "https://a.example/b"),
            ("https://a.example/b…", "https://a.example/b"),
            ("[see https://a.example/b[1]]", "https://a.example/b[1]"),
            ("**https://a.example/b**", "https://a.example/b"),
            ("https://a.example/b’s", "https://a.example/b"),
            ("https://a.example/größe", "https://a.example/größe"),
            ("https://a.example/数据", "https://a.example/数据"),
        ] {
            let found: Vec<_> = find_addresses(text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(found, [address], "{text}");
        }
    }

    #[test]
    fn hosts_without_a_scheme_are_found() {
        assert_eq!(find_hosts("See www.a.example/b."), [(4, "www.a.example/b")]);
        assert_eq!(find_hosts("https://www.a.example wwww. www. x@www.a.example"), []);
    }
}
