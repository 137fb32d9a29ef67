//! The catalogue as bytes: the build script bakes them, the app embeds and reads them.
//!
//! Both sides derive the format from the types, and both come from the same build, so nothing in it
//! is named, optional or versioned. Reading it takes a third of the code that reading JSON takes
//! (`docs/decisions/007-catalogue-as-bytes.md`).

use std::fmt;

use crate::model::Catalog;

/// Bytes are not a catalogue of this build.
#[derive(Debug)]
pub struct BakedError(postcard::Error);

impl fmt::Display for BakedError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("these bytes are not a catalogue of this build: ")?;
        self.0.fmt(formatter)
    }
}

impl std::error::Error for BakedError {}

impl Catalog {
    /// The catalogue as bytes.
    ///
    /// # Errors
    /// When the format cannot hold a value; no type of the catalogue has such values.
    pub fn to_bytes(&self) -> Result<Vec<u8>, BakedError> {
        postcard::to_allocvec(self).map_err(BakedError)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) of the same build wrote.
    ///
    /// # Errors
    /// When the bytes are not a catalogue of this build.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BakedError> {
        postcard::from_bytes(bytes).map_err(BakedError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_are_refused() {
        let catalog = Catalog {
            redirects: vec![("a".parse().unwrap(), "b".parse().unwrap())],
            ..Catalog::default()
        };
        let bytes = catalog.to_bytes().unwrap();
        assert!(Catalog::from_bytes(&bytes[..bytes.len() - 1]).is_err());
        let not_a_slug: Vec<u8> =
            bytes.iter().map(|byte| if *byte == b'a' { b'A' } else { *byte }).collect();
        assert!(Catalog::from_bytes(&not_a_slug).is_err());
    }
}
