//! Files that are not what the maintainer wrote: the cause is reported, what follows from it is not.

use super::*;
use crate::compile;

fn found(input: &Input) -> Vec<String> {
    compile(input).diagnostics.iter().map(ToString::to_string).collect()
}

const CHAPTER: &str = "### Data Science at Acme\n\nA.\n";

fn of(technologies: &str, companies: &str) -> Vec<String> {
    let mut input = input(technologies, companies, "acme\n");
    input.chapters = vec![SourceFile::new("chapter.md", CHAPTER)];
    found(&input)
}

#[test]
fn one_missing_bracket_is_one_message() {
    let two = |broken: &str| format!("{}{}", technology("one", broken), technology("two", ""));
    let uses = "[company.acme]\n[[company.acme.add]]\ntechnology = \"one\"\nreason = \"R.\"\nsource = \"https://a.org\"\n[[company.acme.add]]\ntechnology = \"two\"\nreason = \"R.\"\nsource = \"https://a.org\"\n";
    assert_eq!(of(&two(""), uses), Vec::<String>::new());
    for broken in [
        "aliases = [\"a\", \"b\"\n",
        "aliases = [\"a\",\n  \"b\"\nparent = \"two\"\n",
        "aliases = \"a\", \"b\"]\n",
        "aliases = [\"a\n",
        "aliases [\"a\"]\n",
    ] {
        let messages = of(&two(broken), uses);
        assert_eq!(messages.len(), 1, "{broken}: {messages:#?}");
        assert!(messages[0].contains("error[CB080]"), "{messages:#?}");
    }
    for broken in [
        "[[company.acme.add]\ntechnology = \"one\"\nreason = \"R.\"\nsource = \"https://a.org\"\n",
        "[company.acme\nname = \"ACME\"\n",
        "company.acme]\nname = \"ACME\"\n",
        "[[industry]]\nid = \"a\nname = \"A\"\n[company.acme]\nindustry = \"a\"\n",
    ] {
        let messages = of(&two(""), broken);
        assert_eq!(messages.len(), 1, "{broken}: {messages:#?}");
        assert!(messages[0].contains("error[CB080]"), "{messages:#?}");
    }
}

#[test]
fn a_bracket_is_named_where_it_opens() {
    let messages = of(&technology("one", "aliases = [\n  \"a\",\n  \"b\"\nvenues = [\"c\"]"), "");
    assert_eq!(
        messages,
        [
            "technologies.toml:7:11: error[CB080]: this is not TOML: [ is not closed; write ] where it ends"
        ]
    );
}

#[test]
fn faults_of_other_tables_and_files_are_not_hidden() {
    let technologies =
        format!("{}{}", technology("one", "aliases = [\"a\""), technology("two", "parent = \"\""));
    let messages = of(&technologies, "[company.acme]\nnam = \"A\"\n");
    assert!(messages.iter().any(|one| one.contains("unknown key \"nam\"")), "{messages:#?}");
    assert!(messages.len() >= 2, "{messages:#?}");
}

#[test]
fn a_broken_list_of_chapters_makes_no_company_seem_gone() {
    let mut input = input("", "", "acme\n");
    input.files.site = SourceFile::new("site.toml", SITE.replace("[[chapter]]", "[[chapter]"));
    input.chapters = Vec::new();
    let messages = found(&input);
    assert_eq!(messages.len(), 1, "{messages:#?}");
}

/// As it is stored by an editor of another system.
fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn another_encoding_is_named_and_hides_nothing() {
    let mut input = input("", "", "acme\n");
    input.chapters = vec![SourceFile::from_bytes(
        "chapter.md",
        utf_16("\u{feff}### Data Science at Acme\n\nSee www.a.example/b.\n"),
    )];
    input.files.companies =
        SourceFile::from_bytes("companies.toml", b"# Gr\xf6\xdfe\n[company.acm]\n".to_vec());
    assert_eq!(
        found(&input),
        [
            "chapter.md:1:1: error[CB023]: the file is stored as UTF-16; save it as UTF-8: `iconv -f utf-16 -t utf-8 OLD > NEW`",
            "chapter.md:3:5: warning[CB013]: www.a.example/b is not a link: it does not start with https:// or http://; write <https://www.a.example/b>, or `www.a.example/b` if it is only mentioned",
            "companies.toml:1:5: error[CB023]: the file is not UTF-8 from this letter on; save it as UTF-8: `iconv -f windows-1252 -t utf-8 OLD > NEW`, if it comes from Windows",
            "companies.toml:2:10: error[CB064]: no chapter has a company \"acm\"; write [company.acme]; if the company is gone, remove the entry",
        ]
    );
}

#[test]
fn a_merge_is_one_message_in_any_file() {
    let merge = "[company.acme]\n<<<<<<< HEAD\nname = \"ACME\"\n=======\nname = \"Acme, Inc.\"\n>>>>>>> branch\n";
    let message = ":2:1: error[CB002]: a merge left both of its sides here; keep one side, and remove the other with the lines <<<<<<<, ======= and >>>>>>>";
    assert_eq!(of("", merge), [format!("companies.toml{message}")]);
    let mut input =
        input("", "", "# Slugs\n<<<<<<< HEAD\nacme\n=======\nacme\nglobex\n>>>>>>> b\n");
    input.chapters = vec![SourceFile::new("chapter.md", CHAPTER)];
    assert_eq!(found(&input), [format!("slugs.txt{message}")]);
}
