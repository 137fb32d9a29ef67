//! `cargo fuzz run -s none settings`

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz_targets::settings(text));
