//! What a chapter compiles to, seen from outside.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod cases;
mod chapter;
mod cures;
mod faults;
mod fuzz;
mod lossless;
mod quirks;
mod resources;
mod support;
mod wordings;
