//! The JSON files. Every field is always there; what is not known is `null`.

mod shape;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::tags::{tags, uses};
use catalog::{
    Base, Catalog, Chapter, Company, Denial, Diagram, Evidence, EvidenceSource, Note, Podcast,
    Resource, SCHEMA, Tag, Technology, company_json, youtube_page,
};
use shape::{
    ChapterJson, CompanyJson, CompanySummaryJson, CountsJson, DatedJson, DenialJson, DiagramJson,
    DiagramStepJson, EvidenceJson, EvidenceSourceJson, FlowJson, GradedCompanyJson, IndustryJson,
    JsonFile, LinkCheckJson, ListenJson, MarkJson, NoteJson, PodcastDetailJson, PodcastJson,
    ProfileJson, ProvenTagJson, ResourceJson, TagJson, TechnologyJson, YearsJson,
};

/// `api/companies.json`: what a list of companies needs.
pub(super) fn companies(catalog: &Catalog, base: Base) -> Result<String, serde_json::Error> {
    let companies = catalog.companies.iter().map(|company| {
        let technologies: Vec<_> = uses(catalog, company).map(tag_json).collect();
        CompanySummaryJson {
            profile: profile_json(catalog, company, base),
            data: base.file(&company_json(&company.slug)),
            counts: CountsJson {
                technologies: technologies.len(),
                strong_technologies: technologies.iter().filter(|found| found.strong).count(),
                podcasts: company.podcasts.len(),
                resources: company.resources.len(),
            },
            technologies,
            podcasts: company
                .podcasts
                .iter()
                .map(|podcast| podcast_json(company, podcast))
                .collect(),
        }
    });
    document(&catalog.chapters, base, "companies", companies.collect::<Vec<_>>())
}

/// `api/companies/<slug>.json`: one company with every piece of evidence.
pub(super) fn company(
    catalog: &Catalog,
    company: &Company,
    base: Base,
) -> Result<String, serde_json::Error> {
    let chapter = catalog.chapter_of(company);
    let podcasts = company.podcasts.iter().map(|podcast| PodcastDetailJson {
        episode: podcast_json(company, podcast),
        blurb: &podcast.blurb,
        source_line: chapter.and_then(|chapter| chapter.line(podcast.line)),
    });
    let technologies = tags(catalog, company).map(|(technology, tag)| ProvenTagJson {
        technology: tag_json((technology, tag)),
        page: base.technology(&technology.slug),
        evidence: tag.evidence.iter().map(|found| evidence_json(chapter, company, found)).collect(),
    });
    let denied = company.denied.iter().filter_map(|denial| denial_json(catalog, denial, base));
    let content = CompanyJson {
        profile: profile_json(catalog, company, base),
        podcasts: podcasts.collect(),
        resources: company
            .resources
            .iter()
            .map(|resource| resource_json(chapter, resource))
            .collect(),
        technologies: technologies.collect(),
        denied: denied.collect(),
        diagrams: company.diagrams.iter().map(diagram_json).collect(),
    };
    document(chapter, base, "company", content)
}

/// `api/technologies.json`: the technologies, each with the companies that use it.
pub(super) fn technologies(catalog: &Catalog, base: Base) -> Result<String, serde_json::Error> {
    let technologies = catalog.technologies.iter().map(|technology| TechnologyJson {
        slug: technology.slug.as_str(),
        name: &technology.name,
        page: base.technology(&technology.slug),
        role: technology.role,
        parent: technology.parent.as_ref().map(|parent| parent.as_str()),
        aliases: &technology.aliases,
        summary: &technology.summary,
        homepage: &technology.homepage,
        companies: companies_with(catalog, technology, base),
    });
    document(&catalog.chapters, base, "technologies", technologies.collect::<Vec<_>>())
}

fn companies_with<'a>(
    catalog: &'a Catalog,
    technology: &Technology,
    base: Base,
) -> Vec<GradedCompanyJson<'a>> {
    let companies = catalog.companies.iter().filter_map(|company| {
        let found = uses(catalog, company).filter(|(other, _)| other.slug == technology.slug);
        let grade = found.map(|(_, tag)| tag.grade()).min()?;
        Some(GradedCompanyJson {
            slug: company.slug.as_str(),
            name: &company.name,
            page: base.company(&company.slug),
            grade,
            strong: grade.is_strong(),
        })
    });
    companies.collect()
}

/// The file's text, with a line feed at its end. `key` holds the content, and is the name of its
/// definition in the schema.
fn document<'a, Content: Serialize>(
    chapters: impl IntoIterator<Item = &'a Chapter>,
    base: Base,
    key: &'static str,
    content: Content,
) -> Result<String, serde_json::Error> {
    let sources: Vec<_> = chapters.into_iter().map(chapter_json).collect();
    let document = JsonFile {
        schema: base.file(&format!("{SCHEMA}#/$defs/{key}")),
        source: sources.first().cloned().unwrap_or_default(),
        sources,
        content: BTreeMap::from([(key, content)]),
    };
    let mut text = serde_json::to_string(&document)?;
    text.push('\n');
    Ok(text)
}

fn chapter_json(chapter: &Chapter) -> ChapterJson<'_> {
    ChapterJson {
        title: chapter.work(),
        chapter: &chapter.title,
        author: &chapter.author,
        licence: &chapter.licence,
        homepage: chapter.homepage.as_deref(),
        permalink: chapter.permalink.as_deref(),
        written: chapter.written.as_str(),
    }
}

fn profile_json<'a>(catalog: &'a Catalog, company: &'a Company, base: Base) -> ProfileJson<'a> {
    let industry = company.industry.as_ref().and_then(|slug| catalog.industry(slug.as_str()));
    let chapter = catalog.chapter_of(company);
    ProfileJson {
        slug: company.slug.as_str(),
        name: &company.name,
        page: base.company(&company.slug),
        source_lines: chapter.and_then(|chapter| chapter.lines(company.line, company.last_line)),
        industry: industry
            .map(|industry| IndustryJson { slug: industry.slug.as_str(), name: &industry.name }),
        years: company.years().map(|years| YearsJson { first: years.first, last: years.last }),
    }
}

fn tag_json<'a>((technology, tag): (&'a Technology, &Tag)) -> TagJson<'a> {
    let grade = tag.grade();
    TagJson {
        slug: technology.slug.as_str(),
        name: &technology.name,
        role: technology.role,
        grade,
        strong: grade.is_strong(),
        standing: grade.standing(),
    }
}

fn evidence_json<'a>(
    chapter: Option<&Chapter>,
    company: &'a Company,
    evidence: &'a Evidence,
) -> EvidenceJson<'a> {
    EvidenceJson {
        grade: evidence.grade,
        strong: evidence.grade.is_strong(),
        quote: &evidence.quote,
        mark: MarkJson {
            start: characters_before(&evidence.quote, evidence.mark.0),
            end: characters_before(&evidence.quote, evidence.mark.1),
        },
        found_in: evidence_source_json(company, evidence.source),
        source_line: chapter.and_then(|chapter| chapter.line(evidence.line)),
        note: evidence.note.as_ref().map(note_json),
    }
}

fn note_json(note: &Note) -> NoteJson<'_> {
    NoteJson { text: &note.text, source: note.source.as_deref() }
}

fn denial_json<'a>(catalog: &'a Catalog, denial: &'a Denial, base: Base) -> Option<DenialJson<'a>> {
    let technology = catalog.technology(denial.technology.as_str())?;
    Some(DenialJson {
        slug: technology.slug.as_str(),
        name: &technology.name,
        page: base.technology(&technology.slug),
        note: note_json(&denial.note),
    })
}

/// How many characters start before a byte of the text.
fn characters_before(text: &str, byte: u32) -> usize {
    text.char_indices().take_while(|&(start, _)| start < byte as usize).count()
}

fn evidence_source_json(company: &Company, source: EvidenceSource) -> EvidenceSourceJson<'_> {
    let resource =
        |number: u32| company.resources.get(number as usize).map(|resource| resource.url.as_str());
    let (kind, resource, podcast) = match source {
        EvidenceSource::Prose => ("prose", None, None),
        EvidenceSource::Podcast(number) => ("podcast", None, Some(number)),
        EvidenceSource::Label(number) => ("label", resource(number), None),
        EvidenceSource::Title(number) => ("title", resource(number), None),
        EvidenceSource::Address(number) => ("address", resource(number), None),
        EvidenceSource::Maintainer => ("maintainer", None, None),
    };
    let podcast = podcast.and_then(|number| company.podcasts.get(number as usize));
    EvidenceSourceJson { kind, resource, podcast: podcast.map(|podcast| podcast.title.as_str()) }
}

fn podcast_json<'a>(company: &'a Company, podcast: &'a Podcast) -> PodcastJson<'a> {
    let listen = podcast.audio.iter();
    PodcastJson {
        episode: podcast.episode,
        title: &podcast.title,
        youtube: podcast.youtube.as_deref().map(youtube_page),
        audio: podcast.audio.first().map(|audio| audio.url.as_str()),
        listen: listen.map(|audio| ListenJson { label: &audio.label, url: &audio.url }).collect(),
        resources: company.links_of(podcast).into_iter().map(|link| link.url.as_str()).collect(),
    }
}

fn resource_json<'a>(chapter: Option<&Chapter>, resource: &'a Resource) -> ResourceJson<'a> {
    let line = |&line: &u32| chapter?.line(line);
    ResourceJson {
        title: &resource.title,
        title_source: resource.title_source,
        url: &resource.url,
        archived: chapter.map(|chapter| chapter.archived_copy(resource)),
        host: &resource.host,
        kind: resource.kind,
        label: resource.label.as_deref(),
        speakers: &resource.speakers,
        venue: resource.venue.as_deref(),
        published: resource
            .dated
            .map(|dated| DatedJson { year: dated.year, known_by: dated.source }),
        checked: resource
            .checked
            .as_ref()
            .map(|check| LinkCheckJson { on: check.on.as_str(), status: check.status }),
        source_lines: resource.lines.iter().filter_map(line).collect(),
    }
}

fn diagram_json(diagram: &Diagram) -> DiagramJson<'_> {
    let steps = diagram.steps.iter().map(|step| DiagramStepJson {
        name: &step.name,
        part: step.part.as_deref(),
        technology: step.technology.as_ref().map(|slug| slug.as_str()),
    });
    DiagramJson {
        caption: &diagram.caption,
        description: &diagram.description,
        steps: steps.collect(),
        flows: diagram.flows.iter().map(|&(from, to)| FlowJson { from, to }).collect(),
    }
}
