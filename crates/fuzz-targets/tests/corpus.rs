//! What fuzzing is started with, and what it found: replayed without a fuzzer.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

#[test]
fn the_small_corpora_hold() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    for (name, target) in fuzz_targets::TARGETS {
        let files: Vec<_> = fs::read_dir(corpus.join(name)).unwrap().collect();
        assert!(!files.is_empty(), "fuzz/corpus/{name} is empty");
        for file in files {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            target(&String::from_utf8_lossy(&bytes));
        }
    }
}
