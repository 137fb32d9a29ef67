//! `cargo xtask check` as a maintainer runs it: the real binary on fixtures.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};

const FINE: &str = "xtask/tests/fixtures/fine.md";
const FAULTY: &str = "xtask/tests/fixtures/faulty.md";

fn xtask(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).current_dir(root).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

/// A file outside of the project, written for one test.
fn temporary(name: &str, bytes: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_fine_chapter_passes_with_a_summary() {
    let output = xtask(&["check", FINE]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let summary = stdout(&output);
    assert!(summary.starts_with(&format!("{FINE}: 1 company, ")), "{summary}");
    assert_eq!(summary.lines().count(), 1, "{summary}");
}

#[test]
fn a_faulty_chapter_fails_with_place_source_line_caret_and_cure() {
    let output = xtask(&["check", FAULTY]);
    assert_eq!(output.status.code(), Some(1));
    let shown = stderr(&output);
    // The column counts characters: ë is one.
    assert!(shown.contains(&format!("--> {FAULTY}:6:11")), "{shown}");
    assert!(shown.contains("6 | Zoë says: [press here](javascript:alert(1)) to read."), "{shown}");
    assert!(shown.contains("  |           ^^^^"), "{shown}");
    assert!(shown.contains("= help: "), "{shown}");
    assert!(shown.contains("error[CB020]: "), "{shown}");
    // All faults, not the first one only.
    assert!(shown.contains(&format!("--> {FAULTY}:8:")), "{shown}");
    assert!(shown.contains(&format!("--> {FAULTY}:10:")), "{shown}");
    assert!(stdout(&output).contains(" errors"), "{}", stdout(&output));
}

#[test]
fn json_is_all_that_stdout_holds() {
    let output = xtask(&["check", FINE, "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let catalog: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(catalog["companies"][0]["slug"], "acme");
    assert!(stderr(&output).contains("1 company, "), "{}", stderr(&output));
}

#[test]
fn a_faulty_chapter_gives_json_of_what_could_be_understood() {
    let output = xtask(&["check", FAULTY, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let catalog: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(catalog["companies"].is_array());
    let found = catalog["diagnostics"].as_array().unwrap();
    let unsafe_link = found.iter().find(|found| found["code"] == "CB020").unwrap();
    assert_eq!((&unsafe_link["line"], &unsafe_link["severity"]), (&6.into(), &"error".into()));
    assert_eq!(unsafe_link["path"], FAULTY);
}

#[test]
fn json_of_two_files_is_a_usage_error() {
    let output = xtask(&["check", FINE, FAULTY, "--json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--json prints one catalogue"), "{}", stderr(&output));
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_next_one() {
    let output = xtask(&["check", "no-such-file.md", FINE]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("cannot read no-such-file.md"), "{}", stderr(&output));
    assert!(stdout(&output).contains(&format!("{FINE}: 1 company")), "{}", stdout(&output));
}

#[test]
fn a_file_that_is_not_utf_8_is_named_with_line_and_column() {
    let text = b"### Data Science at Acme\n\n\xc3\x9cber Z\xfcrich, www.a.example\n";
    let path = temporary("latin1.md", text);
    let output = xtask(&["check", &path]);
    assert_eq!(output.status.code(), Some(1));
    let stderr = stderr(&output);
    let expected =
        format!("error[CB023]: the file is not UTF-8 from this letter on\n --> {path}:3:7\n");
    assert!(stderr.starts_with(&expected), "{stderr}");
    assert!(stderr.contains("`iconv -f windows-1252 -t utf-8 OLD > NEW`"), "{stderr}");
    // It hides nothing else.
    assert!(stderr.contains("warning[CB013]"), "{stderr}");
}

#[test]
fn an_unknown_command_or_flag_is_a_usage_error() {
    for arguments in [&["deploy"][..], &["check", "--fast"], &["build", "--public-url", "sub"], &[]]
    {
        let output = xtask(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains("--help"), "{}", stderr(&output));
    }
}

#[test]
fn help_names_every_command() {
    let output = xtask(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    for command in ["serve", "build", "check", "new", "links", "bench", "test"] {
        assert!(stdout(&output).contains(&format!("\n  {command} ")), "{command}");
    }
}
