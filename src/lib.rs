//! Casebook in the browser: the compiled catalogue as pages.
//!
//! The URL drives the state. [`routes`] is the only place that builds a URL, [`state`] the only
//! one that reads or writes the query string, the history or storage; components take what they
//! show as props and know neither.

// Natively the types of views are as deep as the views: only the browser's build erases them.
#![recursion_limit = "512"]
#![allow(missing_docs, reason = "not published: a doc that only repeats the name says nothing")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod app;
pub mod components;
pub mod lazy;
mod markdown;
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
pub mod routes;
pub mod site;
pub mod startup;
pub mod state;
pub mod text;
mod title;
pub mod view;

pub use startup::start;
