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
) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let criteria = filter.criteria();
    let asked = criteria
        .iter()
        .map(|criterion| criterion_label(site, &filter, criterion))
        .collect::<Vec<_>>()
        .join(", ");
    let way_out = |criterion| {
        let wider = filter.without(criterion);
        let label = criterion_label(site, &filter, criterion);
        let count = text::count(site.index().count(&wider), "company", "companies");
        view! {
            <li>
                <a data-noscroll href=base.home(&wider)>
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
            <h2>"No company matches all of this"</h2>
            <p class="no-results__asked">{asked}</p>
            <ul class="no-results__ways">
                {can_drop_one.then(|| criteria.iter().map(way_out).collect_view())}
                <li>
                    <a data-noscroll href=base.home(&filter.cleared())>
                        "Show all companies"
                    </a>
                </li>
            </ul>
        </section>
    }
}
