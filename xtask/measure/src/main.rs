//! `measure compile` and `measure scale`: the compiler and the questions on content of growing size.
//!
//! Prints a table of Markdown. Times are those of the processor, so that a busy machine changes
//! them little. `cargo xtask bench compile` and `bench scale` run this.

mod clock;
mod compile;
mod scale;

use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use compiler::{Files, Input, SourceFile};

/// The content is the same in every run.
const SEED: u64 = 1;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (name, folder) = (arguments.next(), arguments.next());
    let (Some(name), Some(folder)) = (name, folder) else {
        bail!("usage: measure compile|scale CONTENT-FOLDER [COMPANIES …]")
    };
    let sizes = arguments.map(|size| size.parse().context("a number of companies"));
    let sizes = sizes.collect::<Result<Vec<usize>>>()?;
    let folder = Path::new(&folder);
    match name.as_str() {
        "compile" => compile::measure(folder, &sizes),
        "scale" => scale::measure(folder, &sizes),
        _ => bail!("no measurement is called {name}: write compile or scale"),
    }
}

/// Made-up content with the vocabulary of a content folder.
fn content(folder: &Path, companies: usize) -> Result<Input> {
    let vocabulary = Files::read(|name| {
        let path = folder.join(name);
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok::<_, anyhow::Error>(SourceFile::new(name, text))
    })?;
    let companies = NonZeroUsize::new(companies).context("a corpus has at least one company")?;
    Ok(corpus::corpus(vocabulary, companies, SEED)?)
}
