//! The suggestions below a search box: pages and links that match the text.

use explore::{Suggestion, Target};
use leptos::prelude::*;

use super::marked::Marked;
use crate::lazy::lazy;
use crate::replace::Replaced;
use crate::routes::use_base;
use crate::site::{Site, use_site};
use crate::view::CollectAny;
use crate::wording::search;

/// The maximum of each group: more would cover the grid.
const SHOWN: usize = 4;

/// The groups, in the order of the suggestions.
const GROUPS: [&str; 3] = [search::COMPANIES, search::TECHNOLOGIES, search::TALKS];

/// The id of the suggestion with this index, for the field with the id `field`.
#[must_use]
pub fn option_id(field: &str, number: usize) -> String {
    format!("{field}-option-{number}")
}

/// Which way an arrow key moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Down.
    Next,
    /// Up.
    Previous,
}

/// The suggestions, and which of them is active.
#[derive(Clone, Debug, Default)]
pub struct SuggestionList {
    /// In order of their groups; empty while the list is closed.
    pub suggestions: Vec<Suggestion<'static>>,
    /// The index of the one that Enter opens.
    pub active: Option<usize>,
}

impl SuggestionList {
    /// Moves to the next or the previous suggestion, and wraps around at the ends.
    pub fn step(&mut self, direction: Direction) {
        let count = self.suggestions.len();
        let next = match (direction, self.active) {
            (Direction::Next, None) => 0,
            (Direction::Next, Some(at)) => at + 1,
            (Direction::Previous, at) => at.unwrap_or(count) + count.saturating_sub(1),
        };
        self.active = next.checked_rem(count);
    }
}

lazy! {
    chunk = Extras;
    /// The suggestions for a text.
    pub fn of(site: Site, text: &str) -> Vec<Suggestion<'static>> {
        site.search().suggest(text, SHOWN)
    }
}

lazy! {
    chunk = Extras;
    /// `Suggestions`, loaded on demand.
    pub fn show(field: &'static str, list: RwSignal<SuggestionList>) -> AnyView {
        view! { <Suggestions field list /> }.into_any()
    }
}

/// Suggestions by group: links that are the options of a listbox.
#[component]
pub fn Suggestions(
    /// The id of the search field.
    field: &'static str,
    list: RwSignal<SuggestionList>,
) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let option = move |number: usize, suggestion: Suggestion<'static>| {
        let (href, note) = match suggestion.target {
            Target::Company(company) => {
                let industry = company.industry.as_ref();
                let industry = industry.and_then(|slug| site.catalog().industry(slug.as_str()));
                (
                    base.company(&company.slug),
                    industry.map_or_else(String::new, |industry| industry.name.clone()),
                )
            }
            Target::Technology(technology) => {
                (base.technology(&technology.slug), technology.role.label().to_owned())
            }
            Target::Resource(company, resource) => {
                let note = format!("{} · {}", company.name, resource.kind.label());
                let mut all = company.resources.iter();
                let address = match all.position(|other| std::ptr::eq(other, resource)) {
                    Some(number) => base.resource_of(&company.slug, number),
                    None => base.material_of(&company.slug),
                };
                (address, note)
            }
        };
        let other_name = suggestion.other_name.map(|other| {
            view! {
                <span class="suggestion__note">
                    "also “" <Marked text=other.text marks=other.marks /> "” "
                </span>
            }
            .into_any()
        });
        view! {
            <a
                id=option_id(field, number)
                class="suggestion"
                role="option"
                tabindex="-1"
                href=href
                aria-selected=move || (list.read().active == Some(number)).to_string()
            >
                <span class="suggestion__name">
                    <Marked text=suggestion.target.name() marks=suggestion.marks />
                </span>
                " "
                {other_name}
                <span class="suggestion__note">{note}</span>
            </a>
        }
    };
    // The options stay while only the active one changes: the focus may be on one.
    let suggestions = Memo::new(move |_| list.read().suggestions.clone());
    let group = move |number: usize| {
        let mut options = Vec::new();
        for (at, suggestion) in suggestions.read().iter().enumerate() {
            if group_of(suggestion.target) == number {
                options.push(option(at, suggestion.clone()));
            }
        }
        (!options.is_empty()).then(|| {
            view! {
                <div class="suggestions__group" role="group" aria-label=GROUPS[number]>
                    <p class="suggestions__label" aria-hidden="true">{GROUPS[number]}</p>
                    {options}
                </div>
            }
            .into_any()
        })
    };
    move || Replaced((0..GROUPS.len()).filter_map(group).collect_any().into_any())
}

/// Position in [`GROUPS`].
const fn group_of(target: Target<'_>) -> usize {
    match target {
        Target::Company(_) => 0,
        Target::Technology(_) => 1,
        Target::Resource(..) => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(count: usize) -> SuggestionList {
        let technology = Box::leak(Box::new(catalog::Technology {
            slug: "kafka".parse().unwrap(),
            name: "Apache Kafka".to_owned(),
            role: catalog::Role::Transport,
            parent: None,
            aliases: vec![],
            formerly: vec![],
            summary: String::new(),
            homepage: String::new(),
        }));
        let target = Target::Technology(technology);
        let suggestion = Suggestion { target, marks: vec![], other_name: None };
        SuggestionList { suggestions: vec![suggestion; count], active: None }
    }

    #[track_caller]
    fn check(count: usize, direction: Direction, expected: &[Option<usize>]) {
        let mut list = list(count);
        for &expected in expected {
            list.step(direction);
            assert_eq!(list.active, expected);
        }
    }

    #[test]
    fn the_arrows_go_around_the_ends() {
        check(3, Direction::Next, &[Some(0), Some(1), Some(2), Some(0)]);
        check(3, Direction::Previous, &[Some(2), Some(1), Some(0), Some(2)]);
        check(1, Direction::Next, &[Some(0), Some(0)]);
        check(0, Direction::Next, &[None, None]);
        check(0, Direction::Previous, &[None]);
    }
}
