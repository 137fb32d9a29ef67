//! The rules of the architecture. A breach prints the rule's name and reason.
//!
//! There are five kinds: what a crate must not depend on, what a source file must not contain, that
//! files of one crate do not import each other in a circle ([`imports`]), that a type name is
//! declared once, and that the interface's words are in src/wording ([`wording`]). The second searches the code without comments and unit tests as text. It is coarse
//! on purpose; exceptions are listed in its table.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{imports, wording};
use crate::{process, project};

/// Crates that a package must not depend on, directly or indirectly.
struct DependencyRule {
    package: &'static str,
    forbidden: &'static [&'static [&'static str]],
    why: &'static str,
}

const DEPENDENCIES: &[DependencyRule] = &[
    DependencyRule {
        package: "catalog",
        forbidden: &[BROWSER, MARKDOWN, &["compiler", "explore", "exports"]],
        why: "the data knows no browser, no Markdown, no search and no export format",
    },
    DependencyRule {
        package: "explore",
        forbidden: &[BROWSER, MARKDOWN, &["compiler", "exports", "serde_json"]],
        why: "questions about a catalogue are tested natively and know only the catalogue",
    },
    DependencyRule {
        package: "compiler",
        forbidden: &[BROWSER, &["explore", "exports", "casebook"]],
        why: "the compiler turns content into a catalogue and knows nothing of its readers",
    },
    DependencyRule {
        package: "exports",
        forbidden: &[BROWSER, MARKDOWN, &["compiler", "explore", "casebook"]],
        why: "exported files hold what the catalogue holds",
    },
];

const BROWSER: &[&str] = &["leptos", "web-sys", "js-sys", "wasm-bindgen"];
const MARKDOWN: &[&str] = &["pulldown-cmark"];

/// Text that the app's code must not contain.
struct SourceRule {
    name: &'static str,
    forbidden: &'static [&'static str],
    /// Files and folders of src/ in which it is allowed.
    allowed_in: &'static [&'static str],
    why: &'static str,
}

const SOURCES: &[SourceRule] = &[
    SourceRule {
        name: "no-inner-html",
        forbidden: &["inner_html", "outer_html", "insert_adjacent_html", "DomParser"],
        allowed_in: &[],
        why: "views render typed blocks; text that becomes markup is how scripts get in",
    },
    SourceRule {
        name: "addresses-in-catalog",
        forbidden: &[
            "\"/company",
            "\"/technology",
            "\"/about",
            "href=\"/",
            "youtube.com",
            "youtube-nocookie.com",
            "web.archive.org",
        ],
        allowed_in: &[],
        why: "only catalog builds addresses (catalog::Base), so that a sub-path never breaks one",
    },
    SourceRule {
        name: "query-in-state",
        forbidden: &[
            "use_query",
            "query_signal",
            "local_storage(",
            "session_storage(",
            "URLSearchParams",
            "UrlSearchParams",
        ],
        allowed_in: &["src/state.rs", "src/state/"],
        why: "only src/state reads or writes the query string and storage",
    },
    SourceRule {
        name: "optional-interfaces",
        forbidden: &[
            ".navigator()",
            ".clipboard()",
            ".show_modal(",
            "scroll_into_view",
            "file.text()",
            "match_media(",
            "IntersectionObserver",
            "ResizeObserver",
            "request_idle_callback",
        ],
        allowed_in: &["src/optional.rs"],
        why: "a browser may lack it, and its binding then ends the app: use src/optional.rs",
    },
    SourceRule {
        name: "changing-text",
        forbidden: &["{move || view!", "{move || format!", "{move || text::"],
        allowed_in: &[],
        why: "a browser's translation replaces text nodes: what changes is a ChangingText or is Replaced \
              (src/replace.rs)",
    },
    SourceRule {
        name: "no-tables-of-letters",
        forbidden: &[".to_lowercase()", ".to_uppercase()"],
        allowed_in: &[],
        why: "Unicode's tables are 12 kB each of the first load: to_ascii_lowercase() for our own words, \
              the folding of crates/explore for those of content",
    },
    SourceRule {
        name: "no-inline-style",
        forbidden: &[" style=", " style:"],
        allowed_in: &[],
        why: "a strict content security policy drops inline styles: use a class",
    },
];

/// Checks every rule.
///
/// # Errors
/// When one is broken, after printing each breach, or when the project cannot be read.
pub(super) fn check() -> Result<()> {
    let mut breaches = Vec::new();
    for rule in DEPENDENCIES {
        let tree = process::output_of(process::cargo().args([
            "tree",
            "--package",
            rule.package,
            "--edges",
            "normal,build",
            "--target",
            "all",
            "--prefix",
            "none",
            "--quiet",
        ]))?;
        breaches.extend(breaches_of_dependencies(rule, &tree));
    }
    for (path, text) in sources(&project::path("src"))? {
        for rule in SOURCES {
            breaches.extend(breaches_of_source(rule, &path, &text));
        }
        breaches.extend(wording::breaches(&path, code_of(&text)));
    }
    let mut all = Vec::new();
    for folder in crate_folders()? {
        let files = sources(&project::path(&folder))?;
        breaches.extend(breaches_of_circles(&folder, &files)?);
        all.extend(files);
    }
    breaches.extend(breaches_of_names(&all));
    for breach in &breaches {
        println!("{breach}");
    }
    if breaches.is_empty() {
        Ok(())
    } else {
        bail!("{} broken; ARCHITECTURE.md explains the rules", breaches.len())
    }
}

/// Reads what `cargo tree --prefix none` prints: a package a line, its name first.
fn breaches_of_dependencies(rule: &DependencyRule, tree: &str) -> Vec<String> {
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let forbidden = rule.forbidden.iter().copied().flatten();
    forbidden
        .filter(|forbidden| names.contains(forbidden))
        .map(|forbidden| {
            let DependencyRule { package, why, .. } = rule;
            format!(
                "{package} depends on {forbidden}: {why} (see `cargo tree -p {package} -i {forbidden}`)"
            )
        })
        .collect()
}

fn breaches_of_source(rule: &SourceRule, path: &str, text: &str) -> Vec<String> {
    if rule.allowed_in.iter().any(|allowed| path.starts_with(allowed)) {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for (index, line) in code_of(text).lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for forbidden in rule.forbidden.iter().filter(|forbidden| line.contains(**forbidden)) {
            breaches.push(format!(
                "{path}:{}: `{}` breaks {}: {}",
                index + 1,
                forbidden.trim(),
                rule.name,
                rule.why
            ));
        }
    }
    breaches
}

/// The folder of each crate's source, relative to the project.
fn crate_folders() -> Result<Vec<String>> {
    let mut folders = vec!["src".to_owned(), "xtask/src".to_owned()];
    for member in project::entries(&project::path("crates"))? {
        folders.push(project::shown(&member.join("src")));
    }
    Ok(folders)
}

fn breaches_of_circles(folder: &str, files: &[(String, String)]) -> Result<Vec<String>> {
    let files: BTreeMap<String, String> = files.iter().cloned().collect();
    let roots = ["lib.rs", "main.rs"].map(|name| format!("{folder}/{name}"));
    let Some(root) = roots.iter().find(|root| files.contains_key(*root)) else {
        bail!("{folder} has no lib.rs or main.rs");
    };
    let circles = imports::circles(root, &files)?;
    let text = |circle: imports::Circle| {
        format!(
            "{} files of {folder} import each other; move what they share below them:\n    {}",
            circle.files.len(),
            circle.imports.join("\n    ")
        )
    };
    Ok(circles.into_iter().map(text).collect())
}

/// Types of the house that share a name: each name has one meaning in all crates.
fn breaches_of_names(files: &[(String, String)]) -> Vec<String> {
    let mut declared: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, text) in files {
        for (index, line) in code_of(text).lines().enumerate() {
            if let Some(name) = declared_type(line) {
                declared.entry(name).or_default().push(format!("{path}:{}", index + 1));
            }
        }
    }
    let shared = declared.into_iter().filter(|(_, places)| places.len() > 1);
    shared
        .map(|(name, places)| {
            format!(
                "{name} names {} types, rename all but one: {}",
                places.len(),
                places.join(", ")
            )
        })
        .collect()
}

/// The type that a line of code declares.
fn declared_type(line: &str) -> Option<&str> {
    let (before, after) =
        ["struct ", "enum ", "trait "].iter().find_map(|keyword| line.split_once(keyword))?;
    let is_declaration = matches!(before.trim(), "" | "pub" | "pub(crate)" | "pub(super)");
    let name = after.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
    is_declaration.then_some(name)
}

/// The text of a file without its unit tests.
fn code_of(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default()
}

/// Every Rust file in a folder and below, with its path in the project, in order.
fn sources(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for path in project::entries(folder)? {
        if path.is_dir() {
            found.extend(sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            found.push((project::shown(&path), text));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dependency_rule_can_fail() {
        for rule in DEPENDENCIES {
            for forbidden in rule.forbidden.iter().copied().flatten().copied() {
                let tree =
                    format!("{} v0.1.0 (/x)\nserde v1.0.0\n{forbidden} v1.2.3 (*)\n", rule.package);
                let breaches = breaches_of_dependencies(rule, &tree);
                assert_eq!(breaches.len(), 1, "{forbidden}");
                assert!(breaches[0].contains(forbidden));
            }
        }
    }

    #[test]
    fn a_dependency_s_longer_name_is_another_crate() {
        let tree = "catalog v0.1.0\nleptos-like v1.0.0\nunicode-normalization v0.1.0\n";
        assert_eq!(breaches_of_dependencies(&DEPENDENCIES[0], tree), Vec::<String>::new());
    }

    #[test]
    fn every_source_rule_can_fail_on_each_of_its_words() {
        for rule in SOURCES {
            for forbidden in rule.forbidden {
                let text = format!("fn x() {{\n    let y = {forbidden};\n}}\n");
                let breaches = breaches_of_source(rule, "src/pages/x.rs", &text);
                assert!(!breaches.is_empty(), "{} on {forbidden}", rule.name);
                assert!(breaches[0].starts_with("src/pages/x.rs:2: "), "{}", breaches[0]);
            }
        }
    }

    #[test]
    fn what_is_allowed_is_no_breach() {
        for rule in SOURCES {
            let text = format!("let y = {};\n", rule.forbidden[0]);
            for allowed in rule.allowed_in {
                assert_eq!(breaches_of_source(rule, allowed, &text), Vec::<String>::new());
            }
        }
    }

    #[test]
    fn a_type_name_is_declared_once_in_the_house() {
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        let one = file("a.rs", "pub struct Step;\nenum Steps {}\nlet s = \"a struct Step\";\n");
        let two = file("b.rs", "use a::Step;\n\npub(crate) enum Step<'a> {}\n");
        let test = file("c.rs", "#[cfg(test)]\nmod tests {\n    struct Step;\n}\n");
        assert_eq!(breaches_of_names(&[one.clone(), test]), Vec::<String>::new());
        assert_eq!(
            breaches_of_names(&[one, two]),
            ["Step names 2 types, rename all but one: a.rs:1, b.rs:3"]
        );
    }

    #[test]
    fn comments_and_unit_tests_may_say_anything() {
        let text =
            "/// Never inner_html.\nfn x() {}\n\n#[cfg(test)]\nmod tests {\n    inner_html\n}\n";
        assert_eq!(breaches_of_source(&SOURCES[0], "src/x.rs", text), Vec::<String>::new());
    }
}
