//! `cargo fuzz run -s none query`

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz_targets::query(text));
