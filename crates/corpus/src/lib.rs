//! Content of any size for measurements.
//!
//! [`corpus`] makes up companies with the skew of real lists: most have one or two links, few have
//! long texts, few technologies are in most texts, names are in many scripts. It writes them as
//! chapters of every shape that the compiler reads. The same vocabulary, number and seed give the
//! same bytes.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod chapters;
mod company;
mod draw;
mod link;
mod names;
mod prose;

use std::error::Error;
use std::fmt;
use std::num::NonZeroUsize;

use compiler::{Files, Input, Scope, SourceFile};
use serde::Deserialize;

use company::{INDUSTRIES, MadeUp};
use draw::Draw;

/// Why no content can be made from a vocabulary.
#[derive(Debug)]
pub enum CorpusError {
    /// `technologies.toml` cannot be read.
    Technologies(toml::de::Error),
    /// `technologies.toml` lists no technology.
    NoTechnology,
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Technologies(error) => {
                write!(f, "technologies.toml: {error}run `cargo xtask check` for the cure")
            }
            Self::NoTechnology => write!(
                f,
                "technologies.toml lists no technology, so there is nothing that companies could \
                 use: add one with `cargo xtask new technology NAME`"
            ),
        }
    }
}

impl Error for CorpusError {}

#[derive(Deserialize)]
struct Vocabulary {
    #[serde(default)]
    technology: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

/// Makes content with so many companies. `vocabulary` gives the technologies, and what is known of
/// hosts and words; its companies are left out.
///
/// # Errors
/// When `technologies.toml` cannot be read or lists none.
pub fn corpus(vocabulary: Files, companies: NonZeroUsize, seed: u64) -> Result<Input, CorpusError> {
    let known: Vocabulary =
        toml::from_str(&vocabulary.technologies.text).map_err(CorpusError::Technologies)?;
    let mut technologies: Vec<String> =
        known.technology.into_iter().map(|named| named.name).collect();
    if technologies.is_empty() {
        return Err(CorpusError::NoTechnology);
    }
    let mut draw = Draw::new(seed);
    draw.shuffle(&mut technologies);
    let made_up = company::make_up(companies.get(), &technologies, &mut draw);
    let chapters = chapters::write(&made_up);
    Ok(Input {
        files: Files {
            site: SourceFile::new("site.toml", chapters::site(&chapters)),
            companies: SourceFile::new("companies.toml", companies_file(&made_up)),
            shipped_slugs: SourceFile::new("slugs.txt", slugs_file(&made_up)),
            link_status: SourceFile::new("link-status.json", "{\n  \"links\": {}\n}\n"),
            technologies: named(vocabulary.technologies, "technologies.toml"),
            hosts: named(vocabulary.hosts, "hosts.toml"),
            words: named(vocabulary.words, "words.toml"),
            changes: SourceFile::new("changes.toml", ""),
        },
        chapters: chapters.into_iter().map(|chapter| chapter.file).collect(),
        scope: Scope::Site,
    })
}

fn named(file: SourceFile, name: &str) -> SourceFile {
    SourceFile::new(name, file.text)
}

fn companies_file(companies: &[MadeUp]) -> String {
    let mut text = String::new();
    for (id, name) in INDUSTRIES {
        text.push_str(&format!("[[industry]]\nid = \"{id}\"\nname = \"{name}\"\n\n"));
    }
    for MadeUp { slug, industry, .. } in companies {
        text.push_str(&format!("[company.{slug}]\nindustry = \"{industry}\"\n\n"));
    }
    text
}

fn slugs_file(companies: &[MadeUp]) -> String {
    companies.iter().map(|company| format!("{}\n", company.slug)).collect()
}
