//! How a command ended that did its work.

use std::process::ExitCode;

/// What a command found. That it could not do its work is an error instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All is well.
    Passed,
    /// Something is wrong with the project; the command has printed what.
    Failed,
}

impl Outcome {
    /// Passed when both are.
    pub(crate) fn and(self, other: Self) -> Self {
        if self == Self::Passed { other } else { self }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Passed => Self::SUCCESS,
            Outcome::Failed => Self::FAILURE,
        }
    }
}
