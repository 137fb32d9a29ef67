//! The words that a technology tag rests on.

use catalog::{Company, Evidence, EvidenceSource, Grade, Tag, Technology};
use leptos::prelude::*;

use super::marked::Marked;
use crate::routes::{chapter_line, use_base};
use crate::site::use_site;
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

/// What a tag rests on: what its grade means, and every piece of evidence.
#[component]
pub fn TagBody(
    /// The company.
    company: &'static Company,
    /// Its tag.
    tag: &'static Tag,
    /// The tag's technology.
    technology: &'static Technology,
) -> impl IntoView {
    view! {
        <div class="tag__body">
            <p class="tag__meaning">{tag.grade().explanation()}</p>
            <ul class="tag__evidence">
                {tag
                    .evidence
                    .iter()
                    .map(|evidence| view! { <li><Words company evidence /></li> })
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
) -> impl IntoView {
    let source = &use_site().catalog().source;
    let resource = match evidence.source {
        EvidenceSource::Label(number)
        | EvidenceSource::Title(number)
        | EvidenceSource::Address(number) => company.resources.get(number as usize),
        EvidenceSource::Prose | EvidenceSource::Podcast(_) | EvidenceSource::Maintainer => None,
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
    let says_more = !matches!(evidence.grade, Grade::Stated | Grade::Title);
    view! {
        <blockquote class="words">
            <p class="words__quote">
                <Marked text=evidence.quote.clone() marks=vec![evidence.mark] />
            </p>
            <footer class="words__source">
                {place}
                {says_more.then(|| format!(", {}", evidence.grade.label().to_ascii_lowercase()))}
                ". "
                {resource
                    .map(|resource| {
                        view! {
                            <a href=resource.url.clone() rel="noopener">
                                {resource.host.clone()}
                            </a>
                            ", "
                        }
                    })}
                <a href=chapter_line(&source.permalink, evidence.line) rel="noopener">
                    {format!("line {} of the chapter", evidence.line)}
                </a>
            </footer>
            {evidence.note.clone().map(|note| view! { <p class="words__note">{note}</p> })}
        </blockquote>
    }
}
