//! The command line.

use std::path::PathBuf;

use lexopt::prelude::*;

use crate::bench::{self, Build};
use crate::site::{Origin, PublicUrl};
use crate::suite;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Usage: cargo xtask COMMAND

Commands:
  serve [--port N]              build the site, serve it with live reload (default port 8080)
  build [--public-url /sub/]    build the release site into dist/, ready for any static host
        [--origin URL]          scheme and host, as in https://example.org: makes the addresses
                                in feed.xml, companies.csv and api/ absolute, has pages name their
                                canonical address and preview picture, and writes sitemap.xml
        [--no-worker]           takes back what readers' browsers keep for times without a
                                connection: the kill switch for a broken sw.js
        [--out DIR]             … into DIR instead
  check [FILE.md …] [--json]    compile the content and print what is wrong with it; with FILEs,
                                each as a chapter of its own; --json prints the catalogue
  links [--dry-run]             ask whether every link of the catalogue still answers and keep the
                                result in content/link-status.json; --dry-run only names them
  test [--only STEP …] [--list] run every check, or only the named ones; --list names them
  bench [site] [--runs N]       measure the release site with Lighthouse beside the chapter as a
        [--build | --no-build]  plain page (default 5 runs); dist/ as it is, built when missing;
        [--out DIR]             --build builds it in any case, --no-build never; DIR in its place

Each command installs what it needs first; once that is there, it costs nothing.
Tools are kept in $CASEBOOK_TOOLS, else $XDG_CACHE_HOME/casebook, else ~/.cache/casebook.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print [`HELP`].
    Help,
    /// Build and serve with live reload.
    Serve {
        /// The port on 127.0.0.1.
        port: u16,
    },
    /// Build the release site.
    Build {
        /// Scheme and host under which it will be served, where they are known.
        origin: Option<Origin>,
        /// The path under which it will be served.
        public_url: PublicUrl,
        /// Whether browsers keep the site for times without a connection.
        has_worker: bool,
        /// The folder to write, relative to the project.
        out: PathBuf,
    },
    /// Compile content only.
    Check {
        /// Chapters to compile in place of the site's own.
        files: Vec<PathBuf>,
        /// Whether to print the catalogue.
        json: bool,
    },
    /// Ask for every link.
    Links {
        /// Whether to name them only.
        dry_run: bool,
    },
    /// Run the checks.
    Test {
        /// The steps to run; none means all.
        only: Vec<String>,
    },
    /// Name the steps of `test`.
    ListSteps,
    /// Measure the site.
    Bench(bench::Options),
}

/// Reads the command line.
///
/// # Errors
/// When a command, a flag or a value is not understood.
pub(crate) fn parse(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let name = match arguments.next()? {
        None => return Err("say what to do".into()),
        Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected()),
    };
    match name.as_str() {
        "help" => Ok(Command::Help),
        "serve" => serve(arguments),
        "build" => build(arguments),
        "check" => check(arguments),
        "links" => links(arguments),
        "test" => test(arguments),
        "bench" => bench(arguments),
        _ => Err(format!("there is no command '{name}'").into()),
    }
}

fn serve(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut port = 8080;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = arguments.value()?.parse()?,
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Serve { port })
}

fn build(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut origin = None;
    let mut public_url = PublicUrl::default();
    let mut has_worker = true;
    let mut out = PathBuf::from("dist");
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("origin") => origin = Some(arguments.value()?.parse()?),
            Long("public-url") => public_url = arguments.value()?.parse()?,
            Long("no-worker") => has_worker = false,
            Long("out") => out = arguments.value()?.into(),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Build { origin, public_url, has_worker, out })
}

fn check(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut files = Vec::new();
    let mut json = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("json") => json = true,
            Value(file) => files.push(PathBuf::from(file)),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    if json && files.len() > 1 {
        return Err("--json prints one catalogue: give it at most one FILE".into());
    }
    Ok(Command::Check { files, json })
}

fn links(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut dry_run = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("dry-run") => dry_run = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Links { dry_run })
}

fn test(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut only = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => {
                for name in arguments.values()? {
                    let name = name.string()?;
                    if !suite::has_step(&name) {
                        return Err(format!(
                            "there is no step '{name}': `cargo xtask test --list` names them"
                        )
                        .into());
                    }
                    only.push(name);
                }
            }
            Long("list") => return Ok(Command::ListSteps),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Test { only })
}

fn bench(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut options = bench::Options::default();
    let mut builds = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(name) => {
                let name = name.string()?;
                if !bench::NAMES.contains(&name.as_str()) {
                    let names = bench::NAMES.join(", ");
                    return Err(format!("there is no bench '{name}', only: {names}").into());
                }
            }
            Long("out") => options.out = arguments.value()?.into(),
            Long("runs") => options.runs = arguments.value()?.parse()?,
            Long("build") => builds.push(Build::Always),
            Long("no-build") => builds.push(Build::Never),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    if options.runs == 0 {
        return Err("--runs takes a number from 1".into());
    }
    options.build = match builds.as_slice() {
        [] => options.build,
        [build] => *build,
        _ => return Err("give one of --build and --no-build, once".into()),
    };
    Ok(Command::Bench(options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        let arguments = lexopt::Parser::from_args(line.split_whitespace());
        parse(arguments).map_err(|error| error.to_string())
    }

    #[test]
    fn commands_have_their_defaults() {
        assert_eq!(parsed("serve"), Ok(Command::Serve { port: 8080 }));
        assert_eq!(
            parsed("build"),
            Ok(Command::Build {
                origin: None,
                public_url: PublicUrl::default(),
                has_worker: true,
                out: "dist".into()
            })
        );
        assert_eq!(parsed("check"), Ok(Command::Check { files: vec![], json: false }));
        assert_eq!(parsed("links"), Ok(Command::Links { dry_run: false }));
        assert_eq!(parsed("links --dry-run"), Ok(Command::Links { dry_run: true }));
        assert_eq!(parsed("test"), Ok(Command::Test { only: vec![] }));
    }

    #[test]
    fn a_site_is_built_as_it_will_be_served() {
        let line = "build --origin https://example.org --public-url /sub/ --no-worker --out site";
        assert_eq!(
            parsed(line),
            Ok(Command::Build {
                origin: Some("https://example.org".parse().unwrap()),
                public_url: "/sub/".parse().unwrap(),
                has_worker: false,
                out: "site".into()
            })
        );
    }

    #[test]
    fn check_takes_files_and_json_in_any_order() {
        let one = Command::Check { files: vec!["a.md".into()], json: true };
        assert_eq!(parsed("check a.md --json"), Ok(one));
        let two = Command::Check { files: vec!["a.md".into(), "b.md".into()], json: false };
        assert_eq!(parsed("check a.md b.md"), Ok(two));
    }

    #[test]
    fn json_of_two_files_is_refused() {
        assert_eq!(
            parsed("check a.md b.md --json"),
            Err("--json prints one catalogue: give it at most one FILE".into())
        );
    }

    #[test]
    fn bench_measures_the_site_with_or_without_its_name() {
        let all = Command::Bench(bench::Options::default());
        assert_eq!(parsed("bench"), Ok(all));
        let options = bench::Options { out: "dist-b".into(), build: Build::Never, runs: 3 };
        assert_eq!(
            parsed("bench site --no-build --out dist-b --runs 3"),
            Ok(Command::Bench(options))
        );
        let built = bench::Options { build: Build::Always, ..bench::Options::default() };
        assert_eq!(parsed("bench --build"), Ok(Command::Bench(built)));
    }

    #[test]
    fn a_bench_that_cannot_be_is_refused() {
        assert_eq!(parsed("bench moon"), Err("there is no bench 'moon', only: site".into()));
        assert_eq!(parsed("bench --runs 0"), Err("--runs takes a number from 1".into()));
        assert_eq!(
            parsed("bench --build --no-build"),
            Err("give one of --build and --no-build, once".into())
        );
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(parsed("deploy"), Err("there is no command 'deploy'".into()));
        assert_eq!(parsed("build --fast"), Err("invalid option '--fast'".into()));
        assert_eq!(parsed(""), Err("say what to do".into()));
        assert_eq!(
            parsed("test --only nothing"),
            Err("there is no step 'nothing': `cargo xtask test --list` names them".into())
        );
    }

    #[test]
    fn a_public_url_that_is_no_folder_is_refused() {
        let error = parsed("build --public-url sub").unwrap_err();
        assert!(error.contains("starts and ends with a slash"), "{error}");
    }

    #[test]
    fn an_origin_with_a_path_is_refused() {
        let error = parsed("build --origin https://example.org/sub/").unwrap_err();
        assert!(error.contains("the path belongs in --public-url"), "{error}");
    }
}
