//! What the JSON files look like. A change here is a change for everyone who reads them: add fields,
//! do not rename them, and change `public/api/schema.json` with it.

use serde::Serialize;

use catalog::{DateSource, Grade, Kind, LinkStatus, Role, TitleSource};

/// A whole file.
#[derive(Serialize)]
pub(super) struct Document<'a, Content> {
    #[serde(rename = "$schema")]
    pub(super) schema: String,
    /// The chapter that the company stands in; in lists, the first one.
    pub(super) source: Attribution<'a>,
    /// Every chapter that the file's content comes from.
    pub(super) sources: Vec<Attribution<'a>>,
    #[serde(flatten)]
    pub(super) content: Content,
}

#[derive(Clone, Default, Serialize)]
pub(super) struct Attribution<'a> {
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
pub(super) struct Companies<'a> {
    pub(super) companies: Vec<CompanySummary<'a>>,
}

#[derive(Serialize)]
pub(super) struct CompanySummary<'a> {
    #[serde(flatten)]
    pub(super) profile: Profile<'a>,
    /// Address of the file with everything of the company.
    pub(super) data: String,
    pub(super) counts: Counts,
    pub(super) technologies: Vec<GradedTechnology<'a>>,
    pub(super) podcasts: Vec<Episode<'a>>,
}

#[derive(Serialize)]
pub(super) struct CompanyDetail<'a> {
    pub(super) company: CompanyContent<'a>,
}

#[derive(Serialize)]
pub(super) struct CompanyContent<'a> {
    #[serde(flatten)]
    pub(super) profile: Profile<'a>,
    pub(super) podcasts: Vec<EpisodeDetail<'a>>,
    pub(super) resources: Vec<Material<'a>>,
    pub(super) technologies: Vec<ProvenTechnology<'a>>,
    pub(super) denied: Vec<Denied<'a>>,
    pub(super) diagrams: Vec<Drawing<'a>>,
}

/// What both files say of a company.
#[derive(Serialize)]
pub(super) struct Profile<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) page: String,
    pub(super) source_lines: Option<String>,
    pub(super) industry: Option<Named<'a>>,
    pub(super) years: Option<Years>,
}

#[derive(Serialize)]
pub(super) struct Named<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
}

#[derive(Serialize)]
pub(super) struct Years {
    pub(super) first: u32,
    pub(super) last: u32,
}

#[derive(Serialize)]
pub(super) struct Counts {
    pub(super) technologies: usize,
    pub(super) strong_technologies: usize,
    pub(super) podcasts: usize,
    pub(super) resources: usize,
}

#[derive(Serialize)]
pub(super) struct GradedTechnology<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) role: Role,
    pub(super) grade: Grade,
    pub(super) strong: bool,
}

#[derive(Serialize)]
pub(super) struct ProvenTechnology<'a> {
    #[serde(flatten)]
    pub(super) technology: GradedTechnology<'a>,
    pub(super) page: String,
    pub(super) evidence: Vec<Proof<'a>>,
}

#[derive(Serialize)]
pub(super) struct Proof<'a> {
    pub(super) grade: Grade,
    pub(super) strong: bool,
    pub(super) quote: &'a str,
    pub(super) mark: Mark,
    pub(super) found_in: FoundIn<'a>,
    pub(super) source_line: Option<String>,
    pub(super) note: Option<Remark<'a>>,
}

/// What a maintainer says, and where it can be read.
#[derive(Serialize)]
pub(super) struct Remark<'a> {
    pub(super) text: &'a str,
    pub(super) source: Option<&'a str>,
}

/// A technology that the section names and the company does not run.
#[derive(Serialize)]
pub(super) struct Denied<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) page: String,
    pub(super) note: Remark<'a>,
}

/// The match in a quote, counted in Unicode characters: the one unit that every language has.
#[derive(Serialize)]
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Serialize)]
pub(super) struct FoundIn<'a> {
    pub(super) kind: &'static str,
    /// Address of the resource that the words belong to.
    pub(super) resource: Option<&'a str>,
    /// Title of the podcast that the words belong to.
    pub(super) podcast: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Episode<'a> {
    pub(super) episode: Option<u32>,
    pub(super) title: &'a str,
    pub(super) youtube: Option<String>,
    pub(super) audio: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct EpisodeDetail<'a> {
    #[serde(flatten)]
    pub(super) episode: Episode<'a>,
    pub(super) blurb: &'a str,
    pub(super) source_line: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Material<'a> {
    pub(super) title: &'a str,
    pub(super) title_source: TitleSource,
    pub(super) url: &'a str,
    pub(super) archived: Option<String>,
    pub(super) host: &'a str,
    pub(super) kind: Kind,
    pub(super) label: Option<&'a str>,
    pub(super) speakers: &'a [String],
    pub(super) venue: Option<&'a str>,
    pub(super) published: Option<Published>,
    pub(super) checked: Option<Checked<'a>>,
    pub(super) source_lines: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Published {
    pub(super) year: u32,
    pub(super) known_by: DateSource,
}

#[derive(Serialize)]
pub(super) struct Checked<'a> {
    pub(super) on: &'a str,
    pub(super) status: LinkStatus,
}

#[derive(Serialize)]
pub(super) struct Drawing<'a> {
    pub(super) caption: &'a str,
    pub(super) description: &'a str,
    pub(super) steps: Vec<DrawnStep<'a>>,
    pub(super) flows: Vec<Flow>,
}

#[derive(Serialize)]
pub(super) struct DrawnStep<'a> {
    pub(super) name: &'a str,
    pub(super) part: Option<&'a str>,
    pub(super) technology: Option<&'a str>,
}

/// From one step to another, by their places in the list, counted from 0.
#[derive(Serialize)]
pub(super) struct Flow {
    pub(super) from: u32,
    pub(super) to: u32,
}

#[derive(Serialize)]
pub(super) struct Technologies<'a> {
    pub(super) technologies: Vec<Tool<'a>>,
}

#[derive(Serialize)]
pub(super) struct Tool<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) page: String,
    pub(super) role: Role,
    pub(super) parent: Option<&'a str>,
    pub(super) aliases: &'a [String],
    pub(super) summary: &'a str,
    pub(super) homepage: &'a str,
    pub(super) companies: Vec<GradedCompany<'a>>,
}

#[derive(Serialize)]
pub(super) struct GradedCompany<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) page: String,
    pub(super) grade: Grade,
    pub(super) strong: bool,
}
