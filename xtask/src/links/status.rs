//! The record of each link, and how an answer changes it.
//!
//! A link is dead after three failures on days at least three days apart; one success clears them.
//! An answer that proves nothing (a host that refuses programs, a timeout) keeps the failures as
//! they are.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use catalog::LinkStatus;
use compiler::{LinkRecord, LinkRecords};
use jiff::civil::Date;

use super::answer::{Conclusion, LinkAnswer};
use crate::project;

/// The number of failures that make a link dead.
const FAILURES: usize = 3;

/// A failure counts if it comes at least this many days after the previous one.
const DAYS_APART: i32 = 3;

/// The record after an answer, given the record before it.
pub(super) fn next(previous: Option<&LinkRecord>, answer: &LinkAnswer, today: Date) -> LinkRecord {
    let mut failures = previous.map(|entry| entry.failures.clone()).unwrap_or_default();
    let conclusion = answer.conclusion();
    match conclusion {
        Conclusion::Success => failures.clear(),
        Conclusion::Unsure => {}
        Conclusion::Failure => {
            let counts =
                failures.last().is_none_or(|&last| (today - last).get_days() >= DAYS_APART);
            if counts && failures.len() < FAILURES {
                failures.push(today);
            }
        }
    }
    let status = match conclusion {
        Conclusion::Success => LinkStatus::Alive,
        _ if failures.len() >= FAILURES => LinkStatus::Dead,
        _ => LinkStatus::Unclear,
    };
    LinkRecord { status, checked: today, answer: answer.to_string(), failures }
}

/// Reads the file; a missing file is an empty one.
///
/// # Errors
/// When it cannot be read or parsed. It must not be overwritten then.
pub(super) fn read(path: &Path) -> Result<LinkRecords> {
    let shown = project::shown(path);
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(LinkRecords::default()),
        text => text.with_context(|| format!("cannot read {shown}"))?,
    };
    serde_json::from_str(&text).with_context(|| {
        format!("cannot parse {shown}: correct it, or delete it to forget every failure")
    })
}

/// Writes a temporary file, then renames it, so that an interruption leaves no partial file.
///
/// # Errors
/// When it cannot be written: it is as it was.
pub(super) fn write(path: &Path, links: &LinkRecords) -> Result<()> {
    let text = serde_json::to_string_pretty(links);
    let text = text.with_context(|| format!("cannot write {}", project::shown(path)))?;
    project::rewrite(path, &format!("{text}\n"))
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;
    use proptest::sample::select;
    use tempfile::tempdir;

    use super::*;

    fn day(days: u32) -> Date {
        date(2026, 1, 1) + i64::from(days).days()
    }

    /// The entry after answers on days counted from the first.
    fn after(answers: &[(u32, LinkAnswer)]) -> LinkRecord {
        let mut entry = None;
        for &(days, answer) in answers {
            entry = Some(next(entry.as_ref(), &answer, day(days)));
        }
        entry.unwrap()
    }

    const GONE: LinkAnswer = LinkAnswer::Status(404);
    const FINE: LinkAnswer = LinkAnswer::Status(200);
    const FORBIDDEN: LinkAnswer = LinkAnswer::Status(403);

    #[track_caller]
    fn check(answers: &[(u32, LinkAnswer)], status: LinkStatus, failures: &[u32]) {
        let entry = after(answers);
        let expected: Vec<_> = failures.iter().map(|&days| day(days)).collect();
        assert_eq!((entry.status, entry.failures), (status, expected));
    }

    #[test]
    fn three_failures_three_days_apart_are_a_death() {
        check(&[(0, GONE)], LinkStatus::Unclear, &[0]);
        check(&[(0, GONE), (3, GONE)], LinkStatus::Unclear, &[0, 3]);
        check(&[(0, GONE), (3, GONE), (6, GONE)], LinkStatus::Dead, &[0, 3, 6]);
        check(&[(0, GONE), (7, GONE), (14, GONE), (21, GONE)], LinkStatus::Dead, &[0, 7, 14]);
    }

    #[test]
    fn failures_that_follow_too_soon_count_once() {
        check(&[(0, GONE), (1, GONE), (2, GONE)], LinkStatus::Unclear, &[0]);
        check(&[(0, GONE), (2, GONE), (4, GONE), (6, GONE)], LinkStatus::Unclear, &[0, 4]);
        check(&[(5, GONE), (0, GONE)], LinkStatus::Unclear, &[5]);
    }

    #[test]
    fn one_success_clears_failures() {
        check(&[(0, GONE), (3, GONE), (6, FINE)], LinkStatus::Alive, &[]);
        check(&[(0, GONE), (3, GONE), (6, GONE), (9, FINE)], LinkStatus::Alive, &[]);
        check(&[(0, GONE), (3, GONE), (4, FINE), (6, GONE)], LinkStatus::Unclear, &[6]);
    }

    #[test]
    fn what_proves_nothing_changes_no_failures() {
        check(&[(0, FORBIDDEN), (3, FORBIDDEN), (6, FORBIDDEN)], LinkStatus::Unclear, &[]);
        check(&[(0, GONE), (3, LinkAnswer::Timeout), (6, GONE)], LinkStatus::Unclear, &[0, 6]);
        check(&[(0, GONE), (3, GONE), (6, GONE), (9, FORBIDDEN)], LinkStatus::Dead, &[0, 3, 6]);
    }

    /// The status by the words of the rule: looks back from the last answer over the whole history.
    fn status_by_history(history: &[(u32, LinkAnswer)]) -> LinkStatus {
        let (_, last) = history.last().unwrap();
        if last.conclusion() == Conclusion::Success {
            return LinkStatus::Alive;
        }
        let start = history
            .iter()
            .rposition(|(_, answer)| answer.conclusion() == Conclusion::Success)
            .map_or(0, |success| success + 1);
        let failed: Vec<u32> = history[start..]
            .iter()
            .filter(|(_, answer)| answer.conclusion() == Conclusion::Failure)
            .map(|&(day, _)| day)
            .collect();
        // Days go up, so that three exist far enough apart if any three do.
        let dead = failed.iter().any(|first| {
            failed.iter().any(|second| {
                failed.iter().any(|third| second >= &(first + 3) && third >= &(second + 3))
            })
        });
        if dead { LinkStatus::Dead } else { LinkStatus::Unclear }
    }

    fn answer() -> impl Strategy<Value = LinkAnswer> {
        select(vec![GONE, GONE, GONE, FINE, FORBIDDEN, LinkAnswer::Timeout, LinkAnswer::Busy(429)])
    }

    proptest! {
        #[test]
        fn the_status_follows_from_the_history(
            steps in proptest::collection::vec((0..5_u32, answer()), 1..12),
        ) {
            let mut days = 0;
            let mut history = Vec::new();
            for (pause, answer) in steps {
                days += pause;
                history.push((days, answer));
            }
            prop_assert_eq!(after(&history).status, status_by_history(&history));
        }
    }

    const FILE: &str = r#"{
  "links": {
    "https://example.org/a": {
      "status": "alive",
      "checked": "2026-11-23",
      "answer": "200",
      "failures": []
    },
    "https://example.org/b": {
      "status": "dead",
      "checked": "2026-11-23",
      "answer": "404",
      "failures": [
        "2026-11-10",
        "2026-11-16",
        "2026-11-23"
      ]
    }
  }
}
"#;

    #[test]
    fn the_file_is_read_and_written_in_one_shape() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("link-status.json");
        fs::write(&path, FILE).unwrap();
        let links = read(&path).unwrap();
        assert_eq!(links.links["https://example.org/b"].failures.len(), 3);
        write(&path, &links).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), FILE);
    }

    #[test]
    fn no_file_is_an_empty_one() {
        let folder = tempdir().unwrap();
        assert_eq!(read(&folder.path().join("link-status.json")).unwrap(), LinkRecords::default());
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        let spoilt = [
            (FILE.replace("alive", "fine"), "\"fine\" is not one of: alive, unclear, dead"),
            (FILE.replace("2026-11-10", "2026-11-31"), "\"2026-11-31\" is not a date"),
            (FILE.replace("answer", "reply"), "unknown field `reply`"),
            (FILE[..200].to_owned(), "EOF while parsing"),
            (String::new(), "EOF while parsing"),
        ];
        let folder = tempdir().unwrap();
        let path = folder.path().join("link-status.json");
        for (text, expected) in spoilt {
            fs::write(&path, &text).unwrap();
            let error = format!("{:#}", read(&path).unwrap_err());
            assert!(error.contains("correct it, or delete it"), "{error}");
            assert!(error.contains(expected), "{error}");
        }
    }
}
