//! `technologies.toml`.

use super::*;

#[track_caller]
fn check_technologies(text: &str, kept: &[&str], messages: &[&str]) {
    let (metadata, found) = read(&input(text, "", "").files);
    assert_eq!(found, messages);
    let slugs: Vec<_> = metadata.technologies.list.iter().map(|t| t.slug.as_str()).collect();
    assert_eq!(slugs, kept);
}

#[test]
fn a_valid_technology_keeps_all_it_says() {
    let text = technology(
        "kafka",
        "aliases = [\"Apache Kafka\"]\nspellings = [\"kafkas\"]\nvenues = [\"Kafka Summit\"]\nsites = [\"kafka.apache.org\"]\nformerly = [\"kafka-mq\"]",
    ) + &technology("streams", "parent = \"kafka\"");
    let (metadata, messages) = read(&input(&text, "", "").files);
    assert_eq!(messages, [""; 0]);
    let [kafka, streams] = metadata.technologies.list.as_slice() else {
        panic!("two technologies")
    };
    assert_eq!(kafka.aliases, ["Apache Kafka"]);
    assert_eq!(kafka.formerly, ["kafka-mq".parse().unwrap()]);
    assert_eq!(streams.parent.as_ref(), Some(&kafka.slug));
}

#[test]
fn a_fault_of_syntax_costs_only_its_line() {
    check_technologies(
        &format!("comparisons = [\"db-engines.com\"\n{}", technology("kafka", "")),
        &[],
        &[
            "technologies.toml:2:1: error[CB080]: this is not TOML: missing comma between array elements, expected `,`; correct the syntax here",
        ],
    );
    check_technologies(
        &technology("kafka", "aliases ="),
        &["kafka"],
        &[
            "technologies.toml:7:10: error[CB080]: this is not TOML: string values must be quoted, expected literal string; correct the syntax here",
        ],
    );
}

#[test]
fn an_unknown_parent_offers_the_nearest() {
    check_technologies(
        &(technology("kafka", "") + &technology("streams", "parent = \"kakfa\"")),
        &["kafka", "streams"],
        &[
            "technologies.toml:14:10: error[CB081]: unknown parent \"kakfa\"; write \"kafka\", or add a [[technology]] with that id",
        ],
    );
}

#[test]
fn an_unknown_role_offers_the_roles() {
    check_technologies(
        &technology("kafka", "").replace("\"storage\"", "\"database\""),
        &[],
        &[
            "technologies.toml:4:8: error[CB081]: unknown role \"database\"; use one of: collection, transport, stream-processing, batch-processing, storage, table-format, olap-query, serving, orchestration, infrastructure, platform",
        ],
    );
}

#[test]
fn an_id_stands_for_one_technology() {
    check_technologies(
        &(technology("kafka", "") + &technology("kafka", "")),
        &["kafka"],
        &[
            "technologies.toml:9:6: error[CB088]: technology \"kafka\" is already on line 2; give this one another id, or remove one of the two",
        ],
    );
}

#[test]
fn two_technologies_cannot_claim_the_same_words() {
    check_technologies(
        &(technology("kafka", "aliases = [\"Event Log\"]")
            + &technology("pulsar", "aliases = [\"event-log\"]")),
        &["kafka", "pulsar"],
        &[
            "technologies.toml:14:12: error[CB092]: \"event-log\" already names technology \"kafka\" on line 2; remove it from one of the two",
        ],
    );
    check_technologies(
        &technology("kafka", "aliases = [\"Kafka\", \"++\"]"),
        &["kafka"],
        &[
            "technologies.toml:7:12: warning[CB095]: \"Kafka\" matches the same words as another name of this technology; remove it: case, hyphens and the like do not matter",
            "technologies.toml:7:21: error[CB094]: \"++\" holds no letter and no digit, so nothing can match it; write a name with letters or digits",
        ],
    );
}

#[test]
fn a_technology_is_no_part_of_itself() {
    check_technologies(
        &(technology("a", "parent = \"b\"") + &technology("b", "parent = \"a\"")),
        &["a", "b"],
        &[
            "technologies.toml:7:10: error[CB090]: technology \"a\" is a part of itself; remove one of the parents in this circle",
        ],
    );
    check_technologies(
        &technology("a", "parent = \"a\""),
        &["a"],
        &[
            "technologies.toml:7:10: error[CB090]: technology \"a\" is a part of itself; remove one of the parents in this circle",
        ],
    );
}

#[test]
fn what_readers_see_must_be_there() {
    check_technologies(
        &technology("kafka", "").replace("\"S.\"", "\" \""),
        &["kafka"],
        &[
            "technologies.toml:5:11: error[CB087]: summary of technology \"kafka\" is empty; write something between the quotes of summary, or remove the entry",
        ],
    );
    check_technologies(
        &technology("kafka", "").replace("name = \"kafka\"\n", ""),
        &[],
        &[
            "technologies.toml:1:1: error[CB086]: technology \"kafka\" has no name; add name = \"…\"",
        ],
    );
}

#[test]
fn a_homepage_is_a_site() {
    check_technologies(
        &technology("kafka", "").replace("https://a.org", "javascript:alert(1)"),
        &["kafka"],
        &[
            "technologies.toml:6:12: error[CB083]: homepage of technology \"kafka\" is not an http or https address: \"javascript:alert(1)\"; write an address such as \"https://kafka.apache.org/\"",
        ],
    );
}

#[test]
fn an_unknown_key_offers_the_nearest() {
    check_technologies(
        &technology("kafka", "alias = [\"x\"]"),
        &["kafka"],
        &[
            "technologies.toml:7:1: error[CB084]: unknown key \"alias\" in technology \"kafka\"; write \"aliases\"",
        ],
    );
    check_technologies(
        "[[tool]]",
        &[],
        &[
            "technologies.toml:1:3: error[CB084]: unknown key \"tool\" in the file; remove it, or use one of: comparisons, technology",
        ],
    );
}

#[test]
fn an_id_is_a_slug() {
    check_technologies(
        &technology("Apache Kafka", ""),
        &[],
        &[
            "technologies.toml:2:6: error[CB082]: id \"Apache Kafka\" is not a valid slug: a slug holds lower-case letters a-z, digits and single hyphens between them; write \"apache-kafka\"",
        ],
    );
}

#[test]
fn a_value_of_another_kind_costs_only_itself() {
    check_technologies(
        &technology("kafka", "aliases = \"x\"\nvenues = [1, \"y\"]\nparent = 3"),
        &["kafka"],
        &[
            "technologies.toml:7:11: error[CB085]: aliases of technology \"kafka\" is not a list; write aliases = [\"…\", \"…\"]",
            "technologies.toml:8:11: error[CB085]: venues of technology \"kafka\" holds a value that is not a string; write venues = [\"…\", \"…\"]",
            "technologies.toml:9:10: error[CB085]: parent of technology \"kafka\" is not a string; write parent = \"…\"",
        ],
    );
    check_technologies(
        "technology = 1",
        &[],
        &[
            "technologies.toml:1:14: error[CB085]: technology of the file is not a list; write its keys below a line [[technology]]",
        ],
    );
}

#[test]
fn capitalised_names_are_names() {
    check_technologies(
        &technology("spark", "capitalised = [\"Sparky\"]"),
        &["spark"],
        &[
            "technologies.toml:7:16: error[CB091]: \"Sparky\" is neither the name nor an alias; add it to the aliases, or remove it here",
        ],
    );
}

#[test]
fn a_site_belongs_to_one_technology() {
    check_technologies(
        &(technology("a", "sites = [\"a.org/x\"]")
            + &technology("b", "sites = [\"www.a.org/X/\", \"https://b.org\"]")),
        &["a", "b"],
        &[
            "technologies.toml:14:10: error[CB092]: site \"www.a.org/X/\" already belongs to technology \"a\"; remove it from one of the two",
            "technologies.toml:14:26: error[CB096]: \"https://b.org\" is not an address prefix; write a host, with a path if need be, without scheme: \"aws.amazon.com/s3\"",
        ],
    );
    check_technologies(
        "comparisons = [\"a.org\", \"www.a.org\"]",
        &[],
        &[
            "technologies.toml:1:25: warning[CB088]: \"www.a.org\" is listed twice; remove one of the two",
        ],
    );
}

#[test]
fn a_former_id_leads_to_one_technology() {
    check_technologies(
        &(technology("a", "formerly = [\"b\"]") + &technology("b", "")),
        &["a", "b"],
        &[
            "technologies.toml:7:13: error[CB092]: former id \"b\" already leads to a technology; remove it where it does not belong",
        ],
    );
}

#[test]
fn signs_tell_names_apart() {
    let language = |id: &str, name: &str| {
        format!(
            "[[technology]]\nid = \"{id}\"\nname = \"{name}\"\nrole = \"platform\"\nsummary = \"S.\"\n\
             homepage = \"https://{id}.example/\"\n"
        )
    };
    let text = [language("c", "C"), language("cpp", "C++"), language("c-sharp", "C#")].concat();
    check_technologies(&text, &["c", "cpp", "c-sharp"], &[]);
}
