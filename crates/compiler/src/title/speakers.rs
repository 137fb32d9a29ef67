//! The speakers of a talk, read from the words of its address.

use crate::words::Lexicon;

/// Removes speakers from the end of `words`: `…-with-first-last-and-first-last`. A tail that is
/// not a list of names stays: `…-with-apache-spark`.
pub(super) fn take_tail(words: &mut Vec<String>, lexicon: &Lexicon) -> Vec<String> {
    let Some(with) = words.iter().rposition(|word| lexicon.before_speakers.contains(word)) else {
        return Vec::new();
    };
    let names: Option<Vec<String>> = words[with + 1..]
        .split(|word| lexicon.between_speakers.contains(word))
        .map(|words| name(words, lexicon))
        .collect();
    match names {
        Some(names) if with > 0 => {
            words.truncate(with);
            names
        }
        _ => Vec::new(),
    }
}

/// A person's name: a first name that is known, and one to four words that are no others.
fn name(words: &[String], lexicon: &Lexicon) -> Option<String> {
    let [first, rest @ ..] = words else { return None };
    let last = rest.last()?;
    let is_particle = |word: &String| lexicon.name_particles.contains(word);
    let particles = rest.iter().filter(|word| is_particle(word)).count();
    let is_name = lexicon.given_names.contains(first)
        && !is_particle(last)
        && (2..=4).contains(&(words.len() - particles))
        && particles <= 3
        && !names_something(words, lexicon)
        && words.iter().all(|word| is_particle(word) || is_name_part(word, lexicon));
    let write = |word: &String| {
        if is_particle(word) && word != first { word.to_lowercase() } else { capitalised(word) }
    };
    is_name.then(|| words.iter().map(write).collect::<Vec<_>>().join(" "))
}

/// Whether a known name begins anywhere in the words: "Ray Serve".
fn names_something(words: &[String], lexicon: &Lexicon) -> bool {
    (0..words.len()).any(|at| {
        [&lexicon.names, &lexicon.spellings]
            .iter()
            .any(|known| known.longest_run(&words[at..]).is_some())
    })
}

fn is_name_part(word: &str, lexicon: &Lexicon) -> bool {
    let letters = word.chars().count();
    letters > 1
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
        && !lexicon.not_people.contains(word)
        && !lexicon.lowercase.contains(word)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(slug: &str) -> Vec<String> {
        slug.split('-').map(str::to_owned).collect()
    }

    #[track_caller]
    fn check_tail(slug: &str, left: &str, speakers: &[&str]) {
        let mut words = words(slug);
        assert_eq!(take_tail(&mut words, &Lexicon::frozen()), speakers, "{slug}");
        assert_eq!(words.join("-"), left);
    }

    #[test]
    fn names_at_the_end_are_speakers() {
        check_tail("logging-with-jakub-wozniak", "logging", &["Jakub Wozniak"]);
        check_tail("a-with-chenzhao-guo-and-carson-wang", "a", &["Chenzhao Guo", "Carson Wang"]);
        check_tail(
            "a-with-apache-spark-with-enric-tejedor",
            "a-with-apache-spark",
            &["Enric Tejedor"],
        );
        check_tail("talk-by-ralf-sigmund", "talk", &["Ralf Sigmund"]);
        check_tail("anvils-by-jane-van-der-roe", "anvils", &["Jane van der Roe"]);
        check_tail("anvils-by-jose-luis-garcia-lopez", "anvils", &["Jose Luis Garcia Lopez"]);
    }

    #[test]
    fn other_words_at_the_end_stay() {
        for slug in [
            "platform-with-apache-spark",
            "quality-with-great-expectations",
            "scaling-with-ray-serve",
            "moving-with-azure-synapse",
            "dealing-with-skewed-joins",
            "anvils-by-jane-van",
            "metrics-with-apache-calcite-and-apache-samza",
            "pipelines-with-machine-learning",
            "life-with-pandas",
            "migrating-etl-with-no-downtime",
            "migrating-etl-with-zero-downtime",
            "scaling-with-less-hardware",
            "a-pipeline-by-the-book",
            "serving-without-limits-by-our-team",
            "sharding-with-jakub-wozniak-and-no-downtime",
            "etl-with-lots-of-care",
            "with-jakub-wozniak",
            "ends-with",
        ] {
            check_tail(slug, slug, &[]);
        }
    }
}
