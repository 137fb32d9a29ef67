//! Identifiers that appear in URLs.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The longest slug that is accepted, in bytes. Longer input is a mistake or an attack.
pub const MAX_SLUG_LENGTH: usize = 80;

/// A lower-case ASCII identifier: letters and digits in groups joined by single hyphens.
///
/// Bookmarks hold slugs, so a slug that ever shipped must keep its meaning.
///
/// ```
/// use catalog::{Slug, SlugError};
///
/// assert_eq!("booking-com".parse::<Slug>()?.as_str(), "booking-com");
/// assert_eq!("Booking.com".parse::<Slug>(), Err(SlugError::Malformed));
/// # Ok::<(), SlugError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Slug(String);

/// Reason why a text is not a slug.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SlugError {
    /// The text is empty.
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
    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
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
        if well_formed { Ok(Self(text)) } else { Err(SlugError::Malformed) }
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

    #[test]
    fn a_text_that_is_empty_or_too_long_is_refused() {
        assert_eq!("".parse::<Slug>(), Err(SlugError::Empty));
        assert_eq!("a".repeat(MAX_SLUG_LENGTH + 1).parse::<Slug>(), Err(SlugError::TooLong));
    }

    #[test]
    fn only_canonical_text_parses() {
        for text in ["Kafka", "a--b", "-a", "a-", "a b", "a/b", "ü", "..", "%20"] {
            assert_eq!(text.parse::<Slug>(), Err(SlugError::Malformed), "{text}");
        }
    }
}
