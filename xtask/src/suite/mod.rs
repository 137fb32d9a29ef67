//! `cargo xtask test`: every check, cheap ones first. All steps run, also after a failure, except
//! for steps that need a failed one.

mod budget;
mod imports;
mod reproducible;
mod rules;
mod steps;
mod wording;

use std::fmt::Write as _;
use std::time::Instant;

use crate::outcome::Outcome;
use crate::setup;
use steps::{STEPS, Step};

/// How a step ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StepOutcome {
    Passed,
    Failed,
    Skipped,
}

/// The names for `--only`.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|step| step.name)
}

/// The steps and what they check.
pub(crate) fn list() -> String {
    STEPS.iter().fold(String::new(), |mut text, step| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{:9} {}", step.name, step.about);
        text
    })
}

/// Writes anew the pictures and accessibility trees that the step `reviewed` compares with.
///
/// # Errors
/// When the frozen site cannot be built, or a page cannot be opened.
pub(crate) fn take_snapshots() -> anyhow::Result<()> {
    steps::take_snapshots()
}

/// Runs all steps, or the ones in `only`.
pub(crate) fn run(only: &[String]) -> Outcome {
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|step| only.is_empty() || only.iter().any(|name| name == step.name))
        .collect();
    let mut outcomes: Vec<(&str, StepOutcome)> = Vec::new();
    for (number, step) in chosen.iter().enumerate() {
        println!("\n── {}/{} {}: {}", number + 1, chosen.len(), step.name, step.about);
        for earlier in
            step.after.iter().filter(|name| chosen.iter().all(|step| step.name != **name))
        {
            println!(
                "   on what `{earlier}` made last: run both after an edit, --only {earlier} {}",
                step.name
            );
        }
        let fallen = step.after.iter().find(|name| {
            outcomes
                .iter()
                .any(|(other, outcome)| other == *name && *outcome != StepOutcome::Passed)
        });
        let outcome = match fallen {
            Some(name) => {
                println!("── {} skipped: it needs {name}", step.name);
                StepOutcome::Skipped
            }
            None => run_step(step),
        };
        outcomes.push((step.name, outcome));
    }
    print!("{}", closing(&outcomes));
    if outcomes.iter().all(|(_, outcome)| *outcome == StepOutcome::Passed) {
        Outcome::Passed
    } else {
        Outcome::Failed
    }
}

fn run_step(step: &Step) -> StepOutcome {
    let start = Instant::now();
    let result = setup::prepare(step.needs).and_then(|tools| (step.run)(&tools));
    let seconds = start.elapsed().as_secs_f32();
    match result {
        Ok(()) => {
            println!("── {} passed in {seconds:.1} s", step.name);
            StepOutcome::Passed
        }
        Err(error) => {
            println!("── {} FAILED after {seconds:.1} s: {error:#}", step.name);
            StepOutcome::Failed
        }
    }
}

/// What failed, then the line that CI counts: "12 passed, 1 failed".
fn closing(outcomes: &[(&str, StepOutcome)]) -> String {
    let of = |wanted| outcomes.iter().filter(move |(_, outcome)| *outcome == wanted);
    let mut text = String::from("\n");
    let not_passed = of(StepOutcome::Failed).map(|(name, _)| (name, "failed"));
    for (name, word) in
        not_passed.chain(of(StepOutcome::Skipped).map(|(name, _)| (name, "skipped")))
    {
        let _ = writeln!(text, "{word}: {name} (again: `cargo xtask test --only {name}`)");
    }
    let count = |wanted| of(wanted).count();
    let _ = write!(
        text,
        "{} passed, {} failed",
        count(StepOutcome::Passed),
        count(StepOutcome::Failed)
    );
    if count(StepOutcome::Skipped) > 0 {
        let _ = write!(text, ", {} skipped", count(StepOutcome::Skipped));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_is_the_one_that_ci_counts() {
        let outcomes = [("format", StepOutcome::Passed), ("rules", StepOutcome::Passed)];
        assert_eq!(closing(&outcomes), "\n2 passed, 0 failed\n");
    }

    #[test]
    fn what_did_not_pass_is_listed() {
        let outcomes = [
            ("format", StepOutcome::Passed),
            ("build", StepOutcome::Failed),
            ("browser", StepOutcome::Skipped),
        ];
        assert_eq!(
            closing(&outcomes),
            "\nfailed: build (again: `cargo xtask test --only build`)\n\
             skipped: browser (again: `cargo xtask test --only browser`)\n\
             1 passed, 1 failed, 1 skipped\n"
        );
    }

    #[test]
    fn a_step_stands_only_on_steps_before_it() {
        for (index, step) in STEPS.iter().enumerate() {
            for name in step.after {
                let place = STEPS.iter().position(|other| other.name == *name);
                assert!(place.is_some_and(|place| place < index), "{} after {name}", step.name);
            }
        }
    }
}
