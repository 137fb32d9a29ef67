//! The facets: filters for the grid, with how many companies each would give.

use catalog::{Kind, Role, Slug};
use explore::{CheckedFilter, Criterion, Facets, Filter, Index, Match, Tally, TechnologyTally};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::chips::any_of_role;
use super::later::Later;
use super::year_facet::show_years;
use crate::lazy::{LazyView, lazy};
use crate::replace::ChangingText;
use crate::routes::use_base;
use crate::site::use_site;
use crate::state::IN_BROWSER;
use crate::view::CollectAny;
use crate::wording::facets;

/// How many technologies are shown until the reader opens a role or looks for a name.
const MOST_USED: usize = 8;

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
    let has_years = facets.with_untracked(|facets| !facets.years.is_empty());
    let years = LazyView::of(show_years::CHUNK);
    years.show_if_loaded();
    let show_years = move || years.show(|| show_years(filter, facets, on_choose));
    let kind_count =
        move |kind: Kind| Signal::derive(move || count_of(&facets.read().kinds, &kind));
    let industry_count =
        move |slug: Slug| Signal::derive(move || count_of(&facets.read().industries, &slug));
    view! {
        <section class="facet facet--line" role="group" aria-label=facets::EVIDENCE>
            <ul class="facet__list">
                <FacetLink
                    filter
                    criterion=Criterion::Strong
                    label=facets::STRONG_ONLY
                    count=Signal::derive(move || Tally::certain(facets.read().strong))
                />
            </ul>
        </section>
        <FoldedFacet
            title=facets::MATERIAL
            chosen=Signal::derive(move || filter.read().kinds.len())
        >
            <ul class="facet__list">
                {kinds
                    .iter()
                    .map(|(kind, _)| {
                        view! {
                            <FacetLink
                                filter
                                criterion=Criterion::Kind(*kind)
                                label=kind.label()
                                count=kind_count(*kind)
                            />
                        }.into_any()
                    })
                    .collect_any()}
            </ul>
        </FoldedFacet>
        <FoldedFacet
            title=facets::INDUSTRY
            chosen=Signal::derive(move || filter.read().industries.len())
        >
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
        </FoldedFacet>
        {has_years.then(|| view! {
            <FoldedFacet
                title=facets::YEARS
                on_toggle=Callback::new(move |()| years.want())
                chosen=Signal::derive(move || usize::from(!filter.read().years.is_open()))
            >
                {show_years}
            </FoldedFacet>
        }.into_any())}
    }
}

/// A facet that is folded, with its title and the number of its chosen values in sight. What is folded
/// needs the app, so the prerendered page is without it.
#[component]
fn FoldedFacet(
    title: &'static str,
    chosen: Signal<usize>,
    /// The reader opens or closes it.
    #[prop(optional)]
    on_toggle: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let toggled = move |_| {
        if let Some(on_toggle) = on_toggle {
            on_toggle.run(());
        }
    };
    let summary = move || {
        ChangingText(match chosen.get() {
            0 => title.to_owned(),
            number => format!("{title} ({number})"),
        })
    };
    view! {
        <section class="facet facet--line" role="group" aria-label=title>
            <details class="facet__fold" on:toggle=toggled>
                <summary class="facet__title">{summary}</summary>
                {IN_BROWSER.then(children)}
            </details>
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

fn count_of<Value: PartialEq>(counts: &[(Value, Tally)], value: &Value) -> Tally {
    let found = counts.iter().find(|(counted, _)| counted == value);
    found.map_or_else(Tally::default, |&(_, count)| count)
}

/// Technologies by role, in the order in which data flows.
#[component]
fn TechnologyFacet(filter: Memo<CheckedFilter>, facets: Memo<Facets>) -> impl IntoView {
    let (index, base) = (use_site().index(), use_base());
    let (wanted, set_wanted) = signal(String::new());
    let found = LazyView::of(show_found::CHUNK);
    // Until the code is there, the reader sees what was there before.
    let is_looking = Memo::new(move |_| found.is_shown() && !wanted.read().trim().is_empty());
    let most_used = index.most_used(MOST_USED);
    let option = move |option| technology_choice(option, filter, facets);
    let look_for = move |text: String| {
        found.want();
        set_wanted.set(text);
    };
    let show_found = move || {
        let show = || found.show(|| show_found(wanted.get(), filter, facets));
        is_looking.get().then(show).flatten()
    };
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
        <section class="facet" role="group" aria-label=facets::TECHNOLOGY>
            <div class="facet__head">
                <h2 class="facet__title">{facets::TECHNOLOGY}</h2>
                <div class="switch" role="group" aria-label=facets::MATCH>
                    {Match::ALL.iter().map(|&mode| match_link(mode)).collect_any()}
                </div>
            </div>
            <input
                class="facet__find"
                type="search"
                aria-label=facets::FIND
                placeholder=facets::FIND
                autocomplete="off"
                spellcheck="false"
                prop:value=wanted
                on:input=move |event| look_for(event_target_value(&event))
            />
            <ul class="facet__list" hidden=is_looking>
                {most_used.into_iter().map(option).collect_any()}
            </ul>
            <div hidden=is_looking>
                {Role::ALL
                    .iter()
                    .map(|&role| (role, options_of(index, role)))
                    .filter(|(_, options)| !options.is_empty())
                    .map(|(role, options)| {
                        view! { <RoleGroup role options filter facets /> }.into_any()
                    })
                    .collect_any()}
            </div>
            {show_found}
        </section>
    }
}

/// The technologies of a role that companies have, without the most used ones, which are above all
/// roles; each followed by its parts of that role. Counted over the whole catalogue, so that options
/// keep their place whatever is chosen.
fn options_of(index: &Index<'static>, role: Role) -> Vec<TechnologyTally<'static>> {
    let most_used = index.most_used(MOST_USED);
    let is_above = |option: &TechnologyTally<'_>| {
        most_used.iter().any(|above| above.technology.slug == option.technology.slug)
    };
    let mut options = Vec::new();
    // Of the technology before and its wholes, outermost first: whether each is listed here.
    let mut lineage = Vec::new();
    for option in index.tallies(role) {
        let is_listed = option.companies.total() > 0 && !is_above(&option);
        lineage.truncate(option.depth);
        let depth = lineage.iter().filter(|is_listed| **is_listed).count();
        lineage.push(is_listed);
        if is_listed {
            options.push(TechnologyTally { depth, ..option });
        }
    }
    options
}

lazy! {
    chunk = Extras;
    /// The technologies with this text in a name.
    fn show_found(text: String, filter: Memo<CheckedFilter>, facets: Memo<Facets>) -> AnyView {
        list_of_found(&text, filter, facets)
    }
}

fn list_of_found(text: &str, filter: Memo<CheckedFilter>, facets: Memo<Facets>) -> AnyView {
    let found = use_site().index().named(text);
    if found.is_empty() {
        return view! { <p class="facet__role">{facets::NO_TECHNOLOGY}</p> }.into_any();
    }
    let found = found.into_iter().map(|option| technology_choice(option, filter, facets));
    view! { <ul class="facet__list">{found.collect_any()}</ul> }.into_any()
}

/// A technology as a choice. One that a single company has names the company.
fn technology_choice(
    option: TechnologyTally<'static>,
    filter: Memo<CheckedFilter>,
    facets: Memo<Facets>,
) -> AnyView {
    let TechnologyTally { technology, companies, depth } = option;
    let slug = &technology.slug;
    let uses = match companies.total() {
        1 => use_site().index().uses_of(slug.as_str()),
        _ => Vec::new(),
    };
    let only = uses.first().map_or("", |(company, _)| &company.name);
    let count = Signal::derive(move || count_of(&facets.read().technologies, slug));
    let criterion = Criterion::Technology(slug.clone());
    view! { <FacetLink filter criterion label=technology.name.clone() only count depth /> }
        .into_any()
}

/// The technologies of one role, folded.
#[component]
fn RoleGroup(
    role: Role,
    options: Vec<TechnologyTally<'static>>,
    filter: Memo<CheckedFilter>,
    facets: Memo<Facets>,
) -> impl IntoView {
    let any = Criterion::Role(role);
    let any_count = Signal::derive(move || count_of(&facets.read().roles, &role));
    let number = options.len();
    view! {
        <details class=format!("facet__fold role--{}", role.as_str())>
            <summary class="facet__role">
                {role.label()} " " <span class="facet__count">{number}</span>
            </summary>
            {IN_BROWSER.then(|| view! {
                <ul class="facet__list">
                    {options
                        .into_iter()
                        .map(|option| technology_choice(option, filter, facets))
                        .collect_any()}
                    <FacetLink
                        filter
                        criterion=any
                        label=any_of_role(role)
                        count=any_count
                    />
                </ul>
            }.into_any())}
        </details>
    }
}

/// One choice of a facet: a link to the filter with the choice toggled.
#[component]
fn FacetLink(
    filter: Memo<CheckedFilter>,
    criterion: Criterion,
    #[prop(into)] label: String,
    /// The name of the one company that has it; empty where several have it.
    #[prop(optional)]
    only: &'static str,
    /// How many companies it would give.
    count: Signal<Tally>,
    /// Of a technology, as in [`TechnologyTally`].
    #[prop(optional)]
    depth: usize,
) -> impl IntoView {
    let base = use_base();
    let is_chosen = Memo::new({
        let criterion = criterion.clone();
        move |_| filter.read().contains(&criterion)
    });
    let href = move || base.home(&filter.read().toggled(criterion.clone()));
    // A link has no state of its own to be heard.
    let words_and_state = move || {
        let state = if is_chosen.get() { facets::CHOSEN } else { facets::NOT_CHOSEN };
        ChangingText(format!("{}, {state}", count.get().words()))
    };
    let strong = move || ChangingText(count.get().strong.to_string());
    let weak = move || match count.get().weak {
        0 => ChangingText(String::new()),
        weak => ChangingText(format!("+{weak}")),
    };
    view! {
        <li class:facet__part={depth > 0}>
            <a
                class="facet__option"
                class:facet__option--none=move || count.get().total() == 0 && !is_chosen.get()
                class:facet__option--chosen=is_chosen
                href=href
                on:keydown=press_on_space
            >
                <span class="facet__box" aria-hidden="true"></span>
                <span class="facet__label">
                    {label} " "
                    {(!only.is_empty()).then(|| view! { <span class="facet__only">"· " {only} " "</span> }.into_any())}
                </span>
                <span class="facet__count" aria-hidden="true" title=move || count.get().words()>
                    {strong}
                    <span class="facet__weak">{weak}</span>
                </span>
                <span class="visually-hidden">{words_and_state}</span>
            </a>
        </li>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::site::Site;

    /// Companies `0..companies` have the technology `name`.
    fn used_by(catalog: &mut catalog::Catalog, name: &str, companies: usize) {
        for company in &mut catalog.companies[..companies] {
            let tag = fixtures::a_tag(fixtures::slug(name), vec![catalog::Grade::Stated]);
            company.tags.push(tag);
        }
    }

    #[test]
    fn a_role_lists_parts_behind_their_whole_without_the_most_used() {
        let most_used = ["a", "b", "c", "d", "e", "f", "g", "lake"];
        let rest = ["table", "index", "house", "room", "unused"];
        let mut catalog = fixtures::a_catalog(&[&most_used[..], &rest].concat(), &[&[], &[]]);
        for (number, whole) in [(8, "lake"), (9, "table"), (11, "house")] {
            catalog.technologies[number].parent = Some(fixtures::slug(whole));
        }
        for name in most_used {
            used_by(&mut catalog, name, 2);
        }
        for name in &rest[..4] {
            used_by(&mut catalog, name, 1);
        }
        let options = options_of(Site::of(catalog).index(), Role::Storage);
        let options: Vec<_> =
            options.iter().map(|option| (option.technology.name.as_str(), option.depth)).collect();
        assert_eq!(options, [("table", 0), ("index", 1), ("house", 0), ("room", 1)]);
    }
}
