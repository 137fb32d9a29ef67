//! How many bytes a first visit transfers, with the compression that static hosts use.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{project, site};

/// The shape of xtask/budgets.toml.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    first_load_bytes: u64,
    first_paint_bytes: u64,
}

/// A file with its size in bytes after brotli at quality 11.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Weight {
    name: String,
    bytes: u64,
}

/// Prints how many bytes a first visit of the site in `out` transfers.
///
/// # Errors
/// When they exceed xtask/budgets.toml, or there is no site.
pub(super) fn check(out: &str) -> Result<()> {
    let budgets: Budgets = toml::from_str(include_str!("../../budgets.toml"))
        .context("xtask/budgets.toml does not have the expected shape")?;
    site::require_built(out, "build")?;
    let out = project::path(out);
    // Other assets are loaded later, on demand, and have no budget.
    let assets = |end| project::files_ending_in(&out.join("assets"), end);
    let style = only(&assets(".css")?, "casebook-")?;
    let scripts = assets(".js")?;
    let wasm = assets(".wasm")?;
    let grid = weigh(&out.join("index.html"))?;
    let load = [
        grid,
        style.clone(),
        only(&scripts, "boot-")?,
        only(&scripts, "casebook-")?,
        only(&wasm, "casebook-")?,
        only(&assets(".woff2")?, "newsreader-")?,
    ];
    print!("{}", table(&load));
    let heaviest = heaviest_page(&out)?;
    println!("first paint of the heaviest page:");
    let paint = [heaviest, style];
    print!("{}", table(&paint));
    verdict("first load of the grid", &load, budgets.first_load_bytes)?;
    verdict("first paint", &paint, budgets.first_paint_bytes)
}

/// The only asset whose name starts with `start`.
fn only(assets: &[PathBuf], start: &str) -> Result<Weight> {
    let is_meant = |path: &&PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start))
    };
    let found: Vec<&PathBuf> = assets.iter().filter(is_meant).collect();
    match found[..] {
        [path] => weigh(path),
        _ => bail!("{} assets are named {start}…: did the build change?", found.len()),
    }
}

fn weigh(path: &Path) -> Result<Weight> {
    let mut compressed = path.as_os_str().to_owned();
    compressed.push(".br");
    // A font is compressed already.
    let bytes = fs::metadata(&compressed)
        .or_else(|_| fs::metadata(path))
        .with_context(|| format!("cannot read {}", path.display()))?
        .len();
    Ok(Weight { name: project::shown(path), bytes })
}

/// The page with the largest HTML.
fn heaviest_page(out: &Path) -> Result<Weight> {
    let mut heaviest = Weight { name: String::new(), bytes: 0 };
    for path in project::files_below(out)? {
        if path.extension().is_some_and(|extension| extension == "html") {
            let page = weigh(&path)?;
            if page.bytes > heaviest.bytes {
                heaviest = page;
            }
        }
    }
    Ok(heaviest)
}

fn total(weights: &[Weight]) -> u64 {
    weights.iter().map(|weight| weight.bytes).sum()
}

fn table(weights: &[Weight]) -> String {
    let mut text = String::new();
    for Weight { name, bytes } in weights {
        text.push_str(&format!("{bytes:>10}  {name}\n"));
    }
    text.push_str(&format!("{:>10}  in all\n", total(weights)));
    text
}

fn verdict(what: &str, weights: &[Weight], budget: u64) -> Result<()> {
    let total = total(weights);
    if total > budget {
        bail!(
            "the {what} is {} bytes over its budget of {budget}: make it smaller, or raise \
             xtask/budgets.toml and say in the commit what readers get for it",
            total - budget
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(bytes: &[u64]) -> Vec<Weight> {
        bytes.iter().map(|&bytes| Weight { name: "x".to_owned(), bytes }).collect()
    }

    #[test]
    fn weights_are_added_up() {
        assert_eq!(
            table(&weights(&[40, 200])),
            "        40  x\n       200  x\n       240  in all\n"
        );
    }

    #[test]
    fn a_site_within_its_budget_passes() {
        verdict("first load", &weights(&[40, 200]), 240).unwrap();
    }

    #[test]
    fn a_site_over_its_budget_fails() {
        let error = verdict("first load", &weights(&[41, 200]), 240).unwrap_err().to_string();
        assert!(error.starts_with("the first load is 1 bytes over its budget of 240"), "{error}");
    }
}
