//! What a company's section links to, by kind.

use catalog::{Company, Kind, LinkStatus, Resource, TitleSource};
use leptos::prelude::*;

use super::icon::KindIcon;
use super::keep::KeepResource;
use crate::routes::archived_copy;
use crate::site::use_site;
use crate::view::CollectAny;

/// All resources of a company, grouped by kind.
#[component]
pub fn Resources(
    /// Whose resources.
    company: &'static Company,
) -> impl IntoView {
    let group = |&kind: &Kind| {
        let resources: Vec<_> =
            company.resources.iter().filter(|resource| resource.kind == kind).collect();
        (!resources.is_empty()).then(|| {
            view! {
                <section class="resources__group">
                    <h3 class="resources__kind">
                        <KindIcon kind />
                        {kind.label()}
                        <span class="resources__count">{resources.len()}</span>
                    </h3>
                    <ul class="resources__list">
                        {resources
                            .into_iter()
                            .map(|resource| view! { <ResourceRow resource /> }.into_any())
                            .collect_any()}
                    </ul>
                </section>
            }
            .into_any()
        })
    };
    let is_derived = |resource: &Resource| resource.title_source == TitleSource::Derived;
    let note = "Titles are read from the addresses where the chapter gives none.";
    view! {
        <div class="resources">
            {Kind::ALL.iter().filter_map(group).collect_any()}
            {company.resources.iter().any(is_derived).then(|| view! { <p class="muted">{note}</p> }.into_any())}
        </div>
    }
}

/// A resource in a list, with the buttons that keep and mark it.
#[component]
pub fn ResourceRow(
    /// Which one.
    resource: &'static Resource,
) -> impl IntoView {
    view! {
        <li class="resource">
            <div class="resource__words">
                <ResourceLink resource />
            </div>
            <KeepResource resource />
        </li>
    }
}

/// A link with all that is known of where it leads.
#[component]
pub fn ResourceLink(
    /// Where it leads.
    resource: &'static Resource,
) -> impl IntoView {
    view! {
        <a class="resource__title" href=resource.url.as_str() rel="noopener">
            {resource.title.as_str()}
        </a>
        <p class="resource__facts">
            {facts(resource).into_iter().map(|fact| view! { <span>{fact}</span> }.into_any()).collect_any()}
            <a
                href=archived_copy(&use_site().catalog().source.written, &resource.url)
                rel="noopener"
                aria-label=format!("Archived copy of {}", resource.title)
            >
                "Archived copy"
            </a>
        </p>
    }
}

/// What is known of a resource beside its title.
fn facts(resource: &Resource) -> Vec<String> {
    let mut facts = Vec::new();
    if !resource.speakers.is_empty() {
        facts.push(resource.speakers.join(", "));
    }
    facts.extend(resource.venue.clone());
    facts.push(resource.host.clone());
    if let Some(dated) = resource.dated {
        facts.push(format!("{} ({})", dated.year, dated.source.label()));
    }
    if let Some(check) = &resource.checked {
        facts.push(match check.status {
            LinkStatus::Alive => format!("checked on {}", check.on),
            LinkStatus::Unclear => format!("checked on {}, without a clear answer", check.on),
            LinkStatus::Dead => format!("gone when checked on {}", check.on),
        });
    }
    let label = resource.label.as_ref().filter(|&label| *label != resource.title);
    facts.extend(label.map(|label| format!("in the chapter: “{label}”")));
    facts
}
