//! The pictures of link previews: a general one, and one for each company and technology.

use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use catalog::{Catalog, Company, Identity, Route, Technology, share_image};
use serde::Serialize;

use crate::project;
use crate::setup::Tools;

/// How many names a picture lists at most.
const NAMES: usize = 6;

/// What the program that draws reads.
#[derive(Debug, Serialize)]
struct Drawing<'c> {
    /// Name of the site, on every picture.
    site: &'c str,
    /// Shown for pages without a picture of their own, and where a picture's words have letters that
    /// the fonts do not have.
    general: Picture,
    pictures: Vec<Picture>,
}

/// What a picture says.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Picture {
    /// Below the site's base.
    path: String,
    title: String,
    /// What it is, and how much the site has about it.
    facts: String,
    /// On strong evidence: the technologies of a company, the companies of a technology.
    names: Vec<String>,
    /// Names that the picture leaves out.
    more: usize,
}

impl Picture {
    fn of(route: &Route, title: &str, facts: &[String], mut names: Vec<String>) -> Self {
        let more = names.len().saturating_sub(NAMES);
        names.truncate(NAMES);
        Self {
            path: share_image(route),
            title: title.to_owned(),
            facts: facts.join(" · "),
            names,
            more,
        }
    }

    fn of_site(identity: &Identity) -> Self {
        let subject = identity.subject_first();
        let facts = subject.map(|subject| format!("{subject} at companies that talk about it"));
        let facts = facts.unwrap_or_else(|| "Case studies of companies".to_owned());
        let words = "Every technology shows the words behind it.".to_owned();
        Self::of(&Route::Home, &identity.tagline, &[facts], vec![words])
    }

    fn of_company(catalog: &Catalog, company: &Company) -> Self {
        let strong = company.tags.iter().filter(|tag| tag.grade().is_strong());
        let names = strong.filter_map(|tag| catalog.technology(tag.technology.as_str()));
        let industry = company.industry.as_ref().and_then(|slug| catalog.industry(slug.as_str()));
        let facts: Vec<String> = [
            industry.map(|industry| industry.name.clone()),
            counted(company.podcasts.len(), "episode", "episodes"),
            counted(company.resources.len(), "link", "links"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let names = names.map(|technology| technology.name.clone()).collect();
        Self::of(&Route::Company(company.slug.to_string()), &company.name, &facts, names)
    }

    fn of_technology(catalog: &Catalog, technology: &Technology) -> Self {
        let strong = |company: &&Company| {
            let mut tags = company.tags.iter();
            tags.any(|tag| tag.technology == technology.slug && tag.grade().is_strong())
        };
        let names = catalog.companies.iter().filter(strong).map(|company| company.name.clone());
        let names: Vec<String> = names.collect();
        let facts: Vec<String> = [
            Some(technology.role.label().to_owned()),
            counted(names.len(), "company", "companies"),
        ]
        .into_iter()
        .flatten()
        .collect();
        Self::of(&Route::Technology(technology.slug.to_string()), &technology.name, &facts, names)
    }
}

fn counted(number: usize, one: &str, many: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{number} {many}")),
    }
}

/// Draws them into the site.
///
/// # Errors
/// When a picture cannot be drawn or written.
pub(super) fn write_images(tools: &Tools, catalog: &Catalog, out: &Path) -> Result<()> {
    let companies = catalog.companies.iter().map(|company| Picture::of_company(catalog, company));
    let technologies = catalog.technologies.iter();
    let technologies = technologies.map(|technology| Picture::of_technology(catalog, technology));
    let pictures: Vec<Picture> = companies.chain(technologies).collect();
    let script = project::path("xtask/src/publish/share.mjs");
    let mut draw = tools.command("node")?.arg(&script).arg(out).stdin(Stdio::piped()).spawn()?;
    let identity = &catalog.identity;
    let drawing = Drawing { site: &identity.name, general: Picture::of_site(identity), pictures };
    let text = serde_json::to_vec(&drawing)?;
    // When the program ends early, its exit status says more than the broken pipe.
    let sent = draw.stdin.take().context("node has no stdin")?.write_all(&text);
    let status = draw.wait()?;
    if !status.success() || sent.is_err() {
        bail!(
            "{} failed ({status}): the pictures of link previews are not drawn",
            project::shown(&script)
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use catalog::{Grade, Role};
    use fixtures::{a_company, a_tag, a_technology, slug};

    use super::*;

    #[test]
    fn a_picture_names_what_the_evidence_supports() {
        let mut acme = a_company("acme", "Acme");
        acme.tags = vec![
            a_tag(slug("kafka"), vec![Grade::Stated]),
            a_tag(slug("spark"), vec![Grade::Venue]),
        ];
        let catalog = Catalog {
            companies: vec![acme],
            technologies: vec![
                a_technology("kafka", "Kafka", Role::Transport),
                a_technology("spark", "Spark", Role::BatchProcessing),
            ],
            ..Catalog::default()
        };
        let of_acme = Picture::of_company(&catalog, &catalog.companies[0]);
        assert_eq!((of_acme.path.as_str(), of_acme.names.len()), ("share/company/acme.png", 1));
        let of_spark = Picture::of_technology(&catalog, &catalog.technologies[1]);
        assert_eq!((of_spark.facts.as_str(), of_spark.names.len()), ("Batch processing", 0));
    }

    #[test]
    fn a_long_list_says_how_many_more_there_are() {
        let names = (0..9).map(|number| format!("T{number}")).collect();
        let picture = Picture::of(&Route::Home, "Acme", &[], names);
        assert_eq!((picture.names.len(), picture.more), (NAMES, 3));
    }
}
