//! The technologies of a company, in the order in which data flows.

use catalog::{Company, Role, Tag, Technology};
use leptos::prelude::*;

use super::evidence::{MaintainerNote, TagEvidence};
use super::heading::SectionTitle;
use crate::routes::use_base;
use crate::site::use_site;
use crate::view::CollectAny;
use crate::wording::company;

type Uses = Vec<(&'static Tag, &'static Technology)>;

/// The technologies of a company by role, drawn as a line of stages. Roles without a stage, such as
/// infrastructure, come last, off the line. Each technology opens to its evidence.
#[component]
pub fn Stack(company: &'static Company) -> impl IntoView {
    let by_role = use_site().index().stack(company);
    let lede = match (by_role.is_empty(), company.denied.is_empty()) {
        (false, _) => company::STACK,
        (true, true) => company::NO_TECHNOLOGY,
        (true, false) => company::NONE_RUN,
    };
    let mut last_stage = None;
    let role = |(role, uses): (Role, Uses)| {
        let stage = role.stage();
        let place = match last_stage.replace(stage) {
            _ if stage.is_none() => "around",
            Some(last) if last == stage => "beside",
            _ => "next",
        };
        view! {
            <li class=format!("stack__role stack__role--{place} role--{}", role.as_str())>
                <h3 class="stack__role-name">{role.label()}</h3>
                {uses
                    .into_iter()
                    .map(|(tag, technology)| view! { <TagEvidence company tag technology /> }.into_any())
                    .collect_any()}
            </li>
        }
    };
    view! {
        <section class="section stack" aria-labelledby="technologies">
            <SectionTitle id="technologies" title=company::TECHNOLOGIES />
            <p class="muted">{lede}</p>
            <ol class="stack__roles">{by_role.into_iter().map(role).collect_any()}</ol>
            {(!company.denied.is_empty()).then(|| view! { <Denied company /> }.into_any())}
        </section>
    }
}

/// Technologies that the section names but the company does not run, with the maintainer's reason.
#[component]
fn Denied(company: &'static Company) -> impl IntoView {
    let (catalog, base) = (use_site().catalog(), use_base());
    let mut rows = Vec::new();
    for denial in &company.denied {
        if let Some(technology) = catalog.technology(denial.technology.as_str()) {
            rows.push(view! {
                <li>
                    <a href=base.technology(&technology.slug)>{technology.name.as_str()}</a>
                    <MaintainerNote note=&denial.note />
                </li>
            });
        }
    }
    view! {
        <h3 class="stack__role-name">{company::DENIED}</h3>
        <ul class="stack__denied">{rows}</ul>
    }
}
