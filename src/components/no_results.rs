//! What to do when nothing matches. Never a dead end.

use catalog::Filter;
use leptos::prelude::*;

use super::chips::criterion_label;
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;

/// Names what was asked and offers the removal of each criterion with what it would give.
#[component]
pub fn NoResults(
    /// The filter that gives nothing.
    filter: Filter,
    /// A way out was taken, which takes this away and the focus with it.
    on_leave: Callback<()>,
) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let criteria = filter.criteria();
    let asked = criteria
        .iter()
        .map(|criterion| criterion_label(site, &filter, criterion))
        .collect::<Vec<_>>()
        .join(" and ");
    let leave = move |_| request_animation_frame(move || on_leave.run(()));
    let way_out = |criterion| {
        let wider = filter.without(criterion);
        let label = criterion_label(site, &filter, criterion);
        let count = text::count(site.index().count(&wider), "company", "companies");
        view! {
            <li>
                <a href=base.home(&wider) on:click=leave>
                    {format!("Without {label}")}
                </a>
                " "
                <span class="no-results__count">{count}</span>
            </li>
        }
    };
    let can_drop_one = criteria.len() > 1;
    view! {
        <section class="no-results" aria-label="No results">
            <h2>{format!("No company with {asked}")}</h2>
            <ul class="no-results__ways">
                {can_drop_one.then(|| criteria.iter().map(way_out).collect_view())}
                <li>
                    <a href=base.home(&filter.cleared()) on:click=leave>
                        "Show all companies"
                    </a>
                </li>
            </ul>
        </section>
    }
}
