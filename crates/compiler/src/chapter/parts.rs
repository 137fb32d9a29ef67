//! A chapter, cut into the sections of its companies.

use std::ops::Range;

use crate::markdown::Node;

/// A company that was found, not yet read.
#[derive(Debug)]
pub(super) struct CompanyStart {
    /// The inlines that name it.
    pub(super) name: Vec<Node>,
    /// Where it begins.
    pub(super) span: Range<usize>,
    /// The level of its heading.
    pub(super) level: Option<u8>,
    pub(super) body: Vec<Node>,
    /// Where its section ends.
    pub(super) end: usize,
}

/// A chapter in parts.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) companies: Vec<CompanyStart>,
    /// What belongs to no company, in order.
    pub(super) strays: Vec<Node>,
}
