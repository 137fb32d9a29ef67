//! Letters as the search compares them: case, diacritics and ligatures aside.
//!
//! The tables of Unicode's own decomposition would be the largest part of the site's code by far.
//! This has the letters of Latin scripts, and the accents of Greek and Cyrillic; a test compares it
//! with Unicode. Letters of other scripts are compared as they stand.

/// The text without case, diacritics and ligatures: `Netﬂix` is `netflix`, `Zürich` is `zurich`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, |c| folded.push(c));
    }
    folded
}

/// Gives the characters that `c` is compared as: several for a ligature, none for an accent.
pub(crate) fn fold_char(c: char, mut emit: impl FnMut(char)) {
    if c.is_ascii() {
        return emit(c.to_ascii_lowercase());
    }
    if is_silent(c) {
        return;
    }
    for lower in c.to_lowercase().filter(|c| !is_silent(*c)) {
        match letters_of(lower) {
            Some(letters) => letters.chars().for_each(&mut emit),
            None => emit(letter_of(lower)),
        }
    }
}

/// What stands inside words and is not compared: accents of their own, soft hyphen and joiners,
/// variation selectors.
const fn is_silent(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// The letters that a ligature or a digraph is typed as.
const fn letters_of(lower: char) -> Option<&'static str> {
    Some(match lower {
        'ß' => "ss",
        'æ' | 'ǽ' | 'ǣ' => "ae",
        'œ' => "oe",
        'ĳ' => "ij",
        'ǆ' | 'ǳ' => "dz",
        'ǉ' => "lj",
        'ǌ' => "nj",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// The letter without its accent.
fn letter_of(lower: char) -> char {
    let code = lower as usize;
    let in_table = |table: &[u8], first: usize| match table.get(code.wrapping_sub(first)) {
        None | Some(b'-') => lower,
        Some(letter) => char::from(*letter),
    };
    match lower {
        'ª' => 'a',
        'º' => 'o',
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        '\u{c0}'..='\u{24f}' => in_table(LATIN, 0xc0),
        '\u{1e00}'..='\u{1eff}' => in_table(LATIN_ADDITIONAL, 0x1e00),
        // Full width forms stand in the order of ASCII.
        '！'..='～' => u8::try_from(code - 0xfee0).map_or(lower, char::from),
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ё' => 'е',
        'й' => 'и',
        other => other,
    }
}

/// The plain letters of U+00C0 to U+024F; `-` where there is none or it is no lower-case letter.
const LATIN: &[u8] = b"\
    --------------------------------aaaaaa-ceeeeiiiidnooooo-ouuuuy-y-a-a-a-c-c-c-c-d\
    -d-e-e-e-e-e-g-g-g-g-h-h-i-i-i-i-i---j-k--l-l-l---l-n-n-n----o-o-o---r-r-r-s-s-s\
    -s-t-t-t-u-u-u-u-u-u-w-y--z-z-zs---------------------------------o--------------\
    u-----------------------------a-i-o-u-u-u-u-u--a-a-----g-k-o-o--j----g---n-a---o\
    -a-a-e-e-i-i-o-o-r-r-u-u-s-t---h-------a-e-o-o-o-o-y----------------------------";

/// The plain letters of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8] = b"\
    -a-b-b-b-c-d-d-d-d-d-e-e-e-e-e-f-g-h-h-h-h-h-i-i-k-k-k-l-l-l-l-m-m-m-n-n-n-n-o-o\
    -o-o-p-p-r-r-r-r-s-s-s-s-s-t-t-t-t-u-u-u-u-u-v-v-w-w-w-w-w-x-x-y-z-z-zhtwy-s----\
    -a-a-a-a-a-a-a-a-a-a-a-a-e-e-e-e-e-e-e-e-i-i-o-o-o-o-o-o-o-o-o-o-o-o-u-u-u-u-u-u\
    -u-y-y-y-y------";

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn folding_is_what_unicode_says_wherever_that_is_ascii() {
        let mut compared = 0;
        let latin = ('\u{80}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
        for c in latin.chain('ﬀ'..='ﬆ').chain('！'..='～').chain(['\u{212a}', '\u{212b}']) {
            let unicode: String =
                std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).collect();
            let unicode = unicode.to_lowercase();
            if unicode.chars().all(|c| c.is_ascii_alphanumeric()) {
                assert_eq!(fold(&c.to_string()), unicode, "{c}");
                compared += 1;
            }
        }
        assert!(compared > 500, "{compared}");
    }

    #[test]
    fn letters_that_unicode_does_not_take_apart_are_folded_as_they_are_typed() {
        assert_eq!(
            fold("ŁÓDŹ Straße STRAẞE Ærø Đ ı œuvre"),
            "lodz strasse strasse aero d i oeuvre"
        );
        assert_eq!(fold("Ώρα Ёлка"), "ωρα елка");
        assert_eq!(fold("百度"), "百度");
    }

    #[test]
    fn what_is_not_seen_is_not_compared() {
        assert_eq!(fold("Zu\u{308}rich da\u{ad}ta"), "zurich data");
        assert_eq!(fold("İ"), "i");
    }
}
