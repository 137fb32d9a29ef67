//! Words of the interface that stand outside of src/wording.
//!
//! Code is searched line by line for string literals that read as words: several of them, an attribute
//! that is read aloud, a text of a view. Class names and shortcuts of keys are none.

/// Where words must not stand.
const DRAWN: &[&str] = &["src/app.rs", "src/components/", "src/pages/"];

/// Attributes whose values are read or heard.
const HEARD: &[&str] = &["aria-label=", "placeholder=", "title="];

/// Each breach in a file, given its code without unit tests.
pub(super) fn breaches(path: &str, code: &str) -> Vec<String> {
    if !DRAWN.iter().any(|drawn| path.starts_with(drawn)) {
        return Vec::new();
    }
    let lines = code.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines
        .filter_map(|(index, line)| {
            let words = words_in(line)?;
            Some(format!(
                "{path}:{}: the words \"{words}\" of the interface belong into src/wording",
                index + 1
            ))
        })
        .collect()
}

/// The first literal of a line that reads as words.
fn words_in(line: &str) -> Option<&str> {
    let mut parts = line.split('"');
    let mut before = parts.next()?;
    while let (Some(literal), after) = (parts.next(), parts.next()) {
        let is_class = before.ends_with("class=") || before.ends_with("class=format!(");
        let is_heard = HEARD.iter().any(|attribute| before.ends_with(attribute));
        // On a line of its own, or between two tags.
        let is_child = (before.trim().is_empty() || before.ends_with('>'))
            && after.is_none_or(|after| after.is_empty() || after.starts_with('<'));
        let letters = literal.as_bytes();
        let is_named = letters.first().is_some_and(u8::is_ascii_uppercase)
            && letters.get(1).is_some_and(u8::is_ascii_lowercase);
        let reads = (is_child && is_named) || is_heard || has_two_words(literal);
        if reads && !is_class && literal.contains(|c: char| c.is_ascii_alphabetic()) {
            return Some(literal);
        }
        before = after?;
    }
    None
}

/// Whether two words of letters follow each other.
fn has_two_words(literal: &str) -> bool {
    let is_word = |part: &str| {
        let part = part.trim_end_matches(['.', ',', ';', ':', '?', '!']);
        part.chars().count() > 1 && part.chars().all(|c| c.is_alphabetic() || c == '’')
    };
    let parts: Vec<&str> = literal.split(' ').collect();
    parts.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_views_are_found() {
        for line in [
            r#"<h1>"About"</h1>"#,
            r#"    "Search""#,
            r#"<button aria-label="close">"#,
            r#"format!("{count} of the chapter")"#,
            r#"let note = "It’s made from the address.";"#,
        ] {
            assert!(words_in(line).is_some(), "{line}");
        }
    }

    #[test]
    fn classes_keys_and_drawings_are_no_words() {
        for line in [
            r#"<div class="words muted">"#,
            r#"class=format!("tag role--{}", role)"#,
            r#"<path d="M4 3.5v9l6.5-4.5z" />"#,
            r#""Escape" => close(),"#,
            r#"" · ""#,
            r#"query_selector("main h1")"#,
            r#"<tr><th scope="row">{label}</th></tr>"#,
        ] {
            assert_eq!(words_in(line), None, "{line}");
        }
    }

    #[test]
    fn only_what_is_drawn_is_searched() {
        assert_eq!(breaches("src/wording/about.rs", "\"Two words\"").len(), 0);
        assert_eq!(breaches("src/pages/about.rs", "x\n\"Two words\"").len(), 1);
        assert_eq!(breaches("src/pages/about.rs", "// \"Two words\"").len(), 0);
    }
}
