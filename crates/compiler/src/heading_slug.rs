//! Slugs made from headings.

use any_ascii::any_ascii_char;
use catalog::{Slug, SlugError};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Makes a slug from a heading: `Booking.com` becomes `booking-com`, `Zürich Ré` becomes
/// `zurich-re`, a ligature is taken apart (`Netﬂix` becomes `netflix`), other scripts are written
/// in Latin letters (`Łódź Data` becomes `lodz-data`, `小米` becomes `xiaomi`).
///
/// # Errors
/// [`SlugError::Empty`] when no letter or digit is left, [`SlugError::TooLong`] when the
/// result is longer than a slug may be.
pub fn slug_from_heading(heading: &str) -> Result<Slug, SlugError> {
    let mut slug = String::with_capacity(heading.len());
    for character in heading.nfkd().filter(|&c| !is_combining_mark(c)) {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if character.is_alphabetic() {
            let latin = any_ascii_char(character).chars();
            slug.extend(latin.filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
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
    fn letters_of_any_script_become_latin() {
        check("Łódź Data", Ok("lodz-data"));
        check("ÆØÅ — Nordic", Ok("aeoa-nordic"));
        check("小米", Ok("xiaomi"));
        check("百度", Ok("baidu"));
        check("Яндекс", Ok("yandeks"));
        check("Straße", Ok("strasse"));
    }

    #[test]
    fn a_heading_without_letters_or_digits_has_no_slug() {
        check("", Err(SlugError::Empty));
        check("🚀", Err(SlugError::Empty));
        check("---", Err(SlugError::Empty));
    }

    #[test]
    fn a_heading_that_is_too_long_is_refused() {
        check(&"a".repeat(81), Err(SlugError::TooLong));
    }
}
