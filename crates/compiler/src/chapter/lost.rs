//! What Markdown drops silently, and characters that nobody sees.

use std::ops::Range;

use super::pieces::shorten;
use crate::diagnostic::{Code, Reporter};
use crate::markdown::{self, Document, Element, Node};

/// Reports both.
pub(super) fn report(document: &Document, report: &mut Reporter<'_>) {
    report_lost(document, report);
    report_control_characters(document, report);
}

/// Reports what Markdown drops silently.
fn report_lost(document: &Document, report: &mut Reporter<'_>) {
    let text = &report.file.text;
    let slice = |span: &Range<usize>| shorten(text.get(span.clone()).unwrap_or_default().trim());
    for span in &document.unresolved {
        report.error(
            Code::UndefinedReference,
            span.clone(),
            format!("the reference {} has no definition, so it is not a link", slice(span)),
            "give the address itself: [words](https://…)",
        );
    }
    for span in &document.unused_definitions {
        report.error(
            Code::UnusedDefinition,
            span.clone(),
            format!("no link uses the definition {}, so its address would be lost", slice(span)),
            "use it, or write the address as a link",
        );
    }
    for span in &document.ignored {
        report.error(
            Code::RepeatedDefinition,
            span.clone(),
            format!("the line {} would be lost: its name is defined above already", slice(span)),
            "give the definition another name",
        );
    }
    for span in &document.too_deep {
        report.error(
            Code::DeepNesting,
            span.clone(),
            format!("this is nested deeper than {} levels", markdown::MAX_DEPTH),
            "nest it less deeply",
        );
    }
}

/// Reports invisible characters, literal or written as `&#1;`.
fn report_control_characters(document: &Document, report: &mut Reporter<'_>) {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, character) in report.file.text.char_indices().filter(|&(_, c)| is_control(c)) {
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(at..end),
        }
    }
    for run in runs {
        let held = report.file.text.get(run.clone()).unwrap_or_default();
        report_control_run(held, run, report);
    }
    report_control_entities(&document.nodes, report);
}

fn report_control_entities(nodes: &[Node], report: &mut Reporter<'_>) {
    for Node { element, span, children } in nodes {
        let said = match element {
            Element::Text(said) | Element::CodeBlock(said) => said.as_str(),
            Element::Link { title, .. } | Element::Image { title, .. } => title.as_str(),
            _ => "",
        };
        let source = report.file.text.get(span.clone()).unwrap_or_default();
        if said.chars().any(|c| is_control(c) && !source.contains(c)) {
            report_control_run(said, span.clone(), report);
        }
        report_control_entities(children, report);
    }
}

fn report_control_run(text: &str, span: Range<usize>, report: &mut Reporter<'_>) {
    let mut held = text.chars().filter(|&c| is_control(c));
    let first = held.next().map_or(0, u32::from);
    let (message, cure) = match held.count() {
        0 => (format!("an invisible control character, U+{first:04X}"), "remove it"),
        more => (
            format!("{} invisible control characters, the first of them U+{first:04X}", more + 1),
            "remove them",
        ),
    };
    report.error(Code::ControlCharacter, span, format!("the text contains {message}"), cure);
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r')
}
