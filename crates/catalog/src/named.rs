//! The enums whose values have a name in URLs and a label for readers.

use std::fmt;

/// A text is not the name of any value of an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownName;

impl fmt::Display for UnknownName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not one of the known names")
    }
}

impl std::error::Error for UnknownName {}

/// For an enum: the list of its values, their names in URLs and JSON, their labels, and parsing of
/// names.
#[macro_export]
macro_rules! named_values {
    ($type:ident { $($variant:ident => $name:literal, $label:literal;)+ }) => {
        impl $type {
            /// Every value, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in URLs and JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The label that readers see.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::UnknownName;

            fn from_str(name: &str) -> Result<Self, $crate::UnknownName> {
                match name {
                    $($name => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownName),
                }
            }
        }
    };
}
