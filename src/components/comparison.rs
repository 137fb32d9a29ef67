//! The table that compares companies.

use catalog::{Company, Years};
use explore::{Comparison, KindRow, RoleRow, Tally, Use};
use leptos::html;
use leptos::prelude::*;

use super::icon::{CROSS, Icon, KindIcon};
use super::technology_chip::TechnologyChip;
use crate::routes::use_base;
use crate::text;
use crate::view::CollectAny;

/// One column per company; one row per role, per kind of material, and for the years.
///
/// Elements have explicit table roles: on small screens the styles lay them out as a grid, and some
/// browsers then drop the implicit ones.
#[component]
pub fn ComparisonTable(
    companies: Vec<&'static Company>,
    comparison: Comparison<'static>,
    /// For each company, the address of the comparison without it.
    without: Vec<String>,
    /// Called with the position of a removed company.
    on_remove: Callback<usize>,
    /// The header row: for each company a link to it, then a link that removes it.
    head: NodeRef<html::Tr>,
) -> impl IntoView {
    let base = use_base();
    let Comparison { roles, kinds, years, .. } = comparison;
    let column = |(number, (company, without)): (usize, (&&'static Company, String))| {
        let name = company.name.as_str();
        view! {
            <th scope="col" role="columnheader" class="comparison__company">
                <a class="comparison__name" href=base.company(&company.slug)>{name}</a>
                <a
                    class="comparison__remove"
                    href=without
                    aria-label=format!("Remove {name}")
                    on:click=move |_| on_remove.run(number)
                >
                    <Icon path=CROSS />
                    "Remove"
                </a>
            </th>
        }
    };
    let role_row = |RoleRow { role, cells }| {
        let head = view! { <span class=format!("comparison__role role--{}", role.as_str())>{role.label()}</span> }.into_any();
        let cells = companies.iter().zip(cells);
        let cells = cells.map(|(company, uses)| uses_of(company, uses, companies.len()));
        row(&companies, head, cells.collect())
    };
    let kind_row = |KindRow { kind, counts }| {
        let head = view! { <KindIcon kind />{kind.label()} }.into_any();
        row(&companies, head, counts.into_iter().map(number).collect())
    };
    let years = companies.iter().zip(years).map(|(company, years)| span(company, years));
    view! {
        <table class="comparison" role="table" aria-label="Comparison">
            <thead role="rowgroup">
                <tr role="row" class="comparison__row" node_ref=head>
                    <td role="cell" class="comparison__corner"></td>
                    {companies.iter().zip(without).enumerate().map(column).collect_any()}
                </tr>
            </thead>
            <tbody role="rowgroup">{roles.into_iter().map(role_row).collect_any()}</tbody>
            <tbody role="rowgroup" class="comparison__material">
                {kinds.into_iter().map(kind_row).collect_any()}
                {row(&companies, "Years".into_any(), years.collect())}
            </tbody>
        </table>
    }
}

/// A row: its header, and one cell per company. Cells name their company for the layout without
/// columns.
fn row(companies: &[&'static Company], head: AnyView, cells: Vec<AnyView>) -> AnyView {
    let cell = |(company, cell): (&&'static Company, AnyView)| {
        view! { <td role="cell" class="comparison__cell" data-company=company.name.as_str()>{cell}</td> }
    };
    view! {
        <tr role="row" class="comparison__row">
            <th scope="row" role="rowheader" class="comparison__head">{head}</th>
            {companies.iter().zip(cells).map(cell).collect_any()}
        </tr>
    }
    .into_any()
}

/// The technologies of a company in a role; shared ones say by how many they are shared.
fn uses_of(company: &'static Company, uses: Vec<Use<'static>>, of: usize) -> AnyView {
    if uses.is_empty() {
        return view! { <span class="muted">"none named"</span> }.into_any();
    }
    let item = |used: Use<'static>| {
        let reach = (used.companies.total() > 1).then(|| {
            let mut words = reach(used.companies, of);
            if used.shared_as.slug != used.technology.slug {
                words.push_str(", as ");
                words.push_str(text::short_name(used.shared_as));
            }
            let is_all = used.companies.strong == of;
            view! { <span class="reach" class:reach--all=is_all>{words}</span> }
        });
        view! {
            <li class="comparison__use">
                <TechnologyChip company tag=used.tag technology=used.technology />
                {reach}
            </li>
        }
    };
    view! { <ul class="comparison__uses">{uses.into_iter().map(item).collect_any()}</ul> }
        .into_any()
}

/// How many of the companies share something, in words; "maybe" where a sign is weak.
fn reach(companies: Tally, of: usize) -> String {
    let maybe = if companies.weak > 0 { "maybe " } else { "" };
    match companies.total() {
        _ if of == 2 => format!("{maybe}shared by both"),
        total if total == of => format!("{maybe}shared by all"),
        total => format!("{maybe}{total} of {of}"),
    }
}

fn number(number: usize) -> AnyView {
    view! { <span class:muted=number == 0>{number}</span> }.into_any()
}

/// The years that the dated material spans, and how much of it is dated.
fn span(company: &Company, years: Option<Years>) -> AnyView {
    let Some(Years { first, last, dated }) = years else {
        return view! { <span class="muted">"not known"</span> }.into_any();
    };
    let span = if first == last { first.to_string() } else { format!("{first} to {last}") };
    let basis = format!("{dated} of {} dated", company.resources.len());
    view! { {span} " " <span class="muted">{basis}</span> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reach_is_said_in_words() {
        let reach = |strong, weak, of| reach(Tally { strong, weak }, of);
        assert_eq!(reach(2, 0, 2), "shared by both");
        assert_eq!(reach(1, 1, 2), "maybe shared by both");
        assert_eq!(reach(3, 0, 3), "shared by all");
        assert_eq!(reach(2, 1, 3), "maybe shared by all");
        assert_eq!(reach(2, 0, 3), "2 of 3");
        assert_eq!(reach(0, 3, 4), "maybe 3 of 4");
    }
}
