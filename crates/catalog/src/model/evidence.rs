//! Tags: the technologies of a company, with their evidence.

use serde::{Deserialize, Serialize};

use crate::named_values;
use crate::slug::Slug;

/// A technology of a company, with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Slug of the technology.
    pub technology: Slug,
    /// Never empty; best grade first, then by line.
    pub evidence: Vec<Evidence>,
}

/// Words that name a technology at a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// How much the words prove.
    pub grade: Grade,
    /// The words with their context: a sentence, a title, a label, a part of an address.
    pub quote: String,
    /// Byte range of the match in `quote`, on character boundaries, start before end.
    pub mark: (u32, u32),
    /// Where the words are from.
    pub source: EvidenceSource,
    /// Line of the chapter.
    pub line: u32,
    /// Why a maintainer changed the grade or added the tag. Always present for
    /// [`EvidenceSource::Maintainer`], with the quote as its text.
    pub note: Option<Note>,
}

/// A maintainer's remark from `companies.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The reason, as a sentence.
    pub text: String,
    /// Absolute `http` or `https` address of the source.
    pub source: Option<String>,
}

/// A technology that a company does not use although its section names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Denial {
    /// Slug of the technology.
    pub technology: Slug,
    /// The maintainer's reason.
    pub note: Note,
}

/// Where the words of an [`Evidence`] are from. Numbers index [`super::Company::resources`] or
/// [`super::Company::podcasts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl EvidenceSource {
    /// Index of the resource whose words or address it is.
    #[must_use]
    pub const fn resource(self) -> Option<u32> {
        match self {
            Self::Label(number) | Self::Title(number) | Self::Address(number) => Some(number),
            Self::Prose | Self::Podcast(_) | Self::Maintainer => None,
        }
    }
}

/// How much a piece of evidence proves, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// The author calls it a guess.
    Guess,
    /// It is compared with another one, likened to something, or listed among several.
    Comparison,
    /// It is to come, or is being tried.
    Plan,
    /// It was used, and was left or replaced.
    Past,
    /// It could have been chosen, and was not.
    Rejected,
    /// The words say that it is not used.
    NotUsed,
}

/// What words say of the use of a technology. Grades are in the order of their standings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A fact: the words say that the company uses it.
    Strong,
    /// A sign that it may be used.
    Weak,
    /// It is not in use: not yet, no longer or not at all. Such a tag is shown with its grade, and
    /// counts nowhere as use.
    NotInUse,
}

named_values!(Grade {
    Stated => "stated", "Stated";
    Title => "title", "In a title";
    Reference => "reference", "Linked";
    Venue => "venue", "Venue only";
    Guess => "guess", "A guess";
    Plan => "plan", "Planned";
    Comparison => "comparison", "Compared";
    Past => "past", "No longer used";
    Rejected => "rejected", "Decided against";
    NotUsed => "not-used", "Says it is not used";
});

impl Grade {
    /// What it says of the use of the technology.
    #[must_use]
    pub const fn standing(self) -> Standing {
        match self {
            Self::Stated | Self::Title | Self::Reference => Standing::Strong,
            Self::Venue | Self::Guess | Self::Comparison => Standing::Weak,
            Self::Plan | Self::Past | Self::Rejected | Self::NotUsed => Standing::NotInUse,
        }
    }

    /// Whether it counts as a fact: the words say that the company uses the technology.
    #[must_use]
    pub const fn is_strong(self) -> bool {
        matches!(self.standing(), Standing::Strong)
    }

    /// Whether it counts as use, be it on weak signs.
    #[must_use]
    pub const fn is_use(self) -> bool {
        !matches!(self.standing(), Standing::NotInUse)
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
            Self::Comparison => {
                "It is compared with others or listed among several; nothing says it is used."
            }
            Self::Plan => "It is planned or being tried; nothing says it is in use.",
            Self::Past => "It was used, and has been left or replaced.",
            Self::Rejected => "It was considered, and something else was chosen.",
            Self::NotUsed => "The words say that it is not used.",
        }
    }
}

impl Tag {
    /// The best grade among the evidence.
    #[must_use]
    pub fn grade(&self) -> Grade {
        self.evidence.iter().map(|evidence| evidence.grade).min().unwrap_or(Grade::NotUsed)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_in_the_order_of_their_standings() {
        // The best grade of a tag decides whether it counts as use.
        let mut grades = Grade::ALL.to_vec();
        grades.sort();
        assert!(grades.is_sorted_by_key(|grade| grade.standing()));
    }
}
