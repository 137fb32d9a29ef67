//! What the chapter's words for a link say: its title, or only what it leads to ("slides", "here").

use catalog::Kind;

use crate::links::{Context, Link};
use crate::token::tokens;
use crate::words::Lexicon;

/// Longer texts before a link are no title of it.
const LONGEST_TITLE: usize = 120;

/// A kind that the chapter's words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SaidKind {
    /// Whatever the address looks like.
    Sure(Kind),
    /// Unless the address says better.
    Likely(Kind),
}

/// What words for a link say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LinkWords {
    /// No more than what it leads to, if that much.
    OnlyKind(Option<SaidKind>),
    /// What it is about, and maybe the kind.
    Title(Option<SaidKind>),
}

/// The chapter's words for a link, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Naming {
    /// What readers see beside the title.
    pub(super) label: Option<String>,
    /// Words that are a title: the link's own, of the list or the row.
    pub(super) title: Option<String>,
    /// Words beside the address that are a title where the address has none that is known to be one.
    pub(super) beside: Option<String>,
    pub(super) kind: Option<SaidKind>,
}

impl Naming {
    /// Sorts the words in and around a link.
    pub(super) fn read(link: &Link, lexicon: &Lexicon) -> Self {
        let Context { has_own_words, before, behind, row, column } = &link.context;
        let own = link.label.as_deref();
        let behind = behind.as_deref().map(behind_address).unwrap_or_default();
        let label = own.or_else(|| behind.filter(|_| !has_own_words));
        let meaning = label.map(|label| meaning(label, lexicon));
        let kind_of = |text: Option<&str>| match meaning_of(text, lexicon) {
            Some(LinkWords::OnlyKind(kind)) => kind,
            _ => None,
        };
        let of_label = match meaning {
            Some(LinkWords::OnlyKind(kind) | LinkWords::Title(kind)) => kind,
            None => None,
        };
        let nearest = before.first().filter(|_| label.is_none());
        let kind = of_label
            .or_else(|| kind_of(behind))
            .or_else(|| kind_of(nearest.map(String::as_str)))
            .or_else(|| kind_of(column.as_deref()));
        let is_title = |text: &&str| {
            text.len() <= LONGEST_TITLE
                && matches!(meaning_of(Some(text), lexicon), Some(LinkWords::Title(_)))
        };
        let of_row = row.as_deref().filter(is_title);
        let around = || before.iter().map(String::as_str).find(is_title).or(of_row);
        let (title, beside) = match meaning {
            Some(LinkWords::Title(_)) if *has_own_words => (label, None),
            Some(LinkWords::Title(_)) => (None, label),
            Some(LinkWords::OnlyKind(_)) => (around(), None),
            None => (of_row, None),
        };
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Self { label: owned(label), title: owned(title), beside: owned(beside), kind }
    }
}

/// Quotation marks that open and close.
const QUOTES: [(char, char); 10] = [
    ('"', '"'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('«', '»'),
    ('»', '«'),
    ('‘', '’'),
    ('\'', '\''),
    ('「', '」'),
    ('『', '』'),
];

/// A title without the quotation marks around all of it.
pub(super) fn unquoted(title: &str) -> &str {
    let inside = QUOTES.iter().find_map(|&(open, close)| {
        let inside = title.trim().strip_prefix(open)?.strip_suffix(close)?;
        (!inside.contains([open, close])).then_some(inside.trim())
    });
    inside.filter(|inside| inside.contains(char::is_alphanumeric)).unwrap_or(title)
}

/// Words that follow an address and belong to it: in brackets, or behind a dash or a colon.
fn behind_address(text: &str) -> Option<&str> {
    let text = text.trim();
    if text.ends_with(':') {
        // The label of the next address.
        return None;
    }
    if let Some(rest) = text.strip_prefix(['(', '[']) {
        return Some(rest.split([')', ']']).next().unwrap_or(rest).trim());
    }
    let rest = text.strip_prefix(['-', '–', '—', ':'])?.trim();
    (!rest.is_empty() && rest.len() <= LONGEST_TITLE).then_some(rest)
}

fn meaning_of(text: Option<&str>, lexicon: &Lexicon) -> Option<LinkWords> {
    text.filter(|text| text.contains(char::is_alphanumeric)).map(|text| meaning(text, lexicon))
}

fn meaning(text: &str, lexicon: &Lexicon) -> LinkWords {
    if let Some(kind) = only_kind(text, lexicon) {
        return LinkWords::OnlyKind(kind);
    }
    let beginning = text.split_once(": ").map(|(beginning, _)| beginning);
    let ending = text.strip_suffix([')', ']']).and_then(|text| text.rsplit_once(['(', '[']));
    let ending = ending.or_else(|| {
        [" – ", " — ", " - ", " | ", ": "].iter().find_map(|sign| text.rsplit_once(sign))
    });
    let at_edges = [beginning, ending.map(|(_, ending)| ending)];
    let kind = at_edges.into_iter().flatten().find_map(|edge| only_kind(edge, lexicon).flatten());
    LinkWords::Title(kind.or_else(|| kind_of_what(text, lexicon)))
}

/// "Slides of our talk": the kind, where a text begins with it and says of what.
fn kind_of_what(text: &str, lexicon: &Lexicon) -> Option<SaidKind> {
    let words: Vec<String> = tokens(text).into_iter().map(|token| token.key).collect();
    let skipped = words.iter().take_while(|word| lexicon.lowercase.contains(word)).count();
    let (count, kind) = longest_kind(&words[skipped..], lexicon)?;
    let next = words.get(skipped + count)?;
    lexicon.kind_of.contains(next).then_some(kind)
}

/// The kind that words name, if they name no more: `None` when they say more.
fn only_kind(text: &str, lexicon: &Lexicon) -> Option<Option<SaidKind>> {
    let words: Vec<String> = tokens(text).into_iter().map(|token| token.key).collect();
    let mut kinds: Vec<SaidKind> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((count, kind)) = longest_kind(&words[at..], lexicon) {
            kinds.push(kind);
            at += count;
        } else if lexicon.fillers.contains(&words[at]) || words[at].parse::<u32>().is_ok() {
            at += 1;
        } else {
            return None;
        }
    }
    let sure = kinds.iter().find(|kind| matches!(kind, SaidKind::Sure(_)));
    Some(sure.or(kinds.first()).copied())
}

fn longest_kind(words: &[String], lexicon: &Lexicon) -> Option<(usize, SaidKind)> {
    let sure = lexicon.kinds.longest_run(words).map(|(count, kind)| (count, SaidKind::Sure(kind)));
    let likely = lexicon.likely_kinds.longest_run(words);
    let likely = likely.map(|(count, kind)| (count, SaidKind::Likely(kind)));
    [sure, likely].into_iter().flatten().max_by_key(|&(count, _)| count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: LinkWords) {
        assert_eq!(meaning(text, &Lexicon::frozen()), expected, "{text}");
    }

    #[test]
    fn words_that_say_only_what_it_is_are_no_title() {
        let slides = Some(SaidKind::Sure(Kind::Slides));
        let video = Some(SaidKind::Sure(Kind::Video));
        check("slides", LinkWords::OnlyKind(slides));
        check("The slides (PDF)", LinkWords::OnlyKind(slides));
        check("Watch on YouTube", LinkWords::OnlyKind(video));
        check("Video 2", LinkWords::OnlyKind(video));
        check("here", LinkWords::OnlyKind(None));
        check("read more", LinkWords::OnlyKind(None));
        check("PDF", LinkWords::OnlyKind(Some(SaidKind::Likely(Kind::Paper))));
        check("Folien", LinkWords::OnlyKind(slides));
        check("White paper", LinkWords::OnlyKind(Some(SaidKind::Sure(Kind::Paper))));
    }

    #[test]
    fn a_kind_at_the_edge_of_a_title_is_read() {
        let slides = Some(SaidKind::Sure(Kind::Slides));
        check("Counting anvils (slides)", LinkWords::Title(slides));
        check("Counting anvils – slides", LinkWords::Title(slides));
        check("Slides: Counting anvils", LinkWords::Title(slides));
        check("Slides of our talk about anvils", LinkWords::Title(slides));
        check("Counting anvils", LinkWords::Title(None));
        check("Slides that changed us", LinkWords::Title(None));
        check("Video encoding at Acme", LinkWords::Title(None));
    }

    #[test]
    fn a_title_keeps_only_the_quotation_marks_inside_of_it() {
        for (title, expected) in [
            ("\"Counting anvils\"", "Counting anvils"),
            ("„Wie wir zählen“", "Wie wir zählen"),
            ("« Compter »", "Compter"),
            ("\"Big\" and \"small\"", "\"Big\" and \"small\""),
            ("How \"we\" count", "How \"we\" count"),
            ("‘It’s’", "‘It’s’"),
            ("\"\"", "\"\""),
        ] {
            assert_eq!(unquoted(title), expected);
        }
    }

    #[test]
    fn words_behind_an_address_are_told_from_those_of_the_next() {
        assert_eq!(behind_address("(slides) and more"), Some("slides"));
        assert_eq!(behind_address("– Counting anvils"), Some("Counting anvils"));
        assert_eq!(behind_address(", video:"), None);
        assert_eq!(behind_address("– video:"), None);
        assert_eq!(behind_address("says it all."), None);
    }
}
