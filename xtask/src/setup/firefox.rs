//! Firefox: found on the machine, or installed from Debian's packages. It needs no driver: it
//! implements WebDriver BiDi itself.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::{debian, program};
use crate::process;

const NAMES: &[&str] = &["firefox-esr", "firefox"];

const MISSING: &str = "the journeys in Firefox need Firefox: install it (Debian: `apt-get install \
    firefox-esr`), or set FIREFOX to its path";

/// Finds it, or installs it where possible.
pub(super) fn prepare() -> Result<PathBuf> {
    let find = || program::find("FIREFOX", NAMES);
    if find()?.is_none() {
        debian::install(&["firefox-esr"], MISSING)?;
    }
    let firefox = find()?.context(MISSING)?;
    if process::version_line(&firefox).is_none() {
        bail!("{} is installed but does not start: run it with --version", firefox.display());
    }
    Ok(firefox)
}
