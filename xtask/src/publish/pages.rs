//! Runs the app natively to prerender its pages (`src/prerender.rs`).

use anyhow::{Context, Result};
use prerendered::Prerendered;

use super::settings::Settings;
use crate::process;

/// Prerenders every page.
///
/// # Errors
/// When it does not compile, or its output cannot be parsed.
pub(super) fn prerender(settings: &Settings) -> Result<Prerendered> {
    let mut command = process::cargo();
    command.args(["run", "--quiet", "--locked", "--package", "casebook"]);
    settings.content.embed(&mut command, &[]);
    command.args(["--", "--base", settings.path.as_str()]);
    if let Some(origin) = &settings.origin {
        command.args(["--origin", origin.as_str()]);
    }
    serde_json::from_str(&process::output_of(&mut command)?)
        .context("the output of the app cannot be parsed as its pages")
}
