//! JSON Schemas of the content files, which give editors completion.

use serde_json::{Map, Value as Json, json};

use crate::keys::{Presence, Table, Value};
use crate::metadata::{changes, companies, site, technologies};
use crate::{hosts, words};

/// The JSON Schema (draft-07, which TOML editors read) of each TOML file in the content folder, as
/// the file's name without its extension and the schema's text.
///
/// They are written to `content/schemas/<name>.schema.json`, which each file names in its first
/// line: `#:schema ./schemas/hosts.schema.json`.
#[must_use]
pub fn schemas() -> Vec<(&'static str, String)> {
    let text = |name: &str, table: &Table| {
        let mut schema = object(table);
        schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
        schema.insert("title".to_owned(), json!(format!("{name}.toml")));
        format!("{:#}\n", Json::Object(schema))
    };
    FILES.iter().map(|&(name, table)| (name, text(name, table))).collect()
}

const FILES: &[(&str, &Table)] = &[
    ("site", &site::FILE),
    ("technologies", &technologies::FILE),
    ("companies", &companies::FILE),
    ("hosts", &hosts::FILE),
    ("words", &words::FILE),
    ("changes", &changes::FILE),
];

fn object(table: &Table) -> Map<String, Json> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in table.0 {
        let mut property = value(&key.value);
        property.insert("description".to_owned(), json!(key.about));
        if key.presence == Presence::Required {
            required.push(key.name);
            if matches!(key.value, Value::Text) {
                property.insert("minLength".to_owned(), json!(1));
            }
        }
        properties.insert(key.name.to_owned(), Json::Object(property));
    }
    map(json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    }))
}

fn value(value: &Value) -> Map<String, Json> {
    let text = json!({ "type": "string" });
    map(match value {
        Value::Text => text,
        Value::Slug => json!({ "type": "string", "pattern": SLUG }),
        Value::Address => json!({ "type": "string", "pattern": "^https?://" }),
        Value::Day => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" }),
        Value::Number => json!({ "type": "integer", "minimum": 0 }),
        Value::OneOf(names) => json!({ "enum": names() }),
        Value::Texts => json!({ "type": "array", "items": { "type": "string", "minLength": 1 } }),
        Value::TextOrTexts => {
            let texts = json!({ "type": "array", "items": { "type": "string", "minLength": 1 } });
            json!({ "anyOf": [{ "type": "string", "minLength": 1 }, texts] })
        }
        Value::TextPairs => {
            let pair = json!({ "type": "array", "items": text, "minItems": 2, "maxItems": 2 });
            json!({ "type": "array", "items": pair })
        }
        Value::TextTable => json!({ "type": "object", "additionalProperties": text }),
        Value::Table(table) => Json::Object(object(table)),
        Value::Tables(table) => json!({ "type": "array", "items": object(table) }),
        Value::BySlug(table) => json!({
            "type": "object",
            "propertyNames": { "pattern": SLUG },
            "additionalProperties": object(table),
        }),
    })
}

const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

fn map(json: Json) -> Map<String, Json> {
    match json {
        Json::Object(map) => map,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::diagnostic::{Diagnostic, Reporter};
    use crate::input::{Files, SourceFile};
    use crate::keys::Key;
    use crate::metadata::{Metadata, Reports};

    /// `UPDATE_EXPECT=1` writes the schemas anew.
    #[test]
    fn the_written_schemas_are_those_of_the_readers() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/schemas");
        let update = std::env::var_os("UPDATE_EXPECT").is_some();
        for (name, schema) in schemas() {
            let path = folder.join(format!("{name}.schema.json"));
            if update {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&path, &schema).unwrap();
            }
            let written = fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(
                written, schema,
                "{name}.schema.json differs from its reader: run this test with UPDATE_EXPECT=1"
            );
        }
    }

    /// A value that a reader takes for what a key holds.
    fn sample(value: &Value) -> String {
        match value {
            Value::Text => "\"a\"".to_owned(),
            Value::Slug => "\"kafka\"".to_owned(),
            Value::Address => "\"https://a.org\"".to_owned(),
            Value::Day => "\"2019-12-31\"".to_owned(),
            Value::Number => "2016".to_owned(),
            Value::OneOf(names) => format!("\"{}\"", names()[0]),
            Value::Texts => "[]".to_owned(),
            Value::TextOrTexts => "\"### {name}\"".to_owned(),
            Value::TextPairs => "[[\"a\", \"b\"]]".to_owned(),
            Value::TextTable => "{ a = \"a\" }".to_owned(),
            Value::Table(table) => table_with(table, ""),
            Value::Tables(table) => format!("[{}]", table_with(table, "")),
            Value::BySlug(table) => format!("{{ kafka = {} }}", table_with(table, "")),
        }
    }

    /// An inline table with `pair` and what an entry needs beside it.
    fn table_with(table: &Table, pair: &str) -> String {
        let pairs = table
            .0
            .iter()
            .filter(|key| key.presence == Presence::Required || key.name == "source")
            .filter(|key| !pair.starts_with(&format!("{} =", key.name)))
            .map(|key| format!("{} = {}", key.name, sample(&key.value)));
        let pairs: Vec<String> = pairs.chain((!pair.is_empty()).then(|| pair.to_owned())).collect();
        format!("{{ {} }}", pairs.join(", "))
    }

    /// The keys that lead to each table at and below `table`, each behind `path`.
    fn paths(table: &'static Table, path: &[&'static Key]) -> Vec<Vec<&'static Key>> {
        let mut paths = vec![path.to_vec()];
        for key in table.0 {
            if let Some(inner) = inner(key) {
                paths.extend(self::paths(inner, &[path, &[key]].concat()));
            }
        }
        paths
    }

    fn inner(key: &Key) -> Option<&'static Table> {
        match key.value {
            Value::Table(table) | Value::Tables(table) | Value::BySlug(table) => Some(table),
            _ => None,
        }
    }

    /// A file with `pair` in the table that `path` leads to.
    fn file_with(path: &[&'static Key], pair: &str) -> String {
        path.iter().rev().fold(pair.to_owned(), |pair, key| {
            let table = inner(key).map(|table| table_with(table, &pair)).unwrap_or_default();
            match key.value {
                Value::Tables(_) => format!("{} = [{table}]", key.name),
                Value::BySlug(_) => format!("{} = {{ kafka = {table} }}", key.name),
                _ => format!("{} = {table}", key.name),
            }
        })
    }

    /// What the readers say of a file beside a valid technology with the id kafka.
    fn diagnostics(name: &str, text: &str) -> Vec<Diagnostic> {
        let technology = technologies::FILE.0.iter().find(|key| key.name == "technology").unwrap();
        let kafka = file_with(&[technology], "");
        let mut files =
            Files { technologies: SourceFile::new("technologies.toml", kafka), ..Files::default() };
        let file = match name {
            "site" => &mut files.site,
            "technologies" => &mut files.technologies,
            "companies" => &mut files.companies,
            "hosts" => &mut files.hosts,
            "words" => &mut files.words,
            _ => &mut files.changes,
        };
        *file = SourceFile::new("tried.toml", text);
        let mut reports = Reports::new(&files);
        let _ = Metadata::read(&mut reports);
        let all = reports.into_iter().flat_map(Reporter::finish);
        all.filter(|diagnostic| diagnostic.path == "tried.toml").collect()
    }

    /// A float, which no key holds.
    const WRONG: &str = "1.5";

    #[test]
    fn readers_read_each_key_of_their_table_and_refuse_others() {
        for &(name, file) in FILES {
            for path in paths(file, &[]) {
                let table = path.last().and_then(|key| inner(key)).unwrap_or(file);
                for key in table.names().chain(["unheard_of"]) {
                    let text = file_with(&path, &format!("{key} = {WRONG}"));
                    let marked = if key == "unheard_of" { key } else { WRONG };
                    let place = text.find(marked).unwrap();
                    let found = diagnostics(name, &text);
                    assert!(
                        found.iter().any(|fault| fault.span.start == place),
                        "{name}: nobody reads {key} in {text}: {found:?}"
                    );
                }
            }
        }
    }
}
