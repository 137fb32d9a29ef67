//! Forms in which texts are compared. Most texts are in them already: those are not copied.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A text in lower case.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    match text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.to_lowercase()),
    }
}

/// A text with its compatibility characters taken apart: `ﬁ` is two letters.
pub(crate) fn compatible(text: &str) -> Cow<'_, str> {
    match text.is_ascii() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfkc().collect()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn forms_are_those_of_unicode(text in any::<String>(), ascii in "[ -~]*") {
            for text in [text, ascii] {
                prop_assert_eq!(lower(&text), text.to_lowercase());
                prop_assert_eq!(compatible(&text), text.nfkc().collect::<String>());
            }
        }
    }
}
