//! Identifiers that appear in URLs.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest slug that is accepted, in bytes. Longer input is a mistake or an attack.
pub const MAX_SLUG_LENGTH: usize = 80;

/// A lower-case ASCII identifier: letters and digits in groups joined by single hyphens.
///
/// Bookmarks hold slugs, so a slug that ever shipped must keep its meaning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

/// Why a text is not a slug.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SlugError {
    /// Nothing is left that a slug may hold.
    Empty,
    /// Longer than [`MAX_SLUG_LENGTH`] bytes.
    TooLong,
    /// Holds something other than lower-case ASCII letters, digits and single inner hyphens.
    Malformed,
}

impl fmt::Display for SlugError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "a slug needs at least one ASCII letter or digit",
            Self::TooLong => "a slug may have at most 80 characters",
            Self::Malformed => {
                "a slug holds lower-case letters a-z, digits and single hyphens between them"
            }
        })
    }
}

impl std::error::Error for SlugError {}

impl Slug {
    /// Makes a slug from a heading: `Booking.com` becomes `booking-com`, `Zürich Ré` becomes
    /// `zurich-re`, a ligature is taken apart (`Netﬂix` becomes `netflix`).
    ///
    /// # Errors
    /// [`SlugError::Empty`] when no ASCII letter or digit is left, [`SlugError::TooLong`] past
    /// [`MAX_SLUG_LENGTH`].
    pub fn from_heading(heading: &str) -> Result<Self, SlugError> {
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

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        if text.is_empty() {
            return Err(SlugError::Empty);
        }
        if text.len() > MAX_SLUG_LENGTH {
            return Err(SlugError::TooLong);
        }
        let well_formed = text.split('-').all(|group| {
            !group.is_empty()
                && group.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if well_formed { Ok(Self(text.to_owned())) } else { Err(SlugError::Malformed) }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, expected: Result<&str, SlugError>) {
        assert_eq!(
            Slug::from_heading(heading).as_ref().map(Slug::as_str),
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

    #[test]
    fn only_canonical_text_parses() {
        for text in ["Kafka", "a--b", "-a", "a-", "a b", "a/b", "ü", "..", "%20"] {
            assert_eq!(text.parse::<Slug>(), Err(SlugError::Malformed), "{text}");
        }
    }
}
