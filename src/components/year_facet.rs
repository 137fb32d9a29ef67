//! The facet of years.

use explore::{CheckedFilter, Facets, Filter, YearRange};
use leptos::prelude::*;

use crate::lazy::lazy;
use crate::view::CollectAny;

lazy! {
    chunk = Extras;
    /// The facet, once it is unfolded.
    pub fn show_years(
        filter: Memo<CheckedFilter>,
        facets: Memo<Facets>,
        on_choose: Callback<Filter>,
    ) -> AnyView {
        view! { <YearFacet filter facets on_choose /> }.into_any()
    }
}

/// Two menus for a span of years, and a bar chart of how many companies have material of each year.
#[component]
fn YearFacet(
    filter: Memo<CheckedFilter>,
    facets: Memo<Facets>,
    on_choose: Callback<Filter>,
) -> impl IntoView {
    let years: Vec<u32> =
        facets.with_untracked(|facets| facets.years.iter().map(|(year, _)| *year).collect());
    if years.is_empty() {
        return ().into_any();
    }
    let choose = move |value: String, is_first: bool| {
        let YearRange { from, to } = filter.read_untracked().years;
        let year = value.parse().ok();
        let years = if is_first {
            YearRange { from: year, to: to.filter(|to| year.is_none_or(|from| from <= *to)) }
        } else {
            YearRange { from: from.filter(|from| year.is_none_or(|to| *from <= to)), to: year }
        };
        on_choose.run(Filter { years, ..(**filter.read_untracked()).clone() });
    };
    let menu = |label: &'static str, is_first: bool| {
        let chosen = move || {
            let YearRange { from, to } = filter.read().years;
            if is_first { from } else { to }
        };
        let option = |year: Option<u32>| {
            let name = year.map_or_else(|| "any".to_owned(), |year| year.to_string());
            view! {
                <option value=name.clone() selected=move || chosen() == year>
                    {name.clone()}
                </option>
            }
        };
        let options = std::iter::once(None).chain(years.iter().copied().map(Some));
        view! {
            <label class="years__end">
                {label}
                <select
                    class="sort__choice"
                    on:change=move |event| choose(event_target_value(&event), is_first)
                >
                    {options.map(option).collect_any()}
                </select>
            </label>
        }
    };
    view! {
        <div class="years">
            <svg
                class="years__bars"
                viewBox=format!("0 0 {} 100", years.len() * 10)
                preserveAspectRatio="none"
                aria-hidden="true"
            >
                <path d=move || bars(&facets.read().years)></path>
            </svg>
            <div class="years__ends">{menu("From", true)} {menu("To", false)}</div>
        </div>
    }
    .into_any()
}

/// One bar per year, 10 wide; the highest is 100 high.
fn bars(years: &[(u32, usize)]) -> String {
    let most = years.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let mut path = String::new();
    for (number, (_, count)) in years.iter().enumerate() {
        // A year without companies is still a visible line.
        let height = (count * 98 / most) + 2;
        path.push_str(&format!("M{} 100v-{height}h8v{height}z", number * 10 + 1));
    }
    path
}
