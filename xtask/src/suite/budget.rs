//! How many bytes a first visit costs, after the compression that static hosts use.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::setup::Tools;
use crate::{process, project, site};

/// The shape of xtask/budgets.toml.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    first_load_bytes: u64,
}

/// A file of the first load.
#[derive(Debug, PartialEq, Eq)]
struct Weight {
    name: String,
    plain: u64,
    compressed: u64,
}

/// Prints what the first load of the site in `out` weighs.
///
/// # Errors
/// When it weighs more than xtask/budgets.toml allows, or there is no site.
pub(super) fn check(tools: &Tools, out: &str) -> Result<()> {
    let budgets: Budgets = toml::from_str(include_str!("../../budgets.toml"))
        .context("xtask/budgets.toml does not have the expected shape")?;
    site::require_built(out)?;
    let files = first_load(&project::path(out))?;
    let printed = process::output_of(
        tools.command("node")?.arg("xtask/src/suite/brotli-sizes.mjs").args(&files),
    )?;
    let weights = parse(&printed)?;
    if weights.len() != files.len() {
        bail!("brotli-sizes.mjs weighed {} of {} files", weights.len(), files.len());
    }
    print!("{}", table(&weights, budgets.first_load_bytes));
    verdict(&weights, budgets.first_load_bytes)
}

/// index.html and every script, style and module beside it. What is loaded later lies in a folder of
/// its own (`split.rs`).
fn first_load(out: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(out).with_context(|| format!("cannot read {}", out.display()))?;
    let mut files = vec![out.join("index.html")];
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", out.display()))?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if matches!(extension, Some("js" | "mjs" | "css" | "wasm")) {
            files.push(path);
        }
    }
    files[1..].sort();
    for wanted in ["js", "css", "wasm"] {
        if !files.iter().any(|file| file.extension().is_some_and(|found| found == wanted)) {
            bail!("the site in {} has no .{wanted} file: did the build change?", out.display());
        }
    }
    Ok(files)
}

/// Reads `<bytes> <bytes after brotli> <path>` lines.
fn parse(printed: &str) -> Result<Vec<Weight>> {
    printed
        .lines()
        .map(|line| {
            let mut words = line.splitn(3, ' ');
            let mut number = || words.next()?.parse::<u64>().ok();
            let (plain, compressed) = (number(), number());
            let name = words.next().map(|path| project::shown(Path::new(path)));
            match (plain, compressed, name) {
                (Some(plain), Some(compressed), Some(name)) => {
                    Ok(Weight { name, plain, compressed })
                }
                _ => bail!("brotli-sizes.mjs printed something else: {line}"),
            }
        })
        .collect()
}

fn total(weights: &[Weight]) -> u64 {
    weights.iter().map(|weight| weight.compressed).sum()
}

fn table(weights: &[Weight], budget: u64) -> String {
    let mut text = format!("{:>10} {:>10}  file\n", "bytes", "brotli");
    for Weight { name, plain, compressed } in weights {
        text.push_str(&format!("{plain:>10} {compressed:>10}  {name}\n"));
    }
    let plain: u64 = weights.iter().map(|weight| weight.plain).sum();
    text.push_str(&format!("{plain:>10} {:>10}  in all, of {budget}\n", total(weights)));
    text
}

fn verdict(weights: &[Weight], budget: u64) -> Result<()> {
    let total = total(weights);
    if total > budget {
        bail!(
            "the first load is {} bytes over its budget of {budget}: make it smaller, or raise \
             xtask/budgets.toml and say in the commit what readers get for it",
            total - budget
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_and_added_up() {
        let weights = parse("100 40 /x/index.html\n1000 200 /x/a b.wasm\n").unwrap();
        assert_eq!(weights[1].name, "/x/a b.wasm");
        assert_eq!(total(&weights), 240);
        assert!(table(&weights, 300).ends_with("      1100        240  in all, of 300\n"));
    }

    #[test]
    fn a_site_within_its_budget_passes() {
        verdict(&parse("9 240 x").unwrap(), 240).unwrap();
    }

    #[test]
    fn a_site_over_its_budget_fails() {
        let error = verdict(&parse("9 241 x").unwrap(), 240).unwrap_err();
        assert!(error.to_string().starts_with("the first load is 1 bytes over its budget of 240"));
    }

    #[test]
    fn other_output_is_refused() {
        assert!(parse("no numbers\n").is_err());
    }
}
