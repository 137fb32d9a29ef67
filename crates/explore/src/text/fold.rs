//! Folding: letters without case, diacritics and ligatures.
//!
//! The tables of Unicode's own decomposition would be the largest part of the site's code by far.
//! This file has the letters of Latin scripts and the common ones of Greek and Cyrillic; a test
//! compares it with Unicode. Letters of other scripts are not folded.

/// The text without case, diacritics and ligatures: `Netﬂix` is `netflix`, `Zürich` is `zurich`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, |c| folded.push(c));
    }
    folded
}

/// Emits the characters that `c` folds to: several for a ligature, none for a combining accent.
pub(crate) fn fold_char(c: char, mut emit: impl FnMut(char)) {
    if c.is_ascii() {
        return emit(c.to_ascii_lowercase());
    }
    if is_silent(c) {
        return;
    }
    match letters_of(c) {
        Some(letters) => letters.chars().for_each(emit),
        None => emit(letter_of(c)),
    }
}

/// Characters inside words that are not compared: combining accents, soft hyphen, joiners, variation
/// selectors.
const fn is_silent(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// The letters that a ligature or a digraph is typed as.
const fn letters_of(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'ǽ' | 'ǣ' | 'Æ' | 'Ǽ' | 'Ǣ' => "ae",
        'œ' | 'Œ' => "oe",
        'ĳ' | 'Ĳ' => "ij",
        'Ǆ'..='ǆ' | 'Ǳ'..='ǳ' => "dz",
        'Ǉ'..='ǉ' => "lj",
        'Ǌ'..='ǌ' => "nj",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// The letter without its accent, in lower case.
fn letter_of(c: char) -> char {
    let in_table = |table: &[u8], first: char| match table.get(c as usize - first as usize) {
        None | Some(b'-') => c,
        Some(letter) => char::from(*letter),
    };
    let moved = |by: i32| u32::try_from(c as i32 + by).ok().and_then(char::from_u32).unwrap_or(c);
    match c {
        'ª' => 'a',
        'º' => 'o',
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        'À'..='ɏ' => in_table(LATIN, 'À'),
        'Ḁ'..='ỿ' => in_table(LATIN_ADDITIONAL, 'Ḁ'),
        // Full-width forms are in the order of ASCII.
        '！'..='～' => moved(0x21 - 0xff01).to_ascii_lowercase(),
        '\u{212a}' => 'k',
        '\u{212b}' => 'a',
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' | 'Ί' | 'Ϊ' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' | 'Ύ' | 'Ϋ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        'ς' => 'σ',
        'Α'..='Ω' => moved(0x20),
        'ё' | 'Ё' => 'е',
        'й' | 'Й' => 'и',
        'А'..='Я' => moved(0x20),
        'Ѐ'..='Џ' => moved(0x50),
        other => other,
    }
}

/// The plain letters of U+00C0 to U+024F; `-` where there is none.
const LATIN: &[u8] = b"\
    aaaaaa-ceeeeiiiidnooooo-ouuuuy--aaaaaa-ceeeeiiiidnooooo-ouuuuy-yaaaaaaccccccccdd\
    ddeeeeeeeeeegggggggghhhhiiiiiiiiii--jjkk-llllll--llnnnnnn---oooooo--rrrrrrssssss\
    ssttttttuuuuuuuuuuuuwwyyyzzzzzzs--------------------------------oo-------------u\
    u----------------------------aaiioouuuuuuuuuu-aaaa----ggkkoooo--j---gg--nnaa--oo\
    aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy----------------------------";

/// The plain letters of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo\
    oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy-s----\
    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
    uuyyyyyyyy------";

/// The text as a slug would have it: folded words joined by hyphens. `OLAP & query` is `olap-query`.
pub(crate) fn slug_form(text: &str) -> String {
    let mut form = String::new();
    for c in fold(text).chars() {
        if is_of_a_word(c) {
            form.push(c);
        } else if !form.is_empty() && !form.ends_with('-') {
            form.push('-');
        }
    }
    form.truncate(form.trim_end_matches('-').len());
    form
}

/// Whether a text has a letter or a digit to search for.
pub(crate) fn has_words(text: &str) -> bool {
    fold(text).chars().any(is_of_a_word)
}

/// Whether a folded character belongs to a word: in ASCII a letter or a digit, elsewhere any
/// character outside the blocks of signs. Unicode's own tables are exact but cost 2 kB of the first
/// load.
pub(crate) const fn is_of_a_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        // Punctuation, symbols, arrows, box drawing; then those of CJK; private use and specials.
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}' => false,
        '\u{3008}'..='\u{3020}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' => false,
        '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' => false,
        // The middle dot between words of Katakana.
        '\u{30fb}' | '\u{ff65}' => false,
        _ => true,
    }
}

/// Whether a character is of a script that writes words without spaces between them: a part of such
/// a run is a word as well.
pub(crate) const fn is_of_a_run(c: char) -> bool {
    matches!(c,
        // Thai and Lao; Myanmar; Khmer.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        // Hangul, Kana, Han.
        | '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}' | '\u{20000}'..='\u{3ffff}')
}

/// The first character that [`is_of_a_run`]: words of such scripts sort behind it.
pub(crate) const FIRST_OF_A_RUN: &str = "\u{e00}";

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn signs_part_words_and_letters_of_any_script_make_them() {
        for letter in "az09éßłЖא中あ한²".chars() {
            assert!(is_of_a_word(letter), "{letter}");
        }
        for sign in " -/—…“”«»·×€→✓、。「🦀\u{a0}\u{200b}\u{e000}\0".chars()
        {
            assert!(!is_of_a_word(sign), "{sign:?}");
        }
    }

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
        assert_eq!(fold("ΑΩ ΆΡΗΣ ЯЏ Йод"), "αω αρησ яџ иод");
        assert_eq!(fold("百度"), "百度");
    }

    #[test]
    fn a_label_is_written_as_its_slug() {
        for (text, form) in [
            ("Kafka", "kafka"),
            (" OLAP & query ", "olap-query"),
            ("Pub/Sub", "pub-sub"),
            ("Zürich", "zurich"),
            ("--a--b--", "a-b"),
            ("!!!", ""),
        ] {
            assert_eq!(slug_form(text), form, "{text}");
        }
    }

    #[test]
    fn what_is_not_seen_is_not_compared() {
        assert_eq!(fold("Zu\u{308}rich da\u{ad}ta"), "zurich data");
        assert_eq!(fold("İ"), "i");
    }
}
