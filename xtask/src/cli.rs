//! The command line: each command and flag is declared once, here.

#![allow(rustdoc::bare_urls, reason = "clap prints the docs of flags as they are")]

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use catalog::{BasePath, Origin, Role};
use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, Parser, Subcommand};

use crate::bench;
use crate::check::{Format, Review};
use crate::content::Folder;
use crate::publish::{Offline, Settings};
use crate::suite;

/// Builds Casebook, serves it, checks it and measures it.
#[derive(Debug, PartialEq, Eq, Parser)]
#[command(
    bin_name = "cargo xtask",
    after_help = "\
Each command installs what it needs first; once that is there, it costs nothing.
Tools are kept in $CASEBOOK_TOOLS, else $XDG_CACHE_HOME/casebook, else ~/.cache/casebook."
)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub(crate) enum Command {
    /// Build the site and serve it with live reload
    Serve {
        /// The port on 127.0.0.1
        #[arg(long, value_name = "N", default_value_t = 8080)]
        port: u16,
    },
    /// Write the page that Trunk builds; Trunk calls this
    #[command(hide = true)]
    Page,
    /// Build the release site, ready for any static host
    Build(BuildArgs),
    /// Compile the content and print its faults
    Check(CheckArgs),
    /// Add a company or a technology to the content, ready to be filled in
    New(NewArgs),
    /// Say what another edition of a chapter changes, before it is put in place
    Diff(DiffArgs),
    /// List what a maintainer can improve: untagged companies, weak tags, unknown words, dead links
    Report(ReportArgs),
    /// Check every link and record the result in content/link-status.json
    Links(LinksArgs),
    /// Write a content folder of made-up companies, to measure how the site grows
    Corpus(CorpusArgs),
    /// Run every check
    Test(TestArgs),
    /// Write the pictures and accessibility trees that the tests compare pages with, where they differ
    Snapshots,
    /// Measure the release site with Lighthouse, or the compiler and the questions at scale
    Bench(BenchArgs),
}

#[derive(Debug, PartialEq, Eq, Args)]
pub(crate) struct BuildArgs {
    /// The path under which the site will be served, as in /sub/
    #[arg(long, value_name = "PATH", default_value = "/")]
    public_url: BasePath,
    /// Scheme and host, as in https://example.org
    ///
    /// Makes the addresses in feed.xml, companies.csv and api/ absolute,
    /// gives pages their canonical URL and preview picture,
    /// and writes sitemap.xml.
    #[arg(long, value_name = "URL", verbatim_doc_comment)]
    origin: Option<Origin>,
    /// Delete the offline copies in readers' browsers
    ///
    /// The kill switch for a broken sw.js.
    #[arg(long)]
    no_worker: bool,
    /// A content folder instead of the site's own
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The folder to write, relative to the project
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub(crate) out: PathBuf,
}

impl BuildArgs {
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            content: folder(self.content.as_ref()),
            origin: self.origin.clone(),
            path: self.public_url.clone(),
            offline: if self.no_worker { Offline::Delete } else { Offline::Keep },
        }
    }
}

/// The folder, or the site's own content.
fn folder(named: Option<&PathBuf>) -> Folder {
    named.cloned().map(Folder::from).unwrap_or_default()
}

#[derive(Debug, PartialEq, Eq, Args)]
pub(crate) struct CheckArgs {
    /// Chapters to compile instead of the site's own, each by itself
    #[arg(value_name = "FILE.md")]
    pub(crate) files: Vec<PathBuf>,
    /// Print the catalogue and the diagnostics as JSON
    #[arg(long)]
    json: bool,
    /// A content folder instead of the site's own
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Write review.txt: the facts that the compiler derives, for review as a diff
    #[arg(long, conflicts_with = "files")]
    accept: bool,
}

impl CheckArgs {
    pub(crate) fn content(&self) -> Folder {
        folder(self.content.as_ref())
    }

    pub(crate) fn review(&self) -> Review {
        if self.accept { Review::Accept } else { Review::Compare }
    }

    pub(crate) fn format(&self) -> Format {
        if self.json { Format::Json } else { Format::Summary }
    }
}

#[derive(Debug, PartialEq, Eq, Args)]
pub(crate) struct NewArgs {
    #[command(subcommand)]
    pub(crate) entry: NewEntry,
    /// A content folder instead of the site's own
    #[arg(long, value_name = "DIR", global = true)]
    content: Option<PathBuf>,
}

#[derive(Debug, PartialEq, Eq, Subcommand)]
pub(crate) enum NewEntry {
    /// A heading in your own chapter, a slug, an entry in companies.toml
    Company {
        /// Its name, as shown on the site
        name: String,
    },
    /// An entry in technologies.toml
    Technology {
        /// Its official spelling
        name: String,
        /// Its role in the flow of data
        #[arg(long, default_value = Role::Platform.as_str(), value_parser = role)]
        role: Role,
    },
}

fn role(name: &str) -> Result<Role, String> {
    name.parse().map_err(|_| {
        let names: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).collect();
        format!("write one of: {}", names.join(", "))
    })
}

impl NewArgs {
    pub(crate) fn content(&self) -> Folder {
        folder(self.content.as_ref())
    }
}

#[derive(Debug, PartialEq, Eq, Args)]
pub(crate) struct DiffArgs {
    /// The other edition
    #[arg(value_name = "NEW.md")]
    pub(crate) file: PathBuf,
    /// The chapter's path in the content folder
    ///
    /// Without it, the one that pins a published file.
    #[arg(long, value_name = "PATH")]
    pub(crate) chapter: Option<String>,
    /// Print the changes as JSON
    #[arg(long)]
    json: bool,
    /// A content folder instead of the site's own
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

impl DiffArgs {
    pub(crate) fn content(&self) -> Folder {
        folder(self.content.as_ref())
    }

    pub(crate) fn format(&self) -> Format {
        if self.json { Format::Json } else { Format::Summary }
    }
}

#[derive(Debug, PartialEq, Eq, Args)]
pub(crate) struct ReportArgs {
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    /// Write the report as an HTML page
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    html: Option<PathBuf>,
    /// A content folder instead of the site's own
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

impl ReportArgs {
    pub(crate) fn content(&self) -> Folder {
        folder(self.content.as_ref())
    }

    pub(crate) fn html(&self) -> Option<&Path> {
        self.html.as_deref()
    }

    pub(crate) fn format(&self) -> Format {
        if self.json { Format::Json } else { Format::Summary }
    }
}

#[derive(Debug, PartialEq, Eq, Args)]
pub(crate) struct LinksArgs {
    /// List the links without requesting them
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, PartialEq, Eq, Args)]
pub(crate) struct CorpusArgs {
    /// How many companies
    #[arg(long, value_name = "N")]
    pub(crate) companies: NonZeroUsize,
    /// The same seed gives the same bytes
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    /// The folder to write, relative to the project: a new one, or one that this command wrote
    #[arg(long, value_name = "DIR", default_value = "target/xtask/corpus")]
    out: PathBuf,
}

impl CorpusArgs {
    pub(crate) fn out(&self) -> Folder {
        Folder::from(self.out.clone())
    }
}

#[derive(Debug, PartialEq, Eq, Args)]
pub(crate) struct TestArgs {
    /// Run only these steps
    #[arg(long, value_name = "STEP", num_args = 1.., value_parser = PossibleValuesParser::new(suite::names()))]
    pub(crate) only: Vec<String>,
    /// List the steps and what they check
    #[arg(long, conflicts_with = "only")]
    pub(crate) list: bool,
}

#[derive(Debug, PartialEq, Eq, Args)]
pub(crate) struct BenchArgs {
    /// What to measure
    #[arg(value_parser = PossibleValuesParser::new(bench::NAMES), default_value = bench::NAMES[0])]
    name: String,
    /// How often each page is loaded
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Build the site first, even if it exists
    #[arg(long, conflicts_with = "no_build")]
    build: bool,
    /// Fail when the site is missing, instead of building it
    #[arg(long)]
    no_build: bool,
    /// The folder of the site, relative to the project
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
}

impl BenchArgs {
    pub(crate) fn bench(self) -> bench::Bench {
        match self.name.as_str() {
            "compile" => bench::Bench::Native(bench::Native::Compile),
            "scale" => bench::Bench::Native(bench::Native::Scale),
            _ => bench::Bench::Site(self.options()),
        }
    }

    fn options(self) -> bench::Options {
        let build = match (self.build, self.no_build) {
            (true, _) => bench::Build::Always,
            (_, true) => bench::Build::Never,
            _ => bench::Build::IfMissing,
        };
        bench::Options { out: self.out, build, runs: self.runs }
    }
}

impl CommandLine {
    /// Reads the command line.
    ///
    /// # Errors
    /// When it cannot be parsed or asks for help. The error has the text to print and the exit
    /// code.
    pub(crate) fn read(
        arguments: impl IntoIterator<Item: Into<OsString> + Clone>,
    ) -> Result<Self, clap::Error> {
        let read = Self::try_parse_from(arguments)?;
        if let Command::Check(CheckArgs { files, json: true, .. }) = &read.command
            && files.len() > 1
        {
            let message = "--json prints one catalogue: give it at most one FILE.md";
            return Err(Self::command().error(ErrorKind::ArgumentConflict, message));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        let arguments = ["xtask"].into_iter().chain(line.split_whitespace());
        let read = CommandLine::read(arguments).map_err(|error| error.to_string())?;
        Ok(read.command)
    }

    fn check(files: &[&str]) -> CheckArgs {
        let files = files.iter().map(PathBuf::from).collect();
        CheckArgs { files, json: false, content: None, accept: false }
    }

    #[track_caller]
    fn check_refused(line: &str, expected: &str) {
        let error = read(line).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn the_declaration_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn commands_have_their_defaults() {
        assert_eq!(read("serve"), Ok(Command::Serve { port: 8080 }));
        let build = BuildArgs {
            public_url: BasePath::default(),
            origin: None,
            no_worker: false,
            content: None,
            out: "dist".into(),
        };
        assert_eq!(read("build"), Ok(Command::Build(build)));
        assert_eq!(read("check"), Ok(Command::Check(check(&[]))));
        assert_eq!(read("links"), Ok(Command::Links(LinksArgs { dry_run: false })));
        assert_eq!(read("test"), Ok(Command::Test(TestArgs { only: vec![], list: false })));
        let Ok(Command::Bench(bench)) = read("bench") else { panic!("no bench") };
        assert_eq!(bench.options(), bench::Options::default());
    }

    #[test]
    fn a_site_is_built_as_it_will_be_served() {
        let build = BuildArgs {
            public_url: "/sub/".parse().unwrap(),
            origin: Some("https://example.org".parse().unwrap()),
            no_worker: true,
            content: Some("a".into()),
            out: "site".into(),
        };
        let line = "build --origin https://example.org --public-url /sub/ --no-worker \
                    --content a --out site";
        assert_eq!(read(line), Ok(Command::Build(build)));
        check_refused("build --public-url sub", "starts and ends with a slash");
        check_refused(
            "build --origin https://example.org/sub/",
            "the path belongs in --public-url",
        );
    }

    #[test]
    fn check_takes_files_and_json_in_any_order() {
        let one = CheckArgs { json: true, ..check(&["a.md"]) };
        assert_eq!(read("check a.md --json"), Ok(Command::Check(one)));
        assert_eq!(read("check a.md b.md"), Ok(Command::Check(check(&["a.md", "b.md"]))));
        let accepted = CheckArgs { accept: true, content: Some("b".into()), ..check(&[]) };
        assert_eq!(read("check --content b --accept"), Ok(Command::Check(accepted)));
        check_refused("check a.md --accept", "cannot be used with");
        check_refused("check a.md b.md --json", "--json prints one catalogue");
    }

    #[test]
    fn new_entries_have_a_name() {
        let Ok(Command::New(new)) = read("new company Acme --content b") else {
            panic!("no entry")
        };
        assert_eq!(new.entry, NewEntry::Company { name: "Acme".to_owned() });
        assert_eq!(new.content(), Folder::from(PathBuf::from("b")));
        let Ok(Command::New(new)) = read("new technology Kudu --role storage") else {
            panic!("no entry")
        };
        let expected = NewEntry::Technology { name: "Kudu".to_owned(), role: Role::Storage };
        assert_eq!(new.entry, expected);
        check_refused("new technology Kudu --role store", "write one of: collection, ");
        check_refused("new company", "required arguments");
    }

    #[test]
    fn an_edition_is_of_a_chapter() {
        let Ok(Command::Diff(diff)) = read("diff new.md --chapter a.md --json") else {
            panic!("no diff")
        };
        assert_eq!((diff.file.to_str(), diff.chapter.as_deref()), (Some("new.md"), Some("a.md")));
        assert_eq!((diff.format(), diff.content()), (Format::Json, Folder::default()));
        check_refused("diff", "required arguments");
        let Ok(Command::Report(report)) = read("report --content b") else { panic!("no report") };
        assert_eq!(report.content(), Folder::from(PathBuf::from("b")));
        assert_eq!(report.format(), Format::Summary);
        let Ok(Command::Report(report)) = read("report --html a.html") else { panic!("no report") };
        assert_eq!(report.html(), Some(Path::new("a.html")));
        check_refused("report --json --html a.html", "cannot be used with");
    }

    #[test]
    fn a_corpus_has_a_size() {
        let Ok(Command::Corpus(corpus)) = read("corpus --companies 10") else { panic!("none") };
        assert_eq!((corpus.companies.get(), corpus.seed), (10, 1));
        check_refused("corpus", "--companies <N>");
        check_refused("corpus --companies 0", "number would be zero");
    }

    #[test]
    fn steps_are_known_by_name() {
        let two = TestArgs { only: vec!["rules".into(), "format".into()], list: false };
        assert_eq!(read("test --only rules format"), Ok(Command::Test(two)));
        check_refused("test --only rulse", "a similar value exists: 'rules'");
    }

    #[test]
    fn bench_builds_when_told() {
        let options = |line: &str| match read(line) {
            Ok(Command::Bench(bench)) => bench.options(),
            other => panic!("{other:?}"),
        };
        let expected = bench::Options { out: "dist-b".into(), build: bench::Build::Never, runs: 3 };
        assert_eq!(options("bench site --no-build --out dist-b --runs 3"), expected);
        assert_eq!(options("bench --build").build, bench::Build::Always);
        let Ok(Command::Bench(compile)) = read("bench compile") else { panic!("no bench") };
        assert_eq!(compile.bench(), bench::Bench::Native(bench::Native::Compile));
        check_refused("bench moon", "possible values: site, compile, scale");
        check_refused("bench --runs 0", "0 is not in 1..");
        check_refused("bench --build --no-build", "cannot be used with '--no-build'");
    }

    #[test]
    fn what_is_not_understood_is_named_with_what_is_near() {
        check_refused("serv", "a similar subcommand exists: 'serve'");
        check_refused("build --origni x", "a similar argument exists: '--origin'");
        check_refused("", "Usage: cargo xtask <COMMAND>");
    }
}
