//! The links of a company's section, by kind.

use catalog::{Company, Kind, LinkStatus, Resource, TitleSource, resource_id};
use leptos::prelude::*;

use super::icon::KindIcon;
use super::keep::KeepResource;
use crate::site::use_site;
use crate::view::CollectAny;
use crate::wording::company;

/// All links of a company, grouped by kind.
#[component]
pub fn Resources(company: &'static Company) -> impl IntoView {
    let group = |&kind: &Kind| {
        let resources: Vec<_> =
            company.resources.iter().enumerate().filter(|(_, of)| of.kind == kind).collect();
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
                            .map(|(number, resource)| view! { <ResourceRow company resource number /> }.into_any())
                            .collect_any()}
                    </ul>
                </section>
            }
            .into_any()
        })
    };
    let is_derived = |resource: &Resource| resource.title_source == TitleSource::Derived;
    let note = company::DERIVED_TITLES;
    view! {
        <div class="resources">
            {Kind::ALL.iter().filter_map(group).collect_any()}
            {company.resources.iter().any(is_derived).then(|| view! { <p class="muted">{note}</p> }.into_any())}
        </div>
    }
}

/// A link in a list, with its save and done buttons.
#[component]
pub fn ResourceRow(
    company: &'static Company,
    resource: &'static Resource,
    /// Its index among the company's resources.
    number: usize,
) -> impl IntoView {
    view! {
        <li class="resource" id=resource_id(number)>
            <div class="resource__words">
                <ResourceLink company resource />
            </div>
            <KeepResource resource />
        </li>
    }
}

/// A link with its facts and its archived copy.
#[component]
pub fn ResourceLink(company: &'static Company, resource: &'static Resource) -> impl IntoView {
    let catalog = use_site().catalog();
    let chapter = catalog.chapter_of(company);
    let left_out = catalog.edition_without(&resource.url);
    view! {
        <a class="resource__title" href=resource.url.as_str() rel="noopener">
            {resource.title.as_str()}
        </a>
        <p class="resource__facts">
            {facts(resource).into_iter().map(|fact| view! { <span>{fact}</span> }.into_any()).collect_any()}
            {left_out.map(|edition| view! {
                <span>{company::not_in_edition(edition)}</span>
            }.into_any())}
            {chapter.map(|chapter| view! {
                <a
                    href=chapter.archived_copy(resource)
                    rel="noopener"
                    aria-label=company::archived_copy_of(&resource.title)
                >
                    {company::ARCHIVED_COPY}
                </a>
            }.into_any())}
        </p>
    }
}

/// Speakers, venue, host, year, last check and original label, as far as known.
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
            LinkStatus::Alive => company::alive(check.on.as_str()),
            LinkStatus::Unclear => company::unclear(check.on.as_str()),
            LinkStatus::Dead => company::dead(check.on.as_str()),
        });
    }
    let label = resource.label.as_ref().filter(|&label| *label != resource.title);
    facts.extend(label.map(|label| company::label(label)));
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{DateSource, Dated, LinkCheck};

    fn a_resource() -> Resource {
        Resource {
            url: "https://example.org/talk".to_owned(),
            host: "example.org".to_owned(),
            title: "A talk".to_owned(),
            title_source: TitleSource::Derived,
            label: None,
            kind: Kind::Video,
            speakers: vec![],
            venue: None,
            dated: None,
            checked: None,
            lines: vec![1],
        }
    }

    #[test]
    fn the_year_says_how_it_is_known() {
        let dated = Some(Dated { year: 2016, source: DateSource::Maintainer });
        let resource = Resource { dated, ..a_resource() };
        assert_eq!(facts(&resource), ["example.org", "2016 (looked up)"]);
    }

    #[test]
    fn a_checked_link_says_when_and_with_what_result() {
        #[track_caller]
        fn check(status: LinkStatus, words: &str) {
            let checked = Some(LinkCheck { on: "2026-11-23".parse().unwrap(), status });
            let resource = Resource { checked, ..a_resource() };
            assert_eq!(facts(&resource), ["example.org", words]);
        }
        check(LinkStatus::Alive, "checked on 2026-11-23");
        check(LinkStatus::Unclear, "checked on 2026-11-23, without a clear answer");
        check(LinkStatus::Dead, "gone when checked on 2026-11-23");
    }
}
