//! Compiles `content/` into the catalogue that the app embeds. I/O only: the compiler decides
//! everything else, and `cargo xtask check` prints the same diagnostics with their source lines.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use compiler::{Severity, SourceFile, compile, read_site};

fn main() -> Result<(), Box<dyn Error>> {
    // What `cargo xtask build` splits the wasm by.
    if env::var_os("CARGO_FEATURE_SPLIT").is_some()
        && env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32"
    {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let folder = content_folder()?;
    let compilation = compile(&read_site(|name| read(&format!("{folder}/{name}")))?);
    for diagnostic in &compilation.diagnostics {
        match diagnostic.severity {
            Severity::Error => println!("cargo::error={diagnostic}"),
            Severity::Warning => println!("cargo::warning={diagnostic}"),
        }
    }
    let catalog = compilation.catalog.to_bytes()?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("catalog.bin"), catalog)?;
    Ok(())
}

/// The site's own content, or the folder of `cargo xtask build --content`.
fn content_folder() -> Result<String, env::VarError> {
    if env::var_os("CARGO_FEATURE_OTHER_CONTENT").is_none() {
        return Ok("content".to_owned());
    }
    println!("cargo::rerun-if-env-changed=CASEBOOK_CONTENT");
    env::var("CASEBOOK_CONTENT")
}

/// Reads a content file and asks cargo to build again when it changes.
fn read(path: &str) -> Result<SourceFile, String> {
    println!("cargo::rerun-if-changed={path}");
    match fs::read_to_string(path) {
        Ok(text) => Ok(SourceFile::new(path, text)),
        Err(error) => Err(format!("{path}: {error}")),
    }
}
