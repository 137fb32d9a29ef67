//! The crate from outside: properties over random catalogues, and what a reader would try.

#![allow(clippy::unwrap_used)]

mod alternatives;
mod codec;
mod exporting;
mod comparing;
mod filtering;
mod json;
mod random;
mod relating;
mod saving;
mod searching;
mod toggling;
