//! What belongs to no company: words around the companies, groups, contents.

use super::nodes::{addresses, is_contents, text_of};
use super::pieces::shorten;
use crate::diagnostic::{Code, Reporter};
use crate::markdown::{Element, Node};

/// Reports blocks that are shown nowhere: each that holds addresses, and the first of those that
/// only hold words, before the first company, which begins at `first`, and behind it.
pub(super) fn report(strays: &[Node], first: usize, report: &mut Reporter<'_>) {
    let mut last_noted = None;
    for node in strays {
        let is_before = node.span.start < first;
        let place = |one, more| match is_before {
            true => format!("{one} before the first company"),
            false => format!("{more} to no company"),
        };
        let held = addresses(std::slice::from_ref(node));
        let source = report.file.text.get(node.span.clone()).unwrap_or_default();
        let is_underlined = matches!(node.element, Element::Heading(_))
            && !source.starts_with(['#', '<'])
            && source.trim_end().ends_with(['-', '=']);
        match held.as_slice() {
            [] if is_underlined && !is_before => report.warn(
                Code::UnderlinedGroup,
                node.span.clone(),
                format!(
                    "\"{}\" is read as the heading of a group, because of the line below it",
                    shorten(&words(node))
                ),
                "write ## before it, or put a blank line between text and dashes",
            ),
            [] if is_silent(node) || last_noted == Some(is_before) => {}
            [] => {
                last_noted = Some(is_before);
                report.warn(Code::StrayText,
                    node.span.clone(),
                    format!(
                        "\"{}\" {} and is not shown",
                        shorten(&words(node)),
                        place("comes", "belongs")
                    ),
                    "move it below the heading of a company, or leave it as a note to other readers",
                );
            }
            [(address, span)] => report.warn(
                Code::StrayLinks,
                span.clone(),
                format!("the link {address} {} and is not shown", place("comes", "belongs")),
                "move it below the heading of a company",
            ),
            [(address, span), more @ ..] => report.warn(
                Code::StrayLinks,
                span.clone(),
                format!(
                    "the link {address} and {} more below it {} and are not shown",
                    more.len(),
                    place("come", "belong")
                ),
                "move them below the heading of a company",
            ),
        }
        if let Element::HtmlBlock = node.element {
            report_html(node, report);
        }
    }
}

fn words(node: &Node) -> String {
    text_of(std::slice::from_ref(node))
}

/// Titles, groups, contents and lines say nothing that is lost.
fn is_silent(node: &Node) -> bool {
    match &node.element {
        Element::Heading(_) | Element::Rule | Element::DetailsStart | Element::DetailsEnd => true,
        Element::List(_) => is_contents(&node.children),
        _ => words(node).is_empty(),
    }
}

fn report_html(node: &Node, report: &mut Reporter<'_>) {
    super::pieces::read(&node.children, report);
}

/// Whether a node of a heading is a link out of the chapter, or holds one.
pub(super) fn is_link(node: &Node) -> bool {
    !addresses(std::slice::from_ref(node)).is_empty()
}

/// Reports pictures in the words that name a company.
pub(super) fn report_pictures(nodes: &[Node], report: &mut Reporter<'_>) {
    for node in nodes {
        if let Element::Image { .. } = &node.element {
            report.warn(
                Code::PictureNotShown,
                node.span.clone(),
                "a picture beside a company's name is not shown",
                "put it into a paragraph below the name, or remove it",
            );
        }
        report_pictures(&node.children, report);
    }
}
