use super::*;
use crate::input::SourceFile;

#[track_caller]
fn check(text: &str, messages: &[&str]) -> Lexicon {
    let file = SourceFile::new("words.toml", text);
    let mut report = Reporter::new(&file);
    let mut words = Lexicon::parse(&mut report);
    words.add_names(["Booking.com", "ING (fraud detection)", "Pub/Sub"], &mut report);
    let found: Vec<_> = report.finish().iter().map(ToString::to_string).collect();
    assert_eq!(found, messages);
    words
}

fn run(words: &str) -> Vec<String> {
    words.split('-').map(str::to_owned).collect()
}

#[test]
fn the_longest_run_counts_in_any_case() {
    let words = check("[spellings]\n\"ci cd\" = \"CI/CD\"\nci = \"CI\"", &[]);
    assert_eq!(words.spellings.longest_run(&run("CI-cd-x")), Some((2, "CI/CD")));
    assert_eq!(words.spellings.longest_run(&run("ci-x")), Some((1, "CI")));
    assert_eq!(words.spellings.longest_run(&run("x-ci")), None);
}

#[test]
fn names_are_found_as_several_words_and_as_one() {
    let words = check("[names]\npubsub = \"PubSub\"", &[]);
    assert_eq!(words.names.longest_run(&run("booking-com")), Some((2, "Booking.com")));
    assert_eq!(words.names.get("bookingcom"), Some("Booking.com"));
    assert_eq!(words.names.get("ing"), Some("ING"));
    assert_eq!(words.names.get("pubsub"), Some("PubSub"), "the file's own spelling stays");
}

#[test]
fn what_the_other_files_say_is_not_repeated() {
    check(
        "[names]\nbookingcom = \"Booking.com\"",
        &[
            "words.toml:2:1: warning[CB088]: \"Booking.com\" is the name of a company or a technology already; remove the line",
        ],
    );
}

#[test]
fn unknown_keys_and_wrong_types_are_reported() {
    check(
        "unit = [\"gb\"]\nparts = \"part\"\nnames = [\"a\"]\n[places]\nsf = 1",
        &[
            "words.toml:1:1: error[CB084]: unknown key \"unit\" in the file; write \"units\"",
            "words.toml:2:9: error[CB085]: parts of the file is not a list; write parts = [\"…\", \"…\"]",
            "words.toml:3:9: error[CB085]: names is not a table; write its keys below a line [names]",
            "words.toml:5:6: error[CB085]: sf of [places] is not a string; write sf = \"…\"",
        ],
    );
}

#[test]
fn faulty_rules_are_reported() {
    check(
        "usage = [\"no <x> {past}\", \"no {title}\", \"never\", \"Not {past}\", \"no {past}\", \"no {past}\"]",
        &[
            "words.toml:1:10: error[CB124]: \"no <x> {past}\" is no rule: [usage_words] has no \"x\"; add x = \"…\" below [usage_words]",
            "words.toml:1:27: error[CB124]: \"no {title}\" is no rule: {title} is not a weak grade; write {used} or one of {venue}, {guess}, {plan}, {comparison}, {past}, {rejected}, {not-used}",
            "words.toml:1:41: error[CB124]: \"never\" is no rule: it has no place for a name; write {used} or one of {venue}, {guess}, {plan}, {comparison}, {past}, {rejected}, {not-used}",
            "words.toml:1:50: error[CB124]: \"Not {past}\" is no rule: \"Not\" has a capital letter; write \"not\"",
            "words.toml:1:77: warning[CB088]: \"no {past}\" is listed twice in usage; remove one of the two",
        ],
    );
}

#[test]
fn words_that_can_never_match_are_reported() {
    check(
        "lowercase = [\"The\", \"the\", \"the\"]\nunits = [\"g b\"]\nguesses = [\"my guess,\", \"!\"]\nabbreviations = [\"e.g.\"]\n[events]\n\"Kafka-Summit\" = \"Kafka Summit\"\nkubecon = \"\"",
        &[
            "words.toml:1:14: error[CB120]: \"The\" can never match: it is compared with words in lower case; write \"the\"",
            "words.toml:1:28: warning[CB088]: \"the\" is listed twice in lowercase; remove one of the two",
            "words.toml:2:10: error[CB120]: \"g b\" can never match: units holds single words; list each word on its own",
            "words.toml:3:12: error[CB120]: \"my guess,\" can never match: it is compared with words in lower case; write \"my guess\"",
            "words.toml:3:25: error[CB120]: \"!\" can never match: it is compared with words in lower case; write a word, or remove it",
            "words.toml:4:18: error[CB120]: \"e.g.\" can never match: it is compared with words in lower case; write \"e.g\"",
            "words.toml:6:1: error[CB120]: \"Kafka-Summit\" can never match: it is compared with words in lower case; write \"kafka summit\"",
            "words.toml:7:11: error[CB087]: \"kubecon\" in [events] has an empty spelling; write what readers see, or remove the line",
        ],
    );
}
