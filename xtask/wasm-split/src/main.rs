//! Splits a linked wasm file: `wasm-split-tool LINKED MAIN FOLDER` writes what is left of it to MAIN,
//! and the chunks with their loader to FOLDER. Prints the chunks' paths.
//!
//! A program of its own because what it depends on takes a third as long to compile as all of xtask,
//! and only release builds need it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [linked, main, folder] = arguments.as_slice() else {
        bail!("usage: wasm-split-tool LINKED MAIN FOLDER");
    };
    let wasm = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let mut options = Options::new(&wasm);
    options.main_out_path = main;
    options.output_dir = folder;
    options.main_module = "./casebook.js";
    let split = transform(options)
        .map_err(|error| anyhow!("{} cannot be split: {error:#}", linked.display()))?;
    // A set, so that their order is the same in every build.
    for chunk in split.split_modules.into_iter().collect::<BTreeSet<_>>() {
        println!("{}", chunk.display());
    }
    Ok(())
}
