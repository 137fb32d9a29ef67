//! What a person types: `cargo xtask serve`, `test`, `build`, `check`, `links`, `bench`.
//!
//! A command sets up what it needs ([`setup`]), then does its work. Exit codes: 0 all is well, 1
//! something is wrong with the project or the machine, 2 the command line was not understood.

mod bench;
mod check;
mod cli;
mod content;
mod exports;
mod links;
mod process;
mod project;
mod publish;
mod render;
mod serve;
mod setup;
mod site;
mod split;
mod suite;

use std::process::ExitCode;

use cli::Command;
use publish::Settings;

fn main() -> ExitCode {
    let command = match cli::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("error: {error}");
            eprintln!("`cargo xtask --help` lists the commands");
            return ExitCode::from(2);
        }
    };
    let outcome = match command {
        Command::Help => check::print(cli::HELP).map(|()| true),
        Command::Serve { port } => serve::serve(port).map(|()| true),
        Command::Build { origin, public_url, has_worker, out } => {
            let settings =
                Settings { origin: origin.as_ref(), public_url: &public_url, has_worker };
            site::build(&settings, &out).map(|()| true)
        }
        Command::Check { files, json } => check::check(&files, json),
        Command::Links { dry_run } => links::links(dry_run).map(|()| true),
        Command::Test { only } => suite::run(&only),
        Command::ListSteps => check::print(&suite::list()).map(|()| true),
        Command::Bench(options) => bench::site(&options).map(|()| true),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
