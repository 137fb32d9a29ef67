//! Labels of bare addresses, and the words around links.

use super::said::Said;
use crate::passage::Words;
use crate::sentence::sentences;
use crate::words::Lexicon;

/// The words of a paragraph on their way into passages.
#[derive(Default)]
pub(super) struct Labelled {
    /// Words that are no label.
    pub(super) prose: Words,
    /// Words since the last bare address: a label, if they end in a colon before the next one.
    pub(super) pending: Words,
    /// The words of links, each with its resource.
    pub(super) links: Vec<(Words, Option<u32>)>,
    /// All of it, in order.
    pub(super) said: Said,
}

impl Labelled {
    pub(super) fn push_link(&mut self, words: Words, resource: Option<u32>) {
        self.pending.append(&words);
        self.said.add_link(Some(words.text()), resource);
        self.links.push((words, resource));
    }

    /// Takes the label of the bare address that follows: the text between the last sentence and a
    /// colon, or all of the line, if the address ends that line.
    pub(super) fn take_label(
        &mut self,
        lexicon: &Lexicon,
        ended_line: Option<u32>,
    ) -> Option<Words> {
        let pending = std::mem::take(&mut self.pending);
        let text = pending.text();
        let end = text.trim_end().len();
        let before_colon = text.get(..end).and_then(|text| text.strip_suffix(':'));
        let is_line = ended_line.is_some_and(|line| pending.trimmed().is_on_line(line));
        let before_address =
            text.get(..end).map(|text| text.trim_end_matches([' ', '-', '–', '—', '|', '→']));
        let Some(before_colon) = before_colon.or(before_address.filter(|_| is_line)) else {
            self.prose.append(&pending);
            return None;
        };
        let start =
            sentences(before_colon, &lexicon.abbreviations).pop().map_or(0, |last| last.start);
        // What only separates it from the address before: ", video:".
        let leads_over = |c: char| c.is_whitespace() || ",;-–—•*·|/&)]".contains(c);
        let sentence = &before_colon[start..];
        let mut label = sentence.trim_start_matches(leads_over);
        if let Some((word, rest)) = label.split_once(' ')
            && before_colon[..start].trim().is_empty()
            && !self.said.has_no_link()
            && lexicon.usage_words.joins(&word.to_lowercase())
        {
            label = rest.trim_start();
        }
        let start = before_colon.len() - label.len();
        self.prose.append(&pending.slice(0..start));
        // "[Slides] <https://…>"
        let is_bracketed = label.len() > 2 && label.starts_with('[') && label.ends_with(']');
        let inset = usize::from(is_bracketed);
        Some(pending.slice(start + inset..before_colon.len() - inset))
    }
}
