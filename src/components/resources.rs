//! What a company's section links to, by kind.

use catalog::{Company, Kind, Resource, TitleSource};
use leptos::prelude::*;

use super::icon::KindIcon;

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
                            .map(|resource| view! { <li><ResourceLink resource /></li> })
                            .collect_view()}
                    </ul>
                </section>
            }
        })
    };
    view! { <div class="resources">{Kind::ALL.iter().filter_map(group).collect_view()}</div> }
}

/// A link with all that is known of where it leads.
#[component]
pub fn ResourceLink(
    /// Where it leads.
    resource: &'static Resource,
) -> impl IntoView {
    let label = resource.label.as_deref().filter(|&label| label != resource.title);
    let speakers = (!resource.speakers.is_empty()).then(|| resource.speakers.join(", "));
    let is_derived = resource.title_source == TitleSource::Derived;
    view! {
        <a class="resource__title" href=resource.url.as_str() rel="external noopener">
            {resource.title.as_str()}
        </a>
        <p class="resource__facts">
            {speakers.map(|speakers| view! { <span>{speakers}</span> })}
            {resource.venue.as_deref().map(|venue| view! { <span>{venue}</span> })}
            <span>{resource.host.as_str()}</span>
            {label.map(|label| view! { <span>{format!("in the chapter: “{label}”")}</span> })}
            {is_derived.then(|| view! { <span>"title read from the address"</span> })}
        </p>
    }
}
