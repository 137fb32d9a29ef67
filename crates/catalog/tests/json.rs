//! The JSON between the compiler and the app.

#![allow(clippy::unwrap_used)]

use catalog::Catalog;
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_serde_writes_is_read_back(catalog in fixtures::catalog(6)) {
        let json = serde_json::to_string(&catalog).unwrap();
        prop_assert_eq!(Catalog::from_json(&json).unwrap(), catalog);
    }
}
