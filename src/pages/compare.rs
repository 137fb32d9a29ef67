//! `/compare`: the comparison of companies.

use catalog::{Company, Technology};
use explore::{Compared, Neighbour, Shared, Tally};
use leptos::html;
use leptos::prelude::*;

use crate::components::chips::nth_link;
use crate::components::comparison::ComparisonTable;
use crate::replace::Replaced;
use crate::routes::use_base;
use crate::site::use_site;
use crate::state::{IN_BROWSER, use_compare_state, use_comparing};
use crate::text;
use crate::title::set_title;
use crate::view::CollectAny;
use crate::wording::compare;

/// How many pairs are offered.
const OFFERED: usize = 3;

/// The comparison of the companies in the address, and the controls that change it.
#[component]
pub fn ComparePage() -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let compared = use_compare_state().compared();
    let companies = move || compared.read().companies(site.catalog());
    set_title(move || title(&companies()));
    let head = NodeRef::<html::Tr>::new();
    let summary = NodeRef::<html::Div>::new();
    let focus_summary = Callback::new(move |()| {
        if let Some(summary) = summary.get_untracked() {
            // Only fails for an element that is not in the page.
            let _ = summary.focus();
        }
    });
    let on_remove = Callback::new(move |number: usize| {
        // The table is redrawn before the next frame. Each company has two links, the second
        // removes it.
        request_animation_frame(move || {
            match head.get_untracked().and_then(|head| nth_link(&head, 2 * number + 1)) {
                Some(link) => _ = link.focus(),
                None => focus_summary.run(()),
            }
        });
    });
    let table = move || {
        let companies = companies();
        let compared = compared.read();
        let without = companies.iter().map(|c| base.compare(&compared.without(&c.slug))).collect();
        let comparison = site.index().comparison(&companies);
        (!companies.is_empty()).then(|| {
            let table = view! { <ComparisonTable companies comparison without on_remove head /> };
            Replaced(table.into_any())
        })
    };
    view! {
        <header class="compare__head">
            <h1 tabindex="-1">{compare::TITLE}</h1>
            <AddCompany compared on_full=focus_summary />
        </header>
        <div class="compare__summary by-query" role="status" tabindex="-1" node_ref=summary>
            {move || Replaced(summary_of(&companies()))}
        </div>
        {(!IN_BROWSER).then(|| view! {
            <p class="without-app">{compare::NEEDS_APP}</p>
        })}
        {table}
        {move || Replaced(offers(&companies()))}
    }
}

fn title(companies: &[&Company]) -> String {
    if companies.is_empty() {
        return compare::TITLE.to_owned();
    }
    let names: Vec<_> = companies.iter().map(|company| company.name.as_str()).collect();
    compare::page_title(&names.join(", "))
}

/// What the companies share, in sentences.
fn summary_of(companies: &[&'static Company]) -> AnyView {
    let hint = match companies {
        [] => compare::HINT.to_owned(),
        [one] => compare::add_to(&one.name),
        _ => String::new(),
    };
    if !hint.is_empty() {
        return view! { <p>{hint}</p> }.into_any();
    }
    let shared = use_site().index().comparison(companies).shared;
    let of = companies.len();
    let names: Vec<_> = companies.iter().map(|company| company.name.clone()).collect();
    let everyone = text::list(&names);
    let sentence = |reach: usize| {
        let shared = shared.iter().filter(|shared| shared.companies.total() == reach).cloned();
        let (strong, weak): (Vec<_>, Vec<_>) = shared.partition(|one| one.companies.weak == 0);
        let (is_all, is_known) = (reach == of, !strong.is_empty());
        let lead = match (is_all, is_known, weak.is_empty()) {
            (true, false, true) => compare::share_none(&everyone),
            (true, true, _) => compare::share(&everyone),
            (true, false, false) => compare::maybe_share(&everyone),
            (false, true, _) => compare::have(reach, of),
            (false, false, false) => compare::maybe_have(reach, of),
            (false, false, true) => return ().into_any(),
        };
        let also = if is_known && !weak.is_empty() { compare::MAYBE_ALSO } else { "" };
        view! { <p>{lead}{linked(strong)}{also}{linked(weak)}"."</p> }.into_any()
    };
    (2..=of).rev().map(sentence).collect_any().into_any()
}

/// Shared technologies as links in a sentence.
fn linked(shared: Vec<Shared<'static>>) -> AnyView {
    let last = shared.len().saturating_sub(1);
    let item = |(number, shared): (usize, Shared<'static>)| {
        let before = match number {
            0 => "",
            _ if number == last => compare::AND,
            _ => ", ",
        };
        view! { {before} <SharedLink shared /> }.into_any()
    };
    shared.into_iter().enumerate().map(item).collect_any().into_any()
}

/// A shared technology as a link; says when its evidence is weak.
#[component]
fn SharedLink(shared: Shared<'static>) -> impl IntoView {
    let Shared { technology, companies: Tally { weak, .. } } = shared;
    view! {
        <a href=use_base().technology(&technology.slug)>{text::short_name(technology)}</a>
        {(weak > 0).then(|| view! { <span class="muted">{compare::weak_for(weak)}</span> }.into_any())}
    }
}

/// A menu of the other companies.
#[component]
fn AddCompany(
    compared: Memo<Compared>,
    /// The comparison is full, so the menu disappears and the focus has to move.
    on_full: Callback<()>,
) -> impl IntoView {
    let site = use_site();
    let add = use_comparing();
    let choice = NodeRef::<html::Select>::new();
    let is_full = Signal::derive(move || compared.read().is_full());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = choice.get_untracked().and_then(|choice| choice.value().parse().ok());
        if let Some(company) = chosen {
            add.run(company);
            if is_full.get_untracked() {
                on_full.run(());
            }
        }
    };
    let options = move || {
        let compared = compared.read();
        let companies = site.index().companies_by_name().into_iter();
        let options = companies
            .filter(|company| !compared.contains(&company.slug))
            .map(|company| {
                view! { <option value=company.slug.as_str()>{company.name.as_str()}</option> }
                    .into_any()
            })
            .collect_any();
        Replaced(options.into_any())
    };
    view! {
        <form class="compare__add needs-app" hidden=is_full on:submit=submit>
            <label class="compare__label" for="add-company">{compare::ADD_COMPANY}</label>
            <select class="compare__choice" id="add-company" required node_ref=choice>
                <option value="">{compare::CHOOSE_ONE}</option>
                {options}
            </select>
            <button type="submit" class="button">{compare::ADD}</button>
        </form>
        <p class="muted" hidden=move || !is_full.get()>
            {compare::FULL}
        </p>
    }
}

/// While there is nothing to compare: pairs of companies that share the most.
fn offers(companies: &[&'static Company]) -> AnyView {
    let (site, base) = (use_site(), use_base());
    let index = site.index();
    let pairs = match companies {
        [] => index.pairs(OFFERED),
        [one] => index.neighbours(one, OFFERED).into_iter().map(|other| (*one, other)).collect(),
        _ => Vec::new(),
    };
    if pairs.is_empty() {
        return ().into_any();
    }
    let offer = |(one, other): (&'static Company, Neighbour<'static>)| {
        let both = Compared::default().with(&one.slug).with(&other.company.slug);
        let named = |shared: &[&'static Technology]| {
            shared.iter().map(|shared| text::short_name(shared)).collect::<Vec<_>>().join(", ")
        };
        let (strong, maybe) = (named(&other.shared), named(&other.maybe_shared));
        let shared = match (strong.is_empty(), maybe.is_empty()) {
            (_, true) => strong,
            (true, false) => compare::maybe(&maybe),
            (false, false) => compare::and_maybe(&strong, &maybe),
        };
        view! {
            <li class="compare__offer">
                <a href=base.compare(&both)>{compare::pair(&one.name, &other.company.name)}</a>
                <p class="muted">{shared}</p>
            </li>
        }
    };
    view! {
        <section class="section by-query needs-app" aria-labelledby="offers">
            <h2 id="offers" class="section__title">{compare::PAIRS}</h2>
            <ul class="compare__offers">{pairs.into_iter().map(offer).collect_any()}</ul>
        </section>
    }
    .into_any()
}
