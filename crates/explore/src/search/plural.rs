//! Singular and plural of English words.

/// Words that only look like a plural of another word that texts have.
const NO_PLURALS: [&str; 4] = ["has", "its", "news", "was"];

/// Other numbers of a folded word, without those that begin with it. Some are no words: they are
/// looked up as whole words, and nothing is found for them.
pub(crate) fn other_numbers(word: &str) -> Vec<String> {
    let mut others = Vec::new();
    let mut add = |ending: &str, other: &str, shortest: usize| {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= shortest
        {
            others.push(format!("{stem}{other}"));
        }
    };
    if NO_PLURALS.contains(&word) || !word.is_ascii() {
        return others;
    }
    if !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        add("s", "", 2);
    }
    add("es", "", 3);
    add("ies", "y", 2);
    add("y", "ies", 3);
    add("ses", "sis", 3);
    add("sis", "ses", 3);
    for singular in ["ex", "ix"] {
        add("ices", singular, 2);
        add(singular, "ices", 2);
    }
    others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_finds_the_other() {
        for (one, many) in [
            ("pipeline", "pipelines"),
            ("company", "companies"),
            ("movie", "movies"),
            ("batch", "batches"),
            ("analysis", "analyses"),
            ("index", "indices"),
            ("ad", "ads"),
            ("query", "queries"),
        ] {
            assert!(other_numbers(many).contains(&one.to_owned()), "{many}");
            let is_found = many.starts_with(one) || other_numbers(one).contains(&many.to_owned());
            assert!(is_found, "{one}");
        }
    }

    #[test]
    fn what_is_no_plural_stays() {
        for word in ["news", "redis", "class", "status", "kafka", "s", "is", "数据s"] {
            assert_eq!(other_numbers(word), [""; 0], "{word}");
        }
    }
}
