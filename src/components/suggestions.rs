//! The suggestions below a search box: where the reader may want to go.

use catalog::{Suggestion, Target};
use leptos::prelude::*;

use super::marked::Marked;
use crate::routes::use_base;
use crate::site::use_site;

/// The names of the groups, in the order in which suggestions come.
const GROUPS: [&str; 3] = ["Companies", "Technologies", "Talks and articles"];

/// The id of a suggestion of the field with the id `field`.
#[must_use]
pub fn option_id(field: &str, number: usize) -> String {
    format!("{field}-option-{number}")
}

/// Suggestions in their groups: links that are the options of a listbox.
#[component]
pub fn Suggestions(
    /// The id of the field that they belong to.
    field: &'static str,
    /// What is suggested, group by group.
    suggestions: Memo<Vec<Suggestion<'static>>>,
    /// The number of the one that the arrows are at.
    active: ReadSignal<Option<usize>>,
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
                (base.material_of(&company.slug), note)
            }
        };
        let other_name = suggestion.other_name.map(|other| {
            view! {
                <span class="suggestion__note">
                    "also “" <Marked text=other.text marks=other.marks /> "” "
                </span>
            }
        });
        view! {
            <a
                id=option_id(field, number)
                class="suggestion"
                role="option"
                tabindex="-1"
                href=href
                aria-selected=move || (active.get() == Some(number)).to_string()
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
        let suggestions = suggestions.get().into_iter().enumerate();
        let options: Vec<_> = suggestions
            .filter(|(_, suggestion)| group_of(suggestion.target) == number)
            .map(|(number, suggestion)| option(number, suggestion))
            .collect();
        (!options.is_empty()).then(|| {
            view! {
                <div class="suggestions__group" role="group" aria-label=GROUPS[number]>
                    <p class="suggestions__label" aria-hidden="true">{GROUPS[number]}</p>
                    {options}
                </div>
            }
        })
    };
    move || (0..GROUPS.len()).filter_map(group).collect_view()
}

/// Position in [`GROUPS`].
const fn group_of(target: Target<'_>) -> usize {
    match target {
        Target::Company(_) => 0,
        Target::Technology(_) => 1,
        Target::Resource(..) => 2,
    }
}
