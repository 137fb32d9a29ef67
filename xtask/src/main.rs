//! The commands of the project: `cargo xtask serve`, `test`, `build`, `check`, `new`, `diff`,
//! `report`, `links`, `corpus`, `snapshots`, `bench`.
//!
//! A command sets up what it needs ([`setup`]), then does its work. Exit codes: 0 success, 1 a
//! fault of the project or the machine, 2 a usage error.

mod bench;
mod check;
mod cli;
mod content;
mod corpus;
mod day;
mod edition;
mod links;
mod outcome;
mod process;
mod project;
mod publish;
mod render;
mod report;
mod review;
mod run_folder;
mod rust_flags;
mod scaffold;
mod serve;
mod setup;
mod site;
mod split;
mod suite;
mod trunk;

use std::process::ExitCode;

use anyhow::Result;

use cli::{Command, CommandLine, NewEntry};
use outcome::Outcome;

fn main() -> ExitCode {
    let command_line = match CommandLine::read(std::env::args_os()) {
        Ok(command_line) => command_line,
        Err(error) => error.exit(),
    };
    match run(command_line.command) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<Outcome> {
    match command {
        Command::Serve { port } => serve::serve(port)?,
        Command::Page => trunk::write_page()?,
        Command::Build(build) => site::build(&build.settings(), &build.out)?,
        Command::Check(check) if check.files.is_empty() => {
            return check::check(&check.content(), check.format(), check.review());
        }
        Command::Check(check) => {
            return check::check_drafts(&check.content(), &check.files, check.format());
        }
        Command::New(new) => {
            let content = new.content();
            match new.entry {
                NewEntry::Company { name } => scaffold::company(&content, &name)?,
                NewEntry::Technology { name, role } => scaffold::technology(&content, &name, role)?,
            }
        }
        Command::Diff(diff) => {
            edition::diff(&diff.content(), &diff.file, diff.chapter.as_deref(), diff.format())?;
        }
        Command::Report(report) => {
            report::report(&report.content(), report.format(), report.html())?;
        }
        Command::Links(links) if links.dry_run => links::list()?,
        Command::Links(_) => links::ask()?,
        Command::Corpus(args) => corpus::write(&args.out(), args.companies, args.seed)?,
        Command::Test(test) if test.list => check::print(&suite::list())?,
        Command::Test(test) => return Ok(suite::run(&test.only)),
        Command::Snapshots => suite::take_snapshots()?,
        Command::Bench(bench) => bench::run(&bench.bench())?,
    }
    Ok(Outcome::Passed)
}
