//! The outcome of a command that could do its work.

use std::process::ExitCode;

/// What a command found. A command that cannot do its work returns an error instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// No fault.
    Passed,
    /// The project has a fault, which the command has printed.
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
