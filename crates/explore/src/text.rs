//! Texts as they are compared: letters folded, words taken out.

pub(crate) mod fold;
pub(crate) mod words;
