//! The compiled catalogue: plain data, written by the compiler as JSON and read by the app.
//!
//! Texts are plain text, never HTML. Lines are 1-based lines of the chapter's source file.
//! Order is the order of the chapter (companies, resources, blocks) or of the vocabulary
//! (technologies, industries), so that the same input gives the same bytes.

mod chapter;
mod evidence;
mod material;
mod technology;
mod text;

use serde::Serialize;

use crate::slug::Slug;

pub use chapter::Chapter;
pub use evidence::{Denial, Evidence, EvidenceSource, Grade, Note, Tag};
pub use material::{
    DateSource, Dated, Kind, LinkCheck, LinkStatus, Podcast, Resource, TitleSource,
};
pub use technology::{Role, Technology};
pub use text::{Block, Figure, Inline};

/// Everything the site knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Catalog {
    /// What the companies are compiled from, in the order of `site.toml`.
    pub chapters: Vec<Chapter>,
    /// In the order of the chapter.
    pub companies: Vec<Company>,
    /// In the order of `technologies.toml`.
    pub technologies: Vec<Technology>,
    /// In the order of `companies.toml`.
    pub industries: Vec<Industry>,
    /// Old company slugs that still have to answer, each with the slug that took its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub redirects: Vec<(Slug, Slug)>,
    /// The technologies that companies have, in an order that puts those next to each other which
    /// the same companies have: rows and columns of the co-occurrence matrix.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub matrix_order: Vec<Slug>,
}

/// One company of a chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Company {
    /// Made from the heading; part of `/company/<slug>`.
    pub slug: Slug,
    /// Name as readers know it.
    pub name: String,
    /// The chapter that it stands in: index into [`Catalog::chapters`].
    #[serde(skip_serializing_if = "is_first")]
    pub chapter: u32,
    /// Line of the heading.
    pub line: u32,
    /// Line of the last line of the section.
    pub last_line: u32,
    /// What the company does, from `companies.toml`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub industry: Option<Slug>,
    /// Episodes about the company, in the order of the chapter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub podcasts: Vec<Podcast>,
    /// Everything the section links to (podcast links excepted), each address once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    /// The section as the chapter has it, podcast tables excepted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    /// Drawings of how data flows there, from `companies.toml`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diagrams: Vec<Diagram>,
    /// Technologies, best grade first, then in vocabulary order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// Technologies that the words name and a maintainer denied, in the order of
    /// `companies.toml`. None of them is among the tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub denied: Vec<Denial>,
}

/// How data flows through a company's systems: steps and the flows between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagram {
    /// What it shows, in the chapter's words where it stands for a picture of the chapter.
    pub caption: String,
    /// The same for those who do not see it: a sentence or two.
    pub description: String,
    /// The boxes, in the order in which data reaches them.
    pub steps: Vec<Step>,
    /// The arrows: positions in [`steps`](Self::steps), from and to.
    pub flows: Vec<(u32, u32)>,
}

/// A box of a [`Diagram`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What stands in it: "Amazon S3".
    pub name: String,
    /// Its part in the whole: "Storage".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The technology that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub technology: Option<Slug>,
}

/// A line of business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Industry {
    /// Part of filters.
    pub slug: Slug,
    /// What readers see.
    pub name: String,
}

/// The years of a company's dated resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// Year of the oldest.
    pub first: u32,
    /// Year of the newest.
    pub last: u32,
    /// How many resources are dated.
    pub dated: usize,
}

impl Company {
    /// How many pieces of material of this kind there are.
    #[must_use]
    pub fn pieces(&self, kind: Kind) -> usize {
        match kind {
            Kind::Podcast => self.podcasts.len(),
            _ => self.resources.iter().filter(|resource| resource.kind == kind).count(),
        }
    }

    /// The years of its dated resources; `None` if none is dated.
    #[must_use]
    pub fn years(&self) -> Option<Years> {
        let mut dated = self.resources.iter().filter_map(|resource| Some(resource.dated?.year));
        let first = dated.next()?;
        let one = Years { first, last: first, dated: 1 };
        Some(dated.fold(one, |years, year| Years {
            first: years.first.min(year),
            last: years.last.max(year),
            dated: years.dated + 1,
        }))
    }

    /// The diagrams that take the place of no picture in the company's section.
    #[must_use]
    pub fn unpictured_diagrams(&self) -> Vec<&Diagram> {
        let mut own: Vec<&Diagram> = self.diagrams.iter().collect();
        for block in &self.body {
            if let Block::Figure(figure) = block
                && let Some(pictured) = figure.diagram.and_then(|at| self.diagrams.get(at as usize))
            {
                own.retain(|diagram| *diagram != pictured);
            }
        }
        own
    }
}

/// The first chapter is left out of the JSON.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_first(chapter: &u32) -> bool {
    *chapter == 0
}

impl Catalog {
    /// The chapter that a company stands in; `None` only for a catalogue that was put together
    /// without chapters.
    #[must_use]
    pub fn chapter_of(&self, company: &Company) -> Option<&Chapter> {
        self.chapters.get(company.chapter as usize)
    }

    /// The company with this slug, or the one that a redirect leads to.
    #[must_use]
    pub fn company(&self, slug: &str) -> Option<&Company> {
        let slug = self
            .redirects
            .iter()
            .find(|(old, _)| old.as_str() == slug)
            .map_or(slug, |(_, new)| new.as_str());
        self.companies.iter().find(|company| company.slug.as_str() == slug)
    }

    /// The technology with this slug, or the one that used to have it.
    #[must_use]
    pub fn technology(&self, slug: &str) -> Option<&Technology> {
        let current = self.technologies.iter().find(|technology| technology.slug.as_str() == slug);
        current.or_else(|| {
            self.technologies
                .iter()
                .find(|technology| technology.formerly.iter().any(|old| old.as_str() == slug))
        })
    }

    /// The industry with this slug.
    #[must_use]
    pub fn industry(&self, slug: &str) -> Option<&Industry> {
        self.industries.iter().find(|industry| industry.slug.as_str() == slug)
    }

    /// How many podcast episodes and how many resources there are in all. A resource counts once
    /// for each company that links to it.
    #[must_use]
    pub fn material(&self) -> (usize, usize) {
        let (mut podcasts, mut resources) = (0, 0);
        for company in &self.companies {
            podcasts += company.podcasts.len();
            resources += company.resources.len();
        }
        (podcasts, resources)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;
    use std::str::FromStr;

    use super::*;
    use crate::named::UnknownName;

    #[track_caller]
    fn check_names<Value>(values: &[Value], name: impl Fn(Value) -> &'static str)
    where
        Value: Serialize + FromStr<Err = UnknownName> + PartialEq + Debug + Copy,
    {
        for &value in values {
            let json = format!("\"{}\"", name(value));
            assert_eq!(serde_json::to_string(&value).unwrap(), json);
            assert_eq!(name(value).parse(), Ok(value));
        }
        assert_eq!("no such name".parse::<Value>(), Err(UnknownName));
    }

    #[test]
    fn json_and_urls_have_the_same_names() {
        check_names(Kind::ALL, Kind::as_str);
        check_names(Role::ALL, Role::as_str);
        check_names(Grade::ALL, Grade::as_str);
        check_names(TitleSource::ALL, TitleSource::as_str);
        check_names(DateSource::ALL, DateSource::as_str);
        check_names(LinkStatus::ALL, LinkStatus::as_str);
    }
}
