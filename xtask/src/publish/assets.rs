//! Files named by a hash of their content, so that browsers may cache them forever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::files::write_bytes;
use crate::setup::Tools;
use crate::{process, project, split};

/// Their folder, below the site's base.
pub(super) const FOLDER: &str = "assets";

/// The face of headings, in public/fonts and beside the style sheet.
pub(crate) const FONT: &str = "newsreader-600.woff2";

/// Trunk's output.
pub(super) struct Built {
    style: PathBuf,
    glue: PathBuf,
    wasm: PathBuf,
    /// The wasm files that are loaded on demand.
    chunks: Vec<PathBuf>,
}

impl Built {
    /// Finds the one style sheet, the one module and the one wasm.
    pub(super) fn find(folder: &Path) -> Result<Self> {
        let only = |end| project::only_file_ending_in(folder, end);
        let chunks = project::files_ending_in(&folder.join(split::CHUNKS), ".wasm")?;
        Ok(Self { style: only(".css")?, glue: only(".js")?, wasm: only(".wasm")?, chunks })
    }
}

/// The paths of the shipped assets, below the site's base.
pub(super) struct Shipped {
    pub(super) style: String,
    /// The face of headings.
    pub(super) font: String,
    /// The script that first.js appends.
    pub(super) boot: String,
    pub(super) favicon: String,
    pub(super) touch_icon: String,
    /// For the manifest: path, width and height in pixels.
    pub(super) icons: Vec<(String, u32)>,
    pub(super) maskable_icon: String,
}

/// Writes every asset of the site.
pub(super) fn ship(tools: &Tools, built: &Built, assets: &mut Assets<'_>) -> Result<Shipped> {
    let glue = with_chunks(&text(&built.glue)?, &built.chunks, assets)?;
    let glue = assets.keep("casebook.js", glue.as_bytes())?;
    let wasm = assets.keep("casebook.wasm", &read(&built.wasm)?)?;
    let defines = [("GLUE", beside(&glue)), ("WASM", beside(&wasm))];
    let boot = bundle(tools, &project::path("public/boot/boot.js"), &defines)?;
    let font = assets.keep(FONT, &read(&project::path("public/fonts").join(FONT))?)?;
    let style = with_font(&text(&built.style)?, &font)?;
    let mut icon =
        |name: &str| assets.keep(name, &read(&project::path("public/icons").join(name))?);
    Ok(Shipped {
        favicon: icon("favicon.svg")?,
        touch_icon: icon("touch-icon.png")?,
        icons: vec![(icon("icon-192.png")?, 192), (icon("icon-512.png")?, 512)],
        maskable_icon: icon("icon-maskable.png")?,
        style: assets.keep("casebook.css", style.as_bytes())?,
        font,
        boot: assets.keep("boot.js", boot.as_bytes())?,
    })
}

/// The style sheet, which loads the font by its new name.
fn with_font(style: &str, font: &str) -> Result<String> {
    if !style.contains(FONT) {
        bail!("the style sheet does not load {FONT}: style/fonts.css should");
    }
    Ok(style.replace(FONT, &beside(font)))
}

/// Ships the chunks, and returns the glue that loads them by their new names.
fn with_chunks(glue: &str, chunks: &[PathBuf], assets: &mut Assets<'_>) -> Result<String> {
    let mut glue = glue.to_owned();
    for chunk in chunks {
        let name = chunk.file_name().unwrap_or_default().to_string_lossy();
        let old = format!("./{}/{name}", split::CHUNKS);
        if !glue.contains(&old) {
            bail!("the glue does not load {old}: did wasm_split_cli_support change?");
        }
        let stem = name.trim_start_matches("split_").trim_start_matches("chunk_");
        let is_chunk = name.starts_with("chunk_");
        let new = if is_chunk { "shared.wasm".to_owned() } else { stem.to_ascii_lowercase() };
        let new = assets.keep(&new, &read(chunk)?)?;
        glue = glue.replace(&old, &beside(&new));
    }
    Ok(glue)
}

/// The relative URL of an asset in a file of the same folder.
fn beside(asset: &str) -> String {
    format!("./{}", asset.rsplit('/').next().unwrap_or(asset))
}

/// Bundles and minifies a module, with names replaced by string literals. Trunk's own minifier breaks modern
/// modules; this halves the glue.
pub(super) fn bundle(tools: &Tools, script: &Path, defines: &[(&str, String)]) -> Result<String> {
    let mut command = tools.command("esbuild")?;
    command.args(["--bundle", "--minify", "--format=esm", "--target=es2022"]);
    command.args(["--log-level=warning", "--log-override:empty-import-meta=error"]);
    for (name, text) in defines {
        command.arg(format!("--define:{name}={}", serde_json::Value::from(text.as_str())));
    }
    let text = process::output_of(command.arg(script))?;
    Ok(text.trim_end().to_owned())
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", project::shown(path)))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", project::shown(path)))
}

/// The assets of a site that is being written.
pub(super) struct Assets<'a> {
    out: &'a Path,
    names: Vec<String>,
}

impl<'a> Assets<'a> {
    pub(super) fn new(out: &'a Path) -> Self {
        Self { out, names: Vec::new() }
    }

    /// Writes an asset and returns its path below the site's base.
    pub(super) fn keep(&mut self, name: &str, bytes: &[u8]) -> Result<String> {
        let path = format!("{FOLDER}/{}", named(name, bytes));
        write_bytes(&self.out.join(&path), bytes)?;
        self.names.push(path.clone());
        Ok(path)
    }

    /// The paths of all assets, in the order in which they were written.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }
}

/// `boot.js` becomes `boot-0123456789abcdef.js`.
fn named(name: &str, bytes: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{extension}", digest(bytes))
}

/// The first 64 bits of a SHA-256, in hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_the_bytes_are() {
        assert_eq!(named("a.b.js", b"one"), "a.b-7692c3ad3540bb80.js");
        assert_ne!(named("a.js", b"one"), named("a.js", b"two"));
    }

    #[test]
    fn assets_refer_to_each_other_by_relative_urls() {
        assert_eq!(beside("assets/casebook-00.js"), "./casebook-00.js");
    }
}
