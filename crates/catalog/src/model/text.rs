//! The chapter's own text: typed blocks and inlines, never HTML.

use serde::{Deserialize, Serialize};

/// A block of text of the chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading inside a company's section.
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
        /// The first number of a numbered list; `None` for bullets.
        start: Option<u64>,
        /// Each item's blocks.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code {
        /// The language that the fence names, or empty.
        language: String,
        /// The text, line ends included.
        text: String,
    },
    /// A table other than a podcast table: rows of cells, the first row is the head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A picture on its own.
    Figure(Figure),
    /// A thematic break.
    Rule,
}

/// A picture with its caption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The address or path that the chapter gives.
    pub src: String,
    /// The caption, also the text alternative.
    pub caption: String,
    /// The label in the chapter's Pandoc attributes: `fig:Bild1`.
    pub label: Option<String>,
    /// The width in the Pandoc attributes: `90%`.
    pub width: Option<String>,
    /// The diagram that replaces it: index into [`super::Company::diagrams`].
    pub diagram: Option<u32>,
    /// Its line.
    pub line: u32,
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text; a soft line break of the source is a space.
    Text(String),
    /// Emphasised text.
    Emphasis(Vec<Inline>),
    /// Strongly emphasised text.
    Strong(Vec<Inline>),
    /// Struck-out text.
    Strikethrough(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link to a resource of the company.
    Link {
        /// Index into [`super::Company::resources`].
        resource: u32,
        /// The words of the link; for a bare address, the address as written in the chapter.
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
