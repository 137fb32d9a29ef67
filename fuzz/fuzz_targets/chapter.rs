//! `cargo fuzz run -s none chapter`

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz_targets::chapter(text));
