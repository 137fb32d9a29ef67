//! The chapter's own text: typed blocks and inlines, never HTML.

use serde::Serialize;

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
    /// The drawing that takes its place: index into [`super::Company::diagrams`].
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
        /// Index into [`super::Company::resources`].
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
