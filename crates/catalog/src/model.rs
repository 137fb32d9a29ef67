//! The compiled catalogue: plain data, made by the compiler and read by the app.
//!
//! Texts are plain text, never HTML. Lines are 1-based lines of the chapter's source file. Order is
//! the order of the chapter (companies, resources, blocks) or of the content files (technologies,
//! industries), so that the same input gives the same bytes.

mod change;
mod chapter;
mod evidence;
mod gone;
mod identity;
mod material;
mod technology;
mod text;

use serde::{Deserialize, Serialize};

use crate::slug::Slug;

pub use change::ContentChange;
pub use chapter::Chapter;
pub use evidence::{Denial, Evidence, EvidenceSource, Grade, Note, Standing, Tag};
pub use gone::GoneCompany;
pub use identity::{Identity, Subject};
pub use material::{
    Audio, DateSource, Dated, Kind, LinkCheck, LinkStatus, Podcast, Resource, TitleSource,
};
pub use technology::{Role, Technology};
pub use text::{Block, Figure, Inline};

/// The data of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalog {
    /// What the site is called and what it is about.
    pub identity: Identity,
    /// The files that companies are compiled from, in the order of `site.toml`.
    pub chapters: Vec<Chapter>,
    /// In the order of the chapter.
    pub companies: Vec<Company>,
    /// In the order of `technologies.toml`.
    pub technologies: Vec<Technology>,
    /// In the order of `companies.toml`.
    pub industries: Vec<Industry>,
    /// Former company slugs, which bookmarks may contain, each with the current slug.
    pub redirects: Vec<(Slug, Slug)>,
    /// Companies that the site had and has no longer, by slug.
    pub gone: Vec<GoneCompany>,
    /// Rows and columns of the co-occurrence matrix: the technologies that companies have, ordered so
    /// that technologies of the same companies are neighbours.
    pub matrix_order: Vec<Slug>,
    /// What changed in the content, newest first.
    pub changes: Vec<ContentChange>,
}

/// One company of a chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// Made from the heading; part of `/company/<slug>`.
    pub slug: Slug,
    /// Name shown to readers.
    pub name: String,
    /// Its chapter: index into [`Catalog::chapters`].
    pub chapter: u32,
    /// Line of the heading.
    pub line: u32,
    /// Line of the last line of the section.
    pub last_line: u32,
    /// Slug of its industry, from `companies.toml`.
    pub industry: Option<Slug>,
    /// Episodes about the company, in the order of the chapter.
    pub podcasts: Vec<Podcast>,
    /// Everything the section links to except podcasts, each address once.
    pub resources: Vec<Resource>,
    /// The text of the section without its podcast tables.
    pub body: Vec<Block>,
    /// Diagrams of its data flow, from `companies.toml`.
    pub diagrams: Vec<Diagram>,
    /// Technologies, best grade first, then in the order of the catalogue.
    pub tags: Vec<Tag>,
    /// Technologies that the section names but a maintainer denied, in the order of `companies.toml`.
    /// None of them is among the tags.
    pub denied: Vec<Denial>,
}

/// How data flows through a company's systems: steps and the flows between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagram {
    /// What it shows; the chapter's caption if it replaces a picture of the chapter.
    pub caption: String,
    /// Its text alternative: a sentence or two.
    pub description: String,
    /// The boxes, in the order in which data reaches them.
    pub steps: Vec<DiagramStep>,
    /// The arrows: positions in [`steps`](Self::steps), from and to.
    pub flows: Vec<(u32, u32)>,
}

/// A box of a [`Diagram`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiagramStep {
    /// Its text: "Amazon S3".
    pub name: String,
    /// Its purpose in the diagram: "Storage".
    pub part: Option<String>,
    /// The technology in it.
    pub technology: Option<Slug>,
}

/// A line of business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Industry {
    /// Value of the query key `industry`.
    pub slug: Slug,
    /// Name that readers see.
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

    /// The tags that count as use, best grade first. Every count, filter and list of what a company
    /// uses is over these; [`tags`](Self::tags) also has what it plans, has left or does not use.
    pub fn uses(&self) -> impl Iterator<Item = &Tag> + Clone {
        self.tags.iter().filter(|tag| tag.grade().is_use())
    }

    /// The further links of one of its episodes.
    #[must_use]
    pub fn links_of(&self, podcast: &Podcast) -> Vec<&Resource> {
        let links = podcast.resources.iter();
        links.filter_map(|&link| self.resources.get(link as usize)).collect()
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

    /// The diagrams that replace no picture of the company's section.
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

impl Catalog {
    /// The edition that no longer has a link; `None` while every known edition has it.
    #[must_use]
    pub fn edition_without(&self, url: &str) -> Option<&str> {
        let leaves_out = |change: &&ContentChange| change.removed.iter().any(|other| other == url);
        // The first of several editions without it; changes are newest first.
        self.changes.iter().rev().find(leaves_out)?.edition.as_deref()
    }

    /// The chapter of a company; `None` only in a catalogue without chapters.
    #[must_use]
    pub fn chapter_of(&self, company: &Company) -> Option<&Chapter> {
        self.chapters.get(company.chapter as usize)
    }

    /// The company with this current or old slug.
    #[must_use]
    pub fn company(&self, slug: &str) -> Option<&Company> {
        let slug = self
            .redirects
            .iter()
            .find(|(old, _)| old.as_str() == slug)
            .map_or(slug, |(_, new)| new.as_str());
        self.companies.iter().find(|company| company.slug.as_str() == slug)
    }

    /// What is left of a company that the site has no longer.
    #[must_use]
    pub fn gone(&self, slug: &str) -> Option<&GoneCompany> {
        self.gone.iter().find(|gone| gone.slug.as_str() == slug)
    }

    /// The technology with this current or former slug.
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

    /// The number of podcast episodes and of resources. A resource counts once for each company that
    /// links to it.
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
