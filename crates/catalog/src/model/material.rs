//! Material of a company: podcast episodes and resources.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::named_values;

/// A podcast episode about a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Podcast {
    /// Episode number, if the title has one: `#063` is 63.
    pub episode: Option<u32>,
    /// Title without "Podcast Episode:" and number.
    pub title: String,
    /// The author's words about the episode.
    pub blurb: String,
    /// YouTube's id of the video, eleven characters.
    pub youtube: Option<String>,
    /// The author's words for the video, if they say more than that it can be watched.
    pub youtube_label: Option<String>,
    /// Where it can be heard.
    pub audio: Vec<Audio>,
    /// Further links of the episode, such as its slides: indices into
    /// [`Company::resources`](super::Company::resources).
    pub resources: Vec<u32>,
    /// Line of the title.
    pub line: u32,
}

/// A recording of an episode that can be heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audio {
    /// Its address.
    pub url: String,
    /// Text of the link: the author's words, or "Listen on" and the host's name.
    pub label: String,
}

/// A page that the chapter links to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Absolute `http` or `https` address from the chapter, repaired.
    pub url: String,
    /// Host without `www.`: `slideshare.net`.
    pub host: String,
    /// Title that readers see.
    pub title: String,
    /// Where the title is from.
    pub title_source: TitleSource,
    /// The chapter's own words for the link: "Druid Wiki".
    pub label: Option<String>,
    /// Kind of material.
    pub kind: Kind,
    /// Speakers of the talk, only if the address names them without doubt.
    pub speakers: Vec<String>,
    /// The event or account that published it: "Kafka Summit San Francisco 2018".
    pub venue: Option<String>,
    /// When it was published; `None` if unknown.
    pub dated: Option<Dated>,
    /// Result of the last check of the address, from `link-status.json`.
    pub checked: Option<LinkCheck>,
    /// Lines that link to it: several if the chapter repeats the address.
    pub lines: Vec<u32>,
}

/// The year in which a resource was published, and where that is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// The year: 2018.
    pub year: u32,
    /// Where the year is from.
    pub source: DateSource,
}

/// Where the year of a resource is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateSource {
    /// The address has the date or names a dated event.
    Address,
    /// The chapter's words for the link have the year.
    Text,
    /// A maintainer looked it up, in `companies.toml`.
    Maintainer,
}

/// Result of the check of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkCheck {
    /// The day of the check.
    pub on: Day,
    /// Whether it answered.
    pub status: LinkStatus,
}

/// Whether a link still works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkStatus {
    /// It answers.
    Alive,
    /// Unknown: its host refuses programs or did not answer in time.
    Unclear,
    /// It failed at least three times, on days at least three days apart.
    Dead,
}

/// Where the title of a resource is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleSource {
    /// The chapter says it.
    Stated,
    /// Made from the words of the address.
    Derived,
    /// A maintainer looked it up, in `companies.toml`.
    Maintainer,
    /// Made from its host and kind: there is no other source.
    Host,
}

/// What kind of material something is. The text form is part of bookmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// The front page of a blog, a team or a channel.
    Collection,
    /// A data set.
    Dataset,
    /// The page of a person.
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
