//! Where a company's text names its technologies, and the ids of its parts.

use std::collections::{BTreeMap, BTreeSet};

use catalog::{Block, Company, Evidence, EvidenceSource, Inline, Slug};

/// A technology that a block of text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'c> {
    /// Where in the words of the block ([`Inline::plain_text`]) its name starts, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What is named.
    pub technology: &'c Slug,
    /// Unique in the text; part of bookmarks.
    pub id: String,
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The level in the chapter, 1 to 6.
    pub level: u8,
    /// Its words.
    pub words: String,
    /// Unique in the text; part of bookmarks.
    pub id: String,
}

/// The mentions and the headings of a company's text, by the first line of their block.
#[derive(Debug)]
pub struct Passages<'c> {
    mentions: BTreeMap<u32, Vec<Mention<'c>>>,
    headings: BTreeMap<u32, Heading>,
    /// Evidence that is in the text, with the id of the mention.
    places: Vec<(&'c Evidence, String)>,
}

impl<'c> Passages<'c> {
    /// Finds the words of each piece of evidence in the text that they are from.
    #[must_use]
    pub fn of(company: &'c Company) -> Self {
        let mut blocks = Vec::new();
        collect(&company.body, &mut blocks);
        let mut headings = BTreeMap::new();
        let mut ids = BTreeSet::new();
        for block in &blocks {
            if let Some(level) = block.level {
                let id = unique(&heading_id(&block.words), &mut ids);
                headings.insert(block.line, Heading { level, words: block.words.clone(), id });
            }
        }
        let mut mentions: BTreeMap<u32, Vec<Mention<'c>>> = BTreeMap::new();
        let mut places = Vec::new();
        for tag in &company.tags {
            for evidence in &tag.evidence {
                let Some((line, start, end)) = place(evidence, &blocks) else { continue };
                let of_block = mentions.entry(line).or_default();
                // One word can name a technology and a part of it; a link leads to one of them.
                let overlaps = |other: &&Mention<'_>| start < other.end && other.start < end;
                if let Some(other) = of_block.iter().find(overlaps) {
                    places.push((evidence, other.id.clone()));
                    continue;
                }
                let id = format!("text-{}-{}", tag.technology, evidence.line);
                let id = unique(&id, &mut ids);
                places.push((evidence, id.clone()));
                of_block.push(Mention { start, end, technology: &tag.technology, id });
            }
        }
        for of_block in mentions.values_mut() {
            of_block.sort_by_key(|mention| mention.start);
        }
        Self { mentions, headings, places }
    }

    /// The mentions in the block that begins in this line, in the order of the words.
    #[must_use]
    pub fn mentions(&self, line: u32) -> &[Mention<'c>] {
        self.mentions.get(&line).map_or(&[], Vec::as_slice)
    }

    /// The heading in this line.
    #[must_use]
    pub fn heading(&self, line: u32) -> Option<&Heading> {
        self.headings.get(&line)
    }

    /// All headings, in the order of the text.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.headings.values()
    }

    /// The id of the words of a piece of evidence; `None` if they are not in the text.
    #[must_use]
    pub fn id_of(&self, evidence: &Evidence) -> Option<&str> {
        let (_, id) = self.places.iter().find(|(placed, _)| std::ptr::eq(*placed, evidence))?;
        Some(id)
    }
}

/// A block with words.
struct BlockWords {
    line: u32,
    /// Of a heading.
    level: Option<u8>,
    words: String,
}

fn collect(blocks: &[Block], found: &mut Vec<BlockWords>) {
    for block in blocks {
        match block {
            Block::Heading { level, content, line } => found.push(BlockWords {
                line: *line,
                level: Some(*level),
                words: Inline::plain_text(content),
            }),
            Block::Paragraph { content, line } => {
                found.push(BlockWords {
                    line: *line,
                    level: None,
                    words: Inline::plain_text(content),
                });
            }
            Block::List { items, .. } => {
                for item in items {
                    collect(item, found);
                }
            }
            Block::Quote(content) => collect(content, found),
            Block::Code { .. } | Block::Table(_) | Block::Figure(_) | Block::Rule => {}
        }
    }
}

/// The line of the block with the words, and where in it the technology is named. The same sentence
/// may stand in several blocks: then it is the last one that does not begin behind it.
fn place(evidence: &Evidence, blocks: &[BlockWords]) -> Option<(u32, usize, usize)> {
    if evidence.source != EvidenceSource::Prose {
        return None;
    }
    let (start, end) = (evidence.mark.0 as usize, evidence.mark.1 as usize);
    let with_words = blocks.iter().filter(|block| block.line <= evidence.line);
    let mut found = with_words.filter_map(|block| {
        let at = block.words.find(&evidence.quote)?;
        Some((block.line, at + start, at + end))
    });
    found.next_back()
}

/// The words of a heading as an id: letters and digits, joined by hyphens.
fn heading_id(words: &str) -> String {
    let parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let parts: Vec<_> = parts.map(str::to_lowercase).collect();
    format!("section-{}", parts.join("-"))
}

/// The id, with a number where it is taken.
fn unique(id: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut candidates = std::iter::once(id.to_owned()).chain(numbered);
    // There are fewer ids than numbers.
    let free = candidates.find(|candidate| !taken.contains(candidate)).unwrap_or_default();
    taken.insert(free.clone());
    free
}
