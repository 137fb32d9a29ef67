//! Which files of a crate import each other in a circle.
//!
//! A file imports another when its code names an item that the other one defines: in a `use`, or
//! in a path such as `crate::a::b`. Re-exports are followed to the definition. `mod` declarations,
//! re-exports that the file itself does not use, and unit tests are no imports.

mod names;
mod source;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use names::CrateNames;

/// Files that all import each other, directly or through others of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Circle {
    pub(super) files: Vec<String>,
    /// The imports between these files, each as `file:line -> file`.
    pub(super) imports: Vec<String>,
}

/// Every circle of a crate, in the order of its first file. `root` is the path of lib.rs or
/// main.rs; `sources` holds the crate's files by path.
///
/// # Errors
/// When a file is not Rust, or declares a module whose file is missing.
pub(super) fn circles(root: &str, sources: &BTreeMap<String, String>) -> Result<Vec<Circle>> {
    let names = CrateNames::new(source::modules(root, sources)?);
    let imports = imports_by_file(&names);
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        imports.keys().map(|&file| (file, reachable(file, &imports))).collect();
    let reaches = |from: &str, to: &str| reach.get(from).is_some_and(|files| files.contains(to));
    let mut circles = Vec::new();
    let mut placed = BTreeSet::new();
    for &file in imports.keys() {
        if placed.contains(file) || !reaches(file, file) {
            continue;
        }
        let files: Vec<&str> = imports
            .keys()
            .copied()
            .filter(|other| reaches(file, other) && reaches(other, file))
            .collect();
        let mut lines = Vec::new();
        for from in &files {
            for (to, line) in imports[from].iter().filter(|(to, _)| files.contains(to)) {
                lines.push(format!("{from}:{line} -> {to}"));
            }
        }
        placed.extend(files.iter().copied());
        circles
            .push(Circle { files: files.into_iter().map(str::to_owned).collect(), imports: lines });
    }
    Ok(circles)
}

/// For each file the files that it imports, with the line of the first import.
type Imports<'a> = BTreeMap<&'a str, BTreeMap<&'a str, usize>>;

fn imports_by_file(names: &CrateNames) -> Imports<'_> {
    let mut imports = Imports::new();
    for (from, line, to) in names.imports() {
        if from != to {
            let first = imports.entry(from).or_default().entry(to).or_insert(line);
            *first = line.min(*first);
        }
    }
    imports
}

/// The files that `start` imports, directly or through others.
fn reachable<'a>(start: &str, imports: &Imports<'a>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut pending = vec![start];
    while let Some(file) = pending.pop() {
        for &next in imports.get(file).into_iter().flat_map(BTreeMap::keys) {
            if found.insert(next) {
                pending.push(next);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The circles of a crate whose root is the first file, each as its imports.
    fn circles_of(files: &[(&str, &str)]) -> Vec<Vec<String>> {
        let sources =
            files.iter().map(|&(path, text)| (path.to_owned(), text.to_owned())).collect();
        let circles = circles(files[0].0, &sources).unwrap();
        circles.into_iter().map(|circle| circle.imports).collect()
    }

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        assert_eq!(circles_of(files).concat(), expected);
    }

    #[test]
    fn two_files_that_import_each_other_are_a_circle() {
        check(
            &[
                ("src/lib.rs", "mod a;\nmod b;\n"),
                ("src/a.rs", "use crate::b::B;\npub struct A(B);"),
                ("src/b.rs", "\npub struct B;\nfn f(_: crate::a::A) {}"),
            ],
            &["src/a.rs:1 -> src/b.rs", "src/b.rs:3 -> src/a.rs"],
        );
    }

    #[test]
    fn a_re_export_leads_to_the_file_that_defines_the_item() {
        check(
            &[
                (
                    "src/lib.rs",
                    "mod a;\nmod b;\nmod c;\npub use a::A;\npub use c::inner::C as See;",
                ),
                ("src/a.rs", "use crate::b::B; pub struct A(B);"),
                ("src/b.rs", "use crate::See; pub struct B(See);"),
                ("src/c.rs", "pub(super) mod inner;"),
                ("src/c/inner.rs", "pub struct C(Option<Box<crate::A>>);"),
            ],
            &[
                "src/a.rs:1 -> src/b.rs",
                "src/b.rs:1 -> src/c/inner.rs",
                "src/c/inner.rs:1 -> src/a.rs",
            ],
        );
    }

    #[test]
    fn a_diamond_is_no_circle() {
        check(
            &[
                ("src/main.rs", "mod a;\nmod b;\nmod c;\nmod d;\nfn main() { a::a() }"),
                ("src/a.rs", "use crate::{b, c::c}; pub fn a() { b::b(); c() }"),
                ("src/b.rs", "use crate::d::d; pub fn b() { d() }"),
                ("src/c.rs", "pub fn c() { super::d::d() }"),
                ("src/d.rs", "pub fn d() {}"),
            ],
            &[],
        );
    }

    #[test]
    fn a_parent_that_uses_its_child_and_is_used_by_it_makes_a_circle() {
        let child = ("src/a/b.rs", "use super::Shared; pub fn b(_: Shared) {}");
        let circle = ["src/a.rs:1 -> src/a/b.rs", "src/a/b.rs:1 -> src/a.rs"];
        for (parent, expected) in [
            ("mod b; pub struct Shared; fn f() { b::b(Shared) }", &circle[..]),
            ("mod b; pub struct Shared; pub use b::b; fn f() { b(Shared) }", &circle),
            ("mod b; pub struct Shared; pub use b::b;", &[]),
        ] {
            check(&[("src/lib.rs", "mod a;"), ("src/a.rs", parent), child], expected);
        }
    }

    #[test]
    fn a_module_named_in_an_import_counts_where_its_items_are_used() {
        let root = ("src/lib.rs", "mod a;\nmod b;");
        let b = ("src/b.rs", "use crate::a::A; pub fn b(_: A) {}");
        check(&[root, ("src/a.rs", "use crate::b;\npub struct A;"), b], &[]);
        check(
            &[root, ("src/a.rs", "use crate::b;\npub struct A;\nfn f() { b::b(A) }"), b],
            &["src/a.rs:3 -> src/b.rs", "src/b.rs:1 -> src/a.rs"],
        );
    }

    #[test]
    fn globs_and_macros_count_by_what_is_used_of_them() {
        check(
            &[
                ("src/lib.rs", "#[macro_use]\nmod a;\nmod b;"),
                ("src/a.rs", "#[macro_export]\nmacro_rules! m { () => { $crate::b::B } }"),
                ("src/b.rs", "use crate::*;\npub struct B;\nfn f() { crate::m!() }"),
            ],
            &["src/a.rs:2 -> src/b.rs", "src/b.rs:3 -> src/a.rs"],
        );
        check(
            &[
                ("src/lib.rs", "mod a;\nmod b;"),
                ("src/a.rs", "use crate::b::*;\npub struct A;\npub fn f(_: B) {}"),
                ("src/b.rs", "pub struct B;\nfn g(_: crate::a::A) {}"),
            ],
            &["src/a.rs:3 -> src/b.rs", "src/b.rs:2 -> src/a.rs"],
        );
    }

    #[test]
    fn unit_tests_and_comments_are_no_imports() {
        check(
            &[
                ("src/lib.rs", "mod a;\nmod b;"),
                ("src/a.rs", "use crate::b::B;\npub struct A(B);"),
                (
                    "src/b.rs",
                    "/// See crate::a::A, \"crate::a\".\npub struct B;\n// crate::a::A\n\
                     #[cfg(test)]\nuse crate::a::A;\n#[cfg(test)]\nmod samples;\n\
                     #[cfg(test)]\nmod tests { use super::*; use crate::a::A; }",
                ),
            ],
            &[],
        );
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let error = |files: &[(&str, &str)]| {
            let sources = files.iter().map(|&(path, text)| (path.into(), text.into())).collect();
            circles(files[0].0, &sources).unwrap_err().to_string()
        };
        assert_eq!(
            error(&[("src/lib.rs", "mod a;")]),
            "src/lib.rs:1 declares module a, but there is no src/a.rs or src/a/mod.rs"
        );
        assert_eq!(error(&[("src/lib.rs", "fn f( {")]), "src/lib.rs is not Rust");
    }
}
