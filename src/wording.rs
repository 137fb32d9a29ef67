//! The words of the interface, by page. Labels of grades, kinds, roles and orders are with their types
//! in `catalog`; what the content says is in `content/`.

pub(crate) mod about;
pub(crate) mod company;
pub(crate) mod compare;
pub(crate) mod facets;
pub(crate) mod gone;
pub(crate) mod grid;
pub(crate) mod letter;
pub(crate) mod listen;
pub(crate) mod material;
pub(crate) mod not_found;
pub(crate) mod nouns;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod prerendered;
pub(crate) mod saved;
pub(crate) mod search;
pub(crate) mod share;
pub(crate) mod shared;
pub(crate) mod shell;
pub(crate) mod technologies;
pub(crate) mod technology;
