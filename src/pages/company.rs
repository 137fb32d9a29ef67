//! `/company/<slug>`: everything about one company.

use catalog::{Company, GoneCompany, Technology};
use explore::{Filter, Heading, Passages};
use leptos::prelude::*;

use super::not_found::NotFound;
use crate::components::compare_button::CompareButton;
use crate::components::diagram::FlowDiagram;
use crate::components::heading::SectionTitle;
use crate::components::keep::KeepCompany;
use crate::components::later::Later;
use crate::components::monogram::Monogram;
use crate::components::podcast::EpisodeSection;
use crate::components::prose::Prose;
use crate::components::resources::Resources;
use crate::components::share_menu::ShareMenu;
use crate::components::stack::Stack;
use crate::components::technology_chip::TechnologyChip;
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;
use crate::title::set_title;
use crate::view::CollectAny;
use crate::wording::{company, gone as wording, not_found, nouns};

/// How many neighbours are shown.
const NEIGHBOURS: usize = 4;

/// How many technologies are named below the title, on narrow screens.
const SUMMED_UP: usize = 5;

/// How many headings a text has that is listed by them.
const FEWEST_HEADINGS: usize = 3;

/// The page of a company, or the not-found page.
#[component]
pub fn CompanyPage(
    /// From the address, so it may be unknown.
    slug: String,
) -> impl IntoView {
    let catalog = use_site().catalog();
    match (catalog.company(&slug), catalog.gone(&slug)) {
        (Some(company), _) => view! { <CompanyDetail company /> }.into_any(),
        (None, Some(gone)) => view! { <Gone gone /> }.into_any(),
        (None, None) => view! { <NotFound name=slug /> }.into_any(),
    }
}

/// The page of a company that the site has no longer.
#[component]
fn Gone(gone: &'static GoneCompany) -> impl IntoView {
    set_title(|| wording::title(&gone.name));
    view! {
        <article class="about">
            <h1 tabindex="-1">{gone.name.as_str()}</h1>
            <p>
                {wording::NO_LONGER_HERE}
                <time datetime=gone.since.as_str()>{gone.since.as_str()}</time>
                ". "
                {gone.about.as_deref()}
            </p>
            <p>
                <a href=gone.kept.as_str() rel="noopener">{wording::KEPT}</a>
                " · "
                <a href=use_base().home(&Filter::default())>{not_found::ALL_COMPANIES}</a>
            </p>
        </article>
    }
}

#[component]
fn CompanyDetail(company: &'static Company) -> impl IntoView {
    set_title(|| use_site().catalog().identity.title_of(&company.name));
    let catalog = use_site().catalog();
    let industry = company.industry.as_ref().and_then(|slug| catalog.industry(slug.as_str()));
    let line = catalog.chapter_of(company).and_then(|chapter| chapter.line(company.line));
    view! {
        <article class="company">
            <header class="company__head">
                <Monogram name=&company.name />
                <div>
                    <h1 tabindex="-1" class="company__name">{company.name.as_str()}</h1>
                    <p class="company__facts">
                        {industry.map(|industry| view! { <span>{industry.name.as_str()}</span> }.into_any())}
                        <span>{text::count(company.resources.len(), nouns::LINK)}</span>
                        <span>{text::count(company.uses().count(), nouns::TECHNOLOGY)}</span>
                        {age(company).map(|age| view! { <span>{age}</span> }.into_any())}
                        {line.map(|address| view! {
                            <a href=address rel="noopener">
                                {company::line(company.line)}
                            </a>
                        }.into_any())}
                    </p>
                </div>
                <div class="company__actions">
                    <ShareMenu company />
                    <CompareButton company />
                    <KeepCompany company />
                </div>
                <Summary company />
            </header>
            {company.podcasts.iter().enumerate().map(|(number, podcast)| view! { <EpisodeSection podcast number links=company.links_of(podcast) /> }.into_any()).collect_any()}
            <div class="company__columns">
                <div class="company__main">
                    <Later>
                        <Material company />
                    </Later>
                    <Later>
                        <Diagrams company />
                        <Prose company />
                    </Later>
                </div>
                <div class="company__side">
                    <Later>
                        <Stack company />
                    </Later>
                    <Later>
                        <Neighbours company />
                        <OnThisPage company />
                    </Later>
                </div>
            </div>
            <PreviousAndNext company />
        </article>
    }
}

/// On narrow screens, where the technologies come last: the first of them.
#[component]
fn Summary(company: &'static Company) -> impl IntoView {
    let (catalog, base) = (use_site().catalog(), use_base());
    let strong = company.tags.iter().filter(|tag| tag.grade().is_strong());
    let named = strong.filter_map(|tag| catalog.technology(tag.technology.as_str()));
    let links = named.take(SUMMED_UP).map(|technology| {
        view! {
            <li class=format!("role--{}", technology.role.as_str())>
                <a href=base.technology(&technology.slug)>{text::short_name(technology)}</a>
            </li>
        }
        .into_any()
    });
    let links: Vec<AnyView> = links.collect();
    if links.is_empty() {
        return ().into_any();
    }
    view! {
        <ul class="piece__technologies company__summary" aria-label=company::SUMMARY>
            {links}
            <li class="company__all"><a href="#technologies">{company::ALL_TECHNOLOGIES}</a></li>
        </ul>
    }
    .into_any()
}

/// The headings of a text that has several.
#[component]
fn OnThisPage(company: &'static Company) -> impl IntoView {
    let passages = Passages::of(company);
    if passages.headings().count() < FEWEST_HEADINGS {
        return ().into_any();
    }
    let link = |heading: &Heading| {
        let address = format!("#{}", heading.id);
        view! { <li><a href=address>{heading.words.clone()}</a></li> }.into_any()
    };
    view! {
        <nav class="contents" aria-labelledby="contents">
            <h2 id="contents" class="section__title">
                {company::ON_THIS_PAGE}
            </h2>
            <ol class="contents__list">{passages.headings().map(link).collect_any()}</ol>
        </nav>
    }
    .into_any()
}

/// The years of the dated material.
fn age(company: &Company) -> Option<String> {
    let age = company.years()?;
    let years = if age.first == age.last {
        company::material_from(age.first)
    } else {
        company::material_between(age.first, age.last)
    };
    let all = company.resources.len();
    Some(if age.dated == all { years } else { company::some_dated(&years, age.dated, all) })
}

#[component]
fn Material(company: &'static Company) -> impl IntoView {
    let nothing = company::NOTHING;
    view! {
        <section class="section" aria-labelledby="material">
            <SectionTitle id="material" title=company::MATERIAL />
            {if company.resources.is_empty() {
                view! { <p class="muted">{nothing}</p> }.into_any()
            } else {
                view! { <Resources company /> }.into_any()
            }}
        </section>
    }
}

/// The diagrams that replace no figure; the chapter's text shows the others.
#[component]
fn Diagrams(company: &'static Company) -> impl IntoView {
    let own = company.unpictured_diagrams();
    if own.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section" aria-labelledby="flow">
            <SectionTitle id="flow" title=company::FLOW />
            {own.into_iter().map(|diagram| view! { <FlowDiagram company diagram picture=None /> }.into_any()).collect_any()}
        </section>
    }
    .into_any()
}

#[component]
fn Neighbours(company: &'static Company) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let (index, catalog) = (site.index(), site.catalog());
    let neighbours = index.neighbours(company, NEIGHBOURS);
    if neighbours.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section" aria-labelledby="neighbours">
            <SectionTitle id="neighbours" title=company::NEIGHBOURS />
            <ul class="neighbours">
                {neighbours
                    .into_iter()
                    .map(|neighbour| {
                        let other = neighbour.company;
                        let chip = |shared: &'static Technology| {
                            let (_, tag) = index
                                .uses_of(shared.slug.as_str())
                                .into_iter()
                                .find(|(company, _)| company.slug == other.slug)?;
                            let technology = catalog.technology(tag.technology.as_str())?;
                            Some(view! { <li><TechnologyChip company=other tag technology /></li> })
                        };
                        let (strong, maybe) = (neighbour.shared, neighbour.maybe_shared);
                        let of = company.uses().count();
                        let reach = match (strong.len(), maybe.len()) {
                            (strong, 0) => company::share(strong, of),
                            (0, maybe) => company::maybe_share(maybe, of),
                            (strong, maybe) => {
                                company::share_and_maybe(strong, maybe, of)
                            }
                        };
                        view! {
                            <li>
                                <a href=base.company(&other.slug)>{other.name.as_str()}</a>
                                <span class="muted">{reach}</span>
                                <ul class="card__technologies" aria-label=company::SHARED>
                                    {strong.into_iter().chain(maybe).filter_map(chip).collect_any()}
                                </ul>
                            </li>
                        }
                    })
                    .collect_any()}
            </ul>
        </section>
    }
    .into_any()
}

/// Links to the previous and the next company of the chapter.
#[component]
fn PreviousAndNext(company: &'static Company) -> impl IntoView {
    let base = use_base();
    let companies = &use_site().catalog().companies;
    let place = companies.iter().position(|other| other.slug == company.slug);
    let previous = place.and_then(|place| companies.get(place.checked_sub(1)?));
    let next = place.and_then(|place| companies.get(place + 1));
    let link = |other: &'static Company, direction: &'static str, words: &'static str| {
        view! {
            <a class=format!("pager__link pager__link--{direction}") href=base.company(&other.slug) rel=direction>
                <span class="pager__word">{words}</span>
                <span class="pager__name">{other.name.as_str()}</span>
            </a>
        }
    };
    view! {
        <nav class="pager" aria-label=company::OTHERS>
            {previous.map(|other| link(other, "prev", company::PREVIOUS))}
            {next.map(|other| link(other, "next", company::NEXT))}
        </nav>
    }
}
