//! One part of the report.

use serde::Serialize;

/// A list of things of one kind.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct ReportSection {
    pub(super) title: &'static str,
    /// What to do about them.
    pub(super) advice: &'static str,
    pub(super) items: Vec<String>,
}
