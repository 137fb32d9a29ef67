//! Reads a catalogue from the JSON that serde writes of it.
//!
//! By hand, over [`serde_json::Value`]: what serde derives for reading seventeen types is a tenth
//! of the app's first load, and a reader pays for it on every visit. That the two agree is tested
//! over the real catalogue and over random ones.

use std::fmt;
use std::str::FromStr;

use serde_json::Value;

use crate::model::{
    Block, Catalog, Chapter, Company, Dated, Denial, Diagram, Evidence, EvidenceSource, Figure,
    Industry, Inline, LinkCheck, Note, Podcast, Resource, Step, Tag, Technology,
};
use crate::slug::Slug;

/// Why a text is not the JSON of a catalogue.
#[derive(Debug)]
#[non_exhaustive]
pub enum JsonError {
    /// It is not JSON.
    Syntax(serde_json::Error),
    /// A field is missing or holds something else than it should.
    Field(&'static str),
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => error.fmt(formatter),
            Self::Field(name) => {
                write!(formatter, "`{name}` is missing or not what a catalogue has there")
            }
        }
    }
}

impl std::error::Error for JsonError {}

type Read<T> = Result<T, JsonError>;

impl Catalog {
    /// Reads the JSON that serde writes of a catalogue.
    ///
    /// # Errors
    /// When the text is not JSON, or a field is missing or of the wrong shape.
    pub fn from_json(json: &str) -> Read<Self> {
        let value: Value = serde_json::from_str(json).map_err(JsonError::Syntax)?;
        Ok(Self {
            chapters: list(&value, "chapters", chapter)?,
            companies: list(&value, "companies", company)?,
            technologies: list(&value, "technologies", technology)?,
            industries: list(&value, "industries", industry)?,
            redirects: list(&value, "redirects", redirect)?,
            matrix_order: list(&value, "matrix_order", |slug| as_parsed(slug, "matrix_order"))?,
        })
    }
}

fn chapter(value: &Value) -> Read<Chapter> {
    Ok(Chapter {
        title: text(value, "title")?,
        book: optional_text(value, "book")?,
        author: text(value, "author")?,
        licence: text(value, "licence")?,
        homepage: optional_text(value, "homepage")?,
        permalink: optional_text(value, "permalink")?,
        written: text(value, "written")?,
    })
}

fn company(value: &Value) -> Read<Company> {
    Ok(Company {
        slug: parsed(value, "slug")?,
        name: text(value, "name")?,
        chapter: optional(value, "chapter", |number| as_number(number, "chapter"))?.unwrap_or(0),
        line: number(value, "line")?,
        last_line: number(value, "last_line")?,
        industry: optional_slug(value, "industry")?,
        podcasts: list(value, "podcasts", podcast)?,
        resources: list(value, "resources", resource)?,
        body: list(value, "body", block)?,
        diagrams: list(value, "diagrams", diagram)?,
        tags: list(value, "tags", tag)?,
        denied: list(value, "denied", denial)?,
    })
}

fn podcast(value: &Value) -> Read<Podcast> {
    Ok(Podcast {
        episode: optional(value, "episode", |number| as_number(number, "episode"))?,
        title: text(value, "title")?,
        blurb: optional_text(value, "blurb")?.unwrap_or_default(),
        youtube: optional_text(value, "youtube")?,
        audio: optional_text(value, "audio")?,
        line: number(value, "line")?,
    })
}

fn resource(value: &Value) -> Read<Resource> {
    Ok(Resource {
        url: text(value, "url")?,
        host: text(value, "host")?,
        title: text(value, "title")?,
        title_source: parsed(value, "title_source")?,
        label: optional_text(value, "label")?,
        kind: parsed(value, "kind")?,
        speakers: list(value, "speakers", string)?,
        venue: optional_text(value, "venue")?,
        dated: optional(value, "dated", dated)?,
        checked: optional(value, "checked", link_check)?,
        lines: list(value, "lines", |line| as_number(line, "lines"))?,
    })
}

fn dated(value: &Value) -> Read<Dated> {
    Ok(Dated { year: number(value, "year")?, source: parsed(value, "source")? })
}

fn link_check(value: &Value) -> Read<LinkCheck> {
    Ok(LinkCheck { on: text(value, "on")?, status: parsed(value, "status")? })
}

fn diagram(value: &Value) -> Read<Diagram> {
    Ok(Diagram {
        caption: text(value, "caption")?,
        description: text(value, "description")?,
        steps: list(value, "steps", step)?,
        flows: list(value, "flows", |flow| pair(flow, "flows"))?,
    })
}

fn step(value: &Value) -> Read<Step> {
    Ok(Step {
        name: text(value, "name")?,
        part: optional_text(value, "part")?,
        technology: optional_slug(value, "technology")?,
    })
}

fn tag(value: &Value) -> Read<Tag> {
    Ok(Tag {
        technology: parsed(value, "technology")?,
        evidence: list(value, "evidence", evidence)?,
    })
}

fn evidence(value: &Value) -> Read<Evidence> {
    Ok(Evidence {
        grade: parsed(value, "grade")?,
        quote: text(value, "quote")?,
        mark: pair(field(value, "mark")?, "mark")?,
        source: evidence_source(field(value, "source")?)?,
        line: number(value, "line")?,
        note: optional(value, "note", note)?,
    })
}

fn note(value: &Value) -> Read<Note> {
    Ok(Note { text: text(value, "text")?, source: optional_text(value, "source")? })
}

fn denial(value: &Value) -> Read<Denial> {
    Ok(Denial { technology: parsed(value, "technology")?, note: note(field(value, "note")?)? })
}

fn evidence_source(value: &Value) -> Read<EvidenceSource> {
    let (variant, content) = variant(value, "source")?;
    let number = || as_number(content, "source");
    Ok(match variant {
        "prose" => EvidenceSource::Prose,
        "maintainer" => EvidenceSource::Maintainer,
        "podcast" => EvidenceSource::Podcast(number()?),
        "label" => EvidenceSource::Label(number()?),
        "title" => EvidenceSource::Title(number()?),
        "address" => EvidenceSource::Address(number()?),
        _ => return Err(JsonError::Field("source")),
    })
}

fn technology(value: &Value) -> Read<Technology> {
    Ok(Technology {
        slug: parsed(value, "slug")?,
        name: text(value, "name")?,
        role: parsed(value, "role")?,
        parent: optional_slug(value, "parent")?,
        aliases: list(value, "aliases", string)?,
        formerly: list(value, "formerly", |slug| as_parsed(slug, "formerly"))?,
        summary: text(value, "summary")?,
        homepage: text(value, "homepage")?,
    })
}

fn industry(value: &Value) -> Read<Industry> {
    Ok(Industry { slug: parsed(value, "slug")?, name: text(value, "name")? })
}

fn redirect(value: &Value) -> Read<(Slug, Slug)> {
    let slug = |place| as_parsed(at(value, place, "redirects")?, "redirects");
    Ok((slug(0)?, slug(1)?))
}

fn block(value: &Value) -> Read<Block> {
    let (variant, content) = variant(value, "body")?;
    Ok(match variant {
        "heading" => Block::Heading {
            level: u8::try_from(number(content, "level")?)
                .map_err(|_| JsonError::Field("level"))?,
            content: list(content, "content", inline)?,
            line: number(content, "line")?,
        },
        "paragraph" => Block::Paragraph {
            content: list(content, "content", inline)?,
            line: number(content, "line")?,
        },
        "list" => Block::List {
            start: content.get("start").and_then(Value::as_u64),
            items: list(content, "items", blocks)?,
        },
        "quote" => Block::Quote(blocks(content)?),
        "code" => Block::Code {
            language: optional_text(content, "language")?.unwrap_or_default(),
            text: text(content, "text")?,
        },
        "table" => Block::Table(items(content, "table", |row| {
            items(row, "table", |cell| items(cell, "table", inline))
        })?),
        "figure" => Block::Figure(figure(content)?),
        "rule" => Block::Rule,
        _ => return Err(JsonError::Field("body")),
    })
}

fn blocks(value: &Value) -> Read<Vec<Block>> {
    items(value, "body", block)
}

fn figure(value: &Value) -> Read<Figure> {
    Ok(Figure {
        src: text(value, "src")?,
        caption: text(value, "caption")?,
        label: optional_text(value, "label")?,
        width: optional_text(value, "width")?,
        diagram: optional(value, "diagram", |number| as_number(number, "diagram"))?,
        line: number(value, "line")?,
    })
}

fn inline(value: &Value) -> Read<Inline> {
    let (variant, content) = variant(value, "content")?;
    let inlines = |value| items(value, "content", inline);
    Ok(match variant {
        "text" => Inline::Text(string(content)?),
        "code" => Inline::Code(string(content)?),
        "emphasis" => Inline::Emphasis(inlines(content)?),
        "strong" => Inline::Strong(inlines(content)?),
        "strikethrough" => Inline::Strikethrough(inlines(content)?),
        "link" => Inline::Link {
            resource: number(content, "resource")?,
            content: list(content, "content", inline)?,
        },
        "break" => Inline::Break,
        _ => return Err(JsonError::Field("content")),
    })
}

/// The variant of an enum as serde writes it, its name alone or in an object with its content.
fn variant<'v>(value: &'v Value, name: &'static str) -> Read<(&'v str, &'v Value)> {
    match value {
        Value::String(variant) => Ok((variant, &Value::Null)),
        Value::Object(object) => {
            let only = object.iter().next().ok_or(JsonError::Field(name))?;
            Ok((only.0, only.1))
        }
        _ => Err(JsonError::Field(name)),
    }
}

fn field<'v>(value: &'v Value, name: &'static str) -> Read<&'v Value> {
    value.get(name).ok_or(JsonError::Field(name))
}

fn at<'v>(value: &'v Value, place: usize, name: &'static str) -> Read<&'v Value> {
    value.get(place).ok_or(JsonError::Field(name))
}

fn pair(value: &Value, name: &'static str) -> Read<(u32, u32)> {
    Ok((as_number(at(value, 0, name)?, name)?, as_number(at(value, 1, name)?, name)?))
}

/// What serde leaves out when there is none.
fn optional<T>(value: &Value, name: &'static str, read: fn(&Value) -> Read<T>) -> Read<Option<T>> {
    value.get(name).map(read).transpose()
}

/// A list that serde leaves out when it is empty.
fn list<T>(value: &Value, name: &'static str, read: fn(&Value) -> Read<T>) -> Read<Vec<T>> {
    value.get(name).map_or_else(|| Ok(Vec::new()), |list| items(list, name, read))
}

fn items<T>(value: &Value, name: &'static str, read: fn(&Value) -> Read<T>) -> Read<Vec<T>> {
    value.as_array().ok_or(JsonError::Field(name))?.iter().map(read).collect()
}

fn text(value: &Value, name: &'static str) -> Read<String> {
    optional_text(value, name)?.ok_or(JsonError::Field(name))
}

fn optional_text(value: &Value, name: &'static str) -> Read<Option<String>> {
    value.get(name).map(|text| as_str(text, name).map(str::to_owned)).transpose()
}

fn string(value: &Value) -> Read<String> {
    as_str(value, "text").map(str::to_owned)
}

fn as_str<'v>(value: &'v Value, name: &'static str) -> Read<&'v str> {
    value.as_str().ok_or(JsonError::Field(name))
}

fn number(value: &Value, name: &'static str) -> Read<u32> {
    as_number(field(value, name)?, name)
}

fn as_number(value: &Value, name: &'static str) -> Read<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok()).ok_or(JsonError::Field(name))
}

fn parsed<T: FromStr>(value: &Value, name: &'static str) -> Read<T> {
    as_parsed(field(value, name)?, name)
}

fn as_parsed<T: FromStr>(value: &Value, name: &'static str) -> Read<T> {
    as_str(value, name)?.parse().map_err(|_| JsonError::Field(name))
}

fn optional_slug(value: &Value, name: &'static str) -> Read<Option<Slug>> {
    value.get(name).map(|slug| as_parsed(slug, name)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_error(json: &str, message: &str) {
        assert_eq!(
            Catalog::from_json(json).map_err(|error| error.to_string()),
            Err(message.to_owned())
        );
    }

    #[test]
    fn what_is_missing_or_misshapen_is_named() {
        let whole = serde_json::to_value(Catalog::default()).unwrap();
        let with = |name: &str, value: Value| {
            let mut catalog = whole.clone();
            catalog[name] = value;
            catalog.to_string()
        };
        check_error(
            &with("chapters", serde_json::json!([{ "title": "T" }])),
            "`author` is missing or not what a catalogue has there",
        );
        check_error(
            &with("companies", Value::from("none")),
            "`companies` is missing or not what a catalogue has there",
        );
        check_error(
            &with("industries", serde_json::json!([{ "slug": "Not A Slug", "name": "" }])),
            "`slug` is missing or not what a catalogue has there",
        );
    }

    #[test]
    fn what_is_no_json_says_where() {
        check_error("{", "EOF while parsing an object at line 1 column 1");
    }
}
