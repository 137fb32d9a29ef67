//! Splits the wasm into chunks: the first load has what the grid needs, each other chunk is loaded
//! when one of its functions is first needed (`src/lazy.rs`).
//!
//! Trunk cannot split. It builds with the feature `split`, which makes the linker keep the
//! relocations that the splitter needs, and its output is replaced here: split, bindings, wasm-opt
//! for each file, one script. `docs/decisions/001-split-wasm.md` says why, and how to update the
//! splitter.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

use crate::setup::Tools;
use crate::{process, project};

/// The feature of the app that marks its functions for the splitter.
pub(crate) const FEATURE: &str = "split";

/// The folder of the chunks in Trunk's output.
pub(crate) const CHUNKS: &str = "chunks";

/// Of many combinations tried, the one with the smallest output after brotli. Flattening lets later
/// passes optimise more; without inlining of functions that are called once, similar code stays
/// similar and compresses better. The lowest kilobyte of memory is the end of the stack, which is
/// used only by a stack overflow.
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

/// Replaces Trunk's wasm and script in `out` by the split app. `folder` is for files in between.
///
/// # Errors
/// When a tool fails or Trunk's output has another shape.
pub(crate) fn split(tools: &Tools, out: &Path, folder: &Path) -> Result<()> {
    let main = folder.join("casebook.wasm");
    let bindings = folder.join("bindings");
    let chunks = take_apart(&linked(), &main, &bindings)?;
    process::run(
        tools
            .command("wasm-bindgen")?
            // The chunks call the app through its exported table.
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--out-name", "casebook", "--out-dir"])
            .arg(&bindings)
            .arg(&main),
    )?;
    write_script(tools, &bindings, &project::only_file_ending_in(out, ".js")?)?;
    let chunks_out = out.join(CHUNKS);
    fs::create_dir_all(&chunks_out)
        .with_context(|| format!("cannot make the folder {}", project::shown(&chunks_out)))?;
    let (app, app_out) =
        (bindings.join("casebook_bg.wasm"), project::only_file_ending_in(out, ".wasm")?);
    // wasm-opt takes as long for the app as for all chunks together.
    thread::scope(|scope| {
        let app = scope.spawn(|| optimize(tools, &app, &app_out));
        for chunk in &chunks {
            optimize(tools, chunk, &chunks_out.join(chunk.file_name().unwrap_or_default()))?;
        }
        app.join().map_err(|_| anyhow!("the thread that optimizes the app panicked"))?
    })
}

/// The wasm that cargo linked for Trunk.
fn linked() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    project::root().join(target).join("wasm32-unknown-unknown/release/casebook.wasm")
}

/// Writes the app without its chunks to `main`, the chunks and the script that loads them to
/// `folder`. Returns the files of the chunks.
fn take_apart(linked: &Path, main: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let mut tool = process::cargo();
    tool.args(["run", "--locked", "--package", "wasm-split-tool", "--"]);
    let printed = process::output_of(tool.arg(linked).arg(main).arg(folder))?;
    if printed.is_empty() {
        bail!("{} has no chunks: was it built with feature {FEATURE}?", project::shown(linked));
    }
    Ok(printed.lines().map(PathBuf::from).collect())
}

/// Writes the bindings and the chunks' loader as one script: one request less, and a file without
/// imports can be named by its content.
fn write_script(tools: &Tools, bindings: &Path, out: &Path) -> Result<()> {
    let loader = bindings.join("__wasm_split.js");
    let text = fs::read_to_string(&loader)
        .with_context(|| format!("cannot read {}", project::shown(&loader)))?;
    let adapted = adapted(&text).or_else(|error| {
        // The folder of this build is about to go, and the loader is needed to adapt the patch.
        let kept = project::scratch().join("loader.js");
        fs::write(&kept, &text)?;
        Err(error.context(format!("the loader is kept in {}", project::shown(&kept))))
    })?;
    fs::write(&loader, adapted)
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

/// The only patch to the generated loader. Chunks are in [`CHUNKS`]; and they are instantiated from
/// their bytes, since streaming fails on a host that does not know wasm's media type.
fn adapted(loader: &str) -> Result<String> {
    let mut text = loader.to_owned();
    for (old, new) in [
        ("new URL(\"./", format!("new URL(\"./{CHUNKS}/")),
        ("WebAssembly.instantiateStreaming(", "instantiate(".to_owned()),
    ] {
        if !text.contains(old) {
            bail!(
                "the loader of wasm_split_cli_support has no `{old}`; see docs/decisions/001-split-wasm.md"
            );
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
    fn chunks_are_loaded_from_their_folder() {
        let loader = "const src = fetch(new URL(\"./split_a.wasm\", import.meta.url));\n\
                      (WebAssembly.instantiateStreaming(src, imports));\n";
        let adapted = adapted(loader).unwrap();
        assert!(adapted.starts_with(
            "const src = fetch(new URL(\"./chunks/split_a.wasm\", import.meta.url));\n\
             (instantiate(src, imports));\n"
        ));
    }

    #[test]
    fn another_loader_is_refused() {
        assert!(adapted("import.source('./split_a.wasm')").is_err());
    }
}
