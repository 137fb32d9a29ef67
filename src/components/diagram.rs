//! Data-flow diagrams: boxes and lines for the eye, nested lists for screen readers.

use catalog::{Company, Diagram, Tag};
use explore::{Layer, Layout};
use leptos::prelude::*;

use super::icon::{Icon, RETURN};
use crate::routes::use_base;
use crate::site::use_site;
use crate::view::CollectAny;
use crate::wording::company;

/// A diagram with its caption and a description in words.
#[component]
pub fn FlowDiagram(
    /// Whose tags say how certain each technology is.
    company: &'static Company,
    diagram: &'static Diagram,
    /// Address of the figure that it replaces.
    picture: Option<String>,
) -> impl IntoView {
    let layout = Layout::of(diagram);
    let lanes_after: Vec<usize> =
        layout.layers.iter().skip(1).map(|layer| layer.lanes.len()).collect();
    let name = |step: usize| diagram.steps[step].name.as_str();
    let layer = |(number, layer): (usize, Layer)| {
        let next = lanes_after.get(number).copied();
        view! {
            <li class="diagram__layer">
                <ul class="diagram__lanes">
                    {layer.lanes.iter().map(|&lane| one_lane(company, diagram, lane)).collect_any()}
                </ul>
                {next.map(|next| lines(&layer, next))}
            </li>
        }
    };
    let layer_of =
        |step: usize| layout.layers.iter().position(|layer| layer.lanes.contains(&Some(step)));
    let back = layout.back.iter().map(|&(from, to)| {
        let ends = layer_of(from).zip(layer_of(to));
        let drawn = ends.map(|(from, to)| way_back(from, to, layout.layers.len()));
        view! {
            <div class="diagram__back">
                {drawn}
                <p class="diagram__back-words">
                    <Icon path=RETURN />
                    {company::back(name(from), name(to))}
                </p>
            </div>
        }
        .into_any()
    });
    let back = back.collect_any();
    view! {
        <figure class="diagram">
            <ol class="diagram__layers">
                {layout.layers.into_iter().enumerate().map(layer).collect_any()}
            </ol>
            {back}
            <figcaption class="diagram__words">
                <strong>{diagram.caption.as_str()}</strong>
                <p>{diagram.description.as_str()}</p>
                {picture.map(|picture| {
                    view! {
                        <a href=picture rel="noopener">
                            {company::PICTURE}
                        </a>
                    }.into_any()
                })}
            </figcaption>
        </figure>
    }
}

/// The line from a layer back to an earlier one, below layers that are side by side.
fn way_back(from: usize, to: usize, layers: usize) -> impl IntoView + use<> {
    let [from, to] = [from, to].map(|layer| centre_of_boxes(layer, layers));
    let path = format!(
        "M{from} 0V6Q{from} 16 {near} 16H{far}Q{to} 16 {to} 6V0M{left} 5L{to} 0L{right} 5",
        near = from.saturating_sub(20),
        far = to + 20,
        left = to.saturating_sub(8),
        right = to + 8,
    );
    view! {
        <svg class="diagram__return" viewBox="0 0 1000 18" preserveAspectRatio="none" aria-hidden="true">
            <path d=path vector-effect="non-scaling-stroke"></path>
        </svg>
    }
}

/// The centre of a layer's boxes among layers that are side by side, in thousandths. Boxes take six
/// sevenths of a layer, lines the rest; the last layer has no lines.
const fn centre_of_boxes(layer: usize, layers: usize) -> usize {
    (7 * layer + 3) * 1000 / (7 * layers - 1)
}

/// A box, or an empty lane that a line passes through.
fn one_lane(company: &'static Company, diagram: &'static Diagram, lane: Option<usize>) -> AnyView {
    let Some(step) = lane.and_then(|step| diagram.steps.get(step)) else {
        return view! { <li class="diagram__pass" aria-hidden="true"></li> }.into_any();
    };
    let technology = step
        .technology
        .as_ref()
        .and_then(|technology| use_site().catalog().technology(technology.as_str()));
    let name = match technology {
        Some(technology) => {
            view! { <a href=use_base().technology(&technology.slug)>{step.name.as_str()}</a> }
                .into_any()
        }
        None => view! { <span>{step.name.as_str()}</span> }.into_any(),
    };
    let role = technology.map_or("", |technology| technology.role.as_str());
    let tag = technology
        .and_then(|technology| company.tags.iter().find(|tag| tag.technology == technology.slug));
    let doubt = tag.map(Tag::grade).filter(|grade| !grade.is_strong());
    let doubt = doubt.map(|grade| format!("({})", grade.label().to_ascii_lowercase()));
    let is_weak = doubt.is_some();
    view! {
        <li class=format!("diagram__step role--{role}") class:diagram__step--weak=is_weak>
            {name}
            {doubt.map(|doubt| view! { <span class="diagram__part">{doubt}</span> }.into_any())}
            {step.part.as_ref().map(|part| view! { <span class="diagram__part">{part.as_str()}</span> }.into_any())}
        </li>
    }
    .into_any()
}

/// The lines from a layer to the next, drawn twice: for layers side by side and for stacked ones.
/// The styles show one of them.
fn lines(layer: &Layer, next: usize) -> impl IntoView + use<> {
    let (mut across, mut down) = (String::new(), String::new());
    for &(from, to) in &layer.links {
        let (from, to) = (centre(from, layer.lanes.len()), centre(to, next));
        across.push_str(&format!("M0 {from}C50 {from} 50 {to} 100 {to}"));
        down.push_str(&format!("M{from} 0C{from} 50 {to} 50 {to} 100"));
    }
    let drawing = |class: &'static str, path: String| {
        view! {
            <svg class=class viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                <path d=path vector-effect="non-scaling-stroke"></path>
            </svg>
        }
    };
    view! {
        {drawing("diagram__lines diagram__lines--across", across)}
        {drawing("diagram__lines diagram__lines--down", down)}
    }
}

/// The centre of a lane among `lanes`, in percent.
const fn centre(lane: usize, lanes: usize) -> usize {
    (2 * lane + 1) * 50 / lanes
}
