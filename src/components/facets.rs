//! The facets: filters for the grid, with how many companies each would give.

use catalog::{Kind, Role, Slug};
use explore::{CheckedFilter, Criterion, Facets, Filter, Index, Match, Tally};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::chips::any_of_role;
use super::later::Later;
use super::year_facet::YearFacet;
use crate::replace::ChangingText;
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;
use crate::view::CollectAny;

/// How many technologies of a role are shown until the reader opens the rest.
const SHOWN_AT_FIRST: usize = 5;

/// All facets. Every choice is a link, so it can be copied or opened in a new tab.
#[component]
pub fn FacetPanel(
    filter: Memo<CheckedFilter>,
    /// How many companies each choice would give.
    facets: Memo<Facets>,
    /// Takes choices that are not links: the years.
    on_choose: Callback<Filter>,
) -> impl IntoView {
    view! {
        <div class="facets">
            <Later>
                <TechnologyFacet filter facets />
            </Later>
            <Later>
                <OtherFacets filter facets on_choose />
            </Later>
        </div>
    }
}

/// All facets but the technologies.
#[component]
fn OtherFacets(
    filter: Memo<CheckedFilter>,
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

/// A choice looks like a checkbox, so Space follows the link as Enter does.
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
fn TechnologyFacet(filter: Memo<CheckedFilter>, facets: Memo<Facets>) -> impl IntoView {
    let (index, base) = (use_site().index(), use_base());
    let match_link = move |mode: Match| {
        let href = move || base.home(&Filter { match_mode: mode, ..(**filter.read()).clone() });
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
                .map(|&role| (role, options_of(index, role)))
                .filter(|(_, options)| !options.is_empty())
                .map(|(role, options)| {
                    view! { <RoleGroup role options filter facets /> }.into_any()
                })
                .collect_any()}
        </section>
    }
}

/// The technologies of a role that companies have, each followed by its parts of that role. Counted
/// over the whole catalogue, so that options keep their place whatever is chosen.
fn options_of(index: &Index<'static>, role: Role) -> Vec<Tally<'static>> {
    let mut options = index.tallies(role);
    options.retain(|tally| tally.companies > 0);
    options
}

/// The technologies of one role: the most used ones, the rest on demand.
#[component]
fn RoleGroup(
    role: Role,
    options: Vec<Tally<'static>>,
    filter: Memo<CheckedFilter>,
    facets: Memo<Facets>,
) -> impl IntoView {
    let (is_open, set_open) = signal(false);
    let hidden = options.len().saturating_sub(SHOWN_AT_FIRST);
    let option = move |(number, Tally { technology, depth, .. }): (usize, Tally<'static>)| {
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
            <FacetLink filter criterion label=technology.name.clone() count depth is_hidden />
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
                                ChangingText(if is_open.get() {
                                    "Show fewer".to_owned()
                                } else {
                                    format!("{hidden} more")
                                })
                            }}
                        </button>
                    }.into_any()
                })}
        </div>
    }
}

/// One choice of a facet: a link to the filter with the choice toggled.
#[component]
fn FacetLink(
    filter: Memo<CheckedFilter>,
    criterion: Criterion,
    #[prop(into)] label: String,
    /// How many companies it would give.
    count: Signal<usize>,
    /// Of a technology, as in [`Tally`].
    #[prop(optional)]
    depth: usize,
    #[prop(optional, into)] is_hidden: Signal<bool>,
) -> impl IntoView {
    let base = use_base();
    let is_chosen = Memo::new({
        let criterion = criterion.clone();
        move |_| filter.read().contains(&criterion)
    });
    let href = move || base.home(&filter.read().toggled(criterion.clone()));
    // A link has no state of its own to be heard.
    let noun_and_state = move || {
        let noun = text::noun(count.get(), "company", "companies");
        let state = if is_chosen.get() { "chosen" } else { "not chosen" };
        ChangingText(format!(" {noun}, {state}"))
    };
    view! {
        <li hidden=is_hidden class:facet__part={depth > 0}>
            <a
                class="facet__option"
                class:facet__option--none=move || count.get() == 0 && !is_chosen.get()
                class:facet__option--chosen=is_chosen
                href=href
                on:keydown=press_on_space
            >
                <span class="facet__box" aria-hidden="true"></span>
                <span class="facet__label">{label} " "</span>
                <span class="facet__count">
                    {move || ChangingText(count.get().to_string())}
                    <span class="visually-hidden">{noun_and_state}</span>
                </span>
            </a>
        </li>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::site::Site;

    #[test]
    fn a_part_of_a_part_is_an_option() {
        let mut catalog =
            fixtures::a_catalog(&["lake", "table", "index", "unused"], &[&["table"], &["index"]]);
        catalog.technologies[1].parent = Some("lake".parse().unwrap());
        catalog.technologies[2].parent = Some("table".parse().unwrap());
        let options = options_of(Site::of(catalog).index(), Role::Storage);
        let options: Vec<_> =
            options.iter().map(|option| (option.technology.name.as_str(), option.depth)).collect();
        assert_eq!(options, [("lake", 0), ("table", 1), ("index", 2)]);
    }
}
