//! `cargo fuzz run -s none saved`

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz_targets::saved(text));
