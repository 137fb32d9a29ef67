//! What the companies of a role's grid use in other roles: what streaming companies store into.

use catalog::{Role, Slug, Technology};
use explore::{CheckedFilter, Criterion, Facets, Tally};
use leptos::prelude::*;

use crate::lazy::lazy;
use crate::replace::Replaced;
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;
use crate::view::CollectAny;
use crate::wording::grid;

/// How many technologies of a role are named.
const NAMED: usize = 5;

lazy! {
    chunk = Extras;
    /// A line per role, once the grid is filtered by one.
    pub fn show(filter: Memo<CheckedFilter>, facets: Memo<Facets>) -> AnyView {
        view! { <UsedBeside filter facets /> }.into_any()
    }
}

#[component]
fn UsedBeside(filter: Memo<CheckedFilter>, facets: Memo<Facets>) -> impl IntoView {
    let others = move || {
        let filter = filter.get();
        let mut lines = Vec::new();
        for &role in Role::ALL {
            if !filter.roles.contains(&role) {
                lines.extend(line_of(&filter, role, &facets.read().technologies));
            }
        }
        Replaced(view! { <dl class="beside__roles">{lines}</dl> }.into_any())
    };
    view! {
        <section class="beside" aria-labelledby="beside">
            <h2 id="beside" class="beside__title">{grid::USED_BESIDE}</h2>
            {others}
        </section>
    }
}

/// The technologies of a role that most of the companies use, as links that add them to the filter.
fn line_of(filter: &CheckedFilter, role: Role, counts: &[(Slug, Tally)]) -> Option<AnyView> {
    let (catalog, base) = (use_site().catalog(), use_base());
    let mut used: Vec<(&'static Technology, Tally)> = Vec::new();
    for (slug, companies) in counts {
        let technology = catalog.technology(slug.as_str());
        used.extend(technology.filter(|one| one.role == role).map(|one| (one, *companies)));
    }
    used.retain(|(_, companies)| companies.total() > 0);
    used.sort_by_key(|(_, companies)| std::cmp::Reverse((companies.strong, companies.weak)));
    used.truncate(NAMED);
    let link = |(technology, companies): (&'static Technology, Tally)| {
        let href = base.home(&filter.toggled(Criterion::Technology(technology.slug.clone())));
        view! {
            <li>
                <a href=href>{text::short_name(technology)}</a>
                <span class="muted">{format!(" {}", companies.words())}</span>
            </li>
        }
    };
    (!used.is_empty()).then(|| {
        view! {
            <div class=format!("beside__role role--{}", role.as_str())>
                <dt>{role.label()}</dt>
                <dd><ul class="beside__list">{used.into_iter().map(link).collect_any()}</ul></dd>
            </div>
        }
        .into_any()
    })
}
