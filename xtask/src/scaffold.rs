//! `cargo xtask new`: writes a company or a technology into the content files, ready to be filled
//! in. `cargo xtask check` warns of what is missing.
//!
//! Files are changed as text, so that comments and order stay.

mod edit;

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use catalog::{Catalog, Role, Slug};
use compiler::slug_from_heading;
use jiff::civil::Date;
use toml::{Table, Value};

use crate::content::Folder;
use crate::day::today;
use crate::project;

/// The file name of a new chapter for the maintainer's own companies.
const OWN_CHAPTER: &str = "companies.md";

/// Adds a company to the first chapter that is not pinned, or to a new one.
///
/// # Errors
/// When the content has errors or already has the company, no slug can be made from the name, or a
/// file cannot be written.
pub(crate) fn company(folder: &Folder, name: &str) -> Result<()> {
    let (name, slug) = named(name)?;
    let catalog = valid(folder)?;
    if let Some(there) = catalog.company(slug.as_str()) {
        bail!("there is already a company at /company/{slug}: {}", there.name);
    }
    let (site, companies, slugs) =
        (read(folder, "site.toml")?, read(folder, "companies.toml")?, read(folder, "slugs.txt")?);
    let today = today();
    let (site, chapter) = match edit::own_chapter(&site) {
        Some(chapter) => (edit::written_on(&site, &chapter, today), chapter),
        None => (site + &own_chapter(today), OWN_CHAPTER.to_owned()),
    };
    let text = if folder.file(&chapter).exists() {
        read(folder, &chapter)?
    } else {
        "# Companies added here\n".to_owned()
    };
    let line = text.trim_end().lines().count() + 2;
    let industries: Vec<_> =
        catalog.industries.iter().map(|industry| industry.slug.as_str()).collect();
    let entry =
        format!("[company.{slug}]\n# One of: {}\n# industry = \"\"\n", industries.join(", "));
    let changes = [
        (chapter.as_str(), format!("{}\n\n### Data Science at {name}\n", text.trim_end())),
        ("site.toml", site),
        ("companies.toml", edit::insert_company(&companies, &slug, &entry)),
        ("slugs.txt", edit::insert_line(&slugs, slug.as_str())),
    ];
    write(folder, &changes)?;
    println!(
        "{name} will be at /company/{slug}. Write text and links below its heading, {}:{line}; set its \
         industry in {}; then run `cargo xtask check --accept`.",
        folder.shown(&chapter),
        folder.shown("companies.toml"),
    );
    Ok(())
}

/// Adds a technology after the others of its role.
///
/// # Errors
/// When the content has errors or already has the technology, no slug can be made from the name, or
/// the file cannot be written.
pub(crate) fn technology(folder: &Folder, name: &str, role: Role) -> Result<()> {
    let (name, slug) = named(name)?;
    valid(folder)?;
    let text = read(folder, "technologies.toml")?;
    if let Some(there) = listed(&text, &name, &slug)? {
        bail!("technologies.toml has /technology/{slug} already: {there}");
    }
    let entry = format!(
        "[[technology]]\nid = \"{slug}\"\nname = {name}\nrole = \"{role}\"\nsummary = \"TODO: one \
         sentence that says what it is.\"\nhomepage = \"https://example.org/\"\n",
        name = Value::String(name.clone()),
        role = role.as_str(),
    );
    let file = folder.shown("technologies.toml");
    write(folder, &[("technologies.toml", edit::insert_technology(&text, role, &entry))])?;
    println!(
        "{name} will be at /technology/{slug}. Set its summary and homepage in {file}, and its role \
         if it is not {}; then run `cargo xtask check --accept`.",
        role.as_str()
    );
    Ok(())
}

/// The name of the technology in technologies.toml that has this name or slug. The catalogue holds only
/// technologies that a chapter names.
fn listed(text: &str, name: &str, slug: &Slug) -> Result<Option<String>> {
    let file: Table = text.parse().context("technologies.toml is not TOML")?;
    let entries = file.get("technology").and_then(Value::as_array).into_iter().flatten();
    Ok(entries.into_iter().find_map(|entry| {
        let texts = |key: &str| match entry.get(key) {
            Some(Value::Array(texts)) => texts.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(text)) => vec![text.as_str()],
            _ => Vec::new(),
        };
        let is_slug = ["id", "formerly"].into_iter().any(|key| texts(key).contains(&slug.as_str()));
        let is_name = ["name", "aliases"]
            .into_iter()
            .any(|key| texts(key).iter().any(|taken| taken.eq_ignore_ascii_case(name)));
        (is_slug || is_name).then(|| texts("name").join(""))
    }))
}

/// The name on one line, with the slug made of it.
fn named(name: &str) -> Result<(String, Slug)> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let slug = slug_from_heading(&name)
        .with_context(|| format!("no slug can be made from the name \"{name}\""))?;
    Ok((name, slug))
}

/// The catalogue of content without errors, so that later errors are those of the new entry.
fn valid(folder: &Folder) -> Result<Catalog> {
    let compilation = folder.compile()?;
    if compilation.has_errors() {
        bail!("the content has errors: `cargo xtask check` shows them");
    }
    Ok(compilation.catalog)
}

fn read(folder: &Folder, name: &str) -> Result<String> {
    fs::read_to_string(folder.file(name))
        .with_context(|| format!("cannot read {}", folder.shown(name)))
}

fn write(folder: &Folder, changes: &[(&str, String)]) -> Result<()> {
    for (name, text) in changes {
        project::rewrite(&folder.file(name), text)?;
    }
    Ok(())
}

/// The entry of a maintainer's own chapter in `site.toml`.
fn own_chapter(today: Date) -> String {
    let author = git_author().unwrap_or_else(|| "The maintainers of this site".to_owned());
    let mut chapter = Table::new();
    for (key, value) in [
        ("path", OWN_CHAPTER),
        ("title", "Companies added here"),
        ("author", &author),
        ("licence", "Apache-2.0"),
        ("written", &today.to_string()),
    ] {
        chapter.insert(key.to_owned(), value.into());
    }
    format!("\n[[chapter]]\n{chapter}")
}

/// The author name in Git's configuration.
fn git_author() -> Option<String> {
    let output = Command::new("git").args(["config", "user.name"]).output().ok()?;
    let name = String::from_utf8(output.stdout).ok()?;
    Some(name.trim().to_owned()).filter(|name| output.status.success() && !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_with_an_address() {
        let (name, slug) = named("  Zürich \n Ré ").unwrap();
        assert_eq!((name.as_str(), slug.as_str()), ("Zürich Ré", "zurich-re"));
        let error = format!("{:#}", named("!!!").unwrap_err());
        assert_eq!(
            error,
            "no slug can be made from the name \"!!!\": a slug needs at least one ASCII letter or digit"
        );
    }

    #[test]
    fn an_own_chapter_is_an_entry_of_site_toml() {
        let text = own_chapter("2026-11-28".parse().unwrap());
        let site: Table = text.parse().unwrap();
        assert_eq!(site["chapter"][0]["path"].as_str(), Some(OWN_CHAPTER));
        assert_eq!(site["chapter"][0]["written"].as_str(), Some("2026-11-28"));
    }
}
