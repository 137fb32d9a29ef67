//! `/about`: source, licence, method, age, privacy.

use catalog::{Chapter, Company, ContentChange, Grade, Resource, Standing, licence};
use leptos::prelude::*;

use crate::components::chapter_name::ChapterName;
use crate::routes::use_base;
use crate::site::use_site;
use crate::title::set_title;
use crate::view::CollectAny;

/// What this site is, and how reliable it is.
#[component]
pub fn AboutPage() -> impl IntoView {
    set_title(|| "About".to_owned());
    let catalog = use_site().catalog();
    let (name, chapters) = (catalog.identity.name.as_str(), &catalog.chapters);
    let grade = |grade: &Grade| {
        view! {
            <tr>
                <th scope="row">{grade.label()}</th>
                <td>
                    {match grade.standing() {
                        Standing::Strong => "Strong",
                        Standing::Weak => "Weak",
                        Standing::NotInUse => "Not in use",
                    }}
                </td>
                <td>{grade.explanation()}</td>
            </tr>
        }
    };
    view! {
        <article class="about prose">
            <h1 tabindex="-1">{format!("About {name}")}</h1>
            <p class="about__lede">
                {name} " turns a chapter of company case studies into something to search, filter, "
                "read and listen to. It answers one question: who runs what, and how do we know?"
            </p>
            <h2>"The source"</h2>
            {chapters.iter().map(source).collect_any()}
            <p>
                "Podcasts, their titles and their descriptions are the authors’. Industries, "
                "descriptions of technologies and readable titles are this site’s own additions."
            </p>
            <h2>"How old it is"</h2>
            {chapters.iter().map(age).collect_any()}
            <p>
                "The chapters link to talks and articles that are older still. They tell what companies "
                "said about their systems then, not what they run today. Some links will have moved or "
                "died."
            </p>
            {(!catalog.changes.is_empty()).then(|| view! {
                <h2>"What changed"</h2>
                {catalog.changes.iter().map(|change| view! { <Change change /> }.into_any()).collect_any()}
            }.into_any())}
            <h2>"How technologies are tagged"</h2>
            <p>
                "A program reads the chapter’s words, the titles of what it links to and the addresses, and "
                "looks for whole names of technologies from a list that people maintain. Every match is "
                "shown with the words around it and one of these grades:"
            </p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Grade"</th>
                        <th scope="col">"Strength"</th>
                        <th scope="col">"What it means"</th>
                    </tr>
                </thead>
                <tbody>{Grade::ALL.iter().map(grade).collect_any()}</tbody>
            </table>
            <p>
                "A technology shows the best grade it has. The filter “Strong evidence only” leaves out "
                "technologies that have only weak evidence. Counts say how many companies have strong "
                "evidence and how many more have weak signs. What a company plans, has left or does not use "
                "is shown on its page and counts nowhere. A filter by a technology includes its parts: Spark "
                "finds Spark Streaming as well."
            </p>
            <h2>"Privacy"</h2>
            <p>
                "This site sets no cookies and loads nothing from other sites while you read. A podcast plays "
                "from YouTube’s cookie-less host, and only after you press play. Your choice of colours and shortcuts, "
                "what you save and what you mark as read stay in this browser: nobody else sees them, "
                "and no other device has them unless you export the list and import it there. "
                "Browsers may keep a copy of this site, so that it opens without a connection."
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
            " It is kept "
            <a href=permalink.as_str() rel="noopener">"byte for byte at a pinned revision"</a>
            ", and every piece of evidence names its line there."
        }
        .into_any()
    });
    view! {
        <p>
            "Compiled from " <ChapterName chapter /> ", licensed under "
            <a href=licence(&chapter.licence) rel="noopener">{chapter.licence.as_str()}</a>
            "." {pinned}
        </p>
    }
    .into_any()
}

/// Until when a chapter was written.
fn age(chapter: &'static Chapter) -> AnyView {
    let words = format!("“{}” was last edited in {}.", chapter.title, chapter.written.year());
    view! { <p>{words}</p> }.into_any()
}
