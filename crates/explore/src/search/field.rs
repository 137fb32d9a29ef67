//! Where a search text was found.

use catalog::{Kind, Role, Slug};

/// A text in which a part of the search text was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldMatch {
    /// What the text is.
    pub field: Field,
    /// The name, the title or the sentence, as the catalogue has it.
    pub text: String,
    /// Byte ranges of `text` to highlight: ascending, disjoint, on character boundaries.
    pub marks: Vec<(u32, u32)>,
}

/// What a matched text is, best first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The company's name.
    Name,
    /// The name or an alias of a technology of the company, or of an ancestor of that technology.
    Technology(Slug),
    /// Title or label of the resource with this index in [`catalog::Company::resources`].
    Title(u32),
    /// Title of the episode with this index in [`catalog::Company::podcasts`].
    Podcast(u32),
    /// The name of the company's industry.
    Industry,
    /// The label of a role that one of the company's technologies has.
    Role(Role),
    /// The label of a kind of its material.
    Kind(Kind),
    /// The chapter's prose, a blurb, a venue, a speaker or a host.
    Text,
}
