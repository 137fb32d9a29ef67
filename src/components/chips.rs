//! The chosen filters, each with a link that removes it.

use std::mem::discriminant;

use catalog::Role;
use explore::{CheckedFilter, Criterion, Filter, Match, YearRange};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::icon::{CROSS, Icon};
use crate::replace::Replaced;
use crate::routes::use_base;
use crate::site::{Site, use_site};
use crate::text;
use crate::view::CollectAny;
use crate::wording::{grid, shared};

/// The label of a criterion: a technology's name, "Any storage", the searched text in quotes.
#[must_use]
pub fn criterion_label(site: Site, criterion: &Criterion) -> String {
    let catalog = site.catalog();
    match criterion {
        Criterion::Query(text) => format!("“{}”", text.trim()),
        Criterion::Technology(slug) => catalog
            .technology(slug.as_str())
            .map_or_else(|| slug.to_string(), |technology| technology.name.clone()),
        Criterion::Role(role) => any_of_role(*role),
        Criterion::Kind(kind) => kind.label().to_owned(),
        Criterion::Industry(slug) => catalog
            .industry(slug.as_str())
            .map_or_else(|| slug.to_string(), |industry| industry.name.clone()),
        Criterion::Strong => shared::STRONG_ONLY.to_owned(),
        Criterion::Years(years) => years_label(*years),
    }
}

fn years_label(years: YearRange) -> String {
    match (years.from, years.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => shared::years(from, to),
        (Some(from), None) => shared::years_from(from),
        (None, Some(to)) => shared::years_to(to),
        (None, None) => shared::ANY_YEAR.to_owned(),
    }
}

/// All criteria of a filter as one phrase. Values of one kind are joined by "or", technologies by "and"
/// where the filter asks for all of them.
#[must_use]
pub fn criteria_in_words(site: Site, filter: &Filter) -> String {
    let mut words = String::new();
    let mut last = None;
    for criterion in filter.criteria() {
        let kind = discriminant(&criterion);
        let is_all = filter.match_mode == Match::All;
        words.push_str(match &criterion {
            _ if last.is_none() => "",
            _ if last != Some(kind) => ", ",
            Criterion::Technology(_) if is_all => grid::AND,
            _ => grid::OR,
        });
        words.push_str(&criterion_label(site, &criterion));
        last = Some(kind);
    }
    words
}

/// The label of "at least one technology of this role".
#[must_use]
pub fn any_of_role(role: Role) -> String {
    shared::any(&text::role_noun(role))
}

/// The chosen filters. After a removal the focus moves to the next chip; `on_empty` takes it when
/// none is left.
#[component]
pub fn Chips(filter: Memo<CheckedFilter>, on_empty: Callback<()>) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let list = NodeRef::<html::Ul>::new();
    let focus_after_removal = move |removed: usize| {
        // The list is redrawn before the next frame.
        request_animation_frame(move || {
            match list.get_untracked().and_then(|list| nth_link(&list, removed)) {
                // Only fails for an element that is not in the page.
                Some(link) => _ = link.focus(),
                None => on_empty.run(()),
            }
        });
    };
    let chip = move |(number, criterion): (usize, Criterion)| {
        let current = filter.read_untracked();
        let label = criterion_label(site, &criterion);
        view! {
            <li>
                <a
                    class="filter-chip"

                    href=base.home(&current.without(&criterion))
                    aria-label=shared::remove(&label)
                    on:click=move |_| focus_after_removal(number)
                >
                    {label.clone()}
                    <Icon path=CROSS />
                </a>
            </li>
        }
    };
    move || {
        let criteria = filter.read().criteria();
        (!criteria.is_empty()).then(|| {
            let chips = view! {
                <div class="chips">
                    <ul class="chips__list" node_ref=list aria-label=shared::CHOSEN_FILTERS>
                        {criteria.into_iter().enumerate().map(chip).collect_any()}
                    </ul>
                    <a
                        class="chips__clear"

                        href=base.home(&filter.read().cleared())
                        on:click=move |_| request_animation_frame(move || on_empty.run(()))
                    >
                        {shared::CLEAR_ALL}
                    </a>
                </div>
            };
            Replaced(chips.into_any())
        })
    }
}

/// The link at `number` in `list`, or the last one when there are fewer. `None` once the list has
/// left the document.
pub fn nth_link(list: &Element, number: usize) -> Option<HtmlElement> {
    if !list.is_connected() {
        return None;
    }
    let links = list.query_selector_all("a").ok()?;
    let last = links.length().checked_sub(1)?;
    let number = u32::try_from(number).unwrap_or(u32::MAX).min(last);
    links.item(number)?.dyn_into().ok()
}
