//! The types of the JSON files, which other programs read: add fields, do not rename them, and
//! change `public/api/schema.json` with it.

use std::collections::BTreeMap;

use serde::Serialize;

use catalog::{DateSource, Grade, Kind, LinkStatus, Role, Standing, TitleSource};

/// A whole file.
#[derive(Serialize)]
pub(super) struct JsonFile<'a, Content> {
    #[serde(rename = "$schema")]
    pub(super) schema: String,
    /// The chapter of the company; in lists, the first chapter.
    pub(super) source: ChapterJson<'a>,
    /// Every chapter that the file's content comes from.
    pub(super) sources: Vec<ChapterJson<'a>>,
    /// One entry: `companies`, `company` or `technologies`.
    #[serde(flatten)]
    pub(super) content: BTreeMap<&'static str, Content>,
}

#[derive(Clone, Default, Serialize)]
pub(super) struct ChapterJson<'a> {
    /// Title of the book, else of the chapter.
    pub(super) title: &'a str,
    pub(super) chapter: &'a str,
    pub(super) author: &'a str,
    pub(super) licence: &'a str,
    pub(super) homepage: Option<&'a str>,
    pub(super) permalink: Option<&'a str>,
    pub(super) written: &'a str,
}

#[derive(Serialize)]
pub(super) struct CompanySummaryJson<'a> {
    #[serde(flatten)]
    pub(super) profile: ProfileJson<'a>,
    /// Address of the file with everything of the company.
    pub(super) data: String,
    pub(super) counts: CountsJson,
    pub(super) technologies: Vec<TagJson<'a>>,
    pub(super) podcasts: Vec<PodcastJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct CompanyJson<'a> {
    #[serde(flatten)]
    pub(super) profile: ProfileJson<'a>,
    pub(super) podcasts: Vec<PodcastDetailJson<'a>>,
    pub(super) resources: Vec<ResourceJson<'a>>,
    pub(super) technologies: Vec<ProvenTagJson<'a>>,
    pub(super) denied: Vec<DenialJson<'a>>,
    pub(super) diagrams: Vec<DiagramJson<'a>>,
}

/// The fields of a company in both files.
#[derive(Serialize)]
pub(super) struct ProfileJson<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) page: String,
    pub(super) source_lines: Option<String>,
    pub(super) industry: Option<IndustryJson<'a>>,
    pub(super) years: Option<YearsJson>,
}

#[derive(Serialize)]
pub(super) struct IndustryJson<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
}

#[derive(Serialize)]
pub(super) struct YearsJson {
    pub(super) first: u32,
    pub(super) last: u32,
}

#[derive(Serialize)]
pub(super) struct CountsJson {
    pub(super) technologies: usize,
    pub(super) strong_technologies: usize,
    pub(super) podcasts: usize,
    pub(super) resources: usize,
}

#[derive(Serialize)]
pub(super) struct TagJson<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) role: Role,
    pub(super) grade: Grade,
    pub(super) strong: bool,
    pub(super) standing: Standing,
}

#[derive(Serialize)]
pub(super) struct ProvenTagJson<'a> {
    #[serde(flatten)]
    pub(super) technology: TagJson<'a>,
    pub(super) page: String,
    pub(super) evidence: Vec<EvidenceJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct EvidenceJson<'a> {
    pub(super) grade: Grade,
    pub(super) strong: bool,
    pub(super) quote: &'a str,
    pub(super) mark: MarkJson,
    pub(super) found_in: EvidenceSourceJson<'a>,
    pub(super) source_line: Option<String>,
    pub(super) note: Option<NoteJson<'a>>,
}

/// A maintainer's reason, with the address of its source.
#[derive(Serialize)]
pub(super) struct NoteJson<'a> {
    pub(super) text: &'a str,
    pub(super) source: Option<&'a str>,
}

/// A technology that the section names and the company does not run.
#[derive(Serialize)]
pub(super) struct DenialJson<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) page: String,
    pub(super) note: NoteJson<'a>,
}

/// The match in a quote, counted in Unicode code points, which every programming language can
/// count.
#[derive(Serialize)]
pub(super) struct MarkJson {
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Serialize)]
pub(super) struct EvidenceSourceJson<'a> {
    pub(super) kind: &'static str,
    /// Address of the resource that the words belong to.
    pub(super) resource: Option<&'a str>,
    /// Title of the podcast that the words belong to.
    pub(super) podcast: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct PodcastJson<'a> {
    pub(super) episode: Option<u32>,
    pub(super) title: &'a str,
    pub(super) youtube: Option<String>,
    pub(super) audio: Option<&'a str>,
    pub(super) listen: Vec<ListenJson<'a>>,
    /// Addresses of resources.
    pub(super) resources: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct ListenJson<'a> {
    pub(super) label: &'a str,
    pub(super) url: &'a str,
}

#[derive(Serialize)]
pub(super) struct PodcastDetailJson<'a> {
    #[serde(flatten)]
    pub(super) episode: PodcastJson<'a>,
    pub(super) blurb: &'a str,
    pub(super) source_line: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ResourceJson<'a> {
    pub(super) title: &'a str,
    pub(super) title_source: TitleSource,
    pub(super) url: &'a str,
    pub(super) archived: Option<String>,
    pub(super) host: &'a str,
    pub(super) kind: Kind,
    pub(super) label: Option<&'a str>,
    pub(super) speakers: &'a [String],
    pub(super) venue: Option<&'a str>,
    pub(super) published: Option<DatedJson>,
    pub(super) checked: Option<LinkCheckJson<'a>>,
    pub(super) source_lines: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct DatedJson {
    pub(super) year: u32,
    pub(super) known_by: DateSource,
}

#[derive(Serialize)]
pub(super) struct LinkCheckJson<'a> {
    pub(super) on: &'a str,
    pub(super) status: LinkStatus,
}

#[derive(Serialize)]
pub(super) struct DiagramJson<'a> {
    pub(super) caption: &'a str,
    pub(super) description: &'a str,
    pub(super) steps: Vec<DiagramStepJson<'a>>,
    pub(super) flows: Vec<FlowJson>,
}

#[derive(Serialize)]
pub(super) struct DiagramStepJson<'a> {
    pub(super) name: &'a str,
    pub(super) part: Option<&'a str>,
    pub(super) technology: Option<&'a str>,
}

/// From one step to another, by their places in the list, counted from 0.
#[derive(Serialize)]
pub(super) struct FlowJson {
    pub(super) from: u32,
    pub(super) to: u32,
}

#[derive(Serialize)]
pub(super) struct TechnologyJson<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) page: String,
    pub(super) role: Role,
    pub(super) parent: Option<&'a str>,
    pub(super) aliases: &'a [String],
    pub(super) summary: &'a str,
    pub(super) homepage: &'a str,
    pub(super) companies: Vec<GradedCompanyJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct GradedCompanyJson<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) page: String,
    pub(super) grade: Grade,
    pub(super) strong: bool,
}
