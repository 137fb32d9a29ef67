//! The suggestions below a search box: where the reader may want to go.

use explore::{Suggestion, Target};
use leptos::prelude::*;

use super::marked::Marked;
use crate::lazy::lazy;
use crate::routes::use_base;
use crate::site::{Site, use_site};
use crate::view::CollectAny;

/// The most suggestions of each group: more would bury the grid.
const SHOWN: usize = 4;

/// The names of the groups, in the order in which suggestions come.
const GROUPS: [&str; 3] = ["Companies", "Technologies", "Talks and articles"];

/// The id of a suggestion of the field with the id `field`.
#[must_use]
pub fn option_id(field: &str, number: usize) -> String {
    format!("{field}-option-{number}")
}

/// What is suggested, and where in it the arrows are.
#[derive(Clone, Debug, Default)]
pub struct SuggestionList {
    /// Group by group; empty while the list is closed.
    pub suggestions: Vec<Suggestion<'static>>,
    /// The number of the one that Enter opens.
    pub active: Option<usize>,
}

impl SuggestionList {
    /// Moves on to the next suggestion or back to the one before, around the ends.
    pub fn go_to_neighbour(&mut self, is_next: bool) {
        let count = self.suggestions.len();
        let next = match self.active {
            None if is_next => 0,
            None => count.saturating_sub(1),
            Some(at) => at + if is_next { 1 } else { count - 1 },
        };
        self.active = next.checked_rem(count);
    }
}

lazy! {
    /// What to suggest for a text.
    pub fn of(site: Site, text: &str) -> Vec<Suggestion<'static>> {
        site.search().suggest(text, SHOWN)
    }
}

lazy! {
    /// See [`Suggestions`].
    pub fn show(field: &'static str, list: RwSignal<SuggestionList>) -> AnyView {
        view! { <Suggestions field list /> }.into_any()
    }
}

/// Suggestions in their groups: links that are the options of a listbox.
#[component]
pub fn Suggestions(
    /// The id of the field that they belong to.
    field: &'static str,
    /// What is suggested.
    list: RwSignal<SuggestionList>,
) -> impl IntoView {
    let (site, base) = (use_site(), use_base());
    let option = move |number: usize, is_active: bool, suggestion: Suggestion<'static>| {
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
                (base.material_of(&company.slug), note)
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
                aria-selected=is_active.to_string()
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
    let group = move |number: usize| {
        let list = list.read();
        let mut options = Vec::new();
        for (at, suggestion) in list.suggestions.iter().enumerate() {
            if group_of(suggestion.target) == number {
                options.push(option(at, list.active == Some(at), suggestion.clone()));
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
    move || (0..GROUPS.len()).filter_map(group).collect_any()
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
    fn check(count: usize, is_next: bool, expected: &[Option<usize>]) {
        let mut list = list(count);
        for &expected in expected {
            list.go_to_neighbour(is_next);
            assert_eq!(list.active, expected);
        }
    }

    #[test]
    fn the_arrows_go_around_the_ends() {
        check(3, true, &[Some(0), Some(1), Some(2), Some(0)]);
        check(3, false, &[Some(2), Some(1), Some(0), Some(2)]);
        check(1, true, &[Some(0), Some(0)]);
        check(0, true, &[None, None]);
        check(0, false, &[None]);
    }
}
