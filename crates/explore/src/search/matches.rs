//! Where in a company a search text was found, with what to highlight.

use std::mem::discriminant;
use std::ops::Range;

use catalog::Company;

use super::field::{Field, FieldMatch};
use super::field_texts::field_texts;
use super::snippet::{sentences, shortened};
use super::terms::{FormEnd, Term, TermForm, WordMatch};
use crate::index::Index;
use crate::text::words::{each_word, end_of_prefix};

/// More would make the card too long.
const MAX_MATCHES: usize = 3;

/// As few places as show every term; then, up to [`MAX_MATCHES`], the best place of each other field.
/// Best field first.
pub(crate) fn matches(index: &Index<'_>, company: &Company, terms: &[Term]) -> Vec<FieldMatch> {
    let places = places(index, company, terms);
    let mut chosen: Vec<usize> = Vec::new();
    let mut shown = 0;
    let new_terms = |at: usize, shown: u32| (places[at].terms & !shown).count_ones();
    while chosen.len() < MAX_MATCHES
        // The first of equals: `max_by_key` keeps the last, so the order is reversed.
        && let Some(best) = (0..places.len()).rev().max_by_key(|at| new_terms(*at, shown))
        && new_terms(best, shown) > 0
    {
        shown |= places[best].terms;
        chosen.push(best);
    }
    for (at, place) in places.iter().enumerate() {
        let kind = discriminant(&place.field);
        if chosen.len() < MAX_MATCHES
            && chosen.iter().all(|chosen| discriminant(&places[*chosen].field) != kind)
        {
            chosen.push(at);
        }
    }
    let places = places.into_iter().enumerate().filter(|(at, _)| chosen.contains(at));
    places
        .map(|(_, place)| {
            let (text, marks) = match place.field {
                Field::Text => shortened(&place.text, &place.marks),
                _ => (place.text, place.marks),
            };
            let marks = marks.iter().map(|(start, end)| (*start as u32, *end as u32)).collect();
            FieldMatch { field: place.field, text, marks }
        })
        .collect()
}

struct Place {
    field: Field,
    text: String,
    marks: Vec<(usize, usize)>,
    /// A bit for each term that is in the text.
    terms: u32,
}

/// Every title, name and sentence that has a term. Of several texts for one technology or one title:
/// the text that shows most terms, the first of equals.
fn places(index: &Index<'_>, company: &Company, terms: &[Term]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for searched in field_texts(index, company) {
        if searched.field == Field::Text {
            places.extend(sentences(&searched.text).filter_map(|s| place(Field::Text, s, terms)));
            continue;
        }
        let Some(place) = place(searched.field, &searched.text, terms) else { continue };
        match places.last_mut() {
            Some(last) if last.field == place.field => {
                if place.terms.count_ones() > last.terms.count_ones() {
                    *last = place;
                }
            }
            _ => places.push(place),
        }
    }
    places
}

fn place(field: Field, text: &str, terms: &[Term]) -> Option<Place> {
    let (marks, terms) = marks(text, terms);
    (terms != 0).then(|| Place { field, text: text.to_owned(), marks, terms })
}

/// Byte ranges to highlight in a text, ascending and disjoint, and a bit for each term that is in it.
pub(crate) fn marks(text: &str, terms: &[Term]) -> (Vec<(usize, usize)>, u32) {
    let mut words: Vec<(String, Range<usize>)> = Vec::new();
    each_word(text, |word, span| words.push((word.to_owned(), span)));
    let mut marks: Vec<(usize, usize)> = Vec::new();
    let mut matched = 0;
    for at in 0..words.len() {
        for (number, term) in terms.iter().enumerate().filter(|(_, term)| !term.is_excluded) {
            let following = words[at..].iter().map(|(word, _)| word.as_str());
            for form in &term.forms {
                let Some((how, count)) = form.follow(following.clone()) else { continue };
                matched |= 1 << number;
                let (start, end) = mark(text, form, how, &words[at..at + count]);
                match marks.last_mut() {
                    Some(last) if start < last.1 => *last = (last.0.min(start), last.1.max(end)),
                    _ => marks.push((start, end)),
                }
            }
        }
    }
    (marks, matched)
}

/// The byte range of a form in the words that match it.
fn mark(
    text: &str,
    form: &TermForm,
    how: WordMatch,
    words: &[(String, Range<usize>)],
) -> (usize, usize) {
    let (first, last) = (&words[0], &words[words.len() - 1]);
    if how != WordMatch::Prefix {
        return (first.1.start, last.1.end);
    }
    let written = &text[last.1.clone()];
    let before: usize = words[..words.len() - 1].iter().map(|(word, _)| word.len()).sum();
    let letters = &form.letters[before..];
    let inside = if form.end == FormEnd::Inside { last.0.find(letters).unwrap_or(0) } else { 0 };
    let letters_before = last.0[..inside].chars().count();
    let start = end_of_prefix(written, letters_before) + last.1.start;
    let end = end_of_prefix(written, letters_before + letters.chars().count()) + last.1.start;
    (if words.len() == 1 { start } else { first.1.start }, end)
}
