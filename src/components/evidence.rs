//! The evidence behind a technology tag.

use catalog::{Company, Evidence, EvidenceSource, Grade, Note, Tag, Technology};
use explore::Passages;
use leptos::prelude::*;

use super::marked::Marked;
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;
use crate::view::CollectAny;
use crate::wording::company;

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
                    {company::everything_on(&technology.name)}
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
    let shown = shown_at(company, evidence);
    let has_place = shown.is_some();
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
        EvidenceSource::Prose => company::IN_TEXT,
        EvidenceSource::Podcast(_) => company::IN_PODCAST,
        EvidenceSource::Label(_) => company::IN_LABEL,
        EvidenceSource::Title(_) => company::IN_TITLE,
        EvidenceSource::Address(_) => company::IN_ADDRESS,
        EvidenceSource::Maintainer => company::FROM_MAINTAINER,
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
                    {shown.map(|(address, words)| view! { <a href=address>{words}</a> }.into_any())}
                    {(has_place && (link.is_some() || line.is_some())).then_some(", ")}
                    {link.map(|link| view! { <HostLink link /> }.into_any())}
                    {(link.is_some() && line.is_some()).then_some(", ")}
                    {line.map(|address| view! {
                        <a href=address rel="noopener">
                            {company::source_line(evidence.line)}
                        </a>
                    }.into_any())}
                </footer>
            }.into_any())}
            {note.map(|note| view! { <MaintainerNote note /> }.into_any())}
        </blockquote>
    }
}

/// One piece of evidence in a line: the quote, where it is from, and its year.
#[component]
pub fn QuoteLine(company: &'static Company, evidence: &'static Evidence) -> impl IntoView {
    let chapter = use_site().catalog().chapter_of(company);
    let resource = evidence.source.resource().and_then(|at| company.resources.get(at as usize));
    let (host, year) = match (resource, evidence.source) {
        (Some(resource), _) => (resource.host.as_str(), resource.dated.map(|dated| dated.year)),
        (None, EvidenceSource::Maintainer) => (company::MAINTAINER, None),
        (None, _) => (company::CHAPTER, chapter.map(|chapter| chapter.written.year())),
    };
    let source = match shown_at(company, evidence) {
        Some((address, words)) => view! {
            <a href=address>{host} <span class="visually-hidden">": " {words}</span></a>
        }
        .into_any(),
        None => host.into_any(),
    };
    let is_added = evidence.source == EvidenceSource::Maintainer;
    let note = evidence.note.as_ref().filter(|_| !is_added);
    view! {
        <blockquote class="use__words">
            <span class="use__quote">
                <Marked text=evidence.quote.clone() marks=vec![evidence.mark] />
            </span>
            " "
            <span class="use__source">
                {source} {year.map(|year| format!(", {year}"))}
            </span>
            {note.map(|note| view! { <MaintainerNote note /> }.into_any())}
        </blockquote>
    }
}

/// Where the company's page shows the words, and the words of a link to there.
fn shown_at(company: &Company, evidence: &Evidence) -> Option<(String, &'static str)> {
    let (base, slug) = (use_base(), &company.slug);
    match evidence.source {
        EvidenceSource::Prose => {
            let passages = Passages::of(company);
            let id = passages.id_of(evidence)?;
            Some((base.part_of(slug, id), company::SHOW_IN_TEXT))
        }
        EvidenceSource::Podcast(number) => {
            Some((base.episode_of(slug, number as usize), company::SHOW_EPISODE))
        }
        EvidenceSource::Label(number)
        | EvidenceSource::Title(number)
        | EvidenceSource::Address(number) => {
            Some((base.resource_of(slug, number as usize), company::SHOW_LINK))
        }
        EvidenceSource::Maintainer => None,
    }
}

/// A maintainer's note, with its source.
#[component]
pub fn MaintainerNote(note: &'static Note) -> impl IntoView {
    view! {
        <p class="remark">
            {company::MAINTAINER_SAYS} {note.text.as_str()} " "
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
