//! The syntax of a search text: words, `"quoted phrases"`, `-excluded` terms, `AND`, `OR`, `NOT`.

use std::ops::Range;

use super::terms::{Term, TermKind};
use crate::text::fold::is_of_a_run;
use crate::text::words::each_word;

/// Terms of a search text beyond this number are ignored: it bounds the work for a pasted text.
pub(crate) const MAX_TERMS: usize = 32;

/// Keyboards turn straight quotes into these.
const QUOTES: [char; 7] = ['"', '“', '”', '„', '‟', '«', '»'];

/// A hyphen, and what keyboards make of it.
const MINUSES: [char; 3] = ['-', '−', '–'];

/// The terms of a search text, each once.
pub(crate) fn terms(text: &str) -> Vec<Term> {
    let mut reader = TermReader::default();
    let mut at = 0;
    while at < text.len() && reader.terms.len() < MAX_TERMS {
        let rest = &text[at..];
        let space = rest.len() - rest.trim_start().len();
        if space > 0 {
            at += space;
            continue;
        }
        at += reader.token(text, at);
    }
    reader.terms
}

#[derive(Default)]
struct TermReader {
    terms: Vec<Term>,
    /// `NOT` stands before the next term.
    is_negated: bool,
    /// `OR` stands before the next term.
    is_alternative: bool,
}

impl TermReader {
    /// Reads what begins at `start`, which is no space; its length.
    fn token(&mut self, text: &str, start: usize) -> usize {
        let token = &text[start..];
        let unsigned = token.trim_start_matches(MINUSES);
        let sign = token.len() - unsigned.len();
        let is_excluded = sign > 0 && unsigned.starts_with(|c: char| !c.is_whitespace());
        if let Some(quoted) = unsigned.strip_prefix(QUOTES) {
            let opening = unsigned.len() - quoted.len();
            let (phrase, closing) = match quoted.find(QUOTES) {
                Some(end) => {
                    (&quoted[..end], quoted[end..].chars().next().map_or(0, char::len_utf8))
                }
                None => (quoted, 0),
            };
            let length = sign + opening + phrase.len() + closing;
            let kind = if closing > 0 { TermKind::Quoted } else { TermKind::Unclosed };
            self.add(words(phrase), kind, is_excluded, start..start + length);
            return length;
        }
        let end = unsigned.find(|c: char| c.is_whitespace() || QUOTES.contains(&c));
        let typed = &unsigned[..end.unwrap_or(unsigned.len())];
        let length = sign + typed.len();
        let span = start..start + length;
        match typed {
            "AND" | "&" | "+" if sign == 0 && !self.terms.is_empty() => {}
            "OR" | "|" if sign == 0 && !self.terms.is_empty() => self.is_alternative = true,
            "NOT" if sign == 0 && !text[span.end..].trim().is_empty() => self.is_negated = true,
            _ => self.add_typed(typed, is_excluded, span),
        }
        length
    }

    /// Adds typed words without a space between them.
    fn add_typed(&mut self, typed: &str, is_excluded: bool, span: Range<usize>) {
        let words = words(typed);
        let is_joined = |c: char| "-‐‑–/._&'’+@".contains(c);
        let is_one = typed
            .trim_matches(|c: char| !c.is_alphanumeric())
            .chars()
            .all(|c| c.is_alphanumeric() || is_joined(c));
        match words.len() {
            0 => {}
            1 => self.add(words, TermKind::Plain, is_excluded, span),
            _ if is_one && !typed.contains(is_of_a_run) => {
                self.add(words, TermKind::Joined, is_excluded, span)
            }
            _ => {
                for word in words {
                    self.add(vec![word], TermKind::Plain, is_excluded, span.clone());
                }
            }
        }
    }

    fn add(&mut self, words: Vec<String>, kind: TermKind, is_excluded: bool, span: Range<usize>) {
        if words.is_empty() || self.terms.len() == MAX_TERMS {
            return;
        }
        let is_excluded = is_excluded || self.is_negated;
        let term = Term::new(words, kind, is_excluded, span);
        let is_alternative = self.is_alternative && !is_excluded;
        (self.is_negated, self.is_alternative) = (false, false);
        match self.terms.last_mut() {
            Some(last) if is_alternative && !last.is_excluded => {
                last.span.end = term.span.end;
                last.kind = TermKind::Either;
                last.forms.extend(term.forms);
            }
            _ => {
                let is_same =
                    |other: &Term| other.forms == term.forms && other.is_excluded == is_excluded;
                if !self.terms.iter().any(is_same) {
                    self.terms.push(term);
                }
            }
        }
    }
}

/// The words of a text, folded.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _| words.push(word.to_owned()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the terms of a text, each as its words with what it is.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown = terms(text).into_iter().map(|term| {
            let sign = if term.is_excluded { "-" } else { "" };
            let words = term.words.join(" ");
            match term.kind {
                TermKind::Plain => format!("{sign}{words}"),
                TermKind::Joined => format!("{sign}({words})"),
                TermKind::Quoted => format!("{sign}\"{words}\""),
                TermKind::Unclosed => format!("{sign}\"{words}"),
                TermKind::Either => format!("{sign}{words}|"),
            }
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn words_are_separated_by_spaces() {
        check("", &[]);
        check(" – !", &[]);
        check("Kafka  spark\tKAFKA", &["kafka", "spark"]);
        check("kafka, spark; (flink)", &["kafka", "spark", "flink"]);
        check("kafka,spark", &["kafka", "spark"]);
        check("百度Kafka", &["百度", "kafka"]);
    }

    #[test]
    fn words_joined_by_signs_are_one_term() {
        check("real-time", &["(real time)"]);
        check("Pub/Sub, booking.com!", &["(pub sub)", "(booking com)"]);
        check("Zürich-West", &["(zurich west)"]);
        check("netflix's", &["netflix"]);
    }

    #[test]
    fn quotes_keep_words_together() {
        check("\"data lake\" aws", &["\"data lake\"", "aws"]);
        check("“House of Cards”", &["\"house of cards\""]);
        check("„Data Lake“ «spark sql»", &["\"data lake\"", "\"spark sql\""]);
        check("\"data la", &["\"data la"]);
        check("kafka\"data lake\"spark", &["kafka", "\"data lake\"", "spark"]);
        check("\"\" \" \"", &[]);
    }

    #[test]
    fn a_minus_before_a_term_excludes_it() {
        check("spark -kafka", &["spark", "-kafka"]);
        check("−kafka –spark --flink", &["-kafka", "-spark", "-flink"]);
        check("-\"spark sql\" -real-time", &["-\"spark sql\"", "-(real time)"]);
        check("spark - kafka", &["spark", "kafka"]);
        check("- -- spark-", &["spark"]);
        check("-", &[]);
    }

    #[test]
    fn operators_in_capitals_are_no_words() {
        check("kafka AND spark", &["kafka", "spark"]);
        check("kafka NOT spark flink", &["kafka", "-spark", "flink"]);
        check("NOT kafka", &["-kafka"]);
        check("kafka OR flink druid", &["kafka|", "druid"]);
        check("kafka | \"spark sql\" OR flink", &["kafka|"]);
        check("kafka & spark + flink", &["kafka", "spark", "flink"]);
        check("kafka OR", &["kafka"]);
        check("kafka NOT ", &["kafka", "not"]);
        check("OR and not", &["or", "and", "not"]);
    }

    #[test]
    fn a_term_knows_its_place() {
        let text = "  spark -\"a b\" c/d";
        let spans: Vec<_> = terms(text).iter().map(|term| &text[term.span.clone()]).collect();
        assert_eq!(spans, ["spark", "-\"a b\"", "c/d"]);
    }

    #[test]
    fn a_pasted_text_is_cut() {
        let text: Vec<String> = (0..1000).map(|number| number.to_string()).collect();
        assert_eq!(terms(&text.join(" ")).len(), MAX_TERMS);
        assert_eq!(terms(&text.join(",")).len(), MAX_TERMS);
    }
}
