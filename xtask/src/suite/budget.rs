//! How many bytes a first visit transfers, with the compression that static hosts use.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use catalog::Route;

use serde::Deserialize;

use crate::{project, site};

/// The shape of xtask/budgets.toml.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    first_load_bytes: u64,
    other_first_load_bytes: u64,
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
    let glue = only_path(&scripts, "casebook-")?;
    let app = [
        style.clone(),
        only(&scripts, "boot-")?,
        weigh(glue)?,
        only(&wasm, "casebook-")?,
        only(&assets(".woff2")?, "newsreader-")?,
    ];
    let pages = pages(&out)?;
    let loads = Loads { app: &app, chunks: &chunks(glue)?, assets: &out.join("assets") };
    let mut grid = None;
    let mut others: Option<Vec<Weight>> = None;
    for page in &pages {
        let load = loads.of(page)?;
        match page.route {
            Route::Home => grid = Some(load),
            _ if others.as_ref().is_none_or(|heaviest| total(heaviest) < total(&load)) => {
                others = Some(load);
            }
            _ => {}
        }
    }
    let heaviest = pages.iter().map(|page| &page.html).max_by_key(|html| html.bytes);
    let (Some(grid), Some(others), Some(heaviest)) = (grid, others, heaviest) else {
        bail!("{} has no pages", project::shown(&out));
    };
    let paint = [heaviest.clone(), style];
    for (what, weights) in [
        ("first load of the grid", &grid[..]),
        ("first load of the heaviest other page", &others),
        ("first paint of the heaviest page", &paint),
    ] {
        println!("{what}:");
        print!("{}", table(weights));
    }
    verdict("first load of the grid", &grid, budgets.first_load_bytes)?;
    verdict("first load of the heaviest other page", &others, budgets.other_first_load_bytes)?;
    verdict("first paint", &paint, budgets.first_paint_bytes)
}

/// A page of the site.
struct RouteLoad {
    route: Route,
    html: Weight,
}

/// Every page by its address without `.html`; files like `assets/shell.html` are none.
fn pages(out: &Path) -> Result<Vec<RouteLoad>> {
    let mut pages = Vec::new();
    for path in project::files_below(out)? {
        let inside = path.strip_prefix(out)?;
        if path.extension().is_some_and(|extension| extension == "html")
            && !inside.starts_with("assets")
        {
            let route = Route::from_path(&format!("/{}", inside.display()));
            pages.push(RouteLoad { route, html: weigh(&path)? });
        }
    }
    Ok(pages)
}

/// What pages load.
struct Loads<'a> {
    /// What every page loads.
    app: &'a [Weight],
    chunks: &'a [ChunkFile],
    assets: &'a Path,
}

impl Loads<'_> {
    /// The HTML of a page, the app, and the files of the page's chunk.
    fn of(&self, page: &RouteLoad) -> Result<Vec<Weight>> {
        let mut load = vec![page.html.clone()];
        load.extend_from_slice(self.app);
        // As `Chunk::of_page` of the app (src/lazy.rs).
        let start = match page.route {
            Route::Home => return Ok(load),
            Route::Company(_) | Route::Technology(_) | Route::Letter(_) | Route::Unknown(_) => {
                "entries-"
            }
            Route::Material | Route::Listen => "lists-",
            Route::Technologies | Route::Compare | Route::Saved | Route::About => "views-",
        };
        let chunk = self.chunks.iter().find(|chunk| chunk.name.starts_with(start));
        let chunk = chunk.with_context(|| format!("the app's script loads no {start}…"))?;
        let needed = self.chunks.iter().filter(|other| chunk.needs.contains(&other.variable));
        for file in needed.chain([chunk]) {
            load.push(weigh(&self.assets.join(&file.name))?);
        }
        Ok(load)
    }
}

/// A file of a chunk, as the app's script loads it.
#[derive(Debug, PartialEq, Eq)]
struct ChunkFile {
    name: String,
    /// The script's name for it.
    variable: String,
    /// The variables of the files that it is loaded with.
    needs: Vec<String>,
}

/// The chunks that the app's script loads.
fn chunks(glue: &Path) -> Result<Vec<ChunkFile>> {
    let text =
        fs::read_to_string(glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let chunks = chunks_in(&text);
    if chunks.is_empty() {
        bail!(
            "{} loads no chunks that can be recognised: did its minifier change?",
            glue.display()
        );
    }
    Ok(chunks)
}

/// Reads `name=load(()=>{…fetch(new URL("./file.wasm",…))…},[needs])`, as esbuild writes the loader of
/// wasm_split_cli_support.
fn chunks_in(glue: &str) -> Vec<ChunkFile> {
    const FETCH: &str = "fetch(new URL(\"./";
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    glue.match_indices(FETCH)
        .filter_map(|(at, _)| {
            let (name, after) = glue[at + FETCH.len()..].split_once('"')?;
            let before = &glue[..glue[..at].rfind("(()=>{")?];
            let before = &before[..before.rfind('=')?];
            let variable = before.rsplit(|c| !is_name(c)).next()?;
            let (needs, _) = after.split_once("},[")?.1.split_once(']')?;
            Some(ChunkFile {
                name: name.to_owned(),
                variable: variable.to_owned(),
                needs: needs
                    .split(',')
                    .filter(|need| !need.is_empty())
                    .map(str::to_owned)
                    .collect(),
            })
        })
        .collect()
}

/// The only asset whose name starts with `start`.
fn only(assets: &[PathBuf], start: &str) -> Result<Weight> {
    weigh(only_path(assets, start)?)
}

fn only_path<'a>(assets: &'a [PathBuf], start: &str) -> Result<&'a Path> {
    let is_meant = |path: &&PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start))
    };
    let found: Vec<&PathBuf> = assets.iter().filter(is_meant).collect();
    match found[..] {
        [path] => Ok(path),
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
    fn chunks_are_found_in_a_minified_loader() {
        let glue = r#"var O=m(()=>{let r=fetch(new URL("./shared-2f.wasm",import.meta.url));return r.catch(()=>{}),async e=>h(r,e)},[]),$1=m(()=>{let r=fetch(new URL("./shared-54.wasm",import.meta.url));return r.catch(()=>{}),async e=>h(r,e)},[]),F=L(m(()=>{let r=fetch(new URL("./views-3a.wasm",import.meta.url));return r.catch(()=>{}),async e=>h(r,e)},[O,$1]));"#;
        let chunk = |name: &str, variable: &str, needs: &[&str]| ChunkFile {
            name: name.to_owned(),
            variable: variable.to_owned(),
            needs: needs.iter().map(|&need| need.to_owned()).collect(),
        };
        assert_eq!(
            chunks_in(glue),
            [
                chunk("shared-2f.wasm", "O", &[]),
                chunk("shared-54.wasm", "$1", &[]),
                chunk("views-3a.wasm", "F", &["O", "$1"]),
            ]
        );
        assert!(chunks_in("fetch(new URL(\"./").is_empty());
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
