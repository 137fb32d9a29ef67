//! The answer to a search text that is a question: the filter or the page that it asks for.

use explore::{Answer, Filter, Match, Sort};
use leptos::prelude::*;

use super::chips::criterion_label;
use crate::lazy::lazy;
use crate::routes::use_base;
use crate::site::{Site, use_site};
use crate::text;
use crate::wording::grid;

lazy! {
    chunk = Extras;
    /// The answer to a search text, `None` if it is no question that is understood.
    pub fn of(site: Site, query: &str) -> Option<Answer<'static>> {
        site.search().answer(query)
    }
}

lazy! {
    chunk = Extras;
    /// `AnswerLine`, loaded on demand.
    pub fn show(answer: Answer<'static>) -> AnyView {
        view! { <AnswerLine answer /> }.into_any()
    }
}

/// One line: what was understood, as a link to it.
#[component]
fn AnswerLine(answer: Answer<'static>) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let (href, understood, rest) = match answer {
        Answer::Filter { filter, count } => {
            (base.home(&filter), understood(site, &filter), format!(": {}", count.words()))
        }
        Answer::AlternativesTo(technology) => (
            base.technology(&technology.slug),
            grid::alternatives(&technology.name, &text::role_noun(technology.role)),
            String::new(),
        ),
        Answer::Stack { company, role, technologies } => {
            let names: Vec<_> = technologies.iter().map(|other| other.name.clone()).collect();
            let nothing = grid::NONE_NAMED.to_owned();
            let names = if names.is_empty() { nothing } else { text::list(&names) };
            let what = role.map_or_else(|| grid::TECHNOLOGIES.to_owned(), text::role_noun);
            (base.company(&company.slug), format!("{}, {what}", company.name), format!(": {names}"))
        }
    };
    view! {
        <p class="answer">
            {grid::UNDERSTOOD_AS}
            <a href=href>{understood}</a>
            {rest}
            "."
        </p>
    }
}

/// The criteria of a filter and its order.
fn understood(site: Site, filter: &Filter) -> String {
    let joined_by = if filter.match_mode == Match::Any { " or " } else { " and " };
    let criteria = filter.criteria();
    let labels: Vec<_> = criteria.iter().map(|one| criterion_label(site, one)).collect();
    let order = match filter.sort {
        Sort::Relevance => String::new(),
        sort => grid::ordered_by(&sort.label().to_ascii_lowercase()),
    };
    format!("{}{order}", labels.join(joined_by))
}
