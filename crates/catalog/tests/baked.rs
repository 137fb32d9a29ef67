//! The bytes between the build script and the app.

#![allow(clippy::unwrap_used)]

use catalog::Catalog;
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_is_baked_is_read_back(catalog in fixtures::catalog(6)) {
        prop_assert_eq!(Catalog::from_bytes(&catalog.to_bytes().unwrap()).unwrap(), catalog);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Catalog::from_bytes(&bytes);
    }
}
