//! What the chapter links to: podcasts and resources.

use serde::Serialize;

use crate::named_values;

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
