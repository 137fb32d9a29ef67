//! Alternatives when a filter gives few companies or none.

use explore::{
    Alternative, Change, CheckedFilter, Criterion, Filter, Match, NearText, Question, Tally,
    TextChange,
};
use leptos::prelude::*;

use super::chips::criterion_label;
use crate::lazy::lazy;
use crate::routes::use_base;
use crate::site::{Site, use_site};
use crate::text;
use crate::view::CollectAny;
use crate::wording::grid;

/// How many alternatives are offered below few results.
const WIDER: usize = 4;

lazy! {
    chunk = Extras;
    /// `NoResults` or `Wider` for a filter that gives `count` companies.
    pub fn show(count: usize, question: Question<'static>, on_leave: Callback<()>) -> AnyView {
        if count == 0 {
            view! { <NoResults question on_leave /> }.into_any()
        } else {
            view! { <Wider question /> }.into_any()
        }
    }
}

/// Offers a corrected query that finds something.
#[component]
fn DidYouMean(
    filter: CheckedFilter,
    /// The link was followed, so it disappears and the focus has to move.
    on_leave: Callback<()>,
) -> impl IntoView {
    let base = use_base();
    let leave = move |_| request_animation_frame(move || on_leave.run(()));
    use_site().search().did_you_mean(&filter).map(|query| {
        let words = format!("“{query}”");
        view! {
            <p class="no-results__meant">
                {grid::DID_YOU_MEAN}
                <a href=base.home(&filter.with_query(&query)) on:click=leave>
                    {words}
                </a> "?"
            </p>
        }
    })
}

/// Repeats the filter, says how many companies each criterion gives alone, and offers alternatives.
#[component]
pub fn NoResults(
    question: Question<'static>,
    /// A link was followed, so it disappears and the focus has to move.
    on_leave: Callback<()>,
) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let filter = question.filter();
    let alone = site.index().alone(&question);
    let alternatives = site.index().alternatives(&question);
    let counts: Vec<_> = alone
        .iter()
        .map(|(criterion, count)| {
            let label = criterion_label(site, criterion);
            grid::with(&count.words(), &label)
        })
        .collect();
    let both = if alone.len() == 2 { grid::BOTH } else { grid::ALL_OF_THEM };
    let leave = move |_| request_animation_frame(move || on_leave.run(()));
    view! {
        <section class="no-results" aria-label=grid::NO_RESULTS>
            <h2>{grid::no_company(&asked(site, filter))}</h2>
            <DidYouMean filter=filter.clone() on_leave />
            {(alone.len() > 1)
                .then(|| view! { <p>{grid::none_with_all(&text::list(&counts), both)}</p> }.into_any())}
            <ul class="no-results__ways" on:click=leave>
                {near_texts(site, filter)}
                {ways(site, alternatives)}
                <li>
                    <a href=base.home(&filter.cleared())>{grid::SHOW_ALL}</a>
                </li>
            </ul>
        </section>
    }
}

/// Alternatives below few results that give more.
#[component]
pub fn Wider(question: Question<'static>) -> impl IntoView {
    let site = use_site();
    let mut alternatives = site.index().alternatives(&question);
    alternatives.truncate(WIDER);
    if alternatives.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="no-results no-results--few" aria-labelledby="wider">
            <h2 id="wider">{grid::FEWER_FILTERS}</h2>
            <ul class="no-results__ways">{ways(site, alternatives)}</ul>
        </section>
    }
    .into_any()
}

/// Each alternative as a link, with how many companies it gives.
fn ways(site: Site, alternatives: Vec<Alternative>) -> impl IntoView + use<> {
    alternatives
        .into_iter()
        .map(|alternative| {
            let label = |criterion: &Criterion| criterion_label(site, criterion);
            let words = match &alternative.change {
                Change::Without(dropped) => {
                    let dropped: Vec<_> = dropped.iter().map(label).collect();
                    grid::drop(&text::list(&dropped))
                }
                Change::Instead { of, use_ } => {
                    let [of, use_] =
                        [of, use_].map(|slug| label(&Criterion::Technology(slug.clone())));
                    grid::in_place_of(&use_, &of)
                }
            };
            way(words, &alternative.filter, alternative.count)
        })
        .collect_any()
}

/// The search text without some of its words, or with a filter in their place.
fn near_texts(site: Site, filter: &CheckedFilter) -> impl IntoView + use<> {
    let way_of = |near: NearText| {
        let words = match &near.change {
            TextChange::Without(words) => {
                let quoted: Vec<_> = words.iter().map(|word| format!("“{word}”")).collect();
                grid::drop(&text::list(&quoted))
            }
            TextChange::Filter(criterion) if near.filter.query.is_empty() => {
                grid::filter_by(&criterion_label(site, criterion))
            }
            TextChange::Filter(criterion) => {
                let label = criterion_label(site, criterion);
                grid::filter_and_search(&label, &near.filter.query)
            }
        };
        way(
            words,
            &near.filter,
            site.index().tally(&Question::new(&site.index().check(&near.filter), site.search())),
        )
    };
    site.search().near_texts(filter).into_iter().map(way_of).collect_any()
}

/// A filter as a link, with how many companies it gives.
fn way(words: String, filter: &Filter, count: Tally) -> impl IntoView + use<> {
    view! {
        <li>
            <a href=use_base().home(filter)>{words}</a>
            ": "
            <span class="no-results__count">{count.words()}</span>
        </li>
    }
}

/// The criteria as one phrase: "Apache Kafka and Apache Flink", with "or" for [`Match::Any`].
fn asked(site: Site, filter: &Filter) -> String {
    let (technologies, others): (Vec<_>, Vec<_>) = filter
        .criteria()
        .into_iter()
        .partition(|criterion| matches!(criterion, Criterion::Technology(_)));
    let labels = |criteria: Vec<Criterion>| -> Vec<String> {
        criteria.iter().map(|criterion| criterion_label(site, criterion)).collect()
    };
    let mut parts = labels(technologies);
    if filter.match_mode == Match::Any && !parts.is_empty() {
        parts = vec![parts.join(" or ")];
    }
    parts.extend(labels(others));
    text::list(&parts)
}
