//! `/technology/<slug>`: who uses it, and the evidence.

use catalog::{Company, Resource, Tag, Technology};
use explore::{Filter, Tally};
use leptos::prelude::*;

use super::not_found::NotFound;
use crate::components::evidence::QuoteLine;
use crate::components::heading::SectionTitle;
use crate::components::icon::KindIcon;
use crate::components::keep::KeepResource;
use crate::components::later::Later;
use crate::components::resources::ResourceLink;
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;
use crate::title::set_title;
use crate::view::CollectAny;
use crate::wording::technologies;
use crate::wording::technology as technology_words;

/// The page of a technology, or the not-found page.
#[component]
pub fn TechnologyPage(
    /// From the address, so it may be unknown.
    slug: String,
) -> impl IntoView {
    match use_site().catalog().technology(&slug) {
        Some(technology) => view! { <TechnologyDetail technology /> }.into_any(),
        None => view! { <NotFound name=slug /> }.into_any(),
    }
}

#[component]
fn TechnologyDetail(technology: &'static Technology) -> impl IntoView {
    set_title(|| technology_words::title(&technology.name));
    let (site, base) = (use_site(), use_base());
    let index = site.index();
    let uses = index.uses_of(technology.slug.as_str());
    let strong = uses.iter().filter(|(_, tag)| tag.grade().is_strong()).count();
    let tally = Tally { strong, weak: uses.len() - strong };
    let grid = match uses.len() {
        1 => technology_words::SEE_COMPANY.to_owned(),
        _ => technology_words::see(&tally.words()),
    };
    let (strong, weak): (Vec<_>, Vec<_>) =
        uses.into_iter().partition(|(_, tag)| tag.grade().is_strong());
    view! {
        <article class=format!("technology role--{}", technology.role.as_str())>
            <header class="technology__head">
                <p class="technology__role">{technology.role.label()}</p>
                <h1 tabindex="-1">{technology.name.as_str()}</h1>
                <p class="technology__summary">{technology.summary.as_str()}</p>
                <Family technology />
                <p class="technology__links">
                    <a class="button needs-app" href=base.home(&Filter::using([&technology.slug]))>
                        {grid}
                    </a>
                    <a href=technology.homepage.as_str() rel="noopener">
                        {technology_words::OFFICIAL_SITE}
                    </a>
                </p>
            </header>
            <div class="company__columns">
                <div class="company__main">
                <section class="section" aria-labelledby="uses">
                    <SectionTitle id="uses" title=technology_words::USES />
                    {(tally.total() == 0).then_some(view! {
                        <p class="muted">{technology_words::NOBODY}</p>
                    })}
                    {uses_list(strong, technology)}
                    {(!weak.is_empty()).then(|| view! {
                        <h3 class="uses__weaker">{technology_words::WEAKER}</h3>
                        {uses_list(weak, technology)}
                    }.into_any())}
                </section>
                <NotInUse technology />
                <Later>
                    <About technology />
                </Later>
                </div>
                <div class="company__side">
                    <Later>
                        <UsedWith technology />
                        <SameRole technology />
                    </Later>
                </div>
            </div>
        </article>
    }
}

/// The technology it is a part of, and its parts.
#[component]
fn Family(technology: &'static Technology) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let parent =
        technology.parent.as_ref().and_then(|slug| site.catalog().technology(slug.as_str()));
    let children = site.index().children(technology.slug.as_str());
    let link = move |other: &'static Technology| {
        view! { <a href=base.technology(&other.slug)>{other.name.as_str()}</a> }
    };
    view! {
        {parent.map(|parent| view! { <p class="technology__family">{technology_words::PART_OF} {link(parent)}</p> }.into_any())}
        {(!children.is_empty())
            .then(|| {
                view! {
                    <p class="technology__family">
                        {technology_words::INCLUDES} <span class="technology__children">{children.into_iter().map(link).collect_any()}</span>
                    </p>
                }.into_any()
            })}
    }
}

/// Companies with their evidence; nothing for none.
fn uses_list(
    tags: Vec<(&'static Company, &'static Tag)>,
    technology: &'static Technology,
) -> AnyView {
    if tags.is_empty() {
        return ().into_any();
    }
    let item = |(company, tag): (&'static Company, &'static Tag)| {
        view! { <UsingCompany company tag technology /> }.into_any()
    };
    view! { <ul class="uses">{tags.into_iter().map(item).collect_any()}</ul> }.into_any()
}

/// A company with its best evidence on the technology or a part of it, in one line where it fits.
#[component]
fn UsingCompany(
    company: &'static Company,
    tag: &'static Tag,
    technology: &'static Technology,
) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let part = (tag.technology != technology.slug)
        .then(|| site.catalog().technology(tag.technology.as_str()))
        .flatten();
    view! {
        <li class="use">
            <h3 class="use__company">
                <a href=base.company(&company.slug)>{company.name.as_str()}</a>
                {part.map(|part| view! { <span class="use__part">{part.name.as_str()}</span> }.into_any())}
            </h3>
            {tag.evidence.first().map(|evidence| view! { <QuoteLine company evidence /> }.into_any())}
            <GradeMeaning tag />
        </li>
    }
}

/// The grade of a tag, which opens to what it means.
#[component]
fn GradeMeaning(tag: &'static Tag) -> impl IntoView {
    let grade = tag.grade();
    view! {
        <details class="grade-meaning" name="grade">
            <summary class="grade" class:grade--weak=!grade.is_strong()>
                {grade.label()}
            </summary>
            <p class="grade-meaning__words">{tag.explanation()}</p>
        </details>
    }
}

/// The companies whose words say that they do not use it: not yet, no longer or not at all.
#[component]
fn NotInUse(technology: &'static Technology) -> impl IntoView {
    let tags = use_site().index().not_in_use_at(technology.slug.as_str());
    if tags.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section" aria-labelledby="not-in-use">
            <SectionTitle id="not-in-use" title=technology_words::NOT_IN_USE />
            {uses_list(tags, technology)}
        </section>
    }
    .into_any()
}

/// Technologies that the same companies use.
#[component]
fn UsedWith(technology: &'static Technology) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let others = site.index().used_with(technology.slug.as_str());
    counted_list("used-with", technology_words::USED_WITH.to_owned(), others, &|other| {
        let both = base.home(&Filter::using([&technology.slug, &other.slug]));
        (both, technology_words::with_both(&technology.name, &other.name))
    })
}

/// Other technologies of the same role.
#[component]
fn SameRole(technology: &'static Technology) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let others = site.index().same_role(technology.slug.as_str());
    let title = technology_words::same_role(&text::role_noun(technology.role));
    counted_list("same-role", title, others, &|other| {
        (base.home(&Filter::using([&other.slug])), technologies::with(&other.name))
    })
}

/// Technologies with their numbers of companies; nothing when there are none. `link_of` gives the
/// address behind a number and what it counts, for screen readers.
fn counted_list(
    id: &'static str,
    title: String,
    others: Vec<(&'static Technology, Tally)>,
    link_of: &dyn Fn(&Technology) -> (String, String),
) -> AnyView {
    let base = use_base();
    if others.is_empty() {
        return ().into_any();
    }
    let row = |(other, count): (&'static Technology, Tally)| {
        let (href, counted) = link_of(other);
        view! {
            <li class=format!("role--{}", other.role.as_str())>
                <a href=base.technology(&other.slug)>{other.name.as_str()}</a>
                <a class="used-with__count" href=href>
                    {count.words()}
                    <span class="visually-hidden">{counted}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby=id>
            <SectionTitle id title />
            <ul class="used-with">{others.into_iter().map(row).collect_any()}</ul>
        </section>
    }
    .into_any()
}

/// The links about it, of all companies.
#[component]
fn About(technology: &'static Technology) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let about = site.index().resources_about(technology.slug.as_str());
    if about.is_empty() {
        return ().into_any();
    }
    let heading = technology_words::about_it(about.len());
    let row = |(company, resource): (&'static Company, &'static Resource)| {
        let number = company.resources.iter().position(|other| std::ptr::eq(other, resource));
        let place = number.map(|number| base.resource_of(&company.slug, number));
        view! {
            <li class="resource piece">
                <div class="resource__words">
                    <p class="piece__kind">
                        <KindIcon kind=resource.kind />
                        {resource.kind.label()}
                        " · "
                        <a href=place>{company.name.as_str()}</a>
                    </p>
                    <ResourceLink company resource />
                </div>
                <KeepResource resource />
            </li>
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="about-it">
            <SectionTitle id="about-it" title=heading />
            <ul class="resources__list">{about.into_iter().map(row).collect_any()}</ul>
            <p class="technology__all needs-app">
                <a href=base.material(&Filter::using([&technology.slug]))>{technology_words::IN_MATERIAL}</a>
            </p>
        </section>
    }
    .into_any()
}
