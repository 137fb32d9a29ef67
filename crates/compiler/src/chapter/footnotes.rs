//! Footnotes, which stand anywhere in a file and belong to the company that refers to them.

use super::parts::Parts;
use crate::markdown::{Element, Node};

/// Moves each footnote to the end of the companies that refer to it. One that none refers to stays.
pub(super) fn attach(parts: &mut Parts) {
    let mut notes: Vec<(String, Node)> = Vec::new();
    let referred: Vec<Vec<String>> = parts
        .companies
        .iter()
        .map(|company| {
            let mut names = Vec::new();
            references(&company.body, &mut names);
            names
        })
        .collect();
    let bodies = parts.companies.iter_mut().map(|company| &mut company.body);
    for body in bodies.chain([&mut parts.strays]) {
        body.retain(|node| match &node.element {
            Element::Footnote(name) if referred.iter().flatten().any(|used| used == name) => {
                notes.push((name.clone(), node.clone()));
                false
            }
            _ => true,
        });
    }
    for (company, names) in parts.companies.iter_mut().zip(referred) {
        let own = notes.iter().filter(|(name, _)| names.contains(name));
        company.body.extend(own.map(|(_, node)| node.clone()));
    }
}

fn references(nodes: &[Node], names: &mut Vec<String>) {
    for node in nodes {
        match &node.element {
            Element::FootnoteReference(name) => names.push(name.clone()),
            _ => references(&node.children, names),
        }
    }
}
