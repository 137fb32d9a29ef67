//! What static site generators read before the Markdown begins: YAML between lines of `---`, or
//! TOML between lines of `+++`.

/// Length of the front matter at the start of a text, the line break behind it included; 0 if
/// there is none.
pub(super) fn length(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next() else { return 0 };
    let (ends, sign): (&[&str], _) = match first.trim_end() {
        "---" => (&["---", "..."], ':'),
        "+++" => (&["+++"], '='),
        _ => return 0,
    };
    let mut length = first.len();
    let mut starts_with_key = false;
    for (number, line) in lines.enumerate() {
        length += line.len();
        if ends.contains(&line.trim_end()) {
            return if starts_with_key { length } else { 0 };
        }
        // Between two thematic breaks there are blank lines and headings, and no key at once.
        if number == 0 {
            starts_with_key = line.split_once(sign).is_some_and(|(key, _)| is_key(key.trim()));
        }
        if !starts_with_key || line.starts_with("##") {
            return 0;
        }
    }
    0
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_with_its_second_line_of_signs() {
        assert_eq!(length("---\ntitle: a\ntags:\n  - b\n---\n\n# A\n"), 29);
        assert_eq!(length("+++\ntitle = \"a\"\n+++\n# A\n"), 20);
        assert_eq!(length("---\r\ntitle: a\r\n...\r\nb"), 20);
    }

    #[test]
    fn thematic_breaks_are_no_front_matter() {
        for text in
            ["", "---\n", "---\n\nWords.\n\n---\n", "---\ntitle: a\n", "# A\n---\na: b\n---\n"]
        {
            assert_eq!(length(text), 0, "{text:?}");
        }
    }
}
