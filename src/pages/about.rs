//! `/about`: source, licence, method, age, privacy.

use catalog::{Chapter, Company, ContentChange, Grade, Resource, Standing, licence};
use leptos::prelude::*;

use crate::components::chapter_name::ChapterName;
use crate::routes::use_base;
use crate::site::use_site;
use crate::title::set_title;
use crate::view::CollectAny;
use crate::wording::about;

/// What this site is, and how reliable it is.
#[component]
pub fn AboutPage() -> impl IntoView {
    set_title(|| about::TITLE.to_owned());
    let catalog = use_site().catalog();
    let (name, chapters) = (catalog.identity.name.as_str(), &catalog.chapters);
    let grade = |grade: &Grade| {
        view! {
            <tr>
                <th scope="row">{grade.label()}</th>
                <td>
                    {match grade.standing() {
                        Standing::Strong => about::STRONG,
                        Standing::Weak => about::WEAK,
                        Standing::NotInUse => about::NOT_IN_USE,
                    }}
                </td>
                <td>{grade.explanation()}</td>
            </tr>
        }
    };
    view! {
        <article class="about prose">
            <h1 tabindex="-1">{about::about(name)}</h1>
            <p class="about__lede">
                {name} {about::TURNS}
            </p>
            <h2>{about::SOURCE}</h2>
            {chapters.iter().map(source).collect_any()}
            <p>
                {about::AUTHORS_WORDS}
            </p>
            <h2>{about::AGE}</h2>
            {chapters.iter().map(age).collect_any()}
            <p>
                {about::OLDER}
            </p>
            {(!catalog.changes.is_empty()).then(|| view! {
                <h2>{about::CHANGES}</h2>
                {catalog.changes.iter().map(|change| view! { <Change change /> }.into_any()).collect_any()}
            }.into_any())}
            <h2>{about::TAGGING}</h2>
            <p>
                {about::TAGGING_BY_PROGRAM}
            </p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{about::GRADE}</th>
                        <th scope="col">{about::STRENGTH}</th>
                        <th scope="col">{about::MEANING}</th>
                    </tr>
                </thead>
                <tbody>{Grade::ALL.iter().map(grade).collect_any()}</tbody>
            </table>
            <p>
                {about::COUNTING}
            </p>
            <h2>{about::PRIVACY}</h2>
            <p>
                {about::PRIVACY_OF_VISIT}
            </p>
        </article>
    }
}

/// A change with the links and companies that it is about.
#[component]
fn Change(change: &'static ContentChange) -> impl IntoView {
    let (catalog, base) = (use_site().catalog(), use_base());
    let links = catalog.companies.iter().flat_map(|company| {
        let of_company = company.resources.iter().map(move |resource| (company, resource));
        of_company.filter(|(_, resource): &(_, &Resource)| change.removed.contains(&resource.url))
    });
    let link = |(company, resource): (&'static Company, &'static Resource)| {
        view! {
            <li>
                <a href=base.company(&company.slug)>{company.name.as_str()}</a>
                ": " {resource.title.as_str()}
            </li>
        }
        .into_any()
    };
    let added = change.added.iter().filter_map(|slug| catalog.company(slug.as_str()));
    let company = |company: &'static Company| {
        view! { <li><a href=base.company(&company.slug)>{company.name.as_str()}</a></li> }
            .into_any()
    };
    view! {
        <p><time datetime=change.day.as_str()>{change.day.as_str()}</time> ": " {change.about.as_str()}</p>
        <ul>{links.map(link).chain(added.map(company)).collect_any()}</ul>
    }
}

/// A chapter with its licence and its pinned revision.
fn source(chapter: &'static Chapter) -> AnyView {
    let pinned = chapter.permalink.as_ref().map(|permalink| {
        view! {
            {about::KEPT_AT}
            <a href=permalink.as_str() rel="noopener">{about::PINNED_REVISION}</a>
            {about::LINES_THERE}
        }
        .into_any()
    });
    view! {
        <p>
            {about::COMPILED_FROM} <ChapterName chapter /> {about::LICENSED_UNDER}
            <a href=licence(&chapter.licence) rel="noopener">{chapter.licence.as_str()}</a>
            "." {pinned}
        </p>
    }
    .into_any()
}

/// Until when a chapter was written.
fn age(chapter: &'static Chapter) -> AnyView {
    let words = about::last_edited(&chapter.title, chapter.written.year());
    view! { <p>{words}</p> }.into_any()
}
