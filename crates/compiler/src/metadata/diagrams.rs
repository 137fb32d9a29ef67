//! Reads `[[company.<slug>.diagram]]`, how data flows there, and attaches it to the company.

use std::collections::BTreeSet;
use std::ops::Range;

use catalog::{Block, Company, Diagram, DiagramStep, Figure, Slug};
use toml::Spanned;
use toml::de::DeValue;

use crate::diagnostic::{Code, Reporter, saturating_u32};
use crate::keys::{Key, Table, Value};
use crate::metadata::technologies::Technologies;
use crate::nearest::nearest;
use crate::toml_file::{Entry, spanned_text};

/// Keys of `[[company.<slug>.diagram]]`.
pub(super) const KEYS: Table = Table(&[
    Key::optional(
        "figure",
        Value::Text,
        "Address of the picture in the chapter that the diagram replaces.",
    ),
    Key::optional(
        "caption",
        Value::Text,
        "Text below the diagram. Optional if the replaced picture has a caption.",
    ),
    Key::required(
        "description",
        Value::Text,
        "Text alternative for readers who cannot see the diagram: one or two sentences.",
    ),
    Key::required("steps", Value::Tables(&STEP), "The boxes, in the order of the data flow."),
    Key::optional(
        "flows",
        Value::TextPairs,
        "The arrows: [\"id of a step\", \"id of the next step\"].",
    ),
]);

const STEP: Table = Table(&[
    Key::required("id", Value::Text, "Name of the step in flows."),
    Key::required("name", Value::Text, "Text of the box."),
    Key::optional("part", Value::Text, "Part of the pipeline, such as \"Storage\"."),
    Key::optional("technology", Value::Slug, "Id of a technology in technologies.toml."),
]);

/// A diagram as the file has it.
#[derive(Clone, Debug)]
pub(super) struct DiagramEntry {
    /// Address of the chapter's picture that it replaces.
    figure: Option<Spanned<String>>,
    /// The caption is empty where the picture's own is used.
    diagram: Diagram,
    /// Where the entry starts.
    span: Range<usize>,
}

/// Reads one entry. `None` when nothing can be drawn from it.
pub(super) fn read(
    entry: &Entry<'_>,
    technologies: &Technologies,
    report: &mut Reporter<'_>,
) -> Option<DiagramEntry> {
    entry.check_keys(report);
    let figure = entry.text("figure", report);
    let caption = match figure {
        Some(_) => entry.text("caption", report),
        None => entry.required("caption", report),
    };
    let description = entry.required("description", report);
    let (ids, steps) = read_steps(entry, technologies, report);
    let flows = read_flows(entry, &ids, report);
    let ends: BTreeSet<u32> = flows.iter().flat_map(|&(from, to)| [from, to]).collect();
    for (index, id) in ids.iter().enumerate() {
        if !ends.contains(&saturating_u32(index)) {
            report.warn(
                Code::UntouchedStep,
                id.span(),
                format!("no flow of {} touches the step \"{}\"", entry.what, id.get_ref()),
                "add a flow that starts or ends there, or remove the step",
            );
        }
    }
    if figure.is_none() && caption.is_none() || steps.is_empty() {
        return None;
    }
    Some(DiagramEntry {
        figure,
        diagram: Diagram {
            caption: caption.map(Spanned::into_inner).unwrap_or_default(),
            description: description?.into_inner(),
            steps,
            flows,
        },
        span: entry.span.clone(),
    })
}

/// The steps, each with its id at the same position.
fn read_steps(
    entry: &Entry<'_>,
    technologies: &Technologies,
    report: &mut Reporter<'_>,
) -> (Vec<Spanned<String>>, Vec<DiagramStep>) {
    let cure = "write steps = [{ id = \"…\", name = \"…\" }, …]";
    let (mut ids, mut steps): (Vec<Spanned<String>>, _) = (Vec::new(), Vec::new());
    let items = entry.tables("steps", &format!("a step of {}", entry.what), cure, report);
    if items.is_empty() {
        report.error(
            Code::NoSteps,
            entry.span.clone(),
            format!("{} has no steps", entry.what),
            cure,
        );
    }
    for step in items {
        step.check_keys(report);
        let id = step.required("id", report);
        let name = step.required("name", report);
        let part = step.text("part", report).map(Spanned::into_inner);
        let technology = read_technology(&step, technologies, report);
        let (Some(id), Some(name)) = (id, name) else { continue };
        if ids.iter().any(|known| known.get_ref() == id.get_ref()) {
            report.error(
                Code::ListedTwice,
                id.span(),
                format!("{} has two steps with the id \"{}\"", entry.what, id.get_ref()),
                "give this one another id, or remove one of the two",
            );
            continue;
        }
        ids.push(id);
        let part = part.filter(|part| !part.is_empty());
        steps.push(DiagramStep { name: name.into_inner(), part, technology });
    }
    (ids, steps)
}

fn read_technology(
    step: &Entry<'_>,
    technologies: &Technologies,
    report: &mut Reporter<'_>,
) -> Option<Slug> {
    let id = step.text("technology", report)?;
    let found = technologies.find_listed(&id, report)?;
    technologies.list.get(found).map(|technology| technology.slug.clone())
}

fn read_flows(
    entry: &Entry<'_>,
    ids: &[Spanned<String>],
    report: &mut Reporter<'_>,
) -> Vec<(u32, u32)> {
    let cure = "write flows = [[\"id of a step\", \"id of the next\"], …]";
    let mut flows = Vec::new();
    for item in entry.items("flows", cure, report) {
        let ends: Option<Vec<Spanned<String>>> = match item.get_ref() {
            DeValue::Array(ends) => ends.iter().map(spanned_text).collect(),
            _ => None,
        };
        let Some([from, to]) = ends.as_deref() else {
            report.error(
                Code::NotAFlow,
                item.span(),
                format!("a flow of {} is not a pair of steps", entry.what),
                cure,
            );
            continue;
        };
        let ends = (find_step(from, ids, report), find_step(to, ids, report));
        let (Some(from), Some(to)) = ends else { continue };
        if from == to {
            report.error(
                Code::NotAFlow,
                item.span(),
                format!("a flow of {} ends at the step where it starts", entry.what),
                "name two different steps, or remove it",
            );
        } else if flows.contains(&(from, to)) {
            report.warn(
                Code::ListedTwice,
                item.span(),
                format!("{} has this flow twice", entry.what),
                "remove one of the two",
            );
        } else {
            flows.push((from, to));
        }
    }
    flows
}

fn find_step(
    id: &Spanned<String>,
    ids: &[Spanned<String>],
    report: &mut Reporter<'_>,
) -> Option<u32> {
    let found = ids.iter().position(|known| known.get_ref() == id.get_ref());
    if found.is_none() {
        let known = ids.iter().map(|known| known.get_ref().as_str());
        report.unknown(id, "step", known, "add a step with that id");
    }
    found.map(saturating_u32)
}

/// Attaches the diagrams to the company and links each to the figure it replaces.
pub(super) fn attach(company: &mut Company, entries: &[DiagramEntry], report: &mut Reporter<'_>) {
    for DiagramEntry { figure, diagram, span } in entries {
        let mut diagram = diagram.clone();
        if let Some(address) = figure {
            let mut figures = Vec::new();
            find_figures(&mut company.body, &mut figures);
            let mut shown: Vec<&mut Figure> = Vec::new();
            let mut others = BTreeSet::new();
            for figure in figures {
                if figure.src == *address.get_ref() {
                    shown.push(figure);
                } else {
                    others.insert(figure.src.as_str());
                }
            }
            let Some(first) = shown.first() else {
                let otherwise = "leave figure out and write a caption";
                let cure = match nearest(address.get_ref(), others) {
                    Some(near) => format!("write \"{near}\", or {otherwise}"),
                    None => otherwise.to_owned(),
                };
                report.error(
                    Code::NoSuchPicture,
                    address.span(),
                    format!("\"{}\" has no picture \"{}\"", company.slug, address.get_ref()),
                    cure,
                );
                continue;
            };
            if first.diagram.is_some() {
                report.error(
                    Code::PictureReplacedTwice,
                    address.span(),
                    format!("two diagrams replace the picture \"{}\"", address.get_ref()),
                    "remove one of the two, or its figure",
                );
                continue;
            }
            if diagram.caption.is_empty() {
                diagram.caption.clone_from(&first.caption);
            }
            if diagram.caption.is_empty() {
                report.error(
                    Code::NoCaption,
                    span.clone(),
                    format!("neither the diagram nor the picture \"{}\" has a caption", first.src),
                    "add caption = \"…\"",
                );
                continue;
            }
            for figure in shown {
                figure.diagram = Some(saturating_u32(company.diagrams.len()));
            }
        }
        company.diagrams.push(diagram);
    }
}

fn find_figures<'b>(blocks: &'b mut [Block], found: &mut Vec<&'b mut Figure>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => found.push(figure),
            Block::Quote(blocks) => find_figures(blocks, found),
            Block::List { items, .. } => {
                for item in items {
                    find_figures(item, found);
                }
            }
            Block::Heading { .. }
            | Block::Paragraph { .. }
            | Block::Code { .. }
            | Block::Table(_)
            | Block::Rule => {}
        }
    }
}
