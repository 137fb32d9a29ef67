//! What a company runs, in the order in which data flows.

use catalog::{Company, Role, Tag, Technology};
use leptos::prelude::*;

use super::evidence::TagEvidence;
use crate::site::use_site;

type Uses = Vec<(&'static Tag, &'static Technology)>;

/// The technologies of a company by role, drawn as a line of stages that is a list: what data
/// passes first stands first, and what all of it rests on stands at the end, off the line. Each
/// technology opens to the words it rests on.
#[component]
pub fn Stack(
    /// Whose technologies.
    company: &'static Company,
) -> impl IntoView {
    let catalog = use_site().catalog();
    let mut by_role: Vec<((u8, Role), Uses)> = Vec::new();
    for tag in &company.tags {
        if let Some(technology) = catalog.technology(tag.technology.as_str()) {
            let role = technology.role;
            let place = (role.stage().unwrap_or(u8::MAX), role);
            let at = by_role.partition_point(|(other, _)| *other < place);
            if by_role.get(at).is_none_or(|(other, _)| *other != place) {
                by_role.insert(at, (place, Uses::new()));
            }
            by_role[at].1.push((tag, technology));
        }
    }
    let lede = if by_role.is_empty() {
        "Neither the chapter’s words nor the titles and addresses it links to name a technology."
    } else {
        "In the order in which data flows. Open a technology for the words it rests on."
    };
    let mut last_stage = None;
    let role = |((stage, role), uses): ((u8, Role), Uses)| {
        let place = match last_stage.replace(stage) {
            _ if stage == u8::MAX => "around",
            None => "first",
            Some(last) if last == stage => "beside",
            Some(_) => "next",
        };
        view! {
            <li class=format!("stack__role stack__role--{place} role--{}", role.as_str())>
                <h3 class="stack__role-name">{role.label()}</h3>
                {uses
                    .into_iter()
                    .map(|(tag, technology)| view! { <TagEvidence company tag technology /> })
                    .collect_view()}
            </li>
        }
    };
    view! {
        <section class="section stack" aria-labelledby="technologies">
            <h2 id="technologies" class="section__title">"Technologies"</h2>
            <p class="muted">{lede}</p>
            <ol class="stack__roles">{by_role.into_iter().map(role).collect_view()}</ol>
        </section>
    }
}
