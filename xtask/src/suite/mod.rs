//! `cargo xtask test`: every check, cheap ones first. A failing step does not hide what the next
//! ones would say; only steps that stand on it are skipped.

mod budget;
mod imports;
mod rules;
mod steps;

use std::fmt::Write as _;
use std::time::Instant;

use anyhow::Result;

use crate::setup;
use steps::{STEPS, Step};

/// How a step ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    Skipped,
}

/// Whether there is a step of this name.
pub(crate) fn has_step(name: &str) -> bool {
    STEPS.iter().any(|step| step.name == name)
}

/// The steps with what they prove.
pub(crate) fn list() -> String {
    STEPS.iter().fold(String::new(), |mut text, step| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{:9} {}", step.name, step.about);
        text
    })
}

/// Runs all steps, or the ones in `only`; gives whether all passed.
///
/// # Errors
/// Never at present: what goes wrong in a step is that step's failure.
pub(crate) fn run(only: &[String]) -> Result<bool> {
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|step| only.is_empty() || only.iter().any(|name| name == step.name))
        .collect();
    let mut outcomes: Vec<(&str, Outcome)> = Vec::new();
    for (number, step) in chosen.iter().enumerate() {
        println!("\n── {}/{} {}: {}", number + 1, chosen.len(), step.name, step.about);
        let fallen = step
            .after
            .iter()
            .find(|name| outcomes.iter().any(|(n, o)| n == *name && *o != Outcome::Passed));
        let outcome = match fallen {
            Some(name) => {
                println!("── {} skipped: it needs {name}", step.name);
                Outcome::Skipped
            }
            None => run_step(step),
        };
        outcomes.push((step.name, outcome));
    }
    print!("{}", closing(&outcomes));
    Ok(outcomes.iter().all(|(_, outcome)| *outcome == Outcome::Passed))
}

fn run_step(step: &Step) -> Outcome {
    let start = Instant::now();
    let result = setup::prepare(step.needs).and_then(|tools| (step.run)(&tools));
    let seconds = start.elapsed().as_secs_f32();
    match result {
        Ok(()) => {
            println!("── {} passed in {seconds:.1} s", step.name);
            Outcome::Passed
        }
        Err(error) => {
            println!("── {} FAILED after {seconds:.1} s: {error:#}", step.name);
            Outcome::Failed
        }
    }
}

/// What failed, then the line that CI counts: "12 passed, 1 failed".
fn closing(outcomes: &[(&str, Outcome)]) -> String {
    let of = |wanted| outcomes.iter().filter(move |(_, outcome)| *outcome == wanted);
    let mut text = String::from("\n");
    let not_passed = of(Outcome::Failed).map(|(name, _)| (name, "failed"));
    for (name, word) in not_passed.chain(of(Outcome::Skipped).map(|(name, _)| (name, "skipped"))) {
        let _ = writeln!(text, "{word}: {name} (again: `cargo xtask test --only {name}`)");
    }
    let count = |wanted| of(wanted).count();
    let _ = write!(text, "{} passed, {} failed", count(Outcome::Passed), count(Outcome::Failed));
    if count(Outcome::Skipped) > 0 {
        let _ = write!(text, ", {} skipped", count(Outcome::Skipped));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_is_the_one_that_ci_counts() {
        let outcomes = [("format", Outcome::Passed), ("rules", Outcome::Passed)];
        assert_eq!(closing(&outcomes), "\n2 passed, 0 failed\n");
    }

    #[test]
    fn what_did_not_pass_is_listed() {
        let outcomes = [
            ("format", Outcome::Passed),
            ("build", Outcome::Failed),
            ("browser", Outcome::Skipped),
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
