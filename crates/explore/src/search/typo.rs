//! One typo in an unfinished word.
//!
//! An edit distance does not answer this: the term may be the beginning of the word, of any length.

/// The shortest word of a search text in which a typo is forgiven, in characters.
pub(crate) const FORGIVEN_LENGTH: usize = 5;

/// Whether `term` is `word` or a beginning of it except for one letter too many, missing or wrong, or
/// two neighbouring letters swapped.
///
/// In a beginning, the first letter and at least one letter after the typo have to match; otherwise
/// `sparc` would begin every word in `spar…`. The caller has ruled out that `word` begins with `term`.
pub(crate) fn is_one_typo_from(term: &str, word: &str) -> bool {
    let same = term.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
    let same = term.floor_char_boundary(same);
    let (term, word) = (&term[same..], &word[same..]);
    let (term_first, term_rest) = split_first(term);
    let (word_first, word_rest) = split_first(word);
    if term_first.is_none() {
        return false;
    }
    // An unfinished word with a wrong first letter would begin too many others.
    let goes_on = |term: &str, word: &str| {
        word == term || (same > 0 && !term.is_empty() && word.starts_with(term))
    };
    let (term_second, term_tail) = split_first(term_rest);
    let (word_second, word_tail) = split_first(word_rest);
    let swapped = word_first.is_some() && term_first == word_second && term_second == word_first;
    goes_on(term_rest, word)
        || (word_first.is_some() && (goes_on(term_rest, word_rest) || goes_on(term, word_rest)))
        // Both swapped letters are in the word, so the term may end with them.
        || (swapped && word_tail.starts_with(term_tail))
}

fn split_first(text: &str) -> (Option<char>, &str) {
    let mut chars = text.chars();
    (chars.next(), chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_typo_is_recognised() {
        for term in ["netfix", "nettflix", "netflux", "netlfix", "etflix", "netflixx", "entflix"] {
            assert!(is_one_typo_from(term, "netflix"), "{term}");
        }
        assert!(is_one_typo_from("zörich", "zurich"));
        assert!(is_one_typo_from("кафла", "кафка"));
    }

    #[test]
    fn two_typos_are_not() {
        for term in ["netfx", "ntfix", "netflyxs", "enftlix", "spark", "netflixes"] {
            assert!(!is_one_typo_from(term, "netflix"), "{term}");
        }
    }

    #[test]
    fn a_typo_in_an_unfinished_word_is_recognised_once_the_word_goes_on() {
        assert!(is_one_typo_from("netlfi", "netflix"));
        assert!(is_one_typo_from("netlf", "netflix"));
        assert!(is_one_typo_from("kubrne", "kubernetes"));
        assert!(!is_one_typo_from("sparc", "sparse"));
        assert!(!is_one_typo_from("sparx", "sparkles"));
        assert!(!is_one_typo_from("hadop", "adoption"));
    }
}
