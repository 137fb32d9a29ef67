//! `[[company.<slug>.diagram]]` in `companies.toml`.

use catalog::{Block, Diagram, DiagramStep, Figure};

use super::*;

const STEPS: &str = r#"steps = [{ id = "a", name = "A" }, { id = "b", name = "B", part = "Storage", technology = "kafka" }]
"#;
const FLOWS: &str = "flows = [[\"a\", \"b\"]]\n";
const WORDS: &str = "caption = \"C\"\ndescription = \"D.\"\n";

fn picture(src: &str, caption: &str) -> Block {
    Block::Figure(Figure {
        src: src.to_owned(),
        caption: caption.to_owned(),
        label: None,
        width: None,
        diagram: None,
        line: 5,
    })
}

/// The company x with two pictures, completed by entries of diagrams.
fn complete(text: &str, scope: Scope) -> (Company, Vec<String>) {
    let technologies = technology("kafka", "");
    let companies = text;
    let input = Input { scope, ..input(&technologies, companies, "") };
    let quoted = Block::List { start: None, items: vec![vec![picture("/b.jpg", "")]] };
    let mut company =
        Company { body: vec![picture("/old.jpg", "The old way"), quoted], ..company("x") };
    let messages = super::complete(&mut company, &[], &input);
    (company, messages)
}

#[track_caller]
fn check(keys: &str, messages: &[&str]) {
    let (_, found) = complete(&format!("[[company.x.diagram]]\n{keys}"), Scope::Site);
    assert_eq!(found, messages);
}

#[test]
fn a_diagram_takes_the_place_of_a_picture() {
    let text = format!(
        "[[company.x.diagram]]\n{WORDS}{STEPS}{FLOWS}\n[[company.x.diagram]]\nfigure = \"/old.jpg\"\ndescription = \"D.\"\n{STEPS}{FLOWS}"
    );
    let (company, messages) = complete(&text, Scope::Site);
    assert_eq!(messages, [""; 0]);
    let step = |name: &str| DiagramStep { name: name.to_owned(), part: None, technology: None };
    let diagram = |caption: &str| Diagram {
        caption: caption.to_owned(),
        description: "D.".to_owned(),
        steps: vec![
            step("A"),
            DiagramStep {
                part: Some("Storage".to_owned()),
                technology: slug_from_heading("kafka").ok(),
                ..step("B")
            },
        ],
        flows: vec![(0, 1)],
    };
    assert_eq!(company.diagrams, [diagram("C"), diagram("The old way")]);
    let Some(Block::Figure(figure)) = company.body.first() else { panic!("no picture") };
    assert_eq!(figure.diagram, Some(1));
}

#[test]
fn a_picture_is_found_wherever_it_stands() {
    let text = format!("[[company.x.diagram]]\nfigure = \"/b.jpg\"\n{WORDS}{STEPS}{FLOWS}");
    let (company, messages) = complete(&text, Scope::Site);
    assert_eq!(messages, [""; 0]);
    let Some(Block::List { items, .. }) = company.body.last() else { panic!("no list") };
    assert!(matches!(&items[0][0], Block::Figure(figure) if figure.diagram == Some(0)));
    assert_eq!(company.diagrams[0].caption, "C");
}

#[test]
fn a_picture_must_be_the_chapters() {
    let keys = format!("figure = \"/odl.jpg\"\ndescription = \"D.\"\n{STEPS}{FLOWS}");
    check(
        &keys,
        &[
            "companies.toml:2:10: error[CB113]: \"x\" has no picture \"/odl.jpg\"; write \"/old.jpg\", or leave figure out and write a caption",
        ],
    );
    let (_, messages) =
        complete(&format!("[[company.x.diagram]]\n{keys}"), Scope::Draft(Day::default()));
    assert_eq!(messages, [""; 0]);
    check(
        &format!("figure = \"/b.jpg\"\ndescription = \"D.\"\n{STEPS}{FLOWS}"),
        &[
            "companies.toml:1:1: error[CB115]: neither the diagram nor the picture \"/b.jpg\" has a caption; add caption = \"…\"",
        ],
    );
    let once = format!("figure = \"/old.jpg\"\ndescription = \"D.\"\n{STEPS}{FLOWS}");
    check(
        &format!("{once}[[company.x.diagram]]\n{once}"),
        &[
            "companies.toml:7:10: error[CB114]: two diagrams replace the picture \"/old.jpg\"; remove one of the two, or its figure",
        ],
    );
}

#[test]
fn a_diagram_says_in_words_what_it_shows() {
    check(
        &format!("{STEPS}{FLOWS}"),
        &[
            "companies.toml:1:1: error[CB086]: diagram of company \"x\" has no caption; add caption = \"…\"",
            "companies.toml:1:1: error[CB086]: diagram of company \"x\" has no description; add description = \"…\"",
        ],
    );
}

#[test]
fn steps_are_named_once() {
    check(
        WORDS,
        &[
            "companies.toml:1:1: error[CB111]: diagram of company \"x\" has no steps; write steps = [{ id = \"…\", name = \"…\" }, …]",
        ],
    );
    check(
        &format!(
            "{WORDS}steps = [{{ id = \"a\", name = \"A\" }}, {{ id = \"a\", name = \"B\" }}, {{ id = \"b\" }}, 1, {{ id = \"c\", name = \"C\", technology = \"kakfa\" }}]\nflows = [[\"a\", \"c\"]]"
        ),
        &[
            "companies.toml:4:43: error[CB088]: diagram of company \"x\" has two steps with the id \"a\"; give this one another id, or remove one of the two",
            "companies.toml:4:62: error[CB086]: a step of diagram of company \"x\" has no name; add name = \"…\"",
            "companies.toml:4:76: error[CB085]: a step of diagram of company \"x\" is not a table; write steps = [{ id = \"…\", name = \"…\" }, …]",
            "companies.toml:4:116: error[CB081]: unknown technology \"kakfa\"; write \"kafka\", or add a [[technology]] with that id to technologies.toml",
        ],
    );
}

#[test]
fn flows_join_two_steps() {
    check(
        &format!(
            "{WORDS}{STEPS}flows = [[\"a\", \"b\"], [\"a\", \"b\"], [\"a\", \"a\"], [\"a\", \"bb\"], [\"a\"]]"
        ),
        &[
            "companies.toml:5:22: warning[CB088]: diagram of company \"x\" has this flow twice; remove one of the two",
            "companies.toml:5:34: error[CB112]: a flow of diagram of company \"x\" ends at the step where it starts; name two different steps, or remove it",
            "companies.toml:5:52: error[CB081]: unknown step \"bb\"; write \"b\", or add a step with that id",
            "companies.toml:5:59: error[CB112]: a flow of diagram of company \"x\" is not a pair of steps; write flows = [[\"id of a step\", \"id of the next\"], …]",
        ],
    );
    check(
        &format!("{WORDS}{STEPS}"),
        &[
            "companies.toml:4:17: warning[CB110]: no flow of diagram of company \"x\" touches the step \"a\"; add a flow that starts or ends there, or remove the step",
            "companies.toml:4:43: warning[CB110]: no flow of diagram of company \"x\" touches the step \"b\"; add a flow that starts or ends there, or remove the step",
        ],
    );
}
