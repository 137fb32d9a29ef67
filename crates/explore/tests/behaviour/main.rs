//! The crate from outside: properties over random catalogues, and what a reader would try.

#![allow(clippy::unwrap_used)]

mod alternatives;
mod answering;
mod asking;
mod codec;
mod comparing;
mod correcting;
mod filtering;
mod material;
mod passages;
mod random;
mod relating;
mod saving;
mod searching;
mod side_by_side;
mod spelling;
mod suggesting;
mod toggling;
