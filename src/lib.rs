//! Casebook in the browser: the compiled catalogue as pages.
//!
//! The URL drives the state. Only [`routes`] builds URLs; only [`state`] reads or writes the query
//! string, the history and storage. Components take their content as props.

// Native builds do not erase the types of views, which nest deeply.
#![recursion_limit = "512"]
#![allow(missing_docs, reason = "not published: a doc that only repeats the name says nothing")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod app;
mod citation;
pub mod components;
pub mod lazy;
mod markdown;
pub mod optional;
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
pub mod replace;
pub mod routes;
pub mod site;
pub mod startup;
pub mod state;
pub mod text;
mod title;
pub mod view;
mod wording;

pub use startup::start;
