//! The pages as the app itself writes them, natively: `src/prerender.rs`.

use anyhow::{Context, Result};
use prerendered::Prerendered;

use super::settings::Settings;
use crate::process;

/// Has the app write its pages.
///
/// # Errors
/// When it does not compile or prints something else.
pub(super) fn prerender(settings: &Settings) -> Result<Prerendered> {
    let mut command = process::cargo();
    command.args(["run", "--quiet", "--locked", "--package", "casebook"]);
    settings.content.embed(&mut command, &[]);
    command.args(["--", "--base", settings.path.as_str()]);
    if let Some(origin) = &settings.origin {
        command.args(["--origin", origin.as_str()]);
    }
    serde_json::from_str(&process::output_of(&mut command)?)
        .context("the app's own build prints no pages that this xtask knows: build both anew")
}
