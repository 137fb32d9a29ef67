//! Slugs made from headings.

use catalog::{Slug, SlugError};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Makes a slug from a heading: `Booking.com` becomes `booking-com`, `Zürich Ré` becomes
/// `zurich-re`, a ligature is taken apart (`Netﬂix` becomes `netflix`).
///
/// # Errors
/// [`SlugError::Empty`] when no ASCII letter or digit is left, [`SlugError::TooLong`] when the
/// result is longer than a slug may be.
pub fn slug_from_heading(heading: &str) -> Result<Slug, SlugError> {
    let mut slug = String::with_capacity(heading.len());
    for character in heading.nfkd().filter(|&c| !is_combining_mark(c)) {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug.parse()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, expected: Result<&str, SlugError>) {
        assert_eq!(
            slug_from_heading(heading).as_ref().map(Slug::as_str),
            expected.as_ref().copied()
        );
    }

    #[test]
    fn headings_become_slugs() {
        check("Airbnb", Ok("airbnb"));
        check("Booking.com", Ok("booking-com"));
        check("ING Fraud", Ok("ing-fraud"));
        check("  Siemens   Mindsphere ", Ok("siemens-mindsphere"));
        check("Netﬂix", Ok("netflix"));
        check("Zürich Ré & Söhne", Ok("zurich-re-sohne"));
    }

    #[test]
    fn a_heading_without_ascii_letters_or_digits_has_no_slug() {
        check("", Err(SlugError::Empty));
        check("百度", Err(SlugError::Empty));
        check("---", Err(SlugError::Empty));
    }

    #[test]
    fn a_heading_that_is_too_long_is_refused() {
        check(&"a".repeat(81), Err(SlugError::TooLong));
    }
}
