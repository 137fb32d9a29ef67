//! README's "Your own list": a stranger's file becomes a site, with the folder in `examples/` as the
//! beginning. The real binary, on files that the project has never seen.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn catalog(content: &Path) -> (Value, Output) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["check", "--json", "--content"])
        .arg(content)
        .current_dir(root())
        .output()
        .unwrap();
    (serde_json::from_slice(&output.stdout).unwrap(), output)
}

fn names(catalog: &Value) -> Vec<&str> {
    let companies = catalog["companies"].as_array().unwrap();
    companies.iter().map(|company| company["name"].as_str().unwrap()).collect()
}

/// A copy of the example with a list in place of its chapter.
fn with_list(list: &str) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(root().join("examples/bakeries")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, copy.path().join(path.file_name().unwrap())).unwrap();
    }
    fs::write(copy.path().join("chapter.md"), list).unwrap();
    copy
}

#[track_caller]
fn check(list: &str, expected: &[&str]) {
    let content = with_list(list);
    let (catalog, output) = catalog(content.path());
    let messages = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{messages}");
    assert_eq!(names(&catalog), expected, "{messages}");
}

#[test]
fn the_example_is_a_site_on_another_subject() {
    let (catalog, output) = catalog(&root().join("examples/bakeries"));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(names(&catalog), ["Panadería Ñandú", "Pekarna Žitko", "Boulangerie Œillet"]);
    assert_eq!(catalog["identity"]["name"], "Ovenbook");
    let tags = catalog["companies"][0]["tags"].to_string();
    assert!(tags.contains("deck-oven") && tags.contains("\"past\""), "{tags}");
    let all = catalog.to_string().to_lowercase();
    for word in ["data", "engineer", "kafka", "cookbook", "kretz", "pipeline"] {
        assert!(!all.contains(word), "{word}: {all}");
    }
}

#[test]
fn a_list_takes_the_place_of_the_example_s_chapter() {
    check(
        "# Who mends bikes\n\n- [Velo Łódź](https://velo.example/a) runs a truing stand\n\
         - [Rad Haus](https://rad.example/b) has two\n- [Cykel](https://cykel.example/c) has none\n",
        &["Velo Łódź", "Rad Haus", "Cykel"],
    );
    check(
        "| Company | Story |\n|---|---|\n| Kew | [Palms](https://kew.example/palms) |\n\
         | Orto | [Herbs](https://orto.example/herbs) |\n",
        &["Kew", "Orto"],
    );
    check(
        "# Choirs\n\n## Kantorei\n\n<https://kantorei.example/how-we-sing>\n\n## Coro Alto\n\n\
         <https://coro.example/who-sings>\n",
        &["Kantorei", "Coro Alto"],
    );
}
