//! The facets: what the grid can be narrowed by, with how many companies each choice gives.

use catalog::{Kind, Role, Slug, Technology};
use explore::{Criterion, Facets, Filter, Match};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::chips::any_of_role;
use super::later::Later;
use super::year_facet::YearFacet;
use crate::routes::use_base;
use crate::site::use_site;
use crate::view::CollectAny;

/// How many technologies of a role are shown before the reader asks for more.
const SHOWN_AT_FIRST: usize = 5;

/// All facets. Every choice is a link to the next address, so that it can be copied or opened in
/// a new tab.
#[component]
pub fn FacetPanel(
    /// How the grid is narrowed.
    filter: Memo<Filter>,
    /// What each choice would give.
    facets: Memo<Facets>,
    /// Takes what is chosen other than by a link.
    on_choose: Callback<Filter>,
) -> impl IntoView {
    view! {
        <div class="facets">
            <Later step=3>
                <TechnologyFacet filter facets />
            </Later>
            <Later step=4>
                <OtherFacets filter facets on_choose />
            </Later>
        </div>
    }
}

/// Everything but the technologies.
#[component]
fn OtherFacets(
    filter: Memo<Filter>,
    facets: Memo<Facets>,
    on_choose: Callback<Filter>,
) -> impl IntoView {
    let catalog = use_site().catalog();
    let kinds = facets.with_untracked(|facets| facets.kinds.clone());
    let kind_count =
        move |kind: Kind| Signal::derive(move || count_of(&facets.read().kinds, &kind));
    let industry_count =
        move |slug: Slug| Signal::derive(move || count_of(&facets.read().industries, &slug));
    view! {
        <section class="facet" role="group" aria-label="Evidence">
            <h2 class="facet__title">"Evidence"</h2>
            <ul class="facet__list">
                <FacetLink
                    filter
                    criterion=Criterion::Strong
                    label="Strong evidence only"
                    count=Signal::derive(move || facets.read().strong)
                />
            </ul>
        </section>
        <section class="facet" role="group" aria-label="Material">
            <h2 class="facet__title">"Material"</h2>
            <ul class="facet__list">
                {kinds
                    .into_iter()
                    .map(|(kind, _)| {
                        view! {
                            <FacetLink
                                filter
                                criterion=Criterion::Kind(kind)
                                label=kind.label()
                                count=kind_count(kind)
                            />
                        }.into_any()
                    })
                    .collect_any()}
            </ul>
        </section>
        <YearFacet filter facets on_choose />
        <section class="facet" role="group" aria-label="Industry">
            <h2 class="facet__title">"Industry"</h2>
            <ul class="facet__list">
                {catalog
                    .industries
                    .iter()
                    .map(|industry| {
                        view! {
                            <FacetLink
                                filter
                                criterion=Criterion::Industry(industry.slug.clone())
                                label=industry.name.clone()
                                count=industry_count(industry.slug.clone())
                            />
                        }.into_any()
                    })
                    .collect_any()}
            </ul>
        </section>
    }
}

/// A choice looks like a box to tick, so Space ticks it as Enter does.
fn press_on_space(event: KeyboardEvent) {
    let link = event.current_target().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if event.key() == " "
        && let Some(link) = link
    {
        event.prevent_default();
        link.click();
    }
}

fn count_of<Value: PartialEq>(counts: &[(Value, usize)], value: &Value) -> usize {
    counts.iter().find(|(counted, _)| counted == value).map_or(0, |&(_, count)| count)
}

/// Technologies by role, in the order in which data flows.
#[component]
fn TechnologyFacet(filter: Memo<Filter>, facets: Memo<Facets>) -> impl IntoView {
    let site = use_site();
    let (catalog, index) = (site.catalog(), site.index());
    let base = use_base();
    // Options keep their place, so their order comes from the whole catalogue, not from what is
    // left of it.
    let counts = index.facets(&Filter::default()).technologies;
    let of_role = |role: Role| {
        let mut most_first: Vec<(&'static Technology, usize)> = Vec::new();
        for (slug, count) in &counts {
            if let Some(technology) = catalog.technology(slug.as_str()).filter(|t| t.role == role) {
                let place = most_first.partition_point(|(_, other)| other >= count);
                most_first.insert(place, (technology, *count));
            }
        }
        most_first
    };
    let match_link = move |mode: Match| {
        let href = move || base.home(&Filter { match_mode: mode, ..filter.get() });
        let is_current = move || (filter.read().match_mode == mode).then_some("true");
        view! {
            <a class="switch__choice" href=href aria-current=is_current>
                {mode.label()}
            </a>
        }
    };
    view! {
        <section class="facet" role="group" aria-label="Technology">
            <div class="facet__head">
                <h2 class="facet__title">"Technology"</h2>
                <div class="switch" role="group" aria-label="Match">
                    {Match::ALL.iter().map(|&mode| match_link(mode)).collect_any()}
                </div>
            </div>
            {Role::ALL
                .iter()
                .map(|&role| (role, of_role(role)))
                .filter(|(_, technologies)| !technologies.is_empty())
                .map(|(role, technologies)| {
                    view! { <RoleGroup role options=in_families(&technologies) filter facets /> }.into_any()
                })
                .collect_any()}
        </section>
    }
}

/// A technology in the facet of its role.
struct RoleOption {
    technology: &'static Technology,
    /// Whether it stands behind the technology that it is a part of.
    is_part: bool,
}

/// Puts parts right behind what they are a part of where that has the same role.
fn in_families(technologies: &[(&'static Technology, usize)]) -> Vec<RoleOption> {
    let parent_in_role = |technology: &Technology| {
        let parent = technology.parent.as_ref()?;
        technologies.iter().map(|(other, _)| *other).find(|other| other.slug == *parent)
    };
    let mut options = Vec::with_capacity(technologies.len());
    for &(technology, _) in technologies {
        if parent_in_role(technology).is_some() {
            continue;
        }
        options.push(RoleOption { technology, is_part: false });
        let parts = technologies.iter().map(|(part, _)| *part).filter(|&part| {
            parent_in_role(part).is_some_and(|parent| parent.slug == technology.slug)
        });
        options.extend(parts.map(|technology| RoleOption { technology, is_part: true }));
    }
    options
}

/// The technologies of one role: the most used ones, and the rest on demand.
#[component]
fn RoleGroup(
    role: Role,
    options: Vec<RoleOption>,
    filter: Memo<Filter>,
    facets: Memo<Facets>,
) -> impl IntoView {
    let (is_open, set_open) = signal(false);
    let hidden = options.len().saturating_sub(SHOWN_AT_FIRST);
    let option = move |(number, RoleOption { technology, is_part }): (usize, RoleOption)| {
        let slug = &technology.slug;
        let criterion = Criterion::Technology(slug.clone());
        let is_chosen = {
            let criterion = criterion.clone();
            move || filter.read().contains(&criterion)
        };
        let is_hidden =
            Signal::derive(move || number >= SHOWN_AT_FIRST && !is_open.get() && !is_chosen());
        let count = Signal::derive(move || count_of(&facets.read().technologies, slug));
        view! {
            <FacetLink filter criterion label=technology.name.clone() count is_part is_hidden />
        }
    };
    let any = Criterion::Role(role);
    let any_count = Signal::derive(move || count_of(&facets.read().roles, &role));
    view! {
        <div class=format!("facet__group role--{}", role.as_str())>
            <h3 class="facet__role">{role.label()}</h3>
            <ul class="facet__list">
                {options.into_iter().enumerate().map(option).collect_any()}
                <FacetLink
                    filter
                    criterion=any
                    label=any_of_role(role)
                    count=any_count
                    is_part=false
                />
            </ul>
            {(hidden > 0)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="facet__more"
                            aria-expanded=move || is_open.get().to_string()
                            on:click=move |_| set_open.update(|open| *open = !*open)
                        >
                            {move || {
                                if is_open.get() {
                                    "Show fewer".to_owned()
                                } else {
                                    format!("{hidden} more")
                                }
                            }}
                        </button>
                    }.into_any()
                })}
        </div>
    }
}

/// One choice of a facet: a link to the filter with the choice turned over.
#[component]
fn FacetLink(
    filter: Memo<Filter>,
    criterion: Criterion,
    #[prop(into)] label: String,
    /// How many companies the reader would get.
    count: Signal<usize>,
    /// Whether it is a part of another technology, and indented.
    #[prop(optional)]
    is_part: bool,
    #[prop(optional, into)] is_hidden: Signal<bool>,
) -> impl IntoView {
    let base = use_base();
    let is_chosen = Memo::new({
        let criterion = criterion.clone();
        move |_| filter.read().contains(&criterion)
    });
    let href = move || base.home(&filter.read().toggled(criterion.clone()));
    view! {
        <li hidden=is_hidden class:facet__part=is_part>
            <a
                class="facet__option"
                class:facet__option--none=move || count.get() == 0 && !is_chosen.get()

                href=href
                aria-current=move || is_chosen.get().then_some("true")
                on:keydown=press_on_space
            >
                <span class="facet__box" aria-hidden="true"></span>
                <span class="facet__label">{label} " "</span>
                <span class="facet__count">
                    {count} <span class="visually-hidden">" companies"</span>
                </span>
            </a>
        </li>
    }
}
