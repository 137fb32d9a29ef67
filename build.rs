//! Compiles `content/` into the catalogue that the app embeds. I/O only: the compiler decides
//! everything else, and `cargo xtask check` prints the same diagnostics with their source lines.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use compiler::{Input, Scope, Severity, SourceFile, compile};

fn main() -> Result<(), Box<dyn Error>> {
    // What `cargo xtask build` splits the wasm by.
    if env::var_os("CARGO_FEATURE_SPLIT").is_some()
        && env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32"
    {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let chapter = read("content/case-studies.md")?;
    let technologies = read("content/technologies.toml")?;
    let companies = read("content/companies.toml")?;
    let shipped_slugs = read("content/slugs.txt")?;
    let link_status = read("content/link-status.json")?;
    let compilation = compile(&Input {
        chapter: SourceFile { path: "content/case-studies.md", text: &chapter },
        technologies: SourceFile { path: "content/technologies.toml", text: &technologies },
        companies: SourceFile { path: "content/companies.toml", text: &companies },
        shipped_slugs: SourceFile { path: "content/slugs.txt", text: &shipped_slugs },
        link_status: SourceFile { path: "content/link-status.json", text: &link_status },
        scope: Scope::Site,
    });
    for diagnostic in &compilation.diagnostics {
        match diagnostic.severity {
            Severity::Error => println!("cargo::error={diagnostic}"),
            Severity::Warning => println!("cargo::warning={diagnostic}"),
        }
    }
    let catalog = serde_json::to_vec(&compilation.catalog)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("catalog.json"), catalog)?;
    Ok(())
}

/// Reads a content file and asks cargo to build again when it changes.
fn read(path: &str) -> Result<String, String> {
    println!("cargo::rerun-if-changed={path}");
    fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}
