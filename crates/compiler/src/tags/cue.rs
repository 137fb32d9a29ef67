//! Words by which an author says that something is a guess or a plan, not known to be so.

use crate::tags::token::Token;

/// Cues as whole words, lower case. Each makes the sentence it stands in a guess.
///
/// "Maybe", "might" and "could" are left out: the chapter says that files "could be analysed" by
/// what Netflix ran, which is no guess.
const CUES: &[&[&str]] = &[
    &["my", "guess"],
    &["our", "guess"],
    &["i", "guess"],
    &["i", "assume"],
    &["i", "suppose"],
    &["i", "suspect"],
    &["probably"],
    &["presumably"],
    &["supposedly"],
    &["perhaps"],
    &["rumoured"],
    &["rumored"],
    &["is", "going", "to"],
    &["are", "going", "to"],
    &["in", "the", "future"],
    &["plan", "to"],
    &["plans", "to"],
    &["planning", "to"],
    &["planned", "to"],
    &["considering"],
];

/// Whether a sentence, given as its words, is a guess or a plan.
pub(crate) fn is_guess(words: &[Token]) -> bool {
    (0..words.len()).any(|at| {
        CUES.iter().any(|cue| {
            words[at..].len() >= cue.len()
                && words[at..].iter().zip(*cue).all(|(word, cue)| word.key == *cue)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags::token::tokens;

    #[test]
    fn guesses_and_plans_are_told_from_facts() {
        assert!(is_guess(&tokens("My guess is, that they did the switch to Spark some time ago")));
        assert!(is_guess(&tokens("Netflix is going to replace it")));
        assert!(is_guess(&tokens("with Apache Spark streaming in the future.")));
        assert!(!is_guess(&tokens(
            "These files then could be analysed by Elastic MapReduce jobs."
        )));
        assert!(!is_guess(&tokens("Messages are put into Apache Kafka.")));
        assert!(!is_guess(&tokens("")));
    }
}
