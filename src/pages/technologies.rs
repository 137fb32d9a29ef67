//! `/technologies`: how many companies use each technology, and which are used together.

use catalog::{MatrixScope, Role};
use explore::{Filter, Tally, TechnologyTally};
use leptos::prelude::*;

use crate::components::matrix::MatrixTable;
use crate::replace::Replaced;
use crate::routes::use_base;
use crate::site::use_site;
use crate::state::use_navigation;
use crate::title::set_title;
use crate::view::CollectAny;
use crate::wording::technologies;

/// The least number of companies of a technology in the short matrix.
const SEVERAL: usize = 2;

/// How many stripes of a bar are one company.
const STRIPES: usize = 5;

/// Technologies by role, then the matrix.
#[component]
pub fn TechnologiesPage() -> impl IntoView {
    set_title(|| technologies::PAGE_TITLE.to_owned());
    let index = use_site().index();
    let roles = Role::ALL.iter().map(|role| (*role, index.tallies(*role)));
    let roles = roles.filter(|(_, tallies)| !tallies.is_empty());
    let most = index.most_companies();
    view! {
        <article class="technologies">
            <h1 tabindex="-1">{technologies::TITLE}</h1>
            <p class="technologies__lede">
                {technologies::LEDE}
            </p>
            <section class="section" aria-labelledby="by-role">
                <h2 id="by-role" class="section__title">{technologies::BY_ROLE}</h2>
                <div class="tallies">
                    {roles
                        .map(|(role, tallies)| view! { <RoleTallies role tallies most /> }.into_any())
                        .collect_any()}
                </div>
            </section>
            <Together />
        </article>
    }
}

/// The technologies of one role, with how many companies use each. A full bar is `most` companies.
#[component]
fn RoleTallies(role: Role, tallies: Vec<TechnologyTally<'static>>, most: usize) -> impl IntoView {
    let base = use_base();
    let tally = move |tally: TechnologyTally<'static>| {
        let TechnologyTally { technology, companies, depth } = tally;
        view! {
            <li class=format!("tally tally--{depth}")>
                <a class="tally__name" href=base.technology(&technology.slug)>
                    {technology.name.as_str()}
                </a>
                <svg
                    class="tally__bar"
                    viewBox=format!("0 0 {most} 1")
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    <path d=bar(companies) />
                </svg>
                <a class="tally__count" href=base.home(&Filter::using([&technology.slug]))>
                    {companies.words()}
                    <span class="visually-hidden">{technologies::with(&technology.name)}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class=format!("role--{}", role.as_str())>
            <h3 class="tallies__role">{role.label()}</h3>
            <ul>{tallies.into_iter().map(tally).collect_any()}</ul>
        </section>
    }
}

/// A bar of one unit per company: solid for strong evidence, then a hatched tail for weak signs.
fn bar(companies: Tally) -> String {
    let Tally { strong, weak } = companies;
    let mut path = if strong > 0 { format!("M0 0h{strong}v1h-{strong}z") } else { String::new() };
    for stripe in 0..weak * STRIPES {
        // In hundredths of a company: half of each stripe is left out.
        let left = strong * 100 + (2 * stripe + 1) * 100 / (2 * STRIPES);
        let width = 100 / (2 * STRIPES);
        path.push_str(&format!("M{}.{:02} 0h.{width:02}v1h-.{width:02}z", left / 100, left % 100));
    }
    path
}

/// The matrix, how to read it, and the switch between the short and the whole one.
#[component]
fn Together() -> impl IntoView {
    let (index, base) = (use_site().index(), use_base());
    let shown = use_navigation().matrix_scope();
    let matrix = move |scope| {
        index.matrix(match scope {
            MatrixScope::Shared => SEVERAL,
            MatrixScope::All => 1,
        })
    };
    let choice = move |scope| {
        let is_current = move || (shown.get() == scope).then_some("true");
        let size = matrix(scope).size();
        let label = match scope {
            MatrixScope::Shared => technologies::SHARED,
            MatrixScope::All => technologies::ALL,
        };
        view! {
            <a class="switch__choice" href=base.technologies(scope) aria-current=is_current>
                {format!("{label} ({size})")}
            </a>
        }
    };
    view! {
        <section class="section by-query" aria-labelledby="together">
            <h2 id="together" class="section__title">{technologies::TOGETHER}</h2>
            <div class="technologies__words">
                <p>
                    {technologies::HOW_TO_READ}
                </p>
                <p>
                    {technologies::NEIGHBOURS}
                </p>
            </div>
            <div class="switch" role="group" aria-label=technologies::SCOPE>
                {choice(MatrixScope::Shared)}
                {choice(MatrixScope::All)}
            </div>
            {move || Replaced(view! { <MatrixTable matrix=matrix(shown.get()) /> }.into_any())}
        </section>
    }
}
