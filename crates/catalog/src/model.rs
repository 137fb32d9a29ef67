//! The compiled catalogue: plain data, written by the compiler as JSON and read by the app.
//!
//! Texts are plain text, never HTML. Lines are 1-based lines of the chapter's source file.
//! Order is the order of the chapter (companies, resources, blocks) or of the vocabulary
//! (technologies, industries), so that the same input gives the same bytes.

use std::fmt;

use serde::Serialize;

use crate::named::named_values;
use crate::slug::Slug;

/// Everything the site knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Catalog {
    /// Where the material comes from.
    pub source: Source,
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

/// The work that the catalogue is compiled from, for attribution and for links to its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Title of the chapter's work, for example "The Data Engineering Cookbook".
    pub title: String,
    /// Its author.
    pub author: String,
    /// SPDX identifier of its licence.
    pub licence: String,
    /// Address of the work.
    pub homepage: String,
    /// Address of the chapter at a pinned revision; `#L12` behind it names line 12.
    pub permalink: String,
    /// The day until which the chapter was written, as `2019-12-31`: archived copies are asked for
    /// as they were then.
    pub written: String,
}

/// One company of the chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Company {
    /// Made from the heading; part of `/company/<slug>`.
    pub slug: Slug,
    /// Name as readers know it.
    pub name: String,
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

/// A podcast episode about a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Podcast {
    /// Episode number, where the title carries one: `#063` is 63.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub episode: Option<u32>,
    /// Title without "Podcast Episode:" and number.
    pub title: String,
    /// The author's words about the episode.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub blurb: String,
    /// Eleven characters that name the video on YouTube.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub youtube: Option<String>,
    /// Where the episode can be heard as audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<String>,
    /// Line of the title.
    pub line: u32,
}

/// Something the chapter links to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Resource {
    /// Absolute `http` or `https` address, as the chapter has it once repaired.
    pub url: String,
    /// Host without `www.`: `slideshare.net`.
    pub host: String,
    /// What a reader sees.
    pub title: String,
    /// How the title is known.
    pub title_source: TitleSource,
    /// The chapter's own words for the link, where it has any: "Druid Wiki".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Who gave the talk, only where the address says so with certainty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<String>,
    /// The event or account that published it: "Kafka Summit San Francisco 2018".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// When it was published, where anything tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<Dated>,
    /// What the last check of the address found, from `link-status.json`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<LinkCheck>,
    /// Lines that link to it; more than one when the chapter repeats the address.
    pub lines: Vec<u32>,
}

/// The year in which something was published, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// For example 2018.
    pub year: u32,
    /// What tells it.
    pub source: DateSource,
}

/// How the year of a resource is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateSource {
    /// The address carries the date or names a dated event.
    Address,
    /// The chapter's words for the link carry the year.
    Text,
    /// A maintainer looked it up, in `companies.toml`.
    Maintainer,
}

/// What a check of an address found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkCheck {
    /// The day of the check, as `2026-11-23`.
    pub on: String,
    /// What came of it.
    pub status: LinkStatus,
}

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkStatus {
    /// It answers.
    Alive,
    /// Its host turns programs away or did not answer in time: nobody knows.
    Unclear,
    /// It failed at least three times, on days at least three days apart.
    Dead,
}

/// How the title of a resource is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleSource {
    /// The chapter says it.
    Stated,
    /// Read from the words in the address.
    Derived,
    /// A maintainer looked it up, in `companies.toml`.
    Maintainer,
    /// Neither says it: named after its host and kind.
    Host,
}

/// What kind of material something is. The text form is part of bookmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A podcast episode (never the kind of a [`Resource`]).
    Podcast,
    /// Slides of a talk.
    Slides,
    /// A talk or recording to watch, or the page of a talk.
    Video,
    /// An article or a post.
    Article,
    /// A paper or another PDF.
    Paper,
    /// Documentation or a project's own site.
    Docs,
    /// A product page.
    Product,
    /// A customer story told by a vendor.
    CaseStudy,
    /// An encyclopedia's article.
    Encyclopedia,
    /// The front page of a blog, a team or a channel: more material, not one piece of it.
    Collection,
    /// A data set.
    Dataset,
    /// A person's page.
    Profile,
    /// A meetup or another event.
    Event,
    /// Anything else.
    Website,
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

/// Why a technology belongs to a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// Which technology.
    pub technology: Slug,
    /// What the tag rests on: never empty, best grade first, then by line.
    pub evidence: Vec<Evidence>,
}

/// Words that speak for a technology at a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// How much the words prove.
    pub grade: Grade,
    /// The words, enough of them to be understood: a sentence, a title, a label, a part of an
    /// address.
    pub quote: String,
    /// Byte range of the match in `quote`, on character boundaries, start before end.
    pub mark: (u32, u32),
    /// Where the words stand.
    pub source: EvidenceSource,
    /// Line of the chapter.
    pub line: u32,
    /// Why a maintainer changed the grade or added the tag. For [`EvidenceSource::Maintainer`] it
    /// is always there, and its text is the quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

/// A maintainer's remark from `companies.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The reason, as a sentence.
    pub text: String,
    /// Absolute `http` or `https` address where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A technology that a company does not run although its section names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Denial {
    /// Which technology.
    pub technology: Slug,
    /// Why a maintainer says so.
    pub note: Note,
}

/// Where the words of an [`Evidence`] stand. Numbers index [`Company::resources`] or
/// [`Company::podcasts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceSource {
    /// A sentence of the chapter.
    Prose,
    /// Title or blurb of a podcast.
    Podcast(u32),
    /// The chapter's words for a link.
    Label(u32),
    /// The title of a linked resource.
    Title(u32),
    /// The address of a linked resource: host, account, path.
    Address(u32),
    /// Not in the chapter: the reason of a maintainer who added the tag in `companies.toml`.
    Maintainer,
}

/// How much a piece of evidence proves, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Named in prose, a blurb or a label.
    Stated,
    /// Named in the title of a talk or an article.
    Title,
    /// Links to the technology's own site or an article about it.
    Reference,
    /// Only the event, account or host is named after it.
    Venue,
    /// The author says that it is a guess.
    Guess,
    /// A page that lists several.
    Comparison,
}

/// Something that companies run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Technology {
    /// Part of `/technology/<slug>` and of filters.
    pub slug: Slug,
    /// Name as its makers write it.
    pub name: String,
    /// What a reader would choose it for.
    pub role: Role,
    /// What it is a part of: Spark Streaming of Spark. A filter by the parent includes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Slug>,
    /// Other names under which it is found, for search and matching.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Slugs under which it shipped before; their bookmarks lead here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<Slug>,
    /// One sentence: what it is.
    pub summary: String,
    /// Its own site.
    pub homepage: String,
}

/// A line of business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Industry {
    /// Part of filters.
    pub slug: Slug,
    /// What readers see.
    pub name: String,
}

/// What a technology is chosen for, in the order in which data flows. The text form is part of
/// bookmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Gets data out of applications and into the platform.
    Collection,
    /// Carries messages between systems.
    Transport,
    /// Computes on events as they come.
    StreamProcessing,
    /// Computes on data at rest.
    BatchProcessing,
    /// Keeps data.
    Storage,
    /// Answers analytical questions.
    OlapQuery,
    /// Gives files in storage the manners of a table.
    TableFormat,
    /// Decides what runs when.
    Orchestration,
    /// Hands results to users and applications.
    Serving,
    /// What everything else runs on.
    Infrastructure,
    /// Several of the above as one product.
    Platform,
}

/// A part of the catalogue was asked for by a name that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownName;

impl fmt::Display for UnknownName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not one of the known names")
    }
}

impl std::error::Error for UnknownName {}

named_values!(Kind {
    Podcast => "podcast", "Podcast";
    Slides => "slides", "Slides";
    Video => "video", "Talk or video";
    Article => "article", "Article";
    Paper => "paper", "Paper or PDF";
    Docs => "docs", "Documentation";
    Product => "product", "Product page";
    CaseStudy => "case-study", "Vendor case study";
    Encyclopedia => "encyclopedia", "Encyclopedia";
    Collection => "collection", "Blog or channel";
    Dataset => "dataset", "Data set";
    Profile => "profile", "Profile";
    Event => "event", "Event";
    Website => "website", "Website";
});

named_values!(TitleSource {
    Stated => "stated", "Named by the chapter";
    Derived => "derived", "Title read from the address";
    Maintainer => "maintainer", "Title by a maintainer";
    Host => "host", "Named after its site";
});

named_values!(DateSource {
    Address => "address", "from the address";
    Text => "text", "from the chapter’s words";
    Maintainer => "maintainer", "looked up";
});

named_values!(LinkStatus {
    Alive => "alive", "answers";
    Unclear => "unclear", "unclear";
    Dead => "dead", "gone";
});

named_values!(Role {
    Collection => "collection", "Collection";
    Transport => "transport", "Transport";
    StreamProcessing => "stream-processing", "Stream processing";
    BatchProcessing => "batch-processing", "Batch processing";
    Storage => "storage", "Storage";
    OlapQuery => "olap-query", "OLAP & query";
    TableFormat => "table-format", "Table format";
    Orchestration => "orchestration", "Orchestration";
    Serving => "serving", "Serving";
    Infrastructure => "infrastructure", "Infrastructure & cloud";
    Platform => "platform", "Platform";
});

named_values!(Grade {
    Stated => "stated", "Stated";
    Title => "title", "In a title";
    Reference => "reference", "Linked";
    Venue => "venue", "Venue only";
    Guess => "guess", "A guess";
    Comparison => "comparison", "In a comparison";
});

impl Role {
    /// Where in the flow of data the role stands, from 0: roles of one stage stand beside each
    /// other. `None` for what all stages rest on.
    #[must_use]
    pub const fn stage(self) -> Option<u8> {
        match self {
            Self::Collection => Some(0),
            Self::Transport => Some(1),
            Self::StreamProcessing | Self::BatchProcessing => Some(2),
            Self::Storage | Self::TableFormat => Some(3),
            Self::OlapQuery => Some(4),
            Self::Serving => Some(5),
            Self::Orchestration | Self::Infrastructure | Self::Platform => None,
        }
    }
}

impl Grade {
    /// Whether the words name the technology as the company's own matter.
    #[must_use]
    pub const fn is_strong(self) -> bool {
        matches!(self, Self::Stated | Self::Title | Self::Reference)
    }

    /// What the grade means, as a sentence for readers.
    #[must_use]
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::Stated => "The chapter names it in its own words.",
            Self::Title => "The title of a talk or an article names it.",
            Self::Reference => "The section links to its site or to an article about it.",
            Self::Venue => "Only the event, account or site that published this is named after it.",
            Self::Guess => "The author says that it is a guess.",
            Self::Comparison => "A linked page lists it among several; nothing says it is used.",
        }
    }
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
}

impl Tag {
    /// The best grade among the evidence.
    #[must_use]
    pub fn grade(&self) -> Grade {
        self.evidence.iter().map(|evidence| evidence.grade).min().unwrap_or(Grade::Comparison)
    }

    /// What the best evidence proves, as a sentence for readers.
    #[must_use]
    pub fn explanation(&self) -> &'static str {
        match self.evidence.first() {
            Some(Evidence { source: EvidenceSource::Maintainer, .. }) => {
                "A maintainer added it, with a source."
            }
            _ => self.grade().explanation(),
        }
    }
}

/// A block of text of the chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading inside a company's section. `level` is the chapter's, 1 to 6.
    Heading {
        /// The chapter's level, 1 to 6.
        level: u8,
        /// Its words.
        content: Vec<Inline>,
        /// Its line.
        line: u32,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        content: Vec<Inline>,
        /// Its first line.
        line: u32,
    },
    /// A list.
    List {
        /// The first number of a numbered list.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<u64>,
        /// Each item's blocks.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code {
        /// The language that the fence names, or empty.
        #[serde(skip_serializing_if = "String::is_empty")]
        language: String,
        /// The text, line ends included.
        text: String,
    },
    /// A table that is no podcast table: rows of cells, the first row is the head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A picture on its own.
    Figure(Figure),
    /// A thematic break.
    Rule,
}

/// A picture with its caption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The address or path that the chapter gives.
    pub src: String,
    /// The caption, also the text alternative.
    pub caption: String,
    /// The label that the chapter's residue of Pandoc gives: `fig:Bild1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The width that the residue gives: `90%`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<String>,
    /// The drawing that takes its place: index into [`Company::diagrams`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagram: Option<u32>,
    /// Its line.
    pub line: u32,
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text; a soft line break of the source is a space.
    Text(String),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Strongly stressed.
    Strong(Vec<Inline>),
    /// Struck out.
    Strikethrough(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link to a resource of the company.
    Link {
        /// Index into [`Company::resources`].
        resource: u32,
        /// The words of the link; for a bare address, the address as the chapter has it.
        content: Vec<Inline>,
    },
    /// A hard line break.
    Break,
}

impl Inline {
    /// Appends the words of a run of inlines to `text`, a break as a space.
    pub fn append_text(inlines: &[Self], text: &mut String) {
        for inline in inlines {
            match inline {
                Self::Text(run) | Self::Code(run) => text.push_str(run),
                Self::Emphasis(content)
                | Self::Strong(content)
                | Self::Strikethrough(content)
                | Self::Link { content, .. } => Self::append_text(content, text),
                Self::Break => text.push(' '),
            }
        }
    }

    /// The words of a run of inlines, without their markup.
    #[must_use]
    pub fn plain_text(inlines: &[Self]) -> String {
        let mut text = String::new();
        Self::append_text(inlines, &mut text);
        text
    }
}

impl Catalog {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Debug;
    use std::str::FromStr;

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
