//! Parts the wasm, so that the first load has what the grid needs and the rest follows when it is
//! asked for (`src/lazy.rs` says what is in which part).
//!
//! Trunk knows no parts. So it builds with feature `split`, which has the linker keep what the
//! splitter has to know, and what it makes of the wasm is replaced here: split, bindings, wasm-opt
//! for each file, one script.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::setup::Tools;
use crate::{process, project};

/// The feature of the app that marks where it is split.
pub(crate) const FEATURE: &str = "split";

/// The folder of the site that the parts lie in.
pub(crate) const PARTS: &str = "parts";

/// The least size after brotli of many that were tried. Flattening lets later passes see more;
/// without inlining of functions that are called once, what is alike stays alike. The lowest
/// kilobyte of memory is the far end of the stack, where nothing is until it overflows.
const OPTIMIZATIONS: &[&str] = &[
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=4",
    "--low-memory-unused",
    "-Oz",
];

/// Puts the parted app in place of what Trunk has made of it in `out`.
///
/// # Errors
/// When a tool fails, or Trunk's output is not what it was.
pub(crate) fn split(tools: &Tools, out: &Path) -> Result<()> {
    let folder = project::scratch().join("split");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", project::shown(&folder)))?;
    }
    let main = folder.join("casebook.wasm");
    let bindings = folder.join("bindings");
    let parts = take_apart(&linked(), &main, &bindings)?;
    process::run(
        tools
            .command("wasm-bindgen")?
            // Without its exports the app would lack the table by which the parts call it.
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--out-name", "casebook", "--out-dir"])
            .arg(&bindings)
            .arg(&main),
    )?;
    write_script(tools, &bindings, &project::only_file_ending_in(out, ".js")?)?;
    let parts_out = out.join(PARTS);
    fs::create_dir_all(&parts_out)
        .with_context(|| format!("cannot make the folder {}", project::shown(&parts_out)))?;
    let (app, app_out) =
        (bindings.join("casebook_bg.wasm"), project::only_file_ending_in(out, ".wasm")?);
    // The app takes as long as all parts together.
    thread::scope(|scope| {
        let app = scope.spawn(|| optimize(tools, &app, &app_out));
        for part in &parts {
            optimize(tools, part, &parts_out.join(part.file_name().unwrap_or_default()))?;
        }
        app.join().map_err(|_| anyhow!("the thread that optimizes the app panicked"))?
    })
}

/// What cargo has linked for Trunk.
fn linked() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    project::root().join(target).join("wasm32-unknown-unknown/release/casebook.wasm")
}

/// Writes the app without its parts to `main`, the parts and the script that loads them to
/// `folder`; gives the files of the parts.
fn take_apart(linked: &Path, main: &Path, folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let wasm =
        fs::read(linked).with_context(|| format!("cannot read {}", project::shown(linked)))?;
    let mut options = Options::new(&wasm);
    options.main_out_path = main;
    options.output_dir = folder;
    options.main_module = "./casebook.js";
    let split = transform(options)
        .map_err(|error| anyhow!("{} cannot be split: {error:#}", project::shown(linked)))?;
    if split.split_modules.is_empty() {
        bail!("{} has no parts: was it built with feature {FEATURE}?", project::shown(linked));
    }
    // A set, so that their order is the same in every build.
    Ok(split.split_modules.into_iter().collect())
}

/// Writes the bindings and the loader of the parts as one script: a file less to ask for, and a
/// file's name may then hang on its content.
fn write_script(tools: &Tools, bindings: &Path, out: &Path) -> Result<()> {
    let loader = bindings.join("__wasm_split.js");
    let text = fs::read_to_string(&loader)
        .with_context(|| format!("cannot read {}", project::shown(&loader)))?;
    fs::write(&loader, adapted(&text)?)
        .with_context(|| format!("cannot write {}", project::shown(&loader)))?;
    process::run(
        tools
            .command("esbuild")?
            .args(["--bundle", "--minify", "--format=esm", "--log-level=warning"])
            // wasm-bindgen names a module once for each function that it imports from it.
            .arg("--log-override:duplicate-object-key=silent")
            .arg("--allow-overwrite")
            .arg(bindings.join("casebook.js"))
            .arg(format!("--outfile={}", out.display())),
    )
}

/// The loader, with the parts where they lie in the site, and taken as they are: a host that does
/// not know the type of wasm serves the app, so it shall serve its parts.
fn adapted(loader: &str) -> Result<String> {
    let mut text = loader.to_owned();
    for (old, new) in [
        ("new URL(\"./", format!("new URL(\"./{PARTS}/")),
        ("WebAssembly.instantiateStreaming(", "instantiate(".to_owned()),
    ] {
        if !text.contains(old) {
            bail!("the loader that wasm_split_cli_support writes has no `{old}` any more");
        }
        text = text.replace(old, &new);
    }
    text.push_str(
        "async function instantiate(source, imports) {
    const response = await source;
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
",
    );
    Ok(text)
}

fn optimize(tools: &Tools, wasm: &Path, out: &Path) -> Result<()> {
    process::run(tools.command("wasm-opt")?.arg(wasm).args(OPTIMIZATIONS).arg("-o").arg(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_looked_for_in_their_folder() {
        let loader = "const src = fetch(new URL(\"./split_a.wasm\", import.meta.url));\n\
                      (WebAssembly.instantiateStreaming(src, imports));\n";
        let adapted = adapted(loader).unwrap();
        assert!(adapted.starts_with(
            "const src = fetch(new URL(\"./parts/split_a.wasm\", import.meta.url));\n\
             (instantiate(src, imports));\n"
        ));
    }

    #[test]
    fn another_loader_is_refused() {
        assert!(adapted("import.source('./split_a.wasm')").is_err());
    }
}
