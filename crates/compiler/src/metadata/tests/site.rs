//! `site.toml`, and several chapters in one catalogue.

use super::*;
use crate::compile;

/// What `sha256sum` prints for an empty file.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const BOOK: &str = r#"[[chapter]]
path = "book.md"
title = "Cases"
book = "The Book"
author = "An Author"
licence = "Apache-2.0"
written = "2019-12-31"
permalink = "https://a.org/abc/book.md"
revision = "abc"
"#;

const OWN: &str = r#"[[chapter]]
path = "own.md"
title = "Ours"
author = "A Maintainer"
licence = "CC-BY-4.0"
written = "2026-01-02"
"#;

/// Compiles chapters beside empty files.
fn compile_chapters(site: &str, chapters: &[(&str, &str)]) -> crate::Compilation {
    compile(&Input {
        chapters: chapters.iter().map(|&(path, text)| SourceFile::new(path, text)).collect(),
        files: Files { site: SourceFile::new("site.toml", site), ..Files::default() },
        scope: Scope::Site,
    })
}

fn faults(compilation: &crate::Compilation) -> Vec<String> {
    let faults = compilation.diagnostics.iter().map(ToString::to_string);
    faults.filter(|fault| !fault.contains("is new and its address is not recorded")).collect()
}

#[track_caller]
fn check(site: &str, expected: &[&str]) {
    let file = SourceFile::new("site.toml", site);
    let mut report = Reporter::new(&file);
    SiteFile::parse(&mut report);
    let found: Vec<_> = report.finish().iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

/// Read from the cure for a file that differs from the pinned one.
fn digest_of(text: &str) -> String {
    let site = format!("{BOOK}sha256 = \"{EMPTY}\"\n");
    let compilation = compile_chapters(&site, &[("book.md", text)]);
    let differs = compilation.diagnostics.iter().find(|fault| fault.path == "site.toml").unwrap();
    differs.cure.split('"').nth(1).unwrap().to_owned()
}

#[test]
fn each_company_has_the_chapter_that_it_stands_in() {
    let book = "### Data Science at Acme\n\nText <https://acme.com/2021/05/a>.\n";
    let own = "### Data Science at Beta\n\nText <https://beta.com/2021/05/a>.\n";
    let site = format!("{BOOK}sha256 = \"{}\"\n{OWN}", digest_of(book));
    let compilation = compile_chapters(&site, &[("book.md", book), ("own.md", own)]);
    assert_eq!(faults(&compilation), [""; 0]);
    let catalog = compilation.catalog;
    let authors: Vec<_> = catalog
        .companies
        .iter()
        .map(|company| (company.slug.as_str(), &*catalog.chapter_of(company).unwrap().author))
        .collect();
    assert_eq!(authors, [("acme", "An Author"), ("beta", "A Maintainer")]);
    let lines: Vec<_> = catalog
        .companies
        .iter()
        .map(|company| catalog.chapter_of(company).unwrap().line(company.line))
        .collect();
    assert_eq!(lines, [Some("https://a.org/abc/book.md#L1".to_owned()), None]);
    // No link is younger than its chapter.
    let dated = |number: usize| catalog.companies[number].resources[0].dated;
    assert_eq!((dated(0), dated(1).map(|dated| dated.year)), (None, Some(2021)));
}

#[test]
fn a_changed_file_is_named_and_loses_its_line_links() {
    let site = format!("{BOOK}sha256 = \"{EMPTY}\"\n");
    let text = "### Data Science at Acme\n\nText.\n";
    let compilation = compile_chapters(&site, &[("book.md", text)]);
    let expected = format!(
        "site.toml:10:10: warning[CB070]: book.md is not the pinned file, so nothing links to its lines at \
         the permalink; put the file back and write your own companies into a chapter of your own \
         (`cargo xtask new company NAME`), or pin the new edition: its permalink, its revision and \
         sha256 = \"{}\"",
        digest_of(text)
    );
    assert_eq!(faults(&compilation), [expected]);
    assert_eq!(compilation.catalog.chapters[0].permalink, None);
}

#[test]
fn a_company_stands_in_one_chapter() {
    let text = "### Data Science at Acme\n\nText.\n";
    let own = OWN.replace("own.md", "more.md");
    let compilation =
        compile_chapters(&format!("{OWN}{own}"), &[("own.md", text), ("more.md", text)]);
    assert_eq!(
        faults(&compilation),
        [
            "more.md:1:1: error[CB048]: the company \"Acme\" has the address /company/acme, which own.md:1 already has; merge the two sections, or give them different names"
        ]
    );
}

#[test]
fn a_site_lists_a_chapter() {
    let compilation = compile_chapters("", &[]);
    assert_eq!(
        faults(&compilation),
        [
            "site.toml:1:1: error[CB069]: no chapter is listed; add a [[chapter]] with path, title, author, licence and written"
        ]
    );
}

#[test]
fn what_a_chapter_lacks_is_named() {
    check(
        "[[chapter]]\npath = \"a.md\"\ntitle = \"T\"\nlicence = \"L\"\nwritten = \"2019-02-31\"\nautor = \"A\"",
        &[
            "site.toml:1:1: error[CB086]: chapter \"a.md\" has no author; add author = \"…\"",
            "site.toml:5:11: error[CB071]: written of chapter \"a.md\" is \"2019-02-31\", which is not a date; write it as year, month and day: \"2019-12-31\"",
            "site.toml:6:1: error[CB084]: unknown key \"autor\" in chapter; write \"author\"",
        ],
    );
}

#[test]
fn chapters_are_files_of_the_folder() {
    for path in ["../a.md", "/a.md", "a.txt", "a\\\\b.md"] {
        let text = OWN.replace("own.md", path);
        let shown = path.replace("\\\\", "\\");
        check(
            &text,
            &[&format!(
                "site.toml:2:8: error[CB072]: \"{shown}\" is not a Markdown file in the content folder; write its path in this folder: \"companies.md\""
            )],
        );
    }
    check(
        &format!("{OWN}{OWN}"),
        &[
            "site.toml:8:8: error[CB068]: the chapter \"own.md\" is listed twice; remove one of the two",
        ],
    );
}

#[test]
fn a_pin_is_whole() {
    check(
        BOOK,
        &["site.toml:1:1: error[CB086]: chapter \"book.md\" has no sha256; add sha256 = \"…\""],
    );
    check(
        &format!("{BOOK}sha256 = \"ABC\"\n"),
        &[
            "site.toml:10:10: error[CB073]: sha256 of chapter \"book.md\" is not a SHA-256 digest; write the 64 digits that `sha256sum` prints for the file",
        ],
    );
    check(
        &format!("{}sha256 = \"{EMPTY}\"\n", BOOK.replace("\"abc\"", "\"def\"")),
        &[
            "site.toml:8:13: error[CB074]: the permalink of chapter \"book.md\" does not name its revision; write the address of the file at def",
        ],
    );
}

#[test]
fn a_site_says_what_it_is_called_and_what_it_is_about() {
    let site = "[site]\nname = \"Wells\"\ntagline = \"Who drills?\"\nsubject = \"drilling\"\n\
                language = \"pt-BR\"\n\n[[chapter]]\npath = \"a.md\"\n";
    let identity = compile_chapters(site, &[("a.md", "")]).catalog.identity;
    assert_eq!((identity.name.as_str(), identity.tagline.as_str()), ("Wells", "Who drills?"));
    assert_eq!(identity.title_of("Acme"), "Acme: drilling");
    assert_eq!(identity.language, "pt-BR");
}

#[test]
fn a_site_without_a_subject_names_none() {
    let identity = compile_chapters(BOOK, &[("book.md", "")]).catalog.identity;
    assert_eq!(identity.title_of("Acme"), "Acme");
    assert_eq!(identity.subject_first(), None);
}

#[test]
fn what_a_site_is_called_is_checked() {
    check(
        "[site]\nname = \"\"\nlanguage = \"English\"\nsubjects = \"wells\"\n",
        &[
            "site.toml:2:8: error[CB087]: name of [site] is empty; write something between the quotes \
             of name, or remove the entry",
            "site.toml:3:12: error[CB078]: language is \"English\", which is not a tag of a language; \
             write its tag: \"en\" for English, \"de\" for German, \"pt-BR\" for Brazilian Portuguese",
            "site.toml:4:1: error[CB084]: unknown key \"subjects\" in [site]; write \"subject\"",
        ],
    );
}
