//! The words that a technology tag rests on.

use catalog::{Company, Evidence, EvidenceSource, Grade, Note, Tag, Technology};
use leptos::prelude::*;

use super::marked::Marked;
use crate::lazy::lazy;
use crate::routes::use_base;
use crate::site::use_site;
use crate::state::IN_BROWSER;
use crate::text;
use crate::view::CollectAny;

/// A technology of a company that opens to the words it rests on. It needs no script to open.
#[component]
pub fn TagEvidence(
    /// The company.
    company: &'static Company,
    /// Its tag.
    tag: &'static Tag,
    /// The tag's technology.
    technology: &'static Technology,
) -> impl IntoView {
    let grade = tag.grade();
    view! {
        <details class=format!("tag role--{}", technology.role.as_str())>
            <summary class="tag__summary" class:tag__summary--weak=!grade.is_strong()>
                <span class="tag__name">{technology.name.clone()}</span>
                <span class="tag__grade">{grade.label()}</span>
            </summary>
            <TagBody company tag technology />
        </details>
    }
}

lazy! {
    /// [`TagBody`] for a page that seldom needs it, and brief where it is written out ahead.
    pub fn show_body(company: &'static Company, tag: &'static Tag, technology: &'static Technology) -> AnyView {
        view! { <TagBody company tag technology is_brief=!IN_BROWSER /> }.into_any()
    }
}

/// What a tag rests on: what its grade means, and every piece of evidence.
#[component]
pub fn TagBody(
    /// The company.
    company: &'static Company,
    /// Its tag.
    tag: &'static Tag,
    /// The tag's technology.
    technology: &'static Technology,
    /// Whether all but the best words, and where they stand, is left to the company's page.
    #[prop(optional)]
    is_brief: bool,
) -> impl IntoView {
    // The best come first.
    let shown = if is_brief { 1 } else { usize::MAX };
    view! {
        <div class="tag__body">
            <p class="tag__meaning">{tag.explanation()}</p>
            <ul class="tag__evidence">
                {tag
                    .evidence
                    .iter()
                    .take(shown)
                    .map(|evidence| view! { <li><Words company evidence is_brief /></li> }.into_any())
                    .collect_any()}
            </ul>
            <p>
                <a href=use_base().technology(&technology.slug)>
                    {format!("Everything on {}", technology.name)}
                </a>
            </p>
        </div>
    }
}

/// One piece of evidence: the words with the match marked, and where they stand.
#[component]
pub fn Words(
    /// The company whose section holds them.
    company: &'static Company,
    /// The words.
    evidence: &'static Evidence,
    /// Whether where they stand is left out.
    #[prop(optional)]
    is_brief: bool,
) -> impl IntoView {
    let chapter = use_site().catalog().chapter_of(company);
    let line = chapter.and_then(|chapter| chapter.line(evidence.line));
    let is_added = evidence.source == EvidenceSource::Maintainer;
    // What a maintainer adds is quoted already.
    let note = evidence.note.as_ref().filter(|_| !is_added);
    let link = match evidence.source {
        EvidenceSource::Label(number)
        | EvidenceSource::Title(number)
        | EvidenceSource::Address(number) => company
            .resources
            .get(number as usize)
            .map(|resource| (resource.url.as_str(), resource.host.as_str())),
        EvidenceSource::Maintainer => evidence.note.as_ref().and_then(source),
        EvidenceSource::Prose | EvidenceSource::Podcast(_) => None,
    };
    let place = match evidence.source {
        EvidenceSource::Prose => "In the chapter’s text",
        EvidenceSource::Podcast(_) => "In the words on the podcast",
        EvidenceSource::Label(_) => "In the chapter’s words for a link",
        EvidenceSource::Title(_) => "In a title",
        EvidenceSource::Address(_) => "In an address",
        EvidenceSource::Maintainer => "From a maintainer",
    };
    // "In a title, in a title" would say one thing twice.
    let says_more = !is_added && !matches!(evidence.grade, Grade::Stated | Grade::Title);
    view! {
        <blockquote class="words">
            <p class="words__quote">
                <Marked text=evidence.quote.clone() marks=vec![evidence.mark] />
            </p>
            {(!is_brief).then(|| view! {
                <footer class="words__source">
                    {place}
                    {says_more.then(|| format!(", {}", evidence.grade.label().to_ascii_lowercase()))}
                    ". "
                    {link.map(|link| view! { <Site link /> }.into_any())}
                    {(link.is_some() && line.is_some()).then_some(", ")}
                    {line.map(|address| view! {
                        <a href=address rel="noopener">
                            {format!("line {} of the chapter", evidence.line)}
                        </a>
                    }.into_any())}
                </footer>
            }.into_any())}
            {note.map(|note| view! { <Remark note /> }.into_any())}
        </blockquote>
    }
}

/// What a maintainer says, and where that can be read.
#[component]
pub fn Remark(
    /// Their words.
    note: &'static Note,
) -> impl IntoView {
    view! {
        <p class="remark">
            "A maintainer: " {note.text.as_str()} " "
            {source(note).map(|link| view! { <Site link /> }.into_any())}
        </p>
    }
}

/// A link that shows where it leads.
#[component]
fn Site(
    /// Its address and its host.
    link: (&'static str, &'static str),
) -> impl IntoView {
    view! { <a href=link.0 rel="noopener">{link.1}</a> }
}

fn source(note: &'static Note) -> Option<(&'static str, &'static str)> {
    let url = note.source.as_deref()?;
    Some((url, text::host(url)))
}
