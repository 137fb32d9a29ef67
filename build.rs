//! Compiles `content/` into the catalogue that the app embeds. I/O only: the compiler decides
//! everything else, and `cargo xtask check` prints the same diagnostics with their source lines.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use compiler::{Files, SourceFile, compile, read_site};

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo xtask build` splits the wasm by its relocations.
    if cfg!(feature = "split") && env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rerun-if-env-changed=CASEBOOK_CONTENT");
    let folder = match cfg!(feature = "other-content") {
        true => env::var("CASEBOOK_CONTENT")?,
        false => "content".to_owned(),
    };
    let compilation = compile(&read_site(|name| read(&folder, name))?);
    for diagnostic in &compilation.diagnostics {
        println!("cargo::{}={diagnostic}", diagnostic.severity);
    }
    fs::write(env::var("OUT_DIR")? + "/catalog.bin", compilation.catalog.to_bytes()?)?;
    Ok(())
}

/// Reads a content file and asks cargo to build again when it changes.
fn read(folder: &str, name: &str) -> Result<SourceFile, String> {
    let path = format!("{folder}/{name}");
    if Files::OPTIONAL.contains(&name) && !Path::new(&path).exists() {
        // It may be added to the folder.
        println!("cargo::rerun-if-changed={folder}");
        return Ok(SourceFile::new(path, ""));
    }
    println!("cargo::rerun-if-changed={path}");
    let bytes = fs::read(&path).map_err(|error| format!("{path}: {error}"))?;
    Ok(SourceFile::from_bytes(path, bytes))
}
