//! How long the compiler takes, and how large its catalogue is.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::clock::timed;
use crate::content;

/// Times are the best of so many.
const RUNS: usize = 3;

/// Prints a row for each size.
///
/// # Errors
/// When the vocabulary cannot be read.
pub(crate) fn measure(folder: &Path, sizes: &[usize]) -> Result<()> {
    println!(
        "| companies | Markdown, kB | compile, ms | processor, ms | µs a company | catalogue, kB | peak memory, MB |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|");
    for &companies in sizes {
        let input = content(folder, companies)?;
        let markdown: usize = input.chapters.iter().map(|chapter| chapter.text.len()).sum();
        let mut runs = Vec::new();
        let mut bytes = 0;
        for _ in 0..RUNS {
            let (compilation, took) = timed(|| compiler::compile(&input));
            bytes = compilation.catalog.to_bytes()?.len();
            runs.push(took);
        }
        let best = runs.into_iter().min_by_key(|took| took.wall).unwrap_or_default();
        let processor = best.processor.as_micros();
        println!(
            "| {companies} | {} | {} | {} | {} | {} | {} |",
            markdown / 1000,
            best.wall.as_millis(),
            processor / 1000,
            processor / companies as u128,
            bytes / 1000,
            peak_memory().map_or_else(|| "unknown".to_owned(), |mb| mb.to_string()),
        );
    }
    Ok(())
}

/// The most memory that this process has had, in MB; sizes ascend, so it is that of the last one.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<usize>().ok()? / 1000)
}
