//! A row of a list of material across companies.

use explore::{Medium, Publication};
use leptos::prelude::*;

use super::icon::KindIcon;
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;
use crate::view::CollectAny;
use crate::wording::{company, listen, material};

/// How many technologies a row names at most.
const TECHNOLOGIES: usize = 4;

/// A piece of material: what and of whom it is, when it was published, and its buttons.
#[component]
pub fn MaterialRow(
    piece: &'static Publication<'static>,
    /// Unique on the page.
    id: String,
    /// Its save and read buttons.
    keep: AnyView,
) -> impl IntoView {
    let base = use_base();
    let chapter = use_site().catalog().chapter_of(piece.company);
    let slug = &piece.company.slug;
    let (address, place) = match piece.item {
        Medium::Episode(podcast) => {
            (catalog::podcast_address(podcast), base.episode_of(slug, piece.number))
        }
        Medium::Link(resource) => {
            (Some(resource.url.clone()), base.resource_of(slug, piece.number))
        }
    };
    let title = match address {
        Some(address) => view! {
            <a class="resource__title" href=address rel="noopener">
                {piece.title()}
            </a>
        }
        .into_any(),
        None => view! { <span class="resource__title">{piece.title()}</span> }.into_any(),
    };
    let facts = facts(piece).into_iter().map(|fact| view! { <span>{fact}</span> }.into_any());
    let archived = match (piece.item, chapter) {
        (Medium::Link(resource), Some(chapter)) => Some(
            view! {
                <a
                    href=chapter.archived_copy(resource)
                    rel="noopener"
                    aria-label=company::archived_copy_of(&resource.title)
                >
                    {company::ARCHIVED_COPY}
                </a>
            }
            .into_any(),
        ),
        _ => None,
    };
    let technologies = piece.technologies.iter().take(TECHNOLOGIES).map(|(technology, grade)| {
        let weak =
            (!grade.is_strong()).then(|| format!(" ({})", grade.label().to_ascii_lowercase()));
        view! {
            <li class=format!("role--{}", technology.role.as_str())>
                <a href=base.technology(&technology.slug)>{text::short_name(technology)}</a>
                {weak}
            </li>
        }
        .into_any()
    });
    let technologies: Vec<AnyView> = technologies.collect();
    view! {
        <li class="resource piece" id=id>
            <div class="resource__words">
                <p class="piece__kind">
                    <KindIcon kind=piece.kind() />
                    {piece.kind().label()}
                    " · "
                    <a href=place>{piece.company.name.as_str()}</a>
                </p>
                {title}
                <p class="resource__facts">
                    {facts.collect_any()}
                    {archived}
                </p>
                {(!technologies.is_empty()).then(|| view! {
                    <ul class="piece__technologies" aria-label=material::TECHNOLOGIES>
                        {technologies}
                    </ul>
                }.into_any())}
            </div>
            {keep}
        </li>
    }
}

/// Year, speakers, venue and host, as far as known.
fn facts(piece: &Publication<'static>) -> Vec<String> {
    let year = piece.year().map(|year| year.to_string());
    match piece.item {
        Medium::Episode(podcast) => {
            let number = podcast.episode.map(listen::episode);
            year.into_iter().chain(number).collect()
        }
        Medium::Link(resource) => {
            let mut facts: Vec<String> = year.into_iter().collect();
            if !resource.speakers.is_empty() {
                facts.push(resource.speakers.join(", "));
            }
            facts.extend(resource.venue.clone());
            facts.push(resource.host.clone());
            facts
        }
    }
}
