//! The evidence behind a technology tag.

use catalog::{Company, Evidence, EvidenceSource, Grade, Note, Tag, Technology};
use leptos::prelude::*;

use super::marked::Marked;
use crate::lazy::lazy;
use crate::routes::use_base;
use crate::site::use_site;
use crate::state::IN_BROWSER;
use crate::text;
use crate::view::CollectAny;

/// How much of a tag's evidence is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EvidenceDetail {
    /// Each piece, with its source line.
    #[default]
    Full,
    /// The best piece alone, without its source line; the company's page has the rest.
    Brief,
}

/// A technology of a company that opens to its evidence. It opens without scripts.
#[component]
pub fn TagEvidence(
    company: &'static Company,
    tag: &'static Tag,
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
    chunk = Extras;
    /// `TagBody`, loaded on demand and brief in prerendered pages.
    pub fn show_body(company: &'static Company, tag: &'static Tag, technology: &'static Technology) -> AnyView {
        view! { <TagBody company tag technology extent=if IN_BROWSER { EvidenceDetail::Full } else { EvidenceDetail::Brief } /> }.into_any()
    }
}

/// What the tag's grade means, and its evidence.
#[component]
pub fn TagBody(
    company: &'static Company,
    tag: &'static Tag,
    technology: &'static Technology,
    #[prop(optional)] extent: EvidenceDetail,
) -> impl IntoView {
    // Best first.
    let shown = match extent {
        EvidenceDetail::Full => usize::MAX,
        EvidenceDetail::Brief => 1,
    };
    view! {
        <div class="tag__body">
            <p class="tag__meaning">{tag.explanation()}</p>
            <ul class="tag__evidence">
                {tag
                    .evidence
                    .iter()
                    .take(shown)
                    .map(|evidence| view! { <li><Quote company evidence extent /></li> }.into_any())
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

/// One piece of evidence: the quote with the match marked, and its source line.
#[component]
pub fn Quote(
    company: &'static Company,
    evidence: &'static Evidence,
    #[prop(optional)] extent: EvidenceDetail,
) -> impl IntoView {
    let chapter = use_site().catalog().chapter_of(company);
    let line = chapter.and_then(|chapter| chapter.line(evidence.line));
    let is_added = evidence.source == EvidenceSource::Maintainer;
    // A maintainer's addition is the quote itself.
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
            {(extent == EvidenceDetail::Full).then(|| view! {
                <footer class="words__source">
                    {place}
                    {says_more.then(|| format!(", {}", evidence.grade.label().to_ascii_lowercase()))}
                    ". "
                    {link.map(|link| view! { <HostLink link /> }.into_any())}
                    {(link.is_some() && line.is_some()).then_some(", ")}
                    {line.map(|address| view! {
                        <a href=address rel="noopener">
                            {format!("line {} of the chapter", evidence.line)}
                        </a>
                    }.into_any())}
                </footer>
            }.into_any())}
            {note.map(|note| view! { <MaintainerNote note /> }.into_any())}
        </blockquote>
    }
}

/// A maintainer's note, with its source.
#[component]
pub fn MaintainerNote(note: &'static Note) -> impl IntoView {
    view! {
        <p class="remark">
            "A maintainer: " {note.text.as_str()} " "
            {source(note).map(|link| view! { <HostLink link /> }.into_any())}
        </p>
    }
}

/// A link that shows its host.
#[component]
fn HostLink(
    /// Address and host.
    link: (&'static str, &'static str),
) -> impl IntoView {
    view! { <a href=link.0 rel="noopener">{link.1}</a> }
}

fn source(note: &'static Note) -> Option<(&'static str, &'static str)> {
    let url = note.source.as_deref()?;
    Some((url, text::host(url)))
}
