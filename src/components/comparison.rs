//! The table that compares companies.

use catalog::{Company, Kind, Technology, Years};
use explore::{Comparison, Family, KindRow, Reach, Tally, Use};
use leptos::html;
use leptos::prelude::*;

use super::icon::{CROSS, Icon, KindIcon};
use super::technology_chip::{ChipName, TechnologyChip};
use crate::routes::use_base;
use crate::text;
use crate::view::CollectAny;
use crate::wording::compare;

/// One column per company; one row per family of technologies, grouped by how many of the companies have
/// it, per kind of material, and for the years.
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
    let Comparison { families, kinds, years, .. } = comparison;
    let column = |(number, (company, without)): (usize, (&&'static Company, String))| {
        let name = company.name.as_str();
        view! {
            <th scope="col" role="columnheader" class="comparison__company">
                <a class="comparison__name" href=base.company(&company.slug)>{name}</a>
                <a
                    class="comparison__remove"
                    href=without
                    aria-label=compare::remove_column(name)
                    on:click=move |_| on_remove.run(number)
                >
                    <Icon path=CROSS />
                    {compare::REMOVE}
                </a>
            </th>
        }
    };
    let of = companies.len();
    let group = |families: &[Family<'static>]| {
        let title = families.first().map(|family| title_of(family.reach(), of));
        let rows = families.iter().map(|family| family_row(&companies, family)).collect_any();
        view! {
            <tbody role="rowgroup">
                {title.map(|title| view! {
                    <tr role="row" class="comparison__group">
                        <th role="rowheader" scope="rowgroup" colspan=of + 1>{title}</th>
                    </tr>
                }.into_any())}
                {rows}
            </tbody>
        }
    };
    let groups = families.chunk_by(|one, other| one.reach() == other.reach()).map(group);
    let groups = groups.collect_any();
    let kind_row = |KindRow { kind, counts }| {
        let head = view! { <KindIcon kind />{kind.label()} }.into_any();
        let cells = companies.iter().zip(counts);
        let cells = cells.map(|(company, count)| pieces(company, kind, count));
        row(&companies, head, cells.collect())
    };
    let years = companies.iter().zip(years).map(|(company, years)| span(company, years));
    view! {
        <table class="comparison" role="table" aria-label=compare::COMPARISON>
            <thead role="rowgroup">
                <tr role="row" class="comparison__row" node_ref=head>
                    <td role="cell" class="comparison__corner"></td>
                    {companies.iter().zip(without).enumerate().map(column).collect_any()}
                </tr>
            </thead>
            {groups}
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

/// The title of a group of families.
fn title_of(reach: Reach, of: usize) -> &'static str {
    match reach {
        _ if of == 1 => compare::WHAT_IT_HAS,
        Reach::All if of == 2 => compare::BOTH,
        Reach::All => compare::ALL,
        Reach::MaybeAll if of == 2 => compare::MAYBE_BOTH,
        Reach::MaybeAll => compare::MAYBE_ALL,
        Reach::Several => compare::SOME,
        Reach::One => compare::ONLY_ONE,
    }
}

/// The row of a family: its name once, then by company what it has of it.
fn family_row(companies: &[&'static Company], family: &Family<'static>) -> AnyView {
    let Family { technology, companies: tally, cells } = family;
    let name = text::short_name(technology);
    let reach = reach(*tally, companies.len());
    let head = view! {
        <span class=format!("comparison__family role--{}", technology.role.as_str())>
            <a href=use_base().technology(&technology.slug)>{name}</a>
            <span class="comparison__role">{technology.role.label()}</span>
            {(!reach.is_empty()).then(|| view! { <span class="reach">{reach}</span> }.into_any())}
        </span>
    };
    let cells =
        companies.iter().zip(cells).map(|(company, uses)| uses_of(company, uses, technology));
    row(companies, head.into_any(), cells.collect())
}

/// What a company has of a family: the technology itself by its grade, a part of it by name.
fn uses_of(
    company: &'static Company,
    uses: &[Use<'static>],
    family: &'static Technology,
) -> AnyView {
    if uses.is_empty() {
        return view! {
            <span class="muted comparison__none">
                <span aria-hidden="true">"–"</span>
                <span class="visually-hidden">{compare::NONE_NAMED}</span>
            </span>
        }
        .into_any();
    }
    let item = |used: &Use<'static>| {
        let is_itself = used.technology.slug == family.slug;
        let name = if is_itself { ChipName::Grade } else { ChipName::Technology };
        view! {
            <li>
                <TechnologyChip company tag=used.tag technology=used.technology name />
            </li>
        }
    };
    view! { <ul class="comparison__uses">{uses.iter().map(item).collect_any()}</ul> }.into_any()
}

/// How many have a family, where the title of its group does not say it; "maybe" where some of the
/// signs are weak.
fn reach(companies: Tally, of: usize) -> String {
    let is_several = (2..of).contains(&companies.total());
    match companies {
        Tally { strong, weak: 0 } if is_several => compare::of(strong, of),
        Tally { strong: 0, weak } if is_several => compare::maybe_of(weak, of),
        Tally { strong, weak } if is_several => compare::of_and_maybe(strong, of, weak),
        Tally { strong: 1.., weak: 1.. } => compare::on_weak_signs(companies.weak),
        _ => String::new(),
    }
}

/// How many pieces of a kind a company has, as a link to its material.
fn pieces(company: &'static Company, kind: Kind, count: usize) -> AnyView {
    if count == 0 {
        return view! { <span class="muted">"0"</span> }.into_any();
    }
    let label = compare::pieces(count, kind.label(), &company.name);
    view! { <a class="comparison__count" href=use_base().material_of(&company.slug) aria-label=label>{count}</a> }.into_any()
}

/// The years that the dated material spans, and how much of it is dated.
fn span(company: &Company, years: Option<Years>) -> AnyView {
    let Some(Years { first, last, dated }) = years else {
        return view! { <span class="muted">{compare::NOT_KNOWN}</span> }.into_any();
    };
    let span = if first == last { first.to_string() } else { compare::years(first, last) };
    let basis = compare::dated(dated, company.resources.len());
    view! { {span} " " <span class="muted">{basis}</span> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reach_is_said_in_words_where_the_group_does_not() {
        let reach = |strong, weak, of| reach(Tally { strong, weak }, of);
        assert_eq!(reach(2, 0, 2), "");
        assert_eq!(reach(0, 2, 2), "");
        assert_eq!(reach(1, 0, 3), "");
        assert_eq!(reach(2, 1, 3), "1 on weak signs");
        assert_eq!(reach(2, 0, 3), "2 of 3");
        assert_eq!(reach(0, 3, 4), "maybe 3 of 4");
        assert_eq!(reach(2, 1, 4), "2 of 4, maybe 1 more");
    }
}
