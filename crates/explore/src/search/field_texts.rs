//! The texts of a company that are searched.

use std::borrow::Cow;

use catalog::{Block, Company, Inline, Kind};

use super::field::Field;
use crate::index::Index;
use crate::sorted_set::SortedSet;

/// A text that is searched.
pub(crate) struct FieldText<'c> {
    pub(crate) field: Field,
    pub(crate) text: Cow<'c, str>,
}

/// Every searched text of a company, best field first. A field may have several texts: a technology
/// has aliases, a resource a label.
pub(crate) fn field_texts<'c>(index: &Index<'c>, company: &'c Company) -> Vec<FieldText<'c>> {
    let mut texts = FieldTexts { list: Vec::new() };
    texts.add(Field::Name, &company.name);
    texts.add_technologies(index, company);
    for (at, resource) in (0..).zip(&company.resources) {
        texts.add(Field::Title(at), &resource.title);
        if let Some(label) = resource.label.as_deref().filter(|label| *label != resource.title) {
            texts.add(Field::Title(at), label);
        }
    }
    for (at, podcast) in (0..).zip(&company.podcasts) {
        texts.add(Field::Podcast(at), &podcast.title);
    }
    let industry = company.industry.as_ref();
    if let Some(industry) = industry.and_then(|slug| index.catalog.industry(slug.as_str())) {
        texts.add(Field::Industry, &industry.name);
    }
    texts.add_roles(index, company);
    for &kind in Kind::ALL.iter().filter(|kind| company.pieces(**kind) > 0) {
        texts.add(Field::Kind(kind), kind.label());
        if !kind.label().to_ascii_lowercase().contains(kind.as_str()) {
            texts.add(Field::Kind(kind), format!("{} ({})", kind.label(), kind.as_str()));
        }
    }
    for podcast in &company.podcasts {
        texts.add(Field::Text, &podcast.blurb);
    }
    texts.add_blocks(&company.body);
    for resource in &company.resources {
        resource.venue.iter().for_each(|venue| texts.add(Field::Text, venue));
        resource.speakers.iter().for_each(|speaker| texts.add(Field::Text, speaker));
        texts.add(Field::Text, &resource.host);
    }
    texts.list
}

struct FieldTexts<'c> {
    list: Vec<FieldText<'c>>,
}

impl<'c> FieldTexts<'c> {
    fn add(&mut self, field: Field, text: impl Into<Cow<'c, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.list.push(FieldText { field, text });
        }
    }

    /// The technologies in use and their ancestors: a filter by an ancestor finds the company too.
    fn add_technologies(&mut self, index: &Index<'c>, company: &'c Company) {
        let tags = company.uses();
        let own: Vec<usize> =
            tags.filter_map(|tag| index.technology_position(tag.technology.as_str())).collect();
        let lineages = own.iter().flat_map(|position| index.lineage(*position).into_iter().skip(1));
        let mut positions = own.clone();
        for position in lineages {
            if !positions.contains(&position) {
                positions.push(position);
            }
        }
        for position in positions {
            let technology = &index.catalog.technologies[position];
            let field = Field::Technology(technology.slug.clone());
            self.add(field.clone(), &technology.name);
            for alias in &technology.aliases {
                self.add(field.clone(), format!("{} ({alias})", technology.name));
            }
        }
    }

    /// The roles by which the company can be filtered.
    fn add_roles(&mut self, index: &Index<'c>, company: &'c Company) {
        let mut roles = SortedSet::new();
        for tag in company.uses() {
            let position = index.technology_position(tag.technology.as_str());
            roles.extend(position.map(|at| index.catalog.technologies[at].role));
        }
        for role in &roles {
            self.add(Field::Role(*role), role.label());
        }
    }

    fn add_blocks(&mut self, blocks: &'c [Block]) {
        for block in blocks {
            match block {
                Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                    self.add(Field::Text, prose(content));
                }
                Block::List { items, .. } => items.iter().for_each(|item| self.add_blocks(item)),
                Block::Quote(blocks) => self.add_blocks(blocks),
                Block::Code { text, .. } => self.add(Field::Text, text),
                Block::Table(rows) => {
                    rows.iter().flatten().for_each(|cell| self.add(Field::Text, prose(cell)));
                }
                Block::Figure(figure) => self.add(Field::Text, &figure.caption),
                Block::Rule => {}
            }
        }
    }
}

/// The words of a run of inlines without bare addresses. Those would match every `https`; their
/// words are in the titles of the resources.
fn prose(inlines: &[Inline]) -> String {
    let mut text = String::new();
    append_prose(inlines, &mut text);
    text.truncate(text.trim_end().len());
    text
}

fn append_prose(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Link { content, .. } if is_address(content) => {}
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. } => append_prose(content, text),
            plain => Inline::append_text(std::slice::from_ref(plain), text),
        }
    }
}

fn is_address(content: &[Inline]) -> bool {
    let [Inline::Text(text) | Inline::Code(text)] = content else { return false };
    ["http://", "https://", "www."].iter().any(|start| text.starts_with(start))
}
