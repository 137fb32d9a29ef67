//! The program `wasm-bindgen`, with the options that Trunk and `xtask/src/split.rs` use.
//!
//! To compile the published program takes 135 s of CPU, because it can run tests as well. This one
//! takes 50 s, fewer with xtask, whose dependencies it shares.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, ValueEnum};
use wasm_bindgen_cli_support::Bindgen;

/// Generates the JavaScript that loads a wasm file.
#[derive(Parser)]
#[command(name = "wasm-bindgen", version)]
struct CommandLine {
    /// The file that rustc has linked
    wasm: PathBuf,
    #[arg(long)]
    target: Target,
    /// The folder to write to
    #[arg(long)]
    out_dir: PathBuf,
    /// The name of the files, without extension
    #[arg(long)]
    out_name: String,
    /// Write no .d.ts file
    #[arg(long, required = true)]
    no_typescript: bool,
    /// Keep exports that the linker has added
    #[arg(long)]
    keep_lld_exports: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Target {
    Web,
}

fn main() -> Result<()> {
    let line = CommandLine::parse();
    let mut bindgen = Bindgen::new();
    match line.target {
        Target::Web => bindgen.web(true)?,
    };
    bindgen
        .input_path(line.wasm)
        .out_name(&line.out_name)
        .typescript(!line.no_typescript)
        .keep_lld_exports(line.keep_lld_exports)
        .generate(line.out_dir)
}
